"""Medicines and allergies: what is given or taken, what is only measured, and what a misspelt word may not stand for."""

import pytest

from assistant.understanding.patient.allergies import read_allergies
from assistant.understanding.patient.medicine_names import find_medicines
from assistant.understanding.patient.medicines import list_lookalikes, list_spellings, name_medicines, read_medicines
from assistant.understanding.vocabulary import FOLDER, read_table
from assistant.understanding.words.phrases import split_words

READ = [
    ("vanc and gent for line sepsis", {"vancomycin", "gentamicin"}),
    ("tazo or pip-tazo or piperacillin/tazobactam", {"piperacillin-tazobactam"}),
    ("co-amox 625 tds, clari 500 bd", {"amoxicillin-clavulanate", "clarithromycin"}),
    ("norad at 12 ml/h, noradr doubled", {"noradrenaline"}),
    ("epi 0.5 im, epinephrine again", {"adrenaline"}),
    ("CKD-EPI egfr 40", set()),
    ("MgSO4 2 g, mag sulph over 20 min", {"magnesium sulfate"}),
    ("mag 0.52", set()),
    ("mag now?", {"magnesium sulfate"}),
    ("KCl 40 mmol, K phos 15 mmol", {"potassium chloride", "potassium phosphate"}),
    ("potassium 2.9, glucose 31, calcium 1.8, phosphate 0.3, iron 5, albumin 21", set()),
    ("potassium 2.9 mmol/L albumin 21 g/L glucose 100 mg/dl", set()),
    ("20 mmol potassium over 2 h", {"potassium"}),
    ("start phosphate, iron tablets, calcium gluconate", {"phosphate", "iron", "calcium gluconate"}),
    ("20% albumin 100 mL", {"human albumin"}),
    ("10% glucose 2 mL/kg then insulin/dextrose", {"glucose", "insulin"}),
    ("fasting insulin 18, insulin resistance", set()),
    ("give bicarb, hco3 9", {"sodium bicarbonate"}),
    ("iron deficiency, calcium channel blockers, phosphate binder", set()),
    ("abx, steroids, a PPI and LMWH", set()),
    ("acetaminophen, albuterol, furosemide, lignocaine", {"paracetamol", "salbutamol", "furosemide", "lidocaine"}),
    ("clexane to eliquis", {"enoxaparin", "apixaban"}),
    ("nursing home gent, 90 yrs", set()),
    ("moderate tension headache, program of the day", set()),
    ("pancreatic ca with vasopressor need", set()),
    ("on the lookout for a concert", set()),
    # misspelt
    ("amoxycilin, spironalactone, dexamethosone, levetiracetm", {"amoxicillin", "spironolactone", "dexamethasone", "levetiracetam"}),
    ("noradrenalin", {"noradrenaline"}),
    ("hydroxazine 25 mg", set()),
    ("prednisolne 40 mg", set()),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), READ, ids=[message for message, _ in READ])
def test_medicines_are_read_as_they_were_said(message: str, expected: set[str]) -> None:
    facts = list(read_medicines(message))
    assert {fact.value for fact in facts if not fact.negated} == expected
    for fact in facts:
        assert message[slice(*fact.span)] == fact.text


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("not on warfarin", {"warfarin"}),
        ("no longer takes metformin", {"metformin"}),
        ("stopped lithium", {"lithium"}),
        ("not on warfarin, aspirin or clopidogrel", {"warfarin", "aspirin", "clopidogrel"}),
        ("digoxin was stopped", {"digoxin"}),
        ("off apixaban, on clexane", {"apixaban"}),
        ("stop warfarin?", set()),
        ("no response to salbutamol", set()),
    ],
)
def test_what_is_not_taken_is_denied(message: str, expected: set[str]) -> None:
    assert {fact.value for fact in read_medicines(message) if fact.negated} == expected


@pytest.mark.parametrize(
    ("message", "when"),
    [
        ("previously on lithium", "previously"),
        ("apixaban stopped 2 weeks ago", "2 weeks ago"),
        ("rituximab in 2019", "2019"),
        ("rituximab 1 g", None),
    ],
)
def test_what_was_taken_once_bears_its_time(message: str, when: str | None) -> None:
    assert [fact.when for fact in read_medicines(message)] == [when]


