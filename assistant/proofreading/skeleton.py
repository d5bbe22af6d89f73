"""The skeleton of a new document: its head, every heading of the anatomy, and what it must mention, still to be written."""

import json
import re
from datetime import date
from pathlib import Path

from assistant.errors import CorpusError
from assistant.library.corpus import GUIDELINES
from assistant.proofreading.mentions import MENTIONS
from assistant.proofreading.sentences import UNSOUGHT
from assistant.records import ROLES, Subject

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def write_skeleton(folder: Path, field: str, title: str, subject: Subject, today: date) -> Path:
    """A new file for a document of that title under its field; nothing that stands is overwritten. Raises `CorpusError`."""
    name = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")
    path = folder / GUIDELINES / field / f"{name}.md"
    if not NAME.fullmatch(field):
        raise CorpusError(path, 1, f"a field is a folder in small letters, such as electrolytes (given: {field!r})")
    if not NAME.fullmatch(name) or not re.search("[a-z]", name):
        raise CorpusError(path, 1, f"a title names a condition or a drug in words (given: {title!r})")
    if path.exists():
        raise CorpusError(path, 1, "stands already; it was not touched")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(make_skeleton(name, title, subject, today), encoding="utf-8")
    return path


def make_skeleton(name: str, title: str, subject: Subject, today: date) -> str:
    """The text of the skeleton. As it stands it breaks rules, and `assistant corpus check` lists what is to be written."""
    year = today.replace(year=today.year + 1) if (today.month, today.day) != (2, 29) else date(today.year + 1, 3, 1)
    title, topic = " ".join(title.split()), json.dumps(title.casefold(), ensure_ascii=False)
    written = title if re.fullmatch(r"[\w -]+", title) else json.dumps(title, ensure_ascii=False)
    head = (
        f"---\nid: {name}\ntitle: {written}\nsubject: {subject}\ntopics: [{topic}]\npopulation: adults\n"
        f'not_for: children\nstatus: submitted\nversion: "1"\nlast_updated: {today}\nreview_by: {year}\nreviewers: []\n'
        "questions: []\n---\n"
    )
    must = "\n".join(f"- {thing.capitalize()}: {UNSOUGHT}." for thing in MENTIONS[subject])
    parts = [f"## {heading}\n" for role, heading in ROLES.items() if role != "not_in_sources"]
    return head + f"# {title}\n\n" + "\n".join(parts) + f"\n## {ROLES['not_in_sources']}\n{must}\n"
