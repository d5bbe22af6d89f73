"""An answer as HTML: every figure wears its origin, and nothing that a text holds does anything."""

import re
from html.parser import HTMLParser
from typing import Any

from ward import WardAssistant, magnesium, make_answer

from assistant.records import Banner, Calculation, CalculationInput, Fact, Part, Result, TierChoice
from assistant.web.answer_html import render_answer, render_question, render_trouble
from assistant.web.cards import render_calculation
from assistant.web.marking import Mark, mark, mark_all

NASTY = '<img src=x onerror="alert(1)"><script>alert(1)</script>\n\n# [x](javascript:alert(1)) ![y](http://evil.test/z)'


TAGS = {
    *[
        "article",
        "div",
        "section",
        "p",
        "a",
        "span",
        "small",
        "b",
        "br",
        "details",
        "summary",
        "ol",
        "ul",
        "li",
        "h3",
        "h4",
        "button",
    ],
    *["table", "thead", "tbody", "tr", "th", "td"],
}


class Parts(HTMLParser):
    """The tags and attributes of an HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


def parts_of(html: str) -> tuple[set[str], set[str]]:
    parts = Parts()
    parts.feed(html)
    return parts.tags, parts.attributes


def ask(question: str) -> Any:
    return WardAssistant().ask(question)


def worn(html: str, wear: str) -> list[str]:
    """The figures that wear an origin."""
    return re.findall(rf'<span class="fig {wear}">([^<]*)</span>', html)


def test_a_quoted_figure_is_marked_in_the_answer_and_in_its_passage() -> None:
    html = render_answer(ask("Oral dose of magnesium?"))
    line, passage = html.split("</p>")[1], html.split('class="passage"')[1]
    assert worn(line, "quoted") == worn(passage, "quoted") != []


def test_every_figure_of_the_markdown_is_worn_by_the_page() -> None:
    for question in ("Oral dose of magnesium?", "Clearance, 67-year man", "magnesium arrest"):
        answer = ask(question)
        shown = render_answer(answer)
        for figure in answer.figures:
            assert f">{figure.text}</span>" in shown


def test_a_calculation_shows_inputs_as_yours_and_the_result_as_computed() -> None:
    html = render_answer(ask("Creatinine clearance, 67-year-old man, 72 kg, creatinine 1.8 mg/dL?"))
    card = html.split('<section class="calc"')[1].split("</section>")[0]
    assert worn(card, "computed") == ["41 mL/min"]
    assert worn(card, "yours") == ["67 years", "72 kg", "male", "1.8 mg/dL"]
    assert "40.56" in card and "from your question" in card


def test_a_regimen_tells_its_own_bounds_from_the_person_s_figures_and_from_what_it_worked_out() -> None:
    answer = ask("Oral dose of magnesium?")
    done = Calculation(
        calculator="r", kind="regimen", title="R", inputs={"age": CalculationInput(value=5, unit="years", text="5 years", origin="question")},
        result=Result(value=4, unit="mL", text="4 mL"), parts=(Part(label="dose", text="2 g", volume="4 mL of injection 500 mg/mL", interval="10 to 20 mmol daily"),),
        tier=TierChoice(chosen="child", why="age 5 years: from 3 to under 6 years"),
    )  # fmt: skip
    card = render_calculation(answer.model_copy(update={"calculations": (done,)}), done)
    assert worn(card, "computed") == ["4 mL", "2 g", "4 mL"]
    assert worn(card, "yours") == ["5 years", "5 years"]
    assert worn(card, "quoted") == ["10 to 20 mmol", "daily"]
    assert worn(card, "declared")[0] == "500 mg/mL" and "under 6 years" in worn(card, "declared")


def test_each_marker_leads_to_an_id_of_the_same_answer() -> None:
    html = render_answer(ask("Oral dose of magnesium?"))
    targets = set(re.findall(r'class="cite" href="#([^"]+)"', html))
    assert targets and targets <= set(re.findall(r'id="([^"]+)"', html))


def test_ids_of_two_answers_never_meet() -> None:
    first, second = (set(re.findall(r'id="([^"]+)"', render_answer(ask("magnesium?")))) for _ in range(2))
    assert first.isdisjoint(second)


def test_a_banner_comes_before_all_else_and_our_own_words_wear_no_origin() -> None:
    html = render_answer(ask("magnesium arrest"))
    assert html.index('class="banner"') < html.index('class="badge') < html.index('class="bottom-line"')
    assert "fig" not in html.split('class="banner"')[1].split("</div>")[0]


def test_what_is_asked_beside_an_answer_is_folded_and_what_a_calculation_lacks_is_open() -> None:
    assert re.search(r'<details class="asks" id="[^"]+"><summary>', render_answer(ask("magnesium arrest")))
    assert re.search(r'<details class="asks" id="[^"]+" open><summary>', render_answer(ask("Creatinine clearance?")))


def test_the_html_is_one_line_for_a_blank_line_would_wake_markdown() -> None:
    answer = make_answer(NASTY, "c", magnesium(NASTY)).model_copy(update={"notices": (NASTY,), "follow_ups": (NASTY,)})
    for html in (render_answer(answer), render_question(NASTY), render_trouble(NASTY)):
        assert "\n" not in html and "<img" not in html and "<script" not in html


def test_no_field_of_an_answer_brings_in_html() -> None:
    answer = ask("magnesium arrest")
    citations = tuple(
        c.model_copy(
            update={
                "formatted": NASTY,
                "doi": '"><b onclick=x>',
                "passages": tuple(p.model_copy(update={"text": NASTY, "section": NASTY}) for p in c.passages),
            }
        )
        for c in answer.citations
    )
    statements = tuple(s.model_copy(update={"text": NASTY, "heading": NASTY}) for s in answer.statements)
    changed = {"banner": Banner(text=NASTY, ours=False), "bottom_line": NASTY, "disclaimer": NASTY, "id": '"><i>'}
    html = render_answer(answer.model_copy(update={"citations": citations, "statements": statements, **changed}))
    tags, attributes = parts_of(html)
    assert tags <= TAGS and attributes <= {"class", "id", "href", "title", "open", "target", "rel"}


def test_a_link_that_is_no_web_address_is_no_link() -> None:
    answer = ask("Oral dose of magnesium?")
    hostile = answer.citations[0].model_copy(update={"doi": None, "url": "javascript:alert(1)"})
    assert "javascript:" not in render_answer(answer.model_copy(update={"citations": (hostile,)}))


def test_marks_that_overlap_or_reach_outside_are_left_out() -> None:
    text = "give 2 g now"
    html = mark(text, [Mark(5, 8, "quoted"), Mark(7, 9, "quoted"), Mark(9, 99, "quoted"), Mark(3, 3, "quoted")])
    assert html == 'give <span class="fig quoted">2 g</span> now'
    assert worn(mark_all("at least 2 g", "declared"), "declared") == ["at least 2 g"]


def test_an_answered_item_bears_its_name_and_two_of_them_stay_two() -> None:
    said = [Fact(fact=name, text="yes", span=(0, 0), value="yes", origin="form") for name in ("fever", "purulence")]
    html = render_question("FeverPAIN", tuple(said))
    assert "fever yes" in html and "purulence yes" in html
