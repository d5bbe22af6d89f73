"""Second reading of the beta-lactams, ciprofloxacin and co-trimoxazole, from labels and guidelines alone."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number


def _crcl(person: Person) -> Fraction:
    return number(person, "crcl")


def _covered(reader: Reader) -> Reader:
    """Nothing for a clearance that no body has."""

    def read(person: Person) -> Dose | None:
        for name in ("crcl", "egfr"):
            if name in person and number(person, name) > 300:
                return None
        return reader(person)

    return read


def _dialysis(person: Person) -> bool:
    return person.get("dialysis", "none") != "none"


def _impaired(person: Person) -> bool:
    return person.get("kidney") == "impaired"


def _within(value: Fraction, low: str, high: str) -> bool:
    return Fraction(low) <= value < Fraction(high)


# Piperacillin with tazobactam


def pip_tazo_us_hap(person: Person) -> Dose | None:
    """US label, adult, nosocomial pneumonia; both parts of the drug counted together."""
    if _dialysis(person):
        return fixed("2.25", "g")
    crcl = _crcl(person)
    if crcl > 40:
        return fixed("4.5", "g")
    return fixed("3.375", "g") if crcl >= 20 else fixed("2.25", "g")


def pip_tazo_us_other(person: Person) -> Dose | None:
    """US label, adult, other infections."""
    return fixed("3.375", "g") if not _dialysis(person) and _crcl(person) > 40 else fixed("2.25", "g")


def pip_tazo_uk(person: Person) -> Dose | None:
    """UK label and Oxford, adult: the same dose at every clearance, only the interval changes."""
    return fixed("4.5", "g")


def pip_tazo_us_child(person: Person) -> Dose | None:
    """US label, child from two months and up to forty kilograms with normal kidneys."""
    age, weight = number(person, "age"), number(person, "weight")
    if _impaired(person) or not _within(age, "0.166", "18") or not 2 <= weight <= 40:
        return None
    return each(weight, "90" if age <= Fraction("0.75") else "112.5", "mg", most="4500")


# Meropenem


def _meropenem(person: Person, full: str, half: str) -> Dose | None:
    if _dialysis(person):
        return None
    return fixed(full, "g") if _crcl(person) >= 26 else fixed(half, "g")


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
    if _impaired(person) or not _within(number(person, "age"), "0.25", "18"):
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
    if person["dialysis"] == "peritoneal dialysis" or _crcl(person) >= 11:
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
    if person["dialysis"] == "peritoneal dialysis" or _crcl(person) >= 30:
        return usual
    return usual.before(fixed("1", "g") if _crcl(person) >= 11 else fixed("0.5", "g"))


def cefepime_uti(person: Person) -> Dose | None:
    """US label, adult, mild to moderate urinary tract infection."""
    if person["dialysis"] == "haemodialysis":
        return fixed("1", "g").before(fixed("0.5", "g"))
    usual = fixed("0.5", "g", "1")
    if person["dialysis"] == "peritoneal dialysis" or _crcl(person) >= 30:
        return usual
    return usual.before(fixed("0.5", "g") if _crcl(person) >= 11 else fixed("0.25", "g"))


def cefepime_pneumonia(person: Person) -> Dose | None:
    """US label, adult, pneumonia; no single row of the renal table for a range of dose and interval."""
    if person["dialysis"] == "haemodialysis":
        return fixed("1", "g").before(fixed("0.5", "g"))
    if person["dialysis"] == "peritoneal dialysis" or _crcl(person) > 60:
        return fixed("1", "g", "2")
    return None


def cefepime_child(person: Person) -> Dose | None:
    """US label, child from two months to sixteen years and up to forty kilograms."""
    age, weight = number(person, "age"), number(person, "weight")
    if _impaired(person) or not _within(age, "0.166", "16") or not 2 <= weight <= 40:
        return None
    return each(weight, "50", "mg", most="2000")


# Ceftazidime


def _ceftazidime(person: Person, usual: str) -> Dose | None:
    load, crcl = fixed("1", "g"), _crcl(person)
    if person["dialysis"] == "haemodialysis":
        return load.before(fixed("1", "g"))
    if person["dialysis"] == "peritoneal dialysis":
        return load.before(fixed("0.5", "g"))
    if crcl > 50:
        return fixed(usual, "g")
    return load if crcl >= 16 else load.before(fixed("0.5", "g"))


def ceftazidime_usual(person: Person) -> Dose | None:
    """US label, adult, the usual dose; a load of a gram before a reduced dose."""
    return _ceftazidime(person, "1")


def ceftazidime_two_grams(person: Person) -> Dose | None:
    """US label, adult, meningitis, bone or life-threatening infection."""
    return _ceftazidime(person, "2")


def ceftazidime_child(person: Person) -> Dose | None:
    """US label, newborn to four weeks, then to twelve years; a third of the day's limit at each dose."""
    age, weight = number(person, "age"), number(person, "weight")
    if _impaired(person) or age > 12:
        return None
    if age < Fraction("0.083"):
        return each(weight, "30", "mg")
    return each(weight, "30", "mg", "50", most="2000")


