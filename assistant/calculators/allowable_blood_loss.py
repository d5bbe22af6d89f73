"""Allowable blood loss after Gross, 1983."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show
from assistant.records import Part


@calculator(
    title="Allowable blood loss (Gross)",
    synonyms=("allowable blood loss", "maximum allowable blood loss", "acceptable blood loss", "MABL"),
    result=Result("mL", places=0),
    reference=("gross-1983", "anesthesiology-2000-hemodilution", "iowa-allowable-blood-loss"),
    says="The allowable blood loss is {result}.",
    warnings=(
        "For blood that is replaced by fluid, so that the volume stays the same.",
        "Texts differ: with the initial haematocrit as the divisor, instead of the average, less is allowed.",
    ),
    vectors=(
        # average 37.5; 5000 × 15 ÷ 37.5
        Vector(
            {"blood_volume": "5 L", "initial_haematocrit": "45%", "lowest_haematocrit": "30%"}, "2,000 mL", by="hand"
        ),
        # average 30.5; 400 × 11 ÷ 30.5 = 144.26
        Vector(
            {"blood_volume": "400 mL", "initial_haematocrit": "36%", "lowest_haematocrit": "25%"}, "144 mL", by="hand"
        ),
        # average 29; 3900 × 16 ÷ 29 = 2151.7
        Vector(
            {"blood_volume": "3900 mL", "initial_haematocrit": "0.37", "lowest_haematocrit": "0.21"},
            "2,152 mL",
            by="hand",
        ),
    ),
)
def allowable_blood_loss(
    blood_volume: Annotated[
        float,
        Measure(
            "mL",
            low=50,
            high=12_000,
            written=("mL", "L"),
            means="estimated blood volume",
            counts="by weight (University of Iowa): preterm 90–100, term newborn 80–90, infant 70–80, child 70–75, "
            "adult 65–70 mL/kg",
        ),
    ],
    initial_haematocrit: Annotated[
        float,
        Measure(
            "%",
            low=15,
            high=75,
            written=("%", "fraction"),
            means="haematocrit at the beginning",
        ),
    ],
    lowest_haematocrit: Annotated[
        float,
        Measure(
            "%",
            low=10,
            high=60,
            written=("%", "fraction"),
            means="lowest haematocrit accepted",
            below="initial_haematocrit",
        ),
    ],
) -> Finding:
    """The blood that can be lost and replaced by fluid before the haematocrit is down to the lowest accepted."""
    average = (initial_haematocrit + lowest_haematocrit) / 2
    loss = blood_volume * (initial_haematocrit - lowest_haematocrit) / average
    simple = blood_volume * (initial_haematocrit - lowest_haematocrit) / initial_haematocrit
    part = Part(label="with the initial haematocrit as divisor", value=simple, unit="mL", text=show(simple, "mL", 0))
    return Finding(loss, "mL", parts=(part,))
