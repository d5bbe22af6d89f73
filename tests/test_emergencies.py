"""However it is written, anaphylaxis is answered by the intramuscular dose of that age first; peri-operative only by its name."""

from itertools import product

import pytest

from tests.conftest import Dialogue

DRUG = ("adrenaline", "adrenalin", "epinephrine", "epi", "IM adrenaline", "adrenaline injection", "adrenaline bolus")
PEOPLE = {"4 yo": "150 micrograms", "an 8 year old": "300 micrograms", "an adult": "500 micrograms"}
FORMS = (
    "{drug} dose in {who} with anaphylaxis",
    "anaphylaxis, {who}, how much {drug}?",
    "{drug} for {who} anaphylactic shock peanut",
)


@pytest.mark.parametrize("form", FORMS)
def test_the_intramuscular_dose_leads(ask: Dialogue, form: str) -> None:
    for drug, (who, dose) in product(DRUG, PEOPLE.items()):
        (answer,) = ask(form.format(drug=drug, who=who))
        first = answer.statements[0].text
        assert dose in first and "intramuscular" in first, (answer.question, first)
        assert answer.banner


@pytest.mark.parametrize("place", ["on the table", "under GA", "in theatre", "perioperative"])
def test_peri_operative_anaphylaxis_leads_with_its_own_bolus(ask: Dialogue, place: str) -> None:
    (answer,) = ask(f"anaphylaxis {place}, adult, adrenaline bolus")
    first = answer.statements[0].text
    assert "50 micrograms" in first and "perioperative" in first.replace("-", ""), answer.bottom_line