# Cefazolin


def _cefazolin(person: Person, low: str, high: str) -> Dose | None:
    usual = fixed(low, "mg", high)
    if _crcl(person) >= 35:
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
    """US label, adult, before an operation, and again."""
    return fixed("1", "g").before(fixed("0.5", "g", "1"))


def _cefazolin_child(person: Person, low: str, high: str) -> Dose | None:
    if _impaired(person) or not _within(number(person, "age"), "0.083", "18"):
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
    return fixed("750", "mg") if _crcl(person) > 20 else None


def cefuroxime_uk_pyelonephritis(person: Person) -> Dose | None:
    """UK label, adult, complicated urinary tract infection; kidney table not seen below the limit."""
    return fixed("1.5", "g") if _crcl(person) > 20 else None


def cefuroxime_ph_usual(person: Person) -> Dose | None:
    """Philippine label, adult: the interval alone changes with the kidneys."""
    return fixed("750", "mg")


# Amoxicillin and amoxicillin with clavulanate


def amoxicillin_us_mild(person: Person) -> Dose | None:
    """US label, adult, mild to moderate infection, every twelve hours; the smaller dose with failing kidneys."""
    return fixed("250", "mg") if _dialysis(person) or _crcl(person) <= 30 else fixed("500", "mg")


def amoxicillin_us_severe(person: Person) -> Dose | None:
    """US label, adult, severe infection, every twelve hours; the larger dose with failing kidneys."""
    return fixed("500", "mg") if _dialysis(person) or _crcl(person) <= 30 else fixed("875", "mg")


def amoxicillin_uk(person: Person) -> Dose | None:
    """UK label, adult; a most with failing kidneys."""
    return fixed("250", "mg", "500") if _crcl(person) > 30 else fixed("500", "mg")


def _amoxicillin_child(person: Person, per_kg: str) -> Dose | None:
    age, weight = number(person, "age"), number(person, "weight")
    if _impaired(person) or not _within(age, "0.25", "18") or not 2 <= weight < 40:
        return None
    return each(weight, per_kg, "mg")


def amoxicillin_us_child_mild(person: Person) -> Dose | None:
    """US label, child from three months below forty kilograms, a day's total in two doses."""
    return _amoxicillin_child(person, "25")


def amoxicillin_us_child_severe(person: Person) -> Dose | None:
    """US label, child from three months below forty kilograms, severe infection, a day's total in two doses."""
    return _amoxicillin_child(person, "45")


def coamoxiclav_iv_uk(person: Person) -> Dose | None:
    """UK label, adult; both parts of the drug counted together."""
    usual = fixed("1.2", "g")
    return usual if _crcl(person) > 30 else usual.before(fixed("0.6", "g"))


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
    return fixed("500", "mg") if _crcl(person) > 30 else None


def coamoxiclav_us_child(person: Person) -> Dose | None:
    """US label, child, the amoxicillin part of a day, up to the adult's dose."""
    age, weight = number(person, "age"), number(person, "weight")
    if _impaired(person) or not 0 <= age < 18 or not Fraction("0.5") <= weight <= 40:
        return None
    if age < Fraction("0.23"):
        return each(weight, "30", "mg")
    return each(weight, "25", "mg", "45", most="1750")


# Cefalexin


def cefalexin_us(person: Person) -> Dose | None:
    """US label, from fifteen years; nothing where the label reduces."""
    return fixed("250", "mg") if _crcl(person) >= 30 else None


