"""The words of number, time and comparison that the scanner knows: a table, not code. All patterns read a shadow, ignoring case."""

# Numbers.
UNITS_OF_COUNT = "zero|nought|one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SCALES = "hundred|thousand|million|billion|dozen"
CARDINAL_WORD = rf"(?:{TENS}|{TEENS}|{UNITS_OF_COUNT}|{SCALES})"
CARDINAL = (
    rf"(?:(?:an?\s(?={SCALES}))?{CARDINAL_WORD}(?:(?:[-\s]|\sand\s){CARDINAL_WORD}){{0,9}}"
    rf"(?:\spoint(?:\s{CARDINAL_WORD}){{1,6}})?)(?!\w)"
)
ORDINAL = (
    "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|hundredth|thousandth"
)
RANKED = r"(?:line|degree|generation|trimester|stage|time|choice|dose|hour|day|week|month|year)"
"""What an order is hyphened to: "third-line" is a figure, "second-hand" is not."""
COUNTED = (
    "dose|doses|shock|shocks|bolus|boluses|trimester|litre|liter|bag|bags|cycle|injection|injections|infusion|infusions|"
    "attempt|level|sample|shot|tablet|ampoule|episode|seizure"
)
ALONE = rf"(?:{COUNTED}|hour|day|week|month|year)"
"""What "single" counts: a single dose is given once; a single-lumen line is a kind of line."""
PART = r"(?:halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)"
FRACTION = rf"(?:(?:an?|one|two|three|four|five)[-\s]{PART}(?!\s(?:{COUNTED})(?!\w))|(?:(?:an?|one)[-\s])?half(?:\sas\s(?:much|many)(?:\sagain)?)?|halves|quarters?)"
SCALED = "halve|halves|halved|halving|treble|trebled|double|doubles|doubled|doubling|triple|triples|tripled|tripling|quadruple|quadrupled"
PIECES = r"(?:off|lead|drug|dose|point|part|item|step|bag|person|bed|tablet|vial)"
"""What a number is hyphened to: "12-lead", "one-off"."""

# Comparison.
COMPARATIVE = (
    "more|less|fewer|greater|higher|lower|smaller|larger|bigger|longer|shorter|slower|faster|quicker|older|younger|"
    "heavier|lighter|sooner|later|earlier|deeper|wider|warmer|cooler|hotter|colder|stronger|weaker|better|worse"
)
NOT = r"(?:(?:no|not|never)\s)"
COMPARATOR_WORD = (
    rf"(?:{NOT}?(?:{COMPARATIVE})\sthan(?:\sor\sequal\sto)?|{NOT}?equal\sto(?:\sor\s(?:{COMPARATIVE})\sthan)?|"
    rf"{NOT}?(?:to\s)?exceed(?:s|ed|ing)?|{NOT}?in\sexcess\sof|{NOT}?(?:at\sor\s)?(?:above|below|under|beneath|beyond)|"
    r"(?:not\s)?up\sto(?:\sand\sincluding)?|at\s(?:the\s)?(?:least|most)|as\s(?:much|many|little|few|low|high|long|short|often)\sas|minus)"
)
COMPARATOR_SIGN = r"[<>≤≥≦≧⩽⩾≈~±=]{1,2}"
SPAN = r"(?:seconds?|secs?|s|minutes?|mins?|hours?|hrs?|hr|h|days?|d)(?![a-z])"
""" "Over ten minutes" says how long; over any other amount compares."""
LEAD_ENDS = frozenset(
    [
        "than",
        "to",
        "exceed",
        "exceeds",
        "exceeded",
        "exceeding",
        "of",
        "above",
        "below",
        "under",
        "beneath",
        "beyond",
        "least",
        "most",
        "as",
        "minus",
        "over",
        "including",
    ]
)
"""The last words of comparators: what does not end so needs no closer look."""
COMPARATOR_AFTER = (
    r"(?:(?:or (?:more|less|fewer|above|below|over|under|higher|lower|greater|older|younger|heavier|longer|shorter|sooner)|"
    rf"and (?:over|above|under|below|older|younger))(?!\s(?:[0-9]|{CARDINAL_WORD}))|at (?:the )?(?:most|least))"
)
ABOUT_WORDS = ("about", "approximately", "around", "roughly")
ABOUT = rf"(?:{'|'.join(ABOUT_WORDS)})"
"""Stands between a comparator and its figure, as in "below about"."""

