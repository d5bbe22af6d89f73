"""Run what a question calls for, and keep what each call gave: a value, a refusal, what is missing, or a doubt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.errors import InputError
from assistant.records import Calculation, Missing, MissingInput, Refusal
from assistant.registry import Entry, Outcome
from assistant.understanding.choosing.calls import Call

WHO = frozenset({"allergy", "population"})
"""What is asked beside a dose that is known already: it would add a warning or other people's rows."""


@dataclass(frozen=True)
class Results:
    """What the calls of a question gave, the sources of a `region` first."""

    calculations: tuple[Calculation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    missing: tuple[tuple[Entry, Missing], ...] = ()
    doubt: tuple[Entry, InputError] | None = None
    region: str | None = None

    @property
    def asked(self) -> tuple[MissingInput, ...]:
        """Every input that is asked for."""
        return tuple(item for _, missing in self.missing for item in missing.inputs)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The names of what waits for inputs."""
        return tuple(dict.fromkeys(entry.name for entry, _ in self.missing))


def run_calls(calls: Sequence[Call], region: str | None, for_a_patient: bool) -> Results:
    """Run the calls; what a regimen lacks for one patient is asked beside its rows.

    Where no patient stands behind the question and some bodies need to know more, none of them speaks for the others:
    their rows are shown instead of the doses that need no input.
    """
    results = Results(region=region)
    for call in calls:
        given = dict(call.given)
        try:
            outcomes = call.entry.calculate(given, region)
        except InputError as error:
            results = replace(results, doubt=results.doubt or (call.entry, error))
            outcomes = _without(call, error, region)
        for outcome in outcomes:
            results = _add(results, call.entry, outcome)
    lacking = any(item.name not in WHO for item in results.asked)
    return results if for_a_patient or not lacking else replace(results, calculations=(), refusals=())


def _without(call: Call, error: InputError, region: str | None) -> Sequence[Outcome]:
    """What a regimen says without the input that cannot be used: a contraindication may stand whatever that input is."""
    if call.entry.kind == "calculator" or error.name not in call.given:
        return ()
    given = {name: value for name, value in call.given.items() if name != error.name}
    try:
        return [o for o in call.entry.calculate(given, region) if not isinstance(o, Missing)]
    except InputError:
        return ()


def _add(results: Results, entry: Entry, outcome: Calculation | Missing | Refusal) -> Results:
    if isinstance(outcome, Calculation):
        return replace(results, calculations=(*results.calculations, outcome))
    if isinstance(outcome, Refusal):
        return replace(results, refusals=(*results.refusals, outcome))
    return replace(results, missing=(*results.missing, (entry, outcome)))
