"""A dose by weight with the maximum of a single dose: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Either, Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import Amount, is_same_kind, show
from assistant.records import Part

DOSE_PER_KG = Either(
    Measure("mg/kg", low=0.00001, high=1000),
    Measure("units/kg", low=0.0001, high=1_000_000),
    Measure("mmol/kg", low=0.001, high=20),
    Measure("mEq/kg", low=0.001, high=20),
    means="dose for each kilogram",
)
SINGLE_DOSE_CAP = Either(
    Measure("mg", low=0.0001, high=100_000),
    Measure("units", low=0.001, high=100_000_000),
    Measure("mmol", low=0.001, high=1000),
    Measure("mEq", low=0.001, high=1000),
    means="maximum at a time",
    pairs_with="dose_per_kg",
)


@calculator(
    title="Dose by weight",
    synonyms=("dose by weight", "weight-based dose", "dose per kilogram", "mg/kg dose", "mg per kg"),
    result=Result("mg"),
    reference="definition-dose-by-weight",
    says="The dose by weight is {result}.",
    warnings=(
        "Which weight the dose is given by, and which maximum it has, is for its source to say: nothing is assumed here.",
        "Where no maximum was given, none was applied.",
    ),
    vectors=(
        # 15 × 12
        Vector({"dose_per_kg": "15 mg/kg", "weight": "12 kg"}, "180 mg", by="hand"),
        # 15 × 80 = 1200, above 1 g
        Vector({"dose_per_kg": "15 mg/kg", "weight": "80 kg", "single_dose_cap": "1 g"}, "1,000 mg", by="hand"),
        # 15 × 40 = 600, below 1 g
        Vector({"dose_per_kg": "15 mg/kg", "weight": "40 kg", "single_dose_cap": "1000 mg"}, "600 mg", by="hand"),
        # 10 micrograms × 20 = 200 micrograms
        Vector({"dose_per_kg": "10 micrograms/kg", "weight": "20 kg"}, "200 micrograms", by="hand"),
        # 80 × 70 = 5600, below the maximum
        Vector(
            {"dose_per_kg": "80 units/kg", "weight": "70 kg", "single_dose_cap": "10000 units"},
            "5,600 units",
            by="hand",
        ),
        # 0.1 × 20 = 2 mg, above the maximum, which is told in micrograms
        Vector(
            {"dose_per_kg": "0.1 mg/kg", "weight": "20 kg", "single_dose_cap": "0.5 mg"}, "500 micrograms", by="hand"
        ),
        # 0.5 × 20 = 10, the maximum itself
        Vector({"dose_per_kg": "0.5 mmol/kg", "weight": "20 kg", "single_dose_cap": "10 mmol"}, "10 mmol", by="hand"),
        # 0.5 × 10
        Vector({"dose_per_kg": "0.5 mEq/kg", "weight": "10 kg", "single_dose_cap": "10 mEq"}, "5 mEq", by="hand"),
    ),
)
def dose_by_weight(
    dose_per_kg: Annotated[Amount, DOSE_PER_KG],
    weight: Annotated[
        float,
        Measure(
            "kg",
            low=0.3,
            high=500,
            means="weight that the dose is given by (actual, ideal or adjusted, as its source says)",
        ),
    ],
    single_dose_cap: Annotated[Amount, SINGLE_DOSE_CAP] | None = None,
) -> Finding:
    """A dose from the dose for each kilogram and the weight, held to the maximum that is given."""
    dose = dose_per_kg * Amount.body_weight(weight)
    unit = _name_unit(dose)
    if single_dose_cap and dose.to(unit) > single_dose_cap.to(unit):
        held = _name_unit(single_dose_cap)
        return Finding(single_dose_cap.to(held), held, parts=_tell_cap(dose.to(unit), unit))
    return Finding(dose.to(unit), unit)


def _name_unit(dose: Amount) -> str:
    """The unit of the dose: of what was counted, and micrograms below a milligram."""
    counted = next(each.unit for each in SINGLE_DOSE_CAP.alternatives if is_same_kind(str(dose.exact.units), each.unit))
    return "micrograms" if counted == "mg" and dose.to("mg") < 1 else counted


def _tell_cap(dose: float, unit: str) -> tuple[Part, ...]:
    """That the maximum was applied, and to what."""
    text = f"{show(dose, unit)}, above the maximum, which was taken instead"
    return (Part(label="by weight alone", value=dose, unit=unit, text=text),)
