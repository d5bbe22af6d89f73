"""The anion gap without potassium: arithmetic, so it cites a definition."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Anion gap (without potassium)",
    synonyms=("anion gap", "AG"),
    result=Result("mmol/L", places=0),
    reference="definition-anion-gap",
    says="The anion gap, without potassium, is {result}.",
    warnings=(
        "The reference range depends on the laboratory's method: use the range of the local laboratory.",
        "The gap is not adjusted for the albumin.",
    ),
    vectors=(
        # 140 − (104 + 24) = 12
        Vector({"sodium": "140", "chloride": "104", "bicarbonate": "24"}, "12 mmol/L", by="hand"),
        # 138 − (100 + 8) = 30
        Vector({"sodium": "138 mmol/L", "chloride": "100 mEq/L", "bicarbonate": "8 mmol/L"}, "30 mmol/L", by="hand"),
        # below nought: 130 − (112 + 20) = −2
        Vector({"sodium": "130", "chloride": "112", "bicarbonate": "20"}, "-2 mmol/L", by="hand"),
        # half up: 140.5 − (104 + 24) = 12.5
        Vector({"sodium": "140.5", "chloride": "104", "bicarbonate": "24"}, "13 mmol/L", by="hand"),
    ),
)
def anion_gap(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    chloride: Annotated[float, Measure("mmol/L", low=50, high=160, analyte="chloride")],
    bicarbonate: Annotated[float, Measure("mmol/L", low=1, high=60, analyte="bicarbonate")],
) -> float:
    """Sodium less the sum of chloride and bicarbonate."""
    return sodium - (chloride + bicarbonate)
