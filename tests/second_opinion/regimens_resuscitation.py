"""Resuscitation and critical care: what a second reader says that labels and guidelines give, from the sources alone."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number

NEWBORN = Fraction(28) / Fraction("365.25")
HEAVIEST = Fraction(250)
"""Beyond this weight nothing is covered."""


def adenosine_uk_adult(person: Person) -> Dose | None:
    """UK label: adults, three rising boluses."""
    return fixed("3", "mg").before(fixed("6", "mg"), fixed("12", "mg"))


def adenosine_us_adult(person: Person) -> Dose | None:
    """US label: adults, one bolus and then the double twice."""
    return fixed("6", "mg").before(fixed("12", "mg"), fixed("12", "mg"))


def adenosine_us_child(person: Person) -> Dose | None:
    """US label: children by weight, the adult dose from fifty kilograms."""
    if number(person, "weight") > HEAVIEST:
        return None
    if number(person, "weight") >= 50:
        return adenosine_us_adult(person)
    return each(number(person, "weight"), "0.05", "mg", high="0.1", most="12")


def adenosine_aha_child(person: Person) -> Dose | None:
    """American Heart Association: children, first and second dose with their maxima."""
    weight = number(person, "weight")
    return each(weight, "0.1", "mg", most="6").before(each(weight, "0.2", "mg", most="12"))


def adrenaline_periop(person: Person) -> Dose | None:
    """Resuscitation Council UK: perioperative anaphylaxis, by weight in children under twelve."""
    if number(person, "age") < 12:
        return each(number(person, "weight"), "1", "micrograms")
    return fixed("50", "micrograms")


def adrenaline_refractory(person: Person) -> Dose | None:
    """Resuscitation Council UK: infusion in refractory anaphylaxis, of the dilute solution, any age."""
    return each(number(person, "weight"), "0.5", "mL/h", high="1")


def adrenaline_arrest_adult(person: Person) -> Dose | None:
    """Resuscitation Council UK and American Heart Association: adults in cardiac arrest."""
    return fixed("1", "mg")


def adrenaline_arrest_child(person: Person) -> Dose | None:
    """Resuscitation Council UK and American Heart Association: children in cardiac arrest, up to the adult dose."""
    return each(number(person, "weight"), "0.01", "mg", most="1")


def adrenaline_newborn(person: Person) -> Dose | None:
    """Resuscitation Council UK: the newborn at birth."""
    return each(number(person, "weight"), "20", "micrograms")


def adrenaline_cardiac_surgery(person: Person) -> Dose | None:
    """UK label: adults in arrest after cardiac surgery."""
    return fixed("50", "micrograms", high="100")


def adrenaline_septic_shock(person: Person) -> Dose | None:
    """US label: adults with hypotension of septic shock."""
    return each(number(person, "weight"), "0.05", "micrograms/min", high="2")


def amiodarone_arrest_adult(person: Person) -> Dose | None:
    """Resuscitation Council UK and American Heart Association: adults, after shocks."""
    return fixed("300", "mg").before(fixed("150", "mg"))


def amiodarone_arrest_rcuk_child(person: Person) -> Dose | None:
    """Resuscitation Council UK: children, after the third and the fifth shock."""
    weight = number(person, "weight")
    return each(weight, "5", "mg", most="300").before(each(weight, "5", "mg", most="150"))


def amiodarone_arrest_aha_child(person: Person) -> Dose | None:
    """American Heart Association: children, each dose with the same maximum."""
    return each(number(person, "weight"), "5", "mg", most="300")


def amiodarone_tachycardia_rcuk(person: Person) -> Dose | None:
    """Resuscitation Council UK: adults with a pulse, stable or not, then a day's infusion."""
    return fixed("300", "mg").before(fixed("900", "mg"))


def amiodarone_tachycardia_us(person: Person) -> Dose | None:
    """US label: adults, three infusions of the first day."""
    return fixed("150", "mg").before(fixed("360", "mg"), fixed("540", "mg"))


