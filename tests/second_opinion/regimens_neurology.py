"""Drugs for status epilepticus and for acute ischaemic stroke, read a second time, before the files were seen."""

from fractions import Fraction

from second_opinion.reading import Dose, Person, Reader, each, fixed, number

ONE_MONTH = "0.083"
"""A month in years, as the files write it."""


def _is_aged(person: Person, low: str, below: str) -> bool:
    return Fraction(low) <= number(person, "age") < Fraction(below)


def _child(person: Person, dose: Dose) -> Dose | None:
    """A dose for a child from a month; nothing for a newborn baby or an adult."""
    return dose if _is_aged(person, ONE_MONTH, "18") else None


def alteplase(person: Person) -> Dose | None:
    """Ayrshire and the East Region (UK); American table: adult, a tenth of the whole as a bolus, the rest infused over an hour."""
    weight = number(person, "weight")
    return each(weight, "0.09", "mg", most="9").before(each(weight, "0.81", "mg", most="81"))


def diazepam_iv_adult(person: Person) -> Dose | None:
    """NHS Borders and the Northern Ireland Formulary, adult: the same for everybody."""
    return fixed("10", "mg")


def diazepam_iv_us_adult(person: Person) -> Dose | None:
    """American Epilepsy Society, adult: by weight to a largest dose."""
    return each(number(person, "weight"), "0.15", "mg", high="0.2", most="10")


def diazepam_iv_us_child(person: Person) -> Dose | None:
    """American Epilepsy Society, child: as in the adult."""
    return _child(person, each(number(person, "weight"), "0.15", "mg", high="0.2", most="10"))


def diazepam_rectal_adult(person: Person) -> Dose | None:
    """NHS Borders, adult without venous access."""
    return fixed("10", "mg")


def diazepam_rectal_child(person: Person) -> Dose | None:
    """APLS as in Tayside, child: a month to one year means until the second birthday, since the next band begins at two."""
    if _is_aged(person, ONE_MONTH, "2"):
        return fixed("5", "mg")
    if _is_aged(person, "2", "12"):
        return fixed("5", "mg", "10")
    return _child(person, fixed("10", "mg", "20"))


def fosphenytoin_label_adult(person: Person) -> Dose | None:
    """US label, adult: phenytoin equivalents by weight, without a largest dose."""
    return each(number(person, "weight"), "15", "mg", high="20")


def fosphenytoin_label_child(person: Person) -> Dose | None:
    """US label, birth to before the seventeenth birthday: phenytoin equivalents by weight."""
    return each(number(person, "weight"), "15", "mg", high="20") if _is_aged(person, "0", "17") else None


def fosphenytoin_us_adult(person: Person) -> Dose | None:
    """American Epilepsy Society, adult: phenytoin equivalents by weight to a largest dose."""
    return each(number(person, "weight"), "20", "mg", most="1500")


def fosphenytoin_us_child(person: Person) -> Dose | None:
    """American Epilepsy Society and a children's hospital, child: as in the adult."""
    return _child(person, each(number(person, "weight"), "20", "mg", most="1500"))


def levetiracetam_adult(person: Person) -> Dose | None:
    """NHS Borders and the American Epilepsy Society, adult."""
    return each(number(person, "weight"), "60", "mg", most="4500")


def levetiracetam_us_child(person: Person) -> Dose | None:
    """American Epilepsy Society and a children's hospital, child."""
    return _child(person, each(number(person, "weight"), "60", "mg", most="4500"))


def levetiracetam_uk_child(person: Person) -> Dose | None:
    """Resuscitation Council UK, child: a range to a largest dose."""
    return _child(person, each(number(person, "weight"), "40", "mg", high="60", most="4500"))


def lorazepam_adult(person: Person) -> Dose | None:
    """NHS Borders and the Northern Ireland Formulary, adult: the same for everybody."""
    return fixed("4", "mg")


def lorazepam_us_adult(person: Person) -> Dose | None:
    """American Epilepsy Society, adult: by weight to a largest dose."""
    return each(number(person, "weight"), "0.1", "mg", most="4")


def lorazepam_child(person: Person) -> Dose | None:
    """Resuscitation Council UK; American Epilepsy Society: child, by weight to a largest dose."""
    return _child(person, each(number(person, "weight"), "0.1", "mg", most="4"))


def midazolam_buccal_adult(person: Person) -> Dose | None:
    """NHS Borders and the UK label of the largest syringe, adult."""
    return fixed("10", "mg")


def midazolam_buccal_label(person: Person) -> Dose | None:
    """UK label, child from three months: a syringe by age."""
    if _is_aged(person, "0.25", "1"):
        return fixed("2.5", "mg")
    if _is_aged(person, "1", "5"):
        return fixed("5", "mg")
    if _is_aged(person, "5", "10"):
        return fixed("7.5", "mg")
    return fixed("10", "mg") if _is_aged(person, "10", "18") else None


