"""The right passage comes first, whatever the spelling, and a look-alike is never taken for it."""

import threading
from collections.abc import Mapping

import numpy as np
import pytest

from assistant.library import Holdings, Library, Search, build, read_library
from assistant.library.concordance import concord
from assistant.library.index import texts_of
from assistant.library.language import read_language
from assistant.library.lexical import K1, B, Lexical
from assistant.library.vocabulary import Vocabulary
from assistant.library.words import fold, tokenise

ASKED: Mapping[str, str] = {
    "How do I treat torsades with a low magnesium?": "low-magnesium",
    "what do I give for hypomagnesemia": "low-magnesium",
    "epipen site in anaphylactic shock, thigh or arm?": "anaphylaxis-on-the-ward",
    "How long to observe after anaphylaxis?": "anaphylaxis-on-the-ward",
    "child wheezing badly, which nebuliser first": "acute-asthma",
    "can I sedate an exhausted asthmatic": "acute-asthma",
    "copper chelation": "wilson-disease",
    "proteinuria on penicillamine": "wilson-disease",
    "esophageal varices bleeding before endoscopy": "oesophageal-bleeding",
    "recheck hemoglobin after blood transfusion": "oesophageal-bleeding",
}


@pytest.mark.parametrize("question", ASKED)
def test_the_right_document_comes_first(library: Library, question: str) -> None:
    assert library.search(question).hits[0].passage.document_id == ASKED[question]


def test_hits_are_in_order_and_scored_from_none_to_one(library: Library) -> None:
    found = library.search("adrenaline in anaphylaxis")
    scores = [hit.score for hit in found.hits]
    assert len(scores) == len(library.passages)
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] < scores[0] <= 1.0001
    assert found.top_dense == max(hit.dense for hit in found.hits)
    assert len(library.search("adrenaline", limit=3).hits) == 3


def test_a_search_keeps_to_the_documents_it_is_given(library: Library) -> None:
    found = library.search("adrenaline in anaphylaxis", within={"acute-asthma"})
    assert {hit.passage.document_id for hit in found.hits} == {"acute-asthma"}
    nothing = library.search("adrenaline in anaphylaxis", within=())
    assert (nothing.hits, nothing.top_dense) == ((), 0.0)


@pytest.mark.parametrize("question", ["", "   ", "?", "what should I do", "٥ ½", "💊", "the " * 5000])
def test_a_question_without_a_subject_harms_nothing(library: Library, question: str) -> None:
    assert len(library.search(question).hits) == len(library.passages)


def test_threads_find_the_same(library: Library) -> None:
    expected = {question: library.search(question) for question in ASKED}
    found: dict[str, Search] = {}
    threads = [threading.Thread(target=lambda q=q: found.update({q: library.search(q)})) for q in ASKED]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected


def test_langchain_retrieves_what_a_search_finds(library: Library) -> None:
    question = "Which drug removes copper?"
    found = library.as_retriever(limit=3).invoke(question)
    hits = library.search(question, 3).hits
    assert [(d.id, d.page_content) for d in found] == [(h.passage.id, h.passage.text) for h in hits]
    assert found[0].metadata["document_id"] == "wilson-disease"
    assert found[0].metadata["citations"] == ["label"]
    assert found[0].metadata["score"] == hits[0].score


def test_a_title_finds_what_its_statements_do_not_name(own: Holdings) -> None:
    path = own.folders[0] / "guidelines" / "examples" / "wilson-disease.md"
    text = path.read_text(encoding="utf-8").replace("Wilson disease.", "the liver.")
    path.write_text(text, encoding="utf-8")
    build(own)
    hit = read_library(own).search("Wilson").hits[0]
    assert hit.passage.document_id == "wilson-disease"
    assert hit.lexical > 0


# ---- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("haemoglobin", "hemoglobin"), ("oesophagus", "esophagus"), ("anaesthesia", "anesthesia"), ("oedema", "edema"),
        ("hypokalaemia", "hypokalemia"), ("diarrhoea", "diarrhea"), ("paediatric", "pediatric"), ("litre", "liter"),
        ("sulphate", "sulfate"), ("colour", "color"), ("tumour", "tumor"), ("ciclosporin", "cyclosporin"),
        ("immunisation", "immunization"), ("dialyse", "dialyze"), ("nebuliser", "nebulizer"), ("foetus", "fetus"),
    ],
)  # fmt: skip
def test_british_and_american_are_one_word(library: Library, british: str, american: str) -> None:
    assert fold(british) == fold(american)
    words = Vocabulary([british], read_language())
    assert words.read(american).unknown == words.read(american.upper()).unknown == ()