def amiodarone_tachycardia_uk(person: Person) -> Dose | None:
    """UK label: adults, the standard first infusion by weight, as long as it keeps to the most of a day."""
    infusion = each(number(person, "weight"), "5", "mg")
    return infusion if infusion.high <= 1200 else None


def atropine_uk_adult(person: Person) -> Dose | None:
    """Resuscitation Council UK and UK label: adults with bradycardia."""
    return fixed("0.5", "mg")


def atropine_uk_child(person: Person) -> Dose | None:
    """UK label: children over three kilograms, a single dose."""
    weight = number(person, "weight")
    return each(weight, "0.02", "mg", most="0.6") if 3 < weight <= HEAVIEST else None


def atropine_aha_adult(person: Person) -> Dose | None:
    """American Heart Association: adults with bradycardia."""
    return fixed("1", "mg")


def atropine_aha_child(person: Person) -> Dose | None:
    """American Heart Association: children, between the least and the largest single dose."""
    return each(number(person, "weight"), "0.02", "mg", least="0.1", most="0.5")


def bolus_nice_adult(person: Person) -> Dose | None:
    """NICE: adults who need fluid resuscitation."""
    return fixed("500", "mL")


def bolus_child(person: Person) -> Dose | None:
    """Resuscitation Council UK: children who need fluid resuscitation, and children in anaphylaxis."""
    return each(number(person, "weight"), "10", "mL")


def bolus_nice_child(person: Person) -> Dose | None:
    """NICE: children past the first four weeks; it treats newborn babies apart, with figures that were not found."""
    return bolus_child(person) if NEWBORN <= number(person, "age") < 16 else None


def anaphylaxis_fluid_adult(person: Person) -> Dose | None:
    """Resuscitation Council UK: adults in anaphylaxis, in theatre or elsewhere."""
    return fixed("500", "mL", high="1000")


def anaphylaxis_fluid_periop_child(person: Person) -> Dose | None:
    """Resuscitation Council UK: children in perioperative anaphylaxis, as an adult from twelve years."""
    if number(person, "age") >= 12:
        return anaphylaxis_fluid_adult(person)
    return each(number(person, "weight"), "20", "mL")


def sepsis_fluid_nice_adult(person: Person) -> Dose | None:
    """NICE: one bolus from sixteen years."""
    return fixed("250", "mL")


def sepsis_fluid_nice_child(person: Person) -> Dose | None:
    """NICE: by weight under sixteen years, as an adult from then on."""
    if number(person, "age") < 16:
        return each(number(person, "weight"), "10", "mL", most="250")
    return sepsis_fluid_nice_adult(person)


def sepsis_fluid_ssc(person: Person) -> Dose | None:
    """Surviving Sepsis Campaign: adults, the least volume of the first hours."""
    return each(number(person, "weight"), "30", "mL")


def hydrocortisone_ssc(person: Person) -> Dose | None:
    """Surviving Sepsis Campaign: adults with a lasting need of vasopressors, a day's total."""
    return fixed("200", "mg")


def lidocaine_rcuk_adult(person: Person) -> Dose | None:
    """Resuscitation Council UK: adults, instead of amiodarone."""
    return fixed("100", "mg").before(fixed("50", "mg"))


def lidocaine_aha_adult(person: Person) -> Dose | None:
    """American Heart Association: adults by weight, then half."""
    weight = number(person, "weight")
    return each(weight, "1", "mg", high="1.5").before(each(weight, "0.5", "mg", high="0.75"))


def lidocaine_aha_child(person: Person) -> Dose | None:
    """American Heart Association: children by weight, up to the largest dose of the table."""
    return each(number(person, "weight"), "1", "mg", most="100")


def lidocaine_us(person: Person) -> Dose | None:
    """US label: adults up to seventy years with a normal flow through the liver; no figure for the halved load."""
    if number(person, "age") > 70 or person["liver_flow"] != "normal":
        return None
    return fixed("50", "mg", high="100").before(fixed("1", "mg/min", high="4"))


