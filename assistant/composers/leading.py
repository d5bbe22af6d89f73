"""What leads: the document's own bottom lines by nearness, route and state, the very thing that was asked, and what is not held."""

import re
from collections.abc import Sequence

from assistant.composers.bands import fits_levels
from assistant.composers.draft import Request
from assistant.composers.fitting import (
    find_things,
    is_for_others,
    is_for_these,
    names,
    names_its_subject,
    stems,
    stems_of,
)
from assistant.figures import Kind, find
from assistant.records import Passage

MOST_IN_THE_BOTTOM_LINE = 2
LATER = 0.05
"""What a bottom line loses for each that the document puts before it."""
LEADING = 0.65
"""A second bottom line stands beside the nearest when it is at least this near, relative to that one."""
GIVING = frozenset({"bottom_line", "approach", "administration"})
"""Roles of what is given, which leads before a caution on the same where no caution was asked for."""
MAY_LEAD = frozenset({"bottom_line", "cautions", "special_groups", "not_in_sources"})
"""Roles of what may lead because it holds what was asked, whatever role was asked for."""
CLOSE = 0.75
"""The same for what an adult's line is in a child, or the reverse."""
COUNTERPART = {"adult": "child", "child": "adult"}
WANTED_BONUS = 0.15
"""What a passage gains when its role is what was asked for, and evidence loses when nobody asked for evidence."""
LINE_BONUS = 0.2
"""What the document's own bottom lines gain: they say what has to be done."""
ABSENCE_BONUS = 0.25
"""What "not in our sources" gains when its subject is just what was asked, and loses when it is something near it."""
WORDS_BONUS = 0.08
"""What a statement gains when it holds all that is asked about beside the topic."""
LEVEL_BONUS = 0.2
"""What a statement gains when a level that was said lies in its band, and loses when it lies outside."""


def find_leading(lines: Sequence[Passage], request: Request) -> list[Passage]:
    """The nearest of the document's bottom lines, the earlier ones before the later where they are nearly as near, and
    what the nearest is in a child or an adult."""
    fitting = [p for p in _on_route(lines, request) if not is_for_others(p, request)]
    fitting = [p for p in fitting if names(request.situation, p.text)] or fitting
    near = {
        p.id: request.scores.get(p.id, 0.0) * (1 - LATER * n) for n, p in enumerate(lines) if p in (fitting or lines)
    }
    ranked = sorted((p for p in lines if p.id in near), key=lambda p: -near[p.id])
    if not ranked:
        return []
    best = near[ranked[0].id]
    chosen = [p for p in ranked if near[p.id] >= LEADING * best][:MOST_IN_THE_BOTTOM_LINE]
    other = COUNTERPART.get(ranked[0].population)
    chosen += [p for p in ranked if p.population == other and near[p.id] >= CLOSE * best and p not in chosen][:1]
    return [p for p in lines if p in chosen]


def for_these_people(bottom: list[Passage], pool: Sequence[Passage], request: Request) -> list[Passage]:
    """The bottom line, led by the nearest statement for the people who are asked about, where no leading line speaks of them."""
    if request.population not in COUNTERPART or any(p.population == request.population for p in bottom):
        return bottom
    own = [
        p
        for p in _on_route(pool, request)
        if p.population == request.population and p.role in ("approach", "administration") and not p.positions
    ]
    best = max((p for p in own if not p.regimen), key=lambda p: request.scores.get(p.id, 0.0), default=None)
    return [best, *bottom][:MOST_IN_THE_BOTTOM_LINE] if best else bottom


def _on_route(passages: Sequence[Passage], request: Request) -> list[Passage]:
    """The passages of the route that was asked for, with those that name none; all where none is of that route."""
    asked = [p for p in passages if request.on_route and re.search(request.on_route, p.text, re.IGNORECASE)]
    if not asked:
        return list(passages)
    return [p for p in passages if p in asked or not re.search(request.off_route, p.text, re.IGNORECASE)]


def in_their_state(bottom: list[Passage], pool: Sequence[Passage], request: Request) -> list[Passage]:
    """The bottom line, led by what is given in the state that was said of the patient, without what is given in its opposite."""
    if own := [p for p in bottom if is_for_these(p, request)]:
        return [*own, *(p for p in bottom if p not in own)]
    found = [
        p
        for p in _on_route(pool, request)
        if is_for_these(p, request) and p.role in ("bottom_line", "approach", "administration") and not p.regimen
    ]
    fitting = [p for p in found if request.scores.get(p.id) and fits_levels(p.text, request.levels) >= 0]
    if not fitting:
        return bottom
    best = max(fitting, key=lambda p: (fits_levels(p.text, request.levels), request.scores[p.id]))
    beside = [p for p in bottom if p is not best and not names(request.off_state, p.text) and agrees(p, best)]
    return [best, *beside][:MOST_IN_THE_BOTTOM_LINE]


