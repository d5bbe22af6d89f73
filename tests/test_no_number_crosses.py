"""No number crosses from one patient to another, and none that was taken back stays: of dialogues that people wrote, and of made ones."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from assistant.assembly import Assistant
from assistant.planning.filling import fill_by_units
from assistant.planning.results import run_calls
from assistant.records import Answer, Turn, Versions
from assistant.understanding import vocabulary as v
from assistant.understanding.choosing.calls import choose_calls
from assistant.understanding.question import Message, Reading, read_question
from assistant.understanding.words.courtesy import is_courtesy
from assistant.understanding.words.shorthand import expand
from evals.reading import Half, read_set
from tests.samples import SAMPLE_AND_WHOLE, spread

MADE, SAMPLE, CHUNK, STEP = 2000, 15, 100, 20
NUMBER = re.compile(r"(?<![\d.,])\d+(?:\.\d+)?(?![\d]|[.,]\d)")

# ---- what is said of one patient -------------------------------------------------------------------------------------

FIGURES: dict[str, tuple[tuple[str, ...], float, float, int]] = {
    "age": (("{} year old", "{}yo", "aged {}"), 20, 96, 0),
    "weight": (("{} kg", "wt {} kg", "weighs {}kg"), 41, 139, 0),
    "height": (("{} cm", "height {} cm"), 141, 199, 0),
    "creatinine": (("creatinine {} umol/L", "creat {} µmol/L", "cr {} umol/l"), 200, 590, 0),
    "sodium": (("na {}", "sodium {} mmol/L"), 111, 170, 1),
    "potassium": (("k {}", "potassium {} mmol/L"), 2.1, 7.9, 2),
    "albumin": (("albumin {} g/L", "alb {} g/L"), 11, 40, 1),
    "calcium": (("calcium {} mmol/L", "ca {} mmol/L"), 1.6, 3.4, 2),
    "glucose": (("glucose {} mmol/L", "bm {} mmol/L"), 3.1, 39, 1),
    "bilirubin": (("bili {} umol/L", "bilirubin {} umol/L"), 600, 890, 0),
    "inr": (("inr {}",), 1.1, 8.9, 2),
    "crcl": (("crcl {} mL/min",), 11, 129, 1),
    "lactate": (("lactate {} mmol/L",), 1.1, 14.9, 2),
}
ASKED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("crcl?", ("age", "weight", "creatinine")),
    ("bmi", ("weight", "height")),
    ("corrected calcium", ("calcium", "albumin")),
    ("enoxaparin for a dvt, adult", ("weight", "crcl")),
    ("iv paracetamol dose, adult", ("weight",)),
    ("meld-na", ("bilirubin", "inr", "creatinine", "sodium")),
    ("free water deficit, man", ("weight", "sodium")),
    ("serum osmolality", ("sodium", "glucose")),
    ("how is this treated", ("potassium", "creatinine")),
    ("sepsis, which fluids", ("lactate", "weight")),
    ("aciclovir iv for encephalitis, adult", ("weight", "crcl")),
)
SEPARATORS = (
    "different patient: {}", "another one: {}", "next patient, {}", "new pt - {}", "someone else: {}", "bed 7: {}", "Bay 2 bed 5 now - {}",
    "ok. second patient. {}", "2nd patient {}", "another lady, {}", "next: {}", "and in bed 9? {}", "for bed 3: {}", "pt b: {}", "a different one, {}",
    "new admission, {}", "not the same patient. {}", "my other patient, {}", "different person {}", "next case {}", "another baby: {}", "somebody else's: {}",
)  # fmt: skip
SWITCHES = (
    "and hyperkalaemia, how is it treated?", "new topic: dose of amoxicillin for pneumonia?", "why?", "does that need monitoring?",
    "and in renal failure?", "how often do I check?", "what about gentamicin?", "thanks", "ok", "is it safe in pregnancy?", "and if that fails",
    "so what instead", "no", "yes", "what is the map", "in a child?", "what if she's pregnant", "otherwise none of them",
)  # fmt: skip
CORRECTIONS = (
    "sorry, {said}", "no wait, {said}", "{said}, my mistake", "should have said {said}", "{new} not {old}", "actually {said}",
    "nurse says {said}", "{said}, misread it", "now {said}",
)  # fmt: skip
WITHDRAWALS = (
    "ignore the {name}", "scrap the {name}", "the {name} can't be used, leave it out", "wrong patient's {name}", "forget the {name}",
    "ignore the {old}, wrong label",
)  # fmt: skip
AGAIN = ("same question", "same again please", "same drug", "both again")


@dataclass(frozen=True)
class Say:
    """One message: of which patient it is, the numbers that may no longer stand after it, and whether they were taken back."""

    text: str
    patient: int
    gone: frozenset[float]


@dataclass
class Ward:
    """The patients of one made dialogue, no two of whom share a number."""

    dice: random.Random
    used: set[float] = field(default_factory=set)
    gone: set[float] = field(default_factory=set)
    held: dict[str, float] = field(default_factory=dict)

    def draw(self, name: str) -> str:
        """A number of that kind that stands nowhere else in the dialogue."""
        _, low, high, places = FIGURES[name]
        while (value := round(self.dice.uniform(low, high), places)) in self.used:
            continue
        self.used.add(value)
        if name in self.held:
            self.gone.add(self.held[name])
        self.held[name] = value
        return f"{value:g}"

    def say(self, name: str) -> str:
        return self.dice.choice(FIGURES[name][0]).format(self.draw(name))


def make_dialogue(seed: int) -> list[Say]:
    """Two to four patients one after the other, with what people do between: give, put right, take back, ask on, change the topic."""
    dice = random.Random(seed)
    ward, said = Ward(dice, used={float(n) for n in range(10)}), []
    for patient in range(dice.randint(2, 4)):
        ward.gone |= set(ward.held.values())
        ward.held = {}
        said += _of_one(patient, dice, ward)
    return said


def _of_one(patient: int, dice: random.Random, ward: Ward) -> Iterator[Say]:
    ask, names = dice.choice(ASKED)
    first = [ward.say(name) for name in names if dice.random() < (0.85 if patient else 1)]
    opening = ", ".join(dice.sample([ask, *first], k=len(first) + 1)) if dice.random() < 0.8 else ", ".join(first)
    if patient and (not first or dice.random() < 0.25):
        opening = ", ".join([dice.choice(AGAIN), *first])
    opening = dice.choice(SEPARATORS).format(opening) if patient else opening
    yield Say(opening, patient, frozenset(ward.gone))
    for _ in range(dice.randint(0, 3)):
        yield Say(_go_on(dice, ward), patient, frozenset(ward.gone))


def _go_on(dice: random.Random, ward: Ward) -> str:
    name = dice.choice(sorted(ward.held)) if ward.held else None
    turn = dice.random()
    if name and turn < 0.35:
        old = f"{ward.held[name]:g}"
        said = ward.say(name)
        return dice.choice(CORRECTIONS).format(said=said, new=f"{ward.held[name]:g}", old=old)
    if name and turn < 0.55:
        old = f"{ward.held[name]:g}"
        ward.gone.add(ward.held.pop(name))
        return dice.choice(WITHDRAWALS).format(name=name, old=old)
    if turn < 0.7:
        return ward.say(dice.choice(sorted(FIGURES)))
    return dice.choice(SWITCHES)


# ---- what is read, and what is answered ------------------------------------------------------------------------------


def take_turn(text: str, last: Turn | None, assistant: Assistant) -> tuple[Turn, set[float]]:
    """A turn without looking anything up: the facts that hold, and the numbers in them and in what was worked out of them."""
    desk, earlier = assistant.desk, last and (last.aside_of or last)
    message = Message(text, expand(text))
    reading = fill_by_units(read_question(message, earlier, desk.lexicon), earlier, desk.registry)
    results = run_calls(choose_calls(reading, earlier, desk.registry), None, reading.about_a_patient)
    answer = Answer(
        id="a", conversation_id="c", created_at=datetime.now(UTC), versions=Versions(software="", corpus="", index=""),
        question=text, standalone_question=reading.standalone, understood=reading.facts, intents=reading.intents, kind="answer",
        audience="physician", bottom_line="", markdown="", calculations=results.calculations, missing_inputs=results.asked,
    )  # fmt: skip
    follows = earlier if earlier and reading.follow_up else None
    turn = Turn(
        answer=answer, facts=reading.facts, topics=reading.documents, subjects=reading.subjects, waiting_for=results.waiting,
        drugs=reading.drugs or (follows.drugs if follows else {}), aside_of=earlier if is_courtesy(text) else None,
        indications=reading.indications or (follows.indications if follows else {}),
    )  # fmt: skip
    return turn, _numbers_of(answer)


def _numbers_of(answer: Answer) -> set[float]:
    """The numbers that an answer takes for the patient's own."""
    texts = [fact.text for fact in answer.understood]
    texts += [given.text for done in answer.calculations for given in done.inputs.values()]
    texts += [figure.text for figure in answer.figures if figure.origin == "question"]
    values = {float(fact.value) for fact in answer.understood if isinstance(fact.value, float | int)}
    return values | set(find_numbers(" ".join(texts)))


