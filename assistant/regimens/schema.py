"""What a regimen file may say, field by field; closed to everything else. Its JSON Schema is docs/regimen.schema.json."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.records import Population, SecondReading, Status

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
NeedName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Citations = Annotated[tuple[Id, ...], Field(min_length=1, description="keys of references.json")]
Weight = Literal["actual", "ideal", "adjusted"]


class Row(BaseModel):
    """Base of what a file holds: immutable, closed to unknown fields, and nothing turned into another type."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Need(Row):
    """What must be known of the patient: a number with its unit and the interval that the group covers, or a choice."""

    unit: str | None = Field(None, description="as the house prints it; empty for a plain number such as an INR")
    covers: Text | None = Field(None, description="the interval for which the group says something, such as [6, 12)")
    plausible: Text | None = Field(
        None, description="the interval beyond which a value is a slip; known for age, weight and common blood levels"
    )
    choices: Annotated[tuple[Text, ...], Field(min_length=2)] | None = None
    said: dict[Text, tuple[Text, ...]] = Field(
        {},
        description="the words by which each option of a choice is said in a chat, such as present: [shocked, in shock]",
    )
    means: Text = Field(description="what exactly is meant, without figures: it is what a person is asked for")


class Dose(Row):
    """A dose, fixed, for each kilogram or for each square metre; one that grows with the body has a maximum or says why not."""

    amount: Text | None = Field(None, description="such as 500 micrograms, 1–2 g, 1–2 sachets")
    per_kg: Text | None = Field(None, description="such as 25–50 mg/kg")
    per_m2: Text | None = Field(None, description="for each square metre of body surface, such as 50–100 mg/m²")
    min: Text | None = Field(None, description="the least that is given, whatever the weight")
    max: Text | None = Field(None, description="the most that is given, whatever the weight")
    weight_max: Text | None = Field(None, description="the weight above which the dose no longer grows, such as 110 kg")
    no_max: Text | None = Field(None, description="why the source gives no maximum")
    weight: Weight | None = Field(None, description="which weight the source means; left out where it does not say")
    per: Literal["dose", "day"] = Field("dose", description="whether it is one dose, or the total of a day")
    same_as: Text | None = Field(None, description="the same dose in another unit, as the source writes it beside")


