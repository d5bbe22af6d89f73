"""The words that deny, doubt, give to somebody else or put into the past what is named after them or before them."""

import re

from assistant.understanding.vocabulary import join_words, read_table


def _words(text: str) -> re.Pattern[str]:
    """A pattern of whole words."""
    return re.compile(rf"(?<![\w-])(?:{text})(?![\w])", re.IGNORECASE)


_REACH = read_table("scope")
_OLD = (
    "".join(
        f"(?<!{one} )"
        for one in (
            "year",
            "years",
            "yr",
            "yrs",
            "y",
            "yo",
            "month",
            "months",
            "mo",
            "week",
            "weeks",
            "wk",
            "day",
            "days",
            "hour",
        )
    )
    + "old"
)
"""An old stroke, not somebody so many years old."""
_RELATIVE = join_words(_REACH["relatives"])
_IMPROVED = join_words(_REACH["improved"])
TRIGGERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "said",
        _words(
            rf"(?:no|not|without|little|isn'?t|hasn'?t|nil|aren'?t)\s+(?:\w+\s+)?(?:{_IMPROVED})(?:\s+(?:in|of|on|to|with|from|for|after))?|not (?:just|only|simply|merely)|no (?:doubt|question)(?: (?:about|that|of))?|not without|(?:does|do|did)(?:n'?t| not) (?:deny|rule out)|no (?:cause|reason|explanation)(?: found)? for"
        ),
    ),
    (
        "doubted",
        _words(
            r"(?:not|isn'?t|wasn'?t|can'?t|cannot|could ?n'?t|hasn'?t been|haven'?t|not been|unable to|to|need to|must|should|and|trying to|not yet|\bif|has to)\s+(?:be\s+)?(?:yet\s+)?(?:rul(?:e|ed) out|exclude[d]?)|not (?:sure|certain|clear|convinced)(?: (?:if|whether|about|of|it'?s|that))?|unsure (?:if|whether|about)|rule[ -]?out|r/o|ruling out|exclude|excluding"
        ),
    ),
    (
        "denied all",
        _words(
            r"den(?:ies|ied|ying)(?: (?:any|having|hx of|h/o|history of))?|negative for|neg for|-ve for|no (?:known |prior |previous |past |personal )?(?:history|hx|h/?o|pmh|signs?|evidence|symptoms?|features|record|clinical signs)(?: (?:of|to suggest|suggesting|suggestive of))?|without (?:any|evidence of|signs of)|free (?:of|from)|neither|never (?:had|been|has)|nil (?:evidence|signs|symptoms|history|hx) of|absence of|(?:has|have|had)(?:n'?t| not| never)(?: had| got| been)?|(?:does|do|did)(?:n'?t| not) (?:have|suffer|report|complain|describe|get)(?: of| from)?"
        ),
    ),
    (
        "denied",
        _words(
            r"forget(?: the| about(?: the)?)?|no longer(?: in)?|(?:not|isn'?t|aren'?t|wasn'?t|never) in|no|nor|not|nil|non|without|w/o|never|isn'?t|wasn'?t|aren'?t|weren'?t|(?:did|do|does|has|had|have)n'?t|lack(?:s|ing)?(?: of)?|ruled out|excluded|-ve|stopped|ø"
        ),
    ),
    (
        "doubted",
        _words(
            r"query|possibl[ey]|poss|probabl[ey]|prob|(?<!how )likely|unlikely(?: to (?:be|have))?|suspect(?:ed|ing|s)?|susp|suspicio(?:n of|us for|us of|n)|presumed|presumably|presumptive|apparent|maybe|perhaps|might (?:be|have|well be|well have)|may (?:be|have|well be)|could (?:(?:it|this|that|she|he|they|there|these)(?: all)? )?(?:be|have)(?: (?:a|an|had))?|concern(?:ed)?(?: for| about| of| re)|worried (?:about|re|it'?s|this is)|wondering (?:about|if|whether)|think(?:ing)?(?: (?:it'?s|of|about|this is|it is|he has|she has))?|looks? like|sounds? like|seems? like|impression:?|imp:|differentials?:?|ddx:?|d/d:?|(?:^|(?<=[,.;:?(–-] )|(?<=and )|(?<=or ))\s*is (?:it|this|that|there|he|she)|does (?:he|she|this|it|pt|the patient) have|has (?:he|she) got|at risk of|consistent with|suggestive of|suggests"
        ),
    ),
    (
        "family",
        _words(r"family (?:history|hx)(?: of)?:?|fam\.? ?(?:hx|history)(?: of)?:?|fhx?(?: of)?:?|f/h(?: of)?:?"),
    ),
    (
        "person",
        _words(
            rf"(?:{_RELATIVE})(?:'s)?(?! (?:of (?:\d|one|two|three|four)|says?|said|reports?|thinks?|states?|found|noticed|worried|concerned|called|brought|at bedside|is worried))|(?:patient|pt|man|woman|lady|one) in (?:the )?(?:next|opposite|other|adjacent|neighbou?ring) bed|(?:next|opposite|adjacent|neighbou?ring) bed|bed (?:opposite|next (?:to (?:him|her|them)|door))|household contact"
        ),
    ),
    ("past", _words(rf"prev(?:ious(?:ly)?)?|past|prior|{_OLD}|formerly|remote|previous(?:ly)? had")),
    ("header", _words(r"(?:pmhx?|past medical history|past history|background|k/c/o|known case)(?: of|:)?")),
    ("history", _words(r"(?:history|hx|h/?o)(?: of|:)?")),
)
BEFORE_QUERY = re.compile(r"(?:^|(?<=[\s,(/:;–-]))\?+\s?(?=[\w#]|$)")
FILLERS = frozenset(_REACH["fillers"])
STOPS = frozenset(_REACH["stops"])
ASSERTS = frozenset(_REACH["asserts"])
LINK = re.compile(
    r"^\s*(?P<link>,\s*(?:or|nor|and)|,|;|or|nor|and/or|/|and|&|\+|vs\.?|versus|v)?\s*(?P<rest>[^,;.]*)$", re.IGNORECASE
)
OR = ("or", "nor", "/", "and/or", ", or", ", nor")
SENTENCE = re.compile(
    r"[;\n!]|(?<!\b[a-z])\.(?=\s|$)|(?<=[\w)])\?+(?=\s|$)|→|(?<=[\w)])\s[–—-]{1,2}\s|\bbut\b|\bhowever\b|\balthough\b",
    re.IGNORECASE,
)
OWN = re.compile(
    r"\b(?:pt|patient|himself|herself|themselves|he|she|i|we|who presented|now|himself)\b(?!'s (?:mother|father|sister|brother|wife|husband))|\band (?:is|has|had|was|presents)\b",
    re.IGNORECASE,
)
STATES_PATIENT = re.compile(
    r"(?:mum|mother|mom|parent|lady) (?:of \w+|\d\d ?/ ?40|at \d\d|g\dp\d)|(?:new|breast-?feeding|pregnant|expectant|nursing|bf|young|single|this|first-time) (?:mum|mother|mom)|brought (?:in )?by|accompanied by",
    re.IGNORECASE,
)

