"""What a second reader says that labels, guidelines and hospitals give in infection: glycopeptides, aminoglycosides and others."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number

MONTHS = 12
WEEKS_OF_TWELVE_YEARS = Fraction("626")
DAYS_OF_ONE_YEAR = Fraction("365")


def aciclovir_uk(person: Person) -> Dose | None:
    """UK label, encephalitis, adult: the interval grows as clearance falls; the last band is written for dialysis only."""
    return each(number(person, "weight"), "10", "mg") if number(person, "crcl") >= 10 else None


def aciclovir_uk_child(person: Person) -> Dose | None:
    """UK label, encephalitis, child: by weight in the youngest, by surface up to adolescence, by weight after."""
    if person["renal_function"] == "impaired":
        return None
    age = number(person, "age")
    if age * MONTHS < 3:
        return each(number(person, "weight"), "20", "mg")
    if age < 12:
        return each(number(person, "body_surface_area"), "500", "mg")
    return each(number(person, "weight"), "10", "mg")


def amikacin_uk(person: Person) -> Dose | None:
    """UK label, adult with normal clearance: a day's total with its most."""
    return each(number(person, "weight"), "15", "mg", most="1500") if number(person, "crcl") >= 50 else None


def amikacin_uk_child(person: Person) -> Dose | None:
    """UK label, child: a newborn's load and what follows, a child's day, an adolescent's day."""
    if person["renal_function"] == "impaired":
        return None
    weight, age = number(person, "weight"), number(person, "age")
    if age < 4:
        return each(weight, "10", "mg").before(each(weight, "7.5", "mg"))
    if age < WEEKS_OF_TWELVE_YEARS:
        return each(weight, "15", "mg", high="20", most="1500")
    return each(weight, "15", "mg", most="1500")


def amikacin_us(person: Person) -> Dose | None:
    """US label, adult with normal kidneys: a day's total with its most."""
    if person["renal_function"] == "impaired":
        return None
    return each(number(person, "weight"), "15", "mg", most="1500")


def amikacin_us_newborn(person: Person) -> Dose | None:
    """US label, newborn: a load and what follows."""
    weight = number(person, "weight")
    return each(weight, "10", "mg").before(each(weight, "7.5", "mg"))


def benzylpenicillin(person: Person) -> Dose | None:
    """NHS Highland and HSE Ireland, before hospital, all ages."""
    age = number(person, "age")
    if age < 1:
        return fixed("300", "mg")
    return fixed("600", "mg") if age < 10 else fixed("1200", "mg")


def ceftriaxone_grampian(person: Person) -> Dose | None:
    """NHS Grampian, meningitis, adult."""
    return fixed("2", "g")


def ceftriaxone_highland(person: Person) -> Dose | None:
    """NHS Highland, before hospital: by age in whole months and years."""
    age = number(person, "age")
    if age * MONTHS < 2:
        return fixed("250", "mg")
    if age < 1:
        return fixed("500", "mg")
    if age < 5:
        return fixed("1", "g")
    return fixed("1.5", "g") if age < 9 else fixed("2", "g")


def ceftriaxone_us(person: Person) -> Dose | None:
    """US label, adult: a day's total."""
    return fixed("1", "g", high="2")


def ceftriaxone_us_child(person: Person) -> Dose | None:
    """US label, child: a day's total with its most."""
    return each(number(person, "weight"), "50", "mg", high="75", most="2000")


def ceftriaxone_us_child_meningitis(person: Person) -> Dose | None:
    """US label, child with meningitis: a first dose, then the same for a day."""
    dose = each(number(person, "weight"), "100", "mg", most="4000")
    return dose.before(dose)


def dexamethasone(person: Person) -> Dose | None:
    """NHS Grampian, meningitis, adult: counted as base."""
    return fixed("8.3", "mg")


def doxycycline_pneumonia(person: Person) -> Dose | None:
    """NHS Ayrshire and Arran, NHS Lothian: mild pneumonia in an adult."""
    return fixed("200", "mg").before(fixed("100", "mg")) if person["severity"] == "mild" else None


