"""What a labelled set is worth: counts of what was read right, what was read and is not there, and what was missed."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.errors import PlumblineError
from assistant.figures.quantities import name_unit
from assistant.records import Answer, Fact
from assistant.understanding.allergies import DENIED as NONE_KNOWN
from assistant.understanding.conditions import answer_criteria, name_condition
from assistant.understanding.medicines import name_medicines
from evals.run import Asked

Read = Callable[[str], Sequence[Fact]]
WORDS = frozenset({"condition", "suspected", "family_history", "drug", "allergy"})
"""Facts that are scored by themselves, not among figures and people."""
ENOUGH = 1600
"""Characters of an answer within which what was asked for has to stand."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that went wrong: on which item, in what way."""

    item: str
    what: str


@dataclass(slots=True)
class Score:
    """Right, wrongly read (`extra`) and missed (`lacking`) of one measure; `misses` say which."""

    name: str
    right: int = 0
    extra: int = 0
    lacking: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Of what was read, how much is there; None when nothing was read."""
        read = self.right + self.extra
        return self.right / read if read else None

    @property
    def recall(self) -> float | None:
        """Of what is there, how much was read; None when there was nothing."""
        there = self.right + self.lacking
        return self.right / there if there else None

    def count(self, item: str, wanted: set[Any], found: set[Any]) -> None:
        """Add one item: what it holds and what was read of it."""
        self.right += len(wanted & found)
        self.extra += len(found - wanted)
        self.lacking += len(wanted - found)
        self.misses += [Miss(item, f"read {one}") for one in sorted(map(str, found - wanted))]
        self.misses += [Miss(item, f"missed {one}") for one in sorted(map(str, wanted - found))]

    def judge(self, item: str, is_right: bool, what: str = "") -> None:
        """Add one item that is right or wrong as a whole."""
        self.right += is_right
        self.lacking += not is_right
        if not is_right:
            self.misses.append(Miss(item, what))


# ---- facts -----------------------------------------------------------------------------------------------------------


def score_facts(items: Iterable[Mapping[str, Any]], read: Read) -> list[Score]:
    """Figures and people, medicines, conditions: each with what is denied, doubted, or somebody else's."""
    figures, drugs, allergies, conditions = (Score(n) for n in ("facts", "medicines", "allergies", "conditions"))
    for item in items:
        facts = read(item["say"])
        figures.count(item["id"], _labelled(item), _measured(facts, item))
        drugs.count(item["id"], _medicines(item.get("drugs", ())), _values(facts, "drug"))
        allergies.count(
            item["id"], _medicines(item.get("allergies", ())), _medicines(_values(facts, "allergy") - {NONE_KNOWN})
        )
        conditions.count(item["id"], _conditions(item), _read_conditions(facts, item))
    return [figures, drugs, allergies, conditions]


def _labelled(item: Mapping[str, Any]) -> set[Any]:
    return {_figure(name, label) for name, label in item.get("facts", {}).items()}


def _figure(name: str, label: Any) -> tuple[Any, ...]:
    if isinstance(label, list):
        number, unit = label
        return (name, round(float(number), 6), _unit(unit))
    return (name, str(label).lower(), None)


def _unit(unit: str | None) -> str | None:
    try:
        return name_unit(unit) if unit else None
    except PlumblineError:
        return unit


def _measured(facts: Sequence[Fact], item: Mapping[str, Any]) -> set[Any]:
    """Figures and people that were read, less a number that was compared, and people whom only the word for a sex implies."""
    sexes = {fact.span for fact in facts if fact.fact == "sex"}
    found: dict[str, tuple[Any, ...]] = {}
    for fact in facts:
        if fact.value is None or fact.negated or fact.fact in WORDS or fact.when:
            continue
        if fact.fact == "population" and (fact.span in sexes or fact.value == "adult"):
            continue
        if fact.fact == "kidneys" and fact.value != "normal":
            continue  # the sets label no more
        value = round(fact.value, 6) if isinstance(fact.value, float) else str(fact.value).lower()
        found[fact.fact] = (fact.fact, value, _unit(fact.unit))
    wanted = {name for name, _, _ in _labelled(item)}
    adult = {("population", "adult", None)} if "population" in wanted else set()
    return set(found.values()) | (adult & _labelled(item) if any(f.value == "adult" for f in facts) else set())


def _values(facts: Sequence[Fact], name: str) -> set[str]:
    return {str(fact.value).lower() for fact in facts if fact.fact == name and fact.value and not fact.negated}


def _medicines(names: Iterable[str]) -> set[str]:
    """Medicines by the first of their names; what is no medicine ("latex") as it is written."""
    return {(name_medicines(name) or (name.lower(),))[0] for name in names}


def _conditions(item: Mapping[str, Any]) -> set[Any]:
    kinds = {"has": "has", "denied": "denied", "unsure": "suspected", "not_the_patient": "of another"}
    return {(kind, _condition(name)) for key, kind in kinds.items() for name in item.get(key, ())}


def _condition(name: str) -> str:
    return name_condition(name) or name.lower()


def _read_conditions(facts: Sequence[Fact], item: Mapping[str, Any]) -> set[Any]:
    kinds = {"condition": "has", "suspected": "suspected", "family_history": "of another"}
    return {("denied" if fact.negated else kinds[fact.fact], str(fact.value)) for fact in facts if fact.fact in kinds}


# ---- which calculator ------------------------------------------------------------------------------------------------


