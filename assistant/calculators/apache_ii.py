"""APACHE II, the severity of disease classification of Knaus and others, 1985.

The paper prints its bands in whole numbers. Here a band reaches from its printed lower value up to the next band's, so that no
value falls between two: an oxygen tension between the second and the third band belongs to the third, the worse.
"""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.declarations import Units
from assistant.calculators.scoring import points

WELL = {
    "temperature": "37 °C",
    "mean_arterial_pressure": "90 mmHg",
    "heart_rate": "80",
    "respiratory_rate": "16",
    "high_inspired_oxygen": "no",
    "arterial_ph": "7.4",
    "sodium": "140 mmol/L",
    "potassium": "4 mmol/L",
    "creatinine": "1 mg/dL",
    "acute_renal_failure": "no",
    "haematocrit": "40%",
    "white_cells": "8 10⁹/L",
    "glasgow_coma_scale": "15",
    "age": "40",
    "chronic_insufficiency": "no",
    "operative_state": "non-operative",
    "pao2": "80 mmHg",
}
ON_OXYGEN = {**{name: text for name, text in WELL.items() if name != "pao2"}, "high_inspired_oxygen": "yes"}


def _is_tension_needed(units: Units) -> bool:
    return units.get("high_inspired_oxygen") == "no"


def _is_gradient_needed(units: Units) -> bool:
    return units.get("high_inspired_oxygen") == "yes"


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
        Vector(WELL, "0 points", by="hand"),
        # the greatest possible: ten items at 4 = 40, creatinine 4 doubled 8, coma scale 15 − 3 = 12, age 6, chronic health 5
        Vector(
            {
                **ON_OXYGEN,
                "temperature": "41 °C",
                "mean_arterial_pressure": "160 mmHg",
                "heart_rate": "180",
                "respiratory_rate": "50",
                "aa_gradient": "500 mmHg",
                "arterial_ph": "7.7",
                "sodium": "180 mmol/L",
                "potassium": "7 mmol/L",
                "creatinine": "3.5 mg/dL",
                "acute_renal_failure": "yes",
                "haematocrit": "60%",
                "white_cells": "40 10⁹/L",
                "glasgow_coma_scale": "3",
                "age": "75",
                "chronic_insufficiency": "yes",
            },
            "71 points",
            by="hand",
        ),
        # nine items at 3 = 27, haematocrit 2, white cells 2, coma scale 6, age 5, chronic health after an emergency operation 5
        Vector(
            {
                **ON_OXYGEN,
                "temperature": "39 °C",
                "mean_arterial_pressure": "130 mmHg",
                "heart_rate": "140",
                "respiratory_rate": "35",
                "aa_gradient": "350 mmHg",
                "arterial_ph": "7.6",
                "sodium": "160 mmol/L",
                "potassium": "6 mmol/L",
                "creatinine": "2 mg/dL",
                "haematocrit": "50%",
                "white_cells": "20 10⁹/L",
                "glasgow_coma_scale": "9",
                "age": "65",
                "chronic_insufficiency": "yes",
                "operative_state": "emergency postoperative",
            },
            "47 points",
            by="hand",
        ),
        # temperature 1, pressure 2, heart 2, breathing 1, gradient 2, pH 1, sodium 2, potassium 1, creatinine 2, haematocrit 1,
        # white cells 1, coma scale 1, age 3, chronic health after an elective operation 2 = 22
        Vector(
            {
                **ON_OXYGEN,
                "temperature": "38.5 °C",
                "mean_arterial_pressure": "110 mmHg",
                "heart_rate": "110",
                "respiratory_rate": "25",
                "aa_gradient": "200 mmHg",
                "arterial_ph": "7.5",
                "sodium": "155 mmol/L",
                "potassium": "5.5 mmol/L",
                "creatinine": "1.5 mg/dL",
                "haematocrit": "46%",
                "white_cells": "15 10⁹/L",
                "glasgow_coma_scale": "14",
                "age": "55",
                "chronic_insufficiency": "yes",
                "operative_state": "elective postoperative",
            },
            "22 points",
            by="hand",
        ),
        # the upper ends of the middle bands: 0, but sodium 150 1 and age 45 2 = 3
        Vector(
            {
                **ON_OXYGEN,
                "temperature": "38.4 °C",
                "mean_arterial_pressure": "109 mmHg",
                "heart_rate": "109",
                "respiratory_rate": "24",
                "aa_gradient": "199 mmHg",
                "arterial_ph": "7.49",
                "sodium": "150 mmol/L",
                "potassium": "5.4 mmol/L",
                "creatinine": "1.4 mg/dL",
                "haematocrit": "45.9%",
                "white_cells": "14.9 10⁹/L",
                "age": "45",
            },
            "3 points",
            by="hand",
        ),
        # the lower ends of the middle bands, an elective operation without chronic insufficiency: 0
        Vector(
            {
                **WELL,
                "temperature": "36 °C",
                "mean_arterial_pressure": "70 mmHg",
                "heart_rate": "70",
                "respiratory_rate": "12",
                "pao2": "70.5 mmHg",
                "arterial_ph": "7.33",
                "sodium": "130 mmol/L",
                "potassium": "3.5 mmol/L",
                "creatinine": "0.6 mg/dL",
                "haematocrit": "30%",
                "white_cells": "3 10⁹/L",
                "age": "44",
                "operative_state": "elective postoperative",
            },
            "0 points",
            by="hand",
        ),
        # temperature 1, pressure 2, heart 2, breathing 1, oxygen 1, pH 2, sodium 2, potassium 1, creatinine 2, haematocrit 2,
        # white cells 2 = 18
        Vector(
            {
                **WELL,
                "temperature": "35.9 °C",
                "mean_arterial_pressure": "69 mmHg",
                "heart_rate": "69",
                "respiratory_rate": "11",
                "pao2": "70 mmHg",
                "arterial_ph": "7.32",
                "sodium": "129 mmol/L",
                "potassium": "3.4 mmol/L",
                "creatinine": "0.5 mg/dL",
                "haematocrit": "29.9%",
                "white_cells": "2.9 10⁹/L",
            },
            "18 points",
            by="hand",
        ),
        # temperature 1, heart 2, breathing 1, oxygen 1, pH 2, sodium 2, potassium 1 = 10
        Vector(
            {
                **WELL,
                "temperature": "34 °C",
                "heart_rate": "55",
                "respiratory_rate": "10",
                "pao2": "61 mmHg",
                "arterial_ph": "7.25",
                "sodium": "120 mmol/L",
                "potassium": "3 mmol/L",
            },
            "10 points",
            by="hand",
        ),
        # temperature 2, pressure 2, heart 3, breathing 2, oxygen 3, pH 3, sodium 3, potassium 2, haematocrit 2, white cells 2 = 24
        Vector(
            {
                **WELL,
                "temperature": "33.9 °C",
                "mean_arterial_pressure": "50 mmHg",
                "heart_rate": "54",
                "respiratory_rate": "9",
                "pao2": "60 mmHg",
                "arterial_ph": "7.24",
                "sodium": "119 mmol/L",
                "potassium": "2.9 mmol/L",
                "haematocrit": "20%",
                "white_cells": "1 10⁹/L",
            },
            "24 points",
            by="hand",
        ),
        # temperature 3, heart 3, breathing 2, oxygen 3, pH 3, sodium 3, potassium 2 = 19
        Vector(
            {
                **WELL,
                "temperature": "31.9 °C",
                "heart_rate": "40",
                "respiratory_rate": "6",
                "pao2": "55 mmHg",
                "arterial_ph": "7.15",
                "sodium": "111 mmol/L",
                "potassium": "2.5 mmol/L",
            },
            "19 points",
            by="hand",
        ),
        # ten items at 4
        Vector(
            {
                **WELL,
                "temperature": "29.9 °C",
                "mean_arterial_pressure": "49 mmHg",
                "heart_rate": "39",
                "respiratory_rate": "5",
                "pao2": "54 mmHg",
                "arterial_ph": "7.14",
                "sodium": "110 mmol/L",
                "potassium": "2.4 mmol/L",
                "haematocrit": "19.9%",
                "white_cells": "0.9 10⁹/L",
            },
            "40 points",
            by="hand",
        ),
        # between the printed bands: oxygen 60.5 3
        Vector({**WELL, "pao2": "60.5 mmHg"}, "3 points", by="hand"),
        # gradient 349.5: 2; 499: 3
        Vector({**ON_OXYGEN, "aa_gradient": "349.5 mmHg"}, "2 points", by="hand"),
        Vector({**ON_OXYGEN, "aa_gradient": "499 mmHg"}, "3 points", by="hand"),
        # creatinine 300 µmol/L ÷ 88.402 = 3.39 mg/dL: 3, doubled 6; 7.5 kPa × 7.50062 = 56.3 mmHg: 3; temperature 30: 3;
        # white cells 500 /µL = 0.5: 4 = 16
        Vector(
            {
                **WELL,
                "creatinine": "300 µmol/L",
                "acute_renal_failure": "yes",
                "pao2": "7.5 kPa",
                "temperature": "30 °C",
                "white_cells": "500 /µL",
            },
            "16 points",
            by="hand",
        ),
        # temperature 32: 2; pressure 129: 2; heart rate 139: 2; breathing 34: 1; pH 7.59: 1; age 74: 5 = 13
        Vector(
            {
                **WELL,
                "temperature": "32 °C",
                "mean_arterial_pressure": "129 mmHg",
                "heart_rate": "139",
                "respiratory_rate": "34",
                "arterial_ph": "7.59",
                "age": "74",
            },
            "13 points",
            by="hand",
        ),
    ),
)
def apache_ii(
    temperature: Annotated[
        float,
        Measure("°C", low=25, high=44, means="temperature", edges=(30, 32, 34, 36, 38.5, 39, 41), counts="rectal"),
    ],
    mean_arterial_pressure: Annotated[
        float, Measure("mmHg", low=10, high=250, means="mean arterial pressure", edges=(50, 70, 110, 130, 160))
    ],
    heart_rate: Annotated[
        float,
        Measure(
            "/min",
            low=10,
            high=300,
            means="heart rate",
            edges=(40, 55, 70, 110, 140, 180),
            counts="the ventricular response",
        ),
    ],
    respiratory_rate: Annotated[
        float,
        Measure(
            "/min",
            low=1,
            high=80,
            means="respiratory rate",
            edges=(6, 10, 12, 25, 35, 50),
            counts="ventilated or not",
        ),
    ],
    high_inspired_oxygen: Annotated[
        str, criterion("high inspired oxygen", counts="an inspired oxygen fraction (FiO2) of 0.5 (50%) or more")
    ],
    arterial_ph: Annotated[
        float, Measure("", low=6.5, high=8, means="arterial pH", edges=(7.15, 7.25, 7.33, 7.5, 7.6, 7.7))
    ],
    sodium: Annotated[
        float,
        Measure(
            "mmol/L",
            low=90,
            high=200,
            analyte="sodium",
            means="serum sodium",
            edges=(111, 120, 130, 150, 155, 160, 180),
        ),
    ],
    potassium: Annotated[
        float,
        Measure(
            "mmol/L",
            low=1,
            high=10,
            analyte="potassium",
            means="serum potassium",
            edges=(2.5, 3, 3.5, 5.5, 6, 7),
        ),
    ],
    creatinine: Annotated[
        float,
        Measure("mg/dL", low=0.1, high=30, analyte="creatinine", means="serum creatinine", edges=(0.6, 1.5, 2, 3.5)),
    ],
    acute_renal_failure: Annotated[str, criterion("acute renal failure")],
    haematocrit: Annotated[
        float, Measure("%", written=("%", "fraction"), low=5, high=80, means="haematocrit", edges=(20, 30, 46, 50, 60))
    ],
    white_cells: Annotated[
        float, Measure("10⁹/L", low=0.01, high=500, means="white cell count", edges=(1, 3, 15, 20, 40))
    ],
    glasgow_coma_scale: Annotated[
        float, Measure("", low=3, high=15, means="Glasgow Coma Scale", edges=(15,), counts="the actual score")
    ],
    age: Annotated[float, Measure("years", low=16, high=120, edges=(45, 55, 65, 75))],
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
            low=10,
            high=700,
            means="arterial oxygen tension",
            written=("mmHg", "kPa"),
            edges=(55, 61, 70),
            needed=_is_tension_needed,
            counts="counts where the inspired oxygen fraction is below 0.5",
        ),
    ]
    | None = None,
    aa_gradient: Annotated[
        float,
        Measure(
            "mmHg",
            low=0,
            high=700,
            means="alveolar-arterial oxygen difference",
            written=("mmHg", "kPa"),
            edges=(200, 350, 500),
            needed=_is_gradient_needed,
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
    salt = (
        4
        if sodium >= 180 or sodium < 111
        else 3
        if sodium >= 160 or sodium < 120
        else 2
        if sodium >= 155 or sodium < 130
        else points(sodium >= 150)
    )
    kalium = (
        4
        if potassium >= 7 or potassium < 2.5
        else 3
        if potassium >= 6
        else 2
        if potassium < 3
        else points(potassium >= 5.5 or potassium < 3.5)
    )
    waste = 4 if creatinine >= 3.5 else 3 if creatinine >= 2 else points(creatinine >= 1.5 or creatinine < 0.6, 2)
    kidneys = 2 * waste if acute_renal_failure == "yes" else waste
    red_cells = (
        4
        if haematocrit >= 60 or haematocrit < 20
        else 2
        if haematocrit >= 50 or haematocrit < 30
        else points(haematocrit >= 46)
    )
    defence = (
        4
        if white_cells >= 40 or white_cells < 1
        else 2
        if white_cells >= 20 or white_cells < 3
        else points(white_cells >= 15)
    )
    physiology = heat + pressure + heart + breathing + oxygen + acidity + salt + kalium + kidneys + red_cells + defence
    by_age = 6 if age >= 75 else 5 if age >= 65 else 3 if age >= 55 else points(age >= 45, 2)
    health = points(chronic_insufficiency, 2 if operative_state == "elective postoperative" else 5)
    return physiology + (15 - glasgow_coma_scale) + by_age + health
