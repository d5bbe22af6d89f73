"""Ward arithmetic written a second time, from what each quantity means; nothing here knows how the product computes.

Arguments are exact (`Fraction`) and so are results. A quantity that is not positive raises ValueError, as does an answer
that is neither "yes" nor "no". `WORKED` holds examples worked with a pencil, not with these functions.
"""

from collections.abc import Mapping
from fractions import Fraction

MINUTES = 60
"""Minutes in an hour."""
FINDINGS = ("fever", "purulence", "attends_early", "inflamed", "no_cough")
"""The five findings of FeverPAIN, a point each."""


def positive(**quantities: Fraction) -> None:
    """ValueError: one of the quantities is zero or less."""
    for name, quantity in quantities.items():
        if quantity <= 0:
            raise ValueError(f"{name} is not positive")


def points(answer: str) -> int:
    """The points a finding gives: 1 when "yes", 0 when "no"; ValueError: any other answer."""
    if answer not in ("yes", "no"):
        raise ValueError(f"neither yes nor no: {answer!r}")
    return 1 if answer == "yes" else 0


def drop_rate(volume: Fraction, duration: Fraction, drop_factor: Fraction) -> Fraction:
    """Drops a minute of a gravity infusion: mL, hours, and drops in a mL of the giving set."""
    positive(volume=volume, duration=duration, drop_factor=drop_factor)
    drops = volume * drop_factor
    return drops / (duration * MINUTES)


def glucose_infusion_rate(rate: Fraction, glucose: Fraction, weight: Fraction) -> Fraction:
    """Glucose given, mg/kg/min: mL/h, percent (grams in 100 mL) and kg."""
    positive(rate=rate, glucose=glucose, weight=weight)
    milligrams_in_millilitre = glucose * 1000 / 100
    milligrams_a_minute = rate * milligrams_in_millilitre / MINUTES
    return milligrams_a_minute / weight


def urine_output(volume: Fraction, duration: Fraction, weight: Fraction) -> Fraction:
    """Urine output, mL/kg/h: mL, hours and kg."""
    positive(duration=duration, weight=weight)
    return volume / weight / duration


def mean_arterial_pressure(systolic: Fraction, diastolic: Fraction) -> Fraction:
    """Mean arterial pressure, mmHg: the diastolic plus a third of the pulse pressure, both in mmHg."""
    positive(systolic=systolic, diastolic=diastolic)
    pulse_pressure = systolic - diastolic
    return diastolic + pulse_pressure / 3


def sore_throat_score(fever: str, purulence: str, attends_early: str, inflamed: str, no_cough: str) -> int:
    """FeverPAIN, 0 to 5: a point for each "yes".

    Fever in the last 24 hours, pus on the tonsils, attending within three days of onset, severely inflamed tonsils, and
    no cough or coryza.
    """
    return points(fever) + points(purulence) + points(attends_early) + points(inflamed) + points(no_cough)


def sore_throat_range(answers: Mapping[str, str]) -> tuple[int, int]:
    """The least and the most FeverPAIN can be when only these findings are answered; ValueError: not a finding."""
    if strangers := set(answers) - set(FINDINGS):
        raise ValueError(f"not findings: {sorted(strangers)}")
    least = sum(points(answer) for answer in answers.values())
    return least, least + len(FINDINGS) - len(answers)


WORKED: Mapping[str, tuple[tuple[dict[str, str], str], ...]] = {
    "drop_rate": (
        # 1000 × 20 = 20000 drops in 8 × 60 = 480 minutes: 2000/48 = 125/3.
        ({"volume": "1000", "duration": "8", "drop_factor": "20"}, "125/3"),
        # 500 × 15 = 7500 drops in 240 minutes: 750/24 = 31.25.
        ({"volume": "500", "duration": "4", "drop_factor": "15"}, "31.25"),
        # 100 × 60 = 6000 drops in half an hour, 30 minutes: 200.
        ({"volume": "100", "duration": "0.5", "drop_factor": "60"}, "200"),
        # 250 × 10 = 2500 drops in 90 minutes: 250/9.
        ({"volume": "250", "duration": "1.5", "drop_factor": "10"}, "250/9"),
    ),
    "glucose_infusion_rate": (
        # 10 % is 100 mg/mL; 10 mL/h is 1000 mg/h, 500 mg/kg/h in 2 kg; over 60: 50/6 = 25/3.
        ({"rate": "10", "glucose": "10", "weight": "2"}, "25/3"),
        # 100 mg/mL; 9 mL/h is 900 mg/h, 300 mg/kg/h in 3 kg; over 60: 5.
        ({"rate": "9", "glucose": "10", "weight": "3"}, "5"),
        # 12.5 % is 125 mg/mL; 4.5 mL/h is 562.5 mg/h, 375 mg/kg/h in 1.5 kg; over 60: 6.25.
        ({"rate": "4.5", "glucose": "12.5", "weight": "1.5"}, "6.25"),
        # 5 % is 50 mg/mL; 120 mL/h is 6000 mg/h, 100 mg/min; over 70 kg: 10/7.
        ({"rate": "120", "glucose": "5", "weight": "70"}, "10/7"),
    ),
    "urine_output": (
        # 240 mL in 6 h is 40 mL/h; over 80 kg: 0.5.
        ({"volume": "240", "duration": "6", "weight": "80"}, "0.5"),
        # 35 mL in 4 h is 8.75 mL/h; over 70 kg: 0.125.
        ({"volume": "35", "duration": "4", "weight": "70"}, "0.125"),
        # 12 h × 75 kg = 900; 500/900 = 5/9.
        ({"volume": "500", "duration": "12", "weight": "75"}, "5/9"),
        # 7.5 mL in 2.5 h is 3 mL/h; over 1.2 kg: 2.5.
        ({"volume": "7.5", "duration": "2.5", "weight": "1.2"}, "2.5"),
    ),
    "mean_arterial_pressure": (
        # Pulse pressure 40; 80 + 40/3 = 240/3 + 40/3 = 280/3.
        ({"systolic": "120", "diastolic": "80"}, "280/3"),
        # Pulse pressure 30; 60 + 10 = 70.
        ({"systolic": "90", "diastolic": "60"}, "70"),
        # Pulse pressure 63; 72 + 21 = 93.
        ({"systolic": "135", "diastolic": "72"}, "93"),
        # Pulse pressure 51; 70.5 + 17 = 87.5.
        ({"systolic": "121.5", "diastolic": "70.5"}, "87.5"),
    ),
    "sore_throat_score": (
        # None of the five.
        ({"fever": "no", "purulence": "no", "attends_early": "no", "inflamed": "no", "no_cough": "no"}, "0"),
        # Fever 1, no cough 1.
        ({"fever": "yes", "purulence": "no", "attends_early": "no", "inflamed": "no", "no_cough": "yes"}, "2"),
        # Pus 1, early 1, inflamed 1.
        ({"fever": "no", "purulence": "yes", "attends_early": "yes", "inflamed": "yes", "no_cough": "no"}, "3"),
        # All five.
        ({"fever": "yes", "purulence": "yes", "attends_early": "yes", "inflamed": "yes", "no_cough": "yes"}, "5"),
    ),
}
