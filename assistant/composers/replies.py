"""What is said when the passages are not what answers: results, requests for what is missing, doubts, and honest limits.

The wording is ours and holds no figure of its own: figures come in as handles of a calculation, of the person's words, or
of a calculator's declared bounds.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.composers.draft import DraftStatement, Material
from assistant.errors import InputError, UnitDoubt, UnreadableInput
from assistant.figures import Kind, Origin, find
from assistant.records import Calculation, Fact, Missing, Passage, Population, Refusal
from assistant.registry import Entry

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def say_result(number: int, calculation: Calculation, material: Material) -> DraftStatement:
    """A calculation's own sentence, its placeholders filled: the result as calculated, the rest as quoted from its rows."""
    rows = [material.passages[key] for key in calculation.passages]
    quotes = {**calculation.quotes, "result": calculation.result.text}

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name != "result" and (quoted := _quote(quotes[name], rows, material)):
            return quoted
        return material.ledger.add_result(quotes[name], str(number))

    text = _PLACEHOLDER.sub(fill, calculation.says)
    references = () if calculation.passages else tuple(str(key) for key in calculation.references)
    return DraftStatement("bottom_line", text, calculation.passages, references=references)


def _quote(words: str, rows: Sequence[Passage], material: Material) -> str | None:
    """The words with their figures behind handles of the row in which they stand verbatim, where no figure is torn."""
    for row in rows:
        for place in re.finditer(re.escape(words), row.text):
            start, end = place.span()
            figures = [f for f in find(row.text) if f.start < end and start < f.end]
            if any(f.start < start or end < f.end for f in figures):
                continue
            text, last = "", start
            for figure in figures:
                text += row.text[last : figure.start] + material.ledger.add(figure, Origin("passage", row.id))
                last = figure.end
            return text + row.text[last:end]
    return None


NO_MENTION = "No indexed source mentions"
NOT_HELD = "Not held:"
MOST_NAMED = 6
"""Inputs that are asked for in one sentence; a long score has a form."""


def say_warnings(calculation: Calculation, material: Material) -> list[DraftStatement]:
    """The warnings that a calculator declares for its result."""
    references = tuple(str(key) for key in calculation.references)
    origin = Origin("declaration", calculation.calculator)
    return [
        DraftStatement("cautions", material.ledger.hide(text, origin), references=references)
        for text in calculation.warnings
    ]


def say_refusal(refusal: Refusal, material: Material) -> DraftStatement:
    """Why a source gives no dose for this patient, in its row's words."""
    for key in refusal.passages:
        if quoted := _quote(refusal.text, [material.passages[key]], material):
            return DraftStatement("bottom_line", quoted, (key,))
    text = material.ledger.hide(refusal.text, Origin("declaration", refusal.regimen))
    return DraftStatement("bottom_line", text, refusal.passages)


def say_excess(asked: str, given: str, cites: tuple[str, ...]) -> DraftStatement:
    """That a dose of the question is not what the source gives; both are handles, and nothing is added to either."""
    return DraftStatement(
        "bottom_line", f"Not confirmed: {asked} is not what the cited source gives, which is {given}.", cites
    )


def say_not_confirmed(asked: str, cites: tuple[str, ...]) -> DraftStatement:
    """That a figure of the question does not stand in what is cited; it is a handle, and nothing is added to it."""
    return DraftStatement("bottom_line", f"Not confirmed: {asked} does not stand in what is cited here.", cites)


def say_no_calculator(score: str) -> DraftStatement:
    """That no calculator works out a score of the question; it is a handle, and nothing is added to it."""
    return DraftStatement("bottom_line", f"{NOT_HELD} no calculator here works out {score}.")


def say_spoken_against(drug: str, cites: tuple[str, ...]) -> DraftStatement:
    """That what is cited forbids a drug of the question, or says that it does not work; figure-free."""
    return DraftStatement("bottom_line", f"Not confirmed: what is cited here speaks against {drug}.", cites)


def ask_for(entry: Entry, missing: Missing, material: Material) -> DraftStatement:
    """What is still needed, required before optional, by its digit-free labels."""
    needed = [i.label for i in missing.inputs if i.required]
    if len(needed) > MOST_NAMED:
        needed = [*needed[:MOST_NAMED], "the rest of what is listed below"]
    asked = f"{plain_title(entry.title)} needs {_list(needed)}: please give {'it' if len(needed) == 1 else 'them'}."
    return DraftStatement("bottom_line", material.ledger.hide(asked, Origin("declaration", entry.name)))


