"""The rate that replaces a free water deficit in a given time, with the shares of body water of Adrogué and Madias, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Finding, Measure, Result, Vector, calculator
from assistant.errors import WrongOrder
from assistant.figures.quantities import show
from assistant.records import Part

LIMIT = 10.0
"""The most by which a chronically high sodium is to fall in a day, in mmol/L, after Theisen-Toupal and Mattison, 2015."""
FASTEST = 24.0
"""A fall of the sodium in mmol/L a day beyond which no rate is told. Ours, not of a source."""
WITHIN = (
    "The free water is replaced at {result}: the sodium would fall by {pace}; in chronic hypernatraemia the limit of the source is "
    "{limit}."
)
TOO_FAST = (
    "The free water would be replaced at {result}: the sodium would fall by {pace}, faster than the {limit} that the source allows "
    "in chronic hypernatraemia."
)


@calculator(
    title="Rate of free water replacement",
    synonyms=(
        "free water replacement rate",
        "free water replacement",
        "water replacement rate",
        "rate of free water",
        "hypernatremia correction rate",
        "hypernatraemia correction rate",
    ),
    result=Result("mL/h", places=0),
    reference=(
        "definition-free-water-deficit",
        "adrogue-2000-hypernatremia",
        "theisen-toupal-2015-hypernatremia",
    ),
    says="The free water is replaced at {result}.",
    warnings=(
        "Compare the pace at which the sodium falls with the limit of the source for chronic hypernatraemia, shown beside it; "
        "where the onset is unclear, the source takes it as chronic.",
        "An estimate: losses that go on are not in it and must be added; measure the sodium often.",
    ),
    vectors=(
        # 0.6 × 70 × (160 ÷ 150 − 1) = 2.8 L; 2,800 ÷ 24 = 116.67
        Vector(
            {
                "patient": "non-elderly man",
                "weight": "70 kg",
                "sodium": "160",
                "target_sodium": "150",
                "duration": "24 h",
            },
            "117 mL/h",
            by="hand",
        ),
        # 0.5 × 60 × (168 ÷ 140 − 1) = 6 L; 6,000 ÷ 72 = 83.33
        Vector(
            {
                "patient": "non-elderly woman",
                "weight": "60 kg",
                "sodium": "168 mEq/L",
                "target_sodium": "140 mmol/L",
                "duration": "3 days",
            },
            "83 mL/h",
            by="hand",
        ),
        # 0.45 × 50 × (154 ÷ 140 − 1) = 2.25 L; 2,250 ÷ 48 = 46.875
        Vector(
            {
                "patient": "elderly woman",
                "weight": "50 kg",
                "sodium": "154",
                "target_sodium": "140",
                "duration": "48 h",
            },
            "47 mL/h",
            by="hand",
        ),
        # faster than the limit, 20 mmol/L in a day: 0.6 × 70 × (170 ÷ 150 − 1) = 5.6 L; 5,600 ÷ 24 = 233.33
        Vector(
            {
                "patient": "non-elderly man",
                "weight": "70 kg",
                "sodium": "170",
                "target_sodium": "150",
                "duration": "24 h",
            },
            "233 mL/h",
            by="hand",
        ),
    ),
)
def free_water_replacement_rate(
    patient: Annotated[
        str,
        Choice(
            "child",
            "non-elderly man",
            "non-elderly woman",
            "elderly man",
            "elderly woman",
            means="kind of patient, for the share of the weight that is water",
            counts="water is 60% of the weight of a child or a man, 50% of a woman or an elderly man, 45% of an elderly woman; "
            "the source sets no age for elderly",
        ),
    ],
    weight: Annotated[float, Measure("kg", low=1, high=350, means="body weight")],
    sodium: Annotated[float, Measure("mmol/L", low=146, high=200, analyte="sodium")],
    target_sodium: Annotated[
        float,
        Measure("mmol/L", low=140, high=180, analyte="sodium", means="sodium that is aimed for", below="sodium"),
    ],
    duration: Annotated[
        float,
        Measure(
            "h",
            low=1,
            high=120,
            written=("h", "days"),
            means="time over which it is replaced",
            counts="in chronic hypernatraemia the sodium is to fall by at most 10 mmol/L in a day (Theisen-Toupal and Mattison, 2015)",
        ),
    ],
) -> Finding:
    """The steady rate of water without electrolytes that lowers a high sodium to what is aimed for in a given time."""
    share = 0.6 if patient in ("child", "non-elderly man") else 0.45 if patient == "elderly woman" else 0.5
    deficit = share * weight * (sodium / target_sodium - 1)
    fall = (sodium - target_sodium) * 24 / duration
    _refuse_haste(duration, fall)
    return Finding(1000 * deficit / duration, "mL/h", _parts(deficit, fall), _say(fall), _quote(fall))


def _refuse_haste(duration: float, fall: float) -> None:
    """Refuse a time in which the sodium would fall absurdly fast. Raises `WrongOrder`."""
    if fall > FASTEST + 1e-9:
        raise WrongOrder("duration", show(duration, "h"), "long enough for so large a fall of the sodium")


def _parts(deficit: float, fall: float) -> tuple[Part, ...]:
    """The volume, the pace at which the sodium falls, and the limit of the source."""
    return (
        Part(label="free water in all", value=deficit, unit="L", text=show(deficit, "L")),
        Part(label="pace at which the sodium falls", value=fall, unit="mmol/L/day", text=show(fall, "mmol/L/day", 1)),
        Part(
            label="limit of the pace in chronic hypernatraemia",
            value=LIMIT,
            unit="mmol/L/day",
            text=show(LIMIT, "mmol/L/day", 0),
        ),
    )


def _say(fall: float) -> str:
    """The rate with its pace and the limit, in other words where the sodium would fall faster than the limit."""
    return TOO_FAST if float(f"{fall:.9g}") > LIMIT else WITHIN


def _quote(fall: float) -> dict[str, str]:
    return {"pace": show(fall, "mmol/L/day", 1), "limit": show(LIMIT, "mmol/L/day", 0)}