class Alternative(Row):
    """Another dose for some of the people of a row; a judgement, so it is shown and never chosen."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    when: Text = Field(alias="if", description="for whom, without figures")
    dose: Dose
    interval: Text | None = None


class Step(Row):
    """What follows the dose of the same row: the maintenance, or one of several bags."""

    label: Text | None = Field(None, description="what it is called, without figures, such as second bag")
    dose: Dose | None = None
    over: Text | None = None
    rate: Text | None = None
    rate_max: Text | None = None
    rate_no_max: Text | None = Field(None, description="why the source gives no maximum of a rate for each kilogram")
    dilution: Text | None = None
    interval: Text | None = None
    duration: Text | None = None


class Tier(Row):
    """One row: for whom (`when`), and either what is given or the refusal of the source (`refuse`)."""

    id: Id
    label: Text = Field(description="the people of the row in words without figures")
    when: dict[NeedName, Text | tuple[Text, ...]] = {}
    as_written: Text | None = Field(None, description="the source's own words for these people")
    reading: Text | None = Field(None, description="what we decided where the source leaves an edge open, and why")
    decided: dict[NeedName, tuple[float, ...]] | None = Field(
        None, description="the ends that the reading decided; left out, all ends of a row that has a reading"
    )
    dose: Dose | None = None
    over: Text | None = Field(None, description="how long one dose takes, such as 10–20 min")
    rate: Text | None = None
    rate_max: Text | None = None
    rate_no_max: Text | None = Field(None, description="why the source gives no maximum of a rate for each kilogram")
    rate_weight: Weight | None = Field(None, description="which weight a rate for each kilogram means")
    titration: Text | None = Field(None, description="how it is changed, such as increased by 0.02 mg/h every 5 min")
    daily_max: Text | None = Field(None, description="the most in a day, such as 4 g/24 h or 60 mg/kg/24 h")
    daily_cap: Text | None = Field(
        None, description="above which a daily maximum for each kilogram does not go, such as 4 g"
    )
    total_max: Text | None = Field(None, description="the most over all repeats, such as 12 mL/kg or 10 mg/kg or 3 mg")
    concentration_max: Text | None = None
    interval: Text | None = None
    repeat: Text | None = None
    duration: Text | None = None
    given_as: Text | None = Field(None, description="what is given for the dose, such as 150 mL of glucose 10%")
    dilution: Text | None = Field(None, description="such as 20 mmol in 250 mL")
    maintenance: Step | None = Field(None, description="what follows a loading dose")
    steps: tuple[Step, ...] = Field((), description="several things that follow each other, each with its label")
    alternatives: tuple[Alternative, ...] = ()
    note: Text | None = Field(None, description="a sentence of its own that names drug and body")
    refuse: Text | None = Field(None, description="the sentence that is said where the source gives nothing")
    citations: Citations


class Watch(Row):
    """A monitoring row: what, when, and on what to act. `after`, `every` and `until` put it into a calendar."""

    id: Id | None = None
    what: Text
    when: Text = Field(description="in the words of the source, such as after the load, then every 4 h")
    baseline: bool = Field(False, description="whether it is done before the first dose")
    after: Text | None = Field(None, description="how long after the start it is first done, such as 6 h")
    every: Text | None = Field(None, description="how often it is done again, such as 4 h")
    until: Text | None = Field(None, description="how long after the start it is done for the last time, such as 24 h")
    act_on: Text | None = None
    groups: tuple[Id, ...] = Field((), description="the groups that it concerns; left out: all")
    citations: Citations


class Caution(Row):
    """A caution or contraindication: a sentence of its own that names the drug."""

    id: Id | None = None
    text: Text
    groups: tuple[Id, ...] = Field((), description="the groups that it concerns; left out: all")
    citations: Citations


class Interaction(Row):
    """A medicine that changes the dose or forbids it: a sentence of its own that names both."""

    id: Id | None = None
    taken: tuple[Text, ...] = Field(min_length=1, description="the other medicines, by the names that a person says")
    text: Text
    groups: tuple[Id, ...] = Field((), description="the groups that it concerns; left out: all")
    citations: Citations


class Product(Row):
    """A product by whose strength volumes and numbers of units are worked out, such as 1 mg/mL or 10 mmol/sachet."""

    id: Id | None = None
    name: Text
    strength: Text
    citations: Citations


class Group(Row):
    """What one body says for one indication and population; its tiers take every patient whom it covers exactly once."""

    id: Id
    indication: Text
    synonyms: tuple[Text, ...] = ()
    population: Population
    region: Text
    body: Text = Field(description="who says so, as it is named in the sentence")
    place: int | None = Field(
        None, ge=1, le=9, description="the place of this drug among those that are given for the indication"
    )
    emergency: bool | None = Field(
        None, description="whether this indication is an emergency; left out: as the file says"
    )
    needs: dict[NeedName, Need] = {}
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1)]
    monitoring: tuple[Watch, ...] = ()


class Sheet(Row):
    """A regimen file: one drug by one route."""

    id: Id
    title: Text
    drug: Text
    synonyms: tuple[Text, ...] = ()
    route: Text
    emergency: bool = False
    classes: tuple[Text, ...] = Field(
        (), description="the classes of which an allergy stops the dose, such as penicillin"
    )
    ion: Text | None = Field(None, description="the ion that is counted in mmol and mEq, such as potassium")
    status: Status
    version: Text
    last_updated: date
    review_by: date | None = None
    reviewers: tuple[Text, ...] = ()
    second_reading: SecondReading | None = None
    supersedes: Text | None = None
    products: tuple[Product, ...] = ()
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    monitoring: tuple[Watch, ...] = ()
    contraindications: tuple[Caution, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    antidotes: tuple[Caution, ...] = Field((), description="what undoes the drug: a sentence that names both")
    cautions: tuple[Caution, ...] = ()


if __name__ == "__main__":
    import json

    print(json.dumps(Sheet.model_json_schema(), indent=2, ensure_ascii=False))
