"""Several questions in one message are answered in turn; a list of facts, or one question with two sides, is not cut."""

import pytest

from assistant.assembly import Assistant
from assistant.figures import find
from assistant.records import Answer
from assistant.understanding.splitting import MOST_PARTS, split_questions
from evals.checks import figure_provenance, quote_exactness
from tests.conftest import Dialogue


def split(assistant: Assistant, message: str) -> list[str]:
    parts = split_questions(message, assistant.desk.lexicon, assistant.registry)
    return [" ".join(part.split()) for part in parts]


SEVERAL = [
    (
        "adrenaline dose anaphylaxis and how often repeat? also what bloods after",
        ["adrenaline dose anaphylaxis", "and how often repeat?", "also what bloods after"],
    ),
    ("CrCl for 80F 50kg cr 120, and enoxaparin dose", ["CrCl for 80F 50kg cr 120,", "and enoxaparin dose"]),
    (
        "1. max paracetamol 45kg 2. does it need adjusting in liver disease 3. NAC threshold",
        ["max paracetamol 45kg", "does it need adjusting in liver disease", "NAC threshold"],
    ),
    ("CrCl? and enoxaparin dose? 80F 50kg cr 120", ["CrCl? 80F 50kg cr 120", "and enoxaparin dose? 80F 50kg cr 120"]),
    (
        "CrCl for 80F 50kg cr 120, and enoxaparin dose in DVT",
        ["CrCl for 80F 50kg cr 120,", "and enoxaparin dose in DVT"],
    ),
    (
        "hydroxazine dose? and adrenaline dose in anaphylaxis?",
        ["hydroxazine dose?", "and adrenaline dose in anaphylaxis?"],
    ),
    ("How is DKA diagnosed and how is it treated?", ["How is DKA diagnosed", "and how is it treated?"]),
    (
        "enoxaparin dose 80kg; NAC threshold; what is the max dose of paracetamol",
        ["enoxaparin dose 80kg;", "NAC threshold;", "what is the max dose of paracetamol"],
    ),
    (
        "gentamicin dose 70kg? also vancomycin loading dose",
        ["gentamicin dose 70kg?", "also vancomycin loading dose"],
    ),
    ("gentamicin dose and vancomycin dose, 70 kg", ["gentamicin dose", "and vancomycin dose, 70 kg"]),
    (
        "what is the dose of calcium gluconate in hyperkalaemia? how often is potassium checked after it?",
        ["what is the dose of calcium gluconate in hyperkalaemia?", "how often is potassium checked after it?"],
    ),
    (
        "(a) amiodarone dose in VF\n(b) adrenaline dose in cardiac arrest",
        ["amiodarone dose in VF", "adrenaline dose in cardiac arrest"],
    ),
    (
        "wells score for PE please. what dose of alteplase in massive PE?",
        ["wells score for PE please.", "what dose of alteplase in massive PE?"],
    ),
    (
        "72 M on apixaban with a head bleed. which reversal agent? and when can apixaban be restarted?",
        ["72 M on apixaban with a head bleed. which reversal agent?", "and when can apixaban be restarted?"],
    ),
    (
        "lorazepam dose in status epilepticus, then what is the levetiracetam loading dose?",
        ["lorazepam dose in status epilepticus,", "then what is the levetiracetam loading dose?"],
    ),
]
ONE = [
    "gentamicin and vancomycin dose 70kg",
    "gent dose and levels",
    "HAS-BLED and CHA2DS2-VASc for 80F",
    "what is his CrCl? and his BMI? 80M 70kg 170cm cr 120",
    "80F with AF and how much apixaban?",
    "Na 140, K 4, and Cl 100. anion gap?",
    "?PE 60M - what dose of enoxaparin?",
    "headache and drowsy, cerebral oedema? mannitol dose",
    "Can you help? what is the dose of amiodarone in VF",
    "hi, quick question? adrenaline dose in anaphylaxis",
    "dose of adrenaline and dose of hydrocortisone in anaphylaxis",
    "He is on warfarin. Is on ramipril. INR 9. dose of vitamin K?",
    "1. 80F 2. cr 120 3. wt 50 kg",
    "sats 92% on 2 L/min. K 2.9. Mg 0.4. how much potassium",
    "apixaban dose and risk of bleeding in AF",
    "enoxaparin for 80 kg man? another patient: 60 kg woman, what dose of dalteparin?",
    "enoxaparin dose 80kg? and dalteparin dose 60kg?",  # of two people, or put right
    "what is the maximum rate of potassium and why?",
    "K 6.8, tented t waves and bradycardia, what now and what next",
    "low calcium 2.02 no tingling, which chewy tabs and how many",
    "adrenaline dose in anaphylaxis",
    "i took 20 paracetamol; should i take more? what do i do",
]


