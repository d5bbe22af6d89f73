"""The proof is over the reals: random partitions pass, and one end turned from closed to open never does."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.regimens.intervals import Interval, cut
from assistant.regimens.proof import Fault, prove
from assistant.regimens.schema import Group, Need, Tier

Ends = tuple[str, ...]


def make_group(needs: Mapping[str, Need], whens: list[dict[str, str | tuple[str, ...]]]) -> Group:
    tiers = tuple(
        Tier(id=f"t-{place}", label="row", when=when, refuse="Nothing is given.", citations=("a-source",))
        for place, when in enumerate(whens)
    )
    return Group(
        id="one", indication="testing", population="any", region="uk", body="Test Board", needs=dict(needs), tiers=tiers
    )


def number(covers: str) -> Need:
    return Need(unit="mmol/L", covers=covers, means="level")


def choice(*options: str) -> Need:
    return Need(choices=options, means="option")


def faults(group: Group) -> list[Fault]:
    return list(prove(group, ("groups", 0)))


def reasons(needs: Mapping[str, Need], *whens: dict[str, str | tuple[str, ...]]) -> list[str]:
    return [fault.reason for fault in faults(make_group(needs, list(whens)))]


ACCESS = choice("central", "peripheral")
LEVEL = {"potassium": number("[1, 4]")}
BOTH = {**LEVEL, "access": ACCESS}


def test_a_partition_is_proved() -> None:
    assert reasons(LEVEL, {"potassium": "[1, 2.5)"}, {"potassium": "[2.5, 4]"}) == []


def test_a_gap_of_one_point_is_found_and_named() -> None:
    (reason,) = reasons(LEVEL, {"potassium": "[1, 2.5)"}, {"potassium": "(2.5, 4]"})
    assert reason == "potassium exactly 2.5 mmol/L is in no tier"


def test_a_point_in_two_tiers_is_found_and_named() -> None:
    (reason,) = reasons(LEVEL, {"potassium": "[1, 2.5]"}, {"potassium": "[2.5, 4]"})
    assert reason == "potassium exactly 2.5 mmol/L is in two tiers: t-0 and t-1"


def test_the_gap_of_every_renal_table_is_found() -> None:
    (reason,) = reasons({"egfr": number("[0, 100]")}, {"egfr": "[0, 49]"}, {"egfr": "[50, 100]"})
    assert reason == "egfr above 49 to under 50 mmol/L is in no tier"


def test_an_end_that_is_left_uncovered_is_found() -> None:
    assert reasons(LEVEL, {"potassium": "[1, 4)"}) == ["potassium exactly 4 mmol/L is in no tier"]
    assert reasons({"potassium": number("[1, 4)")}, {"potassium": "[1, 4)"}) == []


def test_a_tier_that_does_not_mention_a_need_takes_all_of_it() -> None:
    assert reasons(BOTH, {"potassium": "[1, 2)"}, {"potassium": "[2, 4]", "access": "central"},
                   {"potassium": "[2, 4]", "access": "peripheral"}) == []  # fmt: skip
    (reason,) = reasons(BOTH, {"potassium": "[1, 2]"}, {"potassium": "[2, 4]", "access": "central"},
                        {"potassium": "(2, 4]", "access": "peripheral"})  # fmt: skip
    assert reason == "potassium exactly 2 mmol/L with access central is in two tiers: t-0 and t-1"


def test_an_option_without_a_tier_is_found() -> None:
    (reason,) = reasons(BOTH, {"access": "central"}, {"access": "peripheral", "potassium": "[1, 4)"})
    assert reason == "potassium exactly 4 mmol/L with access peripheral is in no tier"


def test_a_tier_may_name_several_options() -> None:
    assert reasons(BOTH, {"access": ("central", "peripheral")}) == []


def test_a_group_without_needs_has_one_tier() -> None:
    assert reasons({}, {}) == []
    assert reasons({}, {}, {}) == ["a patient of the group is in two tiers: t-0 and t-1"]


def test_three_tiers_over_one_stretch_are_counted() -> None:
    (reason,) = reasons(LEVEL, {}, {}, {"potassium": "[2, 3]"})
    assert "in two tiers" in reason or "in 3 tiers" in reason


def test_what_reaches_outside_is_named() -> None:
    (reason,) = reasons(LEVEL, {"potassium": "[0.5, 4]"})
    assert reason == "potassium from 0.5 to 4 mmol/L reaches outside potassium from 1 to 4 mmol/L"
    assert "not among the needs" in reasons(LEVEL, {"sodium": "[1, 4]"})[0]
    assert "reaches outside" in reasons(BOTH, {"access": "arterial"})[0]
    assert "one interval" in reasons(LEVEL, {"potassium": ("[1, 2]", "(2, 4]")})[0]


def test_a_fault_points_at_the_tier_that_is_too_many() -> None:
    group = make_group(LEVEL, [{"potassium": "[1, 2.5]"}, {"potassium": "[2.5, 4]"}])
    assert faults(group)[0].where == ("groups", 0, "tiers", 1)


# ---- random partitions ---------------------------------------------------------------------------------------------

decimals = st.decimals(min_value=0, max_value=100, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def partitions(draw: st.DrawFn) -> tuple[str, list[str]]:
    """An interval and a random cutting of it, single points among the pieces."""
    ends = sorted({str(end.normalize() + 0) for end in draw(st.lists(decimals, min_size=2, max_size=8, unique=True))},
                  key=Fraction)  # fmt: skip
    ends = [f"{Fraction(end).numerator / Fraction(end).denominator:.2f}" for end in ends]
    closed = draw(st.lists(st.booleans(), min_size=len(ends), max_size=len(ends)))
    singles = draw(st.sets(st.integers(1, len(ends) - 2))) if len(ends) > 2 else set()
    pieces = [f"[{ends[i]}, {ends[i]}]" for i in singles]
    for place, (low, high) in enumerate(pairwise(ends)):
        left = "[" if (not closed[place] if place and place not in singles else place == 0) else "("
        right = (
            "]"
            if (closed[place + 1] if place + 2 < len(ends) and place + 1 not in singles else place + 2 == len(ends))
            else ")"
        )
        pieces.append(f"{left}{low}, {high}{right}")
    return f"[{ends[0]}, {ends[-1]}]", draw(st.permutations(pieces))


@settings(max_examples=150, deadline=None)
@given(partitions())
def test_every_partition_is_accepted(partition: tuple[str, list[str]]) -> None:
    whole, pieces = partition
    assert reasons({"potassium": number(whole)}, *({"potassium": piece} for piece in pieces)) == []


@settings(max_examples=150, deadline=None)
@given(partitions(), st.data())
def test_one_end_turned_over_is_never_accepted(partition: tuple[str, list[str]], data: st.DataObject) -> None:
    whole, pieces = partition
    place = data.draw(st.integers(0, len(pieces) - 1))
    at = data.draw(st.sampled_from([0, -1]))
    turned = {"[": "(", "(": "[", "]": ")", ")": "]"}[pieces[place][at]]
    changed = turned + pieces[place][1:] if at == 0 else pieces[place][:-1] + turned
    broken = [*pieces[:place], changed, *pieces[place + 1 :]]
    if Fraction(changed[1:-1].split(", ")[0]) == Fraction(changed[1:-1].split(", ")[1]):
        return  # a point with an open end is no interval and is refused before the proof
    assert len(reasons({"potassium": number(whole)}, *({"potassium": piece} for piece in broken))) == 1


@settings(max_examples=100, deadline=None)
@given(partitions(), st.data())
def test_a_piece_left_out_or_given_twice_is_never_accepted(
    partition: tuple[str, list[str]], data: st.DataObject
) -> None:
    whole, pieces = partition
    place = data.draw(st.integers(0, len(pieces) - 1))
    for broken in ([*pieces[:place], *pieces[place + 1 :]], [*pieces, pieces[place]]):
        if broken:
            assert reasons({"potassium": number(whole)}, *({"potassium": piece} for piece in broken))


@settings(max_examples=60, deadline=None)
@given(partitions(), partitions())
def test_a_grid_of_two_needs_is_accepted_until_one_cell_is_missing(
    first: tuple[str, list[str]], second: tuple[str, list[str]]
) -> None:
    needs = {"potassium": number(first[0]), "sodium": number(second[0])}
    whens: list[dict[str, str | tuple[str, ...]]] = [{"potassium": a, "sodium": b} for a in first[1] for b in second[1]]
    assert reasons(needs, *whens) == []
    if len(whens) > 1:
        assert len(reasons(needs, *whens[1:])) == 1


@settings(max_examples=150, deadline=None)
@given(partitions(), st.fractions(0, 100))
def test_the_cells_of_an_interval_hold_each_value_once(partition: tuple[str, list[str]], value: Fraction) -> None:
    whole = Interval.read(partition[0])
    cells = list(cut(whole, [Interval.read(piece) for piece in partition[1]]))
    assert sum(value in cell for cell in cells) == (1 if value in whole else 0)
