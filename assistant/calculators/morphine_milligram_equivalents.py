"""Morphine milligram equivalents of a day's opioid, by the factors of the CDC guideline of 2022."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Measure, Result, Vector, calculator
from assistant.calculators.declarations import Units

PATCH = "fentanyl patch"


def is_patch(units: Units) -> bool:
    """Whether the dose is the rate of a patch."""
    return units.get("opioid") == PATCH


def is_by_mouth(units: Units) -> bool:
    """Whether the dose is taken so many times."""
    return "opioid" in units and not is_patch(units)


@calculator(
    title="Morphine milligram equivalents of an opioid",
    synonyms=("MME", "morphine milligram equivalents", "morphine equivalents", "oral morphine equivalent daily dose"),
    result=Result("mg/day", places=1),
    reference="cdc-opioid-2022",
    says="The morphine milligram equivalents come to {result}.",
    warnings=(
        "Not for working out the dose of another opioid: on a switch the new opioid is given at a substantially lower dose.",
        "The factors are estimates; people differ in genes and in how they handle a drug.",
        "Methadone has a long and variable half-life, and depresses breathing later and longer than it relieves pain.",
        "Buprenorphine has no factor in the table.",
        "The equivalents of other opioids that the person takes are added to these.",
    ),
    bands=(
        Band(
            50,
            "below the dose from which the CDC's earlier guideline asks for extra caution",
            reference="cdc-opioid-2016",
        ),
        Band(
            inf,
            "at or above the dose from which the CDC's earlier guideline asks for extra caution",
            reference="cdc-opioid-2016",
        ),
    ),
    vectors=(
        # The table's own examples: 5 mg × 4 × 1 = 20; 10 mg × 2 × 1.5 = 30
        Vector({"opioid": "hydrocodone", "opioid_dose": "5 mg", "doses_a_day": "4"}, "20.0 mg/day", by="paper"),
        Vector({"opioid": "oxycodone", "opioid_dose": "10 mg", "doses_a_day": "2"}, "30.0 mg/day", by="paper"),
        # 30 × 4 × 0.15 = 18
        Vector({"opioid": "codeine", "opioid_dose": "30 mg", "doses_a_day": "4"}, "18.0 mg/day", by="hand"),
        # 4 × 3 × 5 = 60
        Vector({"opioid": "hydromorphone", "opioid_dose": "4 mg", "doses_a_day": "3"}, "60.0 mg/day", by="hand"),
        # 10 × 3 × 4.7 = 141
        Vector({"opioid": "methadone", "opioid_dose": "10 mg", "doses_a_day": "3"}, "141.0 mg/day", by="hand"),
        # 15 × 2 × 1 = 30
        Vector({"opioid": "morphine", "opioid_dose": "15 mg", "doses_a_day": "2"}, "30.0 mg/day", by="hand"),
        # 10 × 2 × 3 = 60
        Vector({"opioid": "oxymorphone", "opioid_dose": "10 mg", "doses_a_day": "2"}, "60.0 mg/day", by="hand"),
        # 100 × 2 × 0.4 = 80
        Vector({"opioid": "tapentadol", "opioid_dose": "100 mg", "doses_a_day": "2"}, "80.0 mg/day", by="hand"),
        # 50 × 4 × 0.2 = 40
        Vector({"opioid": "tramadol", "opioid_dose": "50 mg", "doses_a_day": "4"}, "40.0 mg/day", by="hand"),
        # 25 × 2.4 = 60, whatever the days between two patches
        Vector({"opioid": "fentanyl patch", "patch_rate": "25 micrograms/h"}, "60.0 mg/day", by="hand"),
    ),
)
def morphine_milligram_equivalents(
    opioid: Annotated[
        str,
        Choice(
            "codeine",
            PATCH,
            "hydrocodone",
            "hydromorphone",
            "methadone",
            "morphine",
            "oxycodone",
            "oxymorphone",
            "tapentadol",
            "tramadol",
            means="opioid, by mouth or as a patch of fentanyl",
            counts="by mouth, of any release; fentanyl only as a patch; no injection, and no buprenorphine",
        ),
    ],
    opioid_dose: Annotated[
        float, Measure("mg", low=0.5, high=1000, needed=is_by_mouth, means="dose by mouth, each time")
    ]
    | None = None,
    doses_a_day: Annotated[
        float,
        Measure(
            "",
            low=0.25,
            high=24,
            needed=is_by_mouth,
            means="how often it is taken",
            counts="how many such doses are taken in 24 hours, with those taken as needed",
        ),
    ]
    | None = None,
    patch_rate: Annotated[
        float,
        Measure(
            "micrograms/h",
            low=12,
            high=600,
            needed=is_patch,
            means="rate of the fentanyl patches",
            counts="micrograms per hour as printed on the patches worn at the same time, added together",
        ),
    ]
    | None = None,
) -> float:
    """What an adult takes of an opioid, as the dose of oral morphine that stands for the same risk."""
    taken = opioid_dose * doses_a_day if opioid_dose and doses_a_day else 0
    worn = patch_rate if patch_rate else 0
    factor = (
        0.15
        if opioid == "codeine"
        else 5
        if opioid == "hydromorphone"
        else 4.7
        if opioid == "methadone"
        else 1.5
        if opioid == "oxycodone"
        else 3
        if opioid == "oxymorphone"
        else 0.4
        if opioid == "tapentadol"
        else 0.2
        if opioid == "tramadol"
        else 1
    )
    return worn * 2.4 if opioid == PATCH else taken * factor
