"""Sequential Organ Failure Assessment, the table of Vincent and others, 1996."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator, criterion
from assistant.calculators.declarations import Units

HOUR = "the rate in micrograms/kg/min, given for at least 1 hour; 0 where it is not given"
WELL = {
    "pao2": "100 mmHg",
    "fio2": "25%",
    "respiratory_support": "no",
    "platelets": "150 10⁹/L",
    "bilirubin": "1.1 mg/dL",
    "glasgow_coma_scale": "15",
    "dopamine": "0 micrograms/kg/min",
    "dobutamine": "0 micrograms/kg/min",
    "adrenaline": "0 micrograms/kg/min",
    "noradrenaline": "0 micrograms/kg/min",
    "creatinine": "1.1 mg/dL",
    "mean_arterial_pressure": "70 mmHg",
}


def _is_pressure_needed(units: Units) -> bool:
    """The pressure is asked for unless it is known only whether there is hypotension."""
    return bool(units) and "hypotension" not in units


@calculator(
    title="Sequential Organ Failure Assessment",
    synonyms=("SOFA", "SOFA score", "sequential organ failure assessment", "sepsis-related organ failure assessment"),
    result=Result("points", places=0),
    reference=("sofa-1996", "moreno-2025-sofa-2"),
    says="The SOFA score is {result}.",
    warnings=(
        "Each value is the worst of the day.",
        "This is the original score: a revised version of it has been published, which is not computed here.",
        "The highest bands of bilirubin and creatinine are taken to begin where the ones below them end.",
        "The paper's limits of bilirubin and creatinine in the other unit system are rounded: those in milligrams are used.",
        "Urine counts where the output of the whole day is known; left out, it adds nothing.",
    ),
    vectors=(
        # ratio 100 × 100 ÷ 25 = 400: nothing; every other item at the healthy side of its limit: 0
        Vector(WELL, "0 points", by="hand"),
        # ratio 99 × 100 ÷ 25 = 396: 1; platelets 149: 1; bilirubin 1.2: 1; coma scale 14: 1; pressure 69: 1; creatinine 1.2: 1
        Vector(
            {
                **WELL,
                "pao2": "99 mmHg",
                "platelets": "149 10⁹/L",
                "bilirubin": "1.2 mg/dL",
                "glasgow_coma_scale": "14",
                "mean_arterial_pressure": "69 mmHg",
                "creatinine": "1.2 mg/dL",
            },
            "6 points",
            by="hand",
        ),
        # ratio 60 × 100 ÷ 30 = 200 with support: 2; platelets 99: 2; bilirubin 2: 2; coma scale 12: 2; dopamine 5: 2;
        # creatinine 2: 2
        Vector(
            {
                **WELL,
                "pao2": "60 mmHg",
                "fio2": "30%",
                "respiratory_support": "yes",
                "platelets": "99 10⁹/L",
                "bilirubin": "2 mg/dL",
                "glasgow_coma_scale": "12",
                "dopamine": "5 micrograms/kg/min",
                "creatinine": "2 mg/dL",
            },
            "12 points",
            by="hand",
        ),
        # ratio 59.7 × 100 ÷ 30 = 199 with support: 3; platelets 49: 3; bilirubin 6: 3; coma scale 9: 3;
        # noradrenaline 0.1: 3; urine 499 mL: 3
        Vector(
            {
                **WELL,
                "pao2": "59.7 mmHg",
                "fio2": "30%",
                "respiratory_support": "yes",
                "platelets": "49 10⁹/L",
                "bilirubin": "6 mg/dL",
                "glasgow_coma_scale": "9",
                "noradrenaline": "0.1 mcg/kg/min",
                "urine_output": "499 mL/day",
            },
            "18 points",
            by="hand",
        ),
        # ratio 59 × 100 ÷ 60 = 98.3 with support: 4; platelets 19: 4; bilirubin 12: 4; coma scale 5: 4;
        # adrenaline 0.11: 4; urine 199 mL: 4
        Vector(
            {
                **WELL,
                "pao2": "59 mmHg",
                "fio2": "60%",
                "respiratory_support": "yes",
                "platelets": "19 10⁹/L",
                "bilirubin": "12 mg/dL",
                "glasgow_coma_scale": "5",
                "adrenaline": "0.11 micrograms/kg/min",
                "urine_output": "199 mL/day",
            },
            "24 points",
            by="hand",
        ),
        # the same ratio without support: 2; hypotension known only as such: 1; urine 500 mL: 0
        Vector(
            {
                **{name: text for name, text in WELL.items() if name != "mean_arterial_pressure"},
                "pao2": "59 mmHg",
                "fio2": "60%",
                "hypotension": "yes",
                "urine_output": "500 mL/day",
            },
            "3 points",
            by="hand",
        ),
        # dobutamine at any dose: 2; creatinine 3.5: 3
        Vector(
            {**WELL, "dobutamine": "0.5 micrograms/kg/min", "creatinine": "3.5 mg/dL"},
            "5 points",
            by="hand",
        ),
        # dopamine 5.1: 3; creatinine 5: 4
        Vector({**WELL, "dopamine": "5.1 micrograms/kg/min", "creatinine": "5 mg/dL"}, "7 points", by="hand"),
        # dopamine 15.1: 4; creatinine 450 µmol/L ÷ 88.402 = 5.09 mg/dL: 4
        Vector({**WELL, "dopamine": "15.1 micrograms/kg/min", "creatinine": "450 µmol/L"}, "8 points", by="hand"),
        # PaO2 8 kPa × 7.50062 = 60.0 mmHg; × 100 ÷ 40 = 150 with support: 3; bilirubin 110 µmol/L ÷ 17.104 = 6.43: 3;
        # "no hypotension" leaves it to the pressure, 65: 1
        Vector(
            {
                **WELL,
                "pao2": "8 kPa",
                "fio2": "40%",
                "respiratory_support": "yes",
                "bilirubin": "110 µmol/L",
                "mean_arterial_pressure": "65 mmHg",
                "hypotension": "no",
            },
            "7 points",
            by="hand",
        ),
    ),
)
def sofa(
    pao2: Annotated[
        float,
        Measure("mmHg", low=20, high=700, means="arterial oxygen tension", written=("mmHg", "kPa"), edges=(700,)),
    ],
    fio2: Annotated[
        float, Measure("%", low=21, high=100, written=("%", "fraction"), means="inspired oxygen", edges=(100,))
    ],
    respiratory_support: Annotated[str, criterion("respiratory support")],
    platelets: Annotated[float, Measure("10⁹/L", low=1, high=2000, means="platelet count", edges=(20, 50, 100, 150))],
    bilirubin: Annotated[
        float,
        Measure("mg/dL", low=0.1, high=60, analyte="bilirubin", means="serum bilirubin", edges=(1.2, 2, 6, 12)),
    ],
    glasgow_coma_scale: Annotated[
        float, Measure("", low=3, high=15, whole=True, means="Glasgow Coma Scale", edges=(6, 10, 13, 15))
    ],
    dopamine: Annotated[
        float, Measure("micrograms/kg/min", low=0, high=100, means="dopamine", edges=(0, 5, 15), counts=HOUR)
    ],
    dobutamine: Annotated[
        float, Measure("micrograms/kg/min", low=0, high=100, means="dobutamine", edges=(0,), counts=HOUR)
    ],
    adrenaline: Annotated[
        float, Measure("micrograms/kg/min", low=0, high=10, means="adrenaline", edges=(0, 0.1), counts=HOUR)
    ],
    noradrenaline: Annotated[
        float, Measure("micrograms/kg/min", low=0, high=10, means="noradrenaline", edges=(0, 0.1), counts=HOUR)
    ],
    creatinine: Annotated[
        float,
        Measure("mg/dL", low=0.1, high=30, analyte="creatinine", means="serum creatinine", edges=(1.2, 2, 3.5, 5)),
    ],
    mean_arterial_pressure: Annotated[
        float,
        Measure("mmHg", low=10, high=200, means="mean arterial pressure", edges=(70,), needed=_is_pressure_needed),
    ]
    | None = None,
    hypotension: Annotated[
        str,
        criterion(
            "hypotension", counts="a mean arterial pressure below 70 mmHg, where the pressure itself is not known"
        ),
    ]
    | None = None,
    urine_output: Annotated[
        float, Measure("mL/day", low=0, high=20000, means="urine output", counts="of 24 hours", edges=(200, 500))
    ]
    | None = None,
) -> float:
    """How far the organs of an adult in intensive care fail, from the worst values."""
    ratio = 100 * pao2 / fio2
    is_supported = respiratory_support == "yes"
    lungs = (
        4
        if is_supported and ratio < 100
        else 3
        if is_supported and ratio < 200
        else 2
        if ratio < 300
        else 1
        if ratio < 400
        else 0
    )
    clotting = 4 if platelets < 20 else 3 if platelets < 50 else 2 if platelets < 100 else 1 if platelets < 150 else 0
    liver = 4 if bilirubin >= 12 else 3 if bilirubin >= 6 else 2 if bilirubin >= 2 else 1 if bilirubin >= 1.2 else 0
    is_low = hypotension == "yes" or (mean_arterial_pressure is not None and mean_arterial_pressure < 70)
    circulation = (
        4
        if dopamine > 15 or adrenaline > 0.1 or noradrenaline > 0.1
        else 3
        if dopamine > 5 or adrenaline > 0 or noradrenaline > 0
        else 2
        if dopamine > 0 or dobutamine > 0
        else 1
        if is_low
        else 0
    )
    brain = (
        4
        if glasgow_coma_scale < 6
        else 3
        if glasgow_coma_scale < 10
        else 2
        if glasgow_coma_scale < 13
        else 1
        if glasgow_coma_scale < 15
        else 0
    )
    urine = inf if urine_output is None else urine_output
    kidneys = (
        4
        if creatinine >= 5 or urine < 200
        else 3
        if creatinine >= 3.5 or urine < 500
        else 2
        if creatinine >= 2
        else 1
        if creatinine >= 1.2
        else 0
    )
    return lungs + clotting + liver + circulation + brain + kidneys
