"""What a second reader found in the sources on potassium, calcium, phosphate and sodium, without having seen the files."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number


def calcium_chloride_ukka(person: Person) -> Dose | None:
    """UK Kidney Association, adult with hyperkalaemia and an ECG change."""
    return fixed("10", "mL") if person["ecg_change"] == "present" else None


def calcium_chloride_hse(person: Person) -> Dose | None:
    """Alert of the Health Service Executive, adult with severe hyperkalaemia."""
    return fixed("10", "mL")


def calcium_chloride_arrest(person: Person) -> Dose | None:
    """UK Kidney Association, adult in cardiac arrest from hyperkalaemia."""
    return fixed("10", "mL")


def calcium_chloride_us_adult(person: Person) -> Dose | None:
    """US label, adult with hypocalcaemia."""
    return fixed("200", "mg", "1000")


def calcium_chloride_us_child(person: Person) -> Dose | None:
    """US label, child with hypocalcaemia."""
    return each(number(person, "weight"), "2.7", "mg", "5")


def calcium_gluconate_ukka(person: Person) -> Dose | None:
    """UK Kidney Association and MHRA, adult with hyperkalaemia and an ECG change."""
    return fixed("30", "mL") if person["ecg_change"] == "present" else None


def calcium_gluconate_hse(person: Person) -> Dose | None:
    """Alert of the Health Service Executive, adult with severe hyperkalaemia."""
    return fixed("30", "mL")


def calcium_gluconate_child(person: Person) -> Dose | None:
    """Resuscitation Council UK, child with an arrhythmia from hyperkalaemia."""
    return each(number(person, "weight"), "0.5", "mL", most="30")


def calcium_gluconate_sfe(person: Person) -> Dose | None:
    """Society for Endocrinology, adult with severe hypocalcaemia: bolus, then infusion."""
    return fixed("10", "mL", "20").before(fixed("50", "mL/h", "100"))


def calcium_gluconate_newborn(person: Person) -> Dose | None:
    """UK label, newborn in its first four weeks with symptomatic hypocalcaemia."""
    age = number(person, "age")
    return each(number(person, "weight"), "0.5", "mL", "1") if 0 <= age < 28 else None


def calcium_gluconate_magnesium(person: Person) -> Dose | None:
    """Swiss label of magnesium, adult with magnesium toxicity."""
    return fixed("10", "mL")


def insulin_ukka(person: Person) -> Dose | None:
    """UK Kidney Association, adult with hyperkalaemia, at any glucose: severe, or moderate, where it is considered."""
    return fixed("10", "units") if number(person, "potassium") >= 6 else None


def pamidronate_scotland(person: Person) -> Dose | None:
    """Scottish Palliative Care Guidelines, adult, hypercalcaemia of malignancy; reduced doses of renal impairment not seen."""
    calcium = number(person, "calcium")
    if person["renal_impairment"] == "present" or calcium < Fraction("2.62"):
        return None
    if calcium <= 3:
        return fixed("15", "mg", "30")
    return fixed("60", "mg") if calcium <= Fraction("3.5") else fixed("90", "mg")


def patiromer_adult(person: Person) -> Dose | None:
    """NICE, EU label and US label, adult with hyperkalaemia."""
    return fixed("8.4", "g")


def patiromer_child(person: Person) -> Dose | None:
    """EU and US labels, adolescent with hyperkalaemia."""
    return fixed("4", "g") if 12 <= number(person, "age") < 18 else None


def phosphate_oral_ggc(person: Person) -> Dose | None:
    """NHS Greater Glasgow and Clyde, adult with moderate hypophosphataemia."""
    return fixed("16", "mmol", "32") if Fraction("0.3") <= number(person, "phosphate") < Fraction("0.6") else None


def phosphate_oral_leeds(person: Person) -> Dose | None:
    """Leeds and Specialist Pharmacy Service, adult with moderate hypophosphataemia."""
    return fixed("16", "mmol", "32") if Fraction("0.3") <= number(person, "phosphate") <= Fraction("0.6") else None


def phosphate_oral_refeeding(person: Person) -> Dose | None:
    """NICE, adult at high risk of refeeding, total of a day."""
    return each(number(person, "weight"), "0.3", "mmol", "0.6")


def phosphate_oral_resistant(person: Person) -> Dose | None:
    """UK label, vitamin D resistant hypophosphataemia, total of a day from its tablets; young children apart, infants left out."""
    age = number(person, "age")
    if age < 1:
        return None
    return fixed("32", "mmol", "48") if age < 5 else fixed("64", "mmol", "96")


def phosphates_iv_label(person: Person) -> Dose | None:
    """UK label, adult and child from twelve years; renal disease is a contraindication."""
    phosphate, weight = number(person, "phosphate"), number(person, "weight")
    if person["renal_impairment"] == "present" or phosphate > Fraction("0.7"):
        return None
    if phosphate < Fraction("0.5"):
        return each(weight, "0.2", "mmol", "0.5", most="50")
    return each(weight, "0.1", "mmol", "0.2", most="50")


def phosphates_iv_label_child(person: Person) -> Dose | None:
    """UK label, child from twelve years as an adult."""
    return phosphates_iv_label(person) if 12 <= number(person, "age") < 18 else None


def phosphates_iv_leeds(person: Person) -> Dose | None:
    """Leeds and Specialist Pharmacy Service, adult: severe, or moderate with symptoms or no oral route; a day's total."""
    phosphate = number(person, "phosphate")
    if phosphate > Fraction("0.6"):
        return None
    if phosphate >= Fraction("0.3") and person["symptoms_or_no_oral_route"] == "absent":
        return None
    return each(number(person, "weight"), "0.2", "mmol", "0.5", most="50")