# Units.
TIME = r"(?:seconds?|secs?|s|minutes?|mins?|hours?|hrs?|hr|h|days?|d|nights?|weeks?|wks?|wk|w|fortnights?|months?|mths?|mo|years?|yrs?|yr|y/?o|y)"
TIME_NOUN = r"(?:second|minute|min|hour|hr|h|day|night|morning|evening|week|fortnight|month|year|shift|meal|dose)"
MASS = (
    r"(?:kilograms?|kgs?|kg|grams?|grammes?|gm|g|milligrams?|milligrammes?|mgs?|mg|micrograms?|microgrammes?|micrograms|mcgs?|mcg|ugs?|[uµμ]g|nanograms?|ng|"
    r"picograms?|pg|stone|st|pounds?|lbs?|oz|tonnes?)"
)
AMOUNT = r"(?:millimoles?|millimols?|mmols?|micromoles?|micromols?|[uµμ]mols?|nanomoles?|nanomols?|nmols?|pmol|moles?|mol|meq|eq|milliequivalents?|milliosmoles?|mosm|osm|i\.?u\.?|international units|(?:million |thousand |milli|micro)?units?|mu|miu|[uµμ]iu|mega ?units?|u)"
VOLUME = r"(?:millilitres?|milliliters?|mls?|litres?|liters?|l|dl|decilit(?:re|er)s?|[uµμ]l|fl|cc|drops?)"
OTHER = (
    r"(?:%\s?tbsa|%|per ?cent|percent|‰|mmhg|cm\s?h2o|kpa|hpa|pa|bar|°\s?[cf]|degrees?(?: celsius| fahrenheit)?|bpm|beats(?: per minute)?|breaths(?: per minute)?|"
    r"joules?|j|kj|kilojoules?|kcals?|kilocalories|calories|cal|metres?|meters?|m2|m|cm|mm|km|inch(?:es)?|ft|feet|in(?=[²\"]|\b(?=\s*(?:tall|high)))|ms|msec|hz|w|mv|ma|gy|msv|"
    r"ppb|ppm|fr|french|gauge|points?)"
)
UNIT_WORD = rf"(?:mg\.(?:h|min)|{MASS}|{AMOUNT}|{VOLUME}|{OTHER}|{TIME})"
_COUNT = r"\d{1,4}(?:[.,]\d{1,3})?"
UNIT_TAIL = (
    rf"(?:\s?/\s?(?:(?:10\^?\d{{1,3}}\s?)?{UNIT_WORD}|1\.73\s?m2|{_COUNT}\s?{UNIT_WORD}(?!\s\d)|%\s?tbsa|dose|kg|min|dL)(?![a-z])"
    rf"|[\s.]?(?:(?:1\.73\s?)?m|{MASS}|{VOLUME}|{TIME})\^?-[123](?!\d)"
    rf"|\sper\s(?:{_COUNT}\s?{UNIT_WORD}|{MASS}|{AMOUNT}|{VOLUME}|m2|square metre|beat|(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h))(?![a-z]))"
)
# A plain dose "per day" leaves its "per day" outside; once the unit is compound, every "per" belongs to it.
PER_DAY = r"(?:\sper\s(?:day|week|month|year)(?![a-z]))"
UNIT = rf"(?:{UNIT_WORD}(?![a-z0-9])(?:{UNIT_TAIL}{{1,5}}{PER_DAY}?)?|{UNIT_TAIL}{{1,5}}{PER_DAY}?)"
GLUED = rf"(?!tend)(?:{CARDINAL_WORD}){{1,4}}(?:{CARDINAL_WORD}|(?:{MASS}|{AMOUNT}|{VOLUME}|{TIME})(?<!nes)(?<!ens))"
"""A number written into its unit or into another number: "fortymilligrams"."""
SPACED = "|".join(
    r"[\s.·_-]{1,2}".join(word) for word in "|".join((TENS, TEENS, UNITS_OF_COUNT, SCALES)).split("|") if len(word) > 2
)
"""A number spelt out: "f o r t y"."""
BARE = rf"(?:(?:{MASS}|{AMOUNT}|{VOLUME})(?=[\s./]){UNIT_TAIL}{{1,5}}|(?:mgs?|mcg|[uµμ]g|micrograms?|mmols?|mls?|meq)(?![a-z]))"