def maintenance_adult(person: Person) -> Dose | None:
    """NICE: adults, water of a day."""
    return each(number(person, "weight"), "25", "mL", high="30")


def maintenance_child(person: Person) -> Dose | None:
    """NICE with Holliday and Segar: children past the first four weeks, up to the first step of weight.

    Above it the sum of the steps is left to the calculator of maintenance fluid; the rule is only told.
    """
    weight = number(person, "weight")
    if not NEWBORN <= number(person, "age") < 16 or weight > 10:
        return None
    return each(weight, "100", "mL", most="1000")


def noradrenaline_uk(person: Person) -> Dose | None:
    """UK label: adults, first rate as base for seventy kilograms."""
    return fixed("0.4", "mg/h", high="0.8")


def noradrenaline_us(person: Person) -> Dose | None:
    """US label: adults, first rate as base and the usual rate after it."""
    return fixed("8", "micrograms/min", high="12").before(fixed("2", "micrograms/min", high="4"))


def nothing(person: Person) -> Dose | None:
    """UK label of noradrenaline and EU label of vasopressin in children; British gastroenterologists on tranexamic acid: no dose."""
    return None


def tranexamic_once(person: Person) -> Dose | None:
    """South East Scotland, adults after trauma; World Health Organization, after birth: the first dose."""
    return fixed("1", "g")


def tranexamic_rcpch(person: Person) -> Dose | None:
    """Royal College of Paediatrics and Child Health: children after trauma, load and infusion."""
    weight = number(person, "weight")
    return each(weight, "15", "mg", most="1000").before(each(weight, "2", "mg/h", most="125"))


def tranexamic_crash(person: Person) -> Dose | None:
    """Médecins Sans Frontières after the trial: adults after trauma, the same again over hours."""
    return fixed("1", "g").before(fixed("1", "g"))


def tranexamic_msf_child(person: Person) -> Dose | None:
    """Médecins Sans Frontières: children after trauma, the same again over hours."""
    weight = number(person, "weight")
    return each(weight, "15", "mg", most="1000").before(each(weight, "15", "mg", most="1000"))


def tranexamic_head_adult(person: Person) -> Dose | None:
    """NICE: head injury from sixteen years."""
    return fixed("2", "g")


def tranexamic_head_child(person: Person) -> Dose | None:
    """NICE: head injury, by weight under sixteen years, as an adult from then on."""
    if number(person, "age") < 16:
        return each(number(person, "weight"), "15", "mg", high="30", most="2000")
    return tranexamic_head_adult(person)


def vasopressin_start(person: Person) -> Dose | None:
    """Labels of the US and the EU, and Galway: adults in septic shock, the rate to start with."""
    return fixed("0.01", "units/min")


def vasopressin_ssc(person: Person) -> Dose | None:
    """Surviving Sepsis Campaign: adults in septic shock, one fixed rate beside noradrenaline."""
    return fixed("0.03", "units/min")


