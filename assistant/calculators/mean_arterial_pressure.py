"""Mean arterial pressure from a cuff: the diastolic pressure and a third of the pulse pressure, a convention."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Mean arterial pressure (estimated from a cuff)",
    synonyms=("mean arterial pressure", "mean blood pressure", "MAP"),
    result=Result("mmHg", places=0),
    reference="definition-mean-arterial-pressure",
    says="The estimated mean arterial pressure is {result}.",
    warnings=("An estimate by convention from the pressures of a cuff, not a mean that was measured.",),
    vectors=(
        # 80 + (120 − 80) ÷ 3 = 93.33
        Vector({"systolic": "120 mmHg", "diastolic": "80 mmHg"}, "93 mmHg", by="hand"),
        # 60 + (90 − 60) ÷ 3 = 70
        Vector({"systolic": "90 mmHg", "diastolic": "60 mmHg"}, "70 mmHg", by="hand"),
        # 45 + (83 − 45) ÷ 3 = 57.67
        Vector({"systolic": "83 mmHg", "diastolic": "45 mmHg"}, "58 mmHg", by="hand"),
    ),
)
def mean_arterial_pressure(
    systolic: Annotated[float, Measure("mmHg", low=30, high=300, written=("mmHg", "kPa"), means="systolic pressure")],
    diastolic: Annotated[
        float, Measure("mmHg", low=10, high=200, written=("mmHg", "kPa"), means="diastolic pressure", below="systolic")
    ],
) -> float:
    """Mean arterial pressure of an adult or a child, estimated from the systolic and the diastolic pressure."""
    return diastolic + (systolic - diastolic) / 3
