"""The right figure in a wrong sentence is refused; the same thing in other words is not."""

import pytest

from assistant.composers.draft import DraftStatement
from assistant.fidelity import Judge
from assistant.figures import Ledger, Origin
from assistant.figures.ledger import HANDLE
from assistant.records import Passage

TEXTS = {
    "bound": "Adult with acute heart failure: furosemide 20–50 mg intravenously, maximum rate 4 mg/min, larger doses at least 2 h apart (UK label).",
    "oral": "Adult with magnesium deficiency: oral magnesium aspartate 10–20 mmol daily; contraindicated in severe renal impairment (UK label).",
    "line": "Galway gives an adult magnesium sulfate of up to 5% by peripheral line and up to 20% by central line.",
    "hold": "In adult diabetic ketoacidosis with potassium < 3.5 mmol/L, hold insulin until potassium is > 3.5 mmol/L.",
    "none": "Dose of potassium for a child with hypokalaemia: not covered by an indexed source.",
    "wait": "Resuscitation Council UK gives no antihistamine in the initial treatment of anaphylaxis.",
    "dose": "Insulin for adult hyperkalaemia: 10 units of soluble insulin with 25 g glucose; repeat at 6 h if potassium has not fallen.",
    "paper": "The slope of 0.8 mg/dL for each g/dL of albumin does not stand in Payne's paper.",
}


def passage(key: str) -> Passage:
    return Passage.model_construct(
        id=key, text=TEXTS[key], document_title="Electrolytes", section="Treatment", topic=None, population="any"
    )


def judge(text: str, key: str) -> str | None:
    """The judgement on a visible text whose figures are those of the passage."""
    ledger = Ledger()
    hidden = ledger.hide(TEXTS[key], Origin("passage", key))
    for handle in HANDLE.findall(hidden):
        entry = ledger.entry(handle)
        assert entry is not None
        text = text.replace(entry.text, f"[[{handle}]]", 1)
    found = Judge({key: passage(key)}, ledger).judge(DraftStatement("approach", text, (key,)))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("oral", "Give an adult with low magnesium 10–20 mmol daily of magnesium aspartate by mouth."),
        ("oral", "In severe renal impairment oral magnesium aspartate must not be given (UK label)."),
        (
            "line",
            "Up to 20% magnesium sulfate needs a central line in an adult; up to 5% may run peripherally at Galway.",
        ),
        ("hold", "Withhold insulin in an adult with DKA while potassium is < 3.5 mmol/L, until it is > 3.5 mmol/L."),
        ("none", "No indexed source covers the potassium dose of a child with low potassium."),
        ("wait", "Do not use an antihistamine in the initial treatment of anaphylaxis."),
        ("dose", "An adult with high potassium gets 10 units of soluble insulin with 25 g glucose."),
        ("dose", "If potassium has not fallen, repeat at 6 h in an adult with hyperkalaemia."),
        ("paper", "Payne's paper does not contain the slope of 0.8 mg/dL for each g/dL of albumin."),
    ],
)
def test_the_same_in_other_words_passes(key: str, text: str) -> None:
    assert judge(text, key) is None


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        ("oral", "Give an adult with low magnesium 10–20 mmol daily of magnesium aspartate into a vein.", "other subject"),
        ("oral", "Give a child with low magnesium 10–20 mmol daily of magnesium aspartate by mouth.", "other subject"),
        ("oral", "Give an adult with low magnesium 10–20 mmol daily of patiromer by mouth.", "other subject"),
        ("oral", "Give an adult with low magnesium 10–20 mmol daily of cetuximab by mouth.", "other subject"),
        ("oral", "Oral magnesium aspartate is given in severe renal impairment (UK label).", "denial changed"),
        ("oral", "Oral magnesium aspartate is not contraindicated in severe renal impairment.", "denial changed"),
        ("oral", "Do not give an adult with low magnesium 10–20 mmol daily of magnesium aspartate.", "denial changed"),
        ("line", "Up to 20% magnesium sulfate may run peripherally, up to 5% by central line in an adult.", "figure out of place"),
        ("line", "Galway gives an adult magnesium sulfate of up to 20% by peripheral line and up to 5% by central line.", "figure out of place"),
        ("hold", "Give insulin in adult diabetic ketoacidosis with potassium < 3.5 mmol/L.", "denial changed"),
        ("none", "The dose of potassium for a child with hypokalaemia is covered by an indexed source.", "denial changed"),
        ("wait", "Give an antihistamine in the initial treatment of anaphylaxis.", "denial changed"),
        ("wait", "Give a steroid in the initial treatment of anaphylaxis.", "other subject"),
        ("dose", "The ward round is at nine and visitors are welcome with 10 units.", "unsupported"),
        ("paper", "Payne's paper contains the slope of 0.8 mg/dL for each g/dL of albumin.", "denial changed"),
    ],
)  # fmt: skip
def test_a_wrong_sentence_is_refused(key: str, text: str, reason: str) -> None:
    assert judge(text, key) == reason


@pytest.mark.parametrize("key", TEXTS)
def test_a_passage_stands_for_itself(key: str) -> None:
    assert judge(TEXTS[key], key) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Adult with acute heart failure: furosemide 20–50 mg intravenously, minimum rate 4 mg/min (UK label).", "other direction"),
        ("Adult with acute heart failure: furosemide 20–50 mg intravenously, at most 4 mg/min (UK label).", None),
    ],
)  # fmt: skip
def test_a_maximum_is_not_said_to_be_a_minimum(text: str, reason: str | None) -> None:
    assert judge(text, "bound") == reason
