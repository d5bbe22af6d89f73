"""Decide how a question is answered: by a calculation, by what the passages say, by asking, or by saying that nothing is held."""

from assistant.planning.plan import Plan, make_plan

__all__ = ["Plan", "make_plan"]
