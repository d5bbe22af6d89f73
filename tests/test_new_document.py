"""`assistant corpus new`: a skeleton that lists what is to be written, and overwrites nothing."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import app
from assistant.errors import CorpusError
from assistant.library.documents import read_head
from assistant.proofreading import check
from assistant.proofreading.mentions import MENTIONS
from assistant.proofreading.skeleton import make_skeleton, write_skeleton
from assistant.records import ROLES


def test_the_skeleton_has_every_heading_and_is_refused_until_it_is_written(tmp_path: Path) -> None:
    path = write_skeleton(tmp_path, "electrolytes", "Low chloride", "condition", date(2026, 11, 26))
    assert path == tmp_path / "guidelines" / "electrolytes" / "low-chloride.md"
    text = path.read_text(encoding="utf-8")
    assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == list(ROLES.values())
    told = [breach.reason for breach in check((tmp_path,)) if breach.path == str(path)]
    assert len([reason for reason in told if "left from the skeleton" in reason]) == len(MENTIONS["condition"])
    assert any("the bottom line has 2 to 4 statements, not 0" in reason for reason in told)
    assert any("questions" in reason for reason in told)


def test_a_leap_day_has_a_review_a_year_later() -> None:
    assert "review_by: 2029-03-01" in make_skeleton("a", "A", "drug", date(2028, 2, 29))


@pytest.mark.parametrize(
    ("field", "title"), [("../x", "Salt"), ("Field", "Salt"), ("", "Salt"), ("field", "12"), ("field", "…")]
)
def test_what_names_no_folder_or_no_subject_writes_nothing(tmp_path: Path, field: str, title: str) -> None:
    with pytest.raises(CorpusError, match="given"):
        write_skeleton(tmp_path, field, title, "condition", date(2026, 11, 26))
    assert list(tmp_path.rglob("*.md")) == []


def test_a_title_with_signs_is_read_as_it_was_given(tmp_path: Path) -> None:
    path = write_skeleton(tmp_path, "field", 'Salt: "low"  # loss', "condition", date(2026, 11, 26))
    assert read_head(path).front.title == 'Salt: "low" # loss'


def test_by_command_and_never_over_a_file(tmp_path: Path) -> None:
    command = ["corpus", "new", "drugs", "Lithium", "--drug", "--folder", str(tmp_path)]
    assert CliRunner().invoke(app, command).exit_code == 0
    path = tmp_path / "guidelines" / "drugs" / "lithium.md"
    assert "subject: drug" in path.read_text(encoding="utf-8")
    path.write_text("mine", encoding="utf-8")
    again = CliRunner().invoke(app, command)
    assert again.exit_code == 2 and "stands already" in again.stderr and path.read_text(encoding="utf-8") == "mine"
