"""Ratio of aspartate aminotransferase to platelets, after Wai and others, 2003."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Ratio of aspartate aminotransferase to platelets (APRI)",
    synonyms=("APRI", "AST to platelet ratio", "AST-to-platelet ratio index"),
    result=Result("", places=2),
    reference="wai-2003-apri",
    says="The APRI is {result}.",
    warnings=("Described in chronic hepatitis C.",),
    vectors=(
        # 65 ÷ 40 ÷ 458 × 100 = 0.3548
        Vector({"ast": "65 U/L", "ast_upper_limit": "40 U/L", "platelets": "458 × 10⁹/L"}, "0.35", by="hand"),
        # 80 ÷ 40 ÷ 100 × 100
        Vector({"ast": "80 U/L", "ast_upper_limit": "40 U/L", "platelets": "100 × 10⁹/L"}, "2.00", by="hand"),
        # 52.5 ÷ 35 ÷ 125 × 100
        Vector({"ast": "52.5 U/L", "ast_upper_limit": "35 U/L", "platelets": "125000 /µL"}, "1.20", by="hand"),
    ),
)
def apri(
    ast: Annotated[float, Measure("units/L", low=3, high=20000, means="aspartate aminotransferase (AST)")],
    ast_upper_limit: Annotated[
        float, Measure("units/L", low=10, high=100, means="upper limit of normal of the laboratory for AST")
    ],
    platelets: Annotated[float, Measure("10⁹/L", low=2, high=2000, means="platelet count")],
) -> float:
    """An index of how probable fibrosis of the liver is in an adult with chronic hepatitis."""
    return ast / ast_upper_limit * 100 / platelets