READINGS: dict[str, Reader] = {
    "adenosine-iv/uk-label-adult": adenosine_uk_adult,
    "adenosine-iv/us-label-adult": adenosine_us_adult,
    "adenosine-iv/us-label-child": adenosine_us_child,
    "adenosine-iv/aha-child": adenosine_aha_child,
    "adrenaline-iv-anaphylaxis/rcuk-periop": adrenaline_periop,
    "adrenaline-iv-anaphylaxis/rcuk-refractory": adrenaline_refractory,
    "adrenaline-iv-cardiac-arrest/rcuk-adult": adrenaline_arrest_adult,
    "adrenaline-iv-cardiac-arrest/rcuk-child": adrenaline_arrest_child,
    "adrenaline-iv-cardiac-arrest/aha-adult": adrenaline_arrest_adult,
    "adrenaline-iv-cardiac-arrest/aha-child": adrenaline_arrest_child,
    "adrenaline-iv-cardiac-arrest/rcuk-newborn": adrenaline_newborn,
    "adrenaline-iv-cardiac-arrest/uk-label-cardiac-surgery": adrenaline_cardiac_surgery,
    "adrenaline-iv-septic-shock/us-label": adrenaline_septic_shock,
    "amiodarone-iv-cardiac-arrest/rcuk-adult": amiodarone_arrest_adult,
    "amiodarone-iv-cardiac-arrest/rcuk-child": amiodarone_arrest_rcuk_child,
    "amiodarone-iv-cardiac-arrest/aha-adult": amiodarone_arrest_adult,
    "amiodarone-iv-cardiac-arrest/aha-child": amiodarone_arrest_aha_child,
    "amiodarone-iv-tachycardia/rcuk-adult": amiodarone_tachycardia_rcuk,
    "amiodarone-iv-tachycardia/us-label": amiodarone_tachycardia_us,
    "amiodarone-iv-tachycardia/uk-label": amiodarone_tachycardia_uk,
    "atropine-iv/rcuk-adult": atropine_uk_adult,
    "atropine-iv/uk-label-adult": atropine_uk_adult,
    "atropine-iv/uk-label-child": atropine_uk_child,
    "atropine-iv/aha-adult": atropine_aha_adult,
    "atropine-iv/aha-child": atropine_aha_child,
    "crystalloid-bolus-iv/nice-adult": bolus_nice_adult,
    "crystalloid-bolus-iv/nice-child": bolus_nice_child,
    "crystalloid-bolus-iv/rcuk-child": bolus_child,
    "crystalloid-iv-anaphylaxis/rcuk-adult": anaphylaxis_fluid_adult,
    "crystalloid-iv-anaphylaxis/rcuk-child": bolus_child,
    "crystalloid-iv-anaphylaxis/periop-adult": anaphylaxis_fluid_adult,
    "crystalloid-iv-anaphylaxis/periop-child": anaphylaxis_fluid_periop_child,
    "crystalloid-iv-sepsis/nice-adult": sepsis_fluid_nice_adult,
    "crystalloid-iv-sepsis/nice-child": sepsis_fluid_nice_child,
    "crystalloid-iv-sepsis/ssc-adult": sepsis_fluid_ssc,
    "hydrocortisone-iv-septic-shock/ssc-adult": hydrocortisone_ssc,
    "lidocaine-iv-cardiac-arrest/rcuk-adult": lidocaine_rcuk_adult,
    "lidocaine-iv-cardiac-arrest/aha-adult": lidocaine_aha_adult,
    "lidocaine-iv-cardiac-arrest/aha-child": lidocaine_aha_child,
    "lidocaine-iv-cardiac-arrest/us-label": lidocaine_us,
    "maintenance-fluid-iv/nice-adult": maintenance_adult,
    "maintenance-fluid-iv/nice-child": maintenance_child,
    "noradrenaline-iv/uk-label": noradrenaline_uk,
    "noradrenaline-iv/us-label": noradrenaline_us,
    "noradrenaline-iv/uk-label-child": nothing,
    "tranexamic-acid-iv/sescot-adult": tranexamic_once,
    "tranexamic-acid-iv/rcpch-child": tranexamic_rcpch,
    "tranexamic-acid-iv/crash-adult": tranexamic_crash,
    "tranexamic-acid-iv/msf-child": tranexamic_msf_child,
    "tranexamic-acid-iv/nice-head-adult": tranexamic_head_adult,
    "tranexamic-acid-iv/nice-head-child": tranexamic_head_child,
    "tranexamic-acid-iv/who-pph": tranexamic_once,
    "tranexamic-acid-iv/bsg-gi": nothing,
    "vasopressin-iv/galway": vasopressin_start,
    "vasopressin-iv/eu-label": vasopressin_start,
    "vasopressin-iv/us-label": vasopressin_start,
    "vasopressin-iv/ssc": vasopressin_ssc,
    "vasopressin-iv/eu-label-child": nothing,
}
