"""Estimated glomerular filtration rate from creatinine, MDRD equation for standardised creatinine, after Levey and others, 2006."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Estimated glomerular filtration rate (MDRD, for standardised creatinine)",
    synonyms=(
        "MDRD",
        "MDRD GFR",
        "MDRD equation",
    ),
    result=Result("mL/min/1.73 m²", places=0),
    reference=(
        "levey-2006-mdrd",
        "niddk-previous-egfr-equations",
    ),
    says="The estimated glomerular filtration rate is {result} (MDRD).",
    warnings=(
        "Kept for reference: the newer equations without race are recommended instead.",
        "The race term of the original is applied only where it is given; it is of historical use only.",
        "The estimate is less accurate at a higher filtration rate.",
    ),
    superseded_by="egfr_ckd_epi",
    vectors=(
        # 175 × 50^−0.203 = 175 × 0.45197 = 79.09
        Vector({"sex": "male", "age": "50", "creatinine": "1 mg/dL"}, "79 mL/min/1.73 m²", by="hand"),
        # 79.09 × 0.742 = 58.69
        Vector(
            {"sex": "female", "age": "50", "creatinine": "1 mg/dL", "race": "not Black"}, "59 mL/min/1.73 m²", by="hand"
        ),
        # 79.09 × 1.212 = 95.86
        Vector({"sex": "male", "age": "50", "creatinine": "1 mg/dL", "race": "Black"}, "96 mL/min/1.73 m²", by="hand"),
        # 79.09 × 2^−1.154 = 79.09 × 0.44938 = 35.54
        Vector({"sex": "male", "age": "50", "creatinine": "2 mg/dL"}, "36 mL/min/1.73 m²", by="hand"),
        # the same creatinine, 176.8 ÷ 88.4026 = 1.99994 mg/dL
        Vector({"sex": "male", "age": "50", "creatinine": "176.8 µmol/L"}, "36 mL/min/1.73 m²", by="hand"),
    ),
)
def mdrd_gfr(
    sex: Annotated[str, Choice("female", "male")],
    age: Annotated[float, Measure("years", low=18, high=110)],
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
    race: Annotated[str, Choice("Black", "not Black", means="race, as the original equation had it")] | None = None,
) -> float:
    """Glomerular filtration rate of an adult, estimated from the creatinine by the older equation."""
    of_sex = 0.742 if sex == "female" else 1
    of_race = 1.212 if race == "Black" else 1
    return float(175 * creatinine**-1.154 * age**-0.203 * of_sex * of_race)
