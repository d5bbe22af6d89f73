"""When something was, by the words beside it: "2019", "6 weeks ago", "previously", "tomorrow"."""

import re

_NUMBER = r"(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several|couple of|many)"
_PASSED = rf"(?:(?:about |approx |around |over |in |back in |dx |diagnosed |from )*(?P<{{0}}year>(?:19|20)\d\d)(?![\d.]|\s?(?:ml|mg|units?|g|mmol|kcal))|(?P<{{0}}ago>(?:some |a |about )?{_NUMBER}\s*(?:x )?(?P<{{0}}unit>years?|yrs?|y|months?|mths?|mo|m|/12|weeks?|wks?|w|/52|days?|d|/7)\s+(?:ago|back|prior|previously))|(?P<{{0}}last>last (?:week|month|year|summer|winter|spring|autumn|december|january|june)|years ago|(?:many )?years back|months ago|weeks ago|in the past|as an? (?:child|kid|teenager|baby|infant)|in childhood|previously|in (?:his|her) (?:teens|twenties|20s|30s|youth))|(?P<{{0}}days>yesterday|last night|the other day|days ago))"
_AFTER_TIME = re.compile(r"[\s,(:–-]*(?:[a-z]+\s+){0,2}?" + _PASSED.replace("{0}", ""), re.IGNORECASE)
_BEFORE_TIME = re.compile(
    _PASSED.replace("{0}", "") + r"[\s,:–-]*(?:(?:had|has had|he|she|pt|an?|the|with|she had|there was)\s+){0,3}$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"[\s,(]*(?:(?:is|planned|booked|for|due|on|in|the)\s+){0,2}(tomorrow|next (?:week|month|year)|planned|booked)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:since|for|until)\b", re.IGNORECASE)


def read_time(following: str, lead: str) -> tuple[str | None, bool]:
    """The words of time beside a mention, and whether they lie weeks, months or years back."""
    if planned := _PLANNED.match(following):
        return planned.group(1), False
    match = _AFTER_TIME.match(following) or _BEFORE_TIME.search(lead)
    if not match or _LASTING.search(match.group()):
        return None, False
    groups = match.groupdict()
    text = groups["year"] or groups["ago"] or groups["last"] or groups["days"]
    return text, not (groups["days"] or re.match(r"d|/7", groups["unit"] or "", re.IGNORECASE))
