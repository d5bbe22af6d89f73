"""The ratio of arterial to inspired oxygen; its classes are those of the Berlin definition, 2012."""

from math import inf, nextafter
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator


@calculator(
    title="Ratio of arterial to inspired oxygen",
    synonyms=(
        "P/F ratio",
        "PF ratio",
        "PaO2/FiO2",
        "PaO2/FiO2 ratio",
        "PaO2 FiO2 ratio",
        "Horowitz index",
        "P/F",
    ),
    result=Result("mmHg", places=0),
    reference=(
        "definition-pao2-fio2-ratio",
        "berlin-ards-2012",
    ),
    says="The {known_as} ratio is {result}.",
    warnings=(
        "The classes hold for the acute respiratory distress syndrome only, with its other criteria met and with a positive "
        "end-expiratory pressure as the definition asks for.",
    ),
    bands=(
        Band(nextafter(100, inf), "as in the severe class of the Berlin definition", reference="berlin-ards-2012"),
        Band(nextafter(200, inf), "as in the moderate class of the Berlin definition", reference="berlin-ards-2012"),
        Band(nextafter(300, inf), "as in the mild class of the Berlin definition", reference="berlin-ards-2012"),
        Band(inf, "above the classes of the Berlin definition", reference="berlin-ards-2012"),
    ),
    known_as="PaO2/FiO2",
    vectors=(
        # 80 ÷ 0.4 = 200, the highest of the moderate class
        Vector({"pao2": "80 mmHg", "fio2": "40%"}, "200 mmHg", by="hand"),
        # 60 ÷ 0.6 = 100, the highest of the severe class
        Vector({"pao2": "60 mmHg", "fio2": "60%"}, "100 mmHg", by="hand"),
        # 150 ÷ 0.5 = 300, the highest of the mild class
        Vector({"pao2": "150 mmHg", "fio2": "50%"}, "300 mmHg", by="hand"),
        # 90 ÷ 0.21 = 428.57
        Vector({"pao2": "90 mmHg", "fio2": "21%"}, "429 mmHg", by="hand"),
        # 60.005 ÷ 0.5 = 120.01
        Vector({"pao2": "8 kPa", "fio2": "50%"}, "120 mmHg", by="hand"),
    ),
)
def pao2_fio2_ratio(
    pao2: Annotated[float, Measure("mmHg", low=15, high=700, written=("mmHg", "kPa"), means="arterial oxygen tension")],
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
) -> float:
    """The arterial oxygen tension for the share of oxygen that is breathed in."""
    return pao2 / (fio2 / 100)