PLAIN_UNIT = r"(?:mg|mcg|[uµμ]g|g|kg|mmol|ml|units?|micrograms?)"
"""Beside which a letter drawn like a digit is a digit."""

# Frequencies and moments.
LATIN = r"(?:b\.?d\.?|b\.?i\.?d\.?|t\.?d\.?s\.?|t\.?i\.?d\.?|q\.?d\.?s\.?|q\.?i\.?d\.?|o\.?d\.?|q\.?d\.?|nocte|mane|qhs|qam|qpm|qod|eod)"
OFTEN = r"(?:daily|nightly|hourly|weekly|fortnightly|monthly|yearly|annually|annual|biweekly|bimonthly|quarterly|half-hourly)"
OFTEN_IDIOM = r"(?:living|life|lives|practice|routine|report|reports|meeting|newsletter|paper)"
WHEN = r"(?:at (?:night|bedtime|noon|midday|midnight)|in the (?:morning|evening))"
ONCE_AFTER = (
    r"(?:daily|weekly|monthly|nightly|hourly|yearly|per|every|each|only|more|in|at|by|for|over|before|after|with|and|or|then|iv|im|orally|"
    r"if|during|within|to|under|intravenously|intramuscularly|between)"
)
A_TIME = r"an?\s(?:minute|hour|day|week|fortnight|month|year)"
A_TIME_IDIOM = r"(?:case|unit|hospital|ward|cent(?:re|er)|amount|quantity|trace|or two)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)

# Names.
STAGED = (
    r"(?:stage|grade|class|phase|factor|type|nyha|killip|mobitz(?: type)?|asa|cranial nerve|cn|level|child-pugh|figo|ecog|kdigo|apache|"
    r"angiotensin|lead|schedule)"
)
ROMAN = r"(?:(?:viii|vii|iii|xiii|xii|iv|vi|ix|xi|ii|i|v|x)[ab]?)"
NUMBERED = r"(?:alpha|beta|gamma|kappa|omega|interleukin|trisomy|chromosome)"
"""Words whose number is part of a name: "omega-3"."""
POSITION = r"(?:hydroxy|dihydroxy|alpha|beta|amino|deoxy|methyl)"
"""What a number before it places on a molecule: "25-hydroxyvitamin"."""

# Idioms that count nothing: what stands before and after the words; either makes the idiom.
ONE_OF_COUNTED = (
    rf"(?:following|above|below|criteria|features|signs|symptoms|tests|{COUNTED}|tablets|ampoules|vials|\W)"
)
IDIOMS: dict[str, tuple[str, str]] = {
    "one": (
        r"\b(?:no|this|that|which|another|any|every|some|each)[\s-]",
        r"\sof\s(?:those\swho|(?:the|our|my|his|her|their|its)\b(?!\s(?:\w{1,12}\s)?"
        + ONE_OF_COUNTED
        + r"))|\sanother|'s|\shand|\s(?:can|should|must|may|might|would|could|needs?|has|is|who|wonders)",
    ),
    "zero": ("", r"-tolerance"),
    "once": (r"\b(?:at|for)\s", ""),
    "half": ("", r"[\s-](?:life|lives|way|hearted|brother|sister|moon)"),
    "quarter": (
        r"\b(?:spring|summer|autumn|winter|last|next|this|financial|first|second|third|fourth)\s",
        r"\sof\sthe\s(?:year|season)|-[a-z]{2,12}",
    ),
    "double": ("", r"[\s-](?:blind\w*|check\w*|vision|lumen|j|balloon|stranded|dummy|glov\w+|edged|contrast)"),
    "triple": ("", r"[\s-](?:lumen|therapy|vessel|negative|marker|x|h|antithrombotic)"),
    "bid": ("", r"\s(?:farewell|adieu|goodbye)"),
} | dict.fromkeys(("second", "third"), ("", r"\s(?:opinion|look|nature|thoughts?|party|person|hand|guess)"))
