"""The change of the sodium by a litre of an infusate, after Adrogué and Madias, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show

FIRST_LIMIT = 10.0
"""The most by which a low sodium is to rise over the first day, in mmol/L, after Spasovski and others, 2014."""
LATER_LIMIT = 8.0
"""The most by which it is to rise over each day that follows."""
FALL_LIMIT = 10.0
"""The most by which a chronically high sodium is to fall in a day, in mmol/L, after Theisen-Toupal and Mattison, 2015."""
SAID = "A litre of the infusate is expected to change the sodium by {result}: an estimate for a litre, no advice to give it."
RISE = (
    "A litre of the infusate is expected to change the sodium by {result}: an estimate for a litre, no advice to give it. In "
    "hyponatraemia the limit of the rise is {first} over the {day_one} and {later} {day_later}."
)
TOO_FAST = (
    "A litre of the infusate is expected to change the sodium by {result}, beyond the limit: in hyponatraemia that of the rise is "
    "{first} over the {day_one} and {later} {day_later}. An estimate, no advice to give a litre."
)
FALL = (
    "A litre of the infusate is expected to change the sodium by {result}: an estimate for a litre, no advice to give it. In chronic "
    "hypernatraemia the sodium is to fall by {fall} over {day}."
)


@calculator(
    title="Change of the sodium by a litre of an infusate (Adrogué and Madias)",
    synonyms=(
        "Adrogué-Madias",
        "Adrogue-Madias",
        "Adrogue Madias",
        "sodium change per litre",
        "sodium change per liter",
        "change in sodium per litre",
    ),
    result=Result("mmol/L", places=1),
    reference=(
        "adrogue-2000-hyponatremia",
        "chen-2021-adrogue-madias",
        "spasovski-2014-hyponatraemia",
        "verbalis-2013-hyponatremia",
        "theisen-toupal-2015-hypernatremia",
    ),
    says=SAID,
    warnings=(
        "An estimate for a litre, no advice to give it, to be followed by a measurement; losses that go on are not in it.",
        "Where the risk of osmotic demyelination is high, the American panel sets a lower limit of the rise.",
        "It holds for a litre: another volume does not change the sodium in proportion.",
    ),
    vectors=(
        # (513 + 0 − 110) ÷ (42 + 1) = 9.372
        Vector(
            {
                "patient": "non-elderly man",
                "weight": "70 kg",
                "sodium": "110",
                "infusate": "3% saline",
                "infusate_potassium": "0 mmol/L",
            },
            "9.4 mmol/L",
            by="hand",
        ),
        # (154 + 0 − 120) ÷ (30 + 1) = 1.097
        Vector(
            {
                "patient": "non-elderly woman",
                "weight": "60 kg",
                "sodium": "120 mEq/L",
                "infusate": "0.9% saline",
                "infusate_potassium": "0 mmol/L",
            },
            "1.1 mmol/L",
            by="hand",
        ),
        # (130 + 4 − 120) ÷ (40 + 1) = 0.341
        Vector(
            {
                "patient": "elderly man",
                "weight": "80 kg",
                "sodium": "120",
                "infusate": "Ringer's lactate",
                "infusate_potassium": "4 mmol/L",
            },
            "0.3 mmol/L",
            by="hand",
        ),
        # (77 + 0 − 150) ÷ (22.5 + 1) = −3.106
        Vector(
            {
                "patient": "elderly woman",
                "weight": "50 kg",
                "sodium": "150",
                "infusate": "0.45% saline",
                "infusate_potassium": "0 mmol/L",
            },
            "-3.1 mmol/L",
            by="hand",
        ),
        # (34 + 0 − 150) ÷ (6 + 1) = −16.571
        Vector(
            {
                "patient": "child",
                "weight": "10 kg",
                "sodium": "150",
                "infusate": "0.2% saline in 5% glucose",
                "infusate_potassium": "0 mmol/L",
            },
            "-16.6 mmol/L",
            by="hand",
        ),
        # (0 + 0 − 160) ÷ (42 + 1) = −3.721
        Vector(
            {
                "patient": "non-elderly man",
                "weight": "70 kg",
                "sodium": "160",
                "infusate": "5% glucose",
                "infusate_potassium": "0 mmol/L",
            },
            "-3.7 mmol/L",
            by="hand",
        ),
        # (855 + 0 − 110) ÷ (30 + 1) = 24.032
        Vector(
            {
                "patient": "non-elderly woman",
                "weight": "60 kg",
                "sodium": "110",
                "infusate": "5% saline",
                "infusate_potassium": "0 mmol/L",
            },
            "24.0 mmol/L",
            by="hand",
        ),
        # potassium counts as sodium: (154 + 40 − 115) ÷ (42 + 1) = 1.837
        Vector(
            {
                "patient": "non-elderly man",
                "weight": "70 kg",
                "sodium": "115",
                "infusate": "0.9% saline",
                "infusate_potassium": "40 mEq/L",
            },
            "1.8 mmol/L",
            by="hand",
        ),
    ),
)
def sodium_change_per_litre(
    patient: Annotated[
        str,
        Choice(
            "child",
            "non-elderly man",
            "non-elderly woman",
            "elderly man",
            "elderly woman",
            means="kind of patient, for the share of the weight that is water",
            counts="water is 60% of the weight of a child or a man, 50% of a woman or an elderly man, 45% of an elderly woman; "
            "the source sets no age for elderly",
        ),
    ],
    weight: Annotated[float, Measure("kg", low=1, high=350, means="body weight")],
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    infusate: Annotated[
        str,
        Choice(
            "5% saline",
            "3% saline",
            "0.9% saline",
            "Ringer's lactate",
            "0.45% saline",
            "0.2% saline in 5% glucose",
            "5% glucose",
            means="infusate",
            counts="sodium in a litre: 855, 513, 154, 130, 77, 34 and 0 mmol, in this order",
        ),
    ],
    infusate_potassium: Annotated[
        float,
        Measure(
            "mmol/L",
            low=0,
            high=80,
            analyte="potassium",
            means="potassium in a litre of the infusate",
            counts="all of it: what the solution itself holds and what was added",
        ),
    ],
) -> Finding:
    """How the serum sodium is expected to change when a litre of an infusate is given."""
    share = 0.6 if patient in ("child", "non-elderly man") else 0.45 if patient == "elderly woman" else 0.5
    infusate_sodium = (
        855
        if infusate == "5% saline"
        else 513
        if infusate == "3% saline"
        else 154
        if infusate == "0.9% saline"
        else 130
        if infusate == "Ringer's lactate"
        else 77
        if infusate == "0.45% saline"
        else 34
        if infusate == "0.2% saline in 5% glucose"
        else 0
    )
    change = (infusate_sodium + infusate_potassium - sodium) / (share * weight + 1)
    return Finding(change, "mmol/L", says=_say(sodium, change), quotes=_quote())


def _say(sodium: float, change: float) -> str:
    """The change with the limit that holds for it: of the rise of a low sodium, of the fall of a high one."""
    if sodium < 135 and change > 0:
        return TOO_FAST if change > FIRST_LIMIT else RISE
    return FALL if sodium > 145 and change < 0 else SAID


def _quote() -> dict[str, str]:
    day = show(24, "h", 0)
    return {
        "first": show(FIRST_LIMIT, "mmol/L", 0),
        "later": show(LATER_LIMIT, "mmol/L", 0),
        "fall": f"at most {show(FALL_LIMIT, 'mmol/L', 0)}",
        "day": day,
        "day_one": f"first {day}",
        "day_later": f"every {day} after it",
    }
