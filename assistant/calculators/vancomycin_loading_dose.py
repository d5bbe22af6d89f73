"""Loading dose of vancomycin, from the consensus guideline of Rybak and others, 2020."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator, criterion


@calculator(
    title="Vancomycin loading dose",
    synonyms=(
        "vancomycin loading dose",
        "vancomycin load",
        "loading dose of vancomycin",
        "load with vancomycin",
        "vanc load",
        "vanc loading dose",
        "loading vancomycin",
    ),
    result=Result("mg", places=0),
    reference="vanc-2020",
    says="The loading dose of vancomycin is {result}.",
    warnings=(
        "For intermittent infusion in the critically ill with suspected or proven serious infection by "
        "methicillin-resistant Staphylococcus aureus.",
        "By actual body weight, also in obesity; both ends of the range are held to the highest dose of the guideline.",
    ),
    not_for=("children",),
    vectors=(
        # 20 × 80 = 1,600; the upper end 35 × 80 = 2,800
        Vector({"weight": "80 kg", "obesity": "no"}, "1,600–2,800 mg", by="hand"),
        # 20 × 120 = 2,400; the upper end 25 × 120 = 3,000
        Vector({"weight": "120 kg", "obesity": "yes"}, "2,400–3,000 mg", by="hand"),
        # 20 × 150 = 3,000, the highest dose itself
        Vector({"weight": "150 kg", "obesity": "yes"}, "3,000 mg", by="hand"),
        # 20 × 180 = 3,600, held to 3,000
        Vector({"weight": "180 kg", "obesity": "yes"}, "3,000 mg", by="hand"),
        # 110 lb × 0.45359237 = 49.895 kg; × 20 = 997.9; × 35 = 1,746.3
        Vector({"weight": "110 lb", "obesity": "no"}, "998–1,746 mg", by="hand"),
    ),
)
def vancomycin_loading_dose(
    weight: Annotated[float, Measure("kg", low=30, high=300, means="actual body weight")],
    obesity: Annotated[
        str,
        criterion(
            "obesity",
            counts="a body mass index of 30 kg/m² or more",
            said=(("yes", ("obese", "obesity")), ("no", ("not obese", "non-obese", "no obesity", "not overweight"))),
        ),
    ],
) -> Finding:
    """The range of the loading dose for adults who are critically ill, by actual body weight."""
    highest = min((25 if obesity == "yes" else 35) * weight, 3000)
    return Finding(min(20 * weight, 3000), "mg", high=highest)
