"""The Khorana score for thrombosis under chemotherapy, after Khorana and others, 2008."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "site_of_cancer": "other",
    "platelets": "349 10⁹/L",
    "haemoglobin": "10 g/dL",
    "red_cell_growth_factors": "no",
    "white_cells": "11 10⁹/L",
    "body_mass_index": "34.9 kg/m²",
}


@calculator(
    title="Khorana score for venous thrombosis under chemotherapy",
    synonyms=("Khorana", "Khorana score", "thrombosis risk in cancer"),
    result=Result("points", places=0),
    reference="khorana-2008",
    says="The Khorana score is {result}.",
    warnings=("For outpatients with cancer who receive chemotherapy; the counts are those before it.",),
    bands=(
        Band(1, "low risk of venous thromboembolism", reference="khorana-2008"),
        Band(3, "intermediate risk of venous thromboembolism", reference="khorana-2008"),
        Band(inf, "high risk of venous thromboembolism", reference="khorana-2008"),
    ),
    vectors=(
        # 0 + 0 + 0 + 0 + 0: haemoglobin of 10 and white_cells of 11 do not count yet
        Vector(NONE, "0 points", by="hand"),
        # 2 + 1 + 1 + 1 + 1
        Vector(
            {
                "site_of_cancer": "stomach or pancreas",
                "platelets": "350 10⁹/L",
                "haemoglobin": "9.9 g/dL",
                "red_cell_growth_factors": "yes",
                "white_cells": "11.1 10⁹/L",
                "body_mass_index": "35 kg/m²",
            },
            "6 points",
            by="hand",
        ),
        # 1 + 1, in the other units: 400,000 /µL
        Vector({**NONE, "site_of_cancer": "other site of high risk", "platelets": "400000 /µL"}, "2 points", by="hand"),
        # 99 g/L = 9.9 g/dL: 1
        Vector({**NONE, "haemoglobin": "99 g/L"}, "1 point", by="hand"),
        # growth factors count as a low haemoglobin does: 1; 2
        Vector(
            {**NONE, "site_of_cancer": "stomach or pancreas", "red_cell_growth_factors": "yes"}, "3 points", by="hand"
        ),
    ),
)
def khorana(
    site_of_cancer: Annotated[
        str,
        Choice(
            "stomach or pancreas",
            "other site of high risk",
            "other",
            means="site of the cancer",
            counts="other site of high risk: lung, lymphoma, gynaecological, bladder, testicular",
        ),
    ],
    platelets: Annotated[
        float,
        Measure(
            "10⁹/L",
            low=1,
            high=3000,
            edges=(350,),
            means="platelet count",
            counts="before chemotherapy; from 350 × 10⁹/L on",
        ),
    ],
    haemoglobin: Annotated[
        float, Measure("g/dL", low=2, high=25, analyte="haemoglobin", edges=(10,), counts="counts below 10 g/dL")
    ],
    red_cell_growth_factors: Annotated[str, criterion("use of red cell growth factors")],
    white_cells: Annotated[
        float,
        Measure(
            "10⁹/L",
            low=0.1,
            high=300,
            edges=(11,),
            means="white cell count",
            counts="before chemotherapy; above 11 × 10⁹/L",
        ),
    ],
    body_mass_index: Annotated[
        float, Measure("kg/m²", low=8, high=80, edges=(35,), means="body mass index", counts="counts from 35 kg/m² on")
    ],
) -> float:
    """The risk of venous thromboembolism of an outpatient with cancer, before chemotherapy."""
    site = points(site_of_cancer == "stomach or pancreas", 2) + points(site_of_cancer == "other site of high risk")
    anaemia = points(haemoglobin < 10 or red_cell_growth_factors == "yes")
    return site + points(platelets >= 350) + anaemia + points(white_cells > 11) + points(body_mass_index >= 35)
