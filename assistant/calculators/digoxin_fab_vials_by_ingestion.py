"""Vials of digoxin-specific antibody fragments from the amount swallowed, by the school of a region."""

from math import ceil
from typing import Annotated

from assistant.calculators.contract import Choice, Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show
from assistant.records import Part


@calculator(
    title="Digoxin-specific antibody fragments (DigiFab) from the amount swallowed",
    synonyms=("DigiFab from ingested dose", "digoxin Fab by ingestion", "DigiFab for digoxin overdose"),
    result=Result("vials", places=0),
    reference=("digifab-us", "digifab-uk", "atlantic-poison-digifab"),
    says="In life-threatening toxicity, {result} of DigiFab would neutralise the digoxin that this formula counts.",
    warnings=(
        "For life-threatening toxicity only, after an acute overdose: an amount by itself does not call for the antibody.",
        "Regions disagree: the American label counts all that was swallowed, the Canadian centre what is absorbed of it; the "
        "British school neutralises a smaller share, then looks again.",
        "Amounts told after an overdose are uncertain.",
    ),
    not_for=("children",),
    vectors=(
        # 6 ÷ 0.5 = 12
        Vector({"ingested": "6 mg", "region": "US"}, "12 vials", by="hand"),
        # 6 × 0.8 ÷ 0.5 = 9.6, up to 10
        Vector({"ingested": "6 mg", "region": "Canada"}, "10 vials", by="hand"),
        # 6 × 0.8 = 4.8, up to 5
        Vector({"ingested": "6 mg", "region": "UK"}, "5 vials", by="hand"),
        # 1.25 × 0.8 = 1
        Vector({"ingested": "1250 micrograms", "region": "UK"}, "1 vial", by="hand"),
    ),
)
def digoxin_fab_vials_by_ingestion(
    ingested: Annotated[
        float,
        Measure("mg", low=0.5, high=100, written=("mg", "micrograms"), means="amount of digoxin swallowed"),
    ],
    region: Annotated[str, Choice("US", "UK", "Canada", means="region whose formula is used")],
) -> Finding:
    """Whole vials for adults with life-threatening toxicity after an acute overdose of digoxin by mouth."""
    counted = ingested if region == "US" else 0.8 * ingested
    amount = counted / (1 if region == "UK" else 0.5)
    vials = ceil(round(amount, 6))
    text = show(amount, "vials", 2)
    return Finding(vials, "vials", parts=(Part(label="before rounding up", value=amount, unit="vials", text=text),))
