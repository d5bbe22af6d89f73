"""An infusion that was asked for in an emergency: when it is started leads, then how it is made and run where that is the point."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.composers.draft import DraftStatement, Material, Request
from assistant.composers.fitting import names, pool_of, stems
from assistant.composers.leading import MOST_IN_THE_BOTTOM_LINE
from assistant.figures import Kind, find
from assistant.records import Passage

INFUSION = "infusion"
REFRACTORY = r"refractory|despite|third|after (?:two|2)"
"""Words of a question whose first doses were given, so that the infusion itself is the point."""


def lead_with_infusion(
    first: Sequence[DraftStatement], worked_out: bool, request: Request, material: Material
) -> tuple[list[DraftStatement], list[DraftStatement]]:
    """The bottom line, led by when the infusion is started, and what no longer fits into it; how the infusion runs stands in it
    where the first doses were given."""
    pool = [p for p in pool_of(request, material) if names(request.manner, p.text) and not p.regimen]
    start = _nearest(pool, request, lambda p: p.role == "bottom_line")
    run = _nearest(pool, request, lambda p: p.role == "administration" and _is_run(p))
    given = re.search(rf"\b(?:{REFRACTORY})", request.question, re.IGNORECASE)
    chosen = [p for p in (start, run if given or start is None else None) if p]
    said = [DraftStatement("bottom_line", material.hide(p), (p.id,)) for p in chosen]
    rest = [s for s in first if s.text not in {one.text for one in said}]
    room = 1 if worked_out else max(0, MOST_IN_THE_BOTTOM_LINE - len(said))
    return [*said, *rest[:room]], [replace(s, role="differs") for s in rest[room:]] if worked_out else []


def _nearest(pool: Sequence[Passage], request: Request, wanted: Callable[[Passage], bool]) -> Passage | None:
    """The first passage that holds most of the question, in its words or its heading."""
    asked = stems(request.question)
    kept = [p for p in pool if wanted(p) and request.scores.get(p.id)]
    return max(kept, key=lambda p: len(stems(f"{p.section} {p.text}") & asked), default=None)


def _is_run(passage: Passage) -> bool:
    return any(figure.kind is Kind.RATE for figure in find(passage.text))