def potassium_oral_ggc(person: Person) -> Dose | None:
    """NHS Greater Glasgow and Clyde, adult with hypokalaemia, each dose."""
    potassium = number(person, "potassium")
    if potassium < Fraction("2.5") or potassium > Fraction("3.5") or number(person, "egfr") < 30:
        return None
    return fixed("24", "mmol") if potassium >= 3 else fixed("36", "mmol")


def potassium_oral_uk(person: Person) -> Dose | None:
    """UK label, adult with hypokalaemia, usual total of a day; the vein below the label's limit."""
    return fixed("24", "mmol", "48") if 2 <= number(person, "potassium") <= 4 else None


def potassium_oral_us_adult(person: Person) -> Dose | None:
    """US label, adult with hypokalaemia, total of a day; the vein below the label's limit."""
    return fixed("40", "mEq", "100") if Fraction("2.5") <= number(person, "potassium") < Fraction("3.5") else None


def potassium_oral_us_child(person: Person) -> Dose | None:
    """US label, child to sixteen years with hypokalaemia, total of a day; the vein below the label's limit."""
    if not Fraction("2.5") <= number(person, "potassium") < Fraction("3.5") or number(person, "age") > 16:
        return None
    return each(number(person, "weight"), "2", "mEq", "4", most="100")


def salbutamol_ukka(person: Person) -> Dose | None:
    """UK Kidney Association, adult with hyperkalaemia, severe, or considered in moderate; less in ischaemic heart disease."""
    if number(person, "potassium") < 6:
        return None
    return fixed("10", "mg") if person["ischaemic_heart_disease"] == "present" else fixed("10", "mg", "20")


def bicarbonate_aaa(person: Person) -> Dose | None:
    """NHS Ayrshire and Arran, adult with hyperkalaemia and severe acidosis."""
    return fixed("500", "mL") if person["severe_acidosis"] == "present" else None


def hypertonic_europe(person: Person) -> Dose | None:
    """European guideline, adult with severe symptoms of hyponatraemia, each bolus."""
    return fixed("150", "mL") if person["severe_symptoms"] == "present" else None


def hypertonic_us(person: Person) -> Dose | None:
    """US expert panel, adult with severe symptoms of hyponatraemia, each bolus."""
    return fixed("100", "mL") if person["severe_symptoms"] == "present" else None


def hypertonic_msf_adult(person: Person) -> Dose | None:
    """Médecins Sans Frontières, adult with neurological signs of hyponatraemia."""
    signs = person["neurological_signs"] == "present"
    return fixed("150", "mL") if signs and number(person, "sodium") < 120 else None


def hypertonic_msf_child(person: Person) -> Dose | None:
    """Médecins Sans Frontières, child with neurological signs of hyponatraemia."""
    if person["neurological_signs"] == "absent" or number(person, "sodium") >= 120:
        return None
    return each(number(person, "weight"), "3", "mL", most="150")


def _glycerophosphate(person: Person, severe: Dose, limit: str) -> Dose | None:
    phosphate = number(person, "phosphate")
    if phosphate < Fraction("0.3"):
        return fixed("20", "mmol") if person["renal_impairment"] == "present" else severe
    if phosphate <= Fraction(limit) and person["symptoms_or_no_oral_route"] == "present":
        return fixed("20", "mmol")
    return None


