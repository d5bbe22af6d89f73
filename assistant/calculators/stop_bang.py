"""The STOP-Bang questionnaire for obstructive sleep apnoea, after Chung and others, 2008."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Finding, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

BY_RULE = "The STOP-Bang score is {result}; by the further rule of the form the risk is high."
"""What is said where the total is intermediate and the rule makes it high."""
NONE = {
    "snores_loudly": "no",
    "tired_by_day": "no",
    "observed_apnoea": "no",
    "high_blood_pressure": "no",
    "body_mass_index": "35 kg/m²",
    "age": "50",
    "neck_circumference": "40 cm",
    "sex": "female",
}


@calculator(
    title="Risk of obstructive sleep apnoea (STOP-Bang)",
    synonyms=("STOP-Bang", "STOP-BANG score", "sleep apnoea questionnaire", "sleep apnea screening"),
    result=Result("points", places=0),
    reference=("chung-2008-stop", "stop-bang-form"),
    says="The STOP-Bang score is {result}.",
    warnings=(
        "Developed in adults before an operation.",
        "By the form the risk also is high where several of the STOP items go with male sex, a high body mass index or a wide neck.",
    ),
    bands=(
        Band(3, "low risk of obstructive sleep apnoea", reference="stop-bang-form"),
        Band(
            5,
            "intermediate risk of obstructive sleep apnoea, unless the further rule of the form makes it high",
            reference="stop-bang-form",
        ),
        Band(inf, "high risk of obstructive sleep apnoea", reference="stop-bang-form"),
    ),
    vectors=(
        # each measure at its threshold, which must be exceeded: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
        Vector(
            {
                "snores_loudly": "yes",
                "tired_by_day": "yes",
                "observed_apnoea": "yes",
                "high_blood_pressure": "yes",
                "body_mass_index": "35.1 kg/m²",
                "age": "51",
                "neck_circumference": "40.5 cm",
                "sex": "male",
            },
            "8 points",
            by="hand",
        ),
        # 1 + 0 + 0 + 1 + 0 + 0 + 0 + 1: intermediate by the total, high by the rule
        Vector({**NONE, "snores_loudly": "yes", "high_blood_pressure": "yes", "sex": "male"}, "3 points", by="hand"),
        # 1 + 1 + 0 + 0 + 0 + 1 + 0 + 0: intermediate, and no rule in a woman with such build
        Vector({**NONE, "snores_loudly": "yes", "tired_by_day": "yes", "age": "51"}, "3 points", by="hand"),
        # 16 in = 40.64 cm: 1; 36 kg/m²: 1
        Vector({**NONE, "body_mass_index": "36 kg/m²", "neck_circumference": "16 in"}, "2 points", by="hand"),
        # 0 + 1 + 1 + 1 + 0 + 1 + 0 + 1
        Vector(
            {
                **NONE,
                "tired_by_day": "yes",
                "observed_apnoea": "yes",
                "high_blood_pressure": "yes",
                "age": "60",
                "sex": "male",
            },
            "5 points",
            by="hand",
        ),
    ),
)
def stop_bang(
    snores_loudly: Annotated[
        str, criterion("loud snoring", counts="louder than talking, or loud enough to be heard through closed doors")
    ],
    tired_by_day: Annotated[str, criterion("often tired, fatigued or sleepy during daytime")],
    observed_apnoea: Annotated[str, criterion("breathing seen to stop during sleep")],
    high_blood_pressure: Annotated[str, criterion("high blood pressure, treated or not")],
    body_mass_index: Annotated[
        float, Measure("kg/m²", low=8, high=80, edges=(35,), means="body mass index", counts="counts above 35 kg/m²")
    ],
    age: Annotated[float, Measure("years", low=18, high=110, edges=(50,), counts="counts above 50 years")],
    neck_circumference: Annotated[
        float,
        Measure(
            "cm",
            low=20,
            high=80,
            edges=(40,),
            written=("cm", "in"),
            means="circumference of the neck",
            counts="counts above 40 cm, as in the original; a later form asks for a collar of 43 cm or more in men, 41 cm in women, which its further rule for a high risk uses",
        ),
    ],
    sex: Annotated[str, Choice("female", "male")],
) -> Finding:
    """How likely obstructive sleep apnoea is in an adult."""
    complaints = points(snores_loudly) + points(tired_by_day) + points(observed_apnoea) + points(high_blood_pressure)
    build = points(body_mass_index > 35) + points(neck_circumference > 40)
    total = complaints + build + points(age > 50) + points(sex == "male")
    # The form draws the neck at 41 cm in women; a man comes under the rule by his sex already.
    by_rule = complaints >= 2 and (sex == "male" or body_mass_index > 35 or neck_circumference >= 41)
    return Finding(total, "points", says=BY_RULE if by_rule and total < 5 else None)
