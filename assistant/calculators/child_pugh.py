"""Child-Pugh score, after Pugh and others, 1973, with the INR in place of the prothrombin time."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Measure, Result, Vector, calculator
from assistant.calculators.scoring import points


@calculator(
    title="Severity of cirrhosis (Child-Pugh, with INR)",
    synonyms=(
        "Child-Pugh",
        "Child Pugh",
        "Child-Turcotte-Pugh",
        "Child-Pugh class",
        "Child-Pugh score",
        "Pugh",
    ),
    result=Result("points", places=0),
    reference=("pugh-1973", "msd-child-turcotte-pugh"),
    says="The Child-Pugh score is {result}.",
    warnings=(
        "The original score took the prothrombin time; this is the version with the INR.",
        "Texts differ in the lower limit of the albumin and in the words for ascites; the limits are those of the table cited.",
    ),
    bands=(
        Band(7, "class A", reference="msd-child-turcotte-pugh"),
        Band(10, "class B", reference="msd-child-turcotte-pugh"),
        Band(inf, "class C", reference="msd-child-turcotte-pugh"),
    ),
    vectors=(
        # 1 + 1 + 1 + 1 + 1
        Vector(
            {
                "bilirubin": "1.9 mg/dL",
                "albumin": "3.6 g/dL",
                "inr": "1.6",
                "ascites": "absent",
                "encephalopathy": "none",
            },
            "5 points",
            by="hand",
        ),
        # the lower ends of the middle: 2 + 2 + 2 + 2 + 2; an albumin of 3.5 is not above it
        Vector(
            {
                "bilirubin": "2 mg/dL",
                "albumin": "3.5 g/dL",
                "inr": "1.7",
                "ascites": "slight",
                "encephalopathy": "minimal",
            },
            "10 points",
            by="hand",
        ),
        # the upper ends of the middle: 2 + 2 + 2 + 1 + 1
        Vector(
            {
                "bilirubin": "3 mg/dL",
                "albumin": "2.8 g/dL",
                "inr": "2.3",
                "ascites": "absent",
                "encephalopathy": "none",
            },
            "8 points",
            by="hand",
        ),
        # 3 + 3 + 3 + 3 + 3
        Vector(
            {
                "bilirubin": "3.1 mg/dL",
                "albumin": "2.7 g/dL",
                "inr": "2.4",
                "ascites": "moderate",
                "encephalopathy": "advanced",
            },
            "15 points",
            by="hand",
        ),
        # 34 µmol/L is the lower end of the middle: 2 + 1 + 1 + 1 + 1
        Vector(
            {
                "bilirubin": "34 µmol/L",
                "albumin": "36 g/L",
                "inr": "1.2",
                "ascites": "absent",
                "encephalopathy": "none",
            },
            "6 points",
            by="hand",
        ),
        # 33 µmol/L is below it: 1 + 2 + 1 + 2 + 1
        Vector(
            {
                "bilirubin": "33 µmol/L",
                "albumin": "28 g/L",
                "inr": "1.2",
                "ascites": "slight",
                "encephalopathy": "none",
            },
            "7 points",
            by="hand",
        ),
        # 51 µmol/L is the upper end of the middle, 52 above it: 2 + 3 + 1 + 2 + 1, then one more
        Vector(
            {
                "bilirubin": "51 µmol/L",
                "albumin": "27 g/L",
                "inr": "1.2",
                "ascites": "slight",
                "encephalopathy": "none",
            },
            "9 points",
            by="hand",
        ),
        Vector(
            {
                "bilirubin": "52 µmol/L",
                "albumin": "27 g/L",
                "inr": "1.2",
                "ascites": "slight",
                "encephalopathy": "none",
            },
            "10 points",
            by="hand",
        ),
    ),
)
def child_pugh(
    bilirubin: Annotated[
        float,
        Measure("mg/dL", low=0.1, high=60, analyte="bilirubin", means="serum bilirubin", edges=(1.9878, 3)),
    ],
    albumin: Annotated[
        float, Measure("g/dL", low=0.8, high=7, analyte="albumin", means="serum albumin", edges=(2.8, 3.5))
    ],
    inr: Annotated[float, Measure("", low=0.5, high=20, means="INR", edges=(1.7, 2.3))],
    ascites: Annotated[
        str,
        Choice(
            "absent",
            "slight",
            "moderate",
            means="ascites",
            counts="slight: or controlled by diuretics; moderate: moderate or more, or in spite of diuretics",
        ),
    ],
    encephalopathy: Annotated[
        str,
        Choice(
            "none",
            "minimal",
            "advanced",
            means="hepatic encephalopathy",
            counts="none: grade 0; minimal: grade 1–2; advanced: grade 3–4",
        ),
    ],
) -> float:
    """The severity of cirrhosis in an adult, from bilirubin, albumin, INR, ascites and encephalopathy."""
    # The source equates 2 mg/dL with 34 µmol/L, which is 1.9879 mg/dL: both belong to the middle.
    of_bilirubin = 1 + points(bilirubin >= 1.9878) + points(bilirubin > 3)
    of_albumin = 1 + points(albumin <= 3.5) + points(albumin < 2.8)
    of_inr = 1 + points(inr >= 1.7) + points(inr > 2.3)
    of_ascites = 1 + points(ascites != "absent") + points(ascites == "moderate")
    of_encephalopathy = 1 + points(encephalopathy != "none") + points(encephalopathy == "advanced")
    return of_bilirubin + of_albumin + of_inr + of_ascites + of_encephalopathy
