"""The whole assistant with a chat model behind a real HTTP server: good ones are heard, hostile ones are not, nonsense harms nothing."""

import random
from collections.abc import Iterator

import pytest

from assistant.assembly import Assistant, assemble
from assistant.records import Answer
from assistant.settings import Settings
from evals.cases import read_cases
from evals.checks import figure_provenance, quote_exactness
from evals.run import Verdict, run
from models.hostile import HOSTILE
from models.scripted_server import ScriptedServer
from models.scripts import Script, Seen, extract, extract_in_a_fence, extract_in_lines
from tests.samples import SAMPLE_AND_WHOLE, spread

QUESTIONS = (
    "How do I give intravenous magnesium to an adult with severe hypomagnesaemia?",
    "How fast may potassium be given intravenously?",
    "How fast may the sodium rise in an adult with hyponatraemia?",
)


class Desk:
    """The assistant on a server that plays whatever script is set."""

    def __init__(self, settings: Settings) -> None:
        self.script: Script = extract
        self.server = ScriptedServer(always=lambda request: self.script(Seen.of(request)))
        self.server.__enter__()
        told = {"model_url": self.server.url, "model": "scripted"}
        self.assistant = assemble(settings.model_copy(update=told))
        self.assistant.warm()

    def ask(self, question: str, script: Script) -> Answer:
        self.script = script
        return self.assistant.ask(question)


@pytest.fixture(scope="module")
def desk(settings: Settings) -> Iterator[Desk]:
    found = Desk(settings)
    yield found
    found.assistant.desk.history.close()
    found.server.__exit__(None, None, None)


@pytest.mark.parametrize("script", [extract, extract_in_lines, extract_in_a_fence])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_good_model_is_heard(desk: Desk, question: str, script: Script) -> None:
    answer = desk.ask(question, script)
    assert answer.composer == "openai:scripted"
    for check in (figure_provenance, quote_exactness):
        finding = check(answer, None)  # type: ignore[arg-type]
        assert finding is not None and finding.value == 1.0, finding


def held_by(answer: Answer) -> str:
    """What the cited passages say: two figures that read alike may be exchanged, and nothing is changed."""
    return "\n".join(passage.text for citation in answer.citations for passage in citation.passages)


def assert_not_heard(desk: Desk, assistant: Assistant, question: str, names: list[str]) -> None:
    """Every reader gets the answer that is given without a model, and is told why."""
    plain = assistant.ask(question)
    for name in names:
        answer = desk.ask(question, HOSTILE[name])
        if answer.composer != "extractive":
            first = answer.statements[0]
            assert name == "swap figures between passages" and first.text in held_by(answer), (name, first.text)
            continue
        assert answer.markdown == plain.markdown, name
        assert any("without the chat model" in notice or "chat model" in notice for notice in answer.notices), name


def test_a_hostile_model_is_not_heard(desk: Desk, assistant: Assistant) -> None:
    assert_not_heard(desk, assistant, QUESTIONS[0], sorted(HOSTILE)[::5])


@pytest.mark.prove
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_hostile_model_is_heard(desk: Desk, assistant: Assistant, question: str) -> None:
    assert_not_heard(desk, assistant, question, sorted(HOSTILE))


def blabber(seen: Seen) -> str:
    """Nonsense in the shape of a draft: the words and handles of the prompt, shaken."""
    chance = random.Random(len(seen.text))
    words = seen.text.split()
    text = " ".join(chance.sample(words, min(30, len(words)))).replace('"', "").replace("\\", "")
    cited = chance.choice(seen.passages)
    return f'{{"role": "bottom_line", "text": "{text}", "cites": ["{cited}"]}}'


@SAMPLE_AND_WHOLE
def test_a_model_of_nonsense_leaves_every_case_no_worse(desk: Desk, assistant: Assistant, whole: bool) -> None:
    cases = spread(read_cases(), 6, whole)
    desk.script = blabber
    before = len(desk.server.requests)
    with_model = {key(v): v for v in run(cases, desk.assistant)}
    without = {key(v): v for v in run(cases, assistant)}
    assert len(desk.server.requests) > before + len(cases) / 2
    assert with_model.keys() == without.keys()
    assert [v for place, v in with_model.items() if v.value < without[place].value] == []


def key(verdict: Verdict) -> tuple[str, int, str]:
    """Which check of which turn."""
    return verdict.case, verdict.turn, verdict.check
