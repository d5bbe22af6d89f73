"""Second reading of vancomycin's maintenance, clarithromycin, levofloxacin and cefotaxime, from labels and guidelines alone."""

from second_opinion.reading import Dose, Person, Reader, each, fixed, number
from second_opinion.regimens_infection_two import covered, crcl, impaired, within

# Vancomycin, maintenance


def vancomycin_uk(person: Person) -> Dose | None:
    """UK label, adult: for each kilogram, at most two grams a dose; nothing where the kidneys fail, whose lines were not seen."""
    return (
        None
        if person["renal_function"] == "impaired"
        else each(number(person, "weight"), "15", "mg", "20", most="2000")
    )


def vancomycin_metro_south(person: Person) -> Dose | None:
    """Metro South, adult of 50 to 150 kilograms: a dose by body weight; by levels alone below a clearance of twenty."""
    weight = number(person, "weight")
    if crcl(person) < 20 or weight < 50 or weight > 150:
        return None
    if weight > 110:
        return each(weight, "15", "mg")
    for least, dose in (("90", "1500"), ("75", "1250"), ("60", "1000")):
        if weight >= int(least):
            return fixed(dose, "mg")
    return fixed("750", "mg")


def vancomycin_south_africa(person: Person) -> Dose | None:
    """South Africa, adult of 30 to 100 kilograms, after the load; by levels alone below a filtration rate of twenty-five."""
    weight = number(person, "weight")
    if number(person, "egfr") < 25 or weight < 30 or weight > 100:
        return None
    return each(weight, "20", "mg")


def vancomycin_sunnybrook(person: Person) -> Dose | None:
    """Sunnybrook, adult of 50 to 100 kilograms: one gram where the kidneys fail; no course of doses below a clearance of twenty."""
    weight = number(person, "weight")
    return fixed("1", "g") if 50 <= weight <= 100 and within(crcl(person), "20", "60") else None


# Clarithromycin


def clarithromycin_iv_uk(person: Person) -> Dose | None:
    """UK label, older than twelve: half below a clearance of thirty."""
    if number(person, "age") < 12:
        return None
    return fixed("500", "mg") if crcl(person) >= 30 else fixed("250", "mg")


def clarithromycin_iv_aaa(person: Person) -> Dose | None:
    """Ayrshire and Arran, adult, pneumonia: into a vein where it is not mild; nothing where the label reduces."""
    return None if person["severity"] == "mild" or crcl(person) < 30 else fixed("500", "mg")


def clarithromycin_iv_forth_valley(person: Person) -> Dose | None:
    """Forth Valley, adult, severe pneumonia: where an atypical germ is suspected; nothing where the label reduces."""
    return fixed("500", "mg") if person["atypical"] == "suspected" and crcl(person) >= 30 else None


def clarithromycin_oral_aaa(person: Person) -> Dose | None:
    """Ayrshire and Arran, adult, pneumonia; nothing where the label of the infusion reduces."""
    if crcl(person) < 30:
        return None
    return fixed("250", "mg", "500") if person["severity"] == "mild" else fixed("500", "mg")


def clarithromycin_oral_lothian(person: Person) -> Dose | None:
    """Lothian, adult, severe pneumonia; nothing where the label of the infusion reduces."""
    return fixed("500", "mg") if crcl(person) >= 30 else None


def clarithromycin_oral_uk(person: Person) -> Dose | None:
    """UK label, from twelve years: the higher dose in severe infection; nothing where the label of the infusion reduces."""
    if number(person, "age") < 12 or crcl(person) < 30:
        return None
    return fixed("500", "mg") if person["infection"] == "severe" else fixed("250", "mg")


# Levofloxacin


def levofloxacin_us_cap(person: Person) -> Dose | None:
    """US label, adult, pneumonia from the community; nothing where the label reduces."""
    return fixed("500", "mg") if crcl(person) >= 50 else None


