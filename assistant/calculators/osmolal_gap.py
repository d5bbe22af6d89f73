"""Osmolal gap: the measured osmolality less that of Smithline and Gardner, as cited by Lynd and others, 2008."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Osmolal gap",
    synonyms=("osmolal gap", "osmolar gap", "osmole gap", "osmol gap"),
    result=Result("mOsm/kg", places=0),
    reference=(
        "lynd-2008-osmole-gap",
        "ccjm-osmol-gap",
        "frontiers-2019-ethanol-osmolal",
        "svnefrologia-methanol-kraut",
    ),
    says="The osmolal gap is {result}.",
    warnings=(
        "Where no ethanol was given, the gap still holds any ethanol.",
        "Ethanol counts with its molar concentration; another form in use lets it count for more.",
        "A normal gap does not exclude poisoning: by the substance and the time since it was taken the gap can be absent.",
        "A screening test: it does not measure ethylene glycol or methanol.",
    ),
    vectors=(
        # 300 − (2 × 140 + 5 + 5)
        Vector(
            {
                "measured_osmolality": "300 mOsm/kg",
                "sodium": "140 mmol/L",
                "glucose": "5 mmol/L",
                "urea_nitrogen": "5 mmol/L",
            },
            "10 mOsm/kg",
            by="hand",
        ),
        # 46 mg/dL of ethanol are 10 mmol/L: 320 − (290 + 10)
        Vector(
            {
                "measured_osmolality": "320 mOsm/kg",
                "sodium": "140 mmol/L",
                "glucose": "5 mmol/L",
                "urea_nitrogen": "5 mmol/L",
                "ethanol": "46 mg/dL",
            },
            "20 mOsm/kg",
            by="hand",
        ),
        # 340 − (2 × 139 + 99.08 ÷ 18.0156 + 14.007 ÷ 2.8014 + 0) = 340 − (278 + 5.4997 + 5) = 51.5003
        Vector(
            {
                "measured_osmolality": "340 mOsm/kg",
                "sodium": "139 mmol/L",
                "glucose": "99.08 mg/dL",
                "urea_nitrogen": "14.007 mg/dL",
                "ethanol": "0 mg/dL",
            },
            "52 mOsm/kg",
            by="hand",
        ),
        # 1.15 g/L are 115 mg/dL, 25 mmol/L: 325 − (290 + 25)
        Vector(
            {
                "measured_osmolality": "325 mOsm/kg",
                "sodium": "140 mmol/L",
                "glucose": "5 mmol/L",
                "urea_nitrogen": "5 mmol/L",
                "ethanol": "1.15 g/L",
            },
            "10 mOsm/kg",
            by="hand",
        ),
        # 285 − 290
        Vector(
            {
                "measured_osmolality": "285 mOsm/kg",
                "sodium": "140 mmol/L",
                "glucose": "5 mmol/L",
                "urea_nitrogen": "5 mmol/L",
            },
            "-5 mOsm/kg",
            by="hand",
        ),
    ),
)
def osmolal_gap(
    measured_osmolality: Annotated[float, Measure("mOsm/kg", low=200, high=600, means="measured osmolality of serum")],
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="serum sodium")],
    glucose: Annotated[float, Measure("mmol/L", low=0.5, high=150, analyte="glucose", means="blood glucose")],
    urea_nitrogen: Annotated[
        float,
        Measure(
            "mmol/L",
            low=0.3,
            high=100,
            analyte="urea nitrogen",
            means="blood urea nitrogen",
            counts="in mmol/L the same as urea; in mg/dL the nitrogen of the urea, not the urea",
        ),
    ],
    ethanol: Annotated[
        float,
        Measure(
            "mg/dL",
            low=0,
            high=1000,
            means="ethanol in blood",
            analyte="ethanol",
            written=("mg/dL", "mmol/L", "g/L", "mg/L"),
        ),
    ]
    | None = None,
) -> float:
    """The part of the measured osmolality that sodium with its anions, glucose, urea and ethanol do not account for."""
    of_ethanol = 0 if ethanol is None else ethanol / 4.6
    return measured_osmolality - (2 * sodium + glucose + urea_nitrogen + of_ethanol)
