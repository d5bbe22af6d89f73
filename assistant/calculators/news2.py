"""National Early Warning Score in its second version, after the Royal College of Physicians, 2017."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Finding, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

EMERGENCY = (
    "The {known_as} score is {result}, which calls for an emergency assessment by a team with critical care skills."
)
"""What is said from the highest threshold on."""
ALONE = (
    "The {known_as} score is {result}; a parameter alone scores its highest, which calls for an urgent review "
    "however low the total is."
)
"""What is said where a parameter is in its red band."""
URGENT = "The {known_as} score is {result}, which calls for an urgent review."
"""What is said from the threshold of an urgent response on."""
WELL = {
    "respiratory_rate": "12",
    "oxygen_scale": "usual target",
    "oxygen_saturation": "96%",
    "on_oxygen": "no",
    "systolic": "111 mmHg",
    "heart_rate": "51",
    "consciousness": "alert",
    "temperature": "36.1 °C",
}
HYPERCAPNIC = {**WELL, "oxygen_scale": "hypercapnic target", "on_oxygen": "yes"}


@calculator(
    title="National Early Warning Score (revised version)",
    known_as="NEWS2",
    synonyms=("NEWS2", "NEWS 2", "National Early Warning Score", "early warning score"),
    result=Result("points", places=0),
    reference=("rcp-news2-2017", "nice-ng253"),
    says="The {known_as} score is {result}.",
    not_for=("children and adolescents below the age of the chart", "people who are or were lately pregnant"),
    bands=(
        Band(
            1,
            "where sepsis is suspected: very low risk of severe illness or death, by the total alone",
            reference="nice-ng253",
        ),
        Band(
            5,
            "where sepsis is suspected: low risk of severe illness or death, unless a parameter alone scores its highest",
            reference="nice-ng253",
        ),
        Band(7, "where sepsis is suspected: moderate risk of severe illness or death", reference="nice-ng253"),
        Band(inf, "where sepsis is suspected: high risk of severe illness or death", reference="nice-ng253"),
    ),
    warnings=(
        "The hypercapnic target is for hypercapnic respiratory failure only, where a lower saturation is aimed for.",
        "A parameter that alone scores its highest calls for an urgent review, whatever the total is.",
    ),
    vectors=(
        # everything in the middle band: 0
        Vector(WELL, "0 points", by="hand"),
        # the upper ends of the middle bands: 0
        Vector(
            {**WELL, "respiratory_rate": "20", "systolic": "219 mmHg", "heart_rate": "90", "temperature": "38.0 °C"},
            "0 points",
            by="hand",
        ),
        # rate 8: 3; saturation 91: 3; oxygen: 2; systolic 90: 3; heart rate 40: 3; new confusion: 3; temperature 35.0: 3
        Vector(
            {
                **WELL,
                "respiratory_rate": "8",
                "oxygen_saturation": "91%",
                "on_oxygen": "yes",
                "systolic": "90 mmHg",
                "heart_rate": "40",
                "consciousness": "new confusion",
                "temperature": "35.0 °C",
            },
            "20 points",
            by="hand",
        ),
        # rate 9: 1; saturation 92: 2; systolic 91: 2; heart rate 41: 1; temperature 35.1: 1
        Vector(
            {
                **WELL,
                "respiratory_rate": "9",
                "oxygen_saturation": "92%",
                "systolic": "91 mmHg",
                "heart_rate": "41",
                "temperature": "35.1 °C",
            },
            "7 points",
            by="hand",
        ),
        # rate 11: 1; saturation 93: 2; systolic 100: 2; heart rate 50: 1; temperature 36.0: 1
        Vector(
            {
                **WELL,
                "respiratory_rate": "11",
                "oxygen_saturation": "93%",
                "systolic": "100 mmHg",
                "heart_rate": "50",
                "temperature": "36.0 °C",
            },
            "7 points",
            by="hand",
        ),
        # rate 21: 2; saturation 94: 1; systolic 101: 1; heart rate 91: 1; temperature 38.1: 1
        Vector(
            {
                **WELL,
                "respiratory_rate": "21",
                "oxygen_saturation": "94%",
                "systolic": "101 mmHg",
                "heart_rate": "91",
                "temperature": "38.1 °C",
            },
            "6 points",
            by="hand",
        ),
        # rate 24: 2; saturation 95: 1; systolic 110: 1; heart rate 111: 2; temperature 39.0: 1
        Vector(
            {
                **WELL,
                "respiratory_rate": "24",
                "oxygen_saturation": "95%",
                "systolic": "110 mmHg",
                "heart_rate": "111",
                "temperature": "39.0 °C",
            },
            "7 points",
            by="hand",
        ),
        # rate 25: 3; systolic 220: 3; heart rate 131: 3; voice: 3; temperature 39.1: 2
        Vector(
            {
                **WELL,
                "respiratory_rate": "25",
                "systolic": "220 mmHg",
                "heart_rate": "131",
                "consciousness": "responds to voice",
                "temperature": "39.1 °C",
            },
            "14 points",
            by="hand",
        ),
        # heart rate 130: 2; heart rate apart, 100.6 °F = 38.11 °C: 1
        Vector({**WELL, "heart_rate": "130", "temperature": "100.6 °F"}, "3 points", by="hand"),
        # oxygen 2; scale for hypercapnia: 97% on oxygen 3
        Vector({**HYPERCAPNIC, "oxygen_saturation": "97%"}, "5 points", by="hand"),
        # 2; 96% on oxygen 2, and 95% the same
        Vector({**HYPERCAPNIC, "oxygen_saturation": "96%"}, "4 points", by="hand"),
        Vector({**HYPERCAPNIC, "oxygen_saturation": "95%"}, "4 points", by="hand"),
        # 2; 93% on oxygen 1, and 94% the same
        Vector({**HYPERCAPNIC, "oxygen_saturation": "93%"}, "3 points", by="hand"),
        Vector({**HYPERCAPNIC, "oxygen_saturation": "94%"}, "3 points", by="hand"),
        # 2; 88 and 92%: 0
        Vector({**HYPERCAPNIC, "oxygen_saturation": "92%"}, "2 points", by="hand"),
        Vector({**HYPERCAPNIC, "oxygen_saturation": "88%"}, "2 points", by="hand"),
        # 2; 87%: 1
        Vector({**HYPERCAPNIC, "oxygen_saturation": "87%"}, "3 points", by="hand"),
        # 2; 85%: 2
        Vector({**HYPERCAPNIC, "oxygen_saturation": "85%"}, "4 points", by="hand"),
        # 2; 83%: 3
        Vector({**HYPERCAPNIC, "oxygen_saturation": "83%"}, "5 points", by="hand"),
        # on air the same scale has no upper side: 98% 0
        Vector({**HYPERCAPNIC, "on_oxygen": "no", "oxygen_saturation": "98%"}, "0 points", by="hand"),
    ),
)
def news2(
    respiratory_rate: Annotated[
        float,
        Measure(
            "/min",
            low=1,
            high=80,
            means="respiratory rate",
            edges=(9, 12, 21, 25),
            counts="the chart is for people aged 16 years or over",
        ),
    ],
    oxygen_scale: Annotated[
        str,
        Choice(
            "usual target",
            "hypercapnic target",
            means="scale of the oxygen saturation",
            counts="usual target: SpO2 scale 1 of the chart; hypercapnic target: SpO2 scale 2, for a target range of 88–92% in "
            "hypercapnic respiratory failure",
        ),
    ],
    oxygen_saturation: Annotated[
        float,
        Measure(
            "%",
            written=("%", "fraction"),
            low=30,
            high=100,
            means="oxygen saturation",
            edges=(84, 86, 88, 92, 93, 94, 95, 96, 97),
        ),
    ],
    on_oxygen: Annotated[str, criterion("oxygen being given", counts="any supplemental oxygen, not air")],
    systolic: Annotated[float, Measure("mmHg", low=30, high=300, means="systolic pressure", edges=(91, 101, 111, 220))],
    heart_rate: Annotated[float, Measure("/min", low=10, high=300, means="heart rate", edges=(41, 51, 91, 111, 131))],
    consciousness: Annotated[
        str,
        Choice(
            *("alert", "new confusion", "responds to voice", "responds to pain", "unresponsive"),
            means="level of consciousness",
        ),
    ],
    temperature: Annotated[float, Measure("°C", low=25, high=44, means="temperature", edges=(35, 36, 38, 39))],
) -> Finding:
    """How far the vital signs of an acutely ill person who is no child and not pregnant are out of the ordinary."""
    rate = (
        3
        if respiratory_rate < 9
        else 1
        if respiratory_rate < 12
        else 0
        if respiratory_rate < 21
        else 2
        if respiratory_rate < 25
        else 3
    )
    if oxygen_scale == "usual target":
        saturation = 3 if oxygen_saturation < 92 else 2 if oxygen_saturation < 94 else points(oxygen_saturation < 96)
    elif on_oxygen == "yes" and oxygen_saturation >= 93:
        saturation = 3 if oxygen_saturation >= 97 else 2 if oxygen_saturation >= 95 else 1
    else:
        saturation = (
            3 if oxygen_saturation < 84 else 2 if oxygen_saturation < 86 else 1 if oxygen_saturation < 88 else 0
        )
    pressure = 3 if systolic < 91 else 2 if systolic < 101 else 1 if systolic < 111 else 0 if systolic < 220 else 3
    pulse = (
        3
        if heart_rate < 41
        else 1
        if heart_rate < 51
        else 0
        if heart_rate < 91
        else 1
        if heart_rate < 111
        else 2
        if heart_rate < 131
        else 3
    )
    awareness = points(consciousness != "alert", 3)
    heat = (
        3
        if temperature <= 35
        else 1
        if temperature <= 36
        else 0
        if temperature <= 38
        else 1
        if temperature <= 39
        else 2
    )
    total = rate + saturation + points(on_oxygen, 2) + pressure + pulse + awareness + heat
    is_red = max(rate, saturation, pressure, pulse, awareness, heat) == 3
    says = EMERGENCY if total >= 7 else ALONE if is_red else URGENT if total >= 5 else None
    return Finding(total, "points", says=says)
