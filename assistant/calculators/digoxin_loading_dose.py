"""Intravenous loading dose of digoxin, by the body stores of the US label."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator, criterion
from assistant.figures.quantities import show_range
from assistant.records import Part

SAID = (
    "The loading dose of digoxin is {result} in all: {opening} first, then {further} at a time, {gap} apart, up to that dose and only "
    "after the response to the last portion was judged."
)


@calculator(
    title="Digoxin loading dose, intravenous (by body stores)",
    synonyms=(
        "digoxin loading dose",
        "digoxin loading",
        "digoxin load",
        "digitalisation",
        "digitalization",
        "load with digoxin",
    ),
    result=Result("micrograms", places=0),
    reference=("digoxin-us-label", "digoxin-dosage-drugs-com"),
    says="The loading dose of digoxin is {result}.",
    warnings=(
        "A whole dose, given in several portions: each further portion only after the response to the last was judged.",
        "By lean (ideal) body weight, into a vein; tablets are less available.",
    ),
    not_for=("children",),
    vectors=(
        # 8 × 70 = 560; the upper end 12 × 70 = 840
        Vector({"weight": "70 kg", "kidney_insufficiency": "no"}, "560–840 micrograms", by="hand"),
        # 6 × 70 = 420; the upper end 10 × 70 = 700
        Vector({"weight": "70 kg", "kidney_insufficiency": "yes"}, "420–700 micrograms", by="hand"),
        # 132 lb × 0.45359237 = 59.874 kg; × 8 = 478.99; × 12 = 718.49
        Vector({"weight": "132 lb", "kidney_insufficiency": "no"}, "479–718 micrograms", by="hand"),
    ),
)
def digoxin_loading_dose(
    weight: Annotated[float, Measure("kg", low=30, high=90, means="lean (ideal) body weight")],
    kidney_insufficiency: Annotated[
        str,
        criterion(
            "kidney insufficiency",
            counts="as the clinician judges it; the label draws no line at a creatinine clearance",
        ),
    ],
) -> Finding:
    """The range of the loading dose that fills the body stores of an adult, when rapid digitalisation is wanted."""
    lowest = (6 if kidney_insufficiency == "yes" else 8) * weight
    highest = (10 if kidney_insufficiency == "yes" else 12) * weight
    opening = _range("opening portion", lowest / 2, highest / 2)
    further = _range("each further portion", lowest / 4, highest / 4)
    quotes = {"opening": opening.text, "further": further.text, "gap": show_range(6, 8, "h", 0)}
    return Finding(lowest, "micrograms", (opening, further), SAID, quotes, high=highest)


def _range(label: str, low: float, high: float) -> Part:
    return Part(label=label, low=low, high=high, unit="micrograms", text=show_range(low, high, "micrograms", 0))
