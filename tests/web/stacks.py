"""The shelf of the ward: one document with its passages and references.

All are invented; they have the shape of real ones and are no clinical source.
"""

from datetime import date
from typing import Any

from assistant.records import Document, Passage, Position, Reference, Role

UPDATED = date(2026, 11, 23)


def _reference(key: str, kind: str, formatted: str, **more: Any) -> Reference:
    fields: dict[str, Any] = {
        "id": key, "type": kind, "depth": "full-text", "population": "human", "region": "uk", "country": "United Kingdom",
        "body": "Society of Examples", "year": 2025, "verified": "yes", "formatted": formatted,
    }  # fmt: skip
    return Reference(**(fields | more))


REFERENCES = {
    r.id: r
    for r in (
        _reference("society", "guideline", "Society of Examples. Magnesium deficiency in adults. 2025.", doi="10.0000/example.1"),
        _reference("label", "label", "Magnesium product characteristics. Example Pharma, 2024.", year=2024, url="https://label.test/mg"),
        _reference("trial", "research", "Doe J, Roe R. Oral magnesium salts compared. J Ex. 2019;3:1-9.", year=2019,
                   depth="abstract", pmid="1234567", country="Norway", body="Doe and Roe"),
        _reference("rats", "research", "Roe R. Aspartate in rats. J Ex. 2001.", year=2001, population="animal", verified="partly"),
        _reference("cockcroft-gault-1976", "research", "Cockcroft DW, Gault MH. Nephron. 1976;16:31-41.", year=1976,
                   doi="10.1159/000180580", region="international"),
    )
}  # fmt: skip


def _passage(key: str, role: Role, text: str, citations: tuple[str, ...], section: str = "", **more: Any) -> Passage:
    return Passage(
        id=key, hash=f"hash-{key}", document_id="hypomagnesaemia", document_title="Hypomagnesaemia", role=role,
        section=section or "Hypomagnesaemia", anchor=key, text=text, citations=citations, last_updated=UPDATED, **more,
    )  # fmt: skip


PASSAGES = {
    p.id: p
    for p in (
        _passage("oral", "administration", "Mild deficiency in adults: oral magnesium 10 to 20 mmol daily in divided doses, "
                 "at most 24 mmol daily.", ("society",), "Hypomagnesaemia › How to give it › Oral"),
        _passage("food", "administration", "Oral magnesium taken with food causes less diarrhoea.", ("label",), "Hypomagnesaemia › How to give it"),
        _passage("severe", "approach", "Severe symptomatic deficiency in adults, below 0.4 mmol/L: magnesium sulfate intravenously, "
                 "2 g over 10 to 15 minutes.", ("society", "label"), "Hypomagnesaemia › Approach by severity › Severe"),
        _passage("mild", "approach", "Mild deficiency, 0.5 to 0.7 mmol/L without symptoms: oral magnesium.", ("society",),
                 "Hypomagnesaemia › Approach by severity › Mild"),
        _passage("check", "monitoring", "Serum magnesium is checked every 1 to 2 days until it is stable.", ("society",), "Hypomagnesaemia › Monitoring"),
        _passage("renal", "cautions", "Magnesium accumulates in renal impairment: the dose is halved when the creatinine clearance is "
                 "below 30 mL/min.", ("label",), "Hypomagnesaemia › Cautions"),
        _passage("aspartate", "pearls", "In rats, magnesium L-aspartate was retained better than the D form.", ("rats",), "Hypomagnesaemia › Pearls"),
        _passage("differs", "differs", "The target differs between sources.", ("society", "trial"), "Hypomagnesaemia › Where guidance differs",
                 topic="Target of treatment", positions=(
                     Position(text="The target is a serum magnesium above 0.6 mmol/L.", citations=("society",)),
                     Position(text="The target is a serum magnesium of 0.8 mmol/L or more.", citations=("trial",)))),
    )
}  # fmt: skip
DOCUMENT = Document(
    id="hypomagnesaemia", title="Hypomagnesaemia", field="electrolytes", kind="guideline", topics=("magnesium",), population="adults",
    status="submitted", version="1", last_updated=UPDATED, path="guidelines/electrolytes/hypomagnesaemia.md", hash="h",
    passages=tuple(PASSAGES.values()),
)  # fmt: skip
EXAMPLES = (
    "What is the oral dose of magnesium in mild deficiency?",
    "Creatinine clearance, 67-year-old man, 72 kg, creatinine 1.8 mg/dL?",
    "What should be monitored while magnesium is replaced?",
)
