"""Checks: functions of a few lines on the typed Answer. Each gives a value with its reason, or None when it does not apply."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.figures import Kind, find
from assistant.records import Answer, AnswerFigure, PassageSource, Statement
from evals.cases import Expectation

_ABSENCE = re.compile(
    r"\b(?:no|not|none)\b[^.;]*\bindexed (?:source|record)s?\b|\bindexed (?:source|record)\b[^.;]*\b(?:no|not|none)\b"
)
"""How the documents say that something is not held."""
Check = Callable[[Answer, Expectation], "Finding | None"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: between 0 and 1, with the reason when it is below one."""

    value: float
    reason: str = ""


def _share(found: int, wanted: int, reason: str) -> Finding | None:
    return None if wanted == 0 else Finding(found / wanted, "" if found == wanted else reason)


def kind(answer: Answer, expect: Expectation) -> Finding | None:
    """The answer is of the expected kind and, where said, for the expected reason."""
    if expect.kind is None:
        return None
    right = answer.kind == expect.kind and expect.reason in (None, answer.reason)
    return Finding(
        float(right), "" if right else f"{answer.kind} ({answer.reason}) instead of {expect.kind} ({expect.reason})"
    )


def figure_provenance(answer: Answer, _: Expectation) -> Finding | None:
    """Every figure that the scanner finds in the markdown lies inside a span of `figures`."""
    text = _without_markers(answer)
    loose = [
        f.text
        for f in find(text)
        if f.kind not in (Kind.NAME, Kind.UNIT, Kind.TEXT) and not _inside(f.start, f.end, answer)
    ]
    wanted = len(answer.figures) + len(loose)
    return _share(len(answer.figures), wanted, f"without provenance: {loose}")


def _without_markers(answer: Answer) -> str:
    """The markdown with citation markers blanked at their length."""
    text = answer.markdown
    for number in sorted({n for s in answer.statements for n in s.citations}, reverse=True):
        marker = f"[{number}]"
        text = text.replace(marker, " " * len(marker))
    return text


def _inside(start: int, end: int, answer: Answer) -> bool:
    return any(span.start <= start and end <= span.end for span in answer.figures)


def quote_exactness(answer: Answer, _: Expectation) -> Finding | None:
    """Every span stands verbatim in the markdown and in the source that it names."""
    wrong = [f.text for f in answer.figures if not (answer.markdown[f.start : f.end] == f.text and _stands(f, answer))]
    return _share(len(answer.figures) - len(wrong), len(answer.figures), f"not verbatim in its source: {wrong}")


def _stands(figure: AnswerFigure, answer: Answer) -> bool:
    source = figure.source
    if isinstance(source, PassageSource):
        passages = {p.id: p.text for c in answer.citations if c.number == source.citation for p in c.passages}
        return passages.get(source.passage, "")[source.start : source.end] == figure.text
    if figure.origin == "calculation":
        return figure.text in answer.calculations[source.calculation].model_dump_json()  # type: ignore[union-attr]
    if figure.origin == "question":
        return figure.text in answer.understood[source.fact].text  # type: ignore[union-attr]
    return True


def statements_cited(answer: Answer, _: Expectation) -> Finding | None:
    """Every statement of an answer cites something, but for those that say what is not held, or ask for what is missing."""
    if answer.kind != "answer":
        return None
    claims = [s for s in answer.statements if s.role != "not_in_sources" and not (_says_absence(s) or _asks(s))]
    bare = [s.text for s in claims if not s.citations]
    return _share(len(claims) - len(bare), len(claims), f"without citation: {bare}")


def _says_absence(statement: Statement) -> bool:
    """Whether a statement of the bottom line says that something is not held, without a figure."""
    return statement.role == "bottom_line" and not statement.figures and bool(_ABSENCE.search(statement.text))


def _asks(statement: Statement) -> bool:
    """Whether a statement of the bottom line asks for what is missing, without a figure."""
    asked = re.search(r": please give (?:it|them)\.$", statement.text)
    return statement.role == "bottom_line" and not statement.figures and asked is not None


