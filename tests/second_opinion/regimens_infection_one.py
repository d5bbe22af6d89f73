"""What a second reader says that labels, guidelines and hospitals give in infection: glycopeptides, aminoglycosides and others."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number

MONTHS = 12
WEEKS_OF_THIRTEEN_YEARS = Fraction("678")
DAYS_OF_ONE_YEAR = Fraction("365")
TWO_MONTHS = Fraction("0.17")


def within(reader: Reader, name: str, first: str, last: str, open_end: bool = False) -> Reader:
    """A reader that gives nothing to a person outside of what the group covers; an open end is not covered itself."""

    def read(person: Person) -> Dose | None:
        value = number(person, name)
        outside = value < Fraction(first) or value > Fraction(last) or (open_end and value == Fraction(last))
        return None if outside else reader(person)

    return read


def aciclovir_uk(person: Person) -> Dose | None:
    """UK label, encephalitis, adult: the interval grows as clearance falls; the last band is written for dialysis only."""
    return each(number(person, "weight"), "10", "mg") if number(person, "crcl") > 10 else None


def aciclovir_uk_child(person: Person) -> Dose | None:
    """UK label, encephalitis, child: by weight in the youngest, by surface up to adolescence, by weight after."""
    if person["renal_function"] == "impaired":
        return None
    age = number(person, "age")
    if age * MONTHS < 3:
        return each(number(person, "weight"), "20", "mg")
    if age < 13:
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
    if age < WEEKS_OF_THIRTEEN_YEARS:
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
    if age < TWO_MONTHS:
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
    """EU label, child: granules in the two bands that were read, tablets from the weight that it names."""
    weight = number(person, "weight")
    if weight >= Fraction("12.5"):
        return fixed("200", "mg")
    if weight >= 9:
        return None
    return fixed("120", "mg") if weight >= 7 else fixed("80", "mg")


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
    """UK label, adult with normal kidneys: a day's total on ideal weight."""
    if person["renal_function"] == "impaired":
        return None
    return each(number(person, "ideal_weight"), "3", "mg", high="5")


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
    """UK label, anaerobic infection, child: one dose, held at an adult's; in the youngest no weight reaches it."""
    return each(number(person, "weight"), "7.5", "mg", most="500" if number(person, "age") > 8 else None)


def nitrofurantoin_nice(person: Person) -> Dose | None:
    """NICE, lower urinary infection, adult who is not pregnant; the band of caution is left to a microbiologist."""
    return fixed("100", "mg") if number(person, "egfr") >= 45 else None


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
    return each(number(person, "weight"), "0.75", "mg", most="50") if age < 12 else fixed("50", "mg")


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
    """US label, adult: one of two ways, or a first dose by weight where kidneys are impaired."""
    if person["renal_function"] == "impaired":
        return each(number(person, "weight"), "15", "mg")
    return fixed("1", "g")


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
    "aciclovir-iv/uk-label": within(aciclovir_uk, "crcl", "0", "300"),
    "aciclovir-iv/uk-label-child": within(aciclovir_uk_child, "age", "0", "18", open_end=True),
    "amikacin-iv/uk-label": within(amikacin_uk, "crcl", "0", "300"),
    "amikacin-iv/uk-label-child": within(amikacin_uk_child, "age", "0", "939", open_end=True),
    "amikacin-iv/us-label": amikacin_us,
    "amikacin-iv/us-label-newborn": within(amikacin_us_newborn, "age", "0", "4", open_end=True),
    "benzylpenicillin-iv-im/highland": within(benzylpenicillin, "age", "0", "120"),
    "benzylpenicillin-iv-im/hse": within(benzylpenicillin, "age", "0", "120"),
    "ceftriaxone-iv/grampian": ceftriaxone_grampian,
    "ceftriaxone-iv/highland": within(ceftriaxone_highland, "age", "0", "120"),
    "ceftriaxone-iv/us-label": ceftriaxone_us,
    "ceftriaxone-iv/us-child": within(ceftriaxone_us_child, "age", "0.08", "18", open_end=True),
    "ceftriaxone-iv/us-child-meningitis": within(ceftriaxone_us_child_meningitis, "age", "0.08", "18", open_end=True),
    "dexamethasone-iv-meningitis/grampian": dexamethasone,
    "doxycycline-oral/ayrshire-arran-cap": doxycycline_pneumonia,
    "doxycycline-oral/lothian-hap": doxycycline_pneumonia,
    "doxycycline-oral/nice-copd": doxycycline_copd,
    "fidaxomicin-oral/nice": fidaxomicin,
    "fidaxomicin-oral/eu-label": fidaxomicin_eu,
    "fidaxomicin-oral/eu-label-child": within(fidaxomicin_eu_child, "weight", "4", "200"),
    "fidaxomicin-oral/us-label": fidaxomicin,
    "fidaxomicin-oral/us-label-child": within(fidaxomicin_us_child, "weight", "4", "200"),
    "gentamicin-iv/hartford": within(gentamicin_hartford, "crcl", "0", "300"),
    "gentamicin-iv/leeds": within(gentamicin_leeds, "crcl", "0", "300"),
    "gentamicin-iv/us-label": gentamicin_us,
    "gentamicin-iv/uk-label": gentamicin_uk,
    "gentamicin-iv/us-label-child": within(gentamicin_us_child, "age", "0", "6574", open_end=True),
    "gentamicin-iv/uk-label-child": within(gentamicin_uk_child, "age", "29", "6574", open_end=True),
    "gentamicin-iv/highland-newborn": within(gentamicin_highland_newborn, "age", "0", "28"),
    "metronidazole-iv/nice-cdi": metronidazole_nice,
    "metronidazole-iv/uk-label": metronidazole_uk,
    "metronidazole-iv/uk-label-child": within(metronidazole_uk_child, "age", "0", "678", open_end=True),
    "nitrofurantoin-oral/nice": within(nitrofurantoin_nice, "egfr", "0", "300"),
    "nitrofurantoin-oral/nice-pregnancy": within(nitrofurantoin_nice_pregnancy, "egfr", "0", "300"),
    "nitrofurantoin-oral/hse": within(nitrofurantoin_hse, "egfr", "0", "300"),
    "nitrofurantoin-oral/forth-valley-child": within(
        nitrofurantoin_forth_valley_child, "age", "0", "16", open_end=True
    ),
    "phenoxymethylpenicillin-oral/nice": phenoxymethylpenicillin_nice,
    "tobramycin-iv/us-label": tobramycin_us,
    "tobramycin-iv/us-label-child": within(tobramycin_us_child, "age", "0", "6574", open_end=True),
    "trimethoprim-oral/nice": within(trimethoprim_nice, "egfr", "0", "300"),
    "trimethoprim-oral/uk-label": within(trimethoprim_uk, "egfr", "0", "300"),
    "trimethoprim-oral/forth-valley-child": within(trimethoprim_forth_valley_child, "age", "0", "16", open_end=True),
    "vancomycin-iv/consensus-2020": vancomycin_consensus,
    "vancomycin-iv/ggc": within(vancomycin_ggc, "weight", "25", "300"),
    "vancomycin-iv/us-label": vancomycin_us,
    "vancomycin-iv/us-label-child": within(vancomycin_us_child, "age", "0.08", "18", open_end=True),
    "vancomycin-iv/us-label-newborn": within(vancomycin_us_newborn, "age", "0", "29"),
    "vancomycin-oral/nice": vancomycin_oral_nice,
    "vancomycin-oral/us-label": vancomycin_oral_us,
    "vancomycin-oral/us-label-child": vancomycin_oral_us_child,
}
