"""APACHE II, the severity of disease classification of Knaus and others, 1985.

The paper prints its bands in whole numbers. Here a band reaches from its printed lower value up to the next band's, so that no
value falls between two: an oxygen tension between the second and the third band belongs to the third, the worse.
"""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

MEASURED = {"temperature": "°C", "mean_arterial_pressure": "mmHg", "heart_rate": "", "respiratory_rate": ""}
MEASURED |= {"arterial_ph": "", "sodium": "mmol/L", "potassium": "mmol/L", "haematocrit": "%", "white_cells": "10⁹/L"}
"""The measures of a worked example in their order, with the units in which they are written."""
REST = {"creatinine": "1 mg/dL", "acute_renal_failure": "no", "glasgow_coma_scale": "15", "age": "40"}
REST |= {"chronic_insufficiency": "no", "operative_state": "non-operative"}
ON_AIR = {"high_inspired_oxygen": "no", "pao2": "80 mmHg"}
ON_OXYGEN = {"high_inspired_oxygen": "yes"}
WELL = "37 90 80 16 7.4 140 4 40 8"


def _person(measured: str, oxygen: dict[str, str], **others: str) -> dict[str, str]:
    """The inputs of a worked example: the measures in order, the oxygen, and what else is out of the ordinary."""
    written = zip(MEASURED.items(), measured.split(), strict=True)
    return {**REST, **{name: f"{number} {unit}".strip() for (name, unit), number in written}, **oxygen, **others}


GREATEST = {"creatinine": "3.5 mg/dL", "acute_renal_failure": "yes", "glasgow_coma_scale": "3", "age": "75"}
GREATEST |= {"chronic_insufficiency": "yes", "aa_gradient": "500 mmHg"}
AFTER_EMERGENCY = {"chronic_insufficiency": "yes", "operative_state": "emergency postoperative"}
AFTER_ELECTIVE = {"chronic_insufficiency": "yes", "operative_state": "elective postoperative"}


