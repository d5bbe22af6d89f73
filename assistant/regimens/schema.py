"""What a regimen file may say, field by field; closed to everything else. Its JSON Schema is docs/regimen.schema.json."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.records import Population, Status

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

    unit: Text | None = None
    covers: Text | None = Field(None, description="the interval for which the group says something, such as [6, 12)")
    plausible: Text | None = Field(
        None, description="the interval beyond which a value is a slip; known for age, weight and common blood levels"
    )
    choices: Annotated[tuple[Text, ...], Field(min_length=2)] | None = None
    means: Text = Field(description="what exactly is meant, without figures: it is what a person is asked for")


class Dose(Row):
    """A dose, fixed or for each kilogram; a dose for each kilogram has a maximum or says why not."""

    amount: Text | None = Field(None, description="such as 500 micrograms, 1–2 g, 1–2 sachets")
    per_kg: Text | None = Field(None, description="such as 25–50 mg/kg")
    max: Text | None = Field(None, description="the most that is given, whatever the weight")
    no_max: Text | None = Field(None, description="why the source gives no maximum")
    weight: Weight | None = Field(None, description="which weight the source means; left out where it does not say")
    per: Literal["dose", "day"] = Field("dose", description="whether it is one dose, or the total of a day")
    same_as: Text | None = Field(None, description="the same dose in another unit, as the source writes it beside")


class Alternative(Row):
    """Another dose for some of the people of a row; a judgement, so it is shown and never chosen."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    when: Text = Field(alias="if", description="for whom, without figures")
    dose: Dose


class Maintenance(Row):
    """What follows the dose of the same row."""

    dose: Dose | None = None
    rate: Text | None = None
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
    daily_max: Text | None = None
    concentration_max: Text | None = None
    interval: Text | None = None
    repeat: Text | None = None
    duration: Text | None = None
    dilution: Text | None = Field(None, description="such as 20 mmol in 250 mL")
    maintenance: Maintenance | None = None
    alternatives: tuple[Alternative, ...] = ()
    note: Text | None = Field(None, description="a sentence of its own that names drug and body")
    refuse: Text | None = Field(None, description="the sentence that is said where the source gives nothing")
    citations: Citations


class Watch(Row):
    """A monitoring row: what, when, and on what to act."""

    id: Id | None = None
    what: Text
    when: Text
    act_on: Text | None = None
    groups: tuple[Id, ...] = Field((), description="the groups that it concerns; left out: all")
    citations: Citations


class Caution(Row):
    """A caution or contraindication: a sentence of its own that names the drug."""

    id: Id | None = None
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
    status: Status
    version: Text
    last_updated: date
    review_by: date | None = None
    reviewers: tuple[Text, ...] = ()
    supersedes: Text | None = None
    products: tuple[Product, ...] = ()
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    monitoring: tuple[Watch, ...] = ()
    contraindications: tuple[Caution, ...] = ()
    cautions: tuple[Caution, ...] = ()


if __name__ == "__main__":
    import json

    print(json.dumps(Sheet.model_json_schema(), indent=2, ensure_ascii=False))
