"""The sore throat score of McIsaac and others, 1998: the findings of Centor with the age."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "temperature": "38 °C",
    "no_cough": "no",
    "tender_cervical_nodes": "no",
    "tonsillar_swelling_or_exudate": "no",
    "age": "15",
}
ALL = {
    "temperature": "38.1 °C",
    "no_cough": "yes",
    "tender_cervical_nodes": "yes",
    "tonsillar_swelling_or_exudate": "yes",
    "age": "14",
}


@calculator(
    title="Sore throat score of Centor as modified by McIsaac",
    synonyms=(
        "Centor score",
        "Centor criteria",
        "McIsaac score",
        "modified Centor",
        "Centor",
        "McIsaac",
    ),
    result=Result("points", places=0),
    reference=("mcisaac-1998", "nice-ng84"),
    says="The Centor score as modified by McIsaac is {result}.",
    warnings=(
        "The plain sum of the points: the paper's own table ends before the extremes of it at either side.",
        "Thresholds for the Centor criteria without age, such as those of NICE, are not those of this score with the age.",
    ),
    not_for=("infants and toddlers",),
    vectors=(
        # 1 + 1 + 1 + 1 + 1
        Vector(ALL, "5 points", by="hand"),
        # none of them, at the age that adds nothing
        Vector(NONE, "0 points", by="hand"),
        # 0 − 1
        Vector({**NONE, "age": "45"}, "-1 points", by="hand"),
        # 1 + 1 + 1 + 1 + 0
        Vector({**ALL, "age": "44"}, "4 points", by="hand"),
        # 100.9 °F = 38.28 °C: 1, and the nodes 1
        Vector({**NONE, "temperature": "100.9 °F", "tender_cervical_nodes": "yes", "age": "16"}, "2 points", by="hand"),
        # the youngest: 1; 100.4 °F = 38 °C: 0
        Vector({**NONE, "temperature": "100.4 °F", "age": "3"}, "1 point", by="hand"),
    ),
)
def centor_mcisaac(
    temperature: Annotated[float, Measure("°C", low=25, high=44, means="temperature", edges=(38,))],
    no_cough: Annotated[str, criterion("absence of cough")],
    tender_cervical_nodes: Annotated[str, criterion("tender anterior cervical lymph nodes")],
    tonsillar_swelling_or_exudate: Annotated[str, criterion("swelling of the tonsils or exudate on them")],
    age: Annotated[
        float,
        Measure(
            "years",
            low=3,
            high=120,
            edges=(15, 45),
            counts="from 3 years on: 3–14 adds 1, 15–44 nothing, from 45 on 1 is taken off",
        ),
    ],
) -> float:
    """How many of the findings hold that go with streptococci in a sore throat of a child or an adult, with the age."""
    by_age = 1 if age < 15 else 0 if age < 45 else -1
    findings = points(no_cough) + points(tender_cervical_nodes) + points(tonsillar_swelling_or_exudate)
    return points(temperature > 38) + findings + by_age
