"""The dialogues that the product is judged by, each turn with what a clinician needs of it."""

from collections.abc import Callable

import pytest

from assistant.assembly import Assistant, assemble
from assistant.records import Answer, Given
from assistant.settings import Settings

Dialogue = Callable[..., list[Answer]]

SEED = (
    "What is the recommended dosage and administration of magnesium aspartate for patients with confirmed "
    "magnesium deficiency?"
)


def test_the_first_question_is_answered_with_the_licensed_oral_dose(ask: Dialogue) -> None:
    (answer,) = ask(SEED)
    assert answer.kind == "answer"
    assert "aspartate" in answer.bottom_line
    assert {"magnaspartate-smpc"} <= {c.reference_id for c in answer.citations}
    figures = [f.text for f in answer.figures if f.start < len(answer.bottom_line)]
    assert any("10–20 mmol" in text for text in figures)
    assert "25–50 mg/kg" not in answer.bottom_line
    assert "severe renal impairment" in answer.markdown
    assert "intravenous" in answer.markdown
    roles = {section.role for section in answer.sections}
    assert {"approach", "administration", "monitoring", "cautions", "differs", "not_in_sources"} <= roles
    assert answer.disagreements
    assert answer.follow_ups
    assert answer.review_status == "submitted"
    assert any("review" in notice for notice in answer.notices)


def test_a_child_with_torsades_gets_the_childs_dose_with_its_cap(ask: Dialogue) -> None:
    _, answer = ask(SEED, "and for a 23 kg child with torsades?")
    (calculation,) = answer.calculations
    assert calculation.result.text == "575–1,150 mg"
    assert (calculation.result.low, calculation.result.high) == (575, 1150)
    assert calculation.cap is not None and not calculation.cap.applied
    assert "575–1,150 mg" in answer.bottom_line and "2 g" in answer.bottom_line
    assert calculation.steps
    assert calculation.passages


def test_renal_failure_and_rechecks_stay_on_the_topic(ask: Dialogue) -> None:
    *_, renal, nutrition = ask(SEED, "what about renal failure?", "how often do I recheck it on parenteral nutrition?")
    documents = {p.document_id for c in renal.citations for p in c.passages}
    assert documents <= {"hypomagnesaemia", "magnesium-sulfate-iv", "magnesium-aspartate-oral"}
    assert "renal" in renal.bottom_line.lower() or "eGFR" in renal.bottom_line
    assert "parenteral nutrition" in nutrition.bottom_line.lower()


def test_an_emergency_shows_its_bands_at_once_and_asks_beside_them(ask: Dialogue) -> None:
    first, second = ask("adrenaline in anaphylaxis?", "8 years old")
    assert first.kind == "answer"
    assert first.banner is not None
    figures = {f.text for f in first.figures}
    assert {"500 micrograms", "300 micrograms", "150 micrograms"} <= figures
    assert "age" in {item.name for item in first.missing_inputs}
    assert any(c.result.text == "300 micrograms" for c in second.calculations)
    assert "300 micrograms" in second.bottom_line


def test_what_is_not_held_is_said_usefully(ask: Dialogue) -> None:
    (answer,) = ask("What is the capital of France?")
    assert (answer.kind, answer.reason) == ("abstention", "not_clinical")
    assert "electrolytes" in answer.markdown and "resuscitation" in answer.markdown
    assert "Paris" not in answer.markdown


def test_a_missing_weight_is_asked_for_and_finishes_the_calculation(ask: Dialogue) -> None:
    first, second = ask("creatinine clearance, 70 year old woman, creatinine 1.4 mg/dL", "60 kg")
    assert first.kind == "clarification"
    assert [item.name for item in first.missing_inputs] == ["weight"]
    assert first.calculations == ()
    assert [c.result.text for c in second.calculations] == ["35 mL/min"]


def test_no_number_crosses_to_another_patient(ask: Dialogue) -> None:
    *_, asked, done = ask(
        "creatinine clearance, 70 year old woman, 60 kg, creatinine 1.4 mg/dL",
        "different patient: creatinine clearance, man of 50 years, creatinine 88.4 µmol/L",
        "80 kg",
    )
    assert asked.kind == "clarification" and asked.calculations == ()
    assert [c.result.text for c in done.calculations] == ["100 mL/min"]


