"""The test set of the gate is right about itself: paraphrases that stand, mutants that are false and say how."""

from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from assistant.library.corpus import read_corpus
from evals.gate import KINDS, Mutant, Statement, find_rewritten, mutate, quote, read_statements
from evals.gate.marks import find_marks, stands
from evals.gate.mutators import MUTATORS

CORPUS = Path(__file__).parents[2] / "corpus"
CAP = Statement(
    "In an adult, IV magnesium sulfate runs at most at 1 g/h; give at most 20 g in 48 h.",
    (("m#1", "Adult: intravenous magnesium sulfate, 1 g/h, at most 20 g in 48 h."),),
)
BAND = Statement(
    "In an adult, withhold insulin while potassium is < 3.5 mmol/L, until it is > 3.5 mmol/L.",
    (("k#1", "Adult: hold insulin while potassium is < 3.5 mmol/L; start it when it is > 3.5 mmol/L."),),
)
CHILD = Statement(
    "A child is given adrenaline 0.01 mg/kg IM, to a maximum of 0.3 mg.",
    (("a#1", "Child: adrenaline 0.01 mg/kg intramuscularly, maximum 0.3 mg."),),
)
TWO_ROUTES = Statement(
    "An adult gets magnesium 0.2 mmol/kg/day intravenously or 0.4 mmol/kg/day by mouth.",
    (("r#1", "Adult: magnesium 0.2 mmol/kg/day intravenously or 0.4 mmol/kg/day by mouth."),),
)
NEVER = Statement(
    "Ceftriaxone is contraindicated in a neonate.", (("c#1", "Ceftriaxone is contraindicated in a neonate."),)
)
DAILY = Statement("An adult takes 10 mmol daily by mouth.", (("o#1", "Adult: 10 mmol daily by mouth."),))
HAND_MADE = (CAP, BAND, CHILD, TWO_ROUTES, NEVER, DAILY)


@pytest.fixture(scope="module")
def passages() -> dict[str, str]:
    """The corpus as it stands, id to text."""
    documents = read_corpus([CORPUS]).documents.values()
    return {passage.id: passage.text for document in documents for passage in document.passages}


@pytest.fixture(scope="module")
def statements(passages: dict[str, str]) -> tuple[Statement, ...]:
    """The paraphrases that stand, and the passages as they are."""
    return read_statements(passages) + quote(passages)


@pytest.fixture(scope="module")
def mutants(statements: tuple[Statement, ...]) -> list[Mutant]:
    """Some of each kind."""
    return list(mutate(statements, 100 * len(KINDS), seed=7))


def draw(kind: str, statement: Statement, others: tuple[Statement, ...] = HAND_MADE) -> set[tuple[str, bool]]:
    """All texts, with their flag, that many draws of a mutator make of a statement."""
    pool = {cited: text for each in (statement, *others) for cited, text in each.sources}
    made = (MUTATORS[kind](statement, pool, Random(seed)) for seed in range(200))
    return {(mutant.text, mutant.foreign) for mutant in made if mutant is not None}


def test_three_hundred_paraphrases_stand_on_the_corpus_as_it_is(passages: dict[str, str]) -> None:
    assert len(read_statements(passages)) >= 300, f"read again what cites {find_rewritten(passages)}"


def test_no_paraphrase_is_its_passage_or_another(passages: dict[str, str]) -> None:
    texts = [statement.text for statement in read_statements(passages)]
    assert len(set(texts)) == len(texts)
    assert not set(texts) & set(passages.values())


def test_a_paraphrase_holds_its_figures_verbatim(passages: dict[str, str]) -> None:
    for statement in read_statements(passages):
        for mark in find_marks(statement.text):
            assert stands(mark.text, statement.words), f"{mark.text!r} in {statement.text!r}"


def test_paraphrases_speak_of_every_document_and_both_of_one_and_of_two_passages(passages: dict[str, str]) -> None:
    found = read_statements(passages)
    assert len({cited.split("#")[0] for statement in found for cited in statement.passages}) >= 8
    assert {len(statement.passages) for statement in found} == {1, 2}


def test_every_kind_appears_as_often(mutants: list[Mutant]) -> None:
    assert Counter(mutant.kind for mutant in mutants) == dict.fromkeys(KINDS, 100)


def test_a_mutant_differs_from_its_original_in_text_or_in_source(
    mutants: list[Mutant], passages: dict[str, str]
) -> None:
    cited = {statement.text: statement.passages for statement in read_statements(passages)}
    for mutant in mutants:
        assert mutant.text != mutant.original or mutant.passages != cited.get(mutant.text)
    assert len({(mutant.text, mutant.passages) for mutant in mutants}) == len(mutants)


def test_the_same_seed_makes_the_same_mutants(statements: tuple[Statement, ...]) -> None:
    assert list(mutate(statements, 220, seed=3)) == list(mutate(statements, 220, seed=3))
    assert list(mutate(statements, 220, seed=3)) != list(mutate(statements, 220, seed=4))


