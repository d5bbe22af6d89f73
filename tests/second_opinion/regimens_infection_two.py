"""Second reading of piperacillin-tazobactam, meropenem, cefepime and ceftazidime, from labels and guidelines alone."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number


def crcl(person: Person) -> Fraction:
    """The clearance of a person."""
    return number(person, "crcl")


def covered(reader: Reader) -> Reader:
    """Nothing for a clearance that no body has."""

    def read(person: Person) -> Dose | None:
        for name in ("crcl", "egfr"):
            if name in person and number(person, name) > 300:
                return None
        return reader(person)

    return read


def on_dialysis(person: Person) -> bool:
    """Whether a person is on any dialysis."""
    return person.get("dialysis", "none") != "none"


def impaired(person: Person) -> bool:
    """Whether a child's kidneys fail."""
    return person.get("kidney") == "impaired"


def within(value: Fraction, low: str, high: str) -> bool:
    """From the lower end to below the upper."""
    return Fraction(low) <= value < Fraction(high)


# Piperacillin with tazobactam


def pip_tazo_us_hap(person: Person) -> Dose | None:
    """US label, adult, nosocomial pneumonia; both parts of the drug counted together."""
    if on_dialysis(person):
        return fixed("2.25", "g")
    clearance = crcl(person)
    if clearance > 40:
        return fixed("4.5", "g")
    return fixed("3.375", "g") if clearance >= 20 else fixed("2.25", "g")


def pip_tazo_us_other(person: Person) -> Dose | None:
    """US label, adult, other infections."""
    return fixed("3.375", "g") if not on_dialysis(person) and crcl(person) > 40 else fixed("2.25", "g")


def pip_tazo_uk(person: Person) -> Dose | None:
    """UK label and Oxford, adult: the same dose at every clearance, only the interval changes."""
    return fixed("4.5", "g")


def pip_tazo_us_child(person: Person) -> Dose | None:
    """US label, child from two months and up to forty kilograms with normal kidneys."""
    age, weight = number(person, "age"), number(person, "weight")
    if impaired(person) or not within(age, "0.166", "18") or not 2 <= weight <= 40:
        return None
    return each(weight, "90" if age <= Fraction("0.75") else "112.5", "mg", most="4500")


# Meropenem


def _meropenem(person: Person, full: str, half: str) -> Dose | None:
    if on_dialysis(person):
        return None
    return fixed(full, "g") if crcl(person) >= 26 else fixed(half, "g")


def meropenem_us_abdominal(person: Person) -> Dose | None:
    """US label, adult, intra-abdominal infection."""
    return _meropenem(person, "1", "0.5")


def meropenem_us_skin(person: Person) -> Dose | None:
    """US label, adult, complicated skin infection without Pseudomonas."""
    return _meropenem(person, "0.5", "0.25")


def meropenem_uk_meningitis(person: Person) -> Dose | None:
    """UK label, adult, bacterial meningitis."""
    return _meropenem(person, "2", "1")


def _meropenem_child(person: Person, per_kg: str, most: str) -> Dose | None:
    if impaired(person) or not within(number(person, "age"), "0.25", "18"):
        return None
    return each(number(person, "weight"), per_kg, "mg", most=most)


def meropenem_us_child_skin(person: Person) -> Dose | None:
    """US label, child from three months, skin."""
    return _meropenem_child(person, "10", "500")


def meropenem_us_child_abdominal(person: Person) -> Dose | None:
    """US label, child from three months, abdomen."""
    return _meropenem_child(person, "20", "1000")


def meropenem_us_child_meningitis(person: Person) -> Dose | None:
    """US label, child from three months, meningitis."""
    return _meropenem_child(person, "40", "2000")


# Cefepime


def cefepime_neutropenia(person: Person) -> Dose | None:
    """US label, adult, febrile neutropenia; the first dose is the usual one, save on haemodialysis."""
    if person["dialysis"] == "haemodialysis":
        return fixed("1", "g")
    if person["dialysis"] == "peritoneal dialysis" or crcl(person) >= 11:
        return fixed("2", "g")
    return fixed("2", "g").before(fixed("1", "g"))


def cefepime_pseudomonas(person: Person) -> Dose | None:
    """US label, adult, Pseudomonas aeruginosa."""
    if person["dialysis"] == "haemodialysis":
        return fixed("1", "g").before(fixed("0.5", "g"))
    return cefepime_neutropenia(person)


def cefepime_severe(person: Person) -> Dose | None:
    """US label, adult, severe urinary tract or skin infection."""
    if person["dialysis"] == "haemodialysis":
        return fixed("1", "g").before(fixed("0.5", "g"))
    usual = fixed("2", "g")
    if person["dialysis"] == "peritoneal dialysis" or crcl(person) >= 30:
        return usual
    return usual.before(fixed("1", "g") if crcl(person) >= 11 else fixed("0.5", "g"))


