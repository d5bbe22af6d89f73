"""The words by which clinicians name facts, people and intents: tables in YAML beside this file, which a clinician extends.

What speaks of a sentence as a whole (how a question begins, what points back) stands here as a regular expression, case ignored.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The faster reader of YAML where libyaml is there; both read plain data alone."""


def read_table(name: str) -> Any:
    """One table of words, as it lies in `NAME.yaml`."""
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_LOADER)


def join_words(words: Sequence[str]) -> str:
    """The regular expression of a list: plain words, and what stands between slashes as it is."""
    return "|".join(word[1:-1] if len(word) > 1 and word[0] == word[-1] == "/" else re.escape(word) for word in words)


def _join(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {name: join_words(words) for name, words in table.items()}


_PEOPLE = read_table("people")
_ROUTES = read_table("routes")

FACT_LABELS: dict[str, str] = _join(read_table("measures"))
"""Labels before (or after) a number, by the name of the fact, which is also the name of the input it fills."""

SEX: dict[str, str] = _join(_PEOPLE["sex"])
POPULATION: dict[str, str] = _join(_PEOPLE["population"])
CHOICES: dict[str, dict[str, str]] = {name: _join(options) for name, options in _PEOPLE["choices"].items()}
"""Choice inputs that a person says in words, and the states of which statements speak."""
STATES: dict[str, dict[str, str]] = {name: _join(options) for name, options in _PEOPLE["states"].items()}
"""How statements name a state that was said of a patient, by the name of the fact."""
KIDNEYS = (60, 90)
"""Below and from which eGFR, in mL/min/1.73 m², a patient is looked up as one with impaired or with normal kidneys, between them
as neither. They only order what is quoted; nobody is told them."""

NAMED_CHOICES = frozenset({"opioid", "steroid", "infusate", "patient"})
"""Choice inputs whose options name drugs, fluids and kinds of patient: where one stands in a question, it means nothing else."""

INTENTS: dict[str, str] = _join(read_table("intents"))
"""What is asked for, most specific first; the name is a role of the answer, or `dose`."""

ASKS_WHETHER = r"^\W*(?:is|are|can|could|may|should|shall|do|does|did|was|were|why|when|who|which|at (?:which|what)|what (?:happens|counts|comes|is (?:done|given))|how (?:is|are|long))\b"
"""How a question begins that asks whether, when, which or how a thing is done, and no dose unless it says so."""
ASKS_DOSE = r"\b(?:dos(?:e|es|age|ages|ing)|how (?:much|many|fast)|rates?|regimens?|mg|units)\b"

ONE_SIDE = ("monitoring", "special_groups", "cautions", "pearls", "differs", "causes", "checks")
"""Intents that ask for one side of a topic, not for the whole of it."""
NO_DOSE = ("causes", "checks")
"""Intents that no dose answers, whoever stands behind the question."""

FOLLOW_UP = r"^\s*(?:and|but|what about|how about|what if|also|or|then|so|does|do|is|will|in|with|for|if|why|when|how often|how long|how fast|same|any (?:point|use|value|sense)|(?:is it |not )?worth|(?:should|shall|must) (?:i|we) (?:also )?(?:check|measure|send|test))\b"
POINTING = r"\b(?:it|its|that|this|those|these|they|them|the same|the dose|the drug|the infusion|the level)\b"
CHANGE = r"\btoo (?:fast|quick\w*|rapid\w*|much|slow\w*)|over-?correct\w*|\b(?:risen|fallen|rose|fell|dropped|jumped|gone (?:up|down)|went (?:up|down))\b"
"""Words of a level that has changed."""
_TALK = read_table("talk")
NEW_PATIENT = rf"(?<!\w)(?:{join_words(_TALK['new_patient'])})(?!(?<=\w)\w)"
"""Words by which the talk turns to somebody else, of whom nothing was said."""
NEW_TOPIC = rf"(?<!\w)(?:{join_words(_TALK['new_topic'])})(?!\w)"
"""Words by which another thing is asked of the same patient."""
SAME = r"\b(?:same (?:drug|question|thing|indication|dose|calc\w*|score|again)|both again|again please|also)\b"
"""Words by which the question before is asked again for another patient."""
WITHDRAW = r"\b(?:ignore|forget|disregard|drop|remove|scrap)\s+(?:the|his|her|their|that|my)?\s*(\w+)"

GENERAL = r"comes?|complete|sources?|loss|lost|losing|absent|depend\w*|peripheral\w*|central(?:ly)?|lines?|cannulas?|point|check\w*|measur\w*|worth|chang\w*|differ\w*|push|typo|actually|correction|wrong|mistake|mistyped|meant|post|first|next|units?|fast\w*|quick\w*|slow\w*|speed|limits?|old|aged?|years?|months?|weeks?|weigh\w*|tall|kg|now|today|dos\w+|rates?|levels?|treat\w*|manag\w*|monitor\w*|infus\w*|bolus|injections?|inject\w*|tablets?|maximum|minimum|frequen\w*|severe|mild|moderate|acute|adults?|child(?:ren)?|intravenous|oral|risks?|cautions?|emergency|guidelines?|labels?|drugs?|medicines?|conditions?"
"""Words of the trade that name no subject: a question of nothing else asks for none."""

ROUTES = _join(_ROUTES["routes"])
"""The words by which a route is named, in a question as in a passage."""

MANNERS = _join(_ROUTES["manners"])
"""The words by which a manner of giving is named, in a question as in a passage."""

MEASURED = r"measure[sd]?|check(?:s|ed)?|monitored"
"""The words by which statements say that something is measured."""

UNIT_LEAD = r"^\s*(?:sorry|no|yes|it(?:'s| is| was)|that(?:'s| is| was)|i meant?|meant|in|,|\s)+\s"
"""What may stand before a unit that answers "which did you mean?"."""

DISORDERS: dict[str, tuple[float, str, float, str, float]] = {
    "potassium": (3.5, "hypokalaemia", 5.5, "hyperkalaemia", 0),
    "sodium": (133, "hyponatraemia", 148, "hypernatraemia", 0),
    "calcium": (2.15, "hypocalcaemia", 2.65, "hypercalcaemia", 4.008),
    "magnesium": (0.7, "hypomagnesaemia", 1.2, "hypermagnesaemia", 2.43),
    "phosphate": (0.75, "hypophosphataemia", 1.6, "hyperphosphataemia", 3.097),
}
"""Below and above which level, in mmol/L, a question is looked up under which name, and mg/dL in one mmol/L. They only choose
what is looked up, wide of the usual reference ranges; nobody is told them."""

LOWS = {"glucose": (4.0, "hypoglycaemia", 18.016)}
"""Below which level, in mmol/L, a question is about which disorder, and mg/dL in one mmol/L, where a high level names none."""

AIM = r"\b(?:aim(?:ing|ed)? (?:for|at)|target(?:ing|ed)?|goal|normal(?: range| value)?s?|reference (?:range|interval)|upper limit|lower limit)\b"
"""Words of a question for the value that is wanted or usual, which no calculation of one patient gives."""

CHECKING = r"(?:re-?)?(?:check|measur|test|send)\w*\s+(?:(?:an?|the|his|her|their|serum|plasma)\s+)*"
"""Words before the name of what is to be measured."""
OUT_OF_RANGE = r"(?:high|raised|elevated|low|rising|falling)"
"""Words before the name of what is measured that make it a level."""

OTHER_THING = r"(?:binders?|phosphates?|resin|sparing)\b"
"""Words after the name of what is measured that make it another thing: a potassium binder is no potassium."""

HARM = (
    r"\b(?:kill (?:him|her|them|some\w*|a (?:person|patient)|m[ye]\w*|(?:him|her|your?)self|off)|murder|stop (?:some\w*|his|her|their|my|a (?:person|patient)\W?s?) heart(?! rate)|poison(?:ing)?\s+(?:some|him|her|them|my|me)|lethal dose|fatal dose|end (?:my|his|her) life|(?:commit|assist(?:ed)?|method\w* (?:of|for)|how to) suicide|suicide (?:method|pill)s?|"
    r"slip\b[^.?]{0,40}\b(?:tea|coffee|drink|food|dinner|gin|soup)|looks? (?:natural|like an accident)|"
    r"(?:so|that) (?:it|nobody|no one) (?:does\s?n.?t|do not|can.?t|won.?t)\s+(?:show|be (?:found|detected)|find)|(?:be|go|stay|remain|so it.?s) undetected|undetect\w+ (?:poison|drug|dose|way|method|means|if)|without (?:being )?(?:caught|detected))\b"
)
"""Words of someone who means harm: nothing is looked up for them."""

OF_PEOPLE = r"(?:chronic )?(?:renal|kidney) (?:impairment|failure|disease)|ckd|cirrhosis|liver (?:failure|disease)|parenteral nutrition|total parenteral nutrition|tpn|heart failure|pregnan\w*"
"""Topics that say of whom something else is asked, wherever a drug, a disease or an earlier question is there to be asked about."""
DENIED_PEOPLE = r"\b(?:no|not|nor|without|denies)\s+((?:(?:known|any|severe)\s+)?(?:renal|kidney|liver|hepatic|heart|frail\w*|elderly|old|pregnan\w*|breast-?feed\w*)(?:\s+(?:disease|impairment|failure|problems?))?)"
"""What is said not to be so of the patient: nothing is asked about it."""
ADULT_FROM_YEARS = 18
LOW_PRESSURE, HIGH_PRESSURE, HIGH_IN_PREGNANCY = 90, (180, 110), (160, 110)
"""Systolic, and systolic and diastolic pressures in mmHg, from which an adult is looked up as one with hypotension or severe hypertension.
They only order what is quoted; nobody is told them."""
MODIFIERS = r"malnutrition|alcohol.*|refeeding.*|parenteral nutrition|renal.*|kidney.*|pregnan.*|liver.*|heart.*|diuretic.*|ceftriaxone"
"""Topics that only qualify another one when they come after it: "and if she is malnourished?"."""
