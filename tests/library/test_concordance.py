"""What is split once is read back as it was, for all of the passages and for some."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.library import Holdings, Library, concordance, generations, read_library
from assistant.library.concordance import Concordance, concord, read_concordance, write_concordance
from assistant.library.lexical import Lexical

TEXTS = ("Salt and water. Salt!", "", "Naïve ½ 2.5 mg; patient's SALT", "the end")


def spell_out(held: Concordance) -> list[list[str]]:
    """The words of each text."""
    starts = [0, *held.ends[:-1].tolist()]
    return [[held.words[n] for n in held.places[a:b].tolist()] for a, b in zip(starts, held.ends.tolist(), strict=True)]


def test_every_word_stands_at_its_place() -> None:
    assert spell_out(concord(TEXTS)) == [
        ["salt", "and", "water", "salt"], [], ["naïve", "½", "2.5", "mg", "patient's", "salt"], ["the", "end"],
    ]  # fmt: skip


@pytest.mark.parametrize("texts", [TEXTS, (), ("",)])
def test_what_is_written_is_read_back(tmp_path: Path, texts: tuple[str, ...]) -> None:
    write_concordance(tmp_path / "words.npz", concord(texts))
    read = read_concordance(tmp_path / "words.npz")
    assert read is not None
    assert (read.words, spell_out(read) if texts else []) == (
        concord(texts).words, spell_out(concord(texts)) if texts else [],
    )  # fmt: skip


def test_what_another_rule_split_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_concordance(tmp_path / "words.npz", concord(TEXTS))
    monkeypatch.setattr(concordance, "RULE", "another")
    assert read_concordance(tmp_path / "words.npz") is None


def test_some_texts_score_as_if_they_were_all_there_are() -> None:
    kept, alone = Lexical(concord(TEXTS).keep([2, 0])), Lexical(concord([TEXTS[2], TEXTS[0]]))
    for question in ("salt", "water", "patient", "end"):
        assert np.array_equal(kept.score(question), alone.score(question))
    assert set(concord(TEXTS).keep([3]).spoken()) == {"the", "end"}
    assert concord(TEXTS).keep([]).spoken() == ()


def test_words_are_spoken_in_the_order_of_their_last_place() -> None:
    assert concord(["b a", "b c"]).spoken() == ("a", "b", "c")


def test_a_stored_concordance_searches_as_a_fresh_one(own: Holdings, library: Library) -> None:
    held = generations.read_generation(own.data).words
    assert held is not None
    (own.data / "generations" / "0001" / "words.npz").unlink()
    manifest = generations.read_manifest(own.data)
    assert manifest is not None
    sums = {name: value for name, value in manifest.checksums.items() if name != "words.npz"}
    generations.renew_manifest(own.data, replace(manifest, checksums=sums))
    older = read_library(own)
    assert older.search("copper in the liver") == library.search("copper in the liver")
