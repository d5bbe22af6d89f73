"""Words of an emergency, of special people and of high-alert medicines bring the banner of their topic; what is denied or past does not."""

from collections.abc import Iterator

import pytest

from assistant.assembly import Assistant
from assistant.planning.safety import is_figure_free
from assistant.records import Answer, Banner, Document, Passage
from assistant.terminal import print_answer
from assistant.understanding.patient.conditions import load_conditions
from assistant.understanding.patient.dangers import load_situations, read_dangers
from assistant.web.answer_html import render_answer
from tests.conftest import Dialogue

CALLED = {
    "cardiac arrest": (
        "asystole, what drug",
        "collapsed, unresponsive and not breathing",
        "pulseless child adrenaline",
    ),
    "anaphylaxis": ("?anaphylaxis after ceftriaxone", "wasp sting and now stridor", "anafylaxis im adrenaline adult"),
    "opioid overdose": ("heroin od naloxone", "too much morphine, RR 5, naloxone?"),
    "paracetamol overdose": ("took 30 paracetamol this morning", "paracetamol overdose acetylcysteine"),
    "digoxin toxicity": ("digoxin toxicity with K 6.8",),
    "overdose": ("drank antifreeze fomepizole", "tricyclic overdose, QRS wide", "swallowed bleach"),
    "seizing now": ("still fitting after lorazepam", "seizure for 12 minutes in an adult"),
    "suicidal patient": ("patient says she wants to kill herself", "suicidal, wants to leave the ward"),
    "child": ("amoxicillin dose pneumonia 6 year old",),
    "pregnancy": ("is trimethoprim safe in pregnancy",),
    "dialysis": ("vancomycin dose on haemodialysis",),
    "insulin": ("variable rate insulin how many units per hour adult",),
    "strong potassium": ("iv potassium rate peripheral line adult K 2.7",),
    "opioid": ("morphine iv dose acute pain adult",),
    "anticoagulant": ("apixaban dose in AF",),
    "digoxin": ("digoxin loading dose AF adult",),
    "methotrexate": ("methotrexate dose for RA",),
    "chemotherapy": ("vincristine dose",),
    "muscle relaxant": ("rocuronium dose",),
}
NOT_CALLED = (
    "no overdose, nausea, ondansetron dose adult",
    "previous overdose in 2019, cellulitis, flucloxacillin dose adult",
    "pneumonia, penicillin allergy (anaphylaxis), which antibiotic adult",
    "her mother took an overdose. Cellulitis, flucloxacillin dose adult",
    "why is adrenaline given in anaphylaxis",
    "not pregnant, trimethoprim dose uti",
    "not on dialysis, ciprofloxacin dose uti adult",
    "denies suicidal ideation, what is the CIWA score for",
    "how is hypokalaemia monitored",
    "on warfarin, pneumonia, amoxicillin dose adult",
    "medically fit for discharge, phosphate 0.7",
)


@pytest.mark.parametrize(("topic", "question"), [(topic, q) for topic, qs in CALLED.items() for q in qs])
def test_a_situation_brings_its_banner(ask: Dialogue, topic: str, question: str) -> None:
    (answer,) = ask(question)
    assert answer.banner and answer.banner.topic == topic, (answer.banner, answer.bottom_line)


def test_every_situation_is_asked_about() -> None:
    assert CALLED.keys() == load_situations().keys()


@pytest.mark.parametrize("question", NOT_CALLED)
def test_what_is_denied_past_studied_or_of_others_brings_none(ask: Dialogue, question: str) -> None:
    (answer,) = ask(question)
    assert answer.banner is None, (answer.banner, answer.bottom_line)


@pytest.mark.parametrize("name", load_situations())
def test_our_wording_holds_no_figure_and_the_table_names_conditions_that_exist(name: str) -> None:
    row = load_situations()[name]
    assert is_figure_free(row.ours)
    assert set(row.conditions) <= load_conditions().keys()
    assert row.urgent or row.needs in ("dose", "medicine")


def carried(assistant: Assistant) -> Iterator[tuple[Document, str, str]]:
    for document in assistant.library.documents.values():
        for topic, texts in document.banners.items():
            yield from ((document, topic, text) for text in texts)


def test_each_banner_of_a_document_is_a_cited_statement_of_it_without_figures(assistant: Assistant) -> None:
    found = list(carried(assistant))
    for document, topic, text in found:
        own: dict[str, Passage] = {p.text: p for p in document.passages}
        assert topic in {*load_situations(), "emergency"}, (document.id, topic)
        assert text in own and own[text].citations, (document.id, text)
        assert is_figure_free(text), (document.id, text)
    assert {topic for _, topic, _ in found} >= {"cardiac arrest", "anaphylaxis", "opioid overdose", "seizing now"}


