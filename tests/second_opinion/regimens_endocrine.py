"""Endocrine emergencies and thyroid replacement, read a second time in their sources, before the files were seen."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number

NEWBORN = Fraction("0.0767")
"""Twenty-eight days in years, to four places: whom the sources of children leave to neonatal texts."""
MONTH = Fraction("0.0833")
"""A month in years, to four places."""


def _by_age(person: Person, *bands: tuple[str, Dose]) -> Dose:
    """The dose of the first band whose upper age, not itself in the band, lies above the person's age."""
    return next(dose for end, dose in bands if number(person, "age") < Fraction(end))


def _up_to(weight: Fraction, *bands: tuple[str, Dose]) -> Dose:
    """The dose of the first band whose upper weight, itself in the band, is not below the person's weight."""
    return next(dose for end, dose in bands if weight <= Fraction(end))


def _is_covered(size: Fraction, low: str, high: str) -> bool:
    """Whether the file takes the size at all."""
    return Fraction(low) <= size <= Fraction(high)


def _low_potassium(person: Person) -> bool:
    """Potassium below the limit under which insulin is not begun."""
    return number(person, "potassium") < Fraction("3.5")


def _milligram(*, of: str) -> Dose:
    return fixed(of, "mg")


def mkuh_glucagon(person: Person) -> Dose | None:
    """Milton Keynes, adult without venous access."""
    return fixed("1", "mg")


def devon_glucagon_child(person: Person) -> Dose | None:
    """South and West Devon Formulary (current page), child from a month on: half a kit if young and light, else the whole."""
    age, weight = number(person, "age"), number(person, "weight")
    if age < MONTH or not _is_covered(weight, "0.3", "200"):
        return None
    return fixed("500", "micrograms") if age < 9 and weight < 25 else fixed("1", "mg")


def ihsg_glucagon(person: Person) -> Dose | None:
    """International Hypoglycaemia Study Group, adult."""
    return fixed("1", "mg")


def mkuh_hypo(person: Person) -> Dose | None:
    """Milton Keynes, adult: both volumes hold the same glucose."""
    return fixed("20", "g")


def ihsg_hypo(person: Person) -> Dose | None:
    """International Hypoglycaemia Study Group, adult, intravenous glucose."""
    return fixed("10", "g", "25")


def rcuk_hypo_child(person: Person) -> Dose | None:
    """Resuscitation Council UK, child beyond the newborn period: millilitres of the weaker solution by weight."""
    return None if number(person, "age") < NEWBORN else each(number(person, "weight"), "2", "mL")


def qch_hypo_child(person: Person) -> Dose | None:
    """Children's Health Queensland, child in an emergency department beyond the newborn period."""
    return None if number(person, "age") < NEWBORN else each(number(person, "weight"), "2", "mL")


def jbds_dka_glucose(person: Person) -> Dose | None:
    """Joint British Diabetes Societies, adult ketoacidosis: beside saline once glucose is below the limit, and no hypoglycaemia."""
    return fixed("125", "mL/h") if 4 <= number(person, "glucose") < 14 else None


def mkuh_hhs_glucose(person: Person) -> Dose | None:
    """Milton Keynes, adult hyperosmolar state: beside saline once glucose is below the limit, and no hypoglycaemia."""
    return fixed("125", "mL/h") if 4 <= number(person, "glucose") < 14 else None


def mkuh_oral(person: Person) -> Dose | None:
    """Milton Keynes, adult who can swallow."""
    return fixed("15", "g", "20")


def ihsg_oral(person: Person) -> Dose | None:
    """International Hypoglycaemia Study Group, adult who can swallow."""
    return fixed("15", "g", "20")


def ada_oral(person: Person) -> Dose | None:
    """American Diabetes Association, adult who can swallow."""
    return fixed("15", "g")


def nhsggc_infusion(person: Person) -> Dose | None:
    """Greater Glasgow and Clyde, child after the opening dose: total of a day by weight, upper ends in their band."""
    if not _is_covered(number(person, "weight"), "2.5", "200"):
        return None
    bands = [("10", "25"), ("20", "50"), ("40", "100"), ("70", "150"), ("1000", "200")]
    return _up_to(number(person, "weight"), *((end, _milligram(of=day)) for end, day in bands))


