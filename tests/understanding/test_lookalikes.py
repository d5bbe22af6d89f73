"""Names of medicines that may be taken for one another: when it is asked which is meant, and when nothing is asked."""

import re

import pytest

from assistant.records import NameDoubt
from assistant.understanding.patient.lookalikes import find_doubts, is_asked_about, settle
from assistant.understanding.vocabulary import FOLDER, read_table

TABLE = read_table("lookalikes")


def doubts(message: str) -> list[tuple[str, set[str]]]:
    """What a message leaves in doubt; every word of it may be misspelt."""
    return [(one.word, set(one.names)) for one in find_doubts(message, re.findall(r"[^\W\d_]+", message))]


NEAR = [
    ("afitinib", {"afatinib", "axitinib"}),
    ("amxicillin", {"amoxicillin", "ampicillin"}),
    ("beclamethasone", {"beclometasone", "betamethasone"}),
    ("beralizumab", {"benralizumab", "bevacizumab"}),
    ("calciptriol", {"calcipotriol", "calcitriol"}),
    ("cefipime", {"cefepime", "cefixime"}),
    ("cycloporine", {"ciclosporin", "cycloserine"}),
    ("clobetason", {"clobetasol", "clobetasone"}),
    ("clofaribine", {"clofarabine", "clofazimine"}),
    ("cotrimazole", {"clotrimazole", "trimethoprim-sulfamethoxazole"}),
    ("dautomycin", {"daptomycin", "daunorubicin"}),
    ("danorubicin", {"daunorubicin", "doxorubicin"}),
    ("famoridine", {"famotidine", "fampridine"}),
    ("glucogen", {"glucagon", "glucose"}),
    ("hydrolazine", {"hydralazine", "hydroxyzine"}),
    ("hydroxazine", {"hydralazine", "hydroxyzine"}),
    ("hydrocotone", {"hydrocodone", "hydrocortisone"}),
    ("leothyroxine", {"levothyroxine", "liothyronine"}),
    ("liraglotide", {"linaclotide", "liraglutide"}),
    ("nifodipine", {"nifedipine", "nimodipine"}),
    ("nimedipine", {"nifedipine", "nimodipine"}),
    ("prednislone", {"prednisolone", "prednisone"}),
    ("primethazine", {"promethazine", "pyrimethamine"}),
    ("quindine", {"quinidine", "quinine"}),
    ("ranubizumab", {"ranibizumab", "ravulizumab"}),
    ("saiagliptin", {"saxagliptin", "sitagliptin"}),
    ("sulfadalazine", {"sulfadiazine", "sulfasalazine"}),
    ("terbunafine", {"terbinafine", "terbutaline"}),
    ("valgaciclovir", {"valaciclovir", "valganciclovir"}),
    ("vincrastine", {"vinblastine", "vincristine"}),
]


@pytest.mark.parametrize(("word", "both"), NEAR, ids=[word for word, _ in NEAR])
def test_a_word_near_to_two_names_may_be_either(word: str, both: set[str]) -> None:
    assert doubts(f"what is the dose of {word}?") == [(word, both)]
    assert find_doubts(f"what is the dose of {word}?", ()) == ()  # a word that the corpus knows is no misspelling


CROSSED = [
    ("hydralazine 25 mg for itching", "hydralazine", "hydroxyzine"),
    ("hydroxyzine dose for severe hypertension", "hydroxyzine", "hydralazine"),
    ("atarax for severe hypertension, how much", "hydroxyzine", "hydralazine"),
    ("prednisolone dose for migraine prophylaxis", "prednisolone", "propranolol"),
    ("propranolol 40 mg for polymyalgia", "propranolol", "prednisolone"),
    ("risperidone to treat restless legs", "risperidone", "ropinirole"),
    ("ropinirole for schizophrenia", "ropinirole", "risperidone"),
    ("sulfadiazine dose for ulcerative colitis", "sulfadiazine", "sulfasalazine"),
    ("sulfasalazine for toxoplasmosis", "sulfasalazine", "sulfadiazine"),
    ("amlodipine for vasospasm after SAH", "amlodipine", "nimodipine"),
    ("metformin dose for bacterial vaginosis", "metformin", "metronidazole"),
    ("metronidazole for type 2 diabetes, starting dose", "metronidazole", "metformin"),
    ("buspirone for smoking cessation", "buspirone", "bupropion"),
    ("daptomycin for Wilms tumour", "daptomycin", "dactinomycin"),
    ("cycloserine for kidney transplant", "cycloserine", "ciclosporin"),
    ("mercaptopurine for cystinosis", "mercaptopurine", "mercaptamine"),
    ("infliximab for follicular lymphoma", "infliximab", "rituximab"),
    ("clonidine for epilepsy", "clonidine", "clonazepam"),
]


