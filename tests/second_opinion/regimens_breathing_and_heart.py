"""Drugs for acute asthma, an exacerbation of COPD and the acute heart, read a second time in their sources, before the files were seen."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number


def _is_aged(person: Person, low: str, below: str) -> bool:
    return Fraction(low) <= number(person, "age") < Fraction(below)


def _is_over_five(person: Person) -> bool:
    """The pages are headed with two to five and over five: five counts until the sixth birthday."""
    return number(person, "age") >= 6


def hydrocortisone_sign_adult(person: Person) -> Dose | None:
    """BTS and SIGN, adult: the same for everybody, every six hours."""
    return fixed("100", "mg")


def hydrocortisone_sign_child(person: Person) -> Dose | None:
    """SIGN's page for two to five years: by weight, for a child who vomits; no largest dose on the page."""
    return each(number(person, "weight"), "4", "mg") if _is_aged(person, "2", "6") else None


def hydrocortisone_starship(person: Person) -> Dose | None:
    """Starship, life-threatening asthma, child: by weight; no largest dose on the page."""
    return each(number(person, "weight"), "4", "mg") if _is_aged(person, "1", "18") else None


def ipratropium_sign_adult(person: Person) -> Dose | None:
    """BTS and SIGN, adult."""
    return fixed("0.5", "mg")


def ipratropium_sign_child(person: Person) -> Dose | None:
    """SIGN's two pages for children: the same from two years up."""
    return fixed("0.25", "mg") if _is_aged(person, "2", "18") else None


def ipratropium_rcuk(person: Person) -> Dose | None:
    """Resuscitation Council UK, child of two to twelve."""
    return fixed("250", "microgram") if _is_aged(person, "2", "13") else None


def ipratropium_australia(person: Person) -> Dose | None:
    """Australian handbook: adult and child of six or more the whole ampoule, below six half of it."""
    return fixed("500", "microgram") if number(person, "age") >= 6 else fixed("250", "microgram")


def ipratropium_starship(person: Person) -> Dose | None:
    """Starship, life-threatening asthma, child: the same for everybody."""
    return fixed("0.25", "mg") if _is_aged(person, "1", "18") else None


def magnesium_sign_adult(person: Person) -> Dose | None:
    """BTS and SIGN, adult: a range, over twenty minutes."""
    return fixed("1.2", "g", "2")


def magnesium_sign_child(person: Person) -> Dose | None:
    """BTS and SIGN, child: by weight to a largest dose."""
    return each(number(person, "weight"), "40", "mg", most="2000") if _is_aged(person, "2", "18") else None


def magnesium_australia(person: Person) -> Dose | None:
    """Australian handbook: adult fixed, child from two by weight to the adult's dose, avoided below two."""
    if number(person, "age") < 2:
        return None
    if number(person, "age") < 18:
        return each(number(person, "weight"), "0.1", "mmol", high="0.2", most="10")
    return fixed("10", "mmol")


def magnesium_starship(person: Person) -> Dose | None:
    """Starship, life-threatening asthma, child: by weight in mmol, the largest dose in grams, rounded down in mmol."""
    return each(number(person, "weight"), "0.2", "mmol", most="10.1") if _is_aged(person, "1", "18") else None


def prednisolone_sign_adult(person: Person) -> Dose | None:
    """BTS and SIGN, adult: a day's total."""
    return fixed("40", "mg", "50")


def prednisolone_sign_child(person: Person) -> Dose | None:
    """SIGN's two pages for children: one dose to five years, a range above."""
    if not _is_aged(person, "2", "18"):
        return None
    return fixed("30", "mg", "40") if _is_over_five(person) else fixed("20", "mg")


def prednisolone_rcuk(person: Person) -> Dose | None:
    """Resuscitation Council UK, child of two to twelve: one dose to five years, a range above."""
    if not _is_aged(person, "2", "13"):
        return None
    return fixed("30", "mg", "40") if _is_over_five(person) else fixed("20", "mg")


def prednisolone_copd(person: Person) -> Dose | None:
    """NHS Scotland, adult with an exacerbation of COPD: a day's total for five days."""
    return fixed("30", "mg")


def salbutamol_sign_adult(person: Person) -> Dose | None:
    """BTS and SIGN, adult."""
    return fixed("5", "mg")


def salbutamol_sign_child(person: Person) -> Dose | None:
    """SIGN's two pages for children: half of the dose to five years."""
    if not _is_aged(person, "2", "18"):
        return None
    return fixed("5", "mg") if _is_over_five(person) else fixed("2.5", "mg")


def salbutamol_rcuk(person: Person) -> Dose | None:
    """Resuscitation Council UK, child of two to twelve: a range without bands."""
    return fixed("2.5", "mg", "5") if _is_aged(person, "2", "13") else None