def nhsggc_infusion_surgery(person: Person) -> Dose | None:
    """Greater Glasgow and Clyde, child in major surgery: rate of the syringe by weight, upper ends in their band."""
    if not _is_covered(number(person, "weight"), "2.5", "70"):
        return None
    bands = [("10", "1"), ("20", "2"), ("40", "4"), ("70", "6")]
    return _up_to(number(person, "weight"), *((end, fixed(rate, "mL/h")) for end, rate in bands))


def sfe_crisis(person: Person) -> Dose | None:
    """Society for Endocrinology, adult: at once, then the total of a day."""
    return _milligram(of="100").before(_milligram(of="200"))


def sfe_crisis_pregnancy(person: Person) -> Dose | None:
    """Society for Endocrinology, pregnancy: the same."""
    return _milligram(of="100").before(_milligram(of="200"))


def bsped_crisis(person: Person) -> Dose | None:
    """British Society for Paediatric Endocrinology and Diabetes, child by age in whole years."""
    bands = [("1", "25"), ("6", "50"), ("18", "100")]
    return _by_age(person, *((end, _milligram(of=dose)) for end, dose in bands))


def endo_crisis_child(person: Person) -> Dose | None:
    """Endocrine Society, child by body surface with its maximum."""
    return each(number(person, "body_surface_area"), "50", "mg", most="100")


def highland_surgery(person: Person) -> Dose | None:
    """Highland (Association of Anaesthetists), adult under anaesthesia: at induction, then the total of a day."""
    return _milligram(of="100").before(_milligram(of="200"))


def nhsggc_surgery_child(person: Person) -> Dose | None:
    """Greater Glasgow and Clyde, child at induction; newborns by corrected age take twice as much by weight."""
    if number(person, "age") < NEWBORN:
        return each(number(person, "weight"), "4", "mg")
    return each(number(person, "weight"), "2", "mg", most="100")


def highland_labour(person: Person) -> Dose | None:
    """Highland, labour: at its onset, then the total of a day."""
    return _milligram(of="100").before(_milligram(of="200"))


def hydrocortisone_ata(person: Person) -> Dose | None:
    """American Thyroid Association, adult in storm: load, then each repeat."""
    return _milligram(of="300").before(_milligram(of="100"))


def hydrocortisone_rcem(person: Person) -> Dose | None:
    """Royal College of Emergency Medicine teaching, adult in storm."""
    return _milligram(of="200")


def hydrocortisone_taem(person: Person) -> Dose | None:
    """Review of the year 2010, adult in storm."""
    return _milligram(of="100")


def consensus_dka_sc(person: Person) -> Dose | None:
    """Consensus of the year 2024, adult, mild or moderate ketoacidosis: hourly; held at low potassium."""
    if person["severity"] == "severe" or _low_potassium(person):
        return None
    return each(number(person, "weight"), "0.1", "units")


def jbds_dka(person: Person) -> Dose | None:
    """Joint British Diabetes Societies, adult: fixed rate, then half; senior decision at low potassium."""
    if _low_potassium(person):
        return None
    weight = number(person, "weight")
    return each(weight, "0.1", "units/h").before(each(weight, "0.05", "units/h"))


def consensus_dka(person: Person) -> Dose | None:
    """Consensus of the year 2024, adult: fixed rate, then half; held at low potassium."""
    return jbds_dka(person)


def ispad_dka(person: Person) -> Dose | None:
    """ISPAD, child, after fluids."""
    return each(number(person, "weight"), "0.05", "units/h", "0.1")


def rcem_dka_child(person: Person) -> Dose | None:
    """Royal College of Emergency Medicine teaching, child: either of two rates."""
    return each(number(person, "weight"), "0.05", "units/h", "0.1")


def jbds_hhs(person: Person) -> Dose | None:
    """Joint British Diabetes Societies, adult hyperosmolar state: with ketonaemia at once, else when fluids no longer help.

    Above the ketones of the definition it is ketoacidosis and not this state.
    """
    ketones = number(person, "ketones")
    if ketones > 3 or (ketones <= 1 and person["glucose_with_fluids"] == "still falling"):
        return None
    return each(number(person, "weight"), "0.05", "units/h")


