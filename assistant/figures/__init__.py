"""The law of numbers: find every figure in a text, hide it behind a handle, show it again, and check a draft."""

from assistant.figures.gate import Claim, Evidence, Fault, check
from assistant.figures.ledger import Entry, Ledger, Origin, Piece, find_open
from assistant.figures.numerals import Figure, Kind, find, is_figure_free

__all__ = [
    "Claim", "Entry", "Evidence", "Fault", "Figure", "Kind", "Ledger", "Origin", "Piece", "check", "find", "find_open",
    "is_figure_free",
]  # fmt: skip
