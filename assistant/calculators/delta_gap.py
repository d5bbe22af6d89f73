"""Delta gap as the anion gap above its usual value: a convention, so it cites a definition."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Delta gap (anion gap above its usual value)",
    synonyms=(
        "delta gap",
        "delta anion gap",
    ),
    result=Result("mmol/L", places=0),
    reference=(
        "definition-delta-gap",
        "rastegar-2007-delta-ratio",
    ),
    says="The delta gap, the anion gap above its usual value, is {result}.",
    warnings=(
        "Other texts call delta gap the rise of the anion gap less the fall of the bicarbonate, which is a calculator of its own.",
        "The usual gap depends on the instrument of the laboratory.",
        "The gap is not adjusted for the albumin.",
    ),
    vectors=(
        # 140 − (100 + 10) − 12 = 18
        Vector({"sodium": "140", "chloride": "100", "bicarbonate": "10"}, "18 mmol/L", by="hand"),
        # 138 − (104 + 22) − 12 = 0
        Vector({"sodium": "138 mmol/L", "chloride": "104 mEq/L", "bicarbonate": "22 mmol/L"}, "0 mmol/L", by="hand"),
        # below nought: 130 − (112 + 20) − 12 = −14
        Vector({"sodium": "130", "chloride": "112", "bicarbonate": "20"}, "-14 mmol/L", by="hand"),
        # half up: 140.5 − (104 + 24) − 12 = 0.5
        Vector({"sodium": "140.5", "chloride": "104", "bicarbonate": "24"}, "1 mmol/L", by="hand"),
    ),
)
def delta_gap(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    chloride: Annotated[float, Measure("mmol/L", low=50, high=160, analyte="chloride")],
    bicarbonate: Annotated[float, Measure("mmol/L", low=1, high=60, analyte="bicarbonate")],
) -> float:
    """How far the anion gap, without potassium, lies above the value that is taken as usual."""
    gap = sodium - (chloride + bicarbonate)
    return gap - 12
