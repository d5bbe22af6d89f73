"""A site's formulary: a YAML file that says which strengths are stocked, under which names, and what is restricted."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from assistant.errors import CorpusError
from assistant.regimens.files import find_line, read_yaml
from assistant.regimens.measures import Strength
from assistant.regimens.schema import Id, Row
from assistant.regimens.site import Item, Site


class Formulary(Row):
    """The file: each medicine by the id of its regimen."""

    medicines: dict[Id, Item]


def read_formulary(path: Path | None, ids: Iterable[str], units: Literal["si", "conventional"]) -> Site:
    """What a site has decided; nothing where it has no file. Raises `CorpusError` with the line of what is wrong."""
    if path is None:
        return Site(units)
    try:
        node, data = read_yaml(path.read_text(encoding="utf-8"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(path, 1, f"the formulary cannot be read: {error}") from error
    try:
        items = Formulary.model_validate(data).medicines
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(first["loc"])
        reason = f"{'.'.join(str(part) for part in where)}: {first['msg']}"
        raise CorpusError(path, find_line(node, where), reason) from error
    known = set(ids)
    for name, item in items.items():
        if name not in known:
            raise CorpusError(path, find_line(node, ("medicines", name)), f"no regimen is called {name}")
        for place, product in enumerate(item.strengths):
            try:
                Strength.read(product.strength)
            except ValueError as error:
                where = ("medicines", name, "strengths", place, "strength")
                raise CorpusError(path, find_line(node, where), str(error)) from error
    return Site(units, items)