def glycerophosphate_ggc(person: Person) -> Dose | None:
    """NHS Greater Glasgow and Clyde, adult: severe, or moderate with symptoms or no oral route."""
    return _glycerophosphate(person, fixed("20", "mmol").before(fixed("20", "mmol")), "0.5")


def glycerophosphate_aaa(person: Person) -> Dose | None:
    """NHS Ayrshire and Arran, adult: severe, or moderate with symptoms or no oral route."""
    return _glycerophosphate(person, fixed("40", "mmol"), "0.5")


def zirconium_uk(person: Person) -> Dose | None:
    """UK label, adult with hyperkalaemia: correction, then maintenance; on haemodialysis the start of non-dialysis days."""
    return fixed("5", "g") if person["haemodialysis"] == "present" else fixed("10", "g").before(fixed("5", "g"))


def zirconium_us(person: Person) -> Dose | None:
    """US label, adult with hyperkalaemia: start, then continued dose; on haemodialysis the start of non-dialysis days."""
    return fixed("5", "g") if person["haemodialysis"] == "present" else fixed("10", "g").before(fixed("10", "g"))


def zoledronic_acid(person: Person) -> Dose | None:
    """US and EU labels, adult, hypercalcaemia of malignancy, creatinine below the labels' limit."""
    return fixed("4", "mg") if number(person, "calcium") >= 3 and number(person, "creatinine") < 400 else None


READINGS: dict[str, Reader] = {
    "calcium-chloride-iv/ukka": calcium_chloride_ukka,
    "calcium-chloride-iv/hse": calcium_chloride_hse,
    "calcium-chloride-iv/ukka-arrest": calcium_chloride_arrest,
    "calcium-chloride-iv/us-label-adult": calcium_chloride_us_adult,
    "calcium-chloride-iv/us-label-child": calcium_chloride_us_child,
    "calcium-gluconate-iv/ukka": calcium_gluconate_ukka,
    "calcium-gluconate-iv/hse": calcium_gluconate_hse,
    "calcium-gluconate-iv/rcuk-child": calcium_gluconate_child,
    "calcium-gluconate-iv/sfe": calcium_gluconate_sfe,
    "calcium-gluconate-iv/uk-label-newborn": calcium_gluconate_newborn,
    "calcium-gluconate-iv/magnesium-toxicity": calcium_gluconate_magnesium,
    "insulin-soluble-iv-hyperkalaemia/ukka": insulin_ukka,
    "pamidronate-iv/scottish-palliative": pamidronate_scotland,
    "patiromer-oral/nice": patiromer_adult,
    "patiromer-oral/eu-label-adult": patiromer_adult,
    "patiromer-oral/eu-label-child": patiromer_child,
    "patiromer-oral/us-label-adult": patiromer_adult,
    "patiromer-oral/us-label-child": patiromer_child,
    "phosphate-oral/ggc": phosphate_oral_ggc,
    "phosphate-oral/leeds": phosphate_oral_leeds,
    "phosphate-oral/nice-refeeding": phosphate_oral_refeeding,
    "phosphate-oral/uk-label-resistant": phosphate_oral_resistant,
    "phosphates-iv/uk-label-adult": phosphates_iv_label,
    "phosphates-iv/uk-label-child": phosphates_iv_label_child,
    "phosphates-iv/leeds": phosphates_iv_leeds,
    "potassium-chloride-oral/ggc": potassium_oral_ggc,
    "potassium-chloride-oral/uk-label": potassium_oral_uk,
    "potassium-chloride-oral/us-label-adult": potassium_oral_us_adult,
    "potassium-chloride-oral/us-label-child": potassium_oral_us_child,
    "salbutamol-nebulised-hyperkalaemia/ukka": salbutamol_ukka,
    "sodium-bicarbonate-iv-hyperkalaemia/aaa": bicarbonate_aaa,
    "sodium-chloride-hypertonic-iv/europe": hypertonic_europe,
    "sodium-chloride-hypertonic-iv/us-panel": hypertonic_us,
    "sodium-chloride-hypertonic-iv/msf-adult": hypertonic_msf_adult,
    "sodium-chloride-hypertonic-iv/msf-child": hypertonic_msf_child,
    "sodium-glycerophosphate-iv/ggc": glycerophosphate_ggc,
    "sodium-glycerophosphate-iv/aaa": glycerophosphate_aaa,
    "sodium-zirconium-cyclosilicate-oral/uk-label": zirconium_uk,
    "sodium-zirconium-cyclosilicate-oral/us-label": zirconium_us,
    "zoledronic-acid-iv/us-label": zoledronic_acid,
    "zoledronic-acid-iv/eu-label": zoledronic_acid,
}
