"""Second reading of cefazolin, cefuroxime, amoxicillin, co-amoxiclav and cefalexin, from labels and guidelines alone."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number
from second_opinion.regimens_infection_two import covered, crcl, impaired, on_dialysis, within

# Cefazolin


def _cefazolin(person: Person, low: str, high: str) -> Dose | None:
    usual = fixed(low, "mg", high)
    if crcl(person) >= 35:
        return usual
    return usual.before(Dose(usual.low / 2, usual.high / 2, "mg"))


def cefazolin_moderate(person: Person) -> Dose | None:
    """US label, adult, moderate to severe infection; the load is the usual dose."""
    return _cefazolin(person, "500", "1000")


def cefazolin_life_threatening(person: Person) -> Dose | None:
    """US label, adult, life-threatening infection."""
    return _cefazolin(person, "1000", "1500")


def cefazolin_mild(person: Person) -> Dose | None:
    """US label, adult, mild infection with Gram-positive cocci."""
    return _cefazolin(person, "250", "500")


def cefazolin_uti(person: Person) -> Dose | None:
    """US label, adult, uncomplicated urinary tract infection."""
    return _cefazolin(person, "1000", "1000")


def cefazolin_surgery(person: Person) -> Dose | None:
    """US labels, older and newer, adult, before an operation, and again."""
    return fixed("1", "g", "2").before(fixed("0.5", "g", "1"))


def _cefazolin_child(person: Person, low: str, high: str) -> Dose | None:
    if impaired(person) or not within(number(person, "age"), "0.083", "18"):
        return None
    return each(number(person, "weight"), low, "mg", high, most="6000")


def cefazolin_child(person: Person) -> Dose | None:
    """US label, child from one month, mild to moderate infection, a day's total."""
    return _cefazolin_child(person, "25", "50")


def cefazolin_child_severe(person: Person) -> Dose | None:
    """US label, child from one month, severe infection, a day's total."""
    return _cefazolin_child(person, "100", "100")


# Cefuroxime


def cefuroxime_uk_cap(person: Person) -> Dose | None:
    """UK label, adult, pneumonia from the community; kidney table not seen below the limit."""
    return fixed("750", "mg") if crcl(person) >= 20 else None


def cefuroxime_uk_pyelonephritis(person: Person) -> Dose | None:
    """UK label, adult, complicated urinary tract infection; nothing where the Philippine label gives less."""
    return fixed("1.5", "g") if crcl(person) >= 50 else None


def cefuroxime_ph_usual(person: Person) -> Dose | None:
    """Philippine label, adult: the interval alone changes with the kidneys."""
    return fixed("750", "mg")


# Amoxicillin and amoxicillin with clavulanate


def _amoxicillin_us(person: Person, usual: str) -> Dose:
    """With failing kidneys the smaller or the larger dose, by the severity of the infection."""
    return fixed("250", "mg", "500") if on_dialysis(person) or crcl(person) <= 30 else fixed(usual, "mg")


def amoxicillin_us_mild(person: Person) -> Dose | None:
    """US label, adult, mild to moderate infection, every twelve hours."""
    return _amoxicillin_us(person, "500")


def amoxicillin_us_severe(person: Person) -> Dose | None:
    """US label, adult, severe infection, every twelve hours."""
    return _amoxicillin_us(person, "875")


def amoxicillin_uk(person: Person) -> Dose | None:
    """UK label, adult; a most with failing kidneys."""
    return fixed("250", "mg", "500") if crcl(person) > 30 else fixed("500", "mg")


def amoxicillin_uk_pneumonia(person: Person) -> Dose | None:
    """UK label, adult, pneumonia from the community; a most with failing kidneys."""
    return fixed("0.5", "g", "1") if crcl(person) > 30 else fixed("500", "mg")


def _amoxicillin_child(person: Person, per_kg: str, most: str) -> Dose | None:
    age, weight = number(person, "age"), number(person, "weight")
    if impaired(person) or not within(age, "0.25", "18") or not 2 <= weight < 40:
        return None
    return each(weight, per_kg, "mg", most=most)


def amoxicillin_us_child_mild(person: Person) -> Dose | None:
    """US label, child from three months below forty kilograms, a day's total in two doses."""
    return _amoxicillin_child(person, "25", "1000")


def amoxicillin_us_child_severe(person: Person) -> Dose | None:
    """US label, child from three months below forty kilograms, severe infection, a day's total up to an adult's."""
    return _amoxicillin_child(person, "45", "1750")


def coamoxiclav_iv_uk(person: Person) -> Dose | None:
    """UK label, adult; both parts of the drug counted together."""
    usual = fixed("1.2", "g")
    return usual if crcl(person) > 30 else usual.before(fixed("0.6", "g"))


