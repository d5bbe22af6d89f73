"""The four A's test for delirium, after Bellelli and others, 2014."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

WELL = {"alertness": "normal", "orientation": "no mistake", "attention": "good", "acute_change": "no"}


@calculator(
    title="Rapid test for delirium",
    known_as="4AT",
    synonyms=("4AT", "4 A's test", "4AT delirium"),
    result=Result("points", places=0),
    reference="bellelli-2014-4at",
    says="The {known_as} score is {result}.",
    warnings=("A test for screening: the diagnosis is clinical.",),
    bands=(
        Band(
            1,
            "delirium and severe cognitive impairment unlikely, if what is known is complete",
            reference="bellelli-2014-4at",
        ),
        Band(4, "possible cognitive impairment", reference="bellelli-2014-4at"),
        Band(inf, "possible delirium, with or without cognitive impairment", reference="bellelli-2014-4at"),
    ),
    vectors=(
        # 0 + 0 + 0 + 0
        Vector(WELL, "0 points", by="hand"),
        # 4 + 2 + 2 + 4
        Vector(
            {
                "alertness": "abnormal",
                "orientation": "several mistakes or untestable",
                "attention": "untestable",
                "acute_change": "yes",
            },
            "12 points",
            by="hand",
        ),
        # 0 + 1 + 1 + 0
        Vector({**WELL, "orientation": "a mistake", "attention": "poor"}, "2 points", by="hand"),
        # untestable in both: 0 + 2 + 2 + 0
        Vector(
            {**WELL, "orientation": "several mistakes or untestable", "attention": "untestable"}, "4 points", by="hand"
        ),
        # 0 + 1 + 2 + 0, the most below the last band
        Vector({**WELL, "orientation": "a mistake", "attention": "untestable"}, "3 points", by="hand"),
        # 0 + 0 + 0 + 4
        Vector({**WELL, "acute_change": "yes"}, "4 points", by="hand"),
    ),
)
def delirium_4at(
    alertness: Annotated[
        str,
        Choice(
            "normal",
            "abnormal",
            means="alertness",
            counts="normal: fully alert and not agitated, or mild sleepiness for less than 10 seconds after waking, then normal; "
            "abnormal: clearly abnormal, such as markedly drowsy or agitated",
        ),
    ],
    orientation: Annotated[
        str,
        Choice(
            "no mistake",
            "a mistake",
            "several mistakes or untestable",
            means="age, date of birth, place and current year",
            counts="a mistake: 1 mistake of the 4; several: 2 or more mistakes, or the person cannot be tested",
        ),
    ],
    attention: Annotated[
        str,
        Choice(
            "good",
            "poor",
            "untestable",
            means="attention: months of the year backwards",
            counts="good: 7 or more months right; poor: starts but names fewer than 7, or refuses to start; untestable: cannot start "
            "because unwell, drowsy or inattentive",
        ),
    ],
    acute_change: Annotated[
        str,
        criterion(
            "acute change or fluctuating course",
            counts="a significant change or fluctuation in alertness, cognition or other mental function (such as paranoia or "
            "hallucinations) that arose over the last 2 weeks and is still evident in the last 24 hours",
        ),
    ],
) -> float:
    """Whether delirium is possible in a person in hospital or in the community."""
    drowsy = points(alertness == "abnormal", 4)
    mistakes = points(orientation == "a mistake") + points(orientation == "several mistakes or untestable", 2)
    inattention = points(attention == "poor") + points(attention == "untestable", 2)
    return drowsy + mistakes + inattention + points(acute_change, 4)