def require(missing: Missing) -> Missing:
    """What is asked for, all of it needed: the rows of a region wait for it, though others do not."""
    return Missing(inputs=tuple(item.model_copy(update={"required": True}) for item in missing.inputs))


def doubt_input(
    label: str, entry: Entry, error: InputError, facts: Sequence[Fact], material: Material
) -> DraftStatement:
    """One clear line on a value that cannot be used: what was given, and what would be right."""
    origin = Origin("declaration", entry.name)
    given = _as_said(error.given, facts, material)
    accepted = material.ledger.hide(error.accepted, origin)
    title = plain_title(entry.title)
    if isinstance(error, UnitDoubt):
        likely = material.ledger.hide(error.likely_unit, origin)
        text = f"{_capital(label)} {given} is not plausible, but the number would be typical in {likely}: which did you mean? {title} accepts {accepted}."
    elif isinstance(error, UnreadableInput) and "with its unit" in error.accepted:
        text = f"{_capital(label)} {given}: in which unit? {title} accepts {accepted}."
    else:
        text = f"{_capital(label)} {given} cannot be used: {title} accepts {accepted}. Please check the value and its unit."
    return DraftStatement("bottom_line", text)


def _as_said(words: str, facts: Sequence[Fact], material: Material) -> str:
    """The person's words with their figures behind handles of the fact that holds them."""
    for index, fact in enumerate(facts):
        if fact.text == words:
            return material.ledger.hide(words, Origin("question", str(index)))
    return "as given"


def not_covered(words: Iterable[str], holds: Sequence[str], nearest: str | None) -> list[DraftStatement]:
    """The honest limit: what was looked for, the nearest that there is, and what is held."""
    looked = ", ".join(word for word in words if not find(word))
    first = "Nothing in the indexed sources answers this."
    if looked:
        first = f"Nothing in the indexed sources answers this (looked for: {looked})."
    lines = [first]
    if nearest and not find(plain_title(nearest)):
        lines.append(f"The nearest that is held: {plain_title(nearest)}.")
    if holds:
        lines.append(f"What is indexed: {'; '.join(plain_title(title) for title in holds)}.")
    else:
        lines.append("No indexed document has been approved yet, and this site shows approved text only.")
    lines.append("A document on the question, added to the corpus, would let it be answered.")
    return [DraftStatement("bottom_line", line) for line in lines[:1]] + [
        DraftStatement("not_in_sources", line) for line in lines[1:]
    ]


def know_no_medicine(name: str, nearest: str | None) -> list[DraftStatement]:
    """For a medicine that neither the sources nor the list of medicines know; figure-free."""
    first = f"Not known here: no indexed source and no list of medicines that is held knows {name or 'that medicine'}."
    lines = ["Check how it is spelt, or ask a pharmacist: nothing is said of another medicine in its place."]
    if nearest and not find(plain_title(nearest)):
        lines.append(f"The nearest that is held: {plain_title(nearest)}.")
    return [DraftStatement("bottom_line", first), *(DraftStatement("not_in_sources", line) for line in lines)]


def leave_to_a_person() -> list[DraftStatement]:
    """For what a person has to judge; figure-free."""
    first = "This needs a person's judgement: no guideline text decides it."
    rest = "Ask the senior on call, the ethics or legal advice of the hospital, or a defence organisation."
    return [DraftStatement("bottom_line", first), DraftStatement("not_in_sources", rest)]


def ask_of_care(holds: Sequence[str]) -> list[DraftStatement]:
    """For what is no matter of medicine; figure-free."""
    first = "This is no clinical question, and only those are answered here: ask about a dose, a condition, a score or a calculation."
    indexed = f"What is indexed: {'; '.join(plain_title(title) for title in holds)}."
    return [DraftStatement("bottom_line", first), DraftStatement("not_in_sources", indexed)]


def point_to(name: str, formulas: Sequence[str]) -> DraftStatement:
    """For a dose that no row gives and calculators work out; figure-free."""
    return DraftStatement(
        "bottom_line", f"Worked out by a calculator: {name}. Ask for {_list(list(map(plain_title, formulas)))}."
    )


