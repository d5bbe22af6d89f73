"""Oxygen content of blood: arithmetic with conventional constants, so it cites a definition."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Oxygen content of blood",
    synonyms=(
        "oxygen content",
        "arterial oxygen content",
        "CaO2",
    ),
    result=Result("mL/dL", places=1),
    reference="definition-oxygen-content",
    says="The oxygen content of the blood is {result}.",
    warnings=("Other texts take a larger binding of oxygen to haemoglobin, which gives more.",),
    vectors=(
        # 1.34 × 15 × 0.98 + 0.0031 × 100 = 19.698 + 0.31 = 20.008
        Vector(
            {"haemoglobin": "15 g/dL", "oxygen_saturation": "98%", "pao2": "100 mmHg"},
            "20.0 mL/dL",
            by="hand",
        ),
        # 1.34 × 8 × 0.9 + 0.0031 × 60 = 9.648 + 0.186 = 9.834
        Vector({"haemoglobin": "80 g/L", "oxygen_saturation": "90%", "pao2": "60 mmHg"}, "9.8 mL/dL", by="hand"),
        # 1.34 × 15 × 0.97 + 0.0031 × 75.006 = 19.497 + 0.2325 = 19.73
        Vector({"haemoglobin": "150 g/L", "oxygen_saturation": "97%", "pao2": "10 kPa"}, "19.7 mL/dL", by="hand"),
    ),
)
def oxygen_content(
    haemoglobin: Annotated[float, Measure("g/dL", low=2, high=25, analyte="haemoglobin")],
    oxygen_saturation: Annotated[
        float, Measure("%", written=("%", "fraction"), low=20, high=100, means="oxygen saturation")
    ],
    pao2: Annotated[float, Measure("mmHg", low=10, high=700, written=("mmHg", "kPa"), means="oxygen tension")],
) -> float:
    """The oxygen that a volume of blood holds, bound and dissolved."""
    bound = 1.34 * haemoglobin * oxygen_saturation / 100
    return bound + 0.0031 * pao2
