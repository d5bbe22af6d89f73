"""Antidotes of tricyclics and organophosphates, and lidocaine as a local anaesthetic, read a second time in their sources before the files were seen."""

from second_opinion.reading import Dose, Person, Reader, each, fixed, is_below, number


def _per_kg(person: Person, low: str, unit: str, high: str | None = None, most: str | None = None) -> Dose:
    return each(number(person, "weight"), low, unit, high, most=most)


def bicarbonate_qpic(person: Person) -> Dose | None:
    """Queensland Poisons Information Centre: one bolus by weight, only where the QRS is wider than the limit; beyond a guard of the file none."""
    return _per_kg(person, "1", "mmol") if 120 < number(person, "qrs") <= 500 else None


def bicarbonate_etg(person: Person) -> Dose | None:
    """Therapeutic Guidelines (Australia): each bolus by weight up to a largest one, only where the patient is compromised."""
    return _per_kg(person, "1", "mmol", "2", most="100") if person["compromise"] == "present" else None


def atropine_us(person: Person) -> Dose | None:
    """US label, adult: the first dose."""
    return fixed("2", "mg", "3")


def atropine_orange_county(person: Person) -> Dose | None:
    """Orange County, adult."""
    return fixed("2", "mg")


def atropine_orange_county_child(person: Person) -> Dose | None:
    """Orange County, child: by weight, no largest one written."""
    return _per_kg(person, "0.02", "mg")


def pralidoxime_cheo(person: Person) -> Dose | None:
    """CHEO: the load by weight up to sixteen years, a range above; newborns, up to the edge of the file, stand in another manual."""
    if is_below(person, "age", "0.08"):
        return None
    return _per_kg(person, "20", "mg", "50", most="2000") if number(person, "age") <= 16 else fixed("1", "g", "2")


def lidocaine_us(person: Person) -> Dose | None:
    """US label, healthy adult: the largest dose by weight, with a ceiling, without and with adrenaline."""
    if person["adrenaline"] == "with":
        return _per_kg(person, "7", "mg", most="500")
    return _per_kg(person, "4.5", "mg", most="300")


def lidocaine_uk(person: Person) -> Dose | None:
    """UK labels, healthy adult: the largest plain dose; that with adrenaline disregards weight, so it is no dose to print."""
    return fixed("200", "mg") if person["adrenaline"] == "without" else None


def lidocaine_ireland(person: Person) -> Dose | None:
    """Irish label, from twelve years: the largest single dose by weight, with a ceiling."""
    return _per_kg(person, "4.5", "mg", most="200") if number(person, "age") >= 12 else None


READINGS: dict[str, Reader] = {
    "sodium-bicarbonate-iv-tricyclic/qpic": bicarbonate_qpic,
    "sodium-bicarbonate-iv-tricyclic/etg": bicarbonate_etg,
    "atropine-iv-organophosphate/us-label": atropine_us,
    "atropine-iv-organophosphate/orange-county": atropine_orange_county,
    "atropine-iv-organophosphate/orange-county-child": atropine_orange_county_child,
    "pralidoxime-iv/cheo": pralidoxime_cheo,
    "lidocaine-local-anaesthesia/us-label": lidocaine_us,
    "lidocaine-local-anaesthesia/uk-label": lidocaine_uk,
    "lidocaine-local-anaesthesia/irish-label": lidocaine_ireland,
}
