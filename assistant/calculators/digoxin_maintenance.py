"""Maintenance dose of digoxin from the body stores and the creatinine clearance, by the US label."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Digoxin maintenance dose (from body stores and creatinine clearance)",
    synonyms=("digoxin maintenance dose", "digoxin maintenance", "maintenance dose of digoxin"),
    result=Result("micrograms/day", places=0),
    reference="digoxin-us-label",
    says="The maintenance dose of digoxin is {result}, all doses of the day together.",
    warnings=(
        "It replaces what the body loses. Where the route differs from that of the loading dose, allow for the availability.",
        "The creatinine clearance meant is corrected to a standard body.",
    ),
    not_for=("children",),
    vectors=(
        # 700 × (14 + 60 ÷ 5) ÷ 100 = 700 × 0.26 = 182
        Vector(
            {"loading_dose": "700 micrograms", "creatinine_clearance": "60 mL/min"}, "182 micrograms/day", by="hand"
        ),
        # 560 × (14 + 20) ÷ 100 = 190.4
        Vector({"loading_dose": "0.56 mg", "creatinine_clearance": "100 mL/min"}, "190 micrograms/day", by="hand"),
        # 600 × (14 + 4) ÷ 100 = 108
        Vector({"loading_dose": "600 mcg", "creatinine_clearance": "20 mL/min"}, "108 micrograms/day", by="hand"),
    ),
)
def digoxin_maintenance(
    loading_dose: Annotated[
        float,
        Measure(
            "micrograms",
            low=150,
            high=1250,
            written=("micrograms", "mg"),
            means="loading dose (peak body stores)",
        ),
    ],
    creatinine_clearance: Annotated[
        float,
        Measure("mL/min", low=3, high=130, counts="corrected to 70 kg of body weight or 1.73 m² of body surface"),
    ],
) -> float:
    """What an adult must be given to replace the share of the body stores that is lost."""
    percent_lost = 14 + creatinine_clearance / 5
    return loading_dose * percent_lost / 100
