"""What cannot be: rows that hold such an entity, and inputs invented to be refused.

The bounds here are not those of the calculators: they are drawn wide, round about what has been seen in the living, and by the unit
that the row writes. Whatever lies outside is a slip of the pen or of the unit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf, nan

from assistant.errors import InputError, PlumblineError
from assistant.records import Calculation, Given
from benchmarks.entities import find_calculator, give
from benchmarks.mapping import TABLE
from benchmarks.medcalc import Finding, find_name
from benchmarks.rows import Entity, Row

IONS = {
    "Sodium": (80, 220),
    "Chloride": (30, 180),
    "Bicarbonate": (0.5, 75),
    "Potassium": (0.8, 15),
}
PER_LITRE = {"mmol/L": 1, "mEq/L": 1, "mmol/dL": 0.1, "mEq/dL": 0.1, "mmol/mL": 0.001, "mEq/mL": 0.001, "µmol/L": 1000}
BOUNDS: dict[tuple[str, str], tuple[float, float]] = {
    ("Alanine aminotransferase", "U/L"): (2, 60_000),
    ("Albumin", "g/L"): (5, 80),
    ("Albumin", "g/dL"): (0.5, 8),
    ("Albumin", "mg/dL"): (500, 8000),
    ("Aspartate aminotransferase", "U/L"): (2, 60_000),
    ("Bilirubin", "mg/dL"): (0.02, 100),
    ("Bilirubin", "µmol/L"): (0.3, 1700),
    ("Blood Urea Nitrogen (BUN)", "mg/dL"): (0.5, 400),
    ("Blood Urea Nitrogen (BUN)", "mmol/L"): (0.2, 145),
    ("Body Mass Index (BMI)", "kg/m^2"): (7, 200),
    ("Calcium", "mg/dL"): (2, 30),
    ("Diastolic Blood Pressure", "mm Hg"): (5, 300),
    ("FentANYL patch Dose", "mg"): (1, 17),  # what a patch holds
    ("Glucose", "g/dL"): (0.005, 3.5),
    ("Glucose", "mg/dL"): (5, 3500),
    ("Glucose", "mmol/L"): (0.3, 195),
    ("Heart Rate or Pulse", "beats per minute"): (10, 350),
    ("Hematocrit", "%"): (3, 85),
    ("Hemoglobin", "g/dL"): (1, 27),
    ("O₂ saturation percentage", "%"): (10, 100),
    ("PaCO2", "mm Hg"): (5, 250),
    ("PaO2", "mm Hg"): (10, 720),
    ("Platelet count", "L"): (5e8, 5e12),
    ("Platelet count", "µL"): (500, 5_000_000),
    ("QT Interval", "msec"): (150, 1000),
    ("Systolic Blood Pressure", "mm Hg"): (20, 400),
    ("Temperature", "degrees celsius"): (13, 46),
    ("Temperature", "degrees fahrenheit"): (56, 115),
    ("Total cholesterol", "mg/dL"): (10, 2500),
    ("Triglycerides", "mg/dL"): (5, 20_000),
    ("White blood cell count", "mm^3"): (30, 1_000_000),  # no counter reports fewer
    ("White blood cell count", "µL"): (30, 1_000_000),
    ("age", "years"): (0, 122),
    ("creatinine", "mg/dL"): (0.05, 50),
    ("creatinine", "mmol/L"): (0.005, 4.4),
    ("creatinine", "µmol/L"): (5, 4400),
    ("height", "cm"): (20, 275),
    ("height", "in"): (8, 108),
    ("height", "m"): (0.2, 2.75),
    ("respiratory rate", "breaths per minute"): (1, 120),
    ("weight", "g"): (200, 30_000),
    ("weight", "kg"): (0.2, 650),
    ("weight", "lbs"): (0.5, 1400),
} | {(ion, unit): (low * each, high * each) for ion, (low, high) in IONS.items() for unit, each in PER_LITRE.items()}
LIGHTEST_ADULT = 20
LEAST_ANION_GAP = -10


@dataclass(frozen=True, slots=True)
class Slip:
    """What in a row cannot be, and whether our refusal names an input that it feeds; None when there was no refusal."""

    row: Row
    what: str
    ours: str
    is_named: bool | None


def find_slips(findings: Iterable[Finding]) -> tuple[Slip, ...]:
    """The rows that hold something impossible."""
    found = [(finding, find_impossible(finding.row.entities)) for finding in findings]
    return tuple(
        Slip(finding.row, _say(entities, finding.row), finding.ours, _names_one(finding, entities))
        for finding, entities in found
        if entities and find_name(finding.row) in TABLE
    )


def find_impossible(entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The entities that cannot be, alone or together; empty when all can."""
    alone = tuple(name for name, value in entities.items() if not _can_be(name, value))
    if alone:
        return alone
    for together, is_impossible in (
        (("Systolic Blood Pressure", "Diastolic Blood Pressure"), lambda above, below: below >= above),
        (("Sodium", "Chloride", "Bicarbonate"), lambda plus, first, second: plus - first - second < LEAST_ANION_GAP),
        (("age", "weight"), lambda age, weight: age >= 18 and weight < LIGHTEST_ADULT),
    ):
        values = [entities[name] for name in together if name in entities]
        usual = all(_unit(value) in {"years", "kg", "mm Hg", "mmol/L", "mEq/L"} for value in values)
        if len(values) == len(together) and usual and is_impossible(*(_value(value, nan) for value in values)):
            return together
    return ()


