"""Vitamins and iron, read a second time in their sources, before the files were seen."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number


def _is_covered(weight: Fraction) -> bool:
    """Whether a weight is within the guards of the files, which no source sets."""
    return 25 <= weight <= 250


def colecalciferol_uk(person: Person) -> Dose | None:
    """Thorens of the UK, adult: one capsule or bottle, weekly."""
    return fixed("25000", "IU")


def thiamine_uk_wernicke(person: Person) -> Dose | None:
    """UK label, adult with Wernicke encephalopathy: each of three doses of a day; a smaller single one after a good response."""
    return fixed("500", "mg").before(fixed("250", "mg"))


def thiamine_uk_prevention(person: Person) -> Dose | None:
    """UK label, adult: the only dose of prevention goes into the muscle, so a vein gets none."""
    return None


def thiamine_uk_beriberi(person: Person) -> Dose | None:
    """UK label, adult: the day's amount; in a severe form the least that the label names."""
    return fixed("100", "mg") if person["severe_beriberi"] == "present" else fixed("10", "mg", "25")


def thiamine_aspen(person: Person) -> Dose | None:
    """ASPEN, adult at risk of refeeding: the sources name no route, so a vein gets none."""
    return None


def thiamine_nice_iv(person: Person) -> Dose | None:
    """NICE, adult at high risk of refeeding: thiamine is by mouth; the vein is for a preparation of several B vitamins."""
    return None


def thiamine_nice_oral(person: Person) -> Dose | None:
    """NICE, adult at high risk of refeeding: a day's amount by mouth."""
    return fixed("200", "mg", "300")


def thiamine_oral_wernicke(person: Person) -> Dose | None:
    """UK label: Wernicke encephalopathy is treated by vein, not by mouth."""
    return None


def carboxymaltose_uk(person: Person) -> Dose | None:
    """Ferinject of the UK, adult: the need by haemoglobin and weight, as far as one infusion may carry it; the light none."""
    weight, haemoglobin = number(person, "weight"), number(person, "haemoglobin")
    if not (35 <= weight <= 250 and 20 <= haemoglobin <= 220):
        return None
    if haemoglobin >= 140:
        need = "500"
    elif haemoglobin >= 100:
        need = "1000" if weight < 70 else "1500"
    else:
        need = "1500" if weight < 70 else "2000"
    return each(weight, "20", "mg", most=str(min(Fraction(need), Fraction(1000))))


def carboxymaltose_us(person: Person) -> Dose | None:
    """Injectafer, adult: each of two doses; by weight in the light."""
    weight = number(person, "weight")
    if not _is_covered(weight):
        return None
    return fixed("750", "mg") if weight >= 50 else each(weight, "15", "mg")


def derisomaltose_uk(person: Person) -> Dose | None:
    """Monofer, adult: the fixed dose, which is for the heavier only."""
    return fixed("1000", "mg") if 50 <= number(person, "weight") <= 250 else None


def derisomaltose_us(person: Person) -> Dose | None:
    """Monoferric, adult: a fixed dose; by weight in the light."""
    weight = number(person, "weight")
    if not _is_covered(weight):
        return None
    return fixed("1000", "mg") if weight >= 50 else each(weight, "20", "mg")


def hydroxocobalamin_uk(person: Person) -> Dose | None:
    """UK label, adult and child: alternate days, a weekly phase only without neurological involvement, then maintenance."""
    whole = fixed("1000", "microgram")
    if person["neurological_involvement"] == "present":
        return whole.before(whole)
    return fixed("250", "microgram", "1000").before(fixed("250", "microgram"), whole)


def hydroxocobalamin_uk_prevention(person: Person) -> Dose | None:
    """UK label, adult and child after gastrectomy, with malabsorption or on a vegan diet: every two to three months."""
    return fixed("1000", "microgram")


READINGS: dict[str, Reader] = {
    "colecalciferol-oral/uk-label": colecalciferol_uk,
    "thiamine-iv/uk-label-wernicke": thiamine_uk_wernicke,
    "thiamine-iv/uk-label-prevention": thiamine_uk_prevention,
    "thiamine-iv/uk-label-beriberi": thiamine_uk_beriberi,
    "thiamine-iv/aspen-refeeding": thiamine_aspen,
    "thiamine-iv/nice-refeeding": thiamine_nice_iv,
    "thiamine-oral/nice-refeeding": thiamine_nice_oral,
    "thiamine-oral/uk-label-wernicke": thiamine_oral_wernicke,
    "ferric-carboxymaltose-iv/uk-label": carboxymaltose_uk,
    "ferric-carboxymaltose-iv/us-label": carboxymaltose_us,
    "ferric-derisomaltose-iv/uk-label": derisomaltose_uk,
    "ferric-derisomaltose-iv/us-label": derisomaltose_us,
    "hydroxocobalamin-im/uk-label-anaemia": hydroxocobalamin_uk,
    "hydroxocobalamin-im/uk-label-prevention": hydroxocobalamin_uk_prevention,
}
