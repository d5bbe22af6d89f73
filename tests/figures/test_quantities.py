"""Reading and printing quantities: what is read, what is refused, what conversion owes."""

import subprocess
import sys
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import InputError, UnreadableInput, WrongUnit
from assistant.figures import find
from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import (
    Amount,
    convert,
    find_dimension,
    is_same_kind,
    name_unit,
    read,
    read_print,
    show,
    show_range,
)

ATOMIC_WEIGHTS = {"C": 12.011, "H": 1.008, "N": 14.007, "O": 15.999, "Ca": 40.078, "Mg": 24.305, "P": 30.974}
"""IUPAC abridged standard atomic weights."""
DIGITS, PLACES = st.integers(1, 99_999_999), st.sampled_from([0, 1, 2, 3])


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1.8 mg/dL", 1.8, 1.8, "mg/dL"),
        ("72kg", 72, 72, "kg"),
        ("106 µmol/l", 106, 106, "µmol/L"),
        ("106 μmol/L", 106, 106, "µmol/L"),
        ("106 umol/L", 106, 106, "µmol/L"),
        ("575–1,150 mg", 575, 1150, "mg"),
        ("500 mg–1 g", 0.5, 1, "g"),
        ("10 to 15 min", 10, 15, "min"),
        ("-5 to -2 mmol/L", -5, -2, "mmol/L"),
        ("−3", -3, -3, ""),
        ("0.01 mg/kg", 0.01, 0.01, "mg/kg"),
        ("5 ft 10 in", 70, 70, "in"),
        ("5′10″", 70, 70, "in"),
        ("11 st 4 lb", 158, 158, "lb"),
        ("2 years 3 months", 27, 27, "months"),
        ("20 mEq", 20, 20, "mEq"),
        ("10 International Units", 10, 10, "units"),
        ("10 mL per hour", 10, 10, "mL/h"),
        ("5 mcg/kg/min", 5, 5, "micrograms/kg/min"),
        ("0.1 units/kg/hour", 0.1, 0.1, "units/kg/h"),
        ("67-year", 67, 67, "years"),
        ("45 mL/min/1.73 m²", 45, 45, "mL/min/1.73 m²"),
        ("4 mg in 50 mL", 0.08, 0.08, "mg/mL"),
        ("50 units/50 mL", 1, 1, "units/mL"),
        ("٢٥ mg", 25, 25, "mg"),
        ("7·5 mg", 7.5, 7.5, "mg"),
        ("1\u202f150 mg", 1150, 1150, "mg"),
        ("67", 67, 67, ""),
        ("150 ×10⁹/L", 150, 150, "10⁹/L"),
        ("150x10^9/l", 150, 150, "10⁹/L"),
        ("150 K/uL", 150, 150, "10³/µL"),
        ("150000/mm3", 150000, 150000, "/µL"),
        ("38.5 °C", 38.5, 38.5, "°C"),
        ("101F", 101, 101, "°F"),
        ("5 µIU/mL", 5, 5, "microunits/mL"),
    ],
)
def test_a_quantity_is_read_with_its_unit_in_the_house_spelling(text: str, low: float, high: float, unit: str) -> None:
    quantity = read(text)
    assert (quantity.low, quantity.high, quantity.unit, quantity.text) == (low, high, unit, text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "mg", "1 in 1000", "1:1000", "10/5 mg", "10-5 mg", "5..5 mg", "1 150 mg", "½ mg", "5-", "1.150,5 mg"),
        *("nan", "inf", "-inf mg", "1e309 mg", "1e3 mg", "10⁹/L", "5×10⁷/L", "1О mg", "5 мg", "9" * 99),
        *("5 ft 13 in", "4 mg in 0 mL", "4 mg in 50 h", "10 mg over 5 min"),
    ],
)
def test_what_is_no_single_clear_quantity_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        read(text)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("text", ["5 foo", "5 mu/L", "5 M", "3 gr", "500 mg hs"])
def test_a_unit_that_is_unknown_or_means_two_things_is_refused(text: str) -> None:
    with pytest.raises(WrongUnit):
        read(text)


class TestTheComma:
    def test_before_one_or_two_digits_it_is_a_decimal_comma(self) -> None:
        assert read("1,8 mg/dL").low == 1.8

    def test_after_a_nought_it_is_a_decimal_comma(self) -> None:
        assert read("0,125 mg").low == 0.125

    def test_twice_or_before_a_point_it_groups_thousands(self) -> None:
        assert (read("1,150,000 units").low, read("1,150.5 mg").low) == (1_150_000, 1150.5)

    @pytest.mark.parametrize("text", ["1,150 mg", "1,000–2,000 mg"])
    def test_that_could_be_either_is_refused(self, text: str) -> None:
        with pytest.raises(UnreadableInput):
            read(text)

    def test_in_a_refusal_both_readings_are_named(self) -> None:
        with pytest.raises(UnreadableInput, match=r"1150 or 1\.150"):
            read("1,150 mg")

    def test_in_the_house_print_always_groups_thousands(self) -> None:
        assert (read_print("1,000–2,000 mg").low, read_print("1,150 mg").high) == (1000, 1150)
        with pytest.raises(UnreadableInput):
            read_print("1,8 mg")


