"""The regimens: doses and monitoring that are data, proved to take each patient exactly once, and worked out."""

from assistant.regimens.contract import Regimen
from assistant.regimens.files import load_all
from assistant.regimens.formulary import read_formulary
from assistant.regimens.gaps import Gap, find_gap, read_gaps
from assistant.regimens.rendering import fields, render

__all__ = ["Gap", "Regimen", "fields", "find_gap", "load_all", "read_formulary", "read_gaps", "render"]