def consensus_hhs(person: Person) -> Dose | None:
    """Consensus of the year 2024, adult hyperosmolar state; held at low potassium."""
    return None if _low_potassium(person) else each(number(person, "weight"), "0.05", "units/h")


def levothyroxine_us_label(person: Person) -> Dose | None:
    """US label, adult in myxoedema coma: load, then each day."""
    return fixed("300", "micrograms", "500").before(fixed("50", "micrograms", "100"))


def nice_start(person: Person) -> Dose | None:
    """NICE, adult with primary hypothyroidism: by weight under the age limit without heart disease, else a low start."""
    if number(person, "age") < 65 and person["cardiovascular_disease"] == "absent":
        return each(number(person, "weight"), "1.6", "micrograms")
    return fixed("25", "micrograms", "50")


def propranolol_iv_rcem(person: Person) -> Dose | None:
    """Royal College of Emergency Medicine teaching, adult in storm: one injection."""
    return fixed("1", "mg")


def propranolol_ata(person: Person) -> Dose | None:
    """American Thyroid Association, adult in storm."""
    return fixed("60", "mg", "80")


def propranolol_taem(person: Person) -> Dose | None:
    """Review of the year 2010, adult in storm."""
    return fixed("40", "mg", "80")


def propylthiouracil_ata(person: Person) -> Dose | None:
    """American Thyroid Association, adult in storm: load, then each repeat."""
    return fixed("500", "mg", "1000").before(fixed("250", "mg"))


def propylthiouracil_rcem(person: Person) -> Dose | None:
    """Royal College of Emergency Medicine teaching, adult in storm: each of the day's doses."""
    return fixed("150", "mg", "300")


def propylthiouracil_uk_label(person: Person) -> Dose | None:
    """UK label, thyrotoxic crisis: two hundred milligrams, again every four to six hours on the first day."""
    return fixed("200", "mg")


def propylthiouracil_taem(person: Person) -> Dose | None:
    """Review of the year 2010, adult in storm: load, then each repeat."""
    return fixed("600", "mg").before(fixed("200", "mg", "250"))


def jbds_dka_fluid(person: Person) -> Dose | None:
    """Joint British Diabetes Societies, adult: a bolus at low pressure, else litre after litre."""
    if number(person, "systolic") < 90:
        return fixed("500", "mL")
    litre = fixed("1000", "mL")
    return litre.before(*[litre] * 5)


def consensus_fluid(person: Person) -> Dose | None:
    """Consensus of the year 2024, adult in either crisis: the first hours."""
    return fixed("500", "mL/h", "1000")


def rcem_dka_child_fluid(person: Person) -> Dose | None:
    """Royal College of Emergency Medicine teaching, child not in shock; texts disagree on shock."""
    return None if person["shock"] == "present" else each(number(person, "weight"), "10", "mL")


def jbds_hhs_fluid(person: Person) -> Dose | None:
    """Joint British Diabetes Societies, adult hyperosmolar state: the first hour, then by the hour."""
    return fixed("1000", "mL").before(fixed("500", "mL/h", "1000"))


def rcp_adrenal_fluid(person: Person) -> Dose | None:
    """Royal College of Physicians box, adult: resuscitation, then the day's rehydration."""
    return fixed("500", "mL").before(fixed("3000", "mL", "4000"))


def endo_adrenal_fluid(person: Person) -> Dose | None:
    """Endocrine Society, adult: the first hour."""
    return fixed("1000", "mL")


def nhsggc_adrenal_child_fluid(person: Person) -> Dose | None:
    """Greater Glasgow and Clyde, child in shock or much dehydrated."""
    return each(number(person, "weight"), "10", "mL")


def thiamazole_ata(person: Person) -> Dose | None:
    """American Thyroid Association, adult in storm: the total of a day."""
    return fixed("60", "mg", "80")


def thiamazole_deleo(person: Person) -> Dose | None:
    """De Leo and colleagues, adult in storm: each of the day's doses."""
    return fixed("20", "mg")


def thiamazole_taem(person: Person) -> Dose | None:
    """Review of the year 2010, adult in storm: each dose."""
    return fixed("20", "mg", "30")