def cefepime_uti(person: Person) -> Dose | None:
    """US label, adult, mild to moderate urinary tract infection."""
    if person["dialysis"] == "haemodialysis":
        return fixed("1", "g").before(fixed("0.5", "g"))
    usual = fixed("0.5", "g", "1")
    if person["dialysis"] == "peritoneal dialysis" or crcl(person) >= 30:
        return usual
    return usual.before(fixed("0.5", "g") if crcl(person) >= 11 else fixed("0.25", "g"))


def cefepime_pneumonia(person: Person) -> Dose | None:
    """US label, adult, pneumonia; no single row of the renal table for a range of dose and interval."""
    if person["dialysis"] == "haemodialysis":
        return fixed("1", "g").before(fixed("0.5", "g"))
    if person["dialysis"] == "peritoneal dialysis" or crcl(person) > 60:
        return fixed("1", "g", "2")
    return None


def cefepime_child(person: Person) -> Dose | None:
    """US label, child from two months to sixteen years and up to forty kilograms."""
    age, weight = number(person, "age"), number(person, "weight")
    if impaired(person) or not within(age, "0.166", "16") or not 2 <= weight <= 40:
        return None
    return each(weight, "50", "mg", most="2000")


# Ceftazidime


def _ceftazidime(person: Person, usual: str) -> Dose | None:
    load, clearance = fixed("1", "g"), crcl(person)
    if person["dialysis"] == "haemodialysis":
        return load
    if person["dialysis"] == "peritoneal dialysis":
        return load.before(fixed("0.5", "g"))
    if clearance > 50:
        return fixed(usual, "g")
    return load.before(fixed("1", "g") if clearance >= 16 else fixed("0.5", "g"))


def ceftazidime_usual(person: Person) -> Dose | None:
    """US label, adult, the usual dose; a load of a gram before a reduced dose."""
    return _ceftazidime(person, "1")


def ceftazidime_two_grams(person: Person) -> Dose | None:
    """US label, adult, meningitis, bone or life-threatening infection."""
    return _ceftazidime(person, "2")


def ceftazidime_child(person: Person) -> Dose | None:
    """US label, newborn to four weeks, then to twelve years; a third of the day's limit at each dose."""
    age, weight = number(person, "age"), number(person, "weight")
    if impaired(person) or age > 12:
        return None
    if age < Fraction("0.083"):
        return each(weight, "30", "mg")
    return each(weight, "30", "mg", "50", most="2000")


_READ: dict[str, Reader] = {
    "piperacillin-tazobactam-iv/us-hap": pip_tazo_us_hap,
    "piperacillin-tazobactam-iv/us-other": pip_tazo_us_other,
    "piperacillin-tazobactam-iv/uk-hap": pip_tazo_uk,
    "piperacillin-tazobactam-iv/uk-neutropenia": pip_tazo_uk,
    "piperacillin-tazobactam-iv/uk-other": pip_tazo_uk,
    "piperacillin-tazobactam-iv/us-child-hap": pip_tazo_us_child,
    "piperacillin-tazobactam-iv/us-child-abdominal": pip_tazo_us_child,
    "meropenem-iv/us-abdominal": meropenem_us_abdominal,
    "meropenem-iv/us-skin": meropenem_us_skin,
    "meropenem-iv/uk-meningitis": meropenem_uk_meningitis,
    "meropenem-iv/us-child-abdominal": meropenem_us_child_abdominal,
    "meropenem-iv/us-child-skin": meropenem_us_child_skin,
    "meropenem-iv/us-child-meningitis": meropenem_us_child_meningitis,
    "cefepime-iv/neutropenia": cefepime_neutropenia,
    "cefepime-iv/pseudomonas": cefepime_pseudomonas,
    "cefepime-iv/severe": cefepime_severe,
    "cefepime-iv/uti": cefepime_uti,
    "cefepime-iv/pneumonia": cefepime_pneumonia,
    "cefepime-iv/child-neutropenia": cefepime_child,
    "cefepime-iv/child-pseudomonas": cefepime_child,
    "cefepime-iv/child-severe": cefepime_child,
    "cefepime-iv/child-pneumonia": cefepime_child,
    "ceftazidime-iv/usual": ceftazidime_usual,
    "ceftazidime-iv/meningitis": ceftazidime_two_grams,
    "ceftazidime-iv/life-threatening": ceftazidime_two_grams,
    "ceftazidime-iv/bone": ceftazidime_two_grams,
    "ceftazidime-iv/child": ceftazidime_child,
}

READINGS: dict[str, Reader] = {name: covered(reader) for name, reader in _READ.items()}
