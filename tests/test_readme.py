"""The README and the documents beside it say what is true."""

import json
import re
from pathlib import Path

from assistant.assembly import Assistant
from assistant.records import Answer

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LONGEST = 150
"""Lines."""


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < LONGEST


def test_every_link_and_picture_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "corpus" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_command_of_the_readme_exists() -> None:
    from typer.main import get_command

    from assistant.cli import app

    known = set(get_command(app).commands)  # type: ignore[attr-defined]
    named = set(re.findall(r"`assistant ([a-z]+)", README))
    assert named <= known, named - known


def test_the_commands_to_start_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert f"\n{target}:" in makefile


def test_the_answer_of_the_readme_is_the_answer(assistant: Assistant) -> None:
    question = re.findall(r'assistant ask "([^"]+)"', README)[0]
    printed = re.search(r"<!-- answer:begin -->\n(.*?)\n<!-- answer:end -->", README, re.DOTALL)
    assert printed is not None
    shown = re.sub(r"^> ?", "", printed[1], flags=re.MULTILINE).replace("\n", " ").strip()
    assert shown == assistant.ask(question).bottom_line


def test_the_schema_of_the_answer_is_the_one_that_is_published() -> None:
    published = json.loads((ROOT / "docs" / "answer.schema.json").read_text(encoding="utf-8"))
    assert published == Answer.model_json_schema(by_alias=True), "run make schema"


def test_every_test_of_the_hazard_log_exists() -> None:
    log = (ROOT / "docs" / "hazard-log.md").read_text(encoding="utf-8")
    names = set(re.findall(r"`(tests/[\w/.]+)`", log)) | set(re.findall(r"`(evals/)`", log))
    assert names
    for name in names:
        assert (ROOT / name).exists(), name
    everything = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    for claim in re.findall(r"`(test_\w+)`", log):
        assert f"def {claim}(" in everything, claim