def test_a_swapped_subject_keeps_figures_that_its_passages_hold(
    mutants: list[Mutant], passages: dict[str, str]
) -> None:
    for mutant in mutants:
        if not mutant.foreign:
            words = "\n".join(passages[cited] for cited in mutant.passages)
            marks = [
                mark.text for mark in find_marks(mutant.text) if stands(mark.text, mutant.text)
            ]  # not of "CRASH-2"
            assert all(stands(mark, words) for mark in marks), mutant


def test_a_changed_number_or_unit_stands_nowhere_in_what_is_cited(
    mutants: list[Mutant], passages: dict[str, str]
) -> None:
    for mutant in mutants:
        if mutant.kind in ("number", "unit"):
            words = "\n".join(passages[cited] for cited in mutant.passages)
            held = [mark.text for mark in find_marks(mutant.original)]
            new = [mark.text for mark in find_marks(mutant.text) if mark.unit and mark.text not in held]
            assert mutant.foreign and not any(stands(text, words) for text in new), mutant


@pytest.mark.parametrize("kind", ["number", "unit", "invented"])
@pytest.mark.parametrize("statement", [CAP, CHILD])
def test_what_the_passage_does_not_hold_is_foreign(kind: str, statement: Statement) -> None:
    made = draw(kind, statement)
    assert made and all(foreign for _, foreign in made)


def test_a_flipped_comparator_is_foreign_unless_its_passage_has_it_elsewhere() -> None:
    assert (CAP.text.replace("give at most", "give at least"), True) in draw("comparator", CAP)
    assert (BAND.text.replace("<", ">"), False) in draw("comparator", BAND)
    loose = Statement("Start at no more than 10 kcal.", (("f#1", "Start at no more than 10 kcal."),))
    assert ("Start at more than 10 kcal.", True) not in draw("comparator", CAP)
    assert not stands("more than 10 kcal", loose.words)


def test_two_figures_that_change_places_are_not_foreign() -> None:
    swapped = "An adult gets magnesium 0.4 mmol/kg/day intravenously or 0.2 mmol/kg/day by mouth."
    assert (swapped, False) in draw("figure swap", TWO_ROUTES)


def test_a_figure_of_another_passage_is_foreign() -> None:
    other = Statement("", (("z#1", "Adult: magnesium 0.9 mmol/kg/day."),))
    brought = {text for text, foreign in draw("figure swap", TWO_ROUTES, (other,)) if foreign}
    assert any("0.9 mmol/kg/day" in text for text in brought)


@pytest.mark.parametrize(
    ("kind", "statement", "expected"),
    [
        ("population", CHILD, "An adult is given adrenaline 0.01 mg/kg IM, to a maximum of 0.3 mg."),
        ("route", CHILD, "A child is given adrenaline 0.01 mg/kg intravenously, to a maximum of 0.3 mg."),
        ("route", TWO_ROUTES, "An adult gets magnesium 0.2 mmol/kg/day orally or 0.4 mmol/kg/day intravenously."),
        ("drug", CHILD, "A child is given salbutamol 0.01 mg/kg IM, to a maximum of 0.3 mg."),
        ("negation", NEVER, "Ceftriaxone is recommended in a neonate."),
        ("negation", CHILD, "A child is not given adrenaline 0.01 mg/kg IM, to a maximum of 0.3 mg."),
    ],
)
def test_a_swapped_subject_is_not_foreign(kind: str, statement: Statement, expected: str) -> None:
    assert (expected, False) in draw(kind, statement)


def test_another_frequency_is_foreign() -> None:
    assert ("An adult takes 10 mmol twice daily by mouth.", True) in draw("frequency", DAILY)


def test_a_swap_never_makes_another_true_statement() -> None:
    sources = (
        ("p#1", "Patiromer is an option in adult hyperkalaemia."),
        ("p#2", "Salbutamol is an option in adult hyperkalaemia."),
    )
    option = Statement(sources[0][1], sources[:1])
    also = Statement(sources[1][1], sources[1:])
    made = {text for text, _ in draw("drug", option, (also,))}
    assert made and also.text not in made


def test_what_is_denied_of_one_drug_is_not_denied_of_another() -> None:
    assert not draw("drug", NEVER)
    assert not draw("population", NEVER)


def test_another_citation_is_foreign_where_the_figures_do_not_stand() -> None:
    assert draw("citation", CAP) == {(CAP.text, True)}
    assert draw("citation", NEVER) == {(NEVER.text, False)}


def test_dry_statements_end_early() -> None:
    bare = Statement("Saline.", (("s#1", "Saline."),))
    assert list(islice(mutate((bare,), 5000, seed=1), 5000))
    assert len(list(mutate((bare,), 5000, seed=1))) < 5000
