"""The consumption questions of the Alcohol Use Disorders Identification Test, after Bush and others, 1998."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator
from assistant.calculators.scoring import points

ABSTINENT = {"drinking_frequency": "never", "drinks_on_a_drinking_day": "0", "heavy_occasions": "never"}


@calculator(
    title="Alcohol consumption questions (AUDIT-C)",
    synonyms=("AUDIT-C", "AUDIT C score", "alcohol screening questions"),
    result=Result("points", places=0),
    reference="bush-1998-audit-c",
    says="The AUDIT-C score is {result}.",
    warnings=("Studied in men only: what a total means in women the study cited does not say.",),
    vectors=(
        # 0 + 0 + 0
        Vector(ABSTINENT, "0 points", by="hand"),
        # 4 + 4 + 4
        Vector(
            {
                "drinking_frequency": "most days",
                "drinks_on_a_drinking_day": "10",
                "heavy_occasions": "daily or almost daily",
            },
            "12 points",
            by="hand",
        ),
        # 1 + 0 (2 drinks) + 1
        Vector(
            {
                "drinking_frequency": "monthly or less",
                "drinks_on_a_drinking_day": "2",
                "heavy_occasions": "less than monthly",
            },
            "2 points",
            by="hand",
        ),
        # 2 + 1 (3 drinks) + 2
        Vector(
            {
                "drinking_frequency": "some days a month",
                "drinks_on_a_drinking_day": "3",
                "heavy_occasions": "monthly",
            },
            "5 points",
            by="hand",
        ),
        # 3 + 2 (5 drinks) + 3
        Vector(
            {"drinking_frequency": "some days a week", "drinks_on_a_drinking_day": "5", "heavy_occasions": "weekly"},
            "8 points",
            by="hand",
        ),
        # 3 + 3 (7 drinks) + 0
        Vector(
            {**ABSTINENT, "drinking_frequency": "some days a week", "drinks_on_a_drinking_day": "7"},
            "6 points",
            by="hand",
        ),
        # 4 + 3 (9 drinks) + 0
        Vector(
            {**ABSTINENT, "drinking_frequency": "most days", "drinks_on_a_drinking_day": "9"}, "7 points", by="hand"
        ),
    ),
)
def audit_c(
    drinking_frequency: Annotated[
        str,
        Choice(
            "never",
            "monthly or less",
            "some days a month",
            "some days a week",
            "most days",
            means="how often a drink with alcohol is taken",
            counts="in the past year; some days a month: 2–4 times a month; some days a week: 2–3 times a week; most days: 4 or more "
            "times a week",
        ),
    ],
    drinks_on_a_drinking_day: Annotated[
        float,
        Measure(
            "",
            low=0,
            high=60,
            edges=(3, 5, 7, 10),
            whole=True,
            means="drinks on a typical day of drinking",
            counts="how many drinks with alcohol on a typical day on which the person drinks, in whole drinks; 0 for who never drinks",
        ),
    ],
    heavy_occasions: Annotated[
        str,
        Choice(
            "never",
            "less than monthly",
            "monthly",
            "weekly",
            "daily or almost daily",
            means="how often an occasion of heavy drinking occurs",
            counts="6 or more drinks on 1 occasion, as in the original; some later forms ask for fewer drinks in women, or for units",
        ),
    ],
) -> float:
    """Whether an adult drinks alcohol in a way that is hazardous."""
    often = (
        points(drinking_frequency == "monthly or less")
        + points(drinking_frequency == "some days a month", 2)
        + points(drinking_frequency == "some days a week", 3)
        + points(drinking_frequency == "most days", 4)
    )
    many = (
        points(drinks_on_a_drinking_day >= 3)
        + points(drinks_on_a_drinking_day >= 5)
        + points(drinks_on_a_drinking_day >= 7)
        + points(drinks_on_a_drinking_day >= 10)
    )
    heavy = (
        points(heavy_occasions == "less than monthly")
        + points(heavy_occasions == "monthly", 2)
        + points(heavy_occasions == "weekly", 3)
        + points(heavy_occasions == "daily or almost daily", 4)
    )
    return often + many + heavy
