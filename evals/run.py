"""Run the cases against an assistant: every check on every turn. A crash is a finding, not the end of the run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from assistant.records import Answer
from evals.cases import Case
from evals.checks import CHECKS


class Asked(Protocol):
    """What is evaluated: anything that answers."""

    def ask(self, question: str, conversation_id: str | None = None, audience: str = "physician") -> Answer:
        """The answer to a question."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One check on one turn of one case."""

    case: str
    turn: int
    check: str
    value: float
    reason: str


NAMES = (*(check.__name__ for check in CHECKS), "no_crash")


def run(cases: Iterable[Case], assistant: Asked) -> Iterator[Verdict]:
    """The verdicts of all cases, in order."""
    for case in cases:
        yield from _run_case(case, assistant)


def _run_case(case: Case, assistant: Asked) -> Iterator[Verdict]:
    conversation: str | None = None
    for number, turn in enumerate(case.turns, start=1):
        try:
            answer = assistant.ask(turn.ask, conversation, case.audience)
        except Exception as error:
            yield Verdict(case.id, number, "no_crash", 0.0, f"{type(error).__name__}: {error}")
            return
        yield Verdict(case.id, number, "no_crash", 1.0, "")
        conversation = answer.conversation_id
        for check in CHECKS:
            finding = check(answer, turn.expect)
            if finding is not None:
                yield Verdict(case.id, number, check.__name__, finding.value, finding.reason)
