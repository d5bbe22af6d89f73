"""The banners of a document: each is one of its own statements, without figures, for a situation that there is."""

import re
from collections.abc import Iterator, Sequence

from assistant.figures import is_figure_free
from assistant.library.documents import Line
from assistant.library.front_matter import Headed
from assistant.proofreading.heads import Breach
from assistant.understanding.patient.dangers import EMERGENCY, load_situations


def check_banners(headed: Headed, lines: Sequence[Line]) -> Iterator[Breach]:
    """The breaches of the banners of a document."""
    at = headed.lines.get("banners", 1)
    said = {re.sub(r"\s*\[@[^\]]*\]", "", line.block.plain).strip() for line in lines}
    for situation, texts in headed.front.banners.items():
        if situation not in (EMERGENCY, *load_situations()):
            yield at, f"no situation is called {situation}; there are: {', '.join((*load_situations(), EMERGENCY))}"
        for text in texts:
            if text not in said:
                yield at, f"a banner is a statement of the document, word for word: {text!r}"
            elif not is_figure_free(text):
                yield at, f"a banner holds no figure: {text!r}"
