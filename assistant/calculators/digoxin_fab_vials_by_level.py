"""Vials of digoxin-specific antibody fragments from the level, by the school of a region."""

from math import ceil
from typing import Annotated

from assistant.calculators.contract import Choice, Finding, Measure, Result, Vector, calculator
from assistant.calculators.declarations import Units
from assistant.errors import WrongOrder
from assistant.figures.quantities import show
from assistant.records import Part


def is_canadian(units: Units) -> bool:
    """Whether the Canadian formula is used, which is for acute toxicity only."""
    return units.get("region") == "Canada"


@calculator(
    title="Digoxin-specific antibody fragments (DigiFab) from the digoxin level",
    synonyms=(
        "DigiFab from level",
        "digoxin Fab by level",
        "digoxin immune Fab",
        "digoxin antidote vials",
        "DigiFab",
        "DigiFab vials",
        "digoxin toxicity vials",
    ),
    result=Result("vials", places=0),
    reference=("digifab-us", "digifab-uk", "atlantic-poison-digifab"),
    says="In life-threatening toxicity, {result} of DigiFab would neutralise the digoxin that this formula counts.",
    warnings=(
        "For life-threatening toxicity only: a level by itself does not call for the antibody.",
        "Regions disagree: the British school neutralises a smaller share of the digoxin, then looks again.",
        "The American label gives this formula for chronic toxicity; the Canadian centre gives chronic toxicity single vials.",
        "A level drawn early after an overdose overestimates what is needed; after the antibody a level says nothing.",
    ),
    not_for=("children",),
    vectors=(
        # 5 × 50 ÷ 100 = 2.5, up to 3
        Vector({"level": "5 ng/mL", "weight": "50 kg", "region": "US"}, "3 vials", by="hand"),
        # 5 × 50 ÷ 200 = 1.25, up to 2
        Vector({"level": "5 ng/mL", "weight": "50 kg", "region": "UK"}, "2 vials", by="hand"),
        # 12.8 nmol/L × 0.780949 = 9.99615 ng/mL; × 70 ÷ 100 = 6.9973, up to 7
        Vector(
            {"level": "12.8 nmol/L", "weight": "70 kg", "region": "Canada", "toxicity": "acute"}, "7 vials", by="hand"
        ),
        # 4 × 50 ÷ 200 = 1: a whole vial stays one
        Vector({"level": "4 micrograms/L", "weight": "50 kg", "region": "UK"}, "1 vial", by="hand"),
    ),
)
def digoxin_fab_vials_by_level(
    level: Annotated[
        float,
        Measure(
            "ng/mL",
            low=0.5,
            high=100,
            analyte="digoxin",
            means="serum digoxin level",
            counts="before any antibody, and if possible at least 6 hours after the last dose",
        ),
    ],
    weight: Annotated[float, Measure("kg", low=20, high=250)],
    region: Annotated[str, Choice("US", "UK", "Canada", means="region whose formula is used")],
    toxicity: Annotated[
        str,
        Choice(
            "acute",
            "chronic",
            means="acute or chronic toxicity",
            counts="the Canadian formula is for acute toxicity; in chronic toxicity the Canadian centre gives 1 vial at a time",
            needed=is_canadian,
        ),
    ]
    | None = None,
) -> Finding:
    """Whole vials for adults with life-threatening digoxin toxicity, from the level and the weight."""
    _refuse_chronic(region, toxicity)
    amount = level * weight / (200 if region == "UK" else 100)
    vials = ceil(round(amount, 6))
    text = show(amount, "vials", 2)
    return Finding(vials, "vials", parts=(Part(label="before rounding up", value=amount, unit="vials", text=text),))


def _refuse_chronic(region: str, toxicity: str | None) -> None:
    """Refuse the formula where the Canadian centre gives a vial at a time instead. Raises `WrongOrder`."""
    if region == "Canada" and toxicity == "chronic":
        accepted = "what the Canadian formula is for: in chronic toxicity that centre gives a vial at a time"
        raise WrongOrder("toxicity", "chronic", accepted)
