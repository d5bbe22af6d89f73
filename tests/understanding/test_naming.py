"""A level names its disorder, shorthand is read, and what was measured is not what is asked for."""

import pytest

from assistant.assembly import Assistant
from assistant.understanding import vocabulary as v
from assistant.understanding.facts import read_facts
from assistant.understanding.naming import name_levels, name_subjects, without_levels
from assistant.understanding.words.shorthand import expand


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("K 7.1", ["hyperkalaemia"]),
        ("K 2.1 mmol/L", ["hypokalaemia"]),
        ("K 4.2", []),
        ("Na 112", ["hyponatraemia"]),
        ("Na 160", ["hypernatraemia"]),
        ("calcium 1.7", ["hypocalcaemia"]),
        ("calcium 6.8 mg/dL", ["hypocalcaemia"]),
        ("calcium 9.2 mg/dL", []),
        ("calcium 9.2", []),
        ("phosphate 0.25 mmol/L", ["hypophosphataemia"]),
        ("magnesium 0.35", ["hypomagnesaemia"]),
        ("magnesium 1.9 mg/dL", []),
        ("potassium > 7", []),
    ],
)
def test_a_level_names_its_disorder(message: str, names: list[str]) -> None:
    assert list(name_levels(read_facts(message))) == names


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("mag sulf dose", "magnesium sulfate dose"),
        ("hyperK", "hyperkalaemia"),
        ("hypoNa fitting", "hyponatraemia seizure"),
        ("epi IM", "adrenaline IM"),
        ("phos 0.25", "phosphate 0.25"),
        ("loss of knee jerks", "loss of reflexes"),
        ("vitamin K deficiency", "vitamin K deficiency"),
        ("not eaten 3 wks", "little or no intake, refeeding risk 3 weeks"),
    ],
)
def test_shorthand_is_written_out_for_looking_up(written: str, read: str) -> None:
    assert expand(written) == read


def test_what_was_measured_is_not_asked_for() -> None:
    message = "potassium 7.1, how much potassium"
    assert without_levels(message, read_facts(message)).split() == ["7.1,", "how", "much", "potassium"]


def test_a_document_that_is_named_is_not_displaced_by_a_level(assistant: Assistant) -> None:
    lexicon = assistant.desk.lexicon
    message = "dka adult potassium 3.1 start insulin"
    assert list(name_subjects(message, read_facts(message), lexicon).documents) == ["diabetic-ketoacidosis"]
    alone = "potassium 7.1 what first"
    naming = name_subjects(alone, read_facts(alone), lexicon)
    assert list(naming.documents) == ["hyperkalaemia"] and naming.drugs == {}


def test_a_level_chooses_among_the_documents_that_a_drug_names(assistant: Assistant) -> None:
    message = "calcium 1.7 dose calcium gluconate"
    naming = name_subjects(message, read_facts(message), assistant.desk.lexicon)
    assert list(naming.documents) == ["hypocalcaemia"]


@pytest.mark.parametrize("message", ["CrCl 40", "bmi of 13", "anion gap is 25"])
def test_a_result_that_is_given_is_no_question_for_it(assistant: Assistant, message: str) -> None:
    assert name_subjects(message, (), assistant.desk.lexicon).results


@pytest.mark.parametrize("message", ["CrCl 67 yo male", "BMI 5'10\" 180 lb", "bmi 70 kg"])
def test_an_input_after_the_name_is_no_result(assistant: Assistant, message: str) -> None:
    assert not name_subjects(message, (), assistant.desk.lexicon).results


def test_the_bounds_of_a_disorder_are_never_shown(assistant: Assistant) -> None:
    answer = assistant.ask("K 7.1 what first")
    quoted = {figure.text for figure in answer.figures if figure.origin != "passage"}
    assert not {str(bound) for bounds in v.DISORDERS.values() for bound in bounds} & quoted


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("anaphylaxis under GA", "peri-operative"),
        ("anaphylaxis on the table", "peri-operative"),
        ("anaphylaxis at induction", "peri-operative"),
        ("anorexia nervosa, phos 0.3", "refeeding risk"),
        ("any point checking mg", "checking magnesium"),
        ("had an MI", "heart disease"),
        ("CaCl peripherally?", "calcium chloride"),
    ],
)
def test_shorthand_is_read_as_the_ward_means_it(written: str, read: str) -> None:
    assert read in expand(written)


@pytest.mark.parametrize(
    ("written", "not_read"),
    [
        ("GA 34 weeks, eclampsia", "peri-operative"),
        ("GA for glasgow", "peri-operative"),
        ("on induction of labour", "peri-operative"),
        ("what is on the table of doses", "peri-operative"),
        ("anorexia and weight loss, K 2.9", "refeeding"),
        ("starved since midnight", "refeeding"),
        ("check 5 mg was given", "magnesium"),
    ],
)
def test_what_means_another_thing_is_left_alone(written: str, not_read: str) -> None:
    assert not_read not in expand(written)