def find_numbers(text: str) -> Iterable[float]:
    return (float(number) for number in NUMBER.findall(text))


def list_read(dialogue: Sequence[Say], assistant: Assistant) -> list[str]:
    """The messages after which a number stands that should be gone, read without looking anything up."""
    last, wrong = None, []
    for say in dialogue:
        last, held = take_turn(say.text, last, assistant)
        if crossed := held & say.gone - set(find_numbers(say.text)):
            wrong.append(f"{say.text} · {sorted(crossed)}")
    return wrong


def list_answered(dialogue: Sequence[Say], assistant: Assistant) -> list[str]:
    """The same of whole answers, also of the question in which earlier turns are folded."""
    conversation, wrong = None, []
    for say in dialogue:
        answer = assistant.ask(say.text, conversation)
        conversation = answer.conversation_id
        held = _numbers_of(answer) | set(find_numbers(answer.standalone_question))
        if crossed := held & say.gone - set(find_numbers(say.text)):
            wrong.append(f"{say.text} · {sorted(crossed)}")
    return wrong


def read_scripted(half: Half) -> list[list[Say]]:
    """The dialogues that people wrote, each turn with the numbers that its label says are gone."""
    return [
        [Say(turn["say"], 0, frozenset(n for one in turn["gone"] for n in find_numbers(str(one)))) for turn in one["turns"]]
        for one in read_set("dialogues", half)
    ]  # fmt: skip


