"""Bleeding ulcers and varices and the failing liver, read a second time in their sources, after a first sight of the files."""

from second_opinion.reading import Dose, Person, Reader, fixed, is_above, is_below, is_outside


def _acid_block() -> Dose:
    """80 mg at first, then 8 mg each hour: all three drugs, all their sources."""
    return fixed("80", "mg").before(fixed("8", "mg/h"))


def esomeprazole_aaa(person: Person) -> Dose | None:
    """NHS Ayrshire and Arran, adult after endoscopic haemostasis; it is silent on the liver, which labels are not."""
    return None if person["severe_liver"] == "present" else _acid_block()


def esomeprazole_uk(person: Person) -> Dose | None:
    """UK monograph, adult; what the label does in a failing liver was not seen."""
    return None if person["severe_liver"] == "present" else _acid_block()


def esomeprazole_us(person: Person) -> Dose | None:
    """US label, adult; it adjusts to the liver by figures that were not seen in the label."""
    return None if person["liver_impairment"] == "present" else _acid_block()


def omeprazole_ggc(person: Person) -> Dose | None:
    """NHS Greater Glasgow and Clyde, adult after endoscopic haemostasis."""
    return _acid_block()


def pantoprazole_galway(person: Person) -> Dose | None:
    """Galway, adult; no more than 20 mg a day in severe liver impairment, so no infusion."""
    return None if person["severe_liver"] == "present" else _acid_block()


def terlipressin_ggc(person: Person) -> Dose | None:
    """NHS Greater Glasgow and Clyde, adult: a first dose, then a smaller one or the same."""
    return fixed("2", "mg").before(fixed("1", "mg", "2"))


def terlipressin_glypressin(person: Person) -> Dose | None:
    """Glypressin of the UK, adult: the first dose is the same for everybody; the light may have less later."""
    if is_outside(person, "weight", "30", "300"):
        return None
    return fixed("2", "mg")


def terlipressin_ever(person: Person) -> Dose | None:
    """EVER Pharma (Italian and Austrian text), adult: below 50 kg, between 50 and 70 kg, above 70 kg; then 1 mg."""
    if is_outside(person, "weight", "30", "300"):
        return None
    if is_below(person, "weight", "50"):
        return fixed("1", "mg").before(fixed("1", "mg"))
    first = "2" if is_above(person, "weight", "70") else "1.5"
    return fixed(first, "mg").before(fixed("1", "mg"))


def terlipressin_hepatorenal_us(person: Person) -> Dose | None:
    """Terlivaz, adult, the first three days; counted as terlipressin; not at a saturation below 90%."""
    if is_below(person, "oxygen_saturation", "90"):
        return None
    return fixed("0.85", "mg")


def terlipressin_hepatorenal_us_day_four(person: Person) -> Dose | None:
    """Terlivaz, adult, day four: a fall of at least 30%, a smaller fall, or none; stopped at a saturation below 90%."""
    if is_below(person, "oxygen_saturation", "90"):
        return None
    if is_outside(person, "creatinine_ratio", "0.000000001", "20") or not is_below(person, "creatinine_ratio", "1"):
        return None
    return fixed("1.7", "mg") if is_above(person, "creatinine_ratio", "0.7") else fixed("0.85", "mg")


def terlipressin_hepatorenal_galway(person: Person) -> Dose | None:
    """Galway, adult: counted as acetate; up to 2 mg where the kidneys do not answer."""
    return fixed("1", "mg")


def lactulose_uk(person: Person) -> Dose | None:
    """UK label and the formulary of East Scotland, adult: each of three doses."""
    return fixed("30", "mL", "50")


def lactulose_us(person: Person) -> Dose | None:
    """US label, adult: each of three or four doses; the same every hour at the start if need be."""
    return fixed("30", "mL", "45")


def lactulose_us_child(person: Person) -> Dose | None:
    """US label: a day's amount for infants, and for older children and adolescents; between them it draws no line."""
    if is_below(person, "age", "1"):
        return fixed("2.5", "mL", "10")
    if is_below(person, "age", "12") or not is_below(person, "age", "18"):
        return None
    return fixed("40", "mL", "90")


def rifaximin(person: Person) -> Dose | None:
    """UK label, East Scotland and US label, adult: each of two doses."""
    return fixed("550", "mg")


READINGS: dict[str, Reader] = {
    "esomeprazole-iv/aaa": esomeprazole_aaa,
    "esomeprazole-iv/uk-label": esomeprazole_uk,
    "esomeprazole-iv/us-label": esomeprazole_us,
    "omeprazole-iv/ggc": omeprazole_ggc,
    "pantoprazole-iv/galway": pantoprazole_galway,
    "terlipressin-iv/ggc": terlipressin_ggc,
    "terlipressin-iv/uk-glypressin": terlipressin_glypressin,
    "terlipressin-iv/ever": terlipressin_ever,
    "terlipressin-iv-hepatorenal/us-label": terlipressin_hepatorenal_us,
    "terlipressin-iv-hepatorenal/us-label-reassessment": terlipressin_hepatorenal_us_day_four,
    "terlipressin-iv-hepatorenal/galway": terlipressin_hepatorenal_galway,
    "lactulose-oral/uk-label": lactulose_uk,
    "lactulose-oral/east-scotland": lactulose_uk,
    "lactulose-oral/us-label": lactulose_us,
    "lactulose-oral/us-label-child": lactulose_us_child,
    "rifaximin-oral/uk-label": rifaximin,
    "rifaximin-oral/east-scotland": rifaximin,
    "rifaximin-oral/us-label": rifaximin,
}