def coamoxiclav_iv_galway(person: Person) -> Dose | None:
    """Galway, adult: only the interval changes."""
    return fixed("1.2", "g")


def coamoxiclav_us_mild(person: Person) -> Dose | None:
    """US label, adult, mild to moderate infection, the amoxicillin part."""
    return amoxicillin_us_mild(person)


def coamoxiclav_us_severe(person: Person) -> Dose | None:
    """US label, adult, severe or respiratory infection, the amoxicillin part."""
    return amoxicillin_us_severe(person)


def coamoxiclav_nice(person: Person) -> Dose | None:
    """NICE, adult, pyelonephritis, the amoxicillin part; nothing at kidneys where the label reduces."""
    return fixed("500", "mg") if crcl(person) > 30 else None


def coamoxiclav_us_child(person: Person) -> Dose | None:
    """US label, child, the amoxicillin part of a day, up to the adult's dose."""
    age, weight = number(person, "age"), number(person, "weight")
    if impaired(person) or not 0 <= age < 18 or not Fraction("0.5") <= weight <= 40:
        return None
    if age < Fraction("0.23"):
        return each(weight, "30", "mg")
    return each(weight, "25", "mg", "45", most="1750")


# Cefalexin


def cefalexin_us(person: Person) -> Dose | None:
    """US label, from fifteen years; nothing where the label reduces."""
    return fixed("250", "mg") if crcl(person) >= 30 else None


def cefalexin_nice(person: Person) -> Dose | None:
    """NICE, adult, pyelonephritis; nothing where the label reduces."""
    return fixed("500", "mg") if crcl(person) >= 30 else None


def _cefalexin_child(person: Person, low: str, high: str) -> Dose | None:
    if impaired(person) or not 1 < number(person, "age") < 15:
        return None
    return each(number(person, "weight"), low, "mg", high, most="4000")


def cefalexin_child(person: Person) -> Dose | None:
    """US label, child over one year, a day's total."""
    return _cefalexin_child(person, "25", "50")


def cefalexin_child_severe(person: Person) -> Dose | None:
    """US label, child over one year, severe infection, a day's total."""
    return _cefalexin_child(person, "50", "100")


def cefalexin_child_otitis(person: Person) -> Dose | None:
    """US label, child over one year, otitis media, a day's total."""
    return _cefalexin_child(person, "75", "100")


_READ: dict[str, Reader] = {
    "cefazolin-iv/moderate": cefazolin_moderate,
    "cefazolin-iv/life-threatening": cefazolin_life_threatening,
    "cefazolin-iv/mild": cefazolin_mild,
    "cefazolin-iv/uti": cefazolin_uti,
    "cefazolin-iv/surgery": cefazolin_surgery,
    "cefazolin-iv/child": cefazolin_child,
    "cefazolin-iv/child-severe": cefazolin_child_severe,
    "cefuroxime-iv/uk-cap": cefuroxime_uk_cap,
    "cefuroxime-iv/uk-pyelonephritis": cefuroxime_uk_pyelonephritis,
    "cefuroxime-iv/ph-usual": cefuroxime_ph_usual,
    "amoxicillin-oral/us-mild": amoxicillin_us_mild,
    "amoxicillin-oral/us-severe": amoxicillin_us_severe,
    "amoxicillin-oral/uk": amoxicillin_uk,
    "amoxicillin-oral/uk-pneumonia": amoxicillin_uk_pneumonia,
    "amoxicillin-oral/us-child-mild": amoxicillin_us_child_mild,
    "amoxicillin-oral/us-child-severe": amoxicillin_us_child_severe,
    "amoxicillin-clavulanate-iv/uk": coamoxiclav_iv_uk,
    "amoxicillin-clavulanate-iv/galway": coamoxiclav_iv_galway,
    "amoxicillin-clavulanate-oral/us-mild": coamoxiclav_us_mild,
    "amoxicillin-clavulanate-oral/us-severe": coamoxiclav_us_severe,
    "amoxicillin-clavulanate-oral/nice-pyelonephritis": coamoxiclav_nice,
    "amoxicillin-clavulanate-oral/us-child": coamoxiclav_us_child,
    "cefalexin-oral/us": cefalexin_us,
    "cefalexin-oral/nice-pyelonephritis": cefalexin_nice,
    "cefalexin-oral/us-child-otitis": cefalexin_child_otitis,
    "cefalexin-oral/us-child-severe": cefalexin_child_severe,
    "cefalexin-oral/us-child": cefalexin_child,
}

READINGS: dict[str, Reader] = {name: covered(reader) for name, reader in _READ.items()}
