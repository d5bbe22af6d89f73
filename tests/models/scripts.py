"""What a model has read of a prompt, and what a good one says to it."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

HANDLE = re.compile(r"\[\[([a-z]+-[a-z]+)\]\]")
_PASSAGE = re.compile(r"\[\[(passage-[a-z]+)\]\](.*?)(?=\n?\[\[passage-|\n\n[A-Z][A-Z ]{3,}\n|\Z)", re.DOTALL)
_PART = re.compile(r"^([A-Z][A-Z ]{3,})\n(.*?)(?=\n\n[A-Z][A-Z ]{3,}\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Seen:
    """What a model has read of one prompt: the handles of figures and of passages, in order, and the text of the last message."""

    handles: list[str]
    passages: list[str]
    text: str

    @classmethod
    def of(cls, request: Mapping[str, Any]) -> Self:
        """Read the body of a request; instructions of the system hold only examples and are left out."""
        said = [m["content"] for m in request["messages"] if m["role"] == "user"]
        return cls.read(said[-1] if isinstance(said[-1], str) else "".join(part["text"] for part in said[-1]))

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a prompt's own text."""
        found = list(dict.fromkeys(HANDLE.findall(text)))
        return cls(
            [h for h in found if not h.startswith("passage-")], [h for h in found if h.startswith("passage-")], text
        )

    def part(self, heading: str) -> str:
        """What stands under a heading in capitals; empty when it is absent."""
        return next((text for name, text in _PART.findall(self.text) if name.startswith(heading)), "")

    def words(self, passage: str) -> str:
        """A passage without the bracket of its heading."""
        found = next((text.strip() for key, text in _PASSAGE.findall(self.text) if key == passage), "")
        depth = 0
        for place, char in enumerate(found if found.startswith("(") else ""):
            depth += (char == "(") - (char == ")")
            if not depth:
                return found[place + 1 :].strip()
        return found

    def figures(self, passage: str) -> list[str]:
        """The handles that stand in a passage's own words."""
        return [h for h in HANDLE.findall(self.words(passage)) if not h.startswith(("passage-", "name-"))]

    @property
    def own(self) -> list[str]:
        """The handles of the clinician's own figures."""
        return HANDLE.findall(self.part("QUESTION"))

    @property
    def dosed(self) -> list[str]:
        """The passages that hold figures, those with most first, else every passage."""
        held = sorted((p for p in self.passages if self.figures(p)), key=lambda p: -len(set(self.figures(p))))
        return held or self.passages


Script = Callable[[Seen], str]


def play(script: Script) -> Callable[[Mapping[str, Any]], str]:
    """A script as the server takes it: a function of the request."""
    return lambda request: script(Seen.of(request))


def say(text: str, *cites: str, role: str = "bottom_line") -> dict[str, Any]:
    """One statement."""
    return {"role": role, "text": text, "cites": list(cites)}


def draft(statements: Sequence[Any], calls: Sequence[Any] = ()) -> str:
    """A draft as one object of JSON."""
    return json.dumps({"statements": list(statements), "calls": list(calls)}, ensure_ascii=False)


def in_lines(whole: str) -> str:
    """The same draft as one object a line: calls first, as a model that works things out before it speaks."""
    found = json.loads(whole)
    calls = [{"call" if key == "name" else key: value for key, value in call.items()} for call in found["calls"]]
    return "\n".join(json.dumps(item, ensure_ascii=False) for item in [*calls, *found["statements"]])


# ---- good models ----------------------------------------------------------------------------------------------------


def extract(seen: Seen) -> str:
    """Quotes the foremost passages word for word, each with its own citation."""
    return draft(
        [say(seen.words(p), p, role="approach" if n else "bottom_line") for n, p in enumerate(seen.passages[:4])]
    )


def extract_in_lines(seen: Seen) -> str:
    """Quotes as `extract` does, one object a line."""
    return in_lines(extract(seen))


def extract_in_a_fence(seen: Seen) -> str:
    """Quotes as `extract` does, inside a fence of code, as many models write JSON."""
    return f"```json\n{extract_in_lines(seen)}\n```"


def call(name: str, inputs: Mapping[str, Any], result: str = "result-x", text: str = "") -> Script:
    """Quotes, and calls a calculator first; a text is said with its result."""

    def write(seen: Seen) -> str:
        said = [say(text, *seen.passages[:1])] if text else []
        return draft([*said, *quote(seen)], [{"name": name, "inputs": dict(inputs), "result": result}])

    return write


def quote(seen: Seen) -> list[dict[str, Any]]:
    """The statements of `extract`."""
    return list(json.loads(extract(seen))["statements"])
