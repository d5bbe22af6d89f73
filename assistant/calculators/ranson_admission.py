"""The criteria of Ranson for acute pancreatitis at admission, for gallstones and for other causes, after Ranson, 1982."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator
from assistant.calculators.scoring import points

OTHER = {
    "cause": "other",
    "age": "55",
    "white_cells": "16 10⁹/L",
    "glucose": "200 mg/dL",
    "lactate_dehydrogenase": "350 U/L",
    "ast": "250 U/L",
}
GALLSTONES = {
    "cause": "gallstones",
    "age": "70",
    "white_cells": "18 10⁹/L",
    "glucose": "220 mg/dL",
    "lactate_dehydrogenase": "400 U/L",
    "ast": "250 U/L",
}


@calculator(
    title="Ranson criteria of acute pancreatitis at admission",
    synonyms=("Ranson", "Ranson criteria", "Ranson score"),
    result=Result("points", places=0),
    reference="ranson-1982",
    says="Of the Ranson criteria at admission the person meets {result}.",
    warnings=("The criteria of the following days are not counted here, and the total is not known without them.",),
    vectors=(
        # each at its threshold, which must be exceeded: 0
        Vector(OTHER, "0 points", by="hand"),
        Vector(GALLSTONES, "0 points", by="hand"),
        # 1 + 1 + 1 + 1 + 1
        Vector(
            {
                "cause": "other",
                "age": "56",
                "white_cells": "16.1 10⁹/L",
                "glucose": "201 mg/dL",
                "lactate_dehydrogenase": "351 U/L",
                "ast": "251 U/L",
            },
            "5 points",
            by="hand",
        ),
        # the same person with gallstones: only the aminotransferase exceeds its threshold
        Vector(
            {
                "cause": "gallstones",
                "age": "56",
                "white_cells": "16.1 10⁹/L",
                "glucose": "201 mg/dL",
                "lactate_dehydrogenase": "351 U/L",
                "ast": "251 U/L",
            },
            "1 point",
            by="hand",
        ),
        # 1 + 1 + 1 + 1 + 0
        Vector(
            {
                **GALLSTONES,
                "age": "71",
                "white_cells": "18100 /µL",
                "glucose": "221 mg/dL",
                "lactate_dehydrogenase": "401 U/L",
            },
            "4 points",
            by="hand",
        ),
        # 11.2 mmol/L × 180.156 ÷ 10 = 201.8 mg/dL: 1
        Vector({**OTHER, "glucose": "11.2 mmol/L"}, "1 point", by="hand"),
    ),
)
def ranson_admission(
    cause: Annotated[str, Choice("gallstones", "other", means="cause of the pancreatitis")],
    age: Annotated[
        float,
        Measure(
            "years", low=18, high=110, edges=(55, 70), counts="counts above 55 years; with gallstones above 70 years"
        ),
    ],
    white_cells: Annotated[
        float,
        Measure(
            "10⁹/L",
            low=0.1,
            high=300,
            edges=(16, 18),
            means="white cell count",
            counts="counts above 16 × 10⁹/L; with gallstones above 18 × 10⁹/L",
        ),
    ],
    glucose: Annotated[
        float,
        Measure(
            "mg/dL",
            low=10,
            high=2000,
            analyte="glucose",
            edges=(200, 220),
            means="blood glucose",
            counts="counts above 200 mg/dL (11.1 mmol/L); with gallstones above 220 mg/dL",
        ),
    ],
    lactate_dehydrogenase: Annotated[
        float,
        Measure(
            "units/L",
            low=10,
            high=20000,
            edges=(350, 400),
            means="lactate dehydrogenase",
            counts="counts above 350 U/L; with gallstones above 400 U/L",
        ),
    ],
    ast: Annotated[
        float,
        Measure(
            "units/L",
            low=1,
            high=30000,
            edges=(250,),
            means="aspartate aminotransferase",
            counts="counts above 250 U/L",
        ),
    ],
) -> float:
    """How many signs of severe acute pancreatitis an adult has at admission."""
    age_limit = 70 if cause == "gallstones" else 55
    white_cell_limit = 18 if cause == "gallstones" else 16
    glucose_limit = 220 if cause == "gallstones" else 200
    dehydrogenase_limit = 400 if cause == "gallstones" else 350
    blood = points(white_cells > white_cell_limit) + points(glucose > glucose_limit)
    enzymes = points(lactate_dehydrogenase > dehydrogenase_limit) + points(ast > 250)
    return points(age > age_limit) + blood + enzymes