@pytest.mark.parametrize(
    ("text", "ends"), [("<0.6 mmol/L", (-inf, 0.6)), ("≥ 30 mL", (30, inf)), ("up to 4 g", (-inf, 4))]
)
def test_a_comparator_gives_a_bound_not_a_value(text: str, ends: tuple[float, float]) -> None:
    quantity = read(text)
    assert (quantity.low, quantity.high) == ends
    assert not quantity.is_exact


@pytest.mark.parametrize("text", ["µg", "μg", "ug", "mcg", "UG", "micrograms", "microgram"])
def test_every_spelling_of_micrograms_is_micrograms_and_never_milligrams(text: str) -> None:
    assert name_unit(text) == "micrograms"
    assert convert(1, text, "mg") == 0.001


@pytest.mark.parametrize(("milli", "mega"), [("mU", "MU"), ("mIU", "MIU")])
def test_milliunits_and_million_units_are_told_apart_by_their_capital(milli: str, mega: str) -> None:
    assert convert(1, mega, milli) == 1e9


@pytest.mark.parametrize(
    ("value", "source", "target", "analyte", "wanted"),
    [
        (106, "µmol/L", "mg/dL", "creatinine", 1.199072),  # 106e-6 mol/L × 113.12 g/mol = 11.99072 mg/L
        (2.5, "mmol/L", "mg/dL", "calcium", 10.0195),  # 2.5 × 40.078 = 100.195 mg/L
        (2, "mEq/L", "mmol/L", "calcium", 1.0),
        (2, "mEq/L", "mg/dL", "magnesium", 2.4305),  # one mmol of a divalent ion
        (4, "mEq/L", "mmol/L", "potassium", 4.0),
        (1, "mmol/L", "mg/dL", "phosphate", 3.0974),
        (5.5, "mmol/L", "mg/dL", "glucose", 99.0858),  # 5.5 × 18.0156
        (10, "mmol/L", "mg/dL", "urea", 60.056),
        (10, "mmol/L", "mg/dL", "urea nitrogen", 28.014),
        (1, "mg/dL", "µmol/L", "bilirubin", 17.103577),  # 10 000 ÷ 584.673
        (40, "g/L", "g/dL", "albumin", 4.0),
        (18, "months", "years", None, 1.5),
        (11, "st", "lb", None, 154.0),
        (1, "lb", "kg", None, 0.45359237),
    ],
)
def test_conversion_gives_the_hand_worked_value(
    value: float, source: str, target: str, analyte: str | None, wanted: float
) -> None:
    assert convert(value, source, target, analyte) == pytest.approx(wanted, rel=1e-7)


@pytest.mark.parametrize(
    ("source", "target", "analyte"),
    [
        ("mg", "mL", None),
        ("mmol/L", "mg/dL", None),
        ("mEq/L", "mmol/L", None),
        ("mEq/L", "mmol/L", "phosphate"),
        ("mg/kg/min", "/min", None),
        ("mg/kg", "g/g", None),
        ("mL/min", "mL/min/1.73 m²", None),
        ("units", "mg", None),
        ("mmol", "mOsm", None),
    ],
)
def test_units_that_measure_different_things_never_convert(source: str, target: str, analyte: str | None) -> None:
    assert not is_same_kind(source, target, analyte)
    with pytest.raises(WrongUnit):
        convert(1, source, target, analyte)


@pytest.mark.parametrize(
    ("analyte", "formula"),
    [
        ("creatinine", {"C": 4, "H": 7, "N": 3, "O": 1}),
        ("glucose", {"C": 6, "H": 12, "O": 6}),
        ("urea", {"C": 1, "H": 4, "N": 2, "O": 1}),
        ("urea nitrogen", {"N": 2}),
        ("bilirubin", {"C": 33, "H": 36, "N": 4, "O": 6}),
        ("calcium", {"Ca": 1}),
        ("magnesium", {"Mg": 1}),
        ("phosphate", {"P": 1}),
    ],
)
def test_a_molar_mass_is_the_sum_of_its_atoms(analyte: str, formula: dict[str, int]) -> None:
    total = sum(ATOMIC_WEIGHTS[atom] * count for atom, count in formula.items())
    assert float(ANALYTES[analyte].molar_mass or 0) == pytest.approx(total, abs=1e-9)