@pytest.mark.parametrize(("message", "parts"), SEVERAL, ids=[message for message, _ in SEVERAL])
def test_a_message_is_cut_into_its_questions(assistant: Assistant, message: str, parts: list[str]) -> None:
    assert split(assistant, message) == parts


@pytest.mark.parametrize("message", ONE)
def test_one_question_is_not_cut(assistant: Assistant, message: str) -> None:
    assert len(split(assistant, message)) == 1


@pytest.mark.parametrize("message", [message for message, _ in SEVERAL])
def test_every_part_keeps_its_place_in_the_message(assistant: Assistant, message: str) -> None:
    for part in split_questions(message, assistant.desk.lexicon, assistant.registry):
        assert all(char in (" ", message[place]) for place, char in enumerate(part))


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> list[Answer]:
    return [assistant.ask(message) for message, _ in SEVERAL]


def test_each_question_leads_with_its_own_bottom_line_in_turn(answers: list[Answer]) -> None:
    for answer in answers:
        first = [s for s in answer.statements if s.role == "bottom_line"]
        assert answer.statements[: len(first)] == tuple(first), answer.question
        headings = list(dict.fromkeys(s.heading for s in first))
        assert all(headings), answer.question
        assert answer.bottom_line.startswith(f"**{headings[0]}**"), answer.question
        places = [answer.bottom_line.index(f"**{heading}**") for heading in headings]
        assert places == sorted(places), answer.question


def test_the_law_of_numbers_holds_over_the_whole(answers: list[Answer]) -> None:
    for answer in answers:
        for check in (figure_provenance, quote_exactness):
            finding = check(answer, None)  # type: ignore[arg-type]
            assert finding is None or finding.value == 1.0, (answer.question, finding)
        assert answer.markdown.startswith(answer.bottom_line)
        assert not [s.heading for s in answer.statements if s.heading and find(s.heading)]
        assert len({section.role for section in answer.sections}) == len(answer.sections)
        numbers = {citation.number for citation in answer.citations}
        assert {number for s in answer.statements for number in s.citations} <= numbers


def test_every_fact_is_of_the_message_and_stands_where_it_says(answers: list[Answer]) -> None:
    for answer in answers:
        for fact in answer.understood:
            assert fact.origin == "question", (answer.question, fact)
            if fact.span[1]:
                assert answer.question[slice(*fact.span)] == fact.text, (answer.question, fact)
        for calculation in answer.calculations:
            assert {given.origin for given in calculation.inputs.values()} <= {"question"}, answer.question


def test_facts_that_come_last_are_of_every_question(ask: Dialogue) -> None:
    answer = ask("CrCl? and enoxaparin dose for DVT treatment? 80F 50kg cr 120 micromol/L")[0]
    assert answer.calculations[0].calculator == "creatinine_clearance"
    assert {"80", "50kg"} <= {given.text for given in answer.calculations[0].inputs.values()}
    assert any("enoxaparin" in s.text for s in answer.statements if s.role == "bottom_line")
    assert "dose" in answer.intents


