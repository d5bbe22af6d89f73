"""The part of the world whose guidance a question asks for by name: "UK dose", "per NICE", "US label"."""

import re

_WORDS = {
    "uk": r"UK(?!\s*[=:]?\s*\d+\s*(?:mmol|meq))|U\.K\.|NICE|(?<=per )nice|(?<=by )nice|(?<=to )nice|nice(?= ng| cg| guid)|(?i:united kingdom|british|england|scotland|scottish|wales|NHS\w*|BNFc?|BNF-C|RCUK|JBDS|BSPED|MHRA|RCEM|toxbase)(?!-)",
    "us": r"USA|(?<!renal )(?<!kidney )(?<!abdo )(?<!liver )US(?!\s(?:scan|abdo\w*|renal|kidneys?|liver|doppler|guided|shows?|showed|normal))|U\.S\.(?:A\.)?|(?i:united states|americans?|FDA|AHA|ACOG|ASHP|IDSA|dailymed)|(?:the|in|or|and|vs|versus) us\b|us (?=label|guid|dos|regimen)",
    "ireland": r"(?i:ireland|irish|HSE)",
    "australia": r"(?i:australian?|ANZCOR|etg)",
    "new zealand": r"(?i:new zealand|starship)|NZ",
    "canada": r"(?i:canad(?:a|ian)|quebec)",
    "south africa": r"(?i:south african?)",
    "eu": r"EU|(?i:european?|EMA)",
    "international": r"WHO|MSF|(?i:m[ée]decins sans fronti[èe]res)",
}
_PLACE = re.compile(
    "|".join(rf"(?P<{name.replace(' ', '_')}>(?<!\w)(?:{words})(?!\w))" for name, words in _WORDS.items())
)


def read_region(message: str) -> str | None:
    """The region that a message names, by place or by a body of it; None where it names none or several."""
    lowered = re.sub(r"(?<!\w)uk(?!\w)", "UK", message)
    found = {match.lastgroup for match in _PLACE.finditer(lowered)}
    return found.pop().replace("_", " ") if len(found) == 1 else None  # type: ignore[union-attr]


__all__ = ["read_region"]
