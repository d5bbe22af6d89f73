"""The blocks of a Markdown text, each with its line: headings, paragraphs, list items, table rows and the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from markdown_it.token import Token

BlockKind = Literal["heading", "paragraph", "item", "row", "other"]


@dataclass(frozen=True)
class Block:
    """One block. `level` is a heading's level or an item's depth; `cells` and `head` are those of a table row and of
    its table; `plain` is the text without its markup."""

    kind: BlockKind
    line: int
    text: str
    plain: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    head: tuple[str, ...] = ()


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def read_blocks(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks in order; `first_line` is the line of the file on which the text begins."""
    return tuple(_read(_parser().parse(text), first_line))


def _read(tokens: Sequence["Token"], offset: int) -> Iterator[Block]:
    place, depth = 0, 0
    head: tuple[str, ...] = ()
    while place < len(tokens):
        token = tokens[place]
        line = offset + (token.map[0] if token.map else 0)
        if token.type in ("list_item_open", "list_item_close"):
            depth += token.nesting
        elif token.type == "heading_open":
            yield Block("heading", line, _text(tokens[place + 1]), _plain(tokens[place + 1]), int(token.tag[1]))
        elif token.type == "paragraph_open":
            inline = tokens[place + 1]
            yield Block("item" if depth else "paragraph", line, _text(inline), _plain(inline), depth)
        elif token.type == "tr_open":
            cells, plain = _cells(tokens, place)
            if tokens[place - 1].type == "thead_open":
                head = plain
            else:
                yield Block("row", line, " | ".join(cells), " | ".join(plain), cells=cells, head=head)
        elif token.type in ("fence", "code_block", "html_block"):
            yield Block("other", line, token.content.strip(), token.content.strip())
        elif token.type in ("blockquote_open", "hr"):
            yield Block("other", line, "")
        place += 1


def _cells(tokens: Sequence["Token"], place: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The cells of the row that opens here: as written, and without markup."""
    inlines = []
    while tokens[place].type != "tr_close":
        if tokens[place].type == "inline":
            inlines.append(tokens[place])
        place += 1
    return tuple(_text(i) for i in inlines), tuple(_plain(i) for i in inlines)


def _text(inline: "Token") -> str:
    return " ".join(inline.content.split())


def _plain(inline: "Token") -> str:
    """What a person sees: the text of the children, without emphasis, links' targets, images or HTML."""
    shown = ("text", "code_inline", "softbreak", "hardbreak")
    parts = [child.content or " " for child in inline.children or () if child.type in shown]
    return " ".join("".join(parts).split())
