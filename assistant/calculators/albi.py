"""Albumin-bilirubin score after Johnson and others, 2015."""

from math import inf, log10, nextafter
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator


@calculator(
    title="Liver function in hepatocellular carcinoma (albumin-bilirubin score, ALBI)",
    synonyms=("ALBI", "ALBI score", "ALBI grade", "albumin-bilirubin score", "albumin-bilirubin grade"),
    result=Result("", places=2),
    reference="johnson-2015-albi",
    says="The ALBI score is {result}.",
    warnings=("Described in people with hepatocellular carcinoma.",),
    bands=(
        Band(nextafter(-2.6, inf), "the best of the grades", reference="hiraoka-2017-albi"),
        Band(nextafter(-1.39, inf), "the middle grade", reference="hiraoka-2017-albi"),
        Band(inf, "the worst of the grades", reference="hiraoka-2017-albi"),
    ),
    vectors=(
        # log10 10 = 1: 0.66 − 0.085 × 44
        Vector({"bilirubin": "10 µmol/L", "albumin": "44 g/L"}, "-3.08", by="hand"),
        # log10 17.1 = 1.232996: 0.813777 − 3.4 = −2.586223
        Vector({"bilirubin": "17.1 µmol/L", "albumin": "40 g/L"}, "-2.59", by="hand"),
        # log10 100 = 2: 1.32 − 0.085 × 26
        Vector({"bilirubin": "100 µmol/L", "albumin": "26 g/L"}, "-0.89", by="hand"),
        # 20.52429 µmol/L, log10 = 1.312268, and 35 g/L: 0.866097 − 2.975 = −2.108903
        Vector({"bilirubin": "1.2 mg/dL", "albumin": "3.5 g/dL"}, "-2.11", by="hand"),
    ),
)
def albi(
    bilirubin: Annotated[float, Measure("µmol/L", low=1, high=1000, analyte="bilirubin", means="serum bilirubin")],
    albumin: Annotated[float, Measure("g/L", low=8, high=70, analyte="albumin", means="serum albumin")],
) -> float:
    """The function of the liver in an adult with hepatocellular carcinoma, from bilirubin and albumin."""
    return 0.66 * log10(bilirubin) - 0.085 * albumin