READINGS: dict[str, Reader] = {
    "glucagon-im/mkuh-glucagon": mkuh_glucagon,
    "glucagon-im/devon-glucagon-child": devon_glucagon_child,
    "glucagon-im/ihsg-glucagon": ihsg_glucagon,
    "glucose-iv/mkuh-hypo": mkuh_hypo,
    "glucose-iv/ihsg-hypo": ihsg_hypo,
    "glucose-iv/rcuk-hypo-child": rcuk_hypo_child,
    "glucose-iv/qch-hypo-child": qch_hypo_child,
    "glucose-iv/jbds-dka-glucose": jbds_dka_glucose,
    "glucose-iv/mkuh-hhs-glucose": mkuh_hhs_glucose,
    "glucose-oral/mkuh-oral": mkuh_oral,
    "glucose-oral/ihsg-oral": ihsg_oral,
    "glucose-oral/ada-oral": ada_oral,
    "hydrocortisone-iv-infusion/nhsggc-infusion": nhsggc_infusion,
    "hydrocortisone-iv-infusion/nhsggc-infusion-surgery": nhsggc_infusion_surgery,
    "hydrocortisone-iv/sfe-crisis": sfe_crisis,
    "hydrocortisone-iv/sfe-crisis-pregnancy": sfe_crisis_pregnancy,
    "hydrocortisone-iv/bsped-crisis": bsped_crisis,
    "hydrocortisone-iv/endo-crisis-child": endo_crisis_child,
    "hydrocortisone-iv/highland-surgery": highland_surgery,
    "hydrocortisone-iv/nhsggc-surgery-child": nhsggc_surgery_child,
    "hydrocortisone-iv/highland-labour": highland_labour,
    "hydrocortisone-iv/ata-storm": hydrocortisone_ata,
    "hydrocortisone-iv/rcem-storm": hydrocortisone_rcem,
    "hydrocortisone-iv/taem-storm": hydrocortisone_taem,
    "insulin-rapid-acting-sc-dka/consensus-dka-sc": consensus_dka_sc,
    "insulin-soluble-iv/jbds-dka": jbds_dka,
    "insulin-soluble-iv/consensus-dka": consensus_dka,
    "insulin-soluble-iv/ispad-dka": ispad_dka,
    "insulin-soluble-iv/rcem-dka-child": rcem_dka_child,
    "insulin-soluble-iv/jbds-hhs": jbds_hhs,
    "insulin-soluble-iv/consensus-hhs": consensus_hhs,
    "levothyroxine-iv/us-label": levothyroxine_us_label,
    "levothyroxine-oral/nice-start": nice_start,
    "propranolol-iv/rcem-storm": propranolol_iv_rcem,
    "propranolol-oral/ata-storm": propranolol_ata,
    "propranolol-oral/taem-storm": propranolol_taem,
    "propylthiouracil-oral/ata-storm": propylthiouracil_ata,
    "propylthiouracil-oral/rcem-storm": propylthiouracil_rcem,
    "propylthiouracil-oral/uk-label": propylthiouracil_uk_label,
    "propylthiouracil-oral/taem-storm": propylthiouracil_taem,
    "sodium-chloride-iv-endocrine/jbds-dka-fluid": jbds_dka_fluid,
    "sodium-chloride-iv-endocrine/consensus-dka-fluid": consensus_fluid,
    "sodium-chloride-iv-endocrine/rcem-dka-child-fluid": rcem_dka_child_fluid,
    "sodium-chloride-iv-endocrine/jbds-hhs-fluid": jbds_hhs_fluid,
    "sodium-chloride-iv-endocrine/consensus-hhs-fluid": consensus_fluid,
    "sodium-chloride-iv-endocrine/rcp-adrenal-fluid": rcp_adrenal_fluid,
    "sodium-chloride-iv-endocrine/endo-adrenal-fluid": endo_adrenal_fluid,
    "sodium-chloride-iv-endocrine/nhsggc-adrenal-child-fluid": nhsggc_adrenal_child_fluid,
    "thiamazole-oral/ata-storm": thiamazole_ata,
    "thiamazole-oral/deleo-storm": thiamazole_deleo,
    "thiamazole-oral/taem-storm": thiamazole_taem,
}
