"""Nifedipine in pregnancy, chlordiazepoxide in withdrawal: read a second time before the files were seen, the shape set to theirs after."""

from second_opinion.reading import Dose, Person, Reader, fixed, is_above, is_below


def nifedipine_sogc(person: Person) -> Dose | None:
    """Canadian society: a capsule, bitten and swallowed or swallowed."""
    return fixed("5", "mg", "10")


def nifedipine_msf(person: Person) -> Dose | None:
    """MSF: never in a hypertensive crisis."""
    return None


def chlordiazepoxide_uk_label(person: Person) -> Dose | None:
    """UK label: at most half for the frail and for a failing liver, kidney or chest; never in severe liver insufficiency."""
    by_state = {"absent": fixed("25", "mg", "100"), "present": fixed("12.5", "mg", "50")}
    return by_state.get(str(person["impairment"]))


def chlordiazepoxide_west_kent(person: Person) -> Dose | None:
    """West Kent: by the score; none below eight, as required up to fourteen (fifteen is left open by the page), four days of a schedule
    above fifteen, intensive care above thirty-five."""
    if is_below(person, "ciwa", "8") or is_above(person, "ciwa", "35"):
        return None
    if not is_above(person, "ciwa", "15"):
        return fixed("20", "mg", "30")
    later = ("20", "30", "10", "20", "10")  # day 2 by day and evening, day 3 by day and evening, day 4
    return fixed("30", "mg").before(*(fixed(size, "mg") for size in later))


def chlordiazepoxide_us_label(person: Person) -> Dose | None:
    """US label: a first dose, repeated up to a day's total."""
    return fixed("50", "mg", "100")


READINGS: dict[str, Reader] = {
    "nifedipine-oral/sogc": nifedipine_sogc,
    "nifedipine-oral/msf": nifedipine_msf,
    "chlordiazepoxide-oral/uk-label": chlordiazepoxide_uk_label,
    "chlordiazepoxide-oral/west-kent": chlordiazepoxide_west_kent,
    "chlordiazepoxide-oral/us-label": chlordiazepoxide_us_label,
}
"""By file and group."""