def citation_recall(answer: Answer, expect: Expectation) -> Finding | None:
    """The expected references or documents are cited."""
    held = {c.reference_id for c in answer.citations} | {
        f"document:{p.document_id}" for c in answer.citations for p in c.passages
    }
    lacking = [key for key in expect.cites if key not in held]
    return _share(len(expect.cites) - len(lacking), len(expect.cites), f"not cited: {lacking}")


def figure_recall(answer: Answer, expect: Expectation) -> Finding | None:
    """The expected figures stand in the answer."""
    held = [f.text for f in answer.figures]
    lacking = [text for text in expect.figures if text not in held]
    return _share(len(expect.figures) - len(lacking), len(expect.figures), f"missing figures: {lacking}")


def bottom_line(answer: Answer, expect: Expectation) -> Finding | None:
    """The bottom line holds what it must and not what it must not."""
    low = answer.bottom_line.lower()
    faults = [w for w in expect.bottom_line if w.lower() not in low] + [
        f"not {w}" for w in expect.not_in_bottom_line if w.lower() in low
    ]
    wanted = len(expect.bottom_line) + len(expect.not_in_bottom_line)
    return _share(wanted - len(faults), wanted, f"{faults} in {answer.bottom_line!r}")


def calculation(answer: Answer, expect: Expectation) -> Finding | None:
    """The expected calculation was made and agrees."""
    wanted = expect.calculation
    if wanted is None:
        return None
    made = [c for c in answer.calculations if c.calculator == wanted.calculator]
    if not made:
        return Finding(0.0, f"not calculated: {wanted.calculator}")
    result = made[0].result
    pairs = [(wanted.value, result.value), (wanted.low, result.low), (wanted.high, result.high)]
    close = all(_close(a, b, wanted.tolerance) for a, b in pairs if a is not None)
    right = close and wanted.text in (None, result.text)
    return Finding(
        float(right),
        "" if right else f"{result.text} instead of {wanted.text or wanted.value or (wanted.low, wanted.high)}",
    )


def _close(wanted: float, got: object, tolerance: float) -> bool:
    return isinstance(got, int | float) and abs(got - wanted) <= tolerance * max(abs(wanted), 1e-9)


def missing_inputs(answer: Answer, expect: Expectation) -> Finding | None:
    """The inputs that were not said are asked for."""
    asked = {item.name for item in answer.missing_inputs}
    lacking = [name for name in expect.missing if name not in asked]
    return _share(len(expect.missing) - len(lacking), len(expect.missing), f"not asked for: {lacking}")


def completeness(answer: Answer, expect: Expectation) -> Finding | None:
    """What must be mentioned is."""
    low = answer.markdown.lower()
    lacking = [words for words in expect.mentions if words.lower() not in low]
    return _share(len(expect.mentions) - len(lacking), len(expect.mentions), f"not mentioned: {lacking}")


def restraint(answer: Answer, expect: Expectation) -> Finding | None:
    """What must not be said is not."""
    low = answer.markdown.lower()
    said = [words for words in expect.must_not if words.lower() in low]
    return _share(len(expect.must_not) - len(said), len(expect.must_not), f"said: {said}")


def disagreement(answer: Answer, expect: Expectation) -> Finding | None:
    """Both sides of an expected disagreement are shown."""
    if expect.disagreement is None:
        return None
    shown = any(expect.disagreement.lower() in d.topic.lower() and len(d.positions) > 1 for d in answer.disagreements)
    return Finding(float(shown), "" if shown else f"no disagreement on {expect.disagreement!r}")


def notice(answer: Answer, expect: Expectation) -> Finding | None:
    """An expected notice stands there."""
    if expect.notice is None:
        return None
    shown = any(expect.notice.lower() in text.lower() for text in answer.notices)
    return Finding(float(shown), "" if shown else f"no notice with {expect.notice!r}")


def banner(answer: Answer, expect: Expectation) -> Finding | None:
    """The safety banner is there exactly when expected."""
    if expect.banner is None:
        return None
    right = (answer.banner is not None) == expect.banner
    return Finding(float(right), "" if right else "banner missing" if expect.banner else "banner not called for")


CHECKS: tuple[Check, ...] = (
    kind,
    figure_provenance,
    quote_exactness,
    statements_cited,
    citation_recall,
    figure_recall,
    bottom_line,
    calculation,
    missing_inputs,
    completeness,
    restraint,
    disagreement,
    notice,
    banner,
)