def cefalexin_nice(person: Person) -> Dose | None:
    """NICE, adult, pyelonephritis; nothing where the label reduces."""
    return fixed("500", "mg") if _crcl(person) >= 30 else None


def _cefalexin_child(person: Person, low: str, high: str) -> Dose | None:
    if _impaired(person) or not 1 < number(person, "age") < 15:
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


# Flucloxacillin


def _flucloxacillin(person: Person, dose: Dose) -> Dose | None:
    return dose if _crcl(person) >= 10 else None


def flucloxacillin_iv_usual(person: Person) -> Dose | None:
    """UK label, adult; the kidneys' row below a clearance of ten was not seen."""
    return _flucloxacillin(person, fixed("0.25", "g", "1"))


def flucloxacillin_iv_osteomyelitis(person: Person) -> Dose | None:
    """UK label, adult, osteomyelitis, the most in a day."""
    return _flucloxacillin(person, fixed("8", "g"))


def flucloxacillin_iv_endocarditis(person: Person) -> Dose | None:
    """UK monograph, adult, endocarditis, a day's total by weight."""
    weight = number(person, "weight")
    if not 30 <= weight <= 300:
        return None
    return _flucloxacillin(person, fixed("8", "g") if weight < 85 else fixed("12", "g"))


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
    if _impaired(person) or age < Fraction("0.083") or age > 10:
        return None
    return fixed("62.5", "mg") if age < 2 else fixed("125", "mg")


# Ertapenem


def ertapenem_eu(person: Person) -> Dose | None:
    """EU label, adult; not used in severe impairment or on haemodialysis."""
    return None if _dialysis(person) or _crcl(person) <= 30 else fixed("1", "g")


def ertapenem_us(person: Person) -> Dose | None:
    """US label, adult; half in severe impairment and on haemodialysis."""
    return fixed("0.5", "g") if _dialysis(person) or _crcl(person) <= 30 else fixed("1", "g")


def ertapenem_surgery(person: Person) -> Dose | None:
    """EU label, adult, before colorectal surgery."""
    return fixed("1", "g")


def ertapenem_child(person: Person) -> Dose | None:
    """EU label, child from three months: by weight until thirteen years, with a most of one gram a day."""
    age = number(person, "age")
    if _impaired(person) or not _within(age, "0.25", "18"):
        return None
    return each(number(person, "weight"), "15", "mg", most="500") if age < 13 else fixed("1", "g")


# Aztreonam


def _aztreonam(person: Person, low: str, high: str) -> Dose | None:
    usual, crcl = fixed(low, "g", high), _crcl(person)
    if crcl > 30:
        return usual
    part = 2 if crcl >= 10 else 4
    return usual.before(Dose(usual.low / part, usual.high / part, "g"))


def aztreonam_severe(person: Person) -> Dose | None:
    """US label, adult, severe infection: a load, then half or a quarter."""
    return _aztreonam(person, "2", "2")


def aztreonam_moderate(person: Person) -> Dose | None:
    """US label, adult, moderately severe infection: a load, then half or a quarter."""
    return _aztreonam(person, "1", "2")


def aztreonam_uti(person: Person) -> Dose | None:
    """US label, adult, urinary tract infection; the load of the reduced rows differs from the usual dose."""
    return fixed("0.5", "g", "1") if _crcl(person) > 30 else None


# Ciprofloxacin


def _ciprofloxacin(person: Person, usual: Dose) -> Dose | None:
    if _dialysis(person):
        return fixed("250", "mg", "500")
    crcl = _crcl(person)
    if crcl > 50:
        return usual
    return fixed("250", "mg", "500") if crcl >= 5 else None


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
    """NICE, adult, pyelonephritis; nothing where the label lengthens the interval."""
    return fixed("500", "mg") if _crcl(person) >= 30 else None


# Co-trimoxazole


def cotrimoxazole_lothian(person: Person) -> Dose | None:
    """NHS Lothian with NHS Dumfries and Galloway, adult; both parts of the drug counted together."""
    egfr = number(person, "egfr")
    if egfr < 15:
        return None
    return fixed("480", "mg") if egfr <= 30 else fixed("960", "mg")


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

READINGS: dict[str, Reader] = {name: _covered(reader) for name, reader in _READ.items()}
