"""The labelled sets of reading a question, and the scores of an assistant on them.

Those of the folder `measure` are for measuring alone: they are counted, and never looked at while something is mended.
"""

from evals.reading.labels import HALVES, SETS, Half, read_set

__all__ = ["HALVES", "SETS", "Half", "read_set"]
