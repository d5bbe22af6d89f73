"""Morphine milligram equivalents of a day's opioid, by the factors that stood with the CDC guideline of 2016."""

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
    title="Morphine milligram equivalents of an opioid, by the earlier factors",
    known_as="CDC 2016",
    synonyms=("CDC 2016 MME", "2016 morphine milligram equivalents", "MME by the 2016 factors"),
    result=Result("mg/day", places=1),
    reference="cdc-opioid-2016",
    says="By the {known_as} factors the morphine milligram equivalents come to {result}.",
    superseded_by="morphine_milligram_equivalents",
    warnings=(
        "Not for working out the dose of another opioid.",
        "Caution is warranted with methadone above all: its factor rises with its dose.",
        "Buprenorphine has no factor in the table.",
        "The equivalents of other opioids that the person takes are added to these.",
    ),
    bands=(
        Band(
            50,
            "below the dose from which the CDC guideline of these factors asks for caution",
            reference="cdc-opioid-2016",
        ),
        Band(
            90,
            "at or above the dose from which the CDC guideline of these factors asks for caution",
            reference="cdc-opioid-2016",
        ),
        Band(
            inf,
            "at or above the dose that the CDC guideline of these factors says to avoid or to justify",
            reference="cdc-opioid-2016",
        ),
    ),
    vectors=(
        # 30 × 4 × 0.15 = 18
        Vector({"opioid": "codeine", "opioid_dose": "30 mg", "doses_a_day": "4"}, "18.0 mg/day", by="hand"),
        # 5 × 4 × 1 = 20
        Vector({"opioid": "hydrocodone", "opioid_dose": "5 mg", "doses_a_day": "4"}, "20.0 mg/day", by="hand"),
        # 4 × 3 × 4 = 48
        Vector({"opioid": "hydromorphone", "opioid_dose": "4 mg", "doses_a_day": "3"}, "48.0 mg/day", by="hand"),
        # methadone 10 × 2 = 20 mg, still the lowest factor: 20 × 4 = 80
        Vector({"opioid": "methadone", "opioid_dose": "10 mg", "doses_a_day": "2"}, "80.0 mg/day", by="hand"),
        # 10 × 4 = 40 mg: 40 × 8 = 320
        Vector({"opioid": "methadone", "opioid_dose": "10 mg", "doses_a_day": "4"}, "320.0 mg/day", by="hand"),
        # 20 × 3 = 60 mg: 60 × 10 = 600
        Vector({"opioid": "methadone", "opioid_dose": "20 mg", "doses_a_day": "3"}, "600.0 mg/day", by="hand"),
        # 40 × 2 = 80 mg: 80 × 12 = 960
        Vector({"opioid": "methadone", "opioid_dose": "40 mg", "doses_a_day": "2"}, "960.0 mg/day", by="hand"),
        # 15 × 2 = 30
        Vector({"opioid": "morphine", "opioid_dose": "15 mg", "doses_a_day": "2"}, "30.0 mg/day", by="hand"),
        # 10 × 2 × 1.5 = 30
        Vector({"opioid": "oxycodone", "opioid_dose": "10 mg", "doses_a_day": "2"}, "30.0 mg/day", by="hand"),
        # 10 × 2 × 3 = 60
        Vector({"opioid": "oxymorphone", "opioid_dose": "10 mg", "doses_a_day": "2"}, "60.0 mg/day", by="hand"),
        # 100 × 2 × 0.4 = 80
        Vector({"opioid": "tapentadol", "opioid_dose": "100 mg", "doses_a_day": "2"}, "80.0 mg/day", by="hand"),
        # 50 × 4 × 0.1 = 20
        Vector({"opioid": "tramadol", "opioid_dose": "50 mg", "doses_a_day": "4"}, "20.0 mg/day", by="hand"),
        # 25 × 2.4 = 60
        Vector({"opioid": "fentanyl patch", "patch_rate": "25 micrograms/h"}, "60.0 mg/day", by="hand"),
    ),
)
def morphine_equivalents_cdc_2016(
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
    """What an adult takes of an opioid, as oral morphine, by the factors before the present guideline: for older records."""
    taken = opioid_dose * doses_a_day if opioid_dose and doses_a_day else 0
    worn = patch_rate if patch_rate else 0
    of_methadone = 4 if taken <= 20 else 8 if taken <= 40 else 10 if taken <= 60 else 12
    factor = (
        0.15
        if opioid == "codeine"
        else 4
        if opioid == "hydromorphone"
        else of_methadone
        if opioid == "methadone"
        else 1.5
        if opioid == "oxycodone"
        else 3
        if opioid == "oxymorphone"
        else 0.4
        if opioid == "tapentadol"
        else 0.1
        if opioid == "tramadol"
        else 1
    )
    return worn * 2.4 if opioid == PATCH else taken * factor
