"""A sample in `make test`, the whole in `make prove`: the same claim, checked on some of its cases or on all of them.

`SAMPLE_AND_WHOLE` makes two tests of one: `[sample]`, which `make test` runs, and `[whole]`, which is marked `prove`. A sample is
taken by `spread` (every so-manyth case of each group, always its first and its last) or, where cases are drawn by a seed, by
drawing fewer. So what breaks systematically fails in minutes, and nothing that was proved is proved no more.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

import pytest

Case = TypeVar("Case")
SAMPLE_OR_WHOLE = (False, pytest.param(True, marks=pytest.mark.prove))
NAMES = ("sample", "whole")
SAMPLE_AND_WHOLE = pytest.mark.parametrize("whole", SAMPLE_OR_WHOLE, ids=NAMES)


def spread(
    cases: Iterable[Case], step: int, whole: bool, by: Callable[[Case], Hashable] = lambda case: None
) -> tuple[Case, ...]:
    """All the cases when `whole`; else every `step`th of each group, its first and its last, in their order."""
    every = list(cases)
    groups: dict[Hashable, list[int]] = {}
    for place, case in enumerate(every):
        groups.setdefault(by(case), []).append(place)
    taken = {place for group in groups.values() for place in (*group[:: 1 if whole else step], group[-1])}
    return tuple(every[place] for place in sorted(taken))
