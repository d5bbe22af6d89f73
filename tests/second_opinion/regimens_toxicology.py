"""Antidotes, read a second time in their sources, before the files were seen."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number


def _per_kg(person: Person, low: str, unit: str, most: str | None = None, size_most: str | None = None) -> Dose:
    return each(number(person, "weight"), low, unit, most=most, size_most=size_most)


def _is_covered(person: Person, low: str, high: str) -> bool:
    return Fraction(low) <= number(person, "weight") <= Fraction(high)


def _acute(person: Person, acute: Dose, chronic: Dose) -> Dose:
    """Digoxin: the dose of an acute ingestion or that of toxicity during treatment."""
    return acute if person["course"] == "acute ingestion" else chronic


def acetylcysteine_uk(person: Person) -> Dose | None:
    """UK label, adults and children alike: three bags, the weight counted up to its ceiling."""
    first, second, third = (_per_kg(person, size, "mg", size_most="110") for size in ("150", "50", "100"))
    return first.before(second, third)


def acetylcysteine_snap(person: Person) -> Dose | None:
    """Scottish and Newcastle protocol, adults: two bags; lighter ones and those above the cap of the file are not covered."""
    if not _is_covered(person, "40", "110"):
        return None
    return _per_kg(person, "100", "mg").before(_per_kg(person, "200", "mg"))


def acetylcysteine_australia(person: Person) -> Dose | None:
    """Therapeutic Guidelines (Australia), adults: two bags with their maxima."""
    return _per_kg(person, "200", "mg", most="22000").before(_per_kg(person, "100", "mg", most="11000"))


def acetylcysteine_australia_child(person: Person) -> Dose | None:
    """Therapeutic Guidelines (Australia), children: the same two bags, within the weights of the file."""
    return acetylcysteine_australia(person) if _is_covered(person, "2", "110") else None


def acetylcysteine_us(person: Person) -> Dose | None:
    """US label, adults and children from the least weight on: three bags, the weight counted up to its ceiling."""
    if not _is_covered(person, "5", "300"):
        return None
    first, second, third = (_per_kg(person, size, "mg", size_most="100") for size in ("150", "50", "100"))
    return first.before(second, third)


def acetylcysteine_us_two_bag(person: Person) -> Dose | None:
    """US label, the regimen of two bags, for those above forty kilograms."""
    if number(person, "weight") <= 40 or number(person, "weight") > 300:
        return None
    return _per_kg(person, "200", "mg", size_most="100").before(_per_kg(person, "100", "mg", size_most="100"))


def charcoal_uk_adult(person: Person) -> Dose | None:
    """UK label, adult."""
    return fixed("50", "g")


def charcoal_uk_child(person: Person) -> Dose | None:
    """UK label, child below twelve; half a bottle is too much for an infant, whom the file leaves out."""
    return fixed("25", "g") if 1 <= number(person, "age") < 12 else None


def charcoal_msf(person: Person) -> Dose | None:
    """MSF: by weight below one year, then half, then the whole bottle; twelve itself fits both of its bands, here the upper."""
    age = number(person, "age")
    if age < 1:
        return _per_kg(person, "1", "g")
    return fixed("25" if age < 12 else "50", "g")


def dantrolene_first(person: Person) -> Dose | None:
    """MHAUS, and Malignant Hyperthermia Australia and New Zealand: the same first dose."""
    return _per_kg(person, "2.5", "mg")


def dantrolene_us(person: Person) -> Dose | None:
    """US label, adults and children: the least first dose."""
    return _per_kg(person, "1", "mg")


def digoxin_fab_us(person: Person) -> Dose | None:
    """US label, no level and no known amount: acute for all weights, chronic by weight."""
    if not _is_covered(person, "1", "300"):
        return None
    chronic = fixed("1", "vial") if number(person, "weight") < 20 else fixed("6", "vials")
    return _acute(person, fixed("20", "vials"), chronic)


def digoxin_fab_uk_level(person: Person) -> Dose | None:
    """UK manufacturer after TOXBASE: a formula of the level, which a calculator answers; no dose by itself."""
    return None


def digoxin_fab_canada(person: Person) -> Dose | None:
    """Atlantic Canada Poison Centre, adult: compromise after an acute ingestion, or chronic toxicity by the vial."""
    return _acute(person, fixed("2", "vials", "4"), fixed("1", "vial"))


def digoxin_fab_liverpool(person: Person) -> Dose | None:
    """Liverpool Hospital (Sydney), adult."""
    return _acute(person, fixed("2", "vials"), fixed("1", "vial"))


def digoxin_fab_uk_arrest(person: Person) -> Dose | None:
    """UK manufacturer after TOXBASE, cardiac arrest, adults and children by weight."""
    weight = number(person, "weight")
    if not _is_covered(person, "1", "300"):
        return None
    if weight <= 20:
        return fixed("1", "vial")
    return fixed("2" if weight <= 40 else "5", "vials")


def digoxin_fab_canada_arrest(person: Person) -> Dose | None:
    """Atlantic Canada Poison Centre, adult in cardiac arrest."""
    return fixed("10", "vials")


def digoxin_fab_liverpool_arrest(person: Person) -> Dose | None:
    """Liverpool Hospital (Sydney), adult in cardiac arrest."""
    return _acute(person, fixed("5", "vials"), fixed("2", "vials"))


def flumazenil_sedation(person: Person) -> Dose | None:
    """UK and US labels, adult after sedation or anaesthesia: the first dose."""
    return fixed("0.2", "mg")


def flumazenil_sedation_child(person: Person) -> Dose | None:
    """US label, child from one year on, after conscious sedation."""
    return _per_kg(person, "0.01", "mg", most="0.2") if 1 <= number(person, "age") < 18 else None


def flumazenil_overdose_uk(person: Person) -> Dose | None:
    """UK label, adult in intensive care: first dose, then the infusion when drowsiness recurs."""
    return fixed("300", "micrograms").before(fixed("100", "micrograms/h", "400"))


def flumazenil_overdose_us(person: Person) -> Dose | None:
    """US label, adult with an overdose: three sizes in order."""
    return fixed("0.2", "mg").before(fixed("0.3", "mg"), fixed("0.5", "mg"))


def _fomepizole(person: Person, most: str | None = None) -> Dose:
    loading, next_four, later = (_per_kg(person, size, "mg", most=most) for size in ("15", "10", "15"))
    return loading.before(next_four, later)


def fomepizole_quebec_adult(person: Person) -> Dose | None:
    """Quebec Poison Centre, adult: to the weight above which the maximum would count."""
    return _fomepizole(person) if _is_covered(person, "30", "100") else None


def fomepizole_quebec_child(person: Person) -> Dose | None:
    """Quebec Poison Centre, child: every dose has the maximum."""
    return _fomepizole(person, most="1500")


def fomepizole_galway(person: Person) -> Dose | None:
    """Galway, adult: the loading dose of patients who are not on haemodialysis."""
    return _per_kg(person, "15", "mg", most="1650") if person["dialysis"] == "absent" else None


def fomepizole_queensland(person: Person) -> Dose | None:
    """Children's Health Queensland, child: no maximum written."""
    return _fomepizole(person)