def midazolam_buccal_child(person: Person) -> Dose | None:
    """Resuscitation Council UK, child: by weight to a largest dose."""
    return _child(person, each(number(person, "weight"), "0.3", "mg", most="10"))


def midazolam_im_adult(person: Person) -> Dose | None:
    """US label and the RAMPART trial, adult: the same for everybody."""
    return fixed("10", "mg")


def midazolam_im_child(person: Person) -> Dose | None:
    """RAMPART trial, child: two doses by weight; the trial took nobody lighter than its lower end."""
    weight = number(person, "weight")
    if not 13 <= weight <= 200:
        return None
    return fixed("5" if weight <= 40 else "10", "mg")


def midazolam_iv_child(person: Person) -> Dose | None:
    """Resuscitation Council UK, child: by weight to a largest dose."""
    return _child(person, each(number(person, "weight"), "0.15", "mg", most="10"))


def phenytoin_adult(person: Person) -> Dose | None:
    """NHS Borders, adult: by weight to a largest dose."""
    return each(number(person, "weight"), "20", "mg", most="2000")


def phenytoin_uk_child(person: Person) -> Dose | None:
    """Resuscitation Council UK, child: by weight to a lower largest dose than the adult's."""
    return _child(person, each(number(person, "weight"), "20", "mg", most="1500"))


def phenytoin_msf_adult(person: Person) -> Dose | None:
    """MSF, adult: a range by weight, without a largest dose."""
    return each(number(person, "weight"), "15", "mg", high="20")


def phenytoin_msf_child(person: Person) -> Dose | None:
    """MSF, child from a month: as in the adult."""
    return _child(person, each(number(person, "weight"), "15", "mg", high="20"))


def valproate_adult(person: Person) -> Dose | None:
    """NHS Borders and the American Epilepsy Society, adult: by weight to a largest dose."""
    return each(number(person, "weight"), "40", "mg", most="3000")


def valproate_pregnancy(person: Person) -> Dose | None:
    """NHS Borders, pregnancy: avoided."""
    return None


def valproate_child(person: Person) -> Dose | None:
    """Resuscitation Council UK; American Epilepsy Society and a children's hospital: child, by weight to a largest dose."""
    return _child(person, each(number(person, "weight"), "40", "mg", most="3000"))


READINGS: dict[str, Reader] = {
    "alteplase-iv/ayrshire": alteplase,
    "alteplase-iv/aha": alteplase,
    "diazepam-iv/borders": diazepam_iv_adult,
    "diazepam-iv/ni": diazepam_iv_adult,
    "diazepam-iv/aes-adult": diazepam_iv_us_adult,
    "diazepam-iv/aes-child": diazepam_iv_us_child,
    "diazepam-rectal/borders": diazepam_rectal_adult,
    "diazepam-rectal/apls-child": diazepam_rectal_child,
    "fosphenytoin-iv/us-label-adult": fosphenytoin_label_adult,
    "fosphenytoin-iv/us-label-child": fosphenytoin_label_child,
    "fosphenytoin-iv/aes-adult": fosphenytoin_us_adult,
    "fosphenytoin-iv/aes-child": fosphenytoin_us_child,
    "levetiracetam-iv/borders": levetiracetam_adult,
    "levetiracetam-iv/rcuk-child": levetiracetam_uk_child,
    "levetiracetam-iv/aes-adult": levetiracetam_adult,
    "levetiracetam-iv/aes-child": levetiracetam_us_child,
    "lorazepam-iv/borders": lorazepam_adult,
    "lorazepam-iv/ni": lorazepam_adult,
    "lorazepam-iv/rcuk-child": lorazepam_child,
    "lorazepam-iv/aes-adult": lorazepam_us_adult,
    "lorazepam-iv/aes-child": lorazepam_child,
    "midazolam-buccal/borders": midazolam_buccal_adult,
    "midazolam-buccal/label": midazolam_buccal_label,
    "midazolam-buccal/rcuk-child": midazolam_buccal_child,
    "midazolam-im/us-label": midazolam_im_adult,
    "midazolam-im/rampart-adult": midazolam_im_adult,
    "midazolam-im/rampart-child": midazolam_im_child,
    "midazolam-iv-status-epilepticus/rcuk-child": midazolam_iv_child,
    "phenytoin-iv/borders": phenytoin_adult,
    "phenytoin-iv/rcuk-child": phenytoin_uk_child,
    "phenytoin-iv/msf-adult": phenytoin_msf_adult,
    "phenytoin-iv/msf-child": phenytoin_msf_child,
    "valproate-iv/borders": valproate_adult,
    "valproate-iv/borders-pregnancy": valproate_pregnancy,
    "valproate-iv/rcuk-child": valproate_child,
    "valproate-iv/aes-adult": valproate_adult,
    "valproate-iv/aes-child": valproate_child,
}
