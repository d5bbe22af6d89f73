"""Doses that are asked for and that no source which we read carries: `not-held.yaml`, the page made of it, and what a question meets."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import CorpusError
from assistant.figures import Kind, find
from assistant.regimens.files import LOADER

FILE = "not-held.yaml"
"""The name of the file in a corpus folder."""
_HEAD = """# Not in our sources

Doses that a clinician would ask for and that we do not hold, generated from `corpus/not-held.yaml` (`make catalogue`), with what is missing for each; the doses
that we do hold stand in [doses.md](doses.md). An absence here is no advice: it says that no text which we could read carries the dose. To close an entry, add
a verified reference, then one YAML file or one more group of rows, as in [writing-a-regimen.md](writing-a-regimen.md), and take the entry out.

Figures of these doses are left out on purpose; a figure below only names a band, a product or an edition. "Secondary" means that another text
quotes the source, "unsigned" that the page names no body that answers for it, "cut off" that our copy ends before the dose.
"""


SHORT = 3
"""Letters up to which a word is meant whole."""
_NO_DOSE = (Kind.NAME, Kind.ORDER, Kind.COUNT, Kind.TIME)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Absence(_Strict):
    """A line of the page. `asked` names, without figures, what the chat says is not held, each with the words by which it is asked for."""

    dose: str
    missing: str
    asked: Mapping[str, tuple[str, ...]] = {}


class Field(_Strict):
    """The absences of one field."""

    field: str
    doses: tuple[Absence, ...]


class Wanted(_Strict):
    """Doses that were wanted from the beginning, each with what answers it."""

    wanted: str
    doses: tuple[tuple[str, str], ...]


class Page(_Strict):
    """The file. `intro` stands before what was `wanted`."""

    fields: tuple[Field, ...]
    intro: str = ""
    wanted: tuple[Wanted, ...] = ()


@dataclass(frozen=True)
class Gap:
    """A dose that is not held. `words` are what a question must hold, each as a pattern; `missing` is what would close it."""

    name: str
    missing: str = ""
    words: tuple[re.Pattern[str], ...] = ()

    def meets(self, question: str) -> bool:
        """Whether a question asks for it."""
        return all(word.search(question) for word in self.words)


def read_gaps(folders: Iterable[Path]) -> tuple[Gap, ...]:
    """The gaps of corpus folders, those with the most words first. Raises `CorpusError`."""
    pages = [read_page(folder / FILE) for folder in folders if (folder / FILE).is_file()]
    gaps = [gap for page in pages for field in page.fields for absence in field.doses for gap in _split(absence)]
    return tuple(sorted(gaps, key=lambda gap: -len(gap.words)))


def read_page(path: Path) -> Page:
    """The file of a corpus folder. Raises `CorpusError` where it breaks its rules, or says a figure where the chat would repeat it."""
    try:
        page = Page.model_validate(yaml.load(path.read_text(encoding="utf-8"), LOADER))
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        raise CorpusError(path, 1, f"not a list of doses that are not held: {' '.join(str(error).split())}") from error
    for absence in (absence for field in page.fields for absence in field.doses if absence.asked):
        for text in (*absence.asked, absence.missing):
            if figures := [figure.text for figure in find(text) if figure.kind is not Kind.NAME]:
                raise CorpusError(path, 1, f"{text!r} would be repeated in the chat and holds a figure: {figures[0]}")
    return page


def find_gap(gaps: Sequence[Gap], question: str, held: Sequence[str] = (), dosed: bool = True) -> Gap | None:
    """The gap that a question meets with the most words; None when it meets none. `held` are the statements of the guidelines at
    hand: where one speaks of a drug, its name alone is no gap, and where one gives a dose of it for this, there is none. `dosed`:
    whether it is a dose that is asked for; else what speaks of the matter answers it."""
    answered: Gap | None = None
    for gap in gaps:
        if gap.meets(question) and (
            answered is None or answered.name == gap.name or len(gap.words) >= len(answered.words)
        ):
            spellings = [other for other in gaps if other.name == gap.name and len(other.words) == len(gap.words)]
            spoken = [text for text in held if any(one.meets(text) for one in spellings)]
            if dosed and len(gap.words) > 1:
                spoken = [text for text in spoken if any(f.kind not in _NO_DOSE for f in find(text))]
            if not spoken:
                return gap
            answered = gap  # what else is not held and is named by fewer words is answered by it too
    return None


def _split(absence: Absence) -> Iterable[Gap]:
    for name, phrases in absence.asked.items():
        for phrase in phrases:
            yield Gap(name, absence.missing, tuple(_compile(word) for word in phrase.split()))


def _compile(word: str) -> re.Pattern[str]:
    """A word by its beginning, but a short one whole: "im" is no impairment, "po" no potassium."""
    each = (rf"{one}(?!\w)" if len(one) <= SHORT else one for one in word.split("|"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})", re.IGNORECASE)


def write_gaps(page: Page) -> str:
    """The page as Markdown: a table for each field, then what was wanted with what answers it."""
    parts = [_HEAD]
    for field in page.fields:
        rows = [f"| {absence.dose} | {absence.missing} |" for absence in field.doses]
        parts.append("\n".join([f"## {field.field}\n", "| dose | what is missing |", "|--|--|", *rows, ""]))
    rows = [
        row for part in page.wanted for row in (f"| **{part.wanted}** | |", *(f"| {a} | {b} |" for a, b in part.doses))
    ]
    if rows:
        parts.append("\n".join([page.intro, "| dose | answered by |", "|--|--|", *rows, ""]))
    return "\n".join(parts)