def hydroxocobalamin_adult(person: Person) -> Dose | None:
    """UK and EU labels, adult."""
    return fixed("5", "g")


def hydroxocobalamin_child(person: Person) -> Dose | None:
    """UK and EU labels, from birth on."""
    return _per_kg(person, "70", "mg", most="5000")


def lipid_aagbi(person: Person) -> Dose | None:
    """Association of Anaesthetists, adult: bolus, then the infusion."""
    return _per_kg(person, "1.5", "mL").before(_per_kg(person, "15", "mL/h"))


def lipid_asra(person: Person) -> Dose | None:
    """American Society of Regional Anesthesia, adult: fixed volumes above the weight limit, by weight up to it."""
    if not _is_covered(person, "30", "300"):
        return None
    if number(person, "weight") > 70:
        return fixed("100", "mL").before(fixed("200", "mL", "250"))
    return _per_kg(person, "1.5", "mL").before(_per_kg(person, "0.25", "mL/min"))


def naloxone_nasal_us(person: Person) -> Dose | None:
    """US label, any age."""
    return fixed("4", "mg")


def naloxone_nasal_uk(person: Person) -> Dose | None:
    """UK label, from fourteen years on."""
    return fixed("1.8", "mg") if number(person, "age") >= 14 else None


def naloxone_rcem(person: Person) -> Dose | None:
    """Royal College of Emergency Medicine with the National Poisons Information Service, adult."""
    return fixed("100", "micrograms", "200")


def naloxone_label(person: Person) -> Dose | None:
    """UK and US labels, adult with an overdose."""
    return fixed("0.4", "mg", "2")


