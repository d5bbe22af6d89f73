"""Index of liver fibrosis of Sterling and others, 2006."""

from math import sqrt
from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Index of liver fibrosis (from age, transaminases and platelets)",
    known_as="FIB-4",
    synonyms=("FIB-4", "FIB4", "fibrosis-4", "fibrosis 4 index"),
    result=Result("", places=2),
    reference=("fib4-2006", "mcpherson-2017"),
    says="The {known_as} index is {result}.",
    warnings=(
        "Described in people with hepatitis; the limits that are in use differ by the disease and by age.",
        "In the younger it tells little, and in the older too many are taken to have advanced fibrosis.",
    ),
    vectors=(
        # 50 × 40 ÷ (200 × 6.324555) = 1.5811
        Vector({"age": "50", "ast": "40 U/L", "alt": "40 U/L", "platelets": "200 × 10⁹/L"}, "1.58", by="hand"),
        # 65 × 80 ÷ (100 × 8) = 6.5
        Vector({"age": "65", "ast": "80 U/L", "alt": "64 U/L", "platelets": "100 × 10⁹/L"}, "6.50", by="hand"),
        # 40 × 25 ÷ (150 × 5) = 1.3333
        Vector({"age": "40", "ast": "25 U/L", "alt": "25 U/L", "platelets": "150000 /µL"}, "1.33", by="hand"),
    ),
)
def fib_4(
    age: Annotated[float, Measure("years", low=18, high=110)],
    ast: Annotated[float, Measure("units/L", low=3, high=20000, means="aspartate aminotransferase (AST)")],
    alt: Annotated[float, Measure("units/L", low=3, high=20000, means="alanine aminotransferase (ALT)")],
    platelets: Annotated[float, Measure("10⁹/L", low=2, high=2000, means="platelet count")],
) -> float:
    """An index of how probable advanced fibrosis of the liver is in an adult."""
    return age * ast / (platelets * sqrt(alt))
