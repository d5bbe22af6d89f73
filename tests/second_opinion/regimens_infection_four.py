"""Second reading of flucloxacillin, ertapenem, aztreonam, ciprofloxacin and co-trimoxazole, from labels and guidelines alone."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number
from second_opinion.regimens_infection_two import covered, crcl, impaired, on_dialysis, within

# Flucloxacillin


def _flucloxacillin(person: Person, dose: Dose) -> Dose | None:
    return dose if crcl(person) >= 10 else None


def flucloxacillin_iv_usual(person: Person) -> Dose | None:
    """UK label, adult; the kidneys' row below a clearance of ten was not seen."""
    return _flucloxacillin(person, fixed("0.25", "g", "1"))


def flucloxacillin_iv_osteomyelitis(person: Person) -> Dose | None:
    """UK label, adult, osteomyelitis, the most in a day."""
    return _flucloxacillin(person, fixed("8", "g"))


def flucloxacillin_iv_endocarditis(person: Person) -> Dose | None:
    """UK label, adult, endocarditis, a day's total; the heavier have an unlicensed dose, of one source."""
    return _flucloxacillin(person, fixed("8", "g")) if within(number(person, "weight"), "30", "85") else None


def flucloxacillin_iv_surgery(person: Person) -> Dose | None:
    """UK monograph, adult, at induction."""
    return _flucloxacillin(person, fixed("1", "g", "2"))


def flucloxacillin_oral_cellulitis(person: Person) -> Dose | None:
    """NICE, adult, cellulitis."""
    return _flucloxacillin(person, fixed("500", "mg", "1000"))


def flucloxacillin_oral_usual(person: Person) -> Dose | None:
    """UK label, adult."""
    return _flucloxacillin(person, fixed("250", "mg"))


def flucloxacillin_oral_child(person: Person) -> Dose | None:
    """UK label, child after the first month and to ten years."""
    age = number(person, "age")
    if impaired(person) or age < Fraction("0.083") or age > 10:
        return None
    return fixed("62.5", "mg") if age < 2 else fixed("125", "mg")


# Ertapenem


def ertapenem_eu(person: Person) -> Dose | None:
    """EU label, adult; not used in severe impairment or on haemodialysis."""
    return None if on_dialysis(person) or crcl(person) <= 30 else fixed("1", "g")


def ertapenem_us(person: Person) -> Dose | None:
    """US label, adult; half in severe impairment and on haemodialysis."""
    return fixed("0.5", "g") if on_dialysis(person) or crcl(person) <= 30 else fixed("1", "g")


def ertapenem_surgery(person: Person) -> Dose | None:
    """EU label, adult, before colorectal surgery."""
    return fixed("1", "g")


def ertapenem_child(person: Person) -> Dose | None:
    """EU label, child from three months: by weight until thirteen years, with a most of one gram a day."""
    age = number(person, "age")
    if impaired(person) or not within(age, "0.25", "18"):
        return None
    return each(number(person, "weight"), "15", "mg", most="500") if age < 13 else fixed("1", "g")


# Aztreonam


def _aztreonam(person: Person, low: str, high: str) -> Dose | None:
    usual, clearance = fixed(low, "g", high), crcl(person)
    if clearance > 30:
        return usual
    part = 2 if clearance >= 10 else 4
    return usual.before(Dose(usual.low / part, usual.high / part, "g"))


def aztreonam_severe(person: Person) -> Dose | None:
    """US label, adult, severe infection: a load, then half or a quarter."""
    return _aztreonam(person, "2", "2")


def aztreonam_moderate(person: Person) -> Dose | None:
    """US label, adult, moderately severe infection: a load, then half or a quarter."""
    return _aztreonam(person, "1", "2")


def aztreonam_uti(person: Person) -> Dose | None:
    """US label, adult, urinary tract infection; the load of the reduced rows differs from the usual dose."""
    return fixed("0.5", "g", "1") if crcl(person) > 30 else None


# Ciprofloxacin


def _ciprofloxacin(person: Person, usual: Dose) -> Dose | None:
    if on_dialysis(person):
        return fixed("250", "mg", "500")
    clearance = crcl(person)
    if clearance > 50:
        return usual
    return fixed("250", "mg", "500") if clearance >= 5 else None


def ciprofloxacin_uti(person: Person) -> Dose | None:
    """US label, adult, urinary tract."""
    return _ciprofloxacin(person, fixed("250", "mg", "500"))


def ciprofloxacin_larger(person: Person) -> Dose | None:
    """US label, adult, lungs, skin, bone and joint."""
    return _ciprofloxacin(person, fixed("500", "mg", "750"))


def ciprofloxacin_single(person: Person) -> Dose | None:
    """US label, adult, abdomen, diarrhoea, typhoid and prostate."""
    return _ciprofloxacin(person, fixed("500", "mg"))


def ciprofloxacin_nice(person: Person) -> Dose | None:
    """NICE, adult, pyelonephritis; nothing where the label may give less."""
    return fixed("500", "mg") if crcl(person) > 50 else None


# Co-trimoxazole


def cotrimoxazole_lothian(person: Person) -> Dose | None:
    """NHS Lothian with NHS Dumfries and Galloway, adult; both parts of the drug counted together."""
    egfr = number(person, "egfr")
    if egfr < 15:
        return None
    return fixed("480", "mg") if egfr <= 30 else fixed("960", "mg")


_READ: dict[str, Reader] = {
    "flucloxacillin-iv/usual": flucloxacillin_iv_usual,
    "flucloxacillin-iv/osteomyelitis": flucloxacillin_iv_osteomyelitis,
    "flucloxacillin-iv/endocarditis": flucloxacillin_iv_endocarditis,
    "flucloxacillin-iv/surgery": flucloxacillin_iv_surgery,
    "flucloxacillin-oral/nice-cellulitis": flucloxacillin_oral_cellulitis,
    "flucloxacillin-oral/usual": flucloxacillin_oral_usual,
    "flucloxacillin-oral/child": flucloxacillin_oral_child,
    "ertapenem-iv/eu": ertapenem_eu,
    "ertapenem-iv/us": ertapenem_us,
    "ertapenem-iv/eu-surgery": ertapenem_surgery,
    "ertapenem-iv/eu-child": ertapenem_child,
    "aztreonam-iv/severe": aztreonam_severe,
    "aztreonam-iv/moderate": aztreonam_moderate,
    "aztreonam-iv/uti": aztreonam_uti,
    "ciprofloxacin-oral/uti": ciprofloxacin_uti,
    "ciprofloxacin-oral/lower-respiratory": ciprofloxacin_larger,
    "ciprofloxacin-oral/skin": ciprofloxacin_larger,
    "ciprofloxacin-oral/bone": ciprofloxacin_larger,
    "ciprofloxacin-oral/abdominal": ciprofloxacin_single,
    "ciprofloxacin-oral/diarrhoea": ciprofloxacin_single,
    "ciprofloxacin-oral/typhoid": ciprofloxacin_single,
    "ciprofloxacin-oral/prostatitis": ciprofloxacin_single,
    "ciprofloxacin-oral/nice-pyelonephritis": ciprofloxacin_nice,
    "co-trimoxazole-oral/lothian": cotrimoxazole_lothian,
}

READINGS: dict[str, Reader] = {name: covered(reader) for name, reader in _READ.items()}
