"""Severe hypertension, in pregnancy and outside it, phenobarbital and iron: read a second time before the files were seen, the shape set to theirs after."""

from second_opinion.reading import Dose, Person, Reader, each, fixed, is_outside, number


def labetalol_borders(person: Person) -> Dose | None:
    """NHS Borders: a bolus, then an infusion from four millilitres an hour of five milligrams in each, doubled."""
    return fixed("50", "mg").before(fixed("20", "mg/h"))


def labetalol_uk_label(person: Person) -> Dose | None:
    """UK label, pregnancy: a bolus, or an infusion from twenty milligrams an hour."""
    return fixed("20", "mg/h") if person["method"] == "infusion" else fixed("50", "mg")


def labetalol_galway(person: Person) -> Dose | None:
    """Galway, pregnancy: a bolus."""
    return fixed("50", "mg")


def labetalol_msf(person: Person) -> Dose | None:
    """MSF, pregnancy: twenty twice, then two larger ones."""
    return fixed("20", "mg").before(fixed("20", "mg"), fixed("40", "mg"), fixed("80", "mg"))


def labetalol_fpqc(person: Person) -> Dose | None:
    """Florida collaborative, pregnancy: three rising injections."""
    return fixed("20", "mg").before(fixed("40", "mg"), fixed("80", "mg"))


def labetalol_uk_adult(person: Person) -> Dose | None:
    """UK labels, adult: fifty milligrams at once, or an infusion of about a hundred and sixty milligrams an hour."""
    return fixed("160", "mg/h") if person["method"] == "infusion" else fixed("50", "mg")


def labetalol_bihs(person: Person) -> Dose | None:
    """British and Irish Hypertension Society, encephalopathy: usually fifty milligrams, or fifteen to twenty an hour."""
    return fixed("15", "mg/h", "20") if person["method"] == "infusion" else fixed("50", "mg")


def labetalol_us_adult(person: Person) -> Dose | None:
    """US label: twenty milligrams, then forty or eighty each time; or two milligrams a minute."""
    if person["method"] == "infusion":
        return fixed("2", "mg/min")
    return fixed("20", "mg").before(fixed("40", "mg", "80"))


def hydralazine_borders(person: Person) -> Dose | None:
    """NHS Borders: a bolus, then forty micrograms a minute, raised by as much."""
    return fixed("5", "mg", "10").before(fixed("40", "microgram/min"))


def hydralazine_label(person: Person) -> Dose | None:
    """UK label and Galway: a slow injection, or an infusion that begins faster than it goes on."""
    if person["method"] == "infusion":
        return fixed("200", "microgram/min", "300").before(fixed("50", "microgram/min", "150"))
    return fixed("5", "mg", "10")


def hydralazine_msf(person: Person) -> Dose | None:
    """MSF: a smaller injection, or the same infusion as the label."""
    return hydralazine_label(person) if person["method"] == "infusion" else fixed("5", "mg")


def hydralazine_fpqc(person: Person) -> Dose | None:
    """Florida collaborative: the first injection, then a repeat of the upper end."""
    return fixed("5", "mg", "10").before(fixed("10", "mg"))


def phenobarbital_adult(person: Person) -> Dose | None:
    """MSF, adult: once, by weight up to a gram."""
    return each(number(person, "weight"), "15", "mg", most="1000")


def phenobarbital_child(person: Person) -> Dose | None:
    """MSF, child from one month: by weight up to a gram, then half of it once."""
    if is_outside(person, "weight", "0", "300"):
        return None
    first = each(number(person, "weight"), "20", "mg", most="1000")
    return first.before(each(number(person, "weight"), "10", "mg", most="500"))


def iron_bsg(person: Person) -> Dose | None:
    """British Society of Gastroenterology, adult: one tablet a day."""
    return fixed("200", "mg")


def iron_label(person: Person) -> Dose | None:
    """UK label, adult: one tablet at a time, two or three times a day to treat, once to prevent."""
    return fixed("200", "mg")


READINGS: dict[str, Reader] = {
    "labetalol-iv/borders": labetalol_borders,
    "labetalol-iv/uk-label": labetalol_uk_label,
    "labetalol-iv/galway": labetalol_galway,
    "labetalol-iv/msf": labetalol_msf,
    "labetalol-iv/fpqc": labetalol_fpqc,
    "labetalol-iv/uk-label-adult": labetalol_uk_adult,
    "labetalol-iv/bihs": labetalol_bihs,
    "labetalol-iv/us-label-adult": labetalol_us_adult,
    "hydralazine-iv/borders": hydralazine_borders,
    "hydralazine-iv/uk-label": hydralazine_label,
    "hydralazine-iv/galway": hydralazine_label,
    "hydralazine-iv/msf": hydralazine_msf,
    "hydralazine-iv/fpqc": hydralazine_fpqc,
    "phenobarbital-iv/msf-adult": phenobarbital_adult,
    "phenobarbital-iv/msf-child": phenobarbital_child,
    "ferrous-sulfate-oral/bsg": iron_bsg,
    "ferrous-sulfate-oral/uk-label": iron_label,
    "ferrous-sulfate-oral/uk-label-prevention": iron_label,
}
"""By file and group."""
