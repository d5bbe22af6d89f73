"""Equivalent doses of corticosteroids by their glucocorticoid effect, from a British formulary."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator

STEROID = (
    *("hydrocortisone", "cortisone", "prednisolone", "prednisone", "methylprednisolone"),
    *("triamcinolone", "dexamethasone", "betamethasone", "deflazacort"),
)


@calculator(
    title="Equivalent dose of a corticosteroid (glucocorticoid effect)",
    synonyms=(
        "steroid conversion",
        "steroid equivalent dose",
        "convert steroid",
        "corticosteroid conversion",
        "steroid equivalence",
        "equivalent dose of prednisolone",
        "glucocorticoid equivalent",
        "convert hydrocortisone",
        "convert prednisolone",
        "convert prednisone",
        "convert methylprednisolone",
        "convert dexamethasone",
        "convert betamethasone",
        "hydrocortisone equivalent",
        "prednisolone equivalent",
        "prednisone equivalent",
        "methylprednisolone equivalent",
        "dexamethasone equivalent",
        "betamethasone equivalent",
        "equivalent of hydrocortisone",
        "equivalent of prednisolone",
        "equivalent of prednisone",
        "equivalent of methylprednisolone",
        "equivalent of dexamethasone",
        "equivalent of betamethasone",
    ),
    result=Result("mg"),
    reference=("elmmb-corticosteroids", "omics-corticosteroids-table", "wmpcp-steroid-equivalence"),
    says="The dose with the same glucocorticoid effect is {result}.",
    warnings=(
        "For doses by mouth or into a vein; into a muscle or joint the relation is another.",
        "The mineralocorticoid effect is not reflected: these doses are not interchangeable in adrenal insufficiency.",
        "Approximate; texts differ for betamethasone, dexamethasone and deflazacort.",
    ),
    vectors=(
        # 40 × 20 ÷ 5
        Vector({"steroid": "prednisolone", "dose": "40 mg", "wanted_steroid": "hydrocortisone"}, "160 mg", by="hand"),
        # 100 × 5 ÷ 20
        Vector({"steroid": "hydrocortisone", "dose": "100 mg", "wanted_steroid": "prednisone"}, "25 mg", by="hand"),
        # 8 × 5 ÷ 0.75 = 53.33
        Vector({"steroid": "dexamethasone", "dose": "8 mg", "wanted_steroid": "prednisolone"}, "53.3 mg", by="hand"),
        # 3 × 25 ÷ 0.75
        Vector({"steroid": "betamethasone", "dose": "3 mg", "wanted_steroid": "cortisone"}, "100 mg", by="hand"),
        # 50 × 0.75 ÷ 25
        Vector({"steroid": "cortisone", "dose": "50 mg", "wanted_steroid": "dexamethasone"}, "1.5 mg", by="hand"),
        # 32 × 6 ÷ 4
        Vector({"steroid": "methylprednisolone", "dose": "32 mg", "wanted_steroid": "deflazacort"}, "48 mg", by="hand"),
        # 30 × 4 ÷ 6
        Vector({"steroid": "deflazacort", "dose": "30 mg", "wanted_steroid": "triamcinolone"}, "20 mg", by="hand"),
        # 1000 × 5 ÷ 4
        Vector({"steroid": "methylprednisolone", "dose": "1 g", "wanted_steroid": "prednisone"}, "1,250 mg", by="hand"),
    ),
)
def steroid_conversion(
    steroid: Annotated[str, Choice(*STEROID, means="corticosteroid that is given")],
    dose: Annotated[float, Measure("mg", low=0.05, high=5000, means="its dose", written=("mg", "micrograms", "g"))],
    wanted_steroid: Annotated[str, Choice(*STEROID, means="corticosteroid that is wanted")],
) -> float:
    """The dose of another corticosteroid with the same anti-inflammatory effect, by mouth or into a vein."""
    given = (
        5
        if steroid in ("prednisolone", "prednisone")
        else 4
        if steroid in ("methylprednisolone", "triamcinolone")
        else 0.75
        if steroid in ("dexamethasone", "betamethasone")
        else 20
        if steroid == "hydrocortisone"
        else 25
        if steroid == "cortisone"
        else 6
    )
    wanted = (
        5
        if wanted_steroid in ("prednisolone", "prednisone")
        else 4
        if wanted_steroid in ("methylprednisolone", "triamcinolone")
        else 0.75
        if wanted_steroid in ("dexamethasone", "betamethasone")
        else 20
        if wanted_steroid == "hydrocortisone"
        else 25
        if wanted_steroid == "cortisone"
        else 6
    )
    return dose * wanted / given
