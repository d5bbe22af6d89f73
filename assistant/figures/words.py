"""The words of number, time and comparison that the scanner knows: a table, not code. All patterns read a shadow, ignoring case."""

UNITS_OF_COUNT = "zero|one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SCALES = "hundred|thousand|million|billion|dozen"
CARDINAL_WORD = rf"(?:{TENS}|{TEENS}|{UNITS_OF_COUNT}|{SCALES})"
CARDINAL = rf"(?:(?:an?\s)?{CARDINAL_WORD}(?:(?:[-\s]|\sand\s){CARDINAL_WORD})*)(?![\w])"
ORDINAL = (
    "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|hundredth|thousandth"
)
ORDER_IDIOM = r"(?:opinion|look|nature|thoughts?|party|person|hand|line|choice|guess)"
COUNTED = (
    "dose|doses|shock|bolus|hour|hours|day|days|week|weeks|month|months|year|years|trimester|litre|liter|bag|minute|"
    "minutes|cycle|injection|infusion|attempt|level|sample"
)
FRACTION = r"(?:(?:an?|one|two|three|four|five)[-\s])?(?:half|halves|thirds?|quarters?|fifths?|tenths?)"
SCALED = (
    "halve|halves|halved|halving|double|doubles|doubled|doubling|triple|triples|tripled|tripling|quadruple|quadrupled"
)
COMPARATOR = (
    r"(?:[<>≤≥≦≧⩽⩾≈~±=]=?|not more than|no more than|not less than|no less than|not above|not below|more than|less than|greater than|"
    r"fewer than|higher than|lower than|equal to|at least|at most|up to|above|below|under|exceeding|beyond)"
)
COMPARATOR_AFTER = r"(?:or (?:more|less|fewer|above|below|over|under|higher|lower|greater|older|younger)|and (?:over|above|under|below))"
TIME = r"(?:seconds?|secs?|s|minutes?|mins?|hours?|hrs?|hr|h|days?|d|nights?|weeks?|wks?|wk|w|fortnights?|months?|mths?|mo|years?|yrs?|yr|y/?o|y)"
TIME_NOUN = r"(?:second|minute|min|hour|hr|h|day|night|morning|evening|week|fortnight|month|year|shift|meal|dose)"
MASS = (
    r"(?:kilograms?|kgs?|kg|grams?|grammes?|gm|g|milligrams?|milligrammes?|mgs?|mg|micrograms?|microgrammes?|micrograms|mcgs?|mcg|ugs?|[uµμ]g|nanograms?|ng|"
    r"picograms?|pg|stone|st|pounds?|lbs?|oz|tonnes?)"
)
AMOUNT = r"(?:millimoles?|mmols?|micromoles?|[uµμ]mol|nmol|pmol|moles?|mol|meq|eq|milliequivalents?|milliosmoles?|mosm|osm|i\.?u\.?|international units|units?|mu|miu|[uµμ]iu|mega ?units?|u)"
VOLUME = r"(?:millilitres?|milliliters?|mls?|litres?|liters?|l|dl|decilit(?:re|er)s?|[uµμ]l|fl|cc|drops?)"
OTHER = (
    r"(?:%\s?tbsa|%|per ?cent|percent|‰|mmhg|cmh2o|kpa|hpa|pa|bar|°\s?[cf]|degrees?(?: celsius| fahrenheit)?|bpm|beats(?: per minute)?|breaths(?: per minute)?|"
    r"joules?|j|kj|kilojoules?|kcals?|kilocalories|calories|cal|metres?|meters?|m2|m|cm|mm|km|inch(?:es)?|ft|feet|in(?=[²\"]|\b(?=\s*(?:tall|high)))|ms|msec|hz|w|mv|ma|gy|msv|"
    r"ppb|ppm|fr|french|gauge|points?)"
)
UNIT_WORD = rf"(?:{MASS}|{AMOUNT}|{VOLUME}|{OTHER}|{TIME})"
UNIT_TAIL = (
    rf"(?:\s?/\s?(?:(?:10\^?\d+\s?)?{UNIT_WORD}|1\.73\s?m2|[0-9.,]+\s?{UNIT_WORD}|%\s?tbsa|dose|kg|min|dL)(?![a-z]))"
)
UNIT = rf"(?:{UNIT_WORD}(?![a-z0-9]){UNIT_TAIL}*|{UNIT_TAIL}+)"
BARE = (
    rf"(?:(?:{MASS}|{AMOUNT}|{VOLUME})(?![a-z]){UNIT_TAIL}+|(?:mgs?|mcg|[uµμ]g|micrograms?|mmols?|mls?|meq)(?![a-z]))"
)
LATIN = r"(?:b\.?d\.?|b\.?i\.?d\.?|t\.?d\.?s\.?|t\.?i\.?d\.?|q\.?d\.?s\.?|q\.?i\.?d\.?|o\.?d\.?|q\.?d\.?|nocte|qhs|qam|qpm|qod|eod)"
OFTEN = r"(?:daily|nightly|hourly|weekly|fortnightly|monthly|yearly|annually|annual|biweekly|bimonthly|quarterly|half-hourly)"
OFTEN_IDIOM = r"(?:living|life|lives|practice|routine|report|reports|meeting|newsletter|paper)"
ONCE_AFTER = (
    r"(?:daily|weekly|monthly|nightly|hourly|yearly|a|an|per|every|each|only|more|in|at|by|for|over|before|after|with|and|or|then|iv|im|orally|"
    r"if|during|within|to|under|intravenously|intramuscularly|between)"
)
STAGED = (
    r"(?:stage|grade|class|phase|factor|type|nyha|killip|mobitz|asa|cranial nerve|cn|level|child-pugh|figo|ecog|kdigo)"
)
ROMAN = r"(?:(?:viii|vii|iii|xiii|xii|iv|vi|ix|xi|ii|i|v|x)[ab]?)"
