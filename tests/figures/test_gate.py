"""The gate refuses what nothing vouches for."""

import pytest

from assistant.figures import Claim, Evidence, Ledger, Origin, check


@pytest.fixture(name="ledger")
def _ledger() -> Ledger:
    ledger = Ledger()
    ledger.hide("Adult: 2 g of CYP3A4.", Origin("passage", "adult"))
    ledger.hide("Child: 25 mg/kg.", Origin("passage", "child"))
    ledger.add_result("575 mg", "dose")
    return ledger


EVIDENCE = Evidence({"adult", "child"}, {"dose"})


@pytest.mark.parametrize(
    "figure", ["2 g", "two", "half", "twice daily", "٥", "Ⅳ", "½", "q8h", "< 0.6 mmol/L", "mg/kg", "type 2 diabetes"]
)
def test_a_draft_that_writes_a_figure_is_refused(ledger: Ledger, figure: str) -> None:
    assert "figure" in {fault.reason for fault in check([Claim(f"Give {figure} now.", ("adult",))], ledger, EVIDENCE)}


def test_a_figure_cited_from_its_own_passage_passes(ledger: Ledger) -> None:
    assert check([Claim("Give [[dose-a]].", ("adult",))], ledger, EVIDENCE) == ()


def test_a_figure_cited_from_another_passage_is_refused(ledger: Ledger) -> None:
    assert [f.reason for f in check([Claim("Give [[dose-a]].", ("child",))], ledger, EVIDENCE)] == [
        "figure without its passage"
    ]


def test_a_name_needs_only_to_stand_in_a_passage(ledger: Ledger) -> None:
    assert check([Claim("It is cleared by [[name-a]].", ("child",))], ledger, EVIDENCE) == ()


def test_an_invented_handle_is_refused(ledger: Ledger) -> None:
    assert [f.reason for f in check([Claim("Give [[dose-zz]].", ("adult",))], ledger, EVIDENCE)] == ["unknown handle"]


def test_an_invented_citation_is_refused(ledger: Ledger) -> None:
    assert [f.reason for f in check([Claim("Give it slowly.", ("nowhere",))], ledger, EVIDENCE)] == ["unknown citation"]


def test_a_result_of_a_calculation_that_was_not_made_is_refused(ledger: Ledger) -> None:
    claim = Claim("Give [[result-a]].", ("child",))
    assert check([claim], ledger, EVIDENCE) == ()
    assert [f.reason for f in check([claim], ledger, Evidence({"child"}))] == ["unknown calculation"]


@pytest.mark.parametrize(
    "text",
    [
        "at least [[dose-a]]",
        "not more than [[dose-a]]",
        "[[dose-a]] per kg",
        "[[dose-a]]/kg",
        "[[dose-a]] per hour",
        "-[[dose-a]]",
        "[[dose-a]]–[[dose-b]]",
        "[[dose-a]] to [[dose-b]]",
        "[[dose-a]][[dose-b]]",
        "[[result-a]] per kg",
        "up to [[result-a]]",
    ],
)
def test_a_draft_that_puts_beside_a_figure_what_its_source_does_not_is_refused(ledger: Ledger, text: str) -> None:
    faults = check([Claim(f"Give {text}.", ("adult", "child"))], ledger, EVIDENCE)
    assert {fault.reason for fault in faults} == {"figure changed"}


@pytest.mark.parametrize(
    "source", ["up to 4 g per day", "2–3 tablets of 500 mg", "over 24 hours", "4 g per day in two doses"]
)
def test_what_stands_beside_a_figure_in_its_source_may_stand_there_in_a_draft(source: str) -> None:
    ledger = Ledger()
    hidden = ledger.hide(source, Origin("passage", "adult"))
    assert check([Claim(f"For an adult {hidden}.", ("adult",))], ledger, EVIDENCE) == ()


def test_a_list_of_figures_is_no_change_of_them(ledger: Ledger) -> None:
    assert check([Claim("Give [[dose-a]], [[dose-b]] or [[result-a]].", ("adult", "child"))], ledger, EVIDENCE) == ()


@pytest.mark.parametrize("after", ["or more", "at least", "or above"])
def test_what_follows_a_result_or_the_persons_own_figure_may_not_change_it(after: str) -> None:
    ledger = Ledger()
    result = ledger.add_result("81 mL/min", "0")
    own = ledger.hide("72 kg", Origin("question", "0"))
    for handle in (result, own):
        assert not check([Claim(f"It is {handle}.")], ledger, Evidence((), {"0"}))
        assert check([Claim(f"It is {handle} {after}.")], ledger, Evidence((), {"0"}))
