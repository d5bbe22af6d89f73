"""Why a row is not reproduced, as found by looking at each: a table by the id of the row."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["entity impossible", "theirs", "definition", "ours", "unexplained"]
KINDS: tuple[Kind, ...] = ("entity impossible", "theirs", "definition", "ours", "unexplained")


@dataclass(frozen=True, slots=True)
class Reason:
    """Where a miss comes from. "ours": we are wrong or do not take it; `is_design` when we do not take it on purpose."""

    kind: Kind
    why: str
    rows: str = ""
    is_design: bool = False


REASONS = (
    Reason("entity impossible", "a creatinine of this number in mmol/L; µmol/L was meant", "v484 v488 v37"),
    Reason("entity impossible", "an albumin of this number in mg/dL; g/dL was meant", "v9607"),
    Reason("entity impossible", "an albumin of this number in g/L; g/dL was meant", "v9489"),
    Reason("entity impossible", "electrolytes in mmol/dL or mEq/mL; in a litre was meant", "v6348 v9421"),
    Reason("entity impossible", "a bicarbonate in µmol/L; mmol/L was meant", "v8917"),
    Reason("entity impossible", "a glucose of this number in g/dL; mg/dL was meant", "v5698"),
    Reason("entity impossible", "transaminases below one unit; µkat/L was meant", "v4430"),
    Reason("entity impossible", "a heart rate in the thousands: a range read as one number", "v6803"),
    Reason("entity impossible", "the diastolic pressure above the systolic", "v6604"),
    Reason("entity impossible", "a bicarbonate with which the anion gap is far below nought", "v9427"),
    Reason("entity impossible", "an anion gap far below nought", "v9632"),
    Reason(
        "entity impossible",
        "white cells below 100 in a microlitre; thousands were meant, the label scores them as few",
        "v6873",
    ),
    Reason("entity impossible", "a patch in mg, which the label counts as micrograms/h, times a day", "v9818 v9869"),
    Reason("theirs", "the label divides by a rounded factor, 26.67 for 26.6667, and its bounds have no width", "o21"),
    Reason("definition", "a cough that is not mentioned: the label counts it as absent, we filled in no", "o17"),
    Reason(
        "ours",
        "maintenance water is not taken below 0.5 kg",
        "v4978",
        is_design=True,
    ),
    Reason("ours", "what is for adults is not taken below 18 years", "v501 v1 v6743", is_design=True),
    Reason(
        "ours", "no factor of buccal fentanyl: the guideline of 2022 has the patch only", "v9866 o40", is_design=True
    ),
)
UNEXPLAINED = Reason("unexplained", "not looked at yet")
BY_ROW = {row: reason for reason in REASONS for row in reason.rows.split()}


def find_reason(row: str) -> Reason:
    """The reason of a miss; "unexplained" where the table has none."""
    return BY_ROW.get(row, UNEXPLAINED)
