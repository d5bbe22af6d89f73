"""Heparins, warfarin and what reverses anticoagulants, read a second time in their sources, before the files were seen."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, is_above, is_below, is_outside, number

NO_MORE_INR = Fraction(30)
"""The highest INR that the files take."""


def dalteparin_uk_vte(person: Person) -> Dose | None:
    """UK label, adult with a normal risk of bleeding: by weight; nothing seen in severe renal impairment."""
    if is_below(person, "crcl", "30") or is_outside(person, "weight", "30", "300"):
        return None
    bands = (("46", "7500"), ("57", "10000"), ("69", "12500"), ("83", "15000"))
    return fixed(next((dose for end, dose in bands if is_below(person, "weight", end)), "18000"), "units")


def enoxaparin_milligram(person: Person) -> Dose | None:
    """US label in thromboembolism, US societies in acute coronary syndrome, adult: the clearance changes only how often."""
    return each(number(person, "weight"), "1", "mg")


def enoxaparin_bcgp_vte(person: Person) -> Dose | None:
    """Bedside Clinical Guidelines Partnership, adult, actual weight: by risk factor, all alike in renal impairment."""
    is_low = person["risk_factors"] == "absent" and not is_below(person, "crcl", "30")
    return each(number(person, "weight"), "1.5" if is_low else "1", "mg")


def enoxaparin_label_low(person: Person) -> Dose | None:
    """UK and EU label, adult with a creatinine clearance from fifteen to thirty: once daily."""
    if is_below(person, "crcl", "15") or not is_below(person, "crcl", "30"):
        return None
    return each(number(person, "weight"), "1", "mg")


def enoxaparin_us_prophylaxis(person: Person) -> Dose | None:
    """US label, adult: lower below thirty."""
    return fixed("30" if is_below(person, "crcl", "30") else "40", "mg")


def enoxaparin_lothian(person: Person) -> Dose | None:
    """NHS Lothian, adult: by weight and creatinine clearance."""
    if is_outside(person, "weight", "20", "300"):
        return None
    row = sum(not is_below(person, "weight", end) for end in ("50", "101")) + is_above(person, "weight", "150")
    column = 2 - sum(not is_below(person, "crcl", end) for end in ("15", "30"))
    table = (("20", "20", "20"), ("40", "20", "20"), ("40", "40", "40"), ("60", "40", "40"))
    return fixed(table[row][column], "mg")


def enoxaparin_label_prophylaxis_low(person: Person) -> Dose | None:
    """UK and EU label, adult with a creatinine clearance from fifteen to thirty."""
    return None if is_below(person, "crcl", "15") or not is_below(person, "crcl", "30") else fixed("20", "mg")


def enoxaparin_us_stemi(person: Person) -> Dose | None:
    """US label, adult: by age, each of the first two doses up to its limit; severe renal impairment not covered."""
    if is_below(person, "crcl", "30"):
        return None
    if is_below(person, "age", "75"):
        return each(number(person, "weight"), "1", "mg", most="100")
    return each(number(person, "weight"), "0.75", "mg", most="75")


def enoxaparin_label_stemi_low(person: Person) -> Dose | None:
    """UK and EU label, adult under seventy-five with a creatinine clearance from fifteen to thirty; the limit of its main text."""
    if (
        not is_below(person, "age", "75")
        or is_outside(person, "crcl", "15", "30")
        or not is_below(person, "crcl", "30")
    ):
        return None
    return each(number(person, "weight"), "1", "mg", most="100")


def fondaparinux_us_vte(person: Person) -> Dose | None:
    """US drug guide and table, adult: by weight, not below thirty."""
    if is_below(person, "crcl", "30") or is_outside(person, "weight", "30", "300"):
        return None
    if is_below(person, "weight", "50"):
        return fixed("5", "mg")
    return fixed("10" if is_above(person, "weight", "100") else "7.5", "mg")


def fondaparinux_eu_surgery(person: Person) -> Dose | None:
    """EU label, adult after surgery: lower from twenty to fifty."""
    if is_below(person, "crcl", "20"):
        return None
    return fixed("2.5" if is_above(person, "crcl", "50") else "1.5", "mg")


def heparin_nomogram(person: Person) -> Dose | None:
    """Raschke and others, adult."""
    weight = number(person, "weight")
    return each(weight, "80", "units").before(each(weight, "18", "units/h"))


def heparin_durham(person: Person) -> Dose | None:
    """Durham, adult, actual weight, with local limits."""
    weight = number(person, "weight")
    return each(weight, "80", "units", most="10000").before(each(weight, "18", "units/h", most="2000"))


def heparin_uk_label(person: Person) -> Dose | None:
    """UK label, adult: thromboembolism (more may be needed when severe) and unstable angina."""
    return fixed("5000", "units").before(fixed("1000", "units/h", "2000"))


def heparin_uk_label_child(person: Person) -> Dose | None:
    """UK label, child."""
    weight = number(person, "weight")
    if is_below(person, "age", "0.08") or not is_below(person, "age", "18"):
        return None
    return each(weight, "50", "units").before(each(weight, "15", "units/h", "25"))


def heparin_acs(person: Person) -> Dose | None:
    """US societies, adult with an acute coronary syndrome, each with its limit."""
    weight = number(person, "weight")
    return each(weight, "60", "units", most="4000").before(each(weight, "12", "units/h", most="1000"))


def heparin_aaa(person: Person) -> Dose | None:
    """NHS Ayrshire and Arran, adult: by weight."""
    if is_outside(person, "weight", "30", "300"):
        return None
    bands = (("40", "2500", "700"), ("50", "3300", "900"), ("60", "4000", "1100"), ("301", "5000", "1400"))
    load, rate = next((load, rate) for end, load, rate in bands if is_below(person, "weight", end))
    return fixed(load, "units").before(fixed(rate, "units/h"))


def heparin_us_label(person: Person) -> Dose | None:
    """US label, adult."""
    return fixed("5000", "units").before(fixed("20000", "units/day", "40000"))


def idarucizumab_label(person: Person) -> Dose | None:
    """US and EU label, adult on dabigatran."""
    return fixed("5", "g")


def phytomenadione_uk_label(person: Person) -> Dose | None:
    """UK label, adult bleeding on warfarin: by severity."""
    return fixed("5", "mg", "10" if person["bleeding"] == "life-threatening" else None)


def phytomenadione_highland(person: Person) -> Dose | None:
    """NHS Highland, adult with life-threatening bleeding."""
    return fixed("10", "mg")


def phytomenadione_dumfries(person: Person) -> Dose | None:
    """NHS Dumfries and Galloway, adult with life-threatening bleeding."""
    return fixed("5", "mg")


def phytomenadione_chest(person: Person) -> Dose | None:
    """American College of Chest Physicians, adult with major bleeding."""
    return fixed("5", "mg", "10")


def phytomenadione_protocol_minor(person: Person) -> Dose | None:
    """UK hospital protocol, adult with non-major bleeding and an INR of five or more."""
    return None if is_below(person, "inr", "5") or number(person, "inr") > NO_MORE_INR else fixed("1", "mg", "3")


def phytomenadione_uk_label_high(person: Person) -> Dose | None:
    """UK label, adult with a high INR, without or with mild bleeding."""
    if is_below(person, "inr", "5") or number(person, "inr") > NO_MORE_INR:
        return None
    return fixed("1", "mg") if is_above(person, "inr", "9") else fixed("0.5", "mg", "1")


def phytomenadione_bsh_oral(person: Person) -> Dose | None:
    """British Society for Haematology, adult without bleeding: only above eight."""
    return fixed("1", "mg", "5") if is_above(person, "inr", "8") and number(person, "inr") <= NO_MORE_INR else None


def phytomenadione_chest_oral(person: Person) -> Dose | None:
    """American College of Chest Physicians, adult without bleeding: no dose is named."""
    return None


def protamine_uk_label(person: Person) -> Dose | None:
    """UK label, adult: what is injected after an infusion or subcutaneous heparin; after a bolus it goes by units and time."""
    return None if person["heparin_given"] == "injection into a vein" else fixed("25", "mg", "50")


def pcc_us_label(person: Person) -> Dose | None:
    """US label, adult with major bleeding: by INR, weight up to a hundred kilograms."""
    if is_outside(person, "inr", "2", "30"):
        return None
    low, most = ("25", "2500") if is_below(person, "inr", "4") else ("35", "3500")
    if is_above(person, "inr", "6"):
        low, most = "50", "5000"
    return each(number(person, "weight"), low, "units", most=most, size_most="100")


def pcc_highland(person: Person) -> Dose | None:
    """NHS Highland, adult with life-threatening bleeding: by INR, one limit for all."""
    if is_outside(person, "inr", "2", "30"):
        return None
    low = "25" if is_below(person, "inr", "4") else "50" if is_above(person, "inr", "6") else "35"
    return each(number(person, "weight"), low, "units", most="5000")


def pcc_dumfries(person: Person) -> Dose | None:
    """NHS Dumfries and Galloway, adult with life-threatening bleeding: by INR; a small dose below two."""
    if is_below(person, "inr", "1.5"):
        return None
    if is_below(person, "inr", "2"):
        return each(number(person, "weight"), "12.5", "units", most="5000")
    return pcc_highland(person)


def warfarin_highland(person: Person) -> Dose | None:
    """NHS Highland, adult: slow start."""
    return fixed("2", "mg")


def warfarin_uk_label(person: Person) -> Dose | None:
    """UK label, adult: two days, then maintenance."""
    return fixed("10", "mg").before(fixed("3", "mg", "9"))


def warfarin_chest(person: Person) -> Dose | None:
    """American College of Chest Physicians, healthy outpatient."""
    return fixed("10", "mg")


def not_carried(person: Person) -> Dose | None:
    """A use for which the body gives no dose, or none that the sources seen carry."""
    return None


READINGS: dict[str, Reader] = {
    "dalteparin-sc/uk-vte": dalteparin_uk_vte,
    "enoxaparin-sc/us-vte": enoxaparin_milligram,
    "enoxaparin-sc/bcgp-vte": enoxaparin_bcgp_vte,
    "enoxaparin-sc/label-vte-low-crcl": enoxaparin_label_low,
    "enoxaparin-sc/us-prophylaxis": enoxaparin_us_prophylaxis,
    "enoxaparin-sc/lothian-prophylaxis": enoxaparin_lothian,
    "enoxaparin-sc/label-prophylaxis-low-crcl": enoxaparin_label_prophylaxis_low,
    "enoxaparin-sc/us-stemi": enoxaparin_us_stemi,
    "enoxaparin-sc/label-stemi-low-crcl": enoxaparin_label_stemi_low,
    "enoxaparin-sc/aha-nste-acs": enoxaparin_milligram,
    "fondaparinux-sc/us-vte": fondaparinux_us_vte,
    "fondaparinux-sc/eu-surgery": fondaparinux_eu_surgery,
    "heparin-iv/nomogram": heparin_nomogram,
    "heparin-iv/durham": heparin_durham,
    "heparin-iv/uk-label-vte": heparin_uk_label,
    "heparin-iv/uk-label-child": heparin_uk_label_child,
    "heparin-iv/acs": heparin_acs,
    "heparin-iv/uk-label-angina": heparin_uk_label,
    "heparin-iv/aaa": heparin_aaa,
    "heparin-iv/us-label": heparin_us_label,
    "idarucizumab-iv/label": idarucizumab_label,
    "phytomenadione-iv/uk-label": phytomenadione_uk_label,
    "phytomenadione-iv/highland": phytomenadione_highland,
    "phytomenadione-iv/dumfries": phytomenadione_dumfries,
    "phytomenadione-iv/chest": phytomenadione_chest,
    "phytomenadione-iv/protocol-minor": phytomenadione_protocol_minor,
    "phytomenadione-iv/uk-label-high-inr": phytomenadione_uk_label_high,
    "phytomenadione-oral/bsh": phytomenadione_bsh_oral,
    "phytomenadione-oral/chest": phytomenadione_chest_oral,
    "protamine-iv/uk-label-infusion": protamine_uk_label,
    "prothrombin-complex-iv/us-label": pcc_us_label,
    "prothrombin-complex-iv/highland": pcc_highland,
    "prothrombin-complex-iv/dumfries": pcc_dumfries,
    "warfarin-oral/highland": warfarin_highland,
    "warfarin-oral/uk-label": warfarin_uk_label,
    "warfarin-oral/chest": warfarin_chest,
    "warfarin-oral/highland-bleeding": not_carried,
    "heparin-iv/uk-label-bleeding": not_carried,
    "dalteparin-sc/uk-prophylaxis": not_carried,
    "heparin-iv/uk-label-prophylaxis": not_carried,
    "protamine-iv/us-label-lmwh": not_carried,
    "prothrombin-complex-iv/us-label-doac": not_carried,
}