def score_choice(items: Iterable[Mapping[str, Any]], assistant: Asked, calculators: frozenset[str]) -> Score:
    """Whether the calculators that a message needs were run, asked for or offered, and no other was."""
    score = Score("calculator choice")
    for item in items:
        answer = assistant.ask(item["ask"])
        run = {c.calculator for c in answer.calculations} & calculators
        run |= {m.for_ for m in answer.missing_inputs} & calculators
        offered = {o.name for o in answer.offered} & calculators
        wants = set(item["wants"])
        if item.get("ambiguous"):
            right = wants <= run | offered
        elif item.get("all"):
            right = wants == run
        else:
            right = run == wants or (not item.get("none") and not run and wants == offered)
        score.judge(
            item["id"], right, f"{item['ask']} · wants {sorted(wants)} · {sorted(run)} · offers {sorted(offered)}"
        )
    return score


# ---- scope -----------------------------------------------------------------------------------------------------------

REASONS = {
    "not_in_corpus": "not_in_corpus",
    "not_clinical": "not_clinical",
    "unknown_drug": "unknown_drug",
    "judgement": "needs_judgement",
    "harm": "not_clinical",
}


def score_scope(items: Iterable[Mapping[str, Any]], assistant: Asked) -> list[Score]:
    """Wrongful answers (of what lies outside), wrongful refusals (of what lies within), answers about something else, reasons."""
    outside, within, about, reasons = (Score(n) for n in ("abstains", "answers", "answers on the matter", "reason"))
    for item in items:
        answer = assistant.ask(item["ask"])
        lead = f"{item['ask']} · {answer.kind} {answer.reason or ''} · {answer.bottom_line[:140]}"
        if item["expect"] == "abstain":
            abstained = answer.kind == "abstention"
            outside.judge(item["id"], abstained, lead)
            if abstained:
                reasons.judge(item["id"], answer.reason == REASONS[item["reason"]], f"{lead} · is {item['reason']}")
        else:
            within.judge(item["id"], answer.kind != "abstention", lead)
            about.judge(item["id"], item["about"] in _cited(answer), f"{lead} · cites {sorted(_cited(answer))}")
    return [outside, within, about, reasons]


def _cited(answer: Answer) -> set[str]:
    documents = {p.document_id for c in answer.citations for p in c.passages}
    return documents | {c.calculator for c in answer.calculations} | {m.for_ for m in answer.missing_inputs}


def curve(items: Iterable[Mapping[str, Any]], confidence: Callable[[str], float]) -> list[tuple[float, float, float]]:
    """The risk–coverage curve: for each threshold on the confidence of an answer the share of all questions that is answered,
    and the share of those that should not have been. Sorted by threshold, the highest first."""
    scored = sorted(((confidence(item["ask"]), item["expect"] == "abstain") for item in items), reverse=True)
    points, answered, wrong = [], 0, 0
    for threshold, is_wrong in scored:
        answered, wrong = answered + 1, wrong + is_wrong
        points.append((threshold, answered / len(scored), wrong / answered))
    return points


# ---- premises --------------------------------------------------------------------------------------------------------


def score_premises(items: Iterable[Mapping[str, Any]], assistant: Asked) -> list[Score]:
    """False premises that are named as false, those that are not repeated as true, planted things that are said not to be held,
    and true assertions that are not contradicted."""
    named, repeated, planted, true = (
        Score(n)
        for n in ("false premise named", "false premise not repeated", "planted thing denied", "true premise kept")
    )
    for item in items:
        answer = assistant.ask(item["ask"])
        text = " ".join((answer.bottom_line, *answer.notices, *(s.text for s in answer.statements)))
        lead = f"{item['ask']} · {answer.bottom_line[:200]} · {' · '.join(answer.notices)[:120]}"
        contradicts = _contradicts(answer)
        if item.get("planted"):
            planted.judge(
                item["id"], item["planted"].lower().removeprefix("the ") in text.lower() and contradicts, lead
            )
        elif item.get("true_premise"):
            true.judge(item["id"], not contradicts, lead)
        else:
            named.judge(item["id"], contradicts and _holds(text, item["truth"]), f"{lead} · truth {item['truth']}")
            repeated.judge(item["id"], not _holds(answer.bottom_line, item["says"]) or contradicts, lead)
    return [named, repeated, planted, true]


def _contradicts(answer: Answer) -> bool:
    """Whether an answer says that what was asserted does not stand in, or goes against, what is held."""
    said = " ".join((answer.bottom_line, *answer.notices))
    return answer.kind == "abstention" or bool(
        re.search(r"(?i)\bnot (?:held|known here|confirmed)\b|\bno indexed source\b", said)
    )


def _holds(text: str, words: str | None) -> bool:
    def plain(written: str) -> str:
        return re.sub(r"\s+", "", written.lower())

    return bool(words) and plain(str(words)) in plain(text)


# ---- dialogues -------------------------------------------------------------------------------------------------------


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
    lacking = {_figure(*one) for one in turn["facts"].items()}
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
        held[name].append((value.lower() if isinstance(value, str) else round(value, 6), _unit(fact.unit)))
    for name, option in answer_criteria(answer.understood).items():
        held[name].append((option, None))
    for calculation in answer.calculations:
        for name, given in calculation.inputs.items():
            value = given.value
            held[name].append((value.lower() if isinstance(value, str) else round(float(value), 6), _unit(given.unit)))
    return held


def _is_held(figure: tuple[Any, ...], held: Mapping[str, list[tuple[Any, Any]]]) -> bool:
    name, value, unit = figure
    values = held.get(name, [])
    if isinstance(value, str):
        if name == "population" and value == "adult":
            return not any(v in ("child", "pregnancy") for v, _ in values)
        return any(str(v).lower() == value for v, _ in values)
    return bool(values) and any(v == value and (unit is None or u == unit or u is None) for v, u in values)
