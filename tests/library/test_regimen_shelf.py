"""Regimens are indexed beside the documents; one whose tiers overlap is refused and the rest is there."""

from pathlib import Path

import pytest
from shelf import SHELF, replace_in, write_document

from assistant.library import Holdings, build, read_library

REGIMEN = """\
id: salt-iv
title: Salt by vein
drug: salt
route: intravenous
status: submitted
version: "a"
last_updated: 2026-11-23
groups:
  - id: society
    indication: loss of salt
    population: any
    region: uk
    body: Society of Examples
    needs:
      age: {unit: years, covers: "[0, 120]", means: age in years}
    tiers:
      - id: older
        label: adult
        when: {age: "[18, 120]"}
        as_written: "18 and over"
        dose: {amount: 7 g}
        repeat: after 30 min
        citations: [society]
      - id: younger
        label: child
        when: {age: "[0, 18)"}
        as_written: "under 18"
        dose: {amount: 3 g}
        repeat: after 30 min
        citations: [society]
"""


@pytest.fixture(name="path")
def _path(own: Holdings) -> Path:
    path = own.folders[0] / "regimens" / "examples" / "salt-iv.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(REGIMEN, encoding="utf-8")
    return path


def test_a_regimen_is_found_by_its_rows(own: Holdings, path: Path) -> None:
    report = build(own)
    assert (report.refused, report.added) == ((), 1)
    hit = read_library(own).search("salt by vein for a child").hits[0]
    assert hit.passage.regimen == "salt-iv#younger"
    assert hit.passage.citations == ("society",)


def test_overlapping_tiers_are_refused_by_line_and_the_others_indexed(own: Holdings, path: Path) -> None:
    replace_in(path, 'when: {age: "[0, 18)"}', 'when: {age: "[0, 18]"}')
    report = build(own)
    assert {r.path for r in report.refused} == {str(path)}
    assert all(r.line in range(16, 31) for r in report.refused)
    assert "older" in report.refused[0].reason
    assert "younger" in report.refused[0].reason
    assert report.documents == len(SHELF)


def test_a_gap_between_tiers_is_refused(own: Holdings, path: Path) -> None:
    replace_in(path, 'when: {age: "[0, 18)"}', 'when: {age: "[0, 17]"}')
    assert build(own).refused


def test_a_document_includes_a_row_with_its_source(own: Holdings, path: Path) -> None:
    said = (
        "{{regimen:salt-iv#younger}}",
        "A child in loss of salt is given {{regimen:salt-iv#younger.dose}}. [@society]",
    )
    write_document(own.folders[0], "salt-loss", "Loss of salt", {"Bottom line": said})
    assert build(own).refused == ()
    row, sentence = read_library(own).documents["salt-loss"].passages
    assert (row.regimen, row.population, row.citations) == ("salt-iv#younger", "child", ("society",))
    assert sentence.text == "A child in loss of salt is given 3 g."


def test_a_figure_of_a_row_needs_the_source_of_the_row(own: Holdings, path: Path) -> None:
    said = ("Salt is given at {{regimen:salt-iv#younger.dose}}. [@label]",)
    write_document(own.folders[0], "salt-loss", "Loss of salt", {"Bottom line": said})
    (refusal,) = build(own).refused
    assert "rests on society, which the statement does not cite" in refusal.reason


def test_a_regimen_whose_source_is_missing_is_refused_with_what_includes_it(own: Holdings, path: Path) -> None:
    replace_in(path, "[society]", "[nobody]")
    write_document(own.folders[0], "salt-loss", "Loss", {"Bottom line": ("{{regimen:salt-iv#younger}}",)})
    report = build(own)
    assert [r.reason for r in report.refused] == [
        "reference nobody is not in references.json",
        "no regimen row or field is called salt-iv#younger",
    ]
    assert (report.refused[0].path, report.refused[0].line) == (str(path), 23)