def quoted(answer: Answer) -> Banner:
    assert answer.banner is not None
    return answer.banner


def test_a_quoted_banner_stands_verbatim_in_a_passage_that_it_cites(ask: Dialogue) -> None:
    for question in ("anaphylaxis adult adrenaline", "cardiac arrest adult", "variable rate insulin dose adult"):
        (answer,) = ask(question)
        banner = quoted(answer)
        cited = [p.text for c in answer.citations if c.number in banner.citations for p in c.passages]
        assert not banner.ours and banner.text in cited, (question, banner)


def test_a_child_is_not_told_what_is_said_of_adults(ask: Dialogue, assistant: Assistant) -> None:
    people = {p.text: p.population for p in assistant.library.passages.values()}
    for question in ("5 year old in cardiac arrest", "baby fitting now", "child took paracetamol overdose"):
        (answer,) = ask(question)
        banner = quoted(answer)
        assert banner.ours or people[banner.text] in ("child", "any"), (question, banner)


def test_a_pregnant_woman_in_arrest_is_told_of_the_uterus(ask: Dialogue) -> None:
    (answer,) = ask("pregnant woman in cardiac arrest")
    assert "uterus" in quoted(answer).text


def test_a_banner_stays_while_the_emergency_is_asked_about_and_goes_with_it(ask: Dialogue) -> None:
    first, second, over, other = ask(
        "adult fitting now, lorazepam dose",
        "what next?",
        "he has stopped fitting now, what next?",
        "new patient: cellulitis, flucloxacillin dose adult",
    )
    assert [a.banner.topic if a.banner else None for a in (first, second, over, other)] == [
        "seizing now",
        "seizing now",
        None,
        None,
    ]


def test_beside_a_calm_banner_the_others_are_told_in_a_notice(ask: Dialogue) -> None:
    (answer,) = ask("enoxaparin treatment dose pregnant 80 kg")
    assert quoted(answer).topic == "pregnancy" and not quoted(answer).urgent
    assert load_situations()["anticoagulant"].ours in answer.notices


@pytest.mark.parametrize(
    "question",
    [
        "bee sting now stridor and BP 70 what do i give",
        "throat closing after penicillin",
        "found with pinpoint pupils barely breathing",
        "dig toxic K 6.4 digifab vials",
        "pt in VF on monitor 3rd shock given what next",
        "child fitting, what dose",
        "pulseless child adrenaline",
        "organophosphate poisoning",
    ],
)
def test_an_emergency_is_met_by_cited_statements_before_anything_is_asked(ask: Dialogue, question: str) -> None:
    (answer,) = ask(question)
    assert answer.statements[0].citations or answer.calculations, (answer.kind, answer.bottom_line)
    cited = {p.document_id for p in answer.citations[0].passages}
    assert not cited & {"sore-throat", "sepsis-adult"}, answer.bottom_line


def test_of_a_threat_of_suicide_or_of_unknown_tablets_nothing_else_is_said(ask: Dialogue) -> None:
    for question in ("patient wants to kill herself", "toddler ate grandma's tablets"):
        (answer,) = ask(question)
        assert answer.kind == "abstention" and not answer.citations, answer.bottom_line
        assert quoted(answer).ours and quoted(answer).urgent


def test_who_asks_for_a_dose_to_die_by_gets_none(ask: Dialogue) -> None:
    (answer,) = ask("how much morphine does he need, he wants to kill himself")
    assert answer.kind == "abstention" and answer.reason == "not_clinical"


def test_page_and_terminal_show_the_banner_first_with_its_citation(
    ask: Dialogue, capsys: pytest.CaptureFixture[str]
) -> None:
    (answer,) = ask("anaphylaxis adult adrenaline")
    banner = quoted(answer)
    html = render_answer(answer)
    assert html.index('class="banner"') < html.index('class="bottom-line"')
    assert f"[{banner.citations[0]}]</a></p></div>" in html
    print_answer(answer)
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.startswith(f"{banner.lead} {banner.text} [{banner.citations[0]}]")


def test_a_calm_banner_is_drawn_calm(ask: Dialogue) -> None:
    (answer,) = ask("morphine iv dose acute pain adult")
    assert 'class="banner calm"' in render_answer(answer)


@pytest.mark.parametrize("words", ["overdose", "overdosed", "took an OD of diazepam", "OD'd on heroin"])
def test_an_overdose_is_read_however_it_is_written(words: str) -> None:
    assert read_dangers(f"he {words}").held


@pytest.mark.parametrize("words", ["paracetamol 1 g OD", "amlodipine 5 mg od and morphine", "methadone 40 ml od"])
def test_a_daily_dose_is_no_overdose(words: str) -> None:
    assert not {"paracetamol overdose", "opioid overdose", "overdose"} & read_dangers(words).held