def leave_open(name: str, missing: str, drugs: Sequence[str]) -> list[DraftStatement]:
    """For a dose that is not held: why, where that is known, and what is held beside it; figure-free."""
    lines = [f"What is missing, or why: {missing}."] if missing else []
    if named := [drug for drug in dict.fromkeys(map(plain_title, drugs)) if not find(drug)]:
        lines.append(f"Doses are held for {_list(named)}.")
    lines.append("A verified source of it, added to the corpus, would let it be answered.")
    first = DraftStatement("bottom_line", f"{NOT_HELD} no indexed source gives {name}.")
    return [first, *(DraftStatement("not_in_sources", line) for line in lines)]


def refuse_harm() -> list[DraftStatement]:
    """For someone who means harm."""
    lines = (
        "This is not answered here.",
        "If you or somebody else is in danger now, call the emergency services or the crisis team.",
    )
    return [DraftStatement("bottom_line", line) for line in lines]


def speak_to_a_patient() -> list[DraftStatement]:
    """For someone who seems to ask for themselves or their family; figure-free."""
    lines = (
        "It reads as if you were asking for yourself or your family: this is a tool for clinicians, and gives no dose to take.",
        "Please ask your doctor, nurse or pharmacist, who know you; if it is an emergency, call the emergency services now.",
        "If you are a clinician, ask again about the patient.",
    )
    return [DraftStatement("bottom_line", line) for line in lines]


def ask_for_a_subject(holds: Sequence[str]) -> list[DraftStatement]:
    """For a message that names nothing which an answer could be about."""
    first = "Which drug, condition, calculation or score is this about? Please ask in words."
    indexed = f"What is indexed: {'; '.join(plain_title(title) for title in holds)}."
    return [DraftStatement("bottom_line", first), DraftStatement("not_in_sources", indexed)]


def ask_which(drugs: Sequence[str]) -> list[DraftStatement]:
    """For a question that doses of several drugs answer alike; which drug is right is not ours to choose."""
    named = _list([drug for drug in dict.fromkeys(map(plain_title, drugs)) if not find(drug)])
    return [DraftStatement("bottom_line", f"Doses are held for {named}: which one is it about?")]


def ask_use(drug: str, uses: Sequence[str]) -> DraftStatement:
    """For a drug that is given for different things by different doses, when none of them was named."""
    named = _list([use for use in dict.fromkeys(uses) if not find(use)])
    return DraftStatement("bottom_line", f"{_capital(plain_title(drug))} is held for {named}: which is it for?")


def not_held(terms: Iterable[str]) -> str | None:
    """A notice naming words of the question that no source mentions; figure-free."""
    plain = [term for term in terms if not find(term)]
    return f"{NO_MENTION}: {', '.join(plain)}." if plain else None


def name_origin(title: str) -> str:
    """The sentence that says whose formula a calculation is; figure-free."""
    return f"{plain_title(title)}: the formula is that of the cited source."


def name_changes(names: Sequence[str], again: bool) -> tuple[str, ...]:
    """A notice of what has changed since the answer before, and whether anything was worked out `again`; figure-free."""
    plain = [name.replace("_", " ") for name in names if not find(name)]
    rest = " What depended on it was worked out again." if again else ""
    return (f"Changed since the answer before: {_list(plain)}.{rest}",) if plain else ()


def do_without(failure: str) -> str:
    """A notice that the configured chat model did not compose this answer, and why; figure-free."""
    if failure:
        return f"The chat model {failure}: this answer was put together from the passages without it."
    return "The chat model's draft did not pass the check: this answer was put together from the passages without it."


OTHER_PEOPLE = {
    "adult": "children or pregnancy and was left out: the patient is an adult",
    "child": "adults and was left out: the patient is a child",
    "pregnancy": "other people and was left out: the patient is pregnant",
}


def for_others(population: Population) -> str:
    """A notice that the nearest passage is for other people than the one who is asked about; figure-free."""
    return f"The nearest passage on this is for {OTHER_PEOPLE[population]}."


def list_rows(passages: Sequence[Passage], material: Material) -> list[DraftStatement]:
    """The bands of a regimen as cited statements."""
    return [
        DraftStatement("administration", material.hide(p), (p.id,), plain_title(p.section.split(" › ")[-1]))
        for p in passages
    ]


def plain_title(title: str) -> str:
    """A title without its figures: nothing vouches for a figure outside a statement."""
    kept = title
    for figure in reversed(find(title)):
        if figure.kind is not Kind.NAME:
            kept = kept[: figure.start] + kept[figure.end :]
    return " ".join(kept.split())


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _list(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
