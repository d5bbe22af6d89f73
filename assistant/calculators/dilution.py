"""How much stock to take for a dilution: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Either, Finding, Measure, Result, Vector, calculator
from assistant.errors import WrongOrder
from assistant.figures.quantities import Amount, show_number
from assistant.records import Part

WANTED = Either(
    Measure("mg/mL", low=0.00001, high=1000),
    Measure("units/mL", low=0.001, high=100_000),
    Measure("mmol/mL", low=0.001, high=10),
    Measure("mEq/mL", low=0.001, high=20),
    means="concentration that is wanted",
)
STOCK = Either(*WANTED.alternatives, means="concentration of the stock", pairs_with="wanted_concentration")


@calculator(
    title="Dilution: the volume of stock to take",
    synonyms=(
        "dilution calculation",
        "dilute a stock",
        "C1V1",
        "C1V1 = C2V2",
        "how much stock to dilute",
        "volume of stock",
    ),
    result=Result("mL", within=Measure("mL", low=0.01, high=10_000), laid_to="wanted_volume"),
    reference="definition-dilution",
    says="For this dilution take {result} of the stock.",
    warnings=(
        "A stock of which very little would be needed is refused: such a volume cannot be measured. Dilute in steps.",
        "The wanted volume is the final volume, the stock included.",
        "Only the arithmetic is checked here, neither the diluent nor whether drug and diluent agree.",
    ),
    vectors=(
        # 5 × 100 ÷ 40
        Vector(
            {"stock_concentration": "40 mg/mL", "wanted_concentration": "5 mg/mL", "wanted_volume": "100 mL"},
            "12.5 mL",
            by="hand",
        ),
        # 100 × 50 ÷ 5000
        Vector(
            {"stock_concentration": "5000 units/mL", "wanted_concentration": "100 units/mL", "wanted_volume": "50 mL"},
            "1 mL",
            by="hand",
        ),
        # 20 mmol in 10 mL = 2 mmol/mL; 0.04 × 500 ÷ 2
        Vector(
            {
                "stock_concentration": "20 mmol in 10 mL",
                "wanted_concentration": "0.04 mmol/mL",
                "wanted_volume": "0.5 L",
            },
            "10 mL",
            by="hand",
        ),
        # 0.1 × 250 ÷ 4
        Vector(
            {"stock_concentration": "4 mEq/mL", "wanted_concentration": "0.1 mEq/mL", "wanted_volume": "250 mL"},
            "6.25 mL",
            by="hand",
        ),
        # micrograms and milligrams: 10 micrograms/mL = 0.01 mg/mL; × 10 ÷ 1
        Vector(
            {"stock_concentration": "1 mg/mL", "wanted_concentration": "10 micrograms/mL", "wanted_volume": "10 mL"},
            "0.1 mL",
            by="hand",
        ),
    ),
)
def dilution(
    stock_concentration: Annotated[Amount, STOCK],
    wanted_concentration: Annotated[Amount, WANTED],
    wanted_volume: Annotated[
        Amount, Measure("mL", low=0.1, high=10_000, written=("mL", "L"), means="final volume that is wanted")
    ],
) -> Finding:
    """The volume of a stock that, made up to the wanted volume, gives the wanted concentration."""
    stock = wanted_concentration * wanted_volume / stock_concentration
    diluent = wanted_volume.to("mL") - stock.to("mL")
    _refuse_weak_stock(diluent)
    part = Part(label="diluent to add", value=diluent, unit="mL", text=f"{show_number(diluent, significant=5)} mL")
    return Finding(stock.to("mL"), "mL", parts=(part,))


def _refuse_weak_stock(diluent: float) -> None:
    """Refuse a stock that is no stronger than what is wanted. Raises `WrongOrder`."""
    if diluent <= 0:
        raise WrongOrder("wanted_concentration", "the concentration", "a value below the concentration of the stock")
