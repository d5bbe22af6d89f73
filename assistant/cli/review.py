"""The commands of review: where each document stands, and the acts of named people on it."""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated

import typer

from assistant.cli.guard import AsJson, one_line
from assistant.errors import UnknownName
from assistant.review import Action, Review, Reviews, Standing, judge_all, list_calculators
from assistant.settings import read_settings

review = typer.Typer(no_args_is_help=True, help="Who approved which document, and what still awaits it.")
By = Annotated[str, typer.Option("--by", help="name and office of the person who does this")]
Note = Annotated[str, typer.Option("--note", help="what was looked at, or what is wrong")]


@review.command("list")
@one_line
def list_standings(
    status: Annotated[str, typer.Option(help="only submitted, under_review, approved or rejected")] = "",
    as_json: AsJson = False,
) -> None:
    """Every document with where its review stands."""
    standings = [s for s in _read()[0].values() if not status or s.status == status]
    if as_json:
        typer.echo(json.dumps([_as_dict(standing) for standing in standings], indent=2))
        return
    for standing in standings:
        typer.echo(f"{standing.status:<13}{standing.document.id:<44}{_tell_last(standing)}")
    typer.echo(f"{len(standings)} documents")


@review.command("show")
@one_line
def show_standing(document: str, as_json: AsJson = False) -> None:
    """All that an approval would be of: the statements with their sources, the regimens and calculators, and every act so far."""
    standings, reviews = _read()
    standing = _find(document, standings)
    acts = reviews.history(standing.document.id)
    if as_json:
        passages = [p.model_dump(mode="json") for p in standing.document.passages]
        history = [act.model_dump(mode="json") for act in acts]
        typer.echo(json.dumps({**_as_dict(standing), "history": history, "passages": passages}, indent=2))
        return
    typer.echo(f"{standing.document.title} ({standing.document.id}): {standing.status.replace('_', ' ')}")
    typer.echo(f"seal {standing.seal[:16]}; for {standing.document.population}")
    for passage in standing.document.passages:
        typer.echo(f"\n{passage.section}\n  {passage.text} [{'; '.join(passage.citations)}]")
    if standing.document.regimens:
        typer.echo(f"\nRegimens: {', '.join(standing.document.regimens)}")
    if named := [each.title for each in list_calculators(standing.document)]:
        typer.echo(f"Calculators: {', '.join(named)}")
    typer.echo("\n" + ("\n".join(_tell(act) for act in acts) or "no act of review so far"))


@review.command("submit")
@one_line
def submit(document: str, by: By, note: Note = "") -> None:
    """Put a document before the reviewers, as it stands now."""
    _act("submit", document, by, note)


@review.command("approve")
@one_line
def approve(document: str, by: By, note: Note = "") -> None:
    """Approve a document as it stands now; one changed byte of it, its regimens or its calculators, and the approval lapses."""
    _act("approve", document, by, note)


@review.command("reject")
@one_line
def reject(document: str, by: By, note: Note = "") -> None:
    """Reject a document: it is not quoted until it is submitted again."""
    _act("reject", document, by, note)


def _act(action: Action, document: str, by: str, note: str) -> None:
    standings, reviews = _read()
    typer.echo(_tell(reviews.act(action, _find(document, standings), by, note)))


def _read() -> tuple[Mapping[str, Standing], Reviews]:
    """Where everything stands by the index, which is what answers quote. Raises `IndexingError` where there is none."""
    from assistant.assembly import read_holdings

    settings = read_settings()
    reviews = Reviews(settings.database_url)
    return judge_all(read_holdings(settings).documents, reviews), reviews


def _find(document: str, standings: Mapping[str, Standing]) -> Standing:
    key = document.replace("_", "-")
    if key not in standings:
        raise UnknownName("document", document, get_close_matches(key, standings))
    return standings[key]


def _as_dict(standing: Standing) -> dict[str, object]:
    return {
        "document": standing.document.id,
        "title": standing.document.title,
        "kind": standing.document.kind,
        "status": standing.status,
        "lapsed": standing.lapsed,
        "seal": standing.seal,
        "last": standing.last.model_dump(mode="json") if standing.last else None,
    }


def _tell_last(standing: Standing) -> str:
    if standing.last is None:
        return "no act of review so far"
    lapsed = "lapsed, the text has changed since: " if standing.lapsed else ""
    return lapsed + _tell(standing.last)


def _tell(act: Review) -> str:
    done = {"submit": "submitted", "approve": "approved", "reject": "rejected"}[act.action]
    note = f": {act.note}" if act.note else ""
    return f"{act.at:%Y-%m-%d %H:%M} UTC {done} by {act.person} as {act.seal[:16]}{note}"