@pytest.mark.parametrize(
    ("word", "both"),
    [
        ("hydroxazine", {"hydroxyzine", "hydralazine"}),
        ("prednisolne", {"prednisolone", "prednisone"}),
        ("prednisolone", set()),
        ("dexamethosone", set()),
        ("kettle", set()),
    ],
)
def test_lookalikes_are_both_named(word: str, both: set[str]) -> None:
    assert set(list_lookalikes(word)) == both


def test_no_spelling_stands_for_two_medicines() -> None:
    """A spelling folds to one medicine alone, whether in the list or short for one."""
    seen: dict[tuple[str, ...], str] = {}
    lines = (FOLDER / "medicines.txt").read_text(encoding="utf-8").splitlines()
    rows = [[name.strip() for name in line.split("|")] for line in lines if line.strip()]
    given = read_table("given")
    rows += [[name, *words] for part in ("short", "also") for name, words in given[part].items()]
    for first, *others in rows:
        for name in (first, *others):
            key = tuple(word.folded for word in split_words(name))
            assert name.startswith("/") or seen.setdefault(key, first) == first, name


def test_what_is_short_is_short_for_a_known_medicine() -> None:
    firsts = {
        line.split("|")[0].strip() for line in (FOLDER / "medicines.txt").read_text(encoding="utf-8").splitlines()
    }
    assert set(read_table("given")["short"]) <= firsts


def test_no_name_of_a_medicine_is_read_as_another() -> None:
    """Each spelling of the list, written alone, is its own medicine and no other."""
    lines = (FOLDER / "medicines.txt").read_text(encoding="utf-8").splitlines()
    for line in filter(None, lines):
        names = [name.strip() for name in line.split("|")]
        for name in names:
            assert {one.name for one in find_medicines(name)} == {names[0]}, name


def test_the_list_is_sorted() -> None:
    firsts = [
        line.split("|")[0].strip() for line in (FOLDER / "medicines.txt").read_text(encoding="utf-8").splitlines()
    ]
    assert firsts == sorted(firsts)


def test_names_are_found_without_what_surrounds_them() -> None:
    assert name_medicines("piperacillin with tazobactam") == ("piperacillin-tazobactam",)
    assert "norad" in list_spellings("noradrenaline")


ALLERGIES = [
    ("pen allergic, CAP", {"penicillin"}),
    ("allergies: co-amox, septrin. UTI", {"amoxicillin-clavulanate", "trimethoprim-sulfamethoxazole"}),
    ("Allergies: penicillin (anaphylaxis), latex. Which abx", {"penicillin", "latex"}),
    ("allergic to latex", {"latex"}),
    ("rash with amoxicillin", {"amoxicillin"}),
    ("augmentin → rash", {"amoxicillin-clavulanate"}),
    ("cefepime anaphylaxis 2018", {"cefepime"}),
    ("penicillin allergy: cefalexin ok?", {"penicillin"}),
    ("pen allergic co-amox ok?", {"penicillin"}),
    ("nut allergy adrenaline dose", set()),
    ("adrenaline anaphylaxis dose", set()),
    ("not allergic to penicillin", set()),
    ("no rash with amoxicillin", set()),
    ("does amoxicillin cause a rash", set()),
    ("cellulitis on flucloxacillin", set()),
]


@pytest.mark.parametrize(("message", "expected"), ALLERGIES, ids=[message for message, _ in ALLERGIES])
def test_allergies_are_read_as_they_were_said(message: str, expected: set[str]) -> None:
    assert {fact.value for fact in read_allergies(message)} == expected


@pytest.mark.parametrize("message", ["nkda", "NKDA, cellulitis", "no known drug allergies", "allergies: none"])
def test_no_allergy_is_said_to_be_none(message: str) -> None:
    assert [fact.value for fact in read_allergies(message)] == ["none known"]


def test_an_allergen_is_no_medicine_of_the_patient() -> None:
    assert [fact.value for fact in read_medicines("augmentin allergy, macrobid ok?")] == ["nitrofurantoin"]
