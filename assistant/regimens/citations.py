"""What a regimen cites: works that the bibliography holds, verified, and of people."""

from collections.abc import Iterator, Mapping

from assistant.records import Reference
from assistant.regimens.proof import Fault, Location
from assistant.regimens.schema import Sheet

AROUND = ("products", "monitoring", "contraindications", "interactions", "antidotes", "cautions")


def check_citations(sheet: Sheet, works: Mapping[str, Reference]) -> Iterator[Fault]:
    """The citations of a file that no dose may stand on, each where it first stands."""
    told: set[str] = set()
    for where, keys in list_citations(sheet):
        for key in keys:
            if key not in told and (reason := _find_reason(key, works)) is not None:
                told.add(key)
                yield Fault((*where, "citations"), reason)


def list_citations(sheet: Sheet) -> Iterator[tuple[Location, tuple[str, ...]]]:
    """Every row of a file with what it cites."""
    for name in AROUND:
        for place, row in enumerate(getattr(sheet, name)):
            yield (name, place), row.citations
    for at, group in enumerate(sheet.groups):
        for name in ("tiers", "monitoring"):
            for place, row in enumerate(getattr(group, name)):
                yield ("groups", at, name, place), row.citations


def _find_reason(key: str, works: Mapping[str, Reference]) -> str | None:
    """Why a citation cannot carry a dose; None where it can."""
    work = works.get(key)
    if work is None:
        return f"reference {key} is not in references.json"
    if work.population != "human":
        return f"a dose rests on {key}, which is not a study of people"
    return None