def doxycycline_copd(person: Person) -> Dose | None:
    """NICE, exacerbation in an adult."""
    return fixed("200", "mg").before(fixed("100", "mg"))


def fidaxomicin(person: Person) -> Dose | None:
    """NICE and US label, adult."""
    return fixed("200", "mg")


def fidaxomicin_eu(person: Person) -> Dose | None:
    """EU label, adult: the standard and the extended course."""
    dose = fixed("200", "mg")
    return dose.before(dose) if person["schedule"] == "extended-pulsed" else dose


def fidaxomicin_eu_child(person: Person) -> Dose | None:
    """EU label of the tablets, child from the weight that it names."""
    return fixed("200", "mg") if number(person, "weight") >= Fraction("12.5") else None


def fidaxomicin_us_child(person: Person) -> Dose | None:
    """US label, child: by weight."""
    weight = number(person, "weight")
    if weight < 7:
        return fixed("80", "mg")
    if weight < 9:
        return fixed("120", "mg")
    return fixed("160", "mg") if weight < Fraction("12.5") else fixed("200", "mg")


def gentamicin_hartford(person: Person) -> Dose | None:
    """Hartford, adult: the same dose at a longer interval; nothing below its last band."""
    return each(number(person, "weight"), "7", "mg") if number(person, "crcl") >= 20 else None


def gentamicin_leeds(person: Person) -> Dose | None:
    """Leeds, adult: on ideal weight, within the limit of Hartford."""
    return each(number(person, "ideal_weight"), "7", "mg") if number(person, "crcl") >= 20 else None


def gentamicin_us(person: Person) -> Dose | None:
    """US label, adult with normal kidneys: one dose, or the most of a day where life is threatened."""
    if person["renal_function"] == "impaired":
        return None
    low = "1" if person["severity"] == "serious" else "5"
    return each(number(person, "weight"), low, "mg")


def gentamicin_uk(person: Person) -> Dose | None:
    """UK label, adult with normal kidneys: a day's total."""
    if person["renal_function"] == "impaired":
        return None
    return each(number(person, "weight"), "3", "mg", high="5")


def gentamicin_us_child(person: Person) -> Dose | None:
    """US label, child with normal kidneys: the newborn and the infant, then the child."""
    if person["renal_function"] == "impaired":
        return None
    low = "2.5" if number(person, "age") < DAYS_OF_ONE_YEAR else "2"
    return each(number(person, "weight"), low, "mg", high="2.5")


def gentamicin_uk_child(person: Person) -> Dose | None:
    """UK label, child with normal kidneys after the first month: a day's total."""
    if person["renal_function"] == "impaired":
        return None
    weight = number(person, "weight")
    if number(person, "age") < DAYS_OF_ONE_YEAR:
        return each(weight, "4.5", "mg", high="7.5")
    return each(weight, "3", "mg", high="6")


def gentamicin_highland_newborn(person: Person) -> Dose | None:
    """NHS Highland, newborn: one dose at an interval by age."""
    return each(number(person, "weight"), "5", "mg")


def metronidazole_nice(person: Person) -> Dose | None:
    """NICE, Clostridioides difficile infection of an adult: only where life is threatened."""
    return fixed("500", "mg") if person["life_threatening"] == "present" else None


def metronidazole_uk(person: Person) -> Dose | None:
    """UK label, anaerobic infection, adult."""
    return fixed("500", "mg")


def metronidazole_uk_child(person: Person) -> Dose | None:
    """UK label, anaerobic infection, child: one dose, held at an adult's."""
    return each(number(person, "weight"), "7.5", "mg", most="500")


def nitrofurantoin_nice(person: Person) -> Dose | None:
    """NICE, lower urinary infection, adult who is not pregnant."""
    return fixed("100", "mg") if number(person, "egfr") >= 30 else None


def nitrofurantoin_nice_pregnancy(person: Person) -> Dose | None:
    """NICE, lower urinary infection in pregnancy, not at term."""
    if person["term"] == "at term":
        return None
    return fixed("100", "mg") if number(person, "egfr") >= 45 else None


