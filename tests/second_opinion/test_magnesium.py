"""Two readings of the magnesium sources give the same dose at every age, level and kidney function."""

from fractions import Fraction

import pytest

from second_opinion import doses
from second_opinion.doses import Dose
from second_opinion.formulas import exact, half_up
from second_opinion.product import (
    AGES,
    DAY,
    RCUK,
    SACHET,
    TURNS,
    WEIGHTS,
    Outcome,
    agree,
    ask,
    capped,
    kilograms,
    of,
    shows,
    years,
)

# ---- magnesium sulfate ----------------------------------------------------------------------------------------------


def test_magnesium_in_torsades_changes_from_weight_to_two_grams_on_one_day() -> None:
    apart: list[object] = []
    for age in TURNS:
        for weight in WEIGHTS if age < 20 else WEIGHTS[-1:]:
            answers = {"indication": "torsades de pointes", "age": years(age), "weight": kilograms(weight)}
            theirs = of(RCUK, ask("magnesium_sulfate_iv", answers))
            child = doses.magnesium_torsades_child(age, weight)
            if not agree(child or doses.magnesium_torsades_adult(age), theirs):
                apart.append((answers, theirs))
            if child and theirs and not capped(child, theirs, 50 * weight):
                apart.append(("cap", answers, theirs.cap))
    assert apart == []


def test_two_grams_of_magnesium_sulfate_are_said_to_be_eight_millimoles() -> None:
    theirs = of(RCUK, ask("magnesium_sulfate_iv", {"indication": "torsades de pointes", "age": "40 years"}))
    assert theirs and shows(theirs.quotes["dose_same_as"], 2 / doses.GRAMS_PER_MMOL, "mmol")


MAGNESIUM = [exact(m) for m in ("0.05", "0.2", "0.399", "0.4", "0.401", "0.499", "0.5", "0.501", "0.599", "0.6", "0.601",
                                "0.699", "0.7", "0.701", "0.9")]  # fmt: skip


def low_magnesium(age: Fraction, level: Fraction, egfr: str, symptoms: str) -> tuple[Outcome, ...]:
    answers = {"indication": "hypomagnesaemia", "age": years(age), "magnesium": f"{half_up(level, 3)} mmol/L"}
    return ask("magnesium_sulfate_iv", answers | {"egfr": f"{egfr} mL/min/1.73 m²", "symptoms": symptoms})


def test_magnesium_by_level_is_the_same_below_every_edge_and_on_it() -> None:
    apart = []
    for age in (Fraction(10), 18 - DAY, Fraction(18), Fraction(70)):
        for level in MAGNESIUM:
            for egfr in ("5", "29.999", "30", "31", "120"):
                outcomes = low_magnesium(age, level, egfr, "absent")
                if not agree(doses.magnesium_low_highland(age, level, exact(egfr)), of("NHS Highland", outcomes)):
                    apart.append(("NHS Highland", float(age), float(level), egfr))
                theirs = of("Galway University Hospitals", outcomes)
                if exact(egfr) >= 30 and not agree(doses.magnesium_low_galway(age, level), theirs):
                    apart.append(("Galway", float(age), float(level), egfr))
    assert apart == []


def test_galway_is_silent_on_symptoms_and_on_failing_kidneys() -> None:
    """Its facts are of adults without symptoms; of the kidney they say nothing, so the product may refuse there."""
    for egfr, symptoms in (("90", "present"), ("20", "absent")):
        outcomes = low_magnesium(Fraction(40), exact("0.45"), egfr, symptoms)
        assert of("Galway University Hospitals", outcomes) is None


def test_the_rate_of_magnesium_and_its_limits_are_those_of_the_label() -> None:
    theirs = of("UK label of the infusion solution", low_magnesium(Fraction(40), exact("0.45"), "90", "absent"))
    rate, day = doses.magnesium_rate_smpc(Fraction(40)), doses.magnesium_day_smpc(Fraction(40))
    assert theirs and rate and rate.cap and day and agree(rate, theirs)
    assert shows(theirs.quotes["rate_max"], rate.cap, rate.unit)
    assert shows(theirs.quotes["daily_max"], day.high, day.unit)


@pytest.mark.parametrize("body", ["US label", "UK label of the injection"])
def test_severe_deficiency_is_given_the_licensed_dose(body: str) -> None:
    answers = {"indication": "severe magnesium deficiency", "age": "40 years", "egfr": "90 mL/min/1.73 m²"}
    assert agree(doses.magnesium_severe_label(), of(body, ask("magnesium_sulfate_iv", answers)))


def test_a_fit_on_magnesium_is_given_two_grams_more_by_the_us_label() -> None:
    answers = {"indication": "recurrent eclamptic fit", "population": "pregnancy"}
    assert agree(doses.magnesium_recurrent_fit_us(), of("US label", ask("magnesium_sulfate_iv", answers)))


# ---- magnesium aspartate --------------------------------------------------------------------------------------------


def in_millimoles(sachets: Dose | None) -> Dose | None:
    """Sachets as the magnesium in them."""
    if sachets is None or sachets.low is None:
        return None
    return Dose(sachets.low * SACHET, sachets.high * SACHET, "mmol")


def test_magnesium_aspartate_is_the_same_at_every_age() -> None:
    apart = []
    for age in AGES:
        for egfr in ("5", "29.999", "30", "90"):
            answers = {"age": years(age), "egfr": f"{egfr} mL/min/1.73 m²"}
            ours = in_millimoles(doses.magnesium_aspartate(age, severe_renal_impairment=exact(egfr) < 30))
            if not agree(ours, of("UK label", ask("magnesium_aspartate_oral", answers))):
                apart.append((answers, ours))
    assert apart == []


def test_magnesium_by_mouth_has_the_same_band_of_levels() -> None:
    apart = []
    for age in (Fraction(10), 18 - DAY, Fraction(18), Fraction(70)):
        for level in MAGNESIUM:
            answers = {"age": years(age), "egfr": "90 mL/min/1.73 m²", "magnesium": f"{half_up(level, 3)} mmol/L"}
            ours = doses.magnesium_low_by_mouth_highland(age, level)
            theirs = of("NHS Highland", ask("magnesium_aspartate_oral", answers))
            once = Dose(ours.low, ours.low, "mmol") if ours and ours.low else None
            if not agree(once, theirs) or (theirs and "once or twice daily" not in theirs.quotes.values()):
                apart.append((answers, ours, theirs))
    assert apart == []
