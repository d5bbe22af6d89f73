"""The gate's test set: faithful statements it must let through, and mutants of them it must not. Written without reading it."""

from evals.gate.mutators import KINDS, mutate
from evals.gate.statements import Mutant, Statement, find_rewritten, quote, read_statements

__all__ = ["KINDS", "Mutant", "Statement", "find_rewritten", "mutate", "quote", "read_statements"]
