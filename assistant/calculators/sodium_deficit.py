"""Sodium deficit, with the shares of body water of Adrogué and Madias, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show

FIRST_LIMIT = 10.0
"""The most by which a low sodium is to rise over the first day, in mmol/L, after Spasovski and others, 2014."""
LATER_LIMIT = 8.0
"""The most by which it is to rise over each day that follows."""
SAID = (
    "The sodium deficit is {result}, for a rise of {rise}. It is no amount to give at once: the limit of the rise is {first} over the "
    "{day_one} and {later} {day_later}."
)
TOO_FAST = (
    "The sodium deficit is {result}, for a rise of {rise}, beyond the limit: it is {first} over the {day_one} and "
    "{later} {day_later}."
)


@calculator(
    title="Sodium deficit",
    synonyms=(
        "sodium deficit",
        "Na deficit",
        "sodium requirement",
    ),
    result=Result("mmol", places=0),
    reference=(
        "definition-sodium-deficit",
        "adrogue-2000-hyponatremia",
        "spasovski-2014-hyponatraemia",
        "verbalis-2013-hyponatremia",
    ),
    says="The sodium deficit is {result}.",
    warnings=(
        "An estimate: losses that go on are not in it; measure the sodium again.",
        "It is not how fast: the limit of the rise stands beside it, and where the risk of osmotic demyelination is high, the "
        "American panel sets a lower limit.",
    ),
    vectors=(
        # 0.6 × 70 × (130 − 120) = 420
        Vector(
            {"patient": "non-elderly man", "weight": "70 kg", "sodium": "120", "target_sodium": "130"},
            "420 mmol",
            by="hand",
        ),
        # 0.5 × 60 × (120 − 115) = 150
        Vector(
            {"patient": "non-elderly woman", "weight": "60 kg", "sodium": "115 mEq/L", "target_sodium": "120 mmol/L"},
            "150 mmol",
            by="hand",
        ),
        # 0.45 × 50 × (126 − 118) = 180
        Vector(
            {"patient": "elderly woman", "weight": "50 kg", "sodium": "118", "target_sodium": "126"},
            "180 mmol",
            by="hand",
        ),
        # a rise beyond the limit of the first day: 0.6 × 70 × (130 − 110) = 840
        Vector(
            {"patient": "non-elderly man", "weight": "70 kg", "sodium": "110", "target_sodium": "130"},
            "840 mmol",
            by="hand",
        ),
    ),
)
def sodium_deficit(
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
    sodium: Annotated[float, Measure("mmol/L", low=90, high=134, analyte="sodium", below="target_sodium")],
    target_sodium: Annotated[
        float, Measure("mmol/L", low=100, high=135, analyte="sodium", means="sodium that is aimed for")
    ],
) -> Finding:
    """The sodium that would raise a low serum sodium to what is aimed for."""
    share = 0.6 if patient in ("child", "non-elderly man") else 0.45 if patient == "elderly woman" else 0.5
    rise = target_sodium - sodium
    return Finding(share * weight * rise, "mmol", says=_say(rise), quotes=_quote(rise))


def _say(rise: float) -> str:
    """The deficit with the limit, in other words where the rise is more than the limit of the first day."""
    return TOO_FAST if float(f"{rise:.9g}") > FIRST_LIMIT else SAID


def _quote(rise: float) -> dict[str, str]:
    limits = {"rise": rise, "first": FIRST_LIMIT, "later": LATER_LIMIT}
    return {name: show(value, "mmol/L") for name, value in limits.items()} | {
        "day_one": f"first {show(24, 'h', 0)}",
        "day_later": f"every {show(24, 'h', 0)} after it",
    }
