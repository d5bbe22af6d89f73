"""What a site has decided of its medicines: what it stocks and by which name, what is restricted, which units it prefers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.regimens.schema import Row, Text


class Stocked(Row):
    """A product that the site has, by whose strength volumes are worked out."""

    name: Text
    strength: Text


class Item(Row):
    """One medicine of the formulary, by the id of its regimen."""

    status: Literal["stocked", "restricted", "not stocked"] = "stocked"
    local_name: Text | None = None
    notice: Text | None = None
    strengths: tuple[Stocked, ...] = ()


@dataclass(frozen=True)
class Site:
    """The formulary by regimen id, and the unit system that the site prefers."""

    units: Literal["si", "conventional"] = "si"
    items: Mapping[str, Item] = field(default_factory=dict)

    def stocked(self, regimen: str) -> Sequence[Stocked] | None:
        """The products that the site stocks of a regimen; None where its formulary says nothing of strengths."""
        item = self.items.get(regimen)
        return item.strengths if item and item.strengths else None

    def notices(self, regimen: str) -> Sequence[str]:
        """What the site says of a medicine: whether it has it, under which name, and on whose word it is given."""
        item = self.items.get(regimen)
        if item is None:
            return ()
        told = {"restricted": "Restricted at this site.", "not stocked": "Not stocked at this site.", "stocked": ""}
        known = f"Known at this site as {item.local_name}." if item.local_name else ""
        return tuple(text for text in (told[item.status], item.notice or "", known) if text)


ANY_SITE = Site()
