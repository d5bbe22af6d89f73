"""The volume of red cells for a child after Davies and others, 2007."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Volume of red cells for a child (Davies)",
    synonyms=(
        "transfusion volume for a child",
        "pediatric transfusion volume",
        "red cell transfusion volume in a child",
        "paediatric transfusion volume",
    ),
    result=Result("mL", places=0),
    reference="davies-2007",
    says="The volume of red cells is {result}.",
    warnings=(
        "Found in children in intensive care who neither bled nor were given colloid.",
        "Older formulas with a fixed factor give less.",
        "Care must be taken not to overload the circulation.",
    ),
    vectors=(
        # 20 × 2 × 3 ÷ 0.6: ten millilitres for each kilogram raise by two, as the paper says
        Vector(
            {"weight": "20 kg", "haemoglobin": "8 g/dL", "target_haemoglobin": "10 g/dL", "pack_haematocrit": "60%"},
            "200 mL",
            by="paper",
        ),
        # 10 × 3 × 3 ÷ 0.6
        Vector(
            {"weight": "10 kg", "haemoglobin": "70 g/L", "target_haemoglobin": "100 g/L", "pack_haematocrit": "0.6"},
            "150 mL",
            by="hand",
        ),
        # 5 × 2.5 × 3 ÷ 0.75
        Vector(
            {"weight": "5 kg", "haemoglobin": "6.5 g/dL", "target_haemoglobin": "9 g/dL", "pack_haematocrit": "75%"},
            "50 mL",
            by="hand",
        ),
    ),
)
def paediatric_transfusion_volume(
    weight: Annotated[float, Measure("kg", low=1, high=70, written=("kg",), means="actual body weight of the child")],
    haemoglobin: Annotated[float, Measure("g/dL", low=2, high=15, analyte="haemoglobin", below="target_haemoglobin")],
    target_haemoglobin: Annotated[
        float, Measure("g/dL", low=5, high=18, analyte="haemoglobin", means="haemoglobin aimed for")
    ],
    pack_haematocrit: Annotated[
        float,
        Measure(
            "%",
            low=45,
            high=85,
            written=("%", "fraction"),
            means="haematocrit of the red cell unit",
            counts="a standard unit in the UK: 60%",
        ),
    ],
) -> float:
    """The volume of red cells that raises the haemoglobin of a child as far as aimed for."""
    return weight * (target_haemoglobin - haemoglobin) * 3 / (pack_haematocrit / 100)
