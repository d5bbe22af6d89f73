"""Whether a sentence of a model says what its passages say: the same subject, the same direction, the same pairs of figures.

The gate of `assistant.figures` keeps foreign figures out. What is looked at here is the right figure in a wrong sentence.
"""

from assistant.fidelity.judging import Judge, Similar

__all__ = ["Judge", "Similar"]