def salbutamol_starship(person: Person) -> Dose | None:
    """Starship, life-threatening asthma: the same for every age."""
    return fixed("5", "mg") if _is_aged(person, "1", "18") else None


def aspirin_highland(person: Person) -> Dose | None:
    """NHS Highland, adult."""
    return fixed("300", "mg")


def aspirin_acc_aha(person: Person) -> Dose | None:
    """ACC/AHA, adult: the loading dose."""
    return fixed("162", "mg", "325")


def furosemide_ayrshire(person: Person) -> Dose | None:
    """NHS Ayrshire and Arran, adult: fixed when mild, a range when severe."""
    return fixed("40", "mg") if person["severity"] == "mild" else fixed("40", "mg", "80")


def furosemide_label(person: Person) -> Dose | None:
    """UK label, adult: the first dose."""
    return fixed("20", "mg", "50")


def furosemide_canada(person: Person) -> Dose | None:
    """Canadian table, adult: by eGFR without a diuretic; with one, the equivalent of the oral dose, which is no figure."""
    if person["diuretic"] == "taken":
        return None
    return fixed("20", "mg", "40") if number(person, "egfr") >= 60 else fixed("20", "mg", "80")


def _by_weight(person: Person, doses: tuple[str, str, str, str, str]) -> Fraction:
    """One of five steps by weight, every ten kilograms from sixty to ninety."""
    weight = number(person, "weight")
    return Fraction(doses[sum(weight >= edge for edge in (60, 70, 80, 90))])


def tenecteplase_label(person: Person) -> Dose | None:
    """UK label of the small vial, adult with a stroke: five steps by weight."""
    if not 30 <= number(person, "weight") <= 250:
        return None
    return fixed(str(_by_weight(person, ("15", "17.5", "20", "22.5", "25"))), "mg")


def tenecteplase_quarter(person: Person) -> Dose | None:
    """Galway; AHA/ASA, adult with a stroke: by weight to a largest dose."""
    return each(number(person, "weight"), "0.25", "mg", most="25")


def tenecteplase_highland(person: Person) -> Dose | None:
    """NHS Highland, adult with STEMI: five steps by weight, half of each from seventy-five years."""
    if not 30 <= number(person, "weight") <= 250:
        return None
    whole = _by_weight(person, ("30", "35", "40", "45", "50"))
    return fixed(str(whole / 2 if number(person, "age") >= 75 else whole), "mg")


READINGS: dict[str, Reader] = {
    "aspirin-oral-acs/acc-aha": aspirin_acc_aha,
    "aspirin-oral-acs/highland": aspirin_highland,
    "furosemide-iv/ayrshire": furosemide_ayrshire,
    "furosemide-iv/canada": furosemide_canada,
    "furosemide-iv/uk-label": furosemide_label,
    "hydrocortisone-iv-asthma/sign-adult": hydrocortisone_sign_adult,
    "hydrocortisone-iv-asthma/sign-child": hydrocortisone_sign_child,
    "hydrocortisone-iv-asthma/starship-child": hydrocortisone_starship,
    "ipratropium-nebulised/australia": ipratropium_australia,
    "ipratropium-nebulised/rcuk-child": ipratropium_rcuk,
    "ipratropium-nebulised/sign-adult": ipratropium_sign_adult,
    "ipratropium-nebulised/sign-child": ipratropium_sign_child,
    "ipratropium-nebulised/starship-child": ipratropium_starship,
    "magnesium-sulfate-iv-asthma/australia": magnesium_australia,
    "magnesium-sulfate-iv-asthma/sign-adult": magnesium_sign_adult,
    "magnesium-sulfate-iv-asthma/sign-child": magnesium_sign_child,
    "magnesium-sulfate-iv-asthma/starship-child": magnesium_starship,
    "prednisolone-oral/copd-scotland": prednisolone_copd,
    "prednisolone-oral/rcuk-child": prednisolone_rcuk,
    "prednisolone-oral/sign-adult": prednisolone_sign_adult,
    "prednisolone-oral/sign-child": prednisolone_sign_child,
    "salbutamol-nebulised/rcuk-child": salbutamol_rcuk,
    "salbutamol-nebulised/sign-adult": salbutamol_sign_adult,
    "salbutamol-nebulised/sign-child": salbutamol_sign_child,
    "salbutamol-nebulised/starship-child": salbutamol_starship,
    "tenecteplase-iv/aha-stroke": tenecteplase_quarter,
    "tenecteplase-iv/galway-stroke": tenecteplase_quarter,
    "tenecteplase-iv/highland-stemi": tenecteplase_highland,
    "tenecteplase-iv/uk-label-stroke": tenecteplase_label,
}
