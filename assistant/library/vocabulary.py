"""The words that the corpus knows: what in a question is unknown to it, and what is only misspelt.

A look-alike drug is not a misspelling: by the usual likeness of letters penicillamine is 87 % penicillin, quinidine
87 % quinine, noradrenaline 87 % adrenaline. So a word is corrected only when one letter is wrong, missing, too many or
swapped (doubled letters and ph for f count as nothing), its first letter and prefix agree, it is no word of its own, and
exactly one word of the corpus is that near. Two letters are too many in the longest word: they lie between
streptomycin and streptozocin, valaciclovir and valganciclovir, ciclosporin and cycloserine.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.library.language import NO_LANGUAGE, Language
from assistant.library.words import QUESTION_WORDS, fold, is_question_word, split_words, stem

SHORTEST_CORRECTED = 5
PREFIXES = ("hyper", "hypo", "macro", "micro", "inter", "intra", "ante", "anti", "supra", "infra", "extra", "nor")
SHORTEST_QUESTION_WORD = 4
_LONG_QUESTION_WORDS = sorted(word for word in QUESTION_WORDS if len(word) >= SHORTEST_QUESTION_WORD)
SHORTEST_TELLING = 3
"""Letters; shorter words are units, initials and abbreviations, which mean too many things to tell."""
NAMED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+[A-Z]\w+")


@dataclass(frozen=True)
class Spelling:
    """A question as the corpus can read it. `corrected` maps what was written to what was read; `unknown` holds the
    content words that the corpus has nowhere, `known` those that it has, `ordinary` those of everyday talk."""

    question: str
    corrected: Mapping[str, str]
    unknown: tuple[str, ...]
    known: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()


class Vocabulary:
    """Every word of the corpus, by stem."""

    def __init__(self, texts: Iterable[str], language: Language = NO_LANGUAGE) -> None:
        self._words = {fold(m.group()): m.group().lower() for text in texts for m in split_words(text)}
        clinical = frozenset(stem(word) for word in language.clinical)
        self._ordinary = frozenset(stem(word) for word in language.everyday) - clinical
        self._real = self._ordinary | clinical

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self._words)

    @cached_property
    def _choices(self) -> dict[str, str]:
        """The words that may be meant, by themselves squeezed."""
        return {
            word: squeeze(word) for word in sorted(self._words) if len(word) >= SHORTEST_CORRECTED and word.isalpha()
        }

    def read(self, question: str, names: Collection[str] = ()) -> Spelling:
        """Correct what is only misspelt and name what is unknown; `names` are right as they are."""
        corrected: dict[str, str] = {}
        unknown: dict[str, None] = {}
        known: dict[str, None] = {}
        ordinary: dict[str, None] = {}
        pieces: list[str] = []
        last = 0
        named = [m.span() for m in NAMED.finditer(question)]
        for match in split_words(question):
            word = match.group()
            if self._is_content(word):
                (known if stem(word) in self._stems else ordinary)[word.lower()] = None
            numbered = question[match.end() : match.end() + 1].isnumeric()  # "ABCD2" is a name of its own
            if self._lacks_its_end(word) and not numbered:
                corrected[word] = f"{word}e"
                pieces += [question[last : match.start()], corrected[word]]
                last = match.end()
                continue
            if (
                self._tells_nothing(word)
                or word.lower() in names
                or any(start <= match.start() < end for start, end in named)
            ):
                continue
            if right := self.correct(word):
                corrected[word] = right
                pieces += [question[last : match.start()], right]
                last = match.end()
            elif stem(word) in self._real or not _misspells_question_word(word):
                unknown[word.lower()] = None
        found = (*known, *map(str.lower, corrected.values()))
        plain = tuple(word for word in ordinary if word not in unknown and word not in map(str.lower, corrected))
        return Spelling("".join([*pieces, question[last:]]), corrected, tuple(unknown), found, plain)

    def _lacks_its_end(self, word: str) -> bool:
        """Whether a word is one of the corpus without its last letter, which the stem does not tell: "atropin"."""
        folded = fold(word)
        if word[-1:].lower() in "aeiou":  # "HOMA" is no home
            return False
        return folded not in self._words and fold(f"{word}e") in self._words and stem(word) not in self._real

    def _is_content(self, word: str) -> bool:
        return len(word) >= SHORTEST_TELLING and word[0].isalpha() and not is_question_word(word)

    def _tells_nothing(self, word: str) -> bool:
        if len(word) < SHORTEST_TELLING or not word[0].isalpha() or is_question_word(word):
            return True
        return stem(word) in self._stems or stem(word) in self._ordinary

    def correct(self, word: str) -> str | None:
        """The one word of the corpus that this misspells, as the corpus writes it; None when there is none."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        written = squeeze(fold(word))
        if len(written) < SHORTEST_CORRECTED or stem(word) in self._real:
            return None
        near = process.extract(written, self._choices, scorer=OSA.distance, score_cutoff=1, limit=8)
        fitting = [(choice, int(far)) for squeezed, far, choice in near if _may_be(written, squeezed)]
        best = [choice for choice, far in fitting if far == min(f for _, f in fitting)]
        stems = {stem(choice) for choice in best}
        if len(stems) != 1:
            return None
        # "prolongd" is "prolonged", not "prolong"
        return self._words[next((choice for choice in best if choice[-1] == written[-1]), best[0])]


def squeeze(word: str) -> str:
    """A folded word without what is most often misspelt: doubled letters, and f written ph."""
    return re.sub(r"(.)\1", r"\1", word.replace("ph", "f"))


def _misspells_question_word(word: str) -> bool:
    """Whether a word is one letter away from a word of questions ("shoud", "pateint")."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < SHORTEST_QUESTION_WORD:
        return False
    near = process.extractOne(word.lower(), _LONG_QUESTION_WORDS, scorer=OSA.distance, score_cutoff=1)
    return near is not None


def _may_be(written: str, meant: str) -> bool:
    """Whether one may stand for the other: same first letter, same telling prefix."""
    return written[0] == meant[0] and _find_prefix(written) == _find_prefix(meant)


def _find_prefix(word: str) -> str:
    """The prefix that turns a word into its opposite or its neighbour; "" when it has none."""
    return next((prefix for prefix in PREFIXES if word.startswith(prefix)), "")
