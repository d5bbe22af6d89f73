"""Plumbline: an assistant whose every figure is quoted, calculated, or the person's own."""

import re

__version__ = "0.1.0"

re._MAXCACHE = 8192  # type: ignore[attr-defined]
"""A question is read by more patterns than the 512 that `re` keeps compiled: they pushed each other out, sixty times a question."""
