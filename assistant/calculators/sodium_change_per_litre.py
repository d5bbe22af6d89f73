"""The change of the sodium by a litre of an infusate, after Adrogué and Madias, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


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
    reference=("adrogue-2000-hyponatremia", "chen-2021-adrogue-madias"),
    says="A litre of the infusate is expected to change the sodium by {result}.",
    warnings=(
        "An estimate, to be followed by a measurement; losses that go on are not in it.",
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
) -> float:
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
    return (infusate_sodium + infusate_potassium - sodium) / (share * weight + 1)
