"""Iron deficit after Ganzoni, 1970, with the stores as the characteristics of iron sucrose have them."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Iron deficit (Ganzoni)",
    synonyms=(
        "iron deficit",
        "Ganzoni",
        "total iron deficit",
        "intravenous iron requirement",
        "iron dose",
    ),
    result=Result("mg", places=0),
    reference=("ganzoni-1970", "venofer-smpc", "cadth-ganzoni-2020"),
    says="The total iron deficit, stores included, is {result}.",
    warnings=(
        "The total need, not what is given at once: each product has its own maximum.",
        "In obesity the ideal body weight is used; the actual weight gives more.",
        "The target is that of who treats: the characteristics of iron sucrose name a lower target for the light.",
    ),
    vectors=(
        # 70 × 7 × 2.4 + 500 = 1176 + 500
        Vector({"weight": "70 kg", "haemoglobin": "8 g/dL", "target_haemoglobin": "15 g/dL"}, "1,676 mg", by="hand"),
        # 20 × 4 × 2.4 + 15 × 20 = 192 + 300
        Vector({"weight": "20 kg", "haemoglobin": "9 g/dL", "target_haemoglobin": "13 g/dL"}, "492 mg", by="hand"),
        # 35 × 6 × 2.4 + 500 = 504 + 500
        Vector({"weight": "35 kg", "haemoglobin": "9 g/dL", "target_haemoglobin": "15 g/dL"}, "1,004 mg", by="hand"),
        # 34.9 × 4 × 2.4 + 15 × 34.9 = 335.04 + 523.5 = 858.54
        Vector({"weight": "34.9 kg", "haemoglobin": "9 g/dL", "target_haemoglobin": "13 g/dL"}, "859 mg", by="hand"),
        # 60 × 3 × 2.4 + 500 = 432 + 500
        Vector({"weight": "60 kg", "haemoglobin": "90 g/L", "target_haemoglobin": "120 g/L"}, "932 mg", by="hand"),
    ),
)
def iron_deficit(
    weight: Annotated[float, Measure("kg", low=5, high=200, means="body weight, in obesity the ideal body weight")],
    haemoglobin: Annotated[float, Measure("g/dL", low=2, high=16, analyte="haemoglobin", below="target_haemoglobin")],
    target_haemoglobin: Annotated[
        float,
        Measure(
            "g/dL",
            low=10,
            high=18,
            analyte="haemoglobin",
            means="haemoglobin aimed for",
            counts="iron sucrose, UK: 13 g/dL below 35 kg, 15 g/dL from 35 kg on",
        ),
    ],
) -> float:
    """The iron that is missing from the haemoglobin and from the stores."""
    stores = 15 * weight if weight < 35 else 500
    return weight * (target_haemoglobin - haemoglobin) * 2.4 + stores
