"""Rules of the front matter: what is shown of a document before it is opened, and when it is to be reviewed."""

from collections.abc import Iterator
from pathlib import Path

from assistant import calculators
from assistant.figures import find
from assistant.library.front_matter import Headed

FEWEST_QUESTIONS = 4
MOST_QUESTIONS = 8
Breach = tuple[int, str]
"""The line, and which rule is broken."""


def check_head(headed: Headed, path: Path) -> Iterator[Breach]:
    """The breaches of a document's front matter."""
    front, lines = headed.front, headed.lines

    def at(name: str) -> int:
        return lines.get(name, 1)

    if front.id != path.stem:
        yield at("id"), f"the file is called {path.stem}.md, its id is {front.id}"
    for name, text in (("population", front.population), ("not_for", front.not_for)):
        if text and find(text):
            yield at(name), f"{name} holds a figure; say who it is for in words"
    if front.status == "approved":
        yield at("status"), "a file cannot approve itself: write submitted, then `assistant review approve`"
    if front.review_by is None:
        yield at("last_updated"), "review_by is missing"
    elif front.review_by <= front.last_updated:
        yield at("review_by"), "review_by is not after last_updated"
    if front.second_reading and find(front.second_reading.found):
        yield at("second_reading"), "what a second reading found is told in words; a figure belongs into the text"
    yield from _check_topics(front.topics, at("topics"))
    yield from _check_questions(front.questions, at("questions"))
    known = {one.name for one in calculators.load()}
    for name in front.calculators:
        if name not in known:
            yield at("calculators"), f"no calculator is called {name}; `assistant calc list` lists them"


def _check_topics(topics: tuple[str, ...], line: int) -> Iterator[Breach]:
    if not topics:
        yield line, "topics are missing: the words by which a clinician asks for it, in both spellings"
    for topic in topics:
        if topic != topic.lower():
            yield line, f"topic {topic!r} is not in lower case"
    if len(set(topics)) < len(topics):
        yield line, "a topic is listed twice"


def _check_questions(questions: tuple[str, ...], line: int) -> Iterator[Breach]:
    if not FEWEST_QUESTIONS <= len(questions) <= MOST_QUESTIONS:
        yield line, f"a document answers {FEWEST_QUESTIONS} to {MOST_QUESTIONS} questions; {len(questions)} are listed"
    for place, question in enumerate(questions, start=1):
        if any(char.isnumeric() for char in question) or find(question):
            yield line + place, f"a question that is offered holds no figure: {question!r}"
        if not question.endswith("?"):
            yield line + place, f"a question ends with a question mark: {question!r}"
