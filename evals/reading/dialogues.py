"""What the dialogues are worth: of each turn whether its facts hold, its matter leads and no number of another patient stands in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from assistant.records import Answer
from assistant.understanding.patient.conditions import answer_criteria
from evals.reading.score import ENOUGH, Score, plain_unit, read_label
from evals.run import Asked


def score_dialogues(items: Iterable[Mapping[str, Any]], assistant: Asked) -> list[Score]:
    """Turns whose facts hold, whose matter leads, that give no number of another patient; and dialogues right throughout."""
    scores = {
        n: Score(n)
        for n in ("turn facts", "numbers crossed", "topic", "kind", "calculation", "changed", "turns", "dialogues")
    }
    for item in items:
        conversation, whole = None, True
        for place, turn in enumerate(item["turns"], start=1):
            answer = assistant.ask(turn["say"], conversation)
            conversation = answer.conversation_id
            verdicts = dict(_judge_turn(turn, answer))
            where = f"{item['id']}.{place}"
            for name, (right, what) in verdicts.items():
                scores[name].judge(where, right, f"{turn['say']} · {what} · {answer.kind}: {answer.bottom_line[:140]}")
            right = all(verdict for verdict, _ in verdicts.values())
            scores["turns"].judge(where, right)
            whole = whole and right
        scores["dialogues"].judge(item["id"], whole)
    return list(scores.values())


def _judge_turn(turn: Mapping[str, Any], answer: Answer) -> Iterable[tuple[str, tuple[bool, str]]]:
    held = _held(answer)
    lacking = {read_label(*one) for one in turn["facts"].items()}
    lacking = {one for one in lacking if not _is_held(one, held)}
    yield "turn facts", (not lacking, f"lacks {sorted(map(str, lacking))}")
    shown = " ".join(
        (answer.markdown, *(str(f.value) for f in answer.understood if f.value is not None and not f.when))
    )
    crossed = [n for n in turn["gone"] if re.search(rf"(?<![\d.,]){re.escape(str(n))}(?:\.0)?(?![\d]|[.,]\d)", shown)]
    own = set(re.findall(r"\d+(?:\.\d+)?", turn["say"]))
    yield "numbers crossed", (not set(map(str, crossed)) - own - _quoted(answer), f"holds {crossed}")
    text = f"{answer.bottom_line} {answer.markdown}"[:ENOUGH].lower()
    topics = turn.get("topics") or ([turn["topic"]] if turn.get("topic") else [])
    lost = [one for one in topics if not any(str(word).lower() in text for word in one)]
    if topics:
        yield "topic", (not lost, f"wants {lost}")
    if turn.get("leads"):
        kinds = {"answer": "answer", "asks": "clarification", "abstains": "abstention"}
        yield "kind", (answer.kind == kinds[turn["leads"]], f"wants {turn['leads']}")
    if turn.get("calculation"):
        run = {c.calculator for c in answer.calculations} | {m.for_ for m in answer.missing_inputs}
        yield (
            "calculation",
            (turn["calculation"].replace("-", "_") in run, f"wants {turn['calculation']}, has {sorted(run)}"),
        )
    if turn.get("changed"):
        said = " ".join((answer.bottom_line, answer.markdown, *answer.notices)).lower()
        yield "changed", ("changed" in said or "before" in said, "a change is not told")


def _quoted(answer: Answer) -> set[str]:
    """Numbers of an answer that a passage or a calculator brought, not the person."""
    return {
        n
        for f in answer.figures
        if f.origin in ("passage", "declaration")
        for n in re.findall(r"\d+(?:\.\d+)?", f.text)
    }


def _held(answer: Answer) -> dict[str, list[tuple[Any, Any]]]:
    """What an answer takes to hold: by name the values and units; a condition under its own name."""
    held: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
    for fact in answer.understood:
        if fact.value is None or fact.when:
            continue
        name, value = fact.fact, fact.value
        if name == "condition":
            name, value = str(value).replace(" ", "_"), "no" if fact.negated else "yes"
        elif fact.negated:
            continue
        held[name].append((value.lower() if isinstance(value, str) else round(value, 6), plain_unit(fact.unit)))
    for name, option in answer_criteria(answer.understood).items():
        held[name].append((option, None))
    for calculation in answer.calculations:
        for name, given in calculation.inputs.items():
            value = given.value
            held[name].append(
                (value.lower() if isinstance(value, str) else round(float(value), 6), plain_unit(given.unit))
            )
    return held


def _is_held(figure: tuple[Any, ...], held: Mapping[str, list[tuple[Any, Any]]]) -> bool:
    name, value, unit = figure
    values = held.get(name, [])
    if isinstance(value, str):
        if name == "population" and value == "adult":
            return not any(v in ("child", "pregnancy") for v, _ in values)
        return any(str(v).lower() == value for v, _ in values)
    return bool(values) and any(v == value and (unit is None or u == unit or u is None) for v, u in values)
