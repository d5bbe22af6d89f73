"""The rows of MedCalc-Bench as the data folder holds them. Nothing of them is kept in the project."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = "ASSISTANT_BENCH_DATA"
FILE = "medcalc_train.jsonl"

Entity = bool | float | str | list[str | float]
"""What a row says of one thing: yes or no, a plain number, a word, or a number with its unit."""


class DataMissing(Exception):
    """The data are not where they should be; `str(error)` is one line that says what to set."""


@dataclass(frozen=True, slots=True)
class Row:
    """One case: what is known of the patient, and the result that the label says, within its bounds.

    A label is a number, a day, or a pair of weeks and days, which counts here as days.
    """

    id: str
    calculator: str
    entities: Mapping[str, Entity]
    label: str
    low: float | date
    high: float | date

    def takes(self, found: float | date) -> bool:
        """Whether a result lies within the bounds; a day must be that day."""
        if isinstance(found, date) or isinstance(self.low, date) or isinstance(self.high, date):
            return found == self.low
        slack = 1e-9 * max(1.0, abs(self.low), abs(self.high))
        return self.low - slack <= found <= self.high + slack


def read_rows() -> tuple[Row, ...]:
    """All rows. Raises `DataMissing`."""
    folder = os.environ.get(FOLDER, "")
    if not folder:
        raise DataMissing(f"set {FOLDER} to the folder that holds {FILE}")
    try:
        text = (Path(folder) / FILE).read_text(encoding="utf-8")
    except OSError as error:
        raise DataMissing(f"no {FILE} can be read in {folder}: set {FOLDER} to the folder that holds it") from error
    return tuple(_read(line) for line in text.splitlines() if line.strip())


def _read(line: str) -> Row:
    raw = json.loads(line)
    low, high = _bound(raw["lower"]), _bound(raw["upper"])
    return Row(raw["id"], raw["calculator"], raw["entities"], _say(raw["label"]), low, high)


def _say(label: object) -> str:
    return " ".join(map(str, label)) if isinstance(label, list) else str(label)


def _bound(value: object) -> float | date:
    """A bound as a number or a day."""
    if isinstance(value, int | float):
        return float(value)
    text = _say(value)
    if day := re.fullmatch(r"(\d+)/(\d+)/(\d{4})", text):
        month, number, year = map(int, day.groups())
        return date(year, month, number)
    if weeks := re.search(r"(\d+) weeks?\D+(\d+) days?", text):
        return 7.0 * int(weeks.group(1)) + int(weeks.group(2))
    return float(text)
