"""Tidal volume by predicted body weight, after the ARDS Network, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Tidal volume by predicted body weight (ARDS Network)",
    synonyms=(
        "tidal volume",
        "lung-protective tidal volume",
        "protective ventilation volume",
        "protective tidal volume",
    ),
    result=Result("mL", places=0),
    reference="ardsnet-2000",
    says="The tidal volume is {result}.",
    warnings=(
        "By the predicted weight, never the actual.",
        "Plateau pressure and acidosis decide whether the volume is kept: only the arithmetic is done here.",
    ),
    not_for=("children",),
    vectors=(
        # (50 + 0.91 × 22.6) × 6 = 70.566 × 6 = 423.396
        Vector({"sex": "male", "height": "175 cm", "volume_per_predicted_kg": "6 mL/kg"}, "423 mL", by="hand"),
        # (45.5 + 0.91 × 7.6) × 6 = 52.416 × 6 = 314.496
        Vector({"sex": "female", "height": "160 cm", "volume_per_predicted_kg": "6 mL/kg"}, "314 mL", by="hand"),
        # (45.5 − 0.91 × 2.4) × 8 = 43.316 × 8 = 346.528
        Vector({"sex": "female", "height": "1.50 m", "volume_per_predicted_kg": "8 mL/kg"}, "347 mL", by="hand"),
    ),
)
def tidal_volume(
    sex: Annotated[str, Choice("female", "male")],
    height: Annotated[float, Measure("m", low=1.2, high=2.3)],
    volume_per_predicted_kg: Annotated[
        float,
        Measure(
            "mL/kg",
            low=3,
            high=8,
            means="volume for each kilogram of predicted weight",
            counts="the trial's lower volumes: 6 mL/kg, within 4 to 8 mL/kg by plateau pressure and pH",
        ),
    ],
) -> float:
    """The volume of a breath for a ventilated adult, from the predicted weight and the volume chosen for each kilogram."""
    predicted = (45.5 if sex == "female" else 50) + 0.91 * (100 * height - 152.4)
    return predicted * volume_per_predicted_kg