AFTER_DENIED = re.compile(
    r"\s*(?:(?:[:=]|\s[–-])\s*(?:no|none|nil|n|absent|neg(?:ative)?|denied|not present|0|-ve|nad|not)\b|\(?(?:-ve|neg(?:ative)?|absent|ruled out|excluded|denied|not (?:present|seen|found|detected|evident))\b(?! for)"
    r"|\s(?:is|was|are|were|has been|have been|been|now)\s+(?:-ve|neg(?:ative)?|absent|ruled out|excluded|denied|not (?:present|seen|found))\b|\s(?:no|none|nil|n)(?=\s*(?:$|[,;.)]))|\s[-−–](?=\s*(?:$|[,;)])))",
    re.IGNORECASE,
)
AFTER_DOUBTED = re.compile(
    r"\s*(?:\?\?|\(\?\)|\(?(?:suspected|queried|possible|poss|probable|unlikely|not (?:yet )?(?:excluded|ruled out)|(?:cannot|can'?t|could ?n'?t) be (?:excluded|ruled out))\b|(?:is|was|seems|looks|may be|has) (?:suspected|possible|likely|unlikely|probable|queried|not (?:yet )?(?:excluded|ruled out)|not been (?:excluded|ruled out))\b)",
    re.IGNORECASE,
)
AFTER_FAMILY = re.compile(
    rf"\s*(?:in (?:the |his |her |their |a |both )?(?:first[- ]degree )?(?:{_RELATIVE})\b|[(–-]\s*(?:{_RELATIVE})\s*(?:\)|[,;.]|$)|runs in the family)",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"(?:^|[.,;:(\n→?]|[–—-]\s)\s*(?:(?:an?|the|acute|severe|new|early|this|or|vs|just|mild|bad|maybe|and|true|real)\s+)*$",
    re.IGNORECASE,
)
EARLIER = re.compile(rf"\b(?:previous(?:ly)?|prev|past|prior|history|hx|h/?o|{_OLD}|n?ever)\b", re.IGNORECASE)
PAST = dict(TRIGGERS)["past"]
PRESENT = re.compile(r"\.|\b(?:now|today|present\w*|admitted|c/o|came|comes|adm)\b", re.IGNORECASE)