def nitrofurantoin_hse(person: Person) -> Dose | None:
    """HSE Ireland, lower urinary infection, women who are not pregnant."""
    return fixed("100", "mg") if number(person, "egfr") >= 30 else None


def nitrofurantoin_forth_valley_child(person: Person) -> Dose | None:
    """NHS Forth Valley, child from three months."""
    age = number(person, "age")
    if age * MONTHS < 3:
        return None
    return each(number(person, "weight"), "0.75", "mg") if age < 12 else fixed("50", "mg")


def phenoxymethylpenicillin_nice(person: Person) -> Dose | None:
    """NICE, sore throat, adult: the first of two ways."""
    return fixed("500", "mg")


def tobramycin_us(person: Person) -> Dose | None:
    """US label, adult with normal kidneys: a day's total, or the most of a day where life is threatened."""
    if person["renal_function"] == "impaired":
        return None
    return each(number(person, "weight"), "3" if person["severity"] == "serious" else "5", "mg")


def tobramycin_us_child(person: Person) -> Dose | None:
    """US label, child with normal kidneys: the most of a newborn's day, a child's day."""
    if person["renal_function"] == "impaired":
        return None
    weight = number(person, "weight")
    return each(weight, "4", "mg") if number(person, "age") <= 7 else each(weight, "6", "mg", high="7.5")


def trimethoprim_nice(person: Person) -> Dose | None:
    """NICE, lower urinary infection, adult whose kidneys the label doses in full."""
    return fixed("200", "mg") if number(person, "egfr") > 30 else None


def trimethoprim_uk(person: Person) -> Dose | None:
    """UK label, adult: by kidney function."""
    egfr = number(person, "egfr")
    if egfr > 30:
        return fixed("200", "mg")
    return fixed("100", "mg") if egfr < 15 else fixed("200", "mg").before(fixed("100", "mg"))


def trimethoprim_forth_valley_child(person: Person) -> Dose | None:
    """NHS Forth Valley, child from three months: by weight up to an adult's dose."""
    age = number(person, "age")
    if age * MONTHS < 3:
        return None
    return each(number(person, "weight"), "4", "mg", most="200") if age < 12 else fixed("200", "mg")


def vancomycin_consensus(person: Person) -> Dose | None:
    """Consensus of ASHP, IDSA, PIDS and SIDP, load of a critically ill adult on actual weight."""
    high = "25" if person["obesity"] == "present" else "35"
    return each(number(person, "weight"), "20", "mg", high=high, most="3000")


def vancomycin_ggc(person: Person) -> Dose | None:
    """NHS Greater Glasgow and Clyde, load of an adult by actual weight."""
    weight = number(person, "weight")
    if weight < 35:
        return each(weight, "25", "mg")
    for below, dose in ((45, "1000"), (60, "1500"), (90, "2000"), (120, "2500")):
        if weight < below:
            return fixed(dose, "mg")
    return fixed("3000", "mg")


def vancomycin_us(person: Person) -> Dose | None:
    """US label, adult: the first of two ways, or a first dose by weight where kidneys are impaired."""
    if person["renal_function"] == "impaired":
        return each(number(person, "weight"), "15", "mg")
    return fixed("500", "mg")


def vancomycin_us_child(person: Person) -> Dose | None:
    """US label, child after the first month with normal kidneys."""
    return each(number(person, "weight"), "10", "mg") if person["renal_function"] == "normal" else None


def vancomycin_us_newborn(person: Person) -> Dose | None:
    """US label, newborn: a first dose and what follows."""
    weight = number(person, "weight")
    return each(weight, "15", "mg").before(each(weight, "10", "mg"))


def vancomycin_oral_nice(person: Person) -> Dose | None:
    """NICE, Clostridioides difficile infection, adult."""
    return fixed("500" if person["life_threatening"] == "present" else "125", "mg")


