"""The labelled sets as they lie in YAML beside this file."""

from pathlib import Path
from typing import Any, Literal

import yaml

Half = Literal["tune", "measure"]
HALVES: tuple[Half, ...] = ("tune", "measure")
SETS = ("facts", "choice", "scope", "premises", "dialogues")
FOLDER = Path(__file__).parent


def read_set(name: str, half: Half) -> list[dict[str, Any]]:
    """The items of one set that belong to one half, in order."""
    items = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [item for item in items if item["half"] == half]
