"""The page in a real browser. After every test: nothing was asked of another host, and the console holds no error."""

import pytest
from conftest import Open, ask, served
from playwright.sync_api import Page, expect
from ward import WardAssistant

expect.set_options(timeout=30_000)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.filterwarnings("ignore::Warning:gradio.*"),
]
MAGNESIUM = "What is the oral dose of magnesium in mild deficiency?"
CLEARANCE = "Creatinine clearance, 67-year-old man, 72 kg, creatinine 1.8 mg/dL?"
EMERGENCY = "magnesium in torsades with arrest"
NASTY = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> [m](javascript:window.hacked=1) ![x](http://evil.test/magnesium)'
CONTRAST = """() => {
  const parse = (text) => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return { rgb: [r, g, b], a }; };
  const light = ({ rgb }) => { const [r, g, b] = rgb.map((v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = (node) => { for (let n = node; n; n = n.parentElement) { const c = parse(getComputedStyle(n).backgroundColor); if (c.a > .99) return c; }
    return { rgb: [255, 255, 255], a: 1 }; };
  const faint = [];
  for (const node of document.querySelectorAll(".gradio-container *")) {
    const text = [...node.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join("");
    if (!text || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || node.closest("#carrier")) continue;
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(ground(node))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${node.className}: ${text.slice(0, 40)}`);
  }
  return faint;
}"""


def test_a_marker_opens_the_cited_passage_with_its_figure_marked(open_page: Open) -> None:
    page = open_page()
    ask(page, MAGNESIUM)
    page.locator(".bottom-line a.cite").first.click()
    passage = page.locator("#evidence .passage.here")
    expect(passage).to_be_in_viewport()
    expect(passage.locator(".fig.quoted").first).to_have_text("10 to 20 mmol")
    expect(page.locator("#evidence .evidence.open .n")).to_have_text("[1]")


def test_origins_are_told_apart_by_line_as_well_as_by_colour(open_page: Open) -> None:
    page = open_page()
    ask(page, CLEARANCE)
    ask(page, MAGNESIUM)
    styles = {
        wear: page.locator(f"{where} .fig.{wear}").first.evaluate(
            "node => { const s = getComputedStyle(node); return [s.borderBottomStyle, parseFloat(s.borderBottomWidth) > 1]; }"
        )
        for wear, where in (
            ("quoted", ".bottom-line"),
            ("computed", ".calc"),
            ("yours", ".calc"),
            ("declared", "#legend"),
        )
    }
    assert styles == {
        "quoted": ["solid", True],
        "computed": ["double", True],
        "yours": ["dotted", True],
        "declared": ["dashed", True],
    }


def test_a_calculation_is_a_card_with_its_working(open_page: Open) -> None:
    page = open_page()
    ask(page, CLEARANCE)
    expect(page.locator(".calc .result .fig.computed")).to_have_text("41 mL/min")
    expect(page.locator(".calc .working")).to_contain_text("40.56 mL/min = 41 mL/min")
    expect(page.locator(".understood .chip")).to_have_count(4)


def test_the_form_of_what_is_missing_completes_the_calculation(open_page: Open) -> None:
    page = open_page()
    ask(page, "Creatinine clearance?")
    form = page.locator("form.inputs")
    form.get_by_label("age").fill("67")
    form.get_by_label("actual body weight", exact=True).fill("72")
    form.get_by_role("button").click()
    expect(form).to_be_visible()
    form.get_by_label("Unit of actual body weight").select_option("kg")
    form.get_by_label("sex").select_option("male")
    form.get_by_label("serum creatinine", exact=True).fill("1.8 mg/dL")
    form.get_by_role("button").click()
    expect(page.locator(".calc .result")).to_have_text("41 mL/min")
    expect(page.locator(".calc")).to_contain_text("from the form")
    expect(page.locator(".asked p").last).to_have_text("Age 67 years, weight 72 kg, sex male, creatinine 1.8 mg/dL")


def test_inputs_can_be_changed(open_page: Open) -> None:
    page = open_page()
    ask(page, CLEARANCE)
    page.get_by_role("button", name="Change inputs").click()
    form = page.locator(".calc form")
    expect(form.get_by_label("age")).to_have_value("67 years")
    expect(form.get_by_label("sex")).to_have_value("male")
    form.get_by_label("actual body weight").fill("90 kg")
    page.get_by_role("button", name="Calculate again").click()
    expect(page.locator(".calc .result").last).to_have_text("51 mL/min")


def test_an_example_and_a_follow_up_are_asked_by_a_click(open_page: Open, ward: WardAssistant) -> None:
    page = open_page()
    page.get_by_text("Nurse").click()
    page.locator(".examples .ask-on").first.click()
    page.locator("article.answer").wait_for()
    page.locator("article .ask-on").first.click()
    page.locator("article.answer").nth(1).wait_for()
    assert ward.asked[-2:] == [(MAGNESIUM, "nurse", {}), ("What should be monitored?", "nurse", {})]
    expect(page.locator("#welcome")).to_be_hidden()


@pytest.mark.parametrize(
    "question", [NASTY, f"{NASTY} magnesium", "$x$ **magnesium** `a` <details open ontoggle=window.hacked=1>"]
)
def test_what_is_typed_is_shown_and_does_nothing(open_page: Open, question: str) -> None:
    page = open_page()
    ask(page, question)
    assert page.locator(".asked p").inner_text() == question
    assert page.evaluate("window.hacked") is None
    assert page.locator("#chat img, #chat script, .asked a, .asked strong").count() == 0


@pytest.mark.parametrize(
    ("question", "said"), [("a" * 10_000, "too long"), ("\x07\x1b", "empty"), ("explode", "could not be answered")]
)
def test_a_question_that_cannot_be_answered_is_told_why(open_page: Open, question: str, said: str) -> None:
    page = open_page()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    expect(page.locator(".trouble")).to_contain_text(said)
    ask(page, MAGNESIUM)


def test_nothing_of_a_prompt_stays_in_the_browser(open_page: Open) -> None:
    page = open_page()
    ask(page, f"{MAGNESIUM} Mrs Doe")
    kept = page.evaluate(
        "async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, await indexedDB.databases()])"
    )
    assert "agnesium" not in kept and "Doe" not in kept and "con-" not in kept


def test_a_reload_reopens_the_conversation_of_the_address(open_page: Open) -> None:
    page = open_page()
    ask(page, MAGNESIUM)
    ask(page, CLEARANCE)
    page.wait_for_url("**/#conversation=con-*")
    page.reload()
    expect(page.locator("article.answer")).to_have_count(2)
    expect(page.locator("#evidence .cards > .evidence").first).to_be_visible()


def test_a_new_patient_clears_the_page_the_address_and_what_was_known(open_page: Open, ward: WardAssistant) -> None:
    page = open_page()
    ask(page, MAGNESIUM)
    page.wait_for_url("**/#conversation=con-*")
    before = page.url
    page.get_by_role("button", name="New patient").click()
    expect(page.locator("article.answer")).to_have_count(0)
    expect(page.locator("#evidence .cards")).to_have_text("The passages behind an answer stand here.")
    assert "#" not in page.url
    ask(page, MAGNESIUM)
    page.wait_for_url("**/#conversation=con-*")
    assert page.url != before and page.locator("article.answer").count() == 1


def test_the_keyboard_opens_evidence_and_escape_closes_it_where_one_was(open_page: Open) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    ask(page, MAGNESIUM)
    marker = page.locator(".bottom-line a.cite").first
    marker.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#evidence")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_hidden()
    expect(marker).to_be_focused()


@pytest.mark.parametrize(
    "question", [MAGNESIUM, CLEARANCE, EMERGENCY, "Creatinine clearance?", "sourdough " + "x" * 300]
)
def test_a_phone_needs_no_sideways_scroll(open_page: Open, question: str) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    ask(page, question)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = "[...document.querySelectorAll('#chat *')].filter((n) => n.getBoundingClientRect().right > 391).length"
    assert page.evaluate(wide) == 0


def test_what_has_to_be_done_fits_the_first_screen_of_a_phone(open_page: Open) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    ask(page, EMERGENCY)
    expect(page.locator(".banner")).to_be_in_viewport(ratio=1)
    expect(page.locator(".bottom-line")).to_be_in_viewport(ratio=1)
    dock = page.locator("#dock").bounding_box()
    line = page.locator(".bottom-line").bounding_box()
    assert dock and line and line["y"] + line["height"] <= dock["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_text_is_faint(open_page: Open, scheme: str, width: int) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    assert page.evaluate(CONTRAST) == []
    for question in (CLEARANCE, EMERGENCY, MAGNESIUM, "Creatinine clearance?", "sourdough"):
        ask(page, question)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    page.locator(".bottom-line a.cite").first.click()
    assert page.evaluate(CONTRAST) == []


def named(page: Page) -> list[str]:
    """Controls that a screen reader could not name."""
    nameless: list[str] = page.evaluate(
        "[...document.querySelectorAll('button, a[href], input, select, textarea')].filter((n) => n.checkVisibility() && !n.closest('#carrier') && "
        "!(n.innerText || n.ariaLabel || n.labels?.length || n.title)).map((n) => n.outerHTML.slice(0, 120))"
    )
    return nameless


def test_every_control_has_a_name(open_page: Open) -> None:
    page = open_page()
    ask(page, "Creatinine clearance?")
    assert named(page) == []
    assert page.locator("h1").count() == 1


def test_a_question_asked_while_warming_waits_and_is_answered(open_page: Open) -> None:
    cold = WardAssistant(warm=False)
    with served(cold) as where:
        page = open_page(where)
        page.fill("#question textarea", MAGNESIUM)
        page.press("#question textarea", "Enter")
        expect(page.locator(".working-on")).to_have_text("Warming up…")
        cold.warm()
        page.locator("article.answer").wait_for()


def test_what_is_typed_while_an_answer_grows_stays_and_is_asked_next(open_page: Open) -> None:
    cold = WardAssistant(warm=False)
    with served(cold) as where:
        page = open_page(where)
        box = page.locator("#question textarea")
        box.fill(MAGNESIUM)
        box.press("Enter")
        expect(page.locator(".working-on")).to_have_text("Warming up…")
        expect(box).to_have_value("")
        box.fill(EMERGENCY)
        box.press("Enter")
        cold.warm()
        expect(page.locator("article.answer")).to_have_count(2)
        expect(page.locator("article.answer .banner")).to_have_count(1)
        expect(box).to_have_value("")


def test_storage_that_the_browser_denies_does_not_stop_the_page(open_page: Open, address: str) -> None:
    page = open_page()
    page.context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
        "{ configurable: true, get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    page.goto("about:blank")
    page.goto(address)
    ask(page, MAGNESIUM)


def test_what_was_understood_is_corrected_where_it_stands_and_asked_again(open_page: Open) -> None:
    page = open_page()
    ask(page, CLEARANCE)
    expect(page.locator(".calc .result .fig.computed")).to_have_text("41 mL/min")
    chip = page.locator(".understood .chip.correct.fact-weight")
    chip.click()
    box = page.get_by_label("weight, corrected")
    expect(box).to_be_focused()
    box.press("Escape")
    expect(chip).to_be_visible()
    chip.click()
    box.fill("144 kg")
    box.press("Enter")
    expect(page.locator(".asked").last).to_contain_text("Weight 144 kg")
    expect(page.locator(".asked").last.locator(".chip.fact-weight")).to_have_text("weight 144 kg")
