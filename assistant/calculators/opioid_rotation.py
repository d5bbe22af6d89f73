"""The daily dose of another opioid by mouth: the table of the Faculty of Pain Medicine, with the reduction of Fine and Portenoy."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator
from assistant.errors import OutOfRange
from assistant.figures.quantities import show_range

PLAUSIBLE = {"morphine": (5, 1000), "oxycodone": (5, 600), "hydromorphone": (1, 200)}
"""The doses of a day by mouth, in mg, that are taken for no slip of the pen. Ours, not of a source."""


@calculator(
    title="Switch between oral opioids (equianalgesic dose, reduced)",
    synonyms=(
        "opioid rotation",
        "opioid switch",
        "equianalgesic dose",
        "opioid conversion",
        "convert morphine",
        "convert oxycodone",
        "convert hydromorphone",
        "morphine to oxycodone",
        "oxycodone to morphine",
        "morphine to hydromorphone",
        "hydromorphone to morphine",
    ),
    result=Result("mg/day", places=1),
    reference=("fine-portenoy-2009", "fpm-anzca-opioid-equivalence-2021", "mypcnow-161-opioids-renal"),
    says="The reduced dose of the new opioid comes to {result}, all doses of the day together.",
    warnings=(
        "A calculated equivalent may be an overdose: people differ, and tables are approximate.",
        "The larger reduction is for a person who is elderly or frail, or whose present dose is high.",
        "Methadone and fentanyl patches are switched to by other rules, and are not reckoned here.",
        "In kidney failure the metabolites of morphine and hydromorphone accumulate and may be toxic to the nerves; oxycodone too "
        "calls for caution.",
        "The result is where assessment begins, with the pain and the person's condition judged again.",
    ),
    not_for=("children", "switches to or from methadone, buprenorphine or a patch", "injections"),
    vectors=(
        # 60 × 1 ÷ 5 = 12; less 25 % = 9
        Vector(
            {"switch": "morphine to hydromorphone", "present_dose": "60 mg/day", "reduction": "25%"},
            "9.0 mg/day",
            by="hand",
        ),
        # 60 ÷ 1.5 = 40; less 50 % = 20
        Vector(
            {"switch": "morphine to oxycodone", "present_dose": "60 mg/day", "reduction": "50%"},
            "20.0 mg/day",
            by="hand",
        ),
        # 40 × 1.5 = 60; less 25 % = 45
        Vector(
            {"switch": "oxycodone to morphine", "present_dose": "40 mg/day", "reduction": "25%"},
            "45.0 mg/day",
            by="hand",
        ),
        # 40 × 1.5 ÷ 5 = 12; less 40 % = 7.2
        Vector(
            {"switch": "oxycodone to hydromorphone", "present_dose": "40 mg/day", "reduction": "40%"},
            "7.2 mg/day",
            by="hand",
        ),
        # 12 × 5 = 60; less 50 % = 30
        Vector(
            {"switch": "hydromorphone to morphine", "present_dose": "12 mg/day", "reduction": "50%"},
            "30.0 mg/day",
            by="hand",
        ),
        # 12 × 5 ÷ 1.5 = 40; less 25 % = 30
        Vector(
            {"switch": "hydromorphone to oxycodone", "present_dose": "12 mg/day", "reduction": "25%"},
            "30.0 mg/day",
            by="hand",
        ),
    ),
)
def opioid_rotation(
    switch: Annotated[
        str,
        Choice(
            "morphine to oxycodone",
            "morphine to hydromorphone",
            "oxycodone to morphine",
            "oxycodone to hydromorphone",
            "hydromorphone to morphine",
            "hydromorphone to oxycodone",
            means="opioid that is taken now and the new opioid, both by mouth",
        ),
    ],
    present_dose: Annotated[
        float,
        Measure(
            "mg/day", low=1, high=1000, means="whole dose of the present opioid", counts="all that is taken in 24 hours"
        ),
    ],
    reduction: Annotated[
        float,
        Measure(
            "%",
            low=25,
            high=50,
            means="reduction chosen for incomplete cross-tolerance",
            counts="25–50 % below the equianalgesic dose: nearer 50 % when the present dose is high or the person is elderly or "
            "medically frail, nearer 25 % otherwise",
        ),
    ],
) -> float:
    """The dose of a new oral opioid for an adult who takes another, below the equianalgesic dose by a chosen share."""
    _refuse_implausible(switch, present_dose)
    potency = 1.5 if switch.startswith("oxycodone") else 5 if switch.startswith("hydromorphone") else 1
    of_new = 1.5 if switch.endswith("to oxycodone") else 5 if switch.endswith("to hydromorphone") else 1
    return present_dose * potency / of_new * (1 - reduction / 100)


def _refuse_implausible(switch: str, present_dose: float) -> None:
    """Refuse a dose that is implausible for the opioid that is taken now. Raises `OutOfRange`."""
    opioid = switch.split()[0]
    low, high = PLAUSIBLE[opioid]
    if not low <= present_dose <= high:
        raise OutOfRange("present_dose", f"{present_dose:g} mg/day of {opioid}", show_range(low, high, "mg/day", 0))