def test_the_calculations_follow_in_the_order_of_the_questions(ask: Dialogue) -> None:
    answer = ask("1. paracetamol iv dose 45kg 2. acetylcysteine dose in paracetamol overdose")[0]
    named = list(dict.fromkeys(calculation.calculator for calculation in answer.calculations))
    assert named.index("paracetamol_iv") < named.index("acetylcysteine_iv")
    sources = {figure.source.calculation for figure in answer.figures if figure.origin == "calculation"}
    assert sources <= set(range(len(answer.calculations)))
    for figure in answer.figures:
        if figure.origin == "calculation":
            statement = next(s for s in answer.statements if figure.id in s.figures)
            drug = answer.calculations[figure.source.calculation].title.split()[0].lower()
            assert drug in statement.text.lower(), (figure.text, statement.text)


def test_what_is_given_next_is_worked_out_again(ask: Dialogue) -> None:
    first, second = ask("CrCl for 80F 50kg, and NAC threshold?", "creatinine is 120 micromol/L")
    assert ("creatinine_clearance", "creatinine") in {(item.for_, item.name) for item in first.missing_inputs}
    assert "creatinine_clearance" in {calculation.calculator for calculation in second.calculations}


def test_a_follow_up_is_of_the_last_question(ask: Dialogue) -> None:
    _, answer = ask("NAC threshold? and adrenaline dose in anaphylaxis?", "and how often is it repeated?")
    assert "adrenaline" in answer.bottom_line.lower()
    assert "acetylcysteine" not in answer.bottom_line.lower()


def test_of_too_many_questions_the_rest_is_asked_for_again(ask: Dialogue) -> None:
    drugs = ("adrenaline", "amiodarone", "lorazepam", "enoxaparin", "gentamicin", "vancomycin")
    answer = ask(" ".join(f"{n}. {drug} dose" for n, drug in enumerate(drugs, 1)))[0]
    headings = {s.heading for s in answer.statements if s.role == "bottom_line"}
    assert len(headings) == MOST_PARTS
    assert any("ask the rest again" in notice for notice in answer.notices)


def test_an_emergency_among_the_questions_brings_its_banner(ask: Dialogue) -> None:
    assert ask("BMI for 70kg 170cm? and adrenaline dose in anaphylaxis?")[0].banner is not None


def test_a_question_without_an_answer_does_not_hide_the_others(ask: Dialogue) -> None:
    answer = ask("adrenaline dose in anaphylaxis? and what is the dose of zoltrabamide?")[0]
    assert answer.kind == "answer"
    assert "adrenaline" in answer.bottom_line.lower()
    assert "zoltrabamide" in answer.bottom_line.lower()


def test_a_name_in_doubt_is_asked_about_beside_what_is_answered(ask: Dialogue) -> None:
    first, second = ask("prednisolne dose in polymyalgia? and adrenaline dose in anaphylaxis?", "prednisolone")
    assert first.kind == "clarification"
    assert [offer.name for offer in first.offered] == ["prednisolone", "prednisone"]
    assert "adrenaline" in first.bottom_line
    assert not second.offered
    assert second.bottom_line.startswith("**Prednisolone")


def test_a_heading_names_every_medicine_that_is_asked_of(ask: Dialogue) -> None:
    answer = ask("k 6.6 with ecg changes: calcium dose, insulin dose, and when do i recheck the K?")[0]
    assert answer.bottom_line.startswith("**Calcium, insulin: dose**")


@pytest.mark.parametrize("audience", ["nurse", "pharmacist", "student"])
def test_the_same_is_said_to_every_audience(assistant: Assistant, audience: str) -> None:
    message = SEVERAL[0][0]
    mine, theirs = assistant.ask(message), assistant.ask(message, audience=audience)
    assert sorted(s.text for s in mine.statements) == sorted(s.text for s in theirs.statements)
    assert mine.bottom_line == theirs.bottom_line
