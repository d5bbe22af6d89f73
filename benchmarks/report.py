"""The benchmark in print: three sections, each a list of lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.impossible import INVENTED, Slip, is_refused
from benchmarks.mapping import NOT_OFFERED
from benchmarks.medcalc import Finding, Tally, find_name
from benchmarks.reasons import BY_ROW, KINDS, find_reason
from benchmarks.speed import Speed

WIDTH = 64


def print_rows(findings: Sequence[Finding], tallies: Iterable[Tally]) -> Iterator[str]:
    """The share of rows reproduced, and each miss with its reason."""
    yield "1. Rows reproduced from their entities"
    yield ""
    yield f"{'calculator':<{WIDTH}}{'rows':>6}{'same':>6}{'share':>9}{'filled':>8}{'in range':>10}"
    for tally in tallies:
        yield _line(tally)
    yield ""
    yield "filled: rows that leave out what we need; the labels take it as absent, and so it was filled in here."
    yield "in range: of these, how many of our ranges contain the label when it is left open, as in the product."
    offered = [finding for finding in findings if find_name(finding.row) not in NOT_OFFERED]
    misses = [finding for finding in offered if not finding.is_reproduced]
    same = len(offered) - len(misses)
    yield f"Of {len(findings)} rows {len(offered)} are of calculators that we offer; {same} of them are reproduced ({same / len(offered):.1%})."
    yield ""
    yield from _print_misses(misses)
    if stale := sorted(BY_ROW.keys() & {finding.row.id for finding in findings if finding.is_reproduced}):
        yield f"Reasons kept for rows that are reproduced now: {', '.join(stale)}"


def print_refusals(findings: Iterable[Finding], slips: Sequence[Slip]) -> Iterator[str]:
    """What cannot be, and whether it is refused."""
    yield "2. Refusals of what cannot be"
    yield ""
    named = sum(bool(slip.is_named) for slip in slips)
    yield f"Rows that hold an impossible entity: {len(slips)} found, {named} refused by the name of what it feeds."
    for slip in slips:
        yield f"  {slip.row.id:<6} {slip.what}: {_say(slip)}"
    seen = {slip.row.id for slip in slips}
    others = [finding for finding in findings if finding.refused and finding.row.id not in seen]
    yield f"Rows refused in which nothing is impossible: {len(others)} (their reasons stand above)."
    kept = [case for case in INVENTED if not is_refused(case)]
    yield f"Invented inputs: {len(INVENTED)}, refused in one line that names the input: {len(INVENTED) - len(kept)}."
    for case in kept:
        yield f"  not refused: {case.calculator}, {case.spoilt} {case.text!r} ({case.why})"


def print_speeds(speeds: Iterable[Speed]) -> Iterator[str]:
    """Calls a second with all that the calculator does, and of the formula alone."""
    yield "3. Speed"
    yield ""
    yield f"{'calculator':<24}{'runs a second':>16}{'formulas a second':>20}{'ratio':>8}"
    for speed in speeds:
        yield f"{speed.calculator:<24}{speed.runs:>16,.0f}{speed.formulas:>20,.0f}{speed.ratio:>8,.0f}"


def _line(tally: Tally) -> str:
    if tally.name in NOT_OFFERED:
        return f"{tally.name:<{WIDTH}}{tally.rows:>6}   not offered: {NOT_OFFERED[tally.name]}"
    ranges = f"{tally.holding}/{tally.bounded}" if tally.filled else ""
    share = tally.reproduced / tally.rows
    return f"{tally.name:<{WIDTH}}{tally.rows:>6}{tally.reproduced:>6}{share:>9.1%}{tally.filled or '':>8}{ranges:>10}"


def _print_misses(misses: Sequence[Finding]) -> Iterator[str]:
    yield f"Rows not reproduced: {len(misses)}"
    for finding in sorted(misses, key=lambda miss: (KINDS.index(find_reason(miss.row.id).kind), miss.row.calculator)):
        reason = find_reason(finding.row.id)
        ours = f"refuses {finding.refused[0]}" if finding.refused else finding.ours
        by_design = " (by design)" if reason.is_design else ""
        row = finding.row
        yield f"  {row.id:<6} {find_name(row)}: ours {ours}, label {row.label}; {reason.kind}{by_design}: {reason.why}"
    counted = Counter(find_reason(finding.row.id).kind for finding in misses)
    of_design = sum(find_reason(finding.row.id).is_design for finding in misses)
    kinds = ", ".join(
        f"{kind} {counted[kind]}" + (f" ({of_design} by design)" if kind == "ours" else "") for kind in KINDS
    )
    yield f"By reason: {kinds}."


def _say(slip: Slip) -> str:
    if slip.is_named is None:
        return f"not refused, {slip.ours}"
    return slip.ours if slip.is_named else f"refused for another reason, {slip.ours}"