def _can_be(name: str, value: Entity) -> bool:
    low, high = BOUNDS.get((name, _unit(value)), (-inf, inf))
    return low <= _value(value, low) <= high


def _names_one(finding: Finding, entities: Iterable[str]) -> bool | None:
    """Whether the input that we refused is one that these entities feed."""
    if not finding.refused:
        return None
    said = finding.row.entities
    sources = [run[name] for run in TABLE[find_name(finding.row)].runs for name in finding.refused if name in run]
    return any(source.find({entity: said[entity]}) is not None for source in sources for entity in entities)


def _say(entities: Iterable[str], row: Row) -> str:
    return ", ".join(f"{name} {_value(row.entities[name], nan):g} {_unit(row.entities[name])}" for name in entities)


def _unit(value: Entity) -> str:
    return str(value[-1]) if isinstance(value, list) else ""


def _value(value: Entity, otherwise: float) -> float:
    number = value[-2] if isinstance(value, list) and len(value) > 1 else value
    return float(number) if isinstance(number, int | float) else otherwise


@dataclass(frozen=True, slots=True)
class Invented:
    """A calculator's worked example with one input spoilt."""

    calculator: str
    spoilt: str
    text: str | float
    why: str


INVENTED = (
    Invented("creatinine_clearance", "creatinine", nan, "not a number"),
    Invented("creatinine_clearance", "creatinine", inf, "infinite"),
    Invented("creatinine_clearance", "creatinine", "nan mg/dL", "not a number, written"),
    Invented("creatinine_clearance", "creatinine", "inf mg/dL", "infinite, written"),
    Invented("creatinine_clearance", "creatinine", "0 mg/dL", "zero in a divisor"),
    Invented("creatinine_clearance", "creatinine", "-1 mg/dL", "negative"),
    Invented("creatinine_clearance", "creatinine", "106", "a number without unit where two are plausible"),
    Invented("creatinine_clearance", "creatinine", "106 mg/dL", "the number of the other unit system"),
    Invented("creatinine_clearance", "creatinine", "1.2 mg", "an amount for a concentration"),
    Invented("creatinine_clearance", "creatinine", "1,200 µmol/L", "a comma that can mean two things"),
    Invented("creatinine_clearance", "creatinine", "1-2 mg/dL", "a range for a value"),
    Invented("creatinine_clearance", "creatinine", "< 1 mg/dL", "a bound for a value"),
    Invented("creatinine_clearance", "age", "250", "an age that nobody reaches"),
    Invented("creatinine_clearance", "age", "seventy-ish", "no number"),
    Invented("creatinine_clearance", "sex", "maybe", "an unknown option"),
    Invented("creatinine_clearance", "weight", "70", "a weight that may be pounds"),
    Invented("creatinine_clearance", "weight", "70 kgs and a bit", "more than a quantity"),
    Invented("creatinine_clearance", "colour", "blue", "an extra field"),
    Invented("body_mass_index", "height", "5 mg", "a mass for a length"),
    Invented("body_mass_index", "height", "0 m", "zero in a divisor"),
    Invented("body_mass_index", "height", "", "nothing"),
    Invented("body_mass_index", "height", "1.80 parsecs", "an unknown unit"),
    Invented("body_mass_index", "weight", "1e400 kg", "beyond what a float holds"),
    Invented("mean_arterial_pressure", "diastolic", "180 mmHg", "above the systolic pressure"),
    Invented("curb_65", "confusion", "perhaps", "an unknown option"),
    Invented("curb_65", "respiratory_rate", "400", "an absurd rate"),
    Invented("qtc_fridericia", "heart_rate", "0", "zero in a divisor"),
    Invented("apache_ii", "arterial_ph", "74", "a pH without its point"),
    Invented("apache_ii", "temperature", "98.6 °C", "Fahrenheit called Celsius"),
    Invented("meld_na", "inr", "-2", "negative in a logarithm"),
    Invented("gestational_age", "on", "31/12/2025", "a day with the year last"),
    Invented("gestational_age", "on", "2026-02-30", "a day that does not exist"),
    Invented("estimated_due_date", "cycle_length", "28.5 days", "half a day where whole ones count"),
    Invented("glasgow_coma_scale", "eye", "7", "a number for a word"),
)


def is_refused(case: Invented) -> bool:
    """Whether the spoilt input is refused in one line that names it, while the example itself is calculated."""
    calculator = find_calculator(case.calculator)
    sound = give(calculator.vectors[0].given)
    if not isinstance(calculator.run(sound), Calculation):
        return False
    try:
        calculator.run({**sound, case.spoilt: Given(text=str(case.text), value=case.text, origin="question")})
    except InputError as error:
        return error.name == case.spoilt and "\n" not in str(error)
    except PlumblineError:
        return False
    return False