@pytest.mark.parametrize("analyte", ANALYTES)
def test_the_usual_units_of_an_analyte_convert_into_each_other(analyte: str) -> None:
    first, second = ANALYTES[analyte].usual
    assert convert(convert(3.7, first, second, analyte), second, first, analyte) == pytest.approx(3.7, rel=1e-12)


def test_a_dimension_is_named_in_words() -> None:
    assert find_dimension("mg/kg/min") == "mass / body_weight / time"
    assert find_dimension("mmol/L") == "substance / volume"


class TestAnAmount:
    def test_cancels_the_weight_that_its_dose_is_given_by(self) -> None:
        # 5 micrograms/kg/min × 70 kg = 350 micrograms/min = 21 mg/h; ÷ 0.08 mg/mL = 262.5 mL/h
        rate = Amount.of(5, "micrograms/kg/min") * Amount.body_weight(70) / Amount.of(0.08, "mg/mL")
        assert rate.to("mL/h") == 262.5

    def test_of_the_wrong_kind_is_refused(self) -> None:
        with pytest.raises(WrongUnit):
            (Amount.of(5, "micrograms/kg/min") / Amount.of(1, "mg/mL")).to("mL/h")


@pytest.mark.parametrize(
    ("value", "unit", "places", "printed"),
    [
        (1150, "mg", None, "1,150 mg"),
        (0.285, "mg", 2, "0.29 mg"),  # half up, although the float lies below the half
        (2.675, "", 2, "2.68"),
        (-0.3, "", 0, "0"),
        (8.95, "mg/dL", 1, "9.0 mg/dL"),
        (1, "units", None, "1 unit"),
        (0.5, "units", None, "0.5 units"),
        (1, "units/kg/h", None, "1 unit/kg/h"),
        (12.5, "%", None, "12.5%"),
        (0.30000000000000004, "mg", None, "0.3 mg"),
        (0.00012345, "mg", None, "0.000123 mg"),
        (100, "mg", None, "100 mg"),
        (0, "mg", None, "0 mg"),
    ],
)
def test_a_value_is_rounded_once_half_up(value: float, unit: str, places: int | None, printed: str) -> None:
    assert show(value, unit, places) == printed


def test_a_range_is_printed_with_an_en_dash_and_equal_ends_once() -> None:
    assert show_range(575, 1150, "mg") == "575–1,150 mg"
    assert show_range(-5, -2, "mmol/L") == "-5 to -2 mmol/L"
    assert show_range(2, 2, "g") == "2 g"


@pytest.mark.parametrize("value", [inf, -inf, float("nan")])
def test_what_is_not_finite_is_never_printed(value: float) -> None:
    with pytest.raises(ValueError):
        show(value, "mg")


@given(DIGITS, PLACES, st.sampled_from(["mg", "micrograms", "mmol/L", "units/h", "kg", "/min"]))
def test_what_is_printed_is_read_back(digits: int, places: int, unit: str) -> None:
    value = digits / 10**places
    quantity = read_print(show(value, unit, places))
    assert (quantity.low, quantity.unit) == (value, unit)


@given(DIGITS, PLACES, st.sampled_from(["mg", "micrograms", "mmol/L", "units/h"]))
def test_what_is_printed_is_one_figure_to_the_scanner(digits: int, places: int, unit: str) -> None:
    printed = show(digits / 10**places, unit, places)
    assert [figure.text for figure in find(printed)] == [printed]


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        quantity = read(text)
    except InputError as refusal:
        assert refusal.accepted
    else:
        assert quantity.low <= quantity.high


def test_pint_is_not_imported_until_a_unit_is_met() -> None:
    script = "import sys, assistant.figures.quantities; sys.exit('pint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    ("value", "source", "target", "analyte", "expected"),
    [
        (212, "°F", "°C", None, 100),  # water boils
        (0, "°C", "°F", None, 32),  # and freezes
        (53, "mmol/mol", "%", "glycated haemoglobin", 7.00044),  # 0.09148 × 53 + 2.152
        (7, "%", "mmol/mol", "glycated haemoglobin", 52.9951),  # (7 − 2.152) ÷ 0.09148
        (10, "milliunits/L", "pmol/L", "insulin", 60),
        (150, "10⁹/L", "/µL", None, 150_000),
    ],
)
def test_scales_that_begin_elsewhere_and_counts_are_converted(
    value: float, source: str, target: str, analyte: str | None, expected: float
) -> None:
    assert convert(value, source, target, analyte) == pytest.approx(expected, rel=1e-5)