def vancomycin_oral_us(person: Person) -> Dose | None:
    """US label of the capsules, adult."""
    return fixed("125", "mg")


def vancomycin_oral_us_child(person: Person) -> Dose | None:
    """US label of the capsules, child: a day's total with its most."""
    return each(number(person, "weight"), "40", "mg", most="2000")


READINGS: dict[str, Reader] = {
    "aciclovir-iv/uk-label": aciclovir_uk,
    "aciclovir-iv/uk-label-child": aciclovir_uk_child,
    "amikacin-iv/uk-label": amikacin_uk,
    "amikacin-iv/uk-label-child": amikacin_uk_child,
    "amikacin-iv/us-label": amikacin_us,
    "amikacin-iv/us-label-newborn": amikacin_us_newborn,
    "benzylpenicillin-iv-im/highland": benzylpenicillin,
    "benzylpenicillin-iv-im/hse": benzylpenicillin,
    "ceftriaxone-iv/grampian": ceftriaxone_grampian,
    "ceftriaxone-iv/highland": ceftriaxone_highland,
    "ceftriaxone-iv/us-label": ceftriaxone_us,
    "ceftriaxone-iv/us-child": ceftriaxone_us_child,
    "ceftriaxone-iv/us-child-meningitis": ceftriaxone_us_child_meningitis,
    "dexamethasone-iv-meningitis/grampian": dexamethasone,
    "doxycycline-oral/ayrshire-arran-cap": doxycycline_pneumonia,
    "doxycycline-oral/lothian-hap": doxycycline_pneumonia,
    "doxycycline-oral/nice-copd": doxycycline_copd,
    "fidaxomicin-oral/nice": fidaxomicin,
    "fidaxomicin-oral/eu-label": fidaxomicin_eu,
    "fidaxomicin-oral/eu-label-child": fidaxomicin_eu_child,
    "fidaxomicin-oral/us-label": fidaxomicin,
    "fidaxomicin-oral/us-label-child": fidaxomicin_us_child,
    "gentamicin-iv/hartford": gentamicin_hartford,
    "gentamicin-iv/leeds": gentamicin_leeds,
    "gentamicin-iv/us-label": gentamicin_us,
    "gentamicin-iv/uk-label": gentamicin_uk,
    "gentamicin-iv/us-label-child": gentamicin_us_child,
    "gentamicin-iv/uk-label-child": gentamicin_uk_child,
    "gentamicin-iv/highland-newborn": gentamicin_highland_newborn,
    "metronidazole-iv/nice-cdi": metronidazole_nice,
    "metronidazole-iv/uk-label": metronidazole_uk,
    "metronidazole-iv/uk-label-child": metronidazole_uk_child,
    "nitrofurantoin-oral/nice": nitrofurantoin_nice,
    "nitrofurantoin-oral/nice-pregnancy": nitrofurantoin_nice_pregnancy,
    "nitrofurantoin-oral/hse": nitrofurantoin_hse,
    "nitrofurantoin-oral/forth-valley-child": nitrofurantoin_forth_valley_child,
    "phenoxymethylpenicillin-oral/nice": phenoxymethylpenicillin_nice,
    "tobramycin-iv/us-label": tobramycin_us,
    "tobramycin-iv/us-label-child": tobramycin_us_child,
    "trimethoprim-oral/nice": trimethoprim_nice,
    "trimethoprim-oral/uk-label": trimethoprim_uk,
    "trimethoprim-oral/forth-valley-child": trimethoprim_forth_valley_child,
    "vancomycin-iv/consensus-2020": vancomycin_consensus,
    "vancomycin-iv/ggc": vancomycin_ggc,
    "vancomycin-iv/us-label": vancomycin_us,
    "vancomycin-iv/us-label-child": vancomycin_us_child,
    "vancomycin-iv/us-label-newborn": vancomycin_us_newborn,
    "vancomycin-oral/nice": vancomycin_oral_nice,
    "vancomycin-oral/us-label": vancomycin_oral_us,
    "vancomycin-oral/us-label-child": vancomycin_oral_us_child,
}
