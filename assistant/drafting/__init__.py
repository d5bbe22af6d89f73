"""A chat model's draft: briefed with hidden text, gated sentence by sentence, asked once more, or done without."""

from assistant.drafting.desk import Outcome, draft_with_model, is_for_a_model

__all__ = ["Outcome", "draft_with_model", "is_for_a_model"]