@calculator(
    title="Acute Physiology and Chronic Health Evaluation in intensive care",
    known_as="APACHE II",
    synonyms=("APACHE II", "APACHE 2", "APACHE score", "acute physiology and chronic health evaluation"),
    result=Result("points", places=0),
    reference="apache-ii-1985",
    says="The {known_as} score is {result}.",
    warnings=(
        "The worst values of the initial day in intensive care count.",
        "Venous bicarbonate, which the paper allows where there are no arterial gases, is not taken in place of the arterial pH.",
        "The paper prints its bands in whole numbers: what lies between them is counted with the band below it.",
    ),
    vectors=(
        # every item in its middle band
        Vector(_person(WELL, ON_AIR), "0 points", by="hand"),
        # the greatest possible: ten items at 4 = 40, creatinine 4 doubled 8, coma scale 15 − 3 = 12, age 6, chronic health 5
        Vector(_person("41 160 180 50 7.7 180 7 60 40", ON_OXYGEN, **GREATEST), "71 points", by="hand"),
        # eight items at 3 = 24, creatinine 3, haematocrit 2, white cells 2, coma scale 6, age 5, chronic health 5 = 47
        Vector(
            _person("39 130 140 35 7.6 160 6 50 20", ON_OXYGEN, aa_gradient="350 mmHg", **AFTER_EMERGENCY)
            | {"creatinine": "2 mg/dL", "glasgow_coma_scale": "9", "age": "65"},
            "47 points",
            by="hand",
        ),
        # temperature 1, pressure 2, heart 2, breathing 1, gradient 2, pH 1, sodium 2, potassium 1, creatinine 2, haematocrit 1,
        # white cells 1, coma scale 1, age 3, chronic health after an elective operation 2 = 22
        Vector(
            _person("38.5 110 110 25 7.5 155 5.5 46 15", ON_OXYGEN, aa_gradient="200 mmHg", **AFTER_ELECTIVE)
            | {"creatinine": "1.5 mg/dL", "glasgow_coma_scale": "14", "age": "55"},
            "22 points",
            by="hand",
        ),
        # the upper ends of the middle bands: 0, but sodium 150 1 and age 45 2 = 3
        Vector(
            _person("38.4 109 109 24 7.49 150 5.4 45.9 14.9", ON_OXYGEN, aa_gradient="199 mmHg", age="45")
            | {"creatinine": "1.4 mg/dL"},
            "3 points",
            by="hand",
        ),
        # the lower ends of the middle bands, an elective operation without chronic insufficiency: 0
        Vector(
            _person("36 70 70 12 7.33 130 3.5 30 3", ON_AIR, creatinine="0.6 mg/dL", age="44")
            | {"pao2": "70.5 mmHg", "operative_state": "elective postoperative"},
            "0 points",
            by="hand",
        ),
        # temperature 1, pressure 2, heart 2, breathing 1, oxygen 1, pH 2, sodium 2, potassium 1, creatinine 2, haematocrit 2,
        # white cells 2 = 18
        Vector(
            _person("35.9 69 69 11 7.32 129 3.4 29.9 2.9", ON_AIR, creatinine="0.5 mg/dL") | {"pao2": "70 mmHg"},
            "18 points",
            by="hand",
        ),
        # temperature 1, heart 2, breathing 1, oxygen 1, pH 2, sodium 2, potassium 1 = 10
        Vector(_person("34 90 55 10 7.25 120 3 40 8", ON_AIR) | {"pao2": "61 mmHg"}, "10 points", by="hand"),
        # temperature 2, pressure 2, heart 3, breathing 2, oxygen 3, pH 3, sodium 3, potassium 2, haematocrit 2, white cells 2 = 24
        Vector(_person("33.9 50 54 9 7.24 119 2.9 20 1", ON_AIR) | {"pao2": "60 mmHg"}, "24 points", by="hand"),
        # temperature 3, heart 3, breathing 2, oxygen 3, pH 3, sodium 3, potassium 2 = 19
        Vector(_person("31.9 90 40 6 7.15 111 2.5 40 8", ON_AIR) | {"pao2": "55 mmHg"}, "19 points", by="hand"),
        # ten items at 4
        Vector(_person("29.9 49 39 5 7.14 110 2.4 19.9 0.9", ON_AIR) | {"pao2": "54 mmHg"}, "40 points", by="hand"),
        # between the printed bands: oxygen 60.5 3; gradient 349.5 2
        Vector(_person(WELL, ON_AIR) | {"pao2": "60.5 mmHg"}, "3 points", by="hand"),
        Vector(_person(WELL, ON_OXYGEN, aa_gradient="349.5 mmHg"), "2 points", by="hand"),
        # creatinine 300 µmol/L ÷ 88.402 = 3.39 mg/dL: 3, doubled 6; 7.5 kPa × 7.50062 = 56.3 mmHg: 3; temperature 30: 3;
        # white cells 500 /µL = 0.5: 4 = 16
        Vector(
            _person("30 90 80 16 7.4 140 4 40 8", ON_AIR, creatinine="300 µmol/L", acute_renal_failure="yes")
            | {"pao2": "7.5 kPa", "white_cells": "500 /µL"},
            "16 points",
            by="hand",
        ),
        # temperature 32: 2; pressure 129: 2; heart rate 139: 2; breathing 34: 1; pH 7.59: 1; gradient 499: 3; age 74: 5 = 16
        Vector(
            _person("32 129 139 34 7.59 140 4 40 8", ON_OXYGEN, aa_gradient="499 mmHg", age="74"),
            "16 points",
            by="hand",
        ),
    ),
)
def apache_ii(
    temperature: Annotated[
        float, Measure("°C", 25, 44, means="temperature", edges=(30, 32, 34, 36, 38.5, 39, 41), counts="rectal")
    ],
    mean_arterial_pressure: Annotated[
        float, Measure("mmHg", 10, 250, means="mean arterial pressure", edges=(50, 70, 110, 130, 160))
    ],
    heart_rate: Annotated[
        float,
        Measure(
            "/min", 10, 300, means="heart rate", edges=(40, 55, 70, 110, 140, 180), counts="the ventricular response"
        ),
    ],
    respiratory_rate: Annotated[
        float,
        Measure("/min", 1, 80, means="respiratory rate", edges=(6, 10, 12, 25, 35, 50), counts="ventilated or not"),
    ],
    high_inspired_oxygen: Annotated[
        str, criterion("high inspired oxygen", counts="an inspired oxygen fraction (FiO2) of 0.5 (50%) or more")
    ],
    arterial_ph: Annotated[float, Measure("", 6.5, 8, means="arterial pH", edges=(7.15, 7.25, 7.33, 7.5, 7.6, 7.7))],
    sodium: Annotated[
        float,
        Measure("mmol/L", 90, 200, "serum sodium", "sodium", edges=(111, 120, 130, 150, 155, 160, 180)),
    ],
    potassium: Annotated[
        float, Measure("mmol/L", 1, 10, "serum potassium", "potassium", edges=(2.5, 3, 3.5, 5.5, 6, 7))
    ],
    creatinine: Annotated[float, Measure("mg/dL", 0.1, 30, "serum creatinine", "creatinine", edges=(0.6, 1.5, 2, 3.5))],
    acute_renal_failure: Annotated[str, criterion("acute renal failure")],
    haematocrit: Annotated[
        float, Measure("%", 5, 80, "haematocrit", written=("%", "fraction"), edges=(20, 30, 46, 50, 60))
    ],
    white_cells: Annotated[float, Measure("10⁹/L", 0.01, 500, "white cell count", edges=(1, 3, 15, 20, 40))],
    glasgow_coma_scale: Annotated[
        float, Measure("", 3, 15, "Glasgow Coma Scale", edges=(15,), counts="the actual score", whole=True)
    ],
    age: Annotated[float, Measure("years", 16, 120, edges=(45, 55, 65, 75))],
    chronic_insufficiency: Annotated[
        str,
        criterion(
            "severe chronic organ insufficiency or immunocompromise",
            counts="evident before this admission to hospital. Liver: biopsy-proven cirrhosis with portal hypertension, bleeding "
            "from it, or earlier hepatic failure, encephalopathy or coma; heart: New York Heart Association class IV; lungs: "
            "severe chronic restrictive, obstructive or vascular disease; kidneys: chronic dialysis; immunocompromise: therapy or "
            "disease that suppresses the resistance to infection",
        ),
    ],
    operative_state: Annotated[
        str,
        Choice(
            *("non-operative", "emergency postoperative", "elective postoperative"),
            means="operation before intensive care",
        ),
    ],
    pao2: Annotated[
        float,
        Measure(
            "mmHg",
            10,
            700,
            "arterial oxygen tension",
            written=("mmHg", "kPa"),
            edges=(55, 61, 70),
            needed=lambda units: units.get("high_inspired_oxygen") == "no",
            counts="counts where the inspired oxygen fraction is below 0.5",
        ),
    ]
    | None = None,
    aa_gradient: Annotated[
        float,
        Measure(
            "mmHg",
            0,
            700,
            "alveolar-arterial oxygen difference",
            written=("mmHg", "kPa"),
            edges=(200, 350, 500),
            needed=lambda units: units.get("high_inspired_oxygen") == "yes",
            counts="counts where the inspired oxygen fraction is 0.5 or more",
        ),
    ]
    | None = None,
) -> float:
    """How severely an adult is ill on admission to intensive care, from acute physiology, age and chronic health."""
    heat = (
        4
        if temperature >= 41 or temperature < 30
        else 3
        if temperature >= 39 or temperature < 32
        else 2
        if temperature < 34
        else points(temperature >= 38.5 or temperature < 36)
    )
    pressure = (
        4
        if mean_arterial_pressure >= 160 or mean_arterial_pressure < 50
        else 3
        if mean_arterial_pressure >= 130
        else points(mean_arterial_pressure >= 110 or mean_arterial_pressure < 70, 2)
    )
    heart = (
        4
        if heart_rate >= 180 or heart_rate < 40
        else 3
        if heart_rate >= 140 or heart_rate < 55
        else points(heart_rate >= 110 or heart_rate < 70, 2)
    )
    breathing = (
        4
        if respiratory_rate >= 50 or respiratory_rate < 6
        else 3
        if respiratory_rate >= 35
        else 2
        if respiratory_rate < 10
        else points(respiratory_rate >= 25 or respiratory_rate < 12)
    )
    gradient = 0 if aa_gradient is None else aa_gradient
    tension = inf if pao2 is None else pao2
    if high_inspired_oxygen == "yes":
        oxygen = 4 if gradient >= 500 else 3 if gradient >= 350 else points(gradient >= 200, 2)
    else:
        oxygen = 4 if tension < 55 else 3 if tension < 61 else points(tension <= 70)
    acidity = (
        4
        if arterial_ph >= 7.7 or arterial_ph < 7.15
        else 3
        if arterial_ph >= 7.6 or arterial_ph < 7.25
        else 2
        if arterial_ph < 7.33
        else points(arterial_ph >= 7.5)
    )
    sodium_points = (
        4
        if sodium >= 180 or sodium < 111
        else 3
        if sodium >= 160 or sodium < 120
        else 2
        if sodium >= 155 or sodium < 130
        else points(sodium >= 150)
    )
    potassium_points = (
        4
        if potassium >= 7 or potassium < 2.5
        else 3
        if potassium >= 6
        else 2
        if potassium < 3
        else points(potassium >= 5.5 or potassium < 3.5)
    )
    creatinine_points = (
        4 if creatinine >= 3.5 else 3 if creatinine >= 2 else points(creatinine >= 1.5 or creatinine < 0.6, 2)
    )
    kidneys = 2 * creatinine_points if acute_renal_failure == "yes" else creatinine_points
    red_cell_points = (
        4
        if haematocrit >= 60 or haematocrit < 20
        else 2
        if haematocrit >= 50 or haematocrit < 30
        else points(haematocrit >= 46)
    )
    white_cell_points = (
        4
        if white_cells >= 40 or white_cells < 1
        else 2
        if white_cells >= 20 or white_cells < 3
        else points(white_cells >= 15)
    )
    bedside = heat + pressure + heart + breathing + oxygen
    laboratory = acidity + sodium_points + potassium_points + kidneys + red_cell_points + white_cell_points
    by_age = 6 if age >= 75 else 5 if age >= 65 else 3 if age >= 55 else points(age >= 45, 2)
    health = points(chronic_insufficiency, 2 if operative_state == "elective postoperative" else 5)
    return bedside + laboratory + (15 - glasgow_coma_scale) + by_age + health