def naloxone_us_child(person: Person) -> Dose | None:
    """US label: a first dose, and ten times as much without response while that is no more than an adult's largest dose."""
    if not _is_covered(person, "0.5", "150"):
        return None
    first, second = _per_kg(person, "0.01", "mg"), _per_kg(person, "0.1", "mg")
    return first.before(second) if second.high <= 2 else first


def naloxone_german_child(person: Person) -> Dose | None:
    """German leaflet, newborns and children: by weight, and one dose above twenty kilograms."""
    if not _is_covered(person, "0.5", "150"):
        return None
    return _per_kg(person, "0.1", "mg") if number(person, "weight") <= 20 else fixed("2", "mg")


def naloxone_queensland(person: Person) -> Dose | None:
    """Queensland Poisons Information Centre, adult."""
    return fixed("50", "micrograms", "100")


def naloxone_after_anaesthesia(person: Person) -> Dose | None:
    """UK and US labels, adult after anaesthesia."""
    return fixed("0.1", "mg", "0.2")


def naloxone_after_anaesthesia_child(person: Person) -> Dose | None:
    """UK label, child after anaesthesia."""
    return each(number(person, "weight"), "0.01", "mg", high="0.02")


READINGS: dict[str, Reader] = {
    "acetylcysteine-iv/uk-label-adult": acetylcysteine_uk,
    "acetylcysteine-iv/uk-label-child": acetylcysteine_uk,
    "acetylcysteine-iv/snap-adult": acetylcysteine_snap,
    "acetylcysteine-iv/australia-adult": acetylcysteine_australia,
    "acetylcysteine-iv/australia-child": acetylcysteine_australia_child,
    "acetylcysteine-iv/us-label": acetylcysteine_us,
    "acetylcysteine-iv/us-label-two-bag": acetylcysteine_us_two_bag,
    "activated-charcoal-oral/uk-label-adult": charcoal_uk_adult,
    "activated-charcoal-oral/uk-label-child": charcoal_uk_child,
    "activated-charcoal-oral/msf": charcoal_msf,
    "dantrolene-iv/mhaus": dantrolene_first,
    "dantrolene-iv/mhanz": dantrolene_first,
    "dantrolene-iv/us-label": dantrolene_us,
    "digoxin-immune-fab-iv/us-label": digoxin_fab_us,
    "digoxin-immune-fab-iv/uk-level": digoxin_fab_uk_level,
    "digoxin-immune-fab-iv/canada": digoxin_fab_canada,
    "digoxin-immune-fab-iv/liverpool": digoxin_fab_liverpool,
    "digoxin-immune-fab-iv/uk-arrest": digoxin_fab_uk_arrest,
    "digoxin-immune-fab-iv/canada-arrest": digoxin_fab_canada_arrest,
    "digoxin-immune-fab-iv/liverpool-arrest": digoxin_fab_liverpool_arrest,
    "flumazenil-iv/sedation-uk": flumazenil_sedation,
    "flumazenil-iv/sedation-us": flumazenil_sedation,
    "flumazenil-iv/sedation-us-child": flumazenil_sedation_child,
    "flumazenil-iv/overdose-uk": flumazenil_overdose_uk,
    "flumazenil-iv/overdose-us": flumazenil_overdose_us,
    "fomepizole-iv/quebec-adult": fomepizole_quebec_adult,
    "fomepizole-iv/quebec-child": fomepizole_quebec_child,
    "fomepizole-iv/galway": fomepizole_galway,
    "fomepizole-iv/queensland-child": fomepizole_queensland,
    "hydroxocobalamin-iv-cyanide/adult": hydroxocobalamin_adult,
    "hydroxocobalamin-iv-cyanide/child": hydroxocobalamin_child,
    "lipid-emulsion-iv/aagbi": lipid_aagbi,
    "lipid-emulsion-iv/asra": lipid_asra,
    "naloxone-intranasal/us-label": naloxone_nasal_us,
    "naloxone-intranasal/uk-label": naloxone_nasal_uk,
    "naloxone-iv/rcem": naloxone_rcem,
    "naloxone-iv/uk-label": naloxone_label,
    "naloxone-iv/us-label": naloxone_label,
    "naloxone-iv/us-label-child": naloxone_us_child,
    "naloxone-iv/german-label-child": naloxone_german_child,
    "naloxone-iv/queensland": naloxone_queensland,
    "naloxone-iv/after-anaesthesia-uk": naloxone_after_anaesthesia,
    "naloxone-iv/after-anaesthesia-uk-child": naloxone_after_anaesthesia_child,
    "naloxone-iv/after-anaesthesia-us": naloxone_after_anaesthesia,
}
