"""Steps of an infusion of unfractionated heparin by the nomogram of Raschke and others, 1993."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show
from assistant.records import Part


@calculator(
    title="Heparin infusion adjusted by the aPTT (by weight, venous thromboembolism)",
    synonyms=(
        "heparin adjustment",
        "adjust heparin infusion",
        "heparin nomogram",
        "heparin aPTT nomogram",
        "adjust heparin",
        "heparin rate change",
        "aPTT on heparin",
        "change heparin rate",
        "heparin infusion",
        "heparin drip",
        "UFH infusion",
        "heparin aptt",
    ),
    result=Result("units/h", places=0, within=Measure("units/h", low=50, high=6000), laid_to="current_rate"),
    reference=("raschke-1993-heparin", "aafp-heparin-table-2004", "heparin-therapeutic-range-1993"),
    says="The new rate of the heparin infusion is {result}; a bolus or a pause stands beside it.",
    warnings=(
        "The bands of the aPTT are those of the trial. Reagents, and lots of a reagent, respond to heparin differently and "
        "have other ranges: the hospital's own nomogram goes before.",
        "For venous thromboembolism, by actual body weight.",
    ),
    not_for=("children",),
    vectors=(
        # below 35 s: 1,260 + 4 × 70 = 1,540, after a bolus of 80 × 70
        Vector({"aptt": "34.9 s", "weight": "70 kg", "current_rate": "1260 units/h"}, "1,540 units/h", by="hand"),
        # from 35 s: 1,260 + 2 × 70 = 1,400, after a bolus of 40 × 70
        Vector({"aptt": "35 s", "weight": "70 kg", "current_rate": "1260 units/h"}, "1,400 units/h", by="hand"),
        Vector({"aptt": "45.9 s", "weight": "70 kg", "current_rate": "1260 units/h"}, "1,400 units/h", by="hand"),
        # from 46 s: no change
        Vector({"aptt": "46 s", "weight": "70 kg", "current_rate": "1260 units/h"}, "1,260 units/h", by="hand"),
        Vector({"aptt": "70 s", "weight": "70 kg", "current_rate": "1260 units/h"}, "1,260 units/h", by="hand"),
        # from 71 s: 1,260 − 2 × 70 = 1,120
        Vector({"aptt": "71 s", "weight": "70 kg", "current_rate": "1260 units/h"}, "1,120 units/h", by="hand"),
        Vector({"aptt": "90 s", "weight": "70 kg", "current_rate": "1260 units/h"}, "1,120 units/h", by="hand"),
        # above 90 s: 1,260 − 3 × 70 = 1,050, after a pause of an hour
        Vector({"aptt": "90.1 s", "weight": "70 kg", "current_rate": "1260 units/h"}, "1,050 units/h", by="hand"),
        # 176 lb × 0.45359237 = 79.832 kg; 1,400 + 4 × 79.832 = 1,719.3
        Vector({"aptt": "28 s", "weight": "176 lb", "current_rate": "1400 units/h"}, "1,719 units/h", by="hand"),
    ),
)
def heparin_infusion_adjustment(
    aptt: Annotated[
        float,
        Measure(
            "s",
            low=15,
            high=250,
            means="activated partial thromboplastin time under the infusion",
            counts="aPTT in seconds; not the activated clotting time (ACT)",
        ),
    ],
    weight: Annotated[float, Measure("kg", low=35, high=250, means="actual body weight")],
    current_rate: Annotated[
        float, Measure("units/h", low=100, high=5000, means="present rate of the heparin infusion")
    ],
) -> Finding:
    """The next rate of unfractionated heparin for adults with venous thromboembolism, with a bolus or a pause where due."""
    bolus = (80 if aptt < 35 else 40 if aptt < 46 else 0) * weight
    increase = 4 if aptt < 35 else 2 if aptt < 46 else 0
    decrease = 0 if aptt < 71 else 2 if aptt <= 90 else 3
    quotes = {"bolus": show(bolus, "units", 0), "pause": show(1, "h", 0), "again": show(6, "h", 0)}
    parts = (_bolus(bolus), _pause(aptt > 90))
    return Finding(current_rate + (increase - decrease) * weight, "units/h", parts, _say(aptt), quotes)


def _say(aptt: float) -> str:
    """What is to be done, in the order in which it is done."""
    if aptt < 46:
        return "Heparin: a bolus of {bolus}, then the infusion at {result}. The aPTT again {again} later."
    if aptt < 71:
        return "Heparin: no change, the infusion stays at {result}. The aPTT again {again} later."
    if aptt <= 90:
        return "Heparin: no bolus, the infusion is reduced to {result}. The aPTT again {again} later."
    return "Heparin: the infusion is stopped for {pause}, then runs at {result}. The aPTT again {again} later."


def _bolus(units: float) -> Part:
    return Part(
        label="bolus before the change", value=units, unit="units", text=show(units, "units", 0) if units else "none"
    )


def _pause(is_due: bool) -> Part:
    hours = 1 if is_due else 0
    return Part(label="pause before the change", value=hours, unit="h", text=show(hours, "h", 0) if hours else "none")
