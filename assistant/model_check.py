"""Try the configured chat model on the questions of the corpus: how many drafts pass, at which attempt, or why not."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

from assistant.assembly import connect_desk
from assistant.conversation import Desk
from assistant.drafting import Outcome, draft_with_model, is_for_a_model
from assistant.drafting.briefing import Ward
from assistant.errors import SettingError
from assistant.planning import make_plan
from assistant.settings import Settings
from assistant.understanding.question import Message, read_question
from assistant.understanding.words.shorthand import expand

MOST_OF_A_DOCUMENT = 2
"""Questions of one document that are tried."""


@dataclass
class CheckReport:
    """What was tried. `refused` counts reasons, not drafts; latencies are in seconds."""

    model: str
    first: int = 0
    retried: int = 0
    fell_back: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    latencies: list[float] = field(default_factory=list)

    @property
    def tried(self) -> int:
        """Questions that were given to the model."""
        return self.first + self.retried + self.fell_back

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {
            "model": self.model,
            "tried": self.tried,
            "accepted_first_time": self.first,
            "accepted_after_a_retry": self.retried,
            "refused": self.fell_back,
            "reasons": dict(self.refused.most_common()),
            "failures": dict(self.failures.most_common()),
            "median_seconds": median(self.latencies) if self.latencies else None,
        }


def check_model(settings: Settings) -> CheckReport:
    """Ask the model every question of the fixed set. Raises `SettingError` when none is configured."""
    with connect_desk(settings) as desk:
        if desk.chat is None:
            raise SettingError(
                "no chat model is configured; set ASSISTANT_MODEL to provider:name, such as ollama:qwen3:8b"
            )
        report = CheckReport(desk.chat.name)
        for question in _questions(desk):
            begun = time.perf_counter()
            outcome = try_question(question, desk)
            if outcome is not None:
                report.latencies.append(time.perf_counter() - begun)
                _count(outcome, report)
    return report


def try_question(question: str, desk: Desk) -> Outcome | None:
    """How the model fares with one question; None when the question is none for a model."""
    spelling = desk.library.spell(expand(question), desk.lexicon.words)
    message = Message(question, spelling.question, {}, spelling.known, spelling.unknown, spelling.ordinary)
    reading = read_question(message, None, desk.lexicon)
    search = desk.library.search(reading.standalone, 120)
    plan = make_plan(reading, search, None, desk)
    if desk.chat is None or not is_for_a_model(plan):
        return None
    ward = Ward(reading, search, None, desk.registry)
    for _, value in draft_with_model(desk.chat, plan, ward, (desk.library.likeness, desk.region)):
        if isinstance(value, Outcome):
            return value
    return None


def _count(outcome: Outcome, report: CheckReport) -> None:
    if outcome.composer == "extractive":
        report.fell_back += 1
    elif outcome.attempts == 1:
        report.first += 1
    else:
        report.retried += 1
    report.refused.update(outcome.faults)
    if outcome.failure:
        report.failures[outcome.failure] += 1


def _questions(desk: Desk) -> Iterator[str]:
    for document in desk.library.documents.values():
        yield from document.questions[:MOST_OF_A_DOCUMENT]
