"""The composer with a chat model: it reads hidden text, writes statements with handles, and is read line by line."""

import json
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.composers.draft import DraftStatement
from assistant.errors import ModelError
from assistant.records import ROLES

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

PROMPT = (Path(__file__).parent / "prompt.md").read_text(encoding="utf-8")
LONGEST_DRAFT = 12_000
"""Characters; a model that writes more repeats itself."""
MOST_LINES = 40
PATIENCE = 60.0
"""Seconds for a whole draft."""
WRITTEN = frozenset(ROLES) - {"differs", "not_in_sources"}
"""Roles that a model may write; where guidance differs or is silent is told by the documents themselves."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a model is given, every figure of it hidden. `passages` maps the handle of each passage to its id."""

    question: str
    earlier: str
    passages: Mapping[str, str]
    texts: Mapping[str, str]
    results: Sequence[str] = ()
    cards: Sequence[str] = ()
    faults: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A calculation that a model asks for; `result` is the handle that its sentences use."""

    name: str
    inputs: Mapping[str, str]
    result: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is neither a statement nor a call."""

    text: str


Line = DraftStatement | Call | Unreadable


@dataclass
class ChatComposer:
    """A chat model that writes drafts. `name` is `provider:model`."""

    model: "BaseChatModel"
    name: str
    patience: float = PATIENCE
    _fence: re.Pattern[str] = field(default=re.compile(r"^\s*(?:```\w*|json)\s*$"), repr=False)

    def write(self, brief: Brief) -> Iterator[Line]:
        """The lines of a draft as they come. Raises `ModelError` when the model does not answer, or not in time."""
        rest = ""
        for piece in self._stream(brief):
            *whole, rest = (rest + piece).split("\n")
            for text in whole:
                yield from self._read(text, brief)
        yield from self._read(rest, brief)

    def _stream(self, brief: Brief) -> Iterator[str]:
        from assistant.models import explain

        begun, written = time.monotonic(), 0
        try:
            for chunk in self.model.stream(messages_of(brief)):
                text = _text_of(chunk.content)
                written += len(text)
                if written > LONGEST_DRAFT:
                    raise ModelError("repeated itself", "the chat model wrote far too much")
                if time.monotonic() - begun > self.patience:
                    raise ModelError("took too long", "the chat model took too long")
                yield text
        except (ModelError, GeneratorExit):
            raise
        except Exception as error:  # each provider's client raises its own
            raise explain(error) from error
        if not written:
            raise ModelError("said nothing", "the chat model gave an empty answer")

    def _read(self, text: str, brief: Brief) -> Iterator[Line]:
        """The lines of one line of text: an object, several, or none."""
        stripped = text.strip().rstrip(",")
        if not stripped or self._fence.match(text) or stripped in "[]{}":
            return
        try:
            found = json.loads(stripped)
            json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair is no text
        except (ValueError, RecursionError):
            yield Unreadable(stripped)
            return
        for item in _items(found):
            yield read_line(item, brief, stripped)


def messages_of(brief: Brief) -> list[tuple[str, str]]:
    """All that a model reads: our instructions, then the material."""
    parts = [f"QUESTION\n{brief.question}"]
    if brief.earlier:
        parts.append(f"EARLIER IN THIS CONVERSATION\n{brief.earlier}")
    parts.append("PASSAGES\n" + "\n".join(f"[[{handle}]] {text}" for handle, text in brief.texts.items()))
    if brief.results:
        parts.append("ALREADY CALCULATED\n" + "\n".join(brief.results))
    if brief.cards:
        parts.append("CALCULATORS\n" + "\n".join(brief.cards))
    if brief.faults:
        refused = "\n".join(f"- {fault}" for fault in brief.faults)
        parts.append(f"YOUR EARLIER DRAFT WAS REFUSED\n{refused}\nWrite the whole draft again without these faults.")
    return [("system", PROMPT), ("human", "\n\n".join(parts))]


def read_line(item: Any, brief: Brief, text: str) -> Line:
    """An object of JSON as a statement or a call."""
    if not isinstance(item, dict):
        return Unreadable(text)
    if isinstance(item.get("call"), str):
        inputs = item.get("inputs")
        named = {str(k): str(v) for k, v in inputs.items()} if isinstance(inputs, dict) else {}
        return Call(item["call"], named, str(item.get("result", "")).strip("[]"))
    role, words, cites = item.get("role"), item.get("text"), item.get("cites", ())
    if (
        not isinstance(role, str)
        or role not in WRITTEN
        or not isinstance(words, str)
        or not words.strip()
        or not isinstance(cites, list)
    ):
        return Unreadable(text)
    cited = tuple(brief.passages.get(str(key).strip("[]"), str(key)) for key in cites)
    return DraftStatement(role, " ".join(words.split()), cited)


def _items(found: Any) -> Iterator[Any]:
    """The objects of what was parsed: itself, those of a list, or those of a whole draft."""
    if isinstance(found, dict) and isinstance(found.get("statements"), list):
        calls = found.get("calls")
        if isinstance(calls, list):
            yield from ({"call": call.get("name"), **call} for call in calls if isinstance(call, dict))
        yield from found["statements"]
    elif isinstance(found, list):
        yield from found
    else:
        yield found


def _text_of(content: Any) -> str:
    """The text of a chunk, whose content is a text or a list of parts."""
    if isinstance(content, str):
        return content
    return "".join(str(part.get("text", "")) if isinstance(part, dict) else str(part) for part in content)
