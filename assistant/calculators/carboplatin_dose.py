"""Dose of carboplatin by the formula of Calvert, with the cap that the FDA advised in 2010."""

from typing import Annotated

from assistant.calculators.contract import Choice, Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show

CAPPED = "The dose of carboplatin is {result}, reckoned with the cap of {counted} in place of the {estimate} that was estimated."


@calculator(
    title="Carboplatin dose (Calvert)",
    synonyms=(
        "Calvert formula",
        "carboplatin dose",
        "carboplatin AUC dose",
        "Calvert",
        "carboplatin",
        "carboplatin AUC",
    ),
    result=Result("mg", places=0),
    reference="fda-carboplatin-2010",
    says="The dose of carboplatin is {result}.",
    warnings=(
        "A whole dose, not a dose for each square metre.",
        "The formula was made for a measured filtration rate; creatinine by the standardised method can overestimate it, so an "
        "estimate is held to the cap of the FDA.",
    ),
    not_for=("children",),
    vectors=(
        # 5 × (90 + 25) = 575
        Vector({"target_auc": "5", "gfr": "90 mL/min", "gfr_method": "estimated"}, "575 mg", by="hand"),
        # the cap itself: 6 × (125 + 25) = 900
        Vector({"target_auc": "6", "gfr": "125 mL/min", "gfr_method": "estimated"}, "900 mg", by="paper"),
        # above the cap: 5 × (125 + 25) = 750
        Vector({"target_auc": "5", "gfr": "140 mL/min", "gfr_method": "estimated"}, "750 mg", by="paper"),
        # measured, so not capped: 5 × (140 + 25) = 825
        Vector({"target_auc": "5", "gfr": "140 mL/min", "gfr_method": "measured"}, "825 mg", by="hand"),
        # 4.5 × (37 + 25) = 279
        Vector({"target_auc": "4.5", "gfr": "37 mL/min", "gfr_method": "measured"}, "279 mg", by="hand"),
    ),
)
def carboplatin_dose(
    target_auc: Annotated[
        float,
        Measure("", low=1, high=12, means="target area under the curve", counts="in mg·min/mL, as the regimen sets it"),
    ],
    gfr: Annotated[
        float,
        Measure(
            "mL/min",
            low=16,
            high=250,
            means="glomerular filtration rate of the patient",
            counts="in mL/min of the patient, not scaled to 1.73 m²",
        ),
    ],
    gfr_method: Annotated[
        str,
        Choice(
            "estimated",
            "measured",
            means="how the filtration rate was had",
            counts="estimated: from serum creatinine; measured: by a tracer such as chromium EDTA or DTPA",
        ),
    ],
) -> Finding:
    """The dose for adults that aims at a target exposure, from the filtration rate."""
    counted = min(gfr, 125) if gfr_method == "estimated" else gfr
    return Finding(target_auc * (counted + 25), "mg", says=_say(gfr, counted), quotes=_quote(gfr, counted))


def _say(gfr: float, counted: float) -> str | None:
    """A sentence of its own where the cap was taken."""
    return CAPPED if counted < gfr else None


def _quote(gfr: float, counted: float) -> dict[str, str]:
    return {"counted": show(counted, "mL/min"), "estimate": show(gfr, "mL/min")}
