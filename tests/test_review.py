"""Reviews: acts of named people, kept by appending; an approval is of one exact text and lapses by itself."""

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant import calculators
from assistant.assembly import Assistant, assemble
from assistant.cli import app
from assistant.errors import ReviewRefused
from assistant.records import Document
from assistant.review import Reviews, Standing, judge, judge_all, list_calculators, take_seal
from assistant.settings import Settings

QUESTION = "are antihistamines given in the first treatment of anaphylaxis?"
BY = "Dr A. Example, pharmacy"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept.sqlite"


@pytest.fixture
def reviews(kept: Path) -> Reviews:
    return Reviews(f"sqlite:///{kept}")


@pytest.fixture
def site(settings: Settings, kept: Path) -> Settings:
    return settings.model_copy(update={"database": f"sqlite:///{kept}"})


def stand(assistant: Assistant, name: str, reviews: Reviews) -> Standing:
    return judge_all(assistant.library.documents, reviews)[name]


def approve(assistant: Assistant, name: str, reviews: Reviews) -> None:
    reviews.act("submit", stand(assistant, name, reviews), BY)
    reviews.act("approve", stand(assistant, name, reviews), BY)


def test_nothing_ships_as_approved_and_looking_writes_nothing(
    assistant: Assistant, reviews: Reviews, kept: Path
) -> None:
    assert {standing.status for standing in judge_all(assistant.library.documents, reviews).values()} == {"submitted"}
    assert reviews.mark() == 0 and reviews.history("anaphylaxis") == () and not kept.exists()


def test_an_approval_shows_on_the_next_answer_of_an_assistant_that_runs(site: Settings, reviews: Reviews) -> None:
    running = assemble(site)
    running.warm()
    before = running.ask(QUESTION)
    assert before.review_status == "submitted" and any("Awaits review" in notice for notice in before.notices)
    cited = {passage.document_id for citation in before.citations for passage in citation.passages}
    for name in cited:
        approve(running, name, reviews)
    after = running.ask(QUESTION)
    assert after.review_status == "approved" and not any("Awaits review" in notice for notice in after.notices)
    assert {p.review_status for c in after.citations for p in c.passages} == {"approved"}
    assert after.markdown == before.markdown


def test_a_site_of_approved_text_quotes_what_was_approved(site: Settings, reviews: Reviews) -> None:
    strict = assemble(site.model_copy(update={"approved_only": True}))
    strict.warm()
    assert strict.ask(QUESTION).citations == ()
    whole = assemble(site)
    whole.warm()
    approve(whole, "anaphylaxis", reviews)
    answer = strict.ask(QUESTION)
    assert {p.document_id for c in answer.citations for p in c.passages} == {"anaphylaxis"}


def test_what_was_rejected_is_not_quoted(site: Settings, reviews: Reviews) -> None:
    running = assemble(site)
    running.warm()
    reviews.act("reject", stand(running, "anaphylaxis", reviews), BY, "the observation times are to be checked")
    answer = running.ask(QUESTION)
    assert "anaphylaxis" not in {p.document_id for c in answer.citations for p in c.passages}


def changed(document: Document) -> Document:
    return document.model_copy(update={"hash": document.hash[::-1]})


def test_a_changed_byte_of_the_text_or_of_its_regimens_ends_an_approval(assistant: Assistant, reviews: Reviews) -> None:
    documents = dict(assistant.library.documents)
    approve(assistant, "anaphylaxis", reviews)
    assert judge_all(documents, reviews)["anaphylaxis"].status == "approved"
    for name in ("anaphylaxis", "adrenaline-im-anaphylaxis"):
        standing = judge_all({**documents, name: changed(documents[name])}, reviews)["anaphylaxis"]
        assert standing.status == "submitted" and standing.lapsed
    other = judge_all({**documents, "hypokalaemia": changed(documents["hypokalaemia"])}, reviews)
    assert other["anaphylaxis"].status == "approved"
    back = judge_all(documents, reviews)["anaphylaxis"]
    assert back.status == "approved" and not back.lapsed


