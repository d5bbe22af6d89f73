"""Drugs for pain and for nausea after an operation, read a second time in their sources, before the files were seen."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number

MONTH = Fraction(1, 12)


def _is_aged(person: Person, low: str, below: str) -> bool:
    return Fraction(low) <= number(person, "age") < Fraction(below)


def _weighs(person: Person, low: str, high: str) -> bool:
    return Fraction(low) <= number(person, "weight") <= Fraction(high)


def _band(size: Fraction, ends: tuple[tuple[str, str], ...], unit: str) -> Dose | None:
    """The amount of the first band that ends above a size."""
    return next((fixed(amount, unit) for end, amount in ends if size < Fraction(end)), None)


def droperidol_uk(person: Person) -> Dose | None:
    """Xomolix, adult: a range; over 65 years, or kidney or liver impairment, only its lower end."""
    if person["organ_impairment"] == "present" or number(person, "age") > 65:
        return fixed("0.625", "mg")
    return fixed("0.625", "mg", "1.25")


def droperidol_uk_child(person: Person) -> Dose | None:
    """Xomolix, from two to eighteen years: by weight up to a largest dose, with the lower end of the cited copy; younger ones none."""
    return each(number(person, "weight"), "10", "microgram", "50", most="1250") if _is_aged(person, "2", "18") else None


def droperidol_us(person: Person) -> Dose | None:
    """US label, adult: only the largest first dose is named, which is no dose to print."""
    return None


def droperidol_us_child(person: Person) -> Dose | None:
    """US label, two to twelve years: only the largest first dose by weight is named, which is no dose to print."""
    return None


def droperidol_consensus(person: Person) -> Dose | None:
    """Consensus guidelines, adult: prevention at the end of the operation."""
    return fixed("0.625", "mg")


def ibuprofen_uk(person: Person) -> Dose | None:
    """UK tablets, from twelve years."""
    return fixed("400", "mg") if number(person, "age") >= 12 else None


def ibuprofen_uk_child(person: Person) -> Dose | None:
    """Calprofen, three months to twelve years, by age; its bands run until the birthday that ends them."""
    if number(person, "age") < Fraction("0.25"):
        return None
    return _band(number(person, "age"), (("3", "50"), ("8", "100"), ("12", "200")), "mg")


def ibuprofen_msf(person: Person) -> Dose | None:
    """MSF: by weight below twelve years, never above the adult's; from twelve years the adult's range."""
    if not _is_aged(person, "0.25", "18"):
        return None
    if number(person, "age") >= 12:
        return fixed("200", "mg", "400")
    return each(number(person, "weight"), "5", "mg", "10", most="400")


def ibuprofen_australia(person: Person) -> Dose | None:
    """Therapeutic Guidelines, child from one year: by weight up to a largest dose."""
    return each(number(person, "weight"), "5", "mg", "10", most="400") if _is_aged(person, "1", "18") else None


def ibuprofen_us_child(person: Person) -> Dose | None:
    """US chart by weight, its pounds turned into kilograms."""
    if number(person, "weight") < Fraction("10.9"):
        return None
    ends = (("16.3", "100"), ("21.8", "150"), ("27.2", "200"), ("32.7", "250"), ("43.5", "300"))
    return _band(number(person, "weight"), ends, "mg")


def morphine_iv_uk(person: Person) -> Dose | None:
    """UK label, adult: a range; with kidney or liver impairment less, without a figure."""
    return None if person["organ_impairment"] == "present" else fixed("2.5", "mg", "15")


def morphine_iv_galway(person: Person) -> Dose | None:
    """Galway, adult who is not elderly: boluses to effect."""
    return fixed("5", "mg")


def morphine_iv_uk_child(person: Person) -> Dose | None:
    """UK label, one to five years: by weight, up to a weight that guards the dose; infants get none."""
    if not _is_aged(person, "1", "6") or not _weighs(person, "2", "35"):
        return None
    return each(number(person, "weight"), "100", "microgram", "200")


def morphine_iv_rcem(person: Person) -> Dose | None:
    """RCEM, child: by weight, between an age and weights that guard the dose."""
    if not _is_aged(person, "1", "18") or not _weighs(person, "5", "50"):
        return None
    return each(number(person, "weight"), "0.1", "mg", "0.2")


def morphine_oral_uk(person: Person) -> Dose | None:
    """Oramorph, adult."""
    return fixed("10", "mg", "20")


def morphine_oral_uk_child(person: Person) -> Dose | None:
    """Oramorph, child by age; none below one year."""
    if _is_aged(person, "1", "6"):
        return fixed("5", "mg")
    if _is_aged(person, "6", "13"):
        return fixed("5", "mg", "10")
    return fixed("5", "mg", "20") if _is_aged(person, "13", "18") else None


def morphine_oral_us(person: Person) -> Dose | None:
    """US label, adult."""
    return fixed("10", "mg", "20")


def morphine_oral_nice(person: Person) -> Dose | None:
    """NICE, palliative care: total of a day, with a rescue dose; with kidney or liver disease advice first."""
    return None if person["organ_impairment"] == "present" else fixed("20", "mg", "30")


def morphine_oral_scotland(person: Person) -> Dose | None:
    """Scottish guidelines, palliative care: not below the filtration at which another opioid is named."""
    return fixed("5", "mg") if number(person, "egfr") >= 30 else None


def ondansetron_adult(person: Person) -> Dose | None:
    """Every source for adults, prevention or treatment."""
    return fixed("4", "mg")


def ondansetron_us_child(person: Person) -> Dose | None:
    """US label, one month to twelve years: by weight up to forty kilograms, then the adult's."""
    return each(number(person, "weight"), "0.1", "mg", most="4") if MONTH <= number(person, "age") < 13 else None


