"""The alveolar-arterial oxygen gradient by the alveolar gas equation in its short form."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Alveolar-arterial oxygen gradient",
    synonyms=(
        "A-a gradient",
        "Aa gradient",
        "alveolar-arterial gradient",
        "alveolar arterial gradient",
        "A-a oxygen gradient",
        "A-aDO2",
    ),
    result=Result("mmHg", places=0, within=Measure("mmHg", low=-15, high=700), laid_to="pao2"),
    reference="definition-alveolar-arterial-gradient",
    says="The alveolar-arterial oxygen gradient is {result}.",
    warnings=(
        "It rises with age and with the inspired oxygen.",
        "The respiratory quotient is taken as usual, and the short form of the equation is used.",
    ),
    vectors=(
        # 0.21 × (760 − 47) − 40 ÷ 0.8 − 90 = 149.73 − 50 − 90 = 9.73
        Vector(
            {
                "fio2": "21%",
                "pao2": "90 mmHg",
                "paco2": "40 mmHg",
                "atmospheric_pressure": "760 mmHg",
            },
            "10 mmHg",
            by="hand",
        ),
        # 0.6 × 713 − 60 − 72 = 295.8
        Vector(
            {
                "fio2": "60%",
                "pao2": "72 mmHg",
                "paco2": "48 mmHg",
                "atmospheric_pressure": "760 mmHg",
            },
            "296 mmHg",
            by="hand",
        ),
        # 8 kPa are 60.005 mmHg, 6 kPa 45.004, 101.325 kPa 760: 149.73 − 56.255 − 60.005 = 33.47
        Vector(
            {
                "fio2": "21%",
                "pao2": "8 kPa",
                "paco2": "6 kPa",
                "atmospheric_pressure": "101.325 kPa",
            },
            "33 mmHg",
            by="hand",
        ),
        # at a height: 0.21 × 583 − 43.75 − 60 = 18.68
        Vector(
            {
                "fio2": "21%",
                "pao2": "60 mmHg",
                "paco2": "35 mmHg",
                "atmospheric_pressure": "630 mmHg",
            },
            "19 mmHg",
            by="hand",
        ),
    ),
)
def alveolar_arterial_gradient(
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
    paco2: Annotated[
        float, Measure("mmHg", low=5, high=200, written=("mmHg", "kPa"), means="arterial carbon dioxide tension")
    ],
    atmospheric_pressure: Annotated[
        float,
        Measure(
            "mmHg",
            low=400,
            high=800,
            written=("mmHg", "kPa"),
            means="atmospheric pressure",
            counts="760 mmHg (101.3 kPa) at sea level",
        ),
    ],
) -> float:
    """How far the arterial oxygen tension lies below that of the alveoli."""
    alveolar_oxygen = fio2 / 100 * (atmospheric_pressure - 47) - paco2 / 0.8
    return alveolar_oxygen - pao2
