"""What a regimen must know of the patient, as inputs: each asked for once, in its unit, with its plausible range."""

from collections.abc import Iterator

from assistant.errors import WrongUnit
from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import convert, is_same_kind
from assistant.intake.declarations import Choice, Measure, Moment, Words
from assistant.intake.slots import Slot
from assistant.regimens.intervals import Interval
from assistant.regimens.people import OLDEST, find_population
from assistant.regimens.schema import Dose, Need, Sheet, Tier, Watch, Weight

PLAUSIBLE: dict[str, tuple[str, float, float]] = {
    "age": ("years", 0, OLDEST),
    "weight": ("kg", 0.3, 500),
    "ideal_weight": ("kg", 0.3, 200),
    "adjusted_weight": ("kg", 0.3, 400),
    "height": ("cm", 20, 260),
    "body_surface_area": ("m²", 0.1, 4),
    "potassium": ("mmol/L", 0.5, 15),
    "sodium": ("mmol/L", 80, 220),
    "magnesium": ("mmol/L", 0.05, 10),
    "calcium": ("mmol/L", 0.2, 8),
    "phosphate": ("mmol/L", 0.05, 10),
    "glucose": ("mmol/L", 0.2, 150),
    "creatinine": ("µmol/L", 5, 3000),
    "crcl": ("mL/min", 0, 400),
    "egfr": ("mL/min/1.73 m²", 0, 300),
    "inr": ("", 0.5, 30),
}
"""Beyond these a value is a slip of the unit or the pen, not a patient. They are guards of ours, not figures of a source."""
WRITTEN_IN = {"age": ("years", "months", "weeks", "days"), "oxygen_saturation": ("%", "fraction")}
"""The units in which people write what has more than the usual ones."""
POPULATIONS = ("adult", "child", "pregnancy")
WEIGHTS: dict[Weight | None, str] = {
    None: "weight", "actual": "weight", "ideal": "ideal_weight", "adjusted": "adjusted_weight",
}  # fmt: skip
_WEIGHT_MEANS = {
    "weight": "actual body weight",
    "ideal_weight": "ideal body weight",
    "adjusted_weight": "adjusted body weight",
    "body_surface_area": "body surface area",
}
SURFACE, ALLERGY, MEDICINES, START = "body_surface_area", "allergy", "medicines", "start"
"""Inputs that no file declares: they follow from its doses, or concern every drug."""


def read_slots(sheet: Sheet) -> tuple[Slot, ...]:
    """The inputs of a regimen in the order in which they are asked for."""
    return tuple(_slots(sheet))


def _slots(sheet: Sheet) -> Iterator[Slot]:
    indications = list_indications(sheet)
    if len(indications) > 1:
        yield Slot("indication", Choice(*indications, means="what it is given for"), True, False)
    if any(find_population(group, tier) != "any" for group in sheet.groups for tier in group.tiers):
        yield Slot("population", Choice(*POPULATIONS, means="adult, child or pregnancy"), False, False)
    needs = _merge_needs(sheet)
    if "age" not in needs and any(group.population in ("adult", "child") for group in sheet.groups):
        yield Slot("age", Measure("years", 0, OLDEST, written=WRITTEN_IN["age"]), False, False)
    for name, need in needs.items():
        yield _slot(name, need, required=all(name in group.needs for group in sheet.groups))
    weights = [{name for tier in group.tiers for name in weights_of(tier) or {None}} for group in sheet.groups]
    for name in (*dict.fromkeys(WEIGHTS.values()), SURFACE):
        if name not in needs and any(name in found for found in weights):
            required = all(found == {name} for found in weights)
            unit, low, high = PLAUSIBLE[name]
            yield Slot(name, Measure(unit, low, high, means=_WEIGHT_MEANS[name]), required, False)
    yield Slot(ALLERGY, Words("allergies that are known"), False, False)
    if sheet.interactions:
        taken = (("taken", tuple(dict.fromkeys(name for row in sheet.interactions for name in row.taken))),)
        yield Slot(MEDICINES, Words("other medicines that are taken", said=taken), False, False)
    if any(row.baseline or row.after or row.every for row in list_all_watches(sheet)):
        yield Slot(START, Moment("when it is started"), False, False)


def list_all_watches(sheet: Sheet) -> list[Watch]:
    """Every monitoring row of a file."""
    return [*sheet.monitoring, *(row for group in sheet.groups for row in group.monitoring)]


def list_indications(sheet: Sheet) -> tuple[str, ...]:
    """What the drug is given for, each once, in the order of the file."""
    return tuple(dict.fromkeys(group.indication for group in sheet.groups))


def name_weight(dose: Dose | None) -> str | None:
    """The input by which a dose that grows with the body is worked out; None for a fixed dose."""
    if dose is None or dose.amount:
        return None
    return SURFACE if dose.per_m2 else WEIGHTS[dose.weight]


def weights_of(tier: Tier) -> frozenset[str]:
    """The weights, or the body surface, without which a row cannot be worked out."""
    following = [*([tier.maintenance] if tier.maintenance else []), *tier.steps]
    doses = (tier.dose, *(step.dose for step in following))
    named = {name for dose in doses if (name := name_weight(dose))}
    grows = [
        text
        for text in (tier.rate, tier.daily_max, tier.total_max, *(step.rate for step in following))
        if text and "/kg" in text
    ]
    if grows:
        named.add(WEIGHTS[tier.rate_weight or (tier.dose.weight if tier.dose else None)])
    return frozenset(named)


def find_plausible(name: str, need: Need) -> tuple[float, float]:
    """The plausible range of a need in its own unit. Raises `ValueError` where none is known or said, or `WrongUnit`."""
    unit = need.unit or ""
    if need.plausible:
        said = Interval.read(need.plausible)
        return float(said.low), float(said.high)
    if name not in PLAUSIBLE:
        raise ValueError(f"say with `plausible` beyond which values {name} would be a slip, such as [0, 100]")
    known, low, high = PLAUSIBLE[name]
    analyte = name if name in ANALYTES else None
    if not is_same_kind(known, unit, analyte):
        raise WrongUnit(name, unit, known)
    return convert(low, known, unit, analyte), convert(high, known, unit, analyte)


def is_consistent(name: str, first: Need, other: Need) -> bool:
    """Whether two needs of one name can be asked for as one."""
    if first.choices or other.choices:
        return first.choices == other.choices
    return is_same_kind(first.unit or "", other.unit or "", name if name in ANALYTES else None)


def _merge_needs(sheet: Sheet) -> dict[str, Need]:
    merged: dict[str, Need] = {}
    for group in sheet.groups:
        for name, need in group.needs.items():
            merged.setdefault(name, need)
    return merged


def _slot(name: str, need: Need, required: bool) -> Slot:
    if need.choices:
        return Slot(name, Choice(*need.choices, means=need.means, said=tuple(need.said.items())), required, False)
    low, high = find_plausible(name, need)
    analyte = name if name in ANALYTES else None
    written = WRITTEN_IN.get(name, ()) if need.unit in WRITTEN_IN.get(name, ()) else ()
    measure = Measure(need.unit or "", low, high, means=need.means, analyte=analyte, written=written)
    return Slot(name, measure, required, False)