def with_what_was_asked(bottom: list[Passage], pool: Sequence[Passage], request: Request) -> list[Passage]:
    """The bottom line, led by the passage that holds the very thing that was asked about, where the leading lines do not."""
    if request.situation and any(names(request.situation, p.text) for p in bottom):
        return bottom  # what the emergency calls for
    phrases = _lacking_phrases(bottom, pool, request)
    wanted = stems(" ".join(request.specific)) | stems(" ".join(phrases))
    again = bool(phrases) or request.exact
    lacking = [stem for stem in wanted if again or not any(stem in stems(p.text) for p in bottom)]
    if not lacking:
        return bottom
    asked = stems(request.question)
    sided = {"cautions", "special_groups", "monitoring"} & set(request.roles)

    def weight(passage: Passage) -> tuple[int, bool, bool, tuple[bool, bool], float]:
        by_heading = bool(phrases) or passage.role == "approach"
        held = stems_of(passage) if by_heading else stems(passage.text)
        near = len(held & asked) + request.scores.get(passage.id, 0.0) + weigh_role(passage, request)
        is_held = passage.role != "not_in_sources"
        doses = "administration" in request.roles and any(f.kind in (Kind.DOSE, Kind.RATE) for f in find(passage.text))
        gives = passage.role in GIVING and not sided, doses
        return len(held & set(lacking)), names(request.manner, passage.text), is_held, gives, near

    kept = [p for p in pool if not is_for_others(p, request) and _holds(phrases, p) and _is_in_question(p, request)]
    best = max(kept, key=weight, default=None)
    if best is None or not weight(best)[0] or not request.scores.get(best.id) or best.regimen:
        return bottom
    how = {"administration"} if phrases or not sided else set()
    if best in bottom or best.role not in {*request.roles, *MAY_LEAD, *how} or (how and _is_given(best, bottom)):
        return bottom
    beside = [p for p in bottom if agrees(p, best)]
    return [best, *beside][:MOST_IN_THE_BOTTOM_LINE]


def _is_given(passage: Passage, bottom: Sequence[Passage]) -> bool:
    """Whether all the figures of a passage, and there are some, stand in one leading line already."""
    own = {figure.text for figure in find(passage.text)}
    return bool(own) and any(own <= {figure.text for figure in find(p.text)} for p in bottom)


def _is_in_question(passage: Passage, request: Request) -> bool:
    """Whether a passage may lead because it holds what was asked; what is not held only where just that was asked."""
    return not passage.positions and (passage.role != "not_in_sources" or names_its_subject(passage, request.question))


def _lacking_phrases(bottom: Sequence[Passage], pool: Sequence[Passage], request: Request) -> list[str]:
    """The phrases that name a thing within the topic ("calcium chloride") which no leading line holds."""
    return [words for words in find_things(request, pool) if not any(stems(words) <= stems_of(p) for p in bottom)]


def _holds(phrases: Sequence[str], passage: Passage) -> bool:
    return not phrases or any(stems(phrase) <= stems_of(passage) for phrase in phrases)


def with_the_manner(bottom: list[Passage], pool: Sequence[Passage], request: Request) -> list[Passage]:
    """What is not held, led by what is held of the same thing given in the same manner, where there is such."""
    things = [stems(words) for words in find_things(request, pool)]
    held = [p for p in pool if p.role in {*MAY_LEAD, "administration"} - {"not_in_sources"} and not p.regimen]
    found = [p for p in held if names(request.manner, p.text) and any(thing <= stems(p.text) for thing in things)]
    best = max(found, key=lambda p: request.scores.get(p.id, 0.0), default=None)
    return [best, *bottom][:MOST_IN_THE_BOTTOM_LINE] if best else bottom


def by_what_was_asked(bottom: Sequence[Passage], request: Request) -> list[Passage]:
    """The bottom line, what holds the thing asked about before the rest."""
    wanted = stems(" ".join(request.specific))
    return sorted(bottom, key=lambda p: (-len(wanted & stems(p.text)), not names(request.manner, p.text)))


def by_things(bottom: Sequence[Passage], pool: Sequence[Passage], request: Request) -> list[Passage]:
    """The bottom line, what holds most of the things that were named within the topic before the rest; what says that just this is
    not held stays where it is."""
    things = [stems(words) for words in find_things(request, pool)]
    if any(p.role == "not_in_sources" for p in bottom):
        return list(bottom)
    return sorted(bottom, key=lambda p: -sum(bool(thing) and thing <= stems_of(p) for thing in things))


def with_absence(bottom: list[Passage], absence: Passage | None, request: Request) -> list[Passage]:
    """The bottom line with what says that just what was asked is not held."""
    if absence is None or absence in bottom:
        return bottom
    both = [*bottom[:1], absence] if stands_second(request) else [absence, *bottom]
    return both[:MOST_IN_THE_BOTTOM_LINE]


def stands_second(request: Request) -> bool:
    """Whether what is not held for special people stands after what is given to everybody: the whole was asked, or a level
    was said that calls for it."""
    return "special_groups" in request.roles and (request.overview or bool(request.levels))


def weigh_role(passage: Passage, request: Request) -> float:
    """What a passage gains by its role: when that is what was asked for, or when it says that just this is not held."""
    if passage.role == "not_in_sources":
        return ABSENCE_BONUS if names_its_subject(passage, request.question) else -ABSENCE_BONUS
    level = LEVEL_BONUS * fits_levels(passage.text, request.levels)
    level += LEVEL_BONUS * (is_for_these(passage, request) - is_for_others(passage, request))
    if passage.role == "bottom_line":
        return level + LINE_BONUS
    if passage.role == "pearls" and "pearls" not in request.roles:
        return level - WANTED_BONUS
    return level + (WANTED_BONUS if passage.role in request.roles else 0.0)


def weigh_words(passage: Passage, wanted: set[str]) -> float:
    """What a passage gains by the words that are asked about beside the topic, by the part of them that it holds."""
    return WORDS_BONUS * len(wanted & stems_of(passage)) / len(wanted) if wanted else 0.0


def agrees(passage: Passage, first: Passage) -> bool:
    """Whether two statements may stand side by side: never adult beside child."""
    return passage.population == first.population or "any" in (passage.population, first.population)
