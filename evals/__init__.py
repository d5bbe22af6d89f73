"""The evaluation harness: questions with expectations, checks on the typed Answer, a score card that anyone can re-run."""