def test_a_changed_calculator_ends_the_approval_of_a_document_that_names_it(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    calculator = calculators.load()[0]
    document = assistant.library.documents["anaphylaxis"]
    passage = document.passages[0].model_copy(update={"text": f"Work it out with {calculator.title.lower()}."})
    naming = document.model_copy(update={"passages": (passage,)})
    assert calculator in list_calculators(naming) and calculator not in list_calculators(document)
    seals = [take_seal(one, assistant.library.documents) for one in (naming, document)]
    monkeypatch.setitem(calculator.__dict__, "digest", "another")
    assert take_seal(naming, assistant.library.documents) != seals[0]
    assert take_seal(document, assistant.library.documents) == seals[1]


def test_a_rejection_stays_until_the_document_is_submitted_again(assistant: Assistant, reviews: Reviews) -> None:
    documents = dict(assistant.library.documents)
    reviews.act("reject", stand(assistant, "anaphylaxis", reviews), BY, "wrong edition")
    altered = {**documents, "anaphylaxis": changed(documents["anaphylaxis"])}
    assert judge_all(altered, reviews)["anaphylaxis"].status == "rejected"
    reviews.act("submit", judge_all(altered, reviews)["anaphylaxis"], BY)
    assert judge_all(altered, reviews)["anaphylaxis"].status == "under_review"


def test_a_file_that_calls_itself_approved_is_not(assistant: Assistant) -> None:
    document = assistant.library.documents["anaphylaxis"].model_copy(update={"status": "approved"})
    assert judge(document, "", None).status == "submitted"


@pytest.mark.parametrize(
    ("action", "person", "note", "said"),
    [
        ("approve", BY, "", "submit it for review first"),
        ("submit", "  ", "", "by a named person"),
        ("submit", "12", "", "by a named person"),
        ("submit", "a" * 121, "", "by a named person"),
        ("reject", BY, " ", "says why"),
        ("reject", BY, "x" * 2001, "too long"),
    ],
)
def test_what_may_not_be_done_is_refused_in_one_line(
    assistant: Assistant, reviews: Reviews, kept: Path, action: str, person: str, note: str, said: str
) -> None:
    with pytest.raises(ReviewRefused, match=said) as refused:
        reviews.act(action, stand(assistant, "anaphylaxis", reviews), person, note)  # type: ignore[arg-type]
    assert "\n" not in str(refused.value)
    assert not kept.exists()


def test_what_changed_after_it_was_submitted_is_submitted_again_first(assistant: Assistant, reviews: Reviews) -> None:
    reviews.act("submit", stand(assistant, "anaphylaxis", reviews), BY)
    with pytest.raises(ReviewRefused, match="already"):
        reviews.act("submit", stand(assistant, "anaphylaxis", reviews), BY)
    documents = dict(assistant.library.documents)
    altered = judge_all({**documents, "anaphylaxis": changed(documents["anaphylaxis"])}, reviews)["anaphylaxis"]
    with pytest.raises(ReviewRefused, match="changed after that"):
        reviews.act("approve", altered, BY)


@pytest.mark.parametrize("statement", ["UPDATE reviews SET person = 'X'", "DELETE FROM reviews"])
def test_the_history_is_only_added_to(assistant: Assistant, reviews: Reviews, kept: Path, statement: str) -> None:
    reviews.act("submit", stand(assistant, "anaphylaxis", reviews), BY, "for the spring review")
    with sqlite3.connect(kept) as connection, pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute(statement)
    (act,) = reviews.history("anaphylaxis")
    assert (act.action, act.person, act.note) == ("submit", BY, "for the spring review")


@pytest.fixture
def command(settings: Settings, kept: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("ASSISTANT_DATA", str(settings.data))
    monkeypatch.setenv("ASSISTANT_DATABASE", f"sqlite:///{kept}")
    return CliRunner()


def test_the_whole_way_by_commands(command: CliRunner) -> None:
    for action in ("submit", "approve"):
        done = command.invoke(app, ["review", action, "anaphylaxis", "--by", BY, "--note", "read against the sources"])
        assert done.exit_code == 0 and BY in done.stdout
    listed = json.loads(command.invoke(app, ["review", "list", "--json", "--status", "approved"]).stdout)
    assert [(one["document"], one["last"]["person"]) for one in listed] == [("anaphylaxis", BY)]
    shown = command.invoke(app, ["review", "show", "anaphylaxis"]).stdout
    assert "Regimens: adrenaline-im-anaphylaxis" in shown and "approved by Dr A. Example" in shown
    whole = json.loads(command.invoke(app, ["review", "show", "anaphylaxis", "--json"]).stdout)
    assert [act["action"] for act in whole["history"]] == ["submit", "approve"]
    assert "anaphylaxis" in command.invoke(app, ["review", "list"]).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["approve", "anaphylaxis", "--by", BY], "submit it for review first"),
        (["submit", "anaphylaxix", "--by", BY], "did you mean anaphylaxis"),
        (["reject", "anaphylaxis", "--by", BY], "says why"),
        (["submit", "anaphylaxis", "--by", ""], "named person"),
    ],
)
def test_bad_input_of_a_command_is_one_line(command: CliRunner, arguments: list[str], said: str) -> None:
    done = command.invoke(app, ["review", *arguments])
    assert done.exit_code == 2 and said in done.stderr and len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr + done.stdout