def test_british_and_american_find_the_same(library: Library) -> None:
    one, other = library.search("oesophageal varices haemoglobin"), library.search("esophageal varices hemoglobin")
    assert [h.lexical for h in sorted(one.hits, key=lambda h: h.passage.id)] == [
        h.lexical for h in sorted(other.hits, key=lambda h: h.passage.id)
    ]
    assert one.unknown == other.unknown == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("penicilamine", "penicillamine"), ("terlipresin", "terlipressin"), ("salbutamool", "salbutamol"),
        ("prednisalone", "prednisolone"), ("adrenailne", "adrenaline"), ("anafylaxis", "anaphylaxis"),
        ("anaphlyaxis", "anaphylaxis"), ("magnesuim", "magnesium"),
    ],
)  # fmt: skip
def test_a_misspelt_word_is_read_as_it_was_meant(library: Library, written: str, meant: str) -> None:
    found = library.search(f"How is {written} given?")
    assert found.question == f"How is {meant} given?"
    assert (found.corrected, found.unknown) == ({written: meant}, ())
    assert meant in found.hits[0].passage.text.lower()


LOOK_ALIKES = (
    "noradrenaline adrenaline", "penicillamine penicillin", "quinidine quinine", "streptomycin streptozocin",
    "valaciclovir valganciclovir", "prednisolone prednisone", "ciclosporin cycloserine", "chlorpromazine chlorpropamide",
    "hydralazine hydroxyzine", "nifedipine nimodipine", "cefotaxime cefuroxime", "clonazepam clobazam",
    "dopamine dobutamine", "ephedrine epinephrine", "vinblastine vincristine", "daunorubicin doxorubicin",
    "tolazamide tolbutamide", "oxymorphone oxycodone", "fluoxetine fluvoxamine", "azathioprine azithromycin",
    "amiloride amlodipine", "sulfadiazine sulfasalazine", "pravastatin pitavastatin", "digoxin digitoxin",
    "phentolamine phentermine", "calcitonin calcitriol", "hypokalaemia hypocalcaemia", "hyperkalaemia hypercalcaemia",
    "hyperkalaemia hypokalaemia", "hypernatraemia hyponatraemia", "hypertension hypotension", "magnesium manganese",
    "arteritis arthritis", "dysphasia dysphagia", "aphasia aphagia", "perineal peroneal", "ureteral urethral",
    "abduction adduction", "nitrite nitrate", "sulfite sulfate", "inulin insulin", "ileum ileus", "facial fascial",
    "nephritis neuritis", "nephrology neurology", "haematology hepatology",
)  # fmt: skip


@pytest.mark.parametrize("pair", LOOK_ALIKES)
def test_a_look_alike_is_never_taken_for_the_word_of_the_corpus(pair: str) -> None:
    one, other = pair.split()
    for asked, held in ((one, other), (other, one)):
        read = Vocabulary([f"{held} is given slowly"], read_language()).read(f"{asked} by vein")
        assert (read.corrected, read.question) == ({}, f"{asked} by vein")
        assert asked in read.unknown


def test_a_word_between_two_words_is_neither() -> None:
    words = Vocabulary(["cefalonin", "cefaloxin"], read_language())
    assert words.correct("cefalorin") is None


def test_words_that_the_corpus_lacks_are_named(library: Library) -> None:
    found = library.search("Is warfarin safe with penicillamine?")
    assert (found.unknown, found.corrected) == (("warfarin",), {})


def test_talk_around_a_question_is_not_unknown(library: Library) -> None:
    found = library.search(
        "Please help, I'm the night registrar: Mrs Okonkwo is worried about salbutamol, shoud she be?"
    )
    assert found.unknown == ()


def test_question_words_weigh_nothing() -> None:
    assert tokenise("What is the dose of the salt?") == tokenise("dose salt")


def test_a_lexical_index_of_nothing_scores_nothing() -> None:
    assert list(Lexical(concord([])).score("salt")) == []
    assert list(Lexical(concord(["", "the"])).score("salt")) == [0, 0]
    assert list(Lexical(concord(["salt", "water"])).score("sugar")) == [0, 0]


def test_lexical_scores_are_those_of_bm25s(library: Library) -> None:
    import bm25s

    texts = [texts_of(passage)[1] for passage in library.passages.values()]
    theirs = bm25s.BM25(k1=K1, b=B)
    theirs.index([tokenise(text) for text in texts], show_progress=False)
    for question in (*ASKED, "adrenaline adrenaline"):
        known = [token for token in tokenise(question) if token in theirs.vocab_dict]
        assert np.allclose(Lexical(concord(texts)).score(question), theirs.get_scores(known), atol=1e-5)


def test_of_two_forms_of_one_word_the_one_that_ends_alike_is_meant() -> None:
    words = Vocabulary(["prolong", "prolonged"], read_language())
    assert words.correct("prolongd") == "prolonged"