def ondansetron_msf_child(person: Person) -> Dose | None:
    """MSF, child over one month: by weight up to a largest dose."""
    return each(number(person, "weight"), "0.1", "mg", most="4") if MONTH <= number(person, "age") < 18 else None


def paracetamol_iv_uk(person: Person) -> Dose | None:
    """UK label by weight; the risk of the liver changes the maximum of a day and not the dose."""
    weight = number(person, "weight")
    if not _weighs(person, "2", "300"):
        return None
    if weight > 50:
        return fixed("1", "g")
    return each(weight, "7.5" if weight <= 10 else "15", "mg")


def paracetamol_iv_rcem(person: Person) -> Dose | None:
    """RCEM, adult: less in two bands of low weight."""
    if not _weighs(person, "35", "300"):
        return None
    return _band(number(person, "weight"), (("40", "500"), ("50", "750"), ("301", "1000")), "mg")


def paracetamol_iv_us(person: Person) -> Dose | None:
    """US label, adult: the dose of every six hours, by weight below fifty kilograms."""
    weight = number(person, "weight")
    if not _weighs(person, "25", "300"):
        return None
    return fixed("1000", "mg") if weight >= 50 else each(weight, "15", "mg")


def paracetamol_iv_us_child(person: Person) -> Dose | None:
    """US label, two to twelve years and below fifty kilograms: the dose of every six hours by weight."""
    weight = number(person, "weight")
    return each(weight, "15", "mg") if _is_aged(person, "2", "13") and 5 <= weight < 50 else None


def paracetamol_oral_ggc(person: Person) -> Dose | None:
    """Greater Glasgow and Clyde, adult: by weight below fifty kilograms."""
    weight = number(person, "weight")
    if not _weighs(person, "25", "300"):
        return None
    return fixed("1", "g") if weight >= 50 else each(weight, "15", "mg")


def paracetamol_oral_nhs(person: Person) -> Dose | None:
    """NHS page, adult: one or two tablets; it sends a person of low weight to ask."""
    return fixed("500", "mg", "1000") if _weighs(person, "50", "300") else None


def paracetamol_oral_uk_child(person: Person) -> Dose | None:
    """UK bands by age: the weaker suspension until six years, the stronger one from then on."""
    age = number(person, "age")
    if _is_aged(person, "12", "16"):
        return fixed("500", "mg", "750")
    ends = (("0.5", "60"), ("2", "120"), ("4", "180"), ("6", "240"), ("8", "250"), ("10", "375"), ("12", "500"))
    return None if age < Fraction("0.25") else _band(age, ends, "mg")


def paracetamol_oral_us_child(person: Person) -> Dose | None:
    """US chart by weight, its pounds turned into kilograms."""
    if number(person, "weight") < Fraction("10.9"):
        return None
    ends = (("16.3", "160"), ("21.8", "240"), ("27.2", "320"), ("32.7", "400"), ("43.5", "480"))
    return _band(number(person, "weight"), ends, "mg")


def paracetamol_oral_australia(person: Person) -> Dose | None:
    """Therapeutic Guidelines, child from one year: by weight up to a largest dose."""
    return each(number(person, "weight"), "15", "mg", most="1000") if _is_aged(person, "1", "18") else None


READINGS: dict[str, Reader] = {
    "droperidol-iv/uk-label": droperidol_uk,
    "droperidol-iv/uk-label-child": droperidol_uk_child,
    "droperidol-iv/us-label": droperidol_us,
    "droperidol-iv/us-label-child": droperidol_us_child,
    "droperidol-iv/consensus": droperidol_consensus,
    "ibuprofen-oral/uk-label": ibuprofen_uk,
    "ibuprofen-oral/uk-child": ibuprofen_uk_child,
    "ibuprofen-oral/msf-child": ibuprofen_msf,
    "ibuprofen-oral/australia-child": ibuprofen_australia,
    "ibuprofen-oral/us-child": ibuprofen_us_child,
    "morphine-iv/uk-label": morphine_iv_uk,
    "morphine-iv/galway-em": morphine_iv_galway,
    "morphine-iv/uk-label-child": morphine_iv_uk_child,
    "morphine-iv/rcem-child": morphine_iv_rcem,
    "morphine-oral/uk-label": morphine_oral_uk,
    "morphine-oral/uk-label-child": morphine_oral_uk_child,
    "morphine-oral/us-label": morphine_oral_us,
    "morphine-oral/nice-palliative": morphine_oral_nice,
    "morphine-oral/scotland-palliative": morphine_oral_scotland,
    "ondansetron-iv/consensus": ondansetron_adult,
    "ondansetron-iv/us-label": ondansetron_adult,
    "ondansetron-iv/us-label-child": ondansetron_us_child,
    "ondansetron-iv/msf-child": ondansetron_msf_child,
    "ondansetron-iv/highland": ondansetron_adult,
    "ondansetron-iv/us-treatment": ondansetron_adult,
    "ondansetron-iv/msf-treatment": ondansetron_adult,
    "paracetamol-iv/uk-label": paracetamol_iv_uk,
    "paracetamol-iv/rcem": paracetamol_iv_rcem,
    "paracetamol-iv/us-label": paracetamol_iv_us,
    "paracetamol-iv/us-label-child": paracetamol_iv_us_child,
    "paracetamol-oral/ggc": paracetamol_oral_ggc,
    "paracetamol-oral/nhs": paracetamol_oral_nhs,
    "paracetamol-oral/uk-child": paracetamol_oral_uk_child,
    "paracetamol-oral/us-child": paracetamol_oral_us_child,
    "paracetamol-oral/australia-child": paracetamol_oral_australia,
}
