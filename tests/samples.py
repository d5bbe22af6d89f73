"""A sample in `make test`, the whole in `make prove`: the same claim, checked on some of its cases or on all of them.

`SAMPLE_AND_WHOLE` makes two tests of one: `[sample]`, which `make test` runs, and `[whole]`, which is marked `prove`. A sample is
taken by `spread` (every so-manyth case, always the first and the last) or, where cases are drawn by a seed, by
drawing fewer. So what breaks systematically fails in minutes, and nothing that was proved is proved no more.
"""

from collections.abc import Sequence
from typing import TypeVar

import pytest

Case = TypeVar("Case")
SAMPLE_AND_WHOLE = pytest.mark.parametrize(
    "whole", (False, pytest.param(True, marks=pytest.mark.prove)), ids=("sample", "whole")
)


def spread(cases: Sequence[Case], step: int, whole: bool) -> tuple[Case, ...]:
    """All the cases when `whole`; else every `step`th and the last, in their order."""
    if whole:
        return tuple(cases)
    kept = {*range(0, len(cases), step), len(cases) - 1}
    return tuple(cases[place] for place in sorted(kept))
