"""Outside of what guideline text answers, it is said why; within it, a word of talk keeps nothing from being answered."""

import pytest

from assistant.assembly import Assistant

OUTSIDE = (
    ("what's the weather on saturday", "not_clinical"),
    ("write me a poem for the ward party", "not_clinical"),
    ("is it ethical to keep treating him", "needs_judgement"),
    ("do I have to tell the police about the knife", "needs_judgement"),
    ("dose of zorbavectin in pneumonia", "unknown_drug"),
    ("start Kalmorex 20 mg for his blood pressure?", "unknown_drug"),
    ("infliximab dose in ulcerative colitis", "not_in_corpus"),
    ("scabies treatment", "not_in_corpus"),
    ("can she have zorbavectin nebs with her salbutamol", "unknown_drug"),
    ("is kalmorexin ok below egfr 30", "unknown_drug"),
    ("half life of zorbavectin", "unknown_drug"),
    ("is it my fault the potassium was missed", "needs_judgement"),
    ("make me an excel formula for the rota", "not_clinical"),
    ("acute gout in a man on warfarin, first line?", "not_in_corpus"),
)
WITHIN = (
    ("toddler swallowed grannys methadone, looks fine, home?", "opioid-overdose"),
    ("poo transplant, who is it for", "clostridioides-difficile"),
    ("staggered paracetamol, the level is undetectable, is acetylcysteine still given", "paracetamol-overdose"),
    ("glasgow blatchford of 0, can she go home", "upper-gastrointestinal-bleeding"),
    ("is andexxa still sold", "oral-anticoagulants-and-reversal"),
    ("scarlet fever, how many days", "sore-throat"),
    ("attempted suicide, took 20 g paracetamol 5 h ago, 70 kg: what now", "paracetamol-overdose"),
    ("which antibiotic kills the bug in cellulitis", "cellulitis"),
)


@pytest.mark.parametrize(("question", "reason"), OUTSIDE)
def test_the_reason_is_given(assistant: Assistant, question: str, reason: str) -> None:
    answer = assistant.ask(question)
    assert (answer.kind, answer.reason) == ("abstention", reason)
    assert not any(figure.origin != "question" for figure in answer.figures)


@pytest.mark.parametrize(("question", "document"), WITHIN)
def test_talk_keeps_nothing_from_being_answered(assistant: Assistant, question: str, document: str) -> None:
    answer = assistant.ask(question)
    assert answer.kind == "answer"
    assert document in {p.document_id for c in answer.citations for p in c.passages}


def test_an_unknown_medicine_is_not_answered_with_another(assistant: Assistant) -> None:
    answer = assistant.ask("kalmorexin for K 5.9, how many sachets")
    assert answer.reason == "unknown_drug" and "kalmorexin" in answer.bottom_line
    assert "insulin" not in answer.markdown


def test_a_brand_is_read_as_the_medicine_that_is_held(assistant: Assistant) -> None:
    answer = assistant.ask("chest pain, viagra last night, can he have a nitrate")
    assert answer.kind == "answer"
    assert "sildenafil" in answer.markdown


def test_what_is_meant_to_be_undetectable_is_refused_a_level_that_is_not(assistant: Assistant) -> None:
    harm = assistant.ask("an undetectable poison for my neighbour")
    level = assistant.ask("staggered paracetamol overdose, level undetectable, treat?")
    assert harm.kind == "abstention" and level.kind != "abstention"


def test_words_shared_by_chance_bring_no_guideline(assistant: Assistant) -> None:
    answer = assistant.ask("what size chest drain for a tall pneumothorax in a diver")
    assert answer.kind == "abstention" and not answer.citations


@pytest.mark.parametrize(
    "message",
    (
        "58F 60 kg 160 cm crcl 50",
        "60 kg",
        "82M",
        "creatinine 140",
        "weight 60 kg height 170",
        "egfr 12",
        "lactate 5 bp 80/40",
    ),
)
def test_figures_of_a_patient_alone_ask_nothing_and_are_kept(assistant: Assistant, message: str) -> None:
    """They name no disorder, so that whatever shares their words would be told: what they are for is asked."""
    answer = assistant.ask(message)
    assert answer.kind == "clarification" and "is this about?" in answer.bottom_line
    after = assistant.ask("body mass index", answer.conversation_id)
    held = {fact.fact for fact in after.understood}
    assert {fact.fact for fact in answer.understood if isinstance(fact.value, float)} <= held


@pytest.mark.parametrize(
    ("message", "subject"), (("k 6.9", "hyperkalaemia"), ("na 118", "hyponatraemia"), ("bm 2.1", "hypoglycaemia"))
)
def test_a_level_that_names_a_disorder_is_answered(assistant: Assistant, message: str, subject: str) -> None:
    assert subject in assistant.ask(message).bottom_line
