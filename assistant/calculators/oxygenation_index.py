"""The oxygenation index of a ventilated child, as the consensus of 2015 on paediatric lung injury has it."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Oxygenation index",
    synonyms=("oxygenation index",),
    result=Result("", places=1),
    reference="palicc-2015",
    says="The oxygenation index is {result}.",
    warnings=("For invasive ventilation.",),
    vectors=(
        # 15 × 60 ÷ 60 = 15
        Vector(
            {"mean_airway_pressure": "15 cmH2O", "fio2": "60%", "pao2": "60 mmHg"},
            "15.0",
            by="hand",
        ),
        # 20 × 100 ÷ 50 = 40
        Vector(
            {"mean_airway_pressure": "20 cmH2O", "fio2": "100%", "pao2": "50 mmHg"},
            "40.0",
            by="hand",
        ),
        # 12 × 50 ÷ 75 = 8
        Vector({"mean_airway_pressure": "12 cmH2O", "fio2": "0.5", "pao2": "75 mmHg"}, "8.0", by="hand"),
        # 10 × 40 ÷ 60.005 = 6.666
        Vector({"mean_airway_pressure": "10 cmH2O", "fio2": "40%", "pao2": "8 kPa"}, "6.7", by="hand"),
    ),
)
def oxygenation_index(
    mean_airway_pressure: Annotated[float, Measure("cmH2O", low=1, high=60, means="mean airway pressure")],
    fio2: Annotated[
        float,
        Measure(
            "%",
            low=21,
            high=100,
            written=("%", "fraction"),
            means="inspired oxygen",
            counts="room air is 21%; FiO2 0.4 is 40%",
        ),
    ],
    pao2: Annotated[float, Measure("mmHg", low=15, high=700, written=("mmHg", "kPa"), means="arterial oxygen tension")],
) -> float:
    """The mean airway pressure and the inspired oxygen that the arterial oxygen tension of a ventilated child takes."""
    return mean_airway_pressure * fio2 / pao2