@pytest.mark.parametrize(("message", "written", "other"), CROSSED, ids=[message for message, *_ in CROSSED])
def test_a_name_beside_a_use_of_its_lookalike_alone_may_be_that(message: str, written: str, other: str) -> None:
    (doubt,) = find_doubts(message, ())
    assert doubt.names[0] == written
    assert other in doubt.names
    assert not doubt.misspelt


NOTHING = [
    "hydralazine dose for severe hypertension in pregnancy",
    "hydroxyzine for itching",
    "propranolol for thyroid storm",
    "is propranolol safe in asthma",  # a caution is asked for
    "risk of propranolol for asthma patients",
    "risperidone in Parkinson's disease",
    "metformin in a diabetic with infection",
    "metronidazole for C diff in a diabetic",
    "nimodipine after subarachnoid haemorrhage",
    "nifedipine for tocolysis",
    "prednisolone for asthma in someone on propranolol for migraine",
    "hydralazine and hydroxyzine for itching",
    "prednisolone dose",
    "hydroxizine 25 mg",  # one clear neighbour
    "noradrenalin infusion",
    "amoxicilin 500 tds",
    "dexamethosone for croup",
    "kettle, moderate tension, injection",
    "potassium 2.9 calcium 1.8, hydrated",
]


@pytest.mark.parametrize("message", NOTHING)
def test_nothing_is_asked_where_a_name_is_clear(message: str) -> None:
    assert doubts(message) == []


def test_what_is_only_taken_is_not_asked_about() -> None:
    doubt = find_doubts("DKA on hydroxazine, fluids?", ["hydroxazine"])[0]
    assert not is_asked_about(doubt, "DKA on hydroxazine, fluids?")
    assert is_asked_about(doubt, "hydroxazine dose?")


QUESTION = "hydroxazine 25 mg for a 40 kg girl?"
DOUBT = NameDoubt(word="hydroxazine", span=(0, 11), names=("hydroxyzine", "hydralazine"), question=QUESTION)


@pytest.mark.parametrize(
    ("reply", "chosen"),
    [
        ("the first", "hydroxyzine"),
        ("First one.", "hydroxyzine"),
        ("2", "hydralazine"),
        ("the latter", "hydralazine"),
        ("hydroxyzine", "hydroxyzine"),
        ("Hydralazine please", "hydralazine"),
        ("sorry, i meant hydroxyzine", "hydroxyzine"),
        ("hydroxizine", "hydroxyzine"),
        ("atarax", "hydroxyzine"),
        ("hydralazine or hydroxyzine", None),
        ("neither", None),
        ("the third", None),
        ("how is hyperkalaemia treated?", None),
        ("and hydralazine in pregnancy?", None),
        ("warfarin", None),
    ],
)
def test_a_reply_chooses_one_of_the_names(reply: str, chosen: str | None) -> None:
    expected = QUESTION.replace("hydroxazine", chosen) if chosen else None
    assert settle(reply, DOUBT) == expected


def test_the_table_names_known_medicines_with_their_sources_and_uses() -> None:
    lines = (FOLDER / "medicines.txt").read_text(encoding="utf-8").splitlines()
    firsts = {line.split("|")[0].strip() for line in lines}
    for pair in TABLE["pairs"]:
        assert len(pair["names"]) == 2
        assert set(pair["names"]) <= firsts & TABLE["uses"].keys()
        assert pair["source"] in TABLE["sources"]
    assert TABLE["uses"].keys() == {name for pair in TABLE["pairs"] for name in pair["names"]}
