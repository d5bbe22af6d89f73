"""What is measured in blood: molar mass and charge, for conversion, and the units it is usually given in.

Molar masses are sums of the abridged standard atomic weights of IUPAC (C 12.011, H 1.008, N 14.007, O 15.999). They are
for levels in blood, never for salts: a gram of magnesium sulfate is not a gram of magnesium.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Analyte:
    """`molar_mass` in g/mol, `valence` in charges a particle, `activity` in mol a unit; `usual` units with the conventional first.

    `share` is what a mmol/mol adds to a share in per cent that is `share_at_nought` where there is none.
    """

    usual: tuple[str, ...]
    molar_mass: Fraction | None = None
    valence: int | None = None
    activity: Fraction | None = None
    share: Fraction | None = None
    share_at_nought: Fraction = Fraction(0)


def _mass(text: str) -> Fraction:
    return Fraction(text)


ANALYTES: dict[str, Analyte] = {
    "albumin": Analyte(("g/dL", "g/L")),
    "bicarbonate": Analyte(("mmol/L", "mEq/L"), valence=1),
    "bilirubin": Analyte(("mg/dL", "µmol/L"), _mass("584.673")),  # C33H36N4O6
    "calcium": Analyte(("mg/dL", "mmol/L"), _mass("40.078"), valence=2),
    "chloride": Analyte(("mmol/L", "mEq/L"), valence=1),
    "cholesterol": Analyte(("mg/dL", "mmol/L"), _mass("386.664")),  # C27H46O
    "creatinine": Analyte(("mg/dL", "µmol/L"), _mass("113.12")),  # C4H7N3O
    "digoxin": Analyte(("ng/mL", "nmol/L"), _mass("780.949")),  # C41H64O14
    "ethanol": Analyte(("mg/dL", "mmol/L"), _mass("46.069")),  # C2H6O
    "glucose": Analyte(("mg/dL", "mmol/L"), _mass("180.156")),  # C6H12O6
    "cystatin C": Analyte(("mg/L", "mg/dL")),
    # The master equation of the NGSP and the IFCC, whose scales begin elsewhere.
    "glycated haemoglobin": Analyte(("%", "mmol/mol"), share=_mass("0.09148"), share_at_nought=_mass("2.152")),
    "haemoglobin": Analyte(("g/dL", "g/L")),
    # Human insulin by the international reference preparation: six picomoles are a thousandth of a unit.
    "insulin": Analyte(("milliunits/L", "pmol/L"), activity=_mass("6e-9")),
    "lactate": Analyte(("mg/dL", "mmol/L"), _mass("90.078")),  # C3H6O3
    "magnesium": Analyte(("mg/dL", "mmol/L"), _mass("24.305"), valence=2),
    # Reported as the mass of phosphorus; its charge depends on pH, so there is no mEq of it.
    "phosphate": Analyte(("mg/dL", "mmol/L"), _mass("30.974")),
    "phenytoin": Analyte(("mg/L", "µmol/L"), _mass("252.273")),  # C15H12N2O2
    "potassium": Analyte(("mmol/L", "mEq/L"), valence=1),
    "sodium": Analyte(("mmol/L", "mEq/L"), valence=1),
    "uric acid": Analyte(("mg/dL", "µmol/L"), _mass("168.112")),  # C5H4N4O3
    "urea": Analyte(("mg/dL", "mmol/L"), _mass("60.056")),  # CH4N2O
    # Counted as triolein, C57H104O6, as laboratories do.
    "triglycerides": Analyte(("mg/dL", "mmol/L"), _mass("885.453")),
    # The same substance reported as the mass of its two nitrogens: mistaken for urea, it is wrong by half.
    "urea nitrogen": Analyte(("mg/dL", "mmol/L"), _mass("28.014")),
}
