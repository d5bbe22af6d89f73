"""A chat model that says what it is told to, and keeps what it was asked."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

Script = Callable[[str], str]


@dataclass
class Chunk:
    content: Any


@dataclass
class ScriptedModel:
    """Answers each request with the next script; a script is a text or a function of what the model read."""

    scripts: list[str | Script | Exception]
    asked: list[list[tuple[str, str]]] = field(default_factory=list)
    closed: bool = False

    def stream(self, messages: list[tuple[str, str]]) -> Iterator[Chunk]:
        self.asked.append(messages)
        script = self.scripts[min(len(self.asked), len(self.scripts)) - 1]
        if isinstance(script, Exception):
            raise script
        text = script if isinstance(script, str) else script(messages[-1][1])
        try:
            for start in range(0, len(text), 40):
                yield Chunk(text[start : start + 40])
        finally:
            self.closed = True


def passages_of(read: str) -> dict[str, str]:
    """The passages that a model read: handle to hidden text."""
    lines = read.split("PASSAGES\n")[1].split("\n\n")[0].splitlines()
    return {line[2 : line.index("]]")]: line[line.index(") ") + 2 :] for line in lines}


def say(text: str, *cites: str, role: str = "bottom_line") -> str:
    return json.dumps({"role": role, "text": text, "cites": list(cites)})


def quote_first(read: str, change: Callable[[str], str] = lambda text: text) -> str:
    """A draft of one sentence: the first passage, changed."""
    handle, text = next(iter(passages_of(read).items()))
    return say(change(text), handle)
