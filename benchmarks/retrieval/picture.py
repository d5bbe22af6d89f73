"""The quality as a picture: a bar for each system with its interval, one panel for each view."""

from collections.abc import Iterator, Sequence
from html import escape

from benchmarks.retrieval.quality import Row

WIDTH, LEFT, BAR, HEAD = 760, 320, 18, 44
OURS, PEER = "#1b6ca8", "#9aa5ad"


def write_svg(rows: Sequence[Row]) -> str:
    """nDCG at ten of every row, the best first."""
    views = list(dict.fromkeys(row.view for row in rows))
    parts: list[str] = []
    top = 0
    for view in views:
        panel = sorted((row for row in rows if row.view == view), key=lambda row: -row.score.ndcg.mean)
        parts += [f"<text x='12' y='{top + 28}' font-size='14'>{escape(view)}, nDCG@10</text>"]
        parts += _bars(panel, top + HEAD)
        top += HEAD + BAR * len(panel)
    height = top + 16
    return "\n".join(
        [
            f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' font-family='sans-serif' font-size='11'>",
            f"<rect width='{WIDTH}' height='{height}' fill='white'/>",
            *parts,
            "</svg>\n",
        ]
    )


def _bars(rows: Sequence[Row], top: int) -> Iterator[str]:
    for place, row in enumerate(rows):
        y = top + BAR * place
        score = row.score.ndcg
        name = f"{row.system}, {'with' if row.titled else 'without'} titles"
        yield f"<text x='{LEFT - 8}' y='{y + 12}' text-anchor='end'>{escape(name)}</text>"
        yield f"<rect x='{LEFT}' y='{y + 2}' width='{_reach(score.mean)}' height='{BAR - 6}' fill='{OURS if row.is_ours else PEER}'/>"
        ends = LEFT + _reach(score.low), LEFT + _reach(score.high)
        yield f"<path d='M{ends[0]} {y + 8}H{ends[1]}' stroke='black'/>"
        yield f"<text x='{WIDTH - 40}' y='{y + 12}'>{score.mean:.3f}</text>"


def _reach(share: float) -> float:
    return round((WIDTH - LEFT - 60) * share, 1)
