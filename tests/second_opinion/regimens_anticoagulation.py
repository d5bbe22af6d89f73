"""Direct oral anticoagulants, read a second time in their sources, before the files were seen."""

from second_opinion.reading import Dose, Person, Reader, fixed, is_above, is_below, is_outside


def _reduced_apixaban(person: Person, creatinine: str) -> bool:
    """Two of: eighty years or more, sixty kilograms or less, creatinine at the limit or more."""
    found = (
        not is_below(person, "age", "80"),
        not is_above(person, "weight", "60"),
        not is_below(person, "creatinine", creatinine),
    )
    return sum(found) >= 2


def apixaban_uk_af(person: Person) -> Dose | None:
    """UK label, adult: not below fifteen; lower dose below thirty on that alone, else with two criteria."""
    if is_below(person, "crcl", "15") or is_outside(person, "weight", "30", "300"):
        return None
    is_reduced = is_below(person, "crcl", "30") or _reduced_apixaban(person, "133")
    return fixed("2.5" if is_reduced else "5", "mg")


def apixaban_us_af(person: Person) -> Dose | None:
    """US label, adult: lower dose with two criteria."""
    if is_outside(person, "weight", "30", "300") or is_outside(person, "creatinine", "0.1", "30"):
        return None
    return fixed("2.5" if _reduced_apixaban(person, "1.5") else "5", "mg")


def apixaban_uk_vte(person: Person) -> Dose | None:
    """UK and EU label, adult: seven days of the higher dose; not below fifteen."""
    return None if is_below(person, "crcl", "15") else fixed("10", "mg").before(fixed("5", "mg"))


def apixaban_us_vte(person: Person) -> Dose | None:
    """US label, adult: seven days of the higher dose."""
    return fixed("10", "mg").before(fixed("5", "mg"))


def apixaban_us_low(person: Person) -> Dose | None:
    """US label, adult, after six months of treatment or after hip or knee replacement."""
    return fixed("2.5", "mg")


def apixaban_low(person: Person) -> Dose | None:
    """UK label, adult after hip or knee replacement; EU label, adult, after six months of treatment: not below fifteen."""
    return None if is_below(person, "crcl", "15") else fixed("2.5", "mg")


def dabigatran_label(person: Person) -> Dose | None:
    """UK and EU label, adult: lower from eighty years or with verapamil; else the usual dose, the lower one being a judgement."""
    if is_below(person, "crcl", "30"):
        return None
    if not is_below(person, "age", "80") or person["verapamil"] == "taken":
        return fixed("110", "mg")
    return fixed("150", "mg")


def dabigatran_us_af(person: Person) -> Dose | None:
    """US label, adult: by creatinine clearance."""
    if is_below(person, "crcl", "15"):
        return None
    return fixed("150" if is_above(person, "crcl", "30") else "75", "mg")


def dabigatran_us_vte(person: Person) -> Dose | None:
    """US label, adult, after days of an injected anticoagulant."""
    return fixed("150", "mg") if is_above(person, "crcl", "30") else None


def edoxaban_uk(person: Person) -> Dose | None:
    """UK label, adult: lower with any of the criteria."""
    if is_below(person, "crcl", "15") or is_outside(person, "weight", "30", "300"):
        return None
    is_reduced = (
        not is_above(person, "crcl", "50") or not is_above(person, "weight", "60") or person["inhibitor"] == "taken"
    )
    return fixed("30" if is_reduced else "60", "mg")


def edoxaban_us_af(person: Person) -> Dose | None:
    """US label, adult: by creatinine clearance alone, not when it is high."""
    if is_outside(person, "crcl", "15", "95"):
        return None
    return fixed("60" if is_above(person, "crcl", "50") else "30", "mg")


def edoxaban_us_vte(person: Person) -> Dose | None:
    """US label, adult: lower by creatinine clearance or weight."""
    if is_below(person, "crcl", "15") or is_outside(person, "weight", "30", "300"):
        return None
    is_reduced = not is_above(person, "crcl", "50") or not is_above(person, "weight", "60")
    return fixed("30" if is_reduced else "60", "mg")


def rivaroxaban_ni_af(person: Person) -> Dose | None:
    """Northern Ireland Formulary, adult: lower below fifty, none below fifteen."""
    if is_below(person, "crcl", "15"):
        return None
    return fixed("15" if is_below(person, "crcl", "50") else "20", "mg")


def rivaroxaban_us_af(person: Person) -> Dose | None:
    """US label, adult: lower at fifty or less; its maker avoids it below fifteen."""
    if is_below(person, "crcl", "15"):
        return None
    return fixed("20" if is_above(person, "crcl", "50") else "15", "mg")


def rivaroxaban_highland_vte(person: Person) -> Dose | None:
    """NHS Highland, adult: three weeks, then once daily; the lower maintenance below fifty is a judgement."""
    return None if is_below(person, "crcl", "15") else fixed("15", "mg").before(fixed("20", "mg"))


def rivaroxaban_us_vte(person: Person) -> Dose | None:
    """US label, adult: three weeks, then once daily."""
    return None if is_below(person, "crcl", "15") else fixed("15", "mg").before(fixed("20", "mg"))


def rivaroxaban_us_extended(person: Person) -> Dose | None:
    """US label, adult after six months of treatment."""
    return None if is_below(person, "crcl", "15") else fixed("10", "mg")


def rivaroxaban_eu_extended(person: Person) -> Dose | None:
    """EU label, adult after six months of treatment: the usual dose; not covered below fifteen."""
    return None if is_below(person, "crcl", "15") else fixed("10", "mg")


def not_carried(person: Person) -> Dose | None:
    """A use for which the body gives no dose, or none that the sources seen carry."""
    return None


READINGS: dict[str, Reader] = {
    "apixaban-oral/uk-af": apixaban_uk_af,
    "apixaban-oral/us-af": apixaban_us_af,
    "apixaban-oral/uk-vte": apixaban_uk_vte,
    "apixaban-oral/us-vte": apixaban_us_vte,
    "apixaban-oral/us-extended": apixaban_us_low,
    "apixaban-oral/eu-extended": apixaban_low,
    "apixaban-oral/uk-ortho": apixaban_low,
    "apixaban-oral/us-ortho": apixaban_us_low,
    "dabigatran-oral/uk-af": dabigatran_label,
    "dabigatran-oral/us-af": dabigatran_us_af,
    "dabigatran-oral/eu-vte": dabigatran_label,
    "dabigatran-oral/us-vte": dabigatran_us_vte,
    "edoxaban-oral/uk-af": edoxaban_uk,
    "edoxaban-oral/us-af": edoxaban_us_af,
    "edoxaban-oral/uk-vte": edoxaban_uk,
    "edoxaban-oral/us-vte": edoxaban_us_vte,
    "rivaroxaban-oral/ni-af": rivaroxaban_ni_af,
    "rivaroxaban-oral/us-af": rivaroxaban_us_af,
    "rivaroxaban-oral/highland-vte": rivaroxaban_highland_vte,
    "rivaroxaban-oral/us-vte": rivaroxaban_us_vte,
    "rivaroxaban-oral/us-extended": rivaroxaban_us_extended,
    "rivaroxaban-oral/eu-extended": rivaroxaban_eu_extended,
    "dabigatran-oral/eu-ortho": not_carried,
    "rivaroxaban-oral/eu-ortho": not_carried,
}
