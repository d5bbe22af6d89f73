"""What was measured in something else than blood: a glucose of cerebrospinal fluid is no glucose of the patient's blood."""

import re
from collections.abc import Sequence

_OTHER = re.compile(
    r"(?<!\w)(?P<what>csf|lp|cerebrospinal fluid|ascit\w+(?: fluid| tap)?|pleural(?: fluid)?|peritoneal|synovial|joint fluid|joint asp\w*|knee asp\w*|drain fluid|stool|sweat|"
    r"(?:spot )?urin(?:e|ary)(?: (?:lytes|electrolytes|studies|biochem\w*|spot|sample))?|msu|dip(?:stick)?|cord(?: blood| gas)?|donor|dialysate|bag)(?!\w)(?!\s*(?:output|retention|tract|symptoms|catheter|frequency))",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.;\n](?=\s|$)|(?<!\w)(?:serum|blood|plasma|bloods|venous|capillary|arterial|abg|vbg)(?!\w)|(?<!\w)(?:bp|hr|rr|temp|sats|wt|weight)(?!\w)", re.IGNORECASE)  # fmt: skip
_ENDS_SOON = re.compile(r"[.;,\n](?!\d)|\s-\s")
_LYTES = re.compile(r"\W{0,3}(?:na|k|cl|sodium|potassium|chloride|osm\w*|urea|creat\w*|cr)(?!\w)|\s*:", re.IGNORECASE)
"""After "urine": a list of its own begins."""
_URINE = {
    "sodium": "urine_sodium", "potassium": "urine_potassium", "chloride": "urine_chloride", "creatinine": "urine_creatinine",
    "measured_osmolality": "urine_osmolality", "urea_nitrogen": "urine_urea_nitrogen", "glucose": "urine_glucose",
}  # fmt: skip
_KEPT = frozenset({
    "weight", "height", "systolic", "diastolic", "heart_rate", "respiratory_rate", "temperature", "oxygen_saturation", "glasgow_coma_scale", "blood_pressure",
    "mean_arterial_pressure", "fio2", "rate", "dose_rate", "drop_factor", "concentration", "egfr", "crcl", "inr", "haemoglobin", "body_mass_index", "platelets", "age",
})  # fmt: skip
"""What is of the patient wherever it stands."""


def read_specimens(text: str) -> list[tuple[int, int, str]]:
    """The stretches of a text that speak of another specimen than blood: from, to, and which."""
    found = []
    for match in _OTHER.finditer(text):
        end = (_ENDS if not _is_urine(match) or _LYTES.match(text, match.end()) else _ENDS_SOON).search(
            text, match.end()
        )
        found.append((match.start(), end.start() if end else len(text), match["what"].lower()))
    return found


def _is_urine(match: re.Match[str]) -> bool:
    return match["what"].lower().startswith(("urin", "spot", "msu", "dip"))


def name_in(name: str, place: int, specimens: Sequence[tuple[int, int, str]]) -> str:
    """The name of what was measured at a place of a text, by the specimen that it was measured in."""
    for start, end, what in reversed(specimens):
        if start <= place < end and name not in _KEPT and not name.startswith("urine"):
            return _URINE.get(name, f"other {name}") if what.startswith(("urin", "spot")) else f"other {name}"
    return name
