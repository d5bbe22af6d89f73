"""The last step before a person: nothing outside a handle's figures passes, in a sentence or in its heading."""

import pytest

from assistant.composers.draft import Draft, DraftStatement, Material
from assistant.conversation import show
from assistant.errors import LawBroken
from assistant.planning import Plan


@pytest.mark.parametrize(
    ("text", "heading"),
    [("Give 5 mg.", None), ("Give it slowly.", "Adults over 60 kg"), ("Give fortymilligrams.", None)],
)
def test_a_figure_of_no_source_is_never_shown(text: str, heading: str | None) -> None:
    draft = Draft((DraftStatement("bottom_line", text, heading=heading),))
    with pytest.raises(LawBroken, match="figure"):
        show(Plan("answer", draft, Material({}, {}, {})))


def test_a_sentence_without_figures_is_shown() -> None:
    draft = Draft((DraftStatement("bottom_line", "Give it slowly.", heading="Adults"),))
    assert show(Plan("answer", draft, Material({}, {}, {}))).bottom_line == "Give it slowly."
