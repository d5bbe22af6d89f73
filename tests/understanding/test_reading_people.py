"""Ages, sexes and pregnancies in every dress; what is said of somebody else is not said of the patient."""

import pytest

from assistant.understanding.facts import read_facts

Said = dict[str, tuple[object, object]]
WHO = ("age", "sex", "population")


def read(message: str) -> Said:
    """Who a message is about, less adults whom the word for a sex implies."""
    facts = [fact for fact in read_facts(message) if fact.fact in WHO and not fact.negated and fact.value != "adult"]
    return {fact.fact: (fact.value, fact.unit) for fact in facts}


F, M = ("female", None), ("male", None)
CHILD, PREGNANT = ("child", None), ("pregnancy", None)
PEOPLE = [
    ("M/47 chest pain", {"age": (47, "years"), "sex": M}),
    ("79yoF fall", {"age": (79, "years"), "sex": F}),
    ("66yom sepsis", {"age": (66, "years"), "sex": M}),
    ("51f & migraine", {"age": (51, "years"), "sex": F}),
    ("F 83, delirium", {"age": (83, "years"), "sex": F}),
    ("(m, 29) asthma", {"age": (29, "years"), "sex": M}),
    ("pt 68 yrs m gout", {"age": (68, "years"), "sex": M}),
    ("Pat. w., 58 J., Puls 88", {"age": (58, "years")}),
    ("63 y o gentleman", {"age": (63, "years"), "sex": M}),
    ("aged 88, care home", {"age": (88, "years")}),
    ("age 61 sex f", {"age": (61, "years"), "sex": F}),
    ("eighty-one year old woman", {"age": (81, "years"), "sex": F}),
    ("boy of seven", {"age": (7, "years"), "sex": M, "population": CHILD}),
    ("woman of 33, 60 kg", {"age": (33, "years"), "sex": F}),
    ("Mrs K forty six, cellulitis", {"age": (46, "years"), "sex": F}),
    ("shes 27, type 1", {"age": (27, "years"), "sex": F}),
    ("lady 90, her gp stopped it", {"age": (90, "years"), "sex": F}),
    ("9mo girl wheeze", {"age": (9, "months"), "sex": F, "population": CHILD}),
    ("4/7 old baby", {"age": (4, "days"), "population": CHILD}),
    ("3/52 old infant", {"age": (3, "weeks"), "population": CHILD}),
    ("18/12 old", {"age": (18, "months")}),
    ("DOL 6 jaundice", {"age": (6, "days")}),
    ("day 2 of life", {"age": (2, "days")}),
    ("term neonate day 3", {"age": (3, "days"), "population": CHILD}),
    ("30 h old baby boy", {"age": (30, "h"), "sex": M, "population": CHILD}),
    ("toddler 2 and a half years old", {"age": (2.5, "years"), "population": CHILD}),
    ("1 year 4 months old", {"age": (16, "months")}),
    ("2y 3m old", {"age": (27, "months")}),
    ("10 m old", {"age": (10, "months")}),
    ("bloke in his 70s", {"sex": M}),
    ("40 something year old woman", {"sex": F}),
    ("60-65 year old", {}),
    ("on clopidogrel 4 yrs", {}),
    ("5 day history of fever", {}),
    ("refeeding day 4", {}),
    ("stroke 3 years ago", {}),
    ("MI at age 44", {}),
    ("T 102.2F", {}),
    ("14F catheter", {}),
    ("pt is 52, sorry no 25", {"age": (25, "years")}),
    ("31F G2P1 33/40", {"age": (31, "years"), "sex": F, "population": PREGNANT}),
    ("27 yr primip 39+2", {"age": (27, "years"), "sex": F, "population": PREGNANT}),
    ("26 weeks pregnant", {"sex": F, "population": PREGNANT}),
    ("might be pregnant", {"sex": F}),
    ("born at 29/40, now 5 weeks old", {"age": (5, "weeks")}),
    ("wife pregnant, he is 41", {"age": (41, "years"), "sex": M}),
    ("mother 29 yrs on methadone, baby 2 days old", {"age": (2, "days"), "population": CHILD}),
    ("his sister had eclampsia", {"sex": M}),
    ("pt himself well", {"sex": M}),
    ("men and women", {}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "said"), PEOPLE, ids=[message for message, _ in PEOPLE])
def test_who_it_is_about_is_read_as_it_was_written(message: str, said: Said) -> None:
    assert read(message) == said


@pytest.mark.parametrize("message", [message for message, _ in PEOPLE])
def test_every_word_about_people_stands_where_it_says(message: str) -> None:
    for fact in read_facts(message):
        assert message[slice(*fact.span)] == fact.text


def test_of_several_patients_only_the_one_asked_about_counts() -> None:
    said = {f.fact: f.value for f in read_facts("twin 1 2.4 kg, twin 2 1.9 kg, caffeine for twin 2?")}
    assert said["weight"] == 1.9
    assert "weight" not in {f.fact for f in read_facts("twin 1 2.4 kg, twin 2 1.9 kg, caffeine?")}


def test_smoking_is_read_whole_or_not() -> None:
    said = {f.fact: f.value for f in read_facts("ex-smoker 25/day for 35 yrs")}
    assert (said["cigarettes_per_day"], said["years_smoked"]) == (25, 35)
    assert "years_smoked" not in {f.fact for f in read_facts("smoker 35 yrs")}