KEPT_APART = pytest.param(
    "measure",
    marks=pytest.mark.xfail(strict=True, reason="turns of the half kept apart still hold a number that is gone"),
)
"""The half that nobody looks at: this fails as soon as no number crosses there, and the mark is to go."""

# ---- the claims ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("half", ["tune", KEPT_APART])
def test_no_number_crosses_in_what_is_read_of_dialogues_that_people_wrote(half: Half, assistant: Assistant) -> None:
    wrong = [one for dialogue in read_scripted(half) for one in list_read(dialogue, assistant)]
    told = wrong if half == "tune" else len(wrong)
    assert not told


@SAMPLE_AND_WHOLE
@pytest.mark.parametrize("start", range(0, MADE, CHUNK))
def test_no_number_crosses_in_what_is_read_of_made_dialogues(start: int, whole: bool, assistant: Assistant) -> None:
    seeds = spread(range(start, start + CHUNK), STEP, whole)
    wrong = [(seed, one) for seed in seeds for one in list_read(make_dialogue(seed), assistant)]
    assert not wrong


def test_no_number_crosses_in_the_answers_of_a_sample(assistant: Assistant) -> None:
    wrong = [(seed, one) for seed in range(SAMPLE) for one in list_answered(make_dialogue(seed), assistant)]
    assert not wrong


@pytest.mark.prove
@pytest.mark.parametrize("start", range(0, MADE, CHUNK))
def test_no_number_crosses_in_the_answers_of_made_dialogues(start: int, assistant: Assistant) -> None:
    wrong = [
        (seed, one) for seed in range(start, start + CHUNK) for one in list_answered(make_dialogue(seed), assistant)
    ]
    assert not wrong


@pytest.mark.prove
@pytest.mark.parametrize("half", ["tune", KEPT_APART])
def test_no_number_crosses_in_the_answers_of_dialogues_that_people_wrote(half: Half, assistant: Assistant) -> None:
    wrong = [one for dialogue in read_scripted(half) for one in list_answered(dialogue, assistant)]
    told = wrong if half == "tune" else len(wrong)
    assert not told


def test_made_dialogues_have_what_they_are_made_for() -> None:
    """Every word for another patient is met, and much is given that could cross, and taken back."""
    made = [make_dialogue(seed) for seed in range(MADE)]
    texts = [say.text for dialogue in made for say in dialogue]
    assert all(any(text.startswith(lead.split("{}")[0]) for text in texts) for lead in SEPARATORS)
    assert all(2 <= len({say.patient for say in dialogue}) <= 4 for dialogue in made)
    assert sum(bool(dialogue[-1].gone) for dialogue in made) > 0.95 * MADE
    assert sum(text.startswith(("ignore", "scrap", "forget", "wrong", "the ")) for text in texts) > 500


@pytest.mark.parametrize("lead", SEPARATORS)
def test_each_of_these_words_begins_another_patient(lead: str) -> None:
    assert re.search(v.NEW_PATIENT, lead.format("what is the dose?"), re.IGNORECASE)


def test_a_separator_that_is_not_heard_is_found_out(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof itself fails when nothing begins another patient."""
    monkeypatch.setattr(v, "NEW_PATIENT", r"(?!)")
    assert sum(bool(list_read(make_dialogue(seed), assistant)) for seed in range(20)) > 10


def _reading(*messages: str, assistant: Assistant) -> Reading:
    last, reading = None, None
    for text in messages:
        reading = read_question(Message(text, expand(text)), last, assistant.desk.lexicon)
        last, _ = take_turn(text, last, assistant)
    assert reading is not None
    return reading


def test_the_same_patient_keeps_what_was_said(assistant: Assistant) -> None:
    """So that nothing crosses because nothing is kept at all."""
    reading = _reading("crcl? 61yo man, 80 kg, creatinine 250 umol/L", "and in renal failure?", assistant=assistant)
    assert {"age", "weight", "creatinine"} <= {fact.fact for fact in reading.facts}
