"""What is asked back of the person, and how the other language of a message is told. All of it is figure-free."""

from collections.abc import Sequence

from assistant.composers.draft import DraftStatement

MORE_QUESTIONS = "The message asks more than is answered at once: please ask the rest again."


def ask_name(names: Sequence[str], word: str, misspelt: bool) -> DraftStatement:
    """For the name of a medicine that may be another."""
    meant = f"{', '.join(names[:-1])} or {names[-1]}"
    why = f"“{word}” may be either" if misspelt else "The names are confused, and what it is for speaks for the other"
    return DraftStatement("bottom_line", f"Is {meant} meant? {why}: no dose is given until that is clear.")


def doubt_name(names: Sequence[str], word: str) -> str:
    """A notice of a name that was read as none of those for which it may stand."""
    return f"“{word}” may be {' or '.join(names)}: nothing here is said of either."


def ask_in_english(language: str) -> list[DraftStatement]:
    """For a message in another language of which nothing could be read."""
    first = f"The message reads as {language}, and too little of it could be understood: please ask in English."
    rest = "Names of medicines, conditions and calculators are best understood in English, figures with their units."
    return [DraftStatement("bottom_line", first), DraftStatement("not_in_sources", rest)]


def answer_in_english(language: str) -> str:
    """A notice of a message in another language."""
    return (
        f"The message reads as {language}: it is answered in English, from the names and figures that could be read. "
        "Check what was understood: an allergy or a denial may have been missed."
    )


def return_courtesy() -> list[DraftStatement]:
    """For thanks or a greeting; figure-free."""
    return [
        DraftStatement(
            "bottom_line", "Ask on: what was said in this conversation still holds until you start a new patient."
        )
    ]
