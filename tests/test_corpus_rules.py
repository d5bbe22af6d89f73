"""Every rule of the proofreading, broken once in a small made-up document, is told with its file and line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant import calculators
from assistant.errors import CorpusError
from assistant.proofreading import check, copies

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = """\
---
id: salt
title: Salt
topics: [salt, brine]
population: adults
not_for: children
status: submitted
version: "a"
last_updated: 2026-11-23
review_by: 2027-11-23
reviewers: []
questions:
  - How is salt given?
  - When is salt withheld?
  - Who needs salt?
  - What follows salt?
---
# Salt

## Bottom line
- Salt is given with water. [@society]
- Salt is withheld in thirst. [@label]

## How to give it
### Salt by vein, adult
- Salt by vein is given at 2 g/h. [@label]

## Cautions
- Mice lose weight on salt. [@mice]
- Isolated cells swell in salt. [@dish]
- Salt in pregnancy, in kidney disease and in liver disease is monitored. [@label]
- The label of salt lists contraindications, interactions, red flags and when to stop. [@label]

## Where guidance differs
| topic | one | other |
|---|---|---|
| salt at night | Salt is given [@society] | Salt is withheld [@label] |

## Not in our sources
- The sources do not say who stores salt.
"""
SPECIES = {"society": "human", "label": "human", "mice": "animal", "dish": "in-vitro"}


def reference(key: str, species: str = "human", **more: Any) -> dict[str, Any]:
    """One invented work."""
    custom = {
        "type": "guideline", "depth": "full-text", "population": species, "region": "uk", "country": "United Kingdom",
        "body": "Society of Examples", "verified": "yes",
    }  # fmt: skip
    own = more.pop("custom", {})
    return {"id": key, "type": "report", "title": f"Work {key}", "custom": custom | own, **more}


def write_corpus(folder: Path, document: str = DOCUMENT, changed: dict[str, dict[str, Any]] | None = None) -> Path:
    """The made-up corpus, with the works that the calculators cite; `changed` replaces or adds works by key."""
    cited = {key for calculator in calculators.load() for key in calculator.cited}
    works = {key: reference(key, species) for key, species in SPECIES.items()}
    works |= {key: reference(key) for key in sorted(cited)} | (changed or {})
    path = folder / "guidelines" / "kitchen" / "salt.md"
    path.parent.mkdir(parents=True)
    path.write_text(document, encoding="utf-8")
    lines = ",\n".join(json.dumps(work) for work in works.values())
    (folder / "references.json").write_text(f"[\n{lines}\n]", encoding="utf-8")
    return path


def test_a_sound_document_breaks_no_rule(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    assert check((tmp_path,)) == ()


LONG = "Salt " + "is given slowly and " * 10 + "with water."
RULES: tuple[tuple[str, str, str, str], ...] = (
    # of the front matter: what stands, what is written instead, where it is told, how it is told
    ("id: salt", "id: brine", "id: brine", "the file is called salt.md, its id is brine"),
    ("population: adults", "population: adults over 60 kg", "population:", "population holds a figure"),
    ("not_for: children", "not_for: under two years", "not_for:", "not_for holds a figure"),
    ("status: submitted", "status: approved", "status:", "a file cannot approve itself"),
    ("review_by: 2027-11-23\n", "", "last_updated:", "review_by is missing"),
    ("review_by: 2027-11-23", "review_by: 2026-11-23", "review_by:", "review_by is not after last_updated"),
    ("topics: [salt, brine]", "topics: []", "topics:", "topics are missing"),
    ("topics: [salt, brine]", "topics: [Salt]", "topics:", "topic 'Salt' is not in lower case"),
    ("topics: [salt, brine]", "topics: [salt, salt]", "topics:", "a topic is listed twice"),
    ("  - What follows salt?\n", "", "questions:", "a document answers 4 to 8 questions; 3 are listed"),
    ("Who needs salt?", "Who needs 2 g of salt?", "  - Who needs", "a question that is offered holds no figure"),
    ("Who needs salt?", "Who needs salt.", "  - Who needs", "a question ends with a question mark"),
    ("reviewers: []\n", "reviewers: []\ncalculators: [brine_gap]\n", "calculators:", "no calculator is called brine_gap"),
    ("reviewers: []\n", "reviewers: []\nbanners: {picnic: [Salt is given with water.]}\n", "banners:", "no situation is called picnic"),
    ("reviewers: []\n", "reviewers: []\nbanners: {child: [Salt is good.]}\n", "banners:", "a banner is a statement of the document"),
    ("reviewers: []\n", "reviewers: []\nbanners: {child: [Salt by vein is given at 2 g/h.]}\n", "banners:", "a banner holds no figure"),
    # of the headings
    ("# Salt\n", "# Brine\n", "", "the body begins with its title: # Salt"),
    ("# Salt\n", "", "", "the body begins with its title: # Salt"),
    ("## Cautions", "# Brine\n## Cautions", "# Brine", "a document has one title"),
    ("## Cautions", "## Bottom line", "## Bottom line@2", "the heading 'Bottom line' stands twice"),
    ("## Cautions", "## Approach by severity", "## Approach", "is out of order; the order is Bottom line"),
    ("### Salt by vein, adult", "### Salt by vein, adult\n#### Slowly", "#### Slowly", "no deeper than ###"),
    ("## Cautions", "## Monitoring\n\n## Cautions", "## Monitoring", "nothing stands under the heading 'Monitoring'"),
    ("- The sources do not say who stores salt.\n", "", "## Not in", "nothing stands under the heading"),
    ("- Salt is withheld in thirst. [@label]\n", "", "- Salt is given with", "the bottom line has 2 to 4 statements, not 1"),
    ("vein, adult", "vein, adult and child", "### Salt", "adult and child stand under one heading"),
    ("at 2 g/h.", "to a child at 2 g/h.", "- Salt by vein", "adults and children are mixed"),
    # of the statements
    ("- Salt is given with water.", f"- {LONG}", "- Salt is given slowly", "a statement has at most 40 words; this one has"),
    ("- Salt is given with water.", "- It is given with water.", "- It is", "it does not begin with 'It'"),
    ("- Salt is given with water.", "- These are given with water.", "- These", "it does not begin with 'These'"),
    ("- Salt is given with water.", "- The above is given with water.", "- The above", "it does not begin with 'The'"),
    ("with water.", "as described below.", "- Salt is given as", "it does not point above or below"),
    ("with water.", "with water", "- Salt is given with", "a statement ends with a full stop"),
    ("with water.", "with **water**.", "- Salt is given with", "no bold, links or other markup"),
    ("with water.", "with [water](http://x.test).", "- Salt is given with", "no bold, links or other markup"),
    ("Salt is given [@society]", "*Salt* is given [@society]", "| salt at", "no bold, links or other markup"),
    ("- Salt is given with water.", "Salt is given with water.", "Salt is given with", "a statement is a list item"),
    ("Mice lose weight on salt.", "Mice lose 2 g on salt.", "- Mice", "a figure stands under a ### heading"),
    ("Mice lose weight", "People lose weight", "- People", "mice is a study in animals; the statement names the animal"),
    ("Isolated cells swell", "People swell", "- People swell", "dish is a laboratory study; the statement says so"),
    ("who stores salt.", "who stores salt. [@label]", "- The sources", "what is not in our sources cites none"),
    ("who stores salt.", "who stores 2 g of salt.", "- The sources", "holds no figure: '2 g'"),
    ("at 2 g/h.", "at 2.", "- Salt by vein", "the figure '2' has no unit"),
    ("at 2 g/h.", "at < 2, or at 3 g/h.", "- Salt by vein", "the figure '< 2' has no unit"),
    ("with water.", "with " + "w " * 27 + "water.", "- Salt is given with", "a bottom line has at most 30 words"),
    ("by vein is given at 2 g/h.", "by vein is given at 2 g/h" + " and slowly" * 750 + ".", "---", "the statements of a document have at most 1500 words"),
    ("with water.", "incompletely notwithstanding hypertonicity concentrating.", "- Salt is given inc", "a bottom line reads easily"),
    # of what every document must mention
    ("Salt in pregnancy, in", "Salt in", "", "nothing is said of pregnancy"),
    ("in kidney disease and ", "", "", "nothing is said of kidney disease"),
    (" and in liver disease", "", "", "nothing is said of liver disease"),
    ("disease is monitored", "disease is given", "", "nothing is said of monitoring"),
    ("lists contraindications, ", "lists ", "", "nothing is said of contraindications"),
    ("interactions, red", "red", "", "nothing is said of interactions"),
    ("red flags and ", "", "", "nothing is said of red flags"),
    (" and when to stop", "", "", "nothing is said of when to stop"),
    ("title: Salt\n", "title: Salt\nsubject: drug\n", "", "nothing is said of what is done when it harms"),
    # of the reading, told by the same command
    ("[@society]\n", "[@nobody]\n", "- Salt is given with", "reference nobody is not in references.json"),
    (" [@society]\n", "\n", "- Salt is given with", "uncited statement"),
    ("status: submitted", "status: fine", "status:", "front matter: status"),
)  # fmt: skip


def line_of(text: str, start: str) -> int:
    """The line that begins so; "…@2" the second one; "" the line after the front matter."""
    start, _, which = start.partition("@")
    if not start:
        return text.split("\n").index("---", 1) + 2
    found = [number for number, line in enumerate(text.split("\n"), start=1) if line.startswith(start)]
    return found[int(which or "1") - 1]


@pytest.mark.parametrize(("old", "new", "where", "reason"), RULES, ids=[f"{r[3]}-{n}" for n, r in enumerate(RULES)])
def test_a_broken_rule_is_told_with_its_line(tmp_path: Path, old: str, new: str, where: str, reason: str) -> None:
    assert old in DOCUMENT
    text = DOCUMENT.replace(old, new, 1)
    path = write_corpus(tmp_path, text)
    told = [breach for breach in check((tmp_path,)) if reason in breach.reason]
    assert [(breach.path, breach.line) for breach in told] == [(str(path), line_of(text, where))]
    assert str(told[0]).startswith(f"{path}:{told[0].line}: ")


@pytest.mark.parametrize(
    "text",
    [
        "at a pH of 7.2 or lower",
        "at an INR of 2–3",
        "at 2 to 4 g/h",
        "in 20 adults",
        "since 2024",
        "at a Glasgow Coma Scale of 8",
        "at an odds ratio of 1.8 (95% CI 1.1–2.9)",
        "twice daily",
        "at half strength",
        "as 3% saline",
    ],
)
def test_a_figure_with_its_unit_or_of_a_scale_without_any_is_not_bare(tmp_path: Path, text: str) -> None:
    write_corpus(tmp_path, DOCUMENT.replace("at 2 g/h.", f"{text}."))
    assert check((tmp_path,)) == ()


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ("{{regimen:crystalloid-iv-sepsis#nice-child.dose}}", "crystalloid-iv-sepsis#nice-child.max"),
        (
            "{{regimen:crystalloid-iv-sepsis#nice-child.dose}} (maximum {{regimen:crystalloid-iv-sepsis#nice-child.max}})",
            "",
        ),
        ("{{regimen:crystalloid-iv-sepsis#nice-adult.dose}}", ""),
    ],
    ids=["without", "with", "none to say"],
)
def test_a_dose_that_is_taken_out_of_a_row_stands_with_its_maximum(tmp_path: Path, said: str, lacks: str) -> None:
    path = write_corpus(tmp_path, DOCUMENT.replace("at 2 g/h. [@label]", f"at {said}. [@nice-ng254; @nice-ng253]"))
    file = tmp_path / "regimens" / "resuscitation" / "crystalloid-iv-sepsis.yaml"
    file.parent.mkdir(parents=True)
    file.write_text((ROOT / "corpus/regimens/resuscitation" / file.name).read_text(encoding="utf-8"), encoding="utf-8")
    works = json.loads((ROOT / "corpus/references.json").read_text(encoding="utf-8"))
    cited = [work for work in works if work["id"] in file.read_text(encoding="utf-8")]
    own = json.loads((tmp_path / "references.json").read_text(encoding="utf-8"))
    (tmp_path / "references.json").write_text(json.dumps([*own, *cited], indent=1), encoding="utf-8")
    told = [breach for breach in check((tmp_path,)) if "maximum" in breach.reason]
    assert [(breach.line, lacks in breach.reason) for breach in told] == (
        [(line_of(path.read_text(encoding="utf-8"), "- Salt by vein"), True)] if lacks else []
    )


@pytest.mark.parametrize("grade", ["recalled", "contradicted", "not-found"])
def test_a_figure_that_the_record_of_its_source_does_not_carry_is_told(tmp_path: Path, grade: str) -> None:
    fact = {"text": "Salt by vein is given at 2 g/h", "grade": grade}
    path = write_corpus(tmp_path, changed={"label": reference("label", custom={"facts": [fact]})})
    (told,) = check((tmp_path,))
    assert (told.path, told.line) == (str(path), line_of(DOCUMENT, "- Salt by vein"))
    assert f"2 g/h: only as {grade} in the record of its source" in told.reason


def test_each_position_of_a_row_is_held_to_its_own_source(tmp_path: Path) -> None:
    row = DOCUMENT.replace("Salt is withheld [@label]", "Salt at night is given at 3 g/h [@label]")
    fact = {"text": "Salt at night is given at 3 g/h", "grade": "recalled"}
    path = write_corpus(tmp_path, row, {"label": reference("label", custom={"facts": [fact]})})
    (told,) = check((tmp_path,))
    assert (told.path, told.line) == (str(path), line_of(row, "| salt at"))
    assert "3 g/h" in told.reason and "only as recalled" in told.reason


@pytest.mark.parametrize(
    "custom",
    [
        {"facts": [{"text": "Salt by vein at 2 g/h", "grade": "recalled"}, {"text": "2 g/h", "grade": "seen"}]},
        {"facts": [{"text": "Salt by vein at 2 g/h", "grade": "recalled"}], "seen_at": "page four: 2 g/h by vein"},
        {"facts": [{"text": "Pepper at night at 2 g/h", "grade": "contradicted"}]},
        {"facts": [{"text": "Salt by vein at 3 g/h", "grade": "contradicted"}]},
    ],
)
def test_a_figure_that_was_seen_or_of_another_thing_is_not(tmp_path: Path, custom: dict[str, Any]) -> None:
    write_corpus(tmp_path, changed={"label": reference("label", custom=custom)})
    assert check((tmp_path,)) == ()


def test_a_replaced_edition_is_cited_as_what_it_is(tmp_path: Path) -> None:
    replaced = reference("label", custom={"superseded_by": "the label of the year after"})
    path = write_corpus(tmp_path, changed={"label": replaced})
    told = {breach.line for breach in check((tmp_path,)) if "say which edition" in breach.reason}
    assert line_of(DOCUMENT, "- Salt is withheld") in told
    written = DOCUMENT.replace("in thirst.", "in thirst (older edition).")
    path.write_text(written, encoding="utf-8")
    left = {breach.line for breach in check((tmp_path,)) if "say which edition" in breach.reason}
    assert left == told - {line_of(DOCUMENT, "- Salt is withheld")}
    beside = DOCUMENT.replace("in thirst. [@label]", "in thirst. [@label; @society]")
    path.write_text(beside, encoding="utf-8")
    assert {breach.line for breach in check((tmp_path,)) if "say which edition" in breach.reason} == left


def test_a_copied_phrase_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.txt"
    page.write_text("So: salt by vein IS given at 2 g/h, said the page.", encoding="utf-8")
    digests = tmp_path / "runs.txt"
    digests.write_text(copies.make_digests(page), encoding="utf-8")
    monkeypatch.setattr(copies, "DIGESTS", digests)
    copies.held.cache_clear()
    path = write_corpus(tmp_path / "corpus")
    told = check((tmp_path / "corpus",))
    copies.held.cache_clear()
    assert [(breach.path, breach.line) for breach in told] == [(str(path), line_of(DOCUMENT, "- Salt by vein"))]
    assert "a phrase is copied" in told[0].reason and "salt by vein is given" in told[0].reason


def test_the_page_that_started_the_project_is_held_as_digests_only() -> None:
    held = copies.held()
    assert len(held) > 500 and all(len(digest) == 16 and set(digest) <= set("0123456789abcdef") for digest in held)


@pytest.mark.parametrize("verb", ["given above", "see below", "as listed above"])
def test_a_statement_that_points_elsewhere_is_told(tmp_path: Path, verb: str) -> None:
    write_corpus(tmp_path, DOCUMENT.replace("with water", verb))
    assert "point above or below" in check((tmp_path,))[0].reason


WORKS: tuple[tuple[dict[str, Any], str], ...] = (
    (reference("unread"), "reference unread is used by no document, regimen or calculator"),
    (reference("society", DOI="https://doi.org/10.1000/x"), "is not a DOI"),
    (reference("society", PMID="PMC12"), "is not a PMID"),
    (reference("society", URL="www.example.test"), "is not an address"),
    (reference("society", custom={"body": " "}), "reference society names no body"),
    (reference("society", custom={"verified": "no"}), "reference society is not verified"),
    (reference("society", custom={"depth": "title"}), "reference society: depth"),
)


@pytest.mark.parametrize(("work", "reason"), WORKS, ids=[reason for _, reason in WORKS])
def test_a_broken_work_is_told_with_its_line(tmp_path: Path, work: dict[str, Any], reason: str) -> None:
    write_corpus(tmp_path, changed={work["id"]: work})
    path = tmp_path / "references.json"
    line = next(n for n, text in enumerate(path.read_text().split("\n"), start=1) if f'"id": "{work["id"]}"' in text)
    told = [breach for breach in check((tmp_path,)) if reason in breach.reason]
    assert [(breach.path, breach.line) for breach in told] == [(str(path), line)]


def test_a_work_that_a_calculator_cites_has_to_be_there(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    path = tmp_path / "references.json"
    calculator = min(calculators.load(), key=lambda c: c.name)
    key = calculator.references[0]
    works = [work for work in json.loads(path.read_text(encoding="utf-8")) if work["id"] != key]
    path.write_text(json.dumps(works), encoding="utf-8")
    told = check((tmp_path,))
    assert [(breach.path, breach.line) for breach in told] == [(str(path), 1)]
    assert f"cites {key}, which is not here" in told[0].reason


def write_latin(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\xb5g")


def write_half(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8")[:40], encoding="utf-8")


@pytest.mark.parametrize("spoil", [write_latin, write_half])
def test_a_file_that_cannot_be_read_is_one_breach_and_no_crash(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = write_corpus(tmp_path)
    spoil(path)
    told = [breach for breach in check((tmp_path,)) if breach.path == str(path)]
    assert [breach.line for breach in told] == [1]


def test_breaches_come_in_the_order_of_files_and_lines_and_once(tmp_path: Path) -> None:
    text = DOCUMENT.replace(" [@society]\n", "\n", 1).replace("- Mice", "- It: mice").replace("id: salt", "id: brine")
    path = write_corpus(tmp_path, text)
    told = check((tmp_path,))
    assert len(told) > 2
    assert list(told) == sorted(told, key=lambda b: (b.path, b.line, b.reason))
    assert len({str(breach) for breach in told}) == len(told)
    assert all(isinstance(breach, CorpusError) and breach.path == str(path) for breach in told)