def test_a_correction_replaces_what_was_said(ask: Dialogue) -> None:
    first, second = ask(
        "creatinine clearance, 70 year old woman, 80 kg, creatinine 1.4 mg/dL", "sorry, 60 kg, creatinine clearance"
    )
    assert [c.result.text for c in first.calculations] == ["47 mL/min"]
    assert [c.result.text for c in second.calculations] == ["35 mL/min"]


def test_a_follow_up_is_answered_by_what_is_new(ask: Dialogue) -> None:
    first, second = ask(SEED, "what about renal failure?")
    assert len(second.statements) < len(first.statements)


def test_what_a_form_gives_counts_as_said(assistant: Assistant) -> None:
    first = assistant.ask("creatinine clearance, 70 year old woman, creatinine 1.4 mg/dL")
    form = {"weight": Given(text="60 kg", value="60 kg", origin="form")}
    second = assistant.ask("Weight 60 kg", first.conversation_id, form=form)
    (calculation,) = second.calculations
    assert calculation.result.text == "35 mL/min"
    assert calculation.inputs["weight"].origin == "form"


def test_a_site_of_approved_text_only_quotes_nothing_that_awaits_review(settings: Settings) -> None:
    whole = assemble(settings.model_copy(update={"approved_only": True}))
    whole.warm()
    answer = whole.ask("adrenaline in anaphylaxis?")
    assert answer.kind == "abstention" and answer.citations == () and answer.figures == ()
    assert "approved" in answer.markdown
    assert [c.result.text for c in whole.ask("anion gap Na 140 Cl 104 HCO3 24").calculations] == ["12 mmol/L"]


def test_the_units_of_the_site_come_first_in_what_is_asked(settings: Settings) -> None:
    units = {}
    for system in ("si", "conventional"):
        whole = assemble(settings.model_copy(update={"units": system}))
        whole.warm()
        asked = whole.ask("corrected calcium please").missing_inputs
        units[system] = {item.name: item.units for item in asked}
    assert units["si"]["calcium"] == ("mmol/L", "mg/dL")
    assert units["conventional"]["calcium"] == ("mg/dL", "mmol/L")


def test_a_score_with_unanswered_items_is_a_range_and_the_rest_is_asked_for(assistant: Assistant) -> None:
    def form(**words: str) -> dict[str, Given]:
        return {name: Given(text=text, value=text, origin="form") for name, text in words.items()}

    first = assistant.ask("FeverPAIN score?", form=form(fever="yes", onset="2 days"))
    assert first.kind == "clarification"
    (calculation,) = first.calculations
    assert (calculation.result.value, calculation.result.low, calculation.result.high) == (None, 2, 5)
    assert "2–5 points" in first.bottom_line
    assert {item.name for item in first.missing_inputs} == {"purulence", "severe_inflammation", "no_cough_or_coryza"}
    rest = form(purulence="no", severe_inflammation="no", no_cough_or_coryza="yes")
    last = assistant.ask("FeverPAIN score?", first.conversation_id, form=rest)
    assert (last.kind, last.calculations[0].result.text) == ("answer", "3 points")


def test_a_blood_pressure_as_the_ward_writes_it_gives_both_of_its_pressures(ask: Dialogue) -> None:
    (answer,) = ask("MAP with a BP of 90/60?")
    assert answer.calculations[0].result.text == "70 mmHg"
    (refused,) = ask("MAP, BP 80/120")
    assert refused.kind == "clarification" and not refused.calculations
    assert "Diastolic pressure 120 cannot be used" in refused.bottom_line


def test_what_is_aimed_for_is_not_worked_out_of_nothing(ask: Dialogue) -> None:
    (wanted,) = ask("what MAP do we aim for in septic shock?")
    assert (wanted.kind, wanted.missing_inputs, wanted.calculations) == ("answer", (), ())
    assert "mean arterial pressure of 65 mmHg" in wanted.bottom_line
    (normal,) = ask("what is a normal anion gap?")
    assert "needs" not in normal.bottom_line and not normal.missing_inputs
    (given,) = ask("MAP with a BP of 90/60, target is higher")
    assert given.calculations[0].result.text == "70 mmHg"


@pytest.mark.parametrize("aside", ["what is the best soil for tomatoes", "who won the football yesterday"])
def test_talk_of_other_things_is_not_answered_with_what_was_spoken_of(ask: Dialogue, aside: str) -> None:
    _, other, more = ask("how do I treat hypercalcaemia", aside, "how do I treat hypercalcaemia")
    assert (other.kind, other.citations) == ("abstention", ()) and more.kind == "answer"
    assert ask("how do I treat hypercalcaemia", "what else should i do")[-1].kind == "answer"
