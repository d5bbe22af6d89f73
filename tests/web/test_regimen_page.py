"""Every regimen has its page: a form, all its rows and their sources; what the second reader noted stays in the file."""

from html import unescape
from pathlib import Path

import pytest
from test_registry_page import seen

from assistant import references
from assistant.regimens import Regimen, load_all, render
from assistant.web.regimen_page import render_regimen, render_regimens

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
WORKS = references.load(CORPUS / "references.json")
HELD = load_all(CORPUS / "regimens", WORKS)[0]


def test_the_list_names_and_links_every_regimen() -> None:
    page = render_regimens(HELD)
    for regimen in HELD:
        assert f'href="regimens/{regimen.name}"' in page and regimen.title in unescape(page)


@pytest.mark.parametrize("regimen", HELD, ids=lambda regimen: regimen.name)
def test_a_page_holds_the_form_the_rows_and_the_sources_and_no_figure_of_a_remark(regimen: Regimen) -> None:
    html = render_regimen(regimen, {}, None, WORKS)
    text = seen(html)
    assert all(f'name="{item.name}"' in html for item in regimen.inputs)
    for passage in render(regimen).passages:
        assert " ".join(passage.text.split()) in text
        assert all(" ".join(WORKS[key].formatted.split()) in text for key in passage.citations)
    again = regimen.sheet.second_reading
    assert again and f"Read again by {again.by} on {again.day.isoformat()}." in text
    assert again.found not in text


def test_what_is_sent_is_worked_out_or_told_in_one_line() -> None:
    (regimen,) = (one for one in HELD if one.name == "alteplase_iv")
    given = {"population": "adult", "weight": "120 kg"}
    assert "9 mg" in seen(render_regimen(regimen, given, "uk", WORKS)).split("What the sources give")[0]
    wrong = render_regimen(regimen, given | {"weight": "heavy"}, "uk", WORKS)
    assert 'role="alert"' in wrong and "weight" in seen(wrong)
