"""Estimated glomerular filtration rate of a child, the bedside equation of Schwartz and others, 2009."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Estimated glomerular filtration rate in a child (bedside Schwartz)",
    synonyms=("bedside Schwartz", "Schwartz", "paediatric eGFR", "eGFR in a child"),
    result=Result("mL/min/1.73 m²", places=0),
    reference=("schwartz-2009-egfr", "boer-2010-creatinine-infants", "schwartz-2008-creatinine-assays"),
    says="The estimated glomerular filtration rate is {result}.",
    warnings=(
        "Derived in children with chronic kidney disease; for an adult another equation is used.",
        "Made with creatinine by an enzymatic assay.",
        "The formula takes the creatinine as stable: while it rises or falls, the result misleads.",
    ),
    not_for=("infants",),
    vectors=(
        # 0.413 × 120 ÷ 0.6 = 82.6
        Vector({"height": "1.2 m", "creatinine": "0.6 mg/dL"}, "83 mL/min/1.73 m²", by="hand"),
        Vector({"height": "95 cm", "creatinine": "0.413 mg/dL"}, "95 mL/min/1.73 m²", by="second"),
        Vector({"height": "145.5 cm", "creatinine": "1.7 mg/dL"}, "35 mL/min/1.73 m²", by="second"),
    ),
)
def egfr_bedside_schwartz(
    height: Annotated[float, Measure("m", low=0.45, high=2.1)],
    creatinine: Annotated[float, Measure("mg/dL", low=0.1, high=25, analyte="creatinine", means="serum creatinine")],
) -> float:
    """Glomerular filtration rate of a child, estimated from height and creatinine."""
    return 0.413 * (100 * height) / creatinine
