"""Whatever draft passes, each figure that a reader sees stands in a passage that it cites, character for character."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.composers.draft import DraftStatement, Material
from assistant.drafting.desk import find_fault
from assistant.fidelity import Judge
from assistant.figures import Ledger, Origin, find
from assistant.figures.ledger import HANDLE
from assistant.records import Passage

TEXTS = {
    "a": "Adult with magnesium deficiency: oral magnesium aspartate 10–20 mmol daily; contraindicated in severe renal impairment.",
    "b": "Child with torsades: magnesium sulfate 25–50 mg/kg intravenously, maximum 2 g, over 10–15 min; repeat once if needed.",
    "c": "Adult hyperkalaemia: 10 units of soluble insulin with 25 g glucose at potassium ≥ 6.5 mmol/L.",
}
PASSAGES = {
    key: Passage.model_construct(id=key, text=text, document_title="Electrolytes", section="Dose", topic=None)
    for key, text in TEXTS.items()
}
LEDGER = Ledger()
HIDDEN = {key: LEDGER.hide(text, Origin("passage", key)) for key, text in TEXTS.items()}
HANDLES = [f"[[{handle}]]" for text in HIDDEN.values() for handle in HANDLE.findall(text)]
WORDS = sorted({word for text in HIDDEN.values() for word in text.split() if "[[" not in word})
OTHER = (
    "10",
    "twice",
    "mg",
    "٢",
    "½",
    "/kg",
    "at least",
    "not",
    "<",
    "per",
    "once",
    "half the dose",
    "-",
    "[[dose-zz]]",
    "×",
    "ten",
)
DRAFTS = st.builds(
    lambda words, cites: DraftStatement("approach", " ".join(words), tuple(dict.fromkeys(cites))),
    st.one_of(
        st.lists(st.sampled_from([*WORDS, *HANDLES, *HANDLES, *OTHER]), min_size=3, max_size=14),
        st.builds(lambda key, place, extra: _with(HIDDEN[key], place, extra), st.sampled_from(sorted(TEXTS)), st.integers(0, 30), st.sampled_from([*HANDLES, *OTHER, ""])),
    ),
    st.lists(st.sampled_from(sorted(TEXTS)), min_size=1, max_size=3),
)  # fmt: skip


def _with(text: str, place: int, extra: str) -> list[str]:
    """A passage with something put into it."""
    words = text.split()
    words.insert(place % (len(words) + 1), extra)
    return words


@settings(max_examples=600, deadline=None)
@given(DRAFTS)
def test_the_figures_of_what_passes_stand_in_its_passages(draft: DraftStatement) -> None:
    material = Material(PASSAGES, {}, {}, ledger=LEDGER)
    if find_fault(draft, material, Judge(PASSAGES, LEDGER)) is not None:
        return
    shown = LEDGER.show(draft.text)
    sources = [TEXTS[key] for key in draft.cites]
    for figure in find(shown):
        assert any(figure.text in source for source in sources), (shown, figure.text)


def test_some_drafts_do_pass() -> None:
    material = Material(PASSAGES, {}, {}, ledger=LEDGER)
    for key, text in HIDDEN.items():
        assert find_fault(DraftStatement("approach", text, (key,)), material, Judge(PASSAGES, LEDGER)) is None
