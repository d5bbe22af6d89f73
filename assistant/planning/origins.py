"""Where a calculation of the turn before comes from: its formula, by the source that it cites."""

import re

from assistant.composers import replies
from assistant.composers.draft import Draft, DraftStatement, Material
from assistant.planning.held import Plan
from assistant.records import Turn
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import join_words, read_table

_ASKED = re.compile(rf"(?<!\w)(?:{join_words(read_table('talk')['origin'])})(?!\w)", re.IGNORECASE)


def asks_origin(question: str) -> bool:
    """Whether a message asks where what was worked out comes from; the next one goes on from that."""
    return bool(_ASKED.search(question))


def say_origin(reading: Reading, earlier: Turn | None, material: Material) -> Plan | None:
    """The plan for "where does that come from?" after a calculator: which formula it was, and the source of it."""
    if earlier is None or not reading.follow_up or reading.documents or not asks_origin(reading.question):
        return None
    works = {citation.number: citation.reference_id for citation in earlier.answer.citations}
    said = [
        DraftStatement(
            "bottom_line",
            replies.name_origin(done.title),
            references=tuple(works[number] for number in done.references if number in works),
        )
        for done in earlier.answer.calculations
        if done.kind == "calculator"
    ]
    said = [one for one in said if one.references]
    return Plan("answer", Draft(tuple(said), frozenset({"bottom_line"})), material) if said else None