def levofloxacin_us_hap(person: Person) -> Dose | None:
    """US label, adult, pneumonia of the hospital; nothing where the label reduces."""
    return fixed("750", "mg") if crcl(person) >= 50 else None


def levofloxacin_uk(person: Person) -> Dose | None:
    """UK label, adult, pneumonia from the community; nothing where the label reduces."""
    return fixed("500", "mg") if crcl(person) > 50 else None


def levofloxacin_iv_aaa(person: Person) -> Dose | None:
    """Ayrshire and Arran, adult, severe pneumonia: with an allergy to beta-lactams; nothing where the US label reduces."""
    return fixed("500", "mg") if person["beta_lactam_allergy"] == "present" and crcl(person) >= 50 else None


def levofloxacin_oral_aaa(person: Person) -> Dose | None:
    """Ayrshire and Arran, adult, severe pneumonia: with an allergy to beta-lactams; nothing where the UK label reduces."""
    return fixed("500", "mg") if person["beta_lactam_allergy"] == "present" and crcl(person) > 50 else None


# Cefotaxime

_CEFOTAXIME = {
    "uncomplicated": ("1", "1"),
    "moderate to severe": ("1", "2"),
    "septicaemia or the like": ("2", "2"),
    "life-threatening": ("2", "2"),
}


def cefotaxime_adult(person: Person) -> Dose | None:
    """US label, adult: by severity, and half below a clearance of twenty."""
    severity = person["severity"]
    assert isinstance(severity, str)
    low, high = _CEFOTAXIME[severity]
    usual = fixed(low, "g", high)
    return usual if crcl(person) >= 20 else Dose(usual.low / 2, usual.high / 2, "g")


def cefotaxime_newborn(person: Person) -> Dose | None:
    """US label, newborn to the end of four weeks: the same dose, only the interval changes; nothing where the kidneys fail."""
    return None if impaired(person) or number(person, "age") > 28 else each(number(person, "weight"), "50", "mg")


def cefotaxime_child(person: Person) -> Dose | None:
    """US label, child from a month to twelve years, below fifty kilograms: a day's total; nothing where the kidneys fail."""
    weight = number(person, "weight")
    if impaired(person) or not within(number(person, "age"), "0.083", "12") or not within(weight, "1", "50"):
        return None
    return each(weight, "50", "mg", "180")


_READ: dict[str, Reader] = {
    "vancomycin-iv/uk-label-maintenance": vancomycin_uk,
    "vancomycin-iv/metro-south-maintenance": vancomycin_metro_south,
    "vancomycin-iv/south-africa-maintenance": vancomycin_south_africa,
    "vancomycin-iv/sunnybrook-maintenance": vancomycin_sunnybrook,
    "clarithromycin-iv/uk-label": clarithromycin_iv_uk,
    "clarithromycin-iv/ayrshire-arran": clarithromycin_iv_aaa,
    "clarithromycin-iv/forth-valley": clarithromycin_iv_forth_valley,
    "clarithromycin-oral/ayrshire-arran": clarithromycin_oral_aaa,
    "clarithromycin-oral/lothian": clarithromycin_oral_lothian,
    "clarithromycin-oral/uk-label": clarithromycin_oral_uk,
    "levofloxacin-iv/us-label-cap": levofloxacin_us_cap,
    "levofloxacin-iv/us-label-hap": levofloxacin_us_hap,
    "levofloxacin-iv/ayrshire-arran": levofloxacin_iv_aaa,
    "levofloxacin-oral/uk-label": levofloxacin_uk,
    "levofloxacin-oral/ayrshire-arran": levofloxacin_oral_aaa,
    "cefotaxime-iv/us-label-adult": cefotaxime_adult,
    "cefotaxime-iv/us-label-newborn": cefotaxime_newborn,
    "cefotaxime-iv/us-label-child": cefotaxime_child,
}

READINGS: dict[str, Reader] = {name: covered(reader) for name, reader in _READ.items()}
