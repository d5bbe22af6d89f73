"""The labelled sets: a folder for each half, and in it a file for each set, or several whose names begin with the set's."""

from pathlib import Path
from typing import Any, Literal

import yaml

Half = Literal["tune", "measure"]
HALVES: tuple[Half, ...] = ("tune", "measure")
SETS = ("facts", "choice", "scope", "premises", "dialogues", "safety")
FOLDER = Path(__file__).parent


def read_set(name: str, half: Half) -> list[dict[str, Any]]:
    """The items of one set that belong to one half, in order."""
    files = sorted((FOLDER / half).glob(f"{name}*.yaml"))
    return [item for file in files for item in yaml.safe_load(file.read_text(encoding="utf-8"))]
