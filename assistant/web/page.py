"""The chat page: the chat library carries the conversation, one static script of ours does the rest (docs/decisions/0003)."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.errors import PlumblineError
from assistant.settings import QUIET_ENVIRONMENT
from assistant.web.answer_html import render_examples, render_legend, render_trouble
from assistant.web.asked import AUDIENCES, Assistant
from assistant.web.turns import NOT_SET_UP, Carried, read_carried, recall, take

if TYPE_CHECKING:
    from gradio import Blocks

AT_ONCE = 16
"""Questions answered side by side; the chat library's own default is one."""
INTRODUCTION = (
    '<div class="introduction"><h2>Ask a clinical question</h2><p>Answers come from the guideline text that this hospital has indexed, '
    "with a source for every statement. Figures are quoted, calculated here, or your own.</p></div>"
)


def create_page(assistant: Assistant) -> "Blocks":
    """The page. Prompts stay out of the browser's storage: the environment is set before the library is loaded."""
    for name, value in QUIET_ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    import gradio as gr

    with gr.Blocks(title="Plumbline", analytics_enabled=False, fill_width=True) as page:
        conversation = gr.State(None)
        with gr.Row(elem_id="masthead"):
            gr.Markdown("# Plumbline", elem_id="name")
            gr.Markdown("Every figure is quoted, calculated or yours", elem_id="motto")
            gr.Markdown("[Calculators](calculators) · [Doses](regimens)", elem_id="registry-link")
            labels = [(name.capitalize(), name) for name in AUDIENCES]
            audience = gr.Radio(labels, value=AUDIENCES[0], label="Audience", elem_id="audience", container=False)
            fresh = gr.Button("New patient", elem_id="new-patient", size="sm")
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="talk"):
                chat = gr.Chatbot(
                    elem_id="chat", show_label=False, label="Conversation", container=False, height=None, buttons=[],
                    latex_delimiters=[], autoscroll=False, layout="bubble", line_breaks=False, group_consecutive_messages=False,
                )  # fmt: skip
                examples = gr.Markdown(INTRODUCTION, elem_id="welcome")
                with gr.Column(elem_id="dock"):
                    with gr.Row(elem_id="composer"):
                        question = gr.Textbox(
                            elem_id="question", label="Question", show_label=False, container=False, lines=1, max_lines=8,
                            placeholder="Ask, or ask on", autofocus=True, scale=1,
                        )  # fmt: skip
                        ask = gr.Button("Ask", elem_id="ask", variant="primary", scale=0, min_width=80)
                    gr.Markdown(render_legend(), elem_id="legend")
            with gr.Column(elem_id="evidence"):
                gr.Markdown("## Evidence", elem_id="evidence-title")
                gr.Markdown(
                    '<div class="cards"><p class="hint">The passages behind an answer stand here.</p></div>',
                    elem_id="evidence-cards",
                )
        carrier = gr.Textbox(elem_id="carrier", label="Hand-over", container=False, show_label=False)

        def on_question(text: str, whom: str, kept: str | None) -> Iterator[tuple[Any, ...]]:
            if not text.strip():
                yield gr.skip(), gr.skip(), gr.skip()
                return
            taken = take(assistant, Carried.model_construct(question=text, conversation=kept), whom)
            yield from _empty_the_box_once(taken, gr.skip())

        def on_carried(text: str, whom: str, kept: str | None) -> Iterator[tuple[Any, ...]]:
            carried = read_carried(text)
            if carried.question:
                asked = carried.model_copy(update={"conversation": kept})
                yield from _empty_the_box_once(take(assistant, asked, whom), gr.skip())
            elif carried.conversation:
                messages = recall(assistant, carried.conversation)
                yield messages, carried.conversation if messages else None, ""
            else:
                yield gr.skip(), gr.skip(), gr.skip()

        def on_load() -> str:
            try:
                return INTRODUCTION + render_examples(assistant.examples()[:6])
            except PlumblineError:
                return INTRODUCTION + render_trouble(NOT_SET_UP)

        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        shown = [chat, conversation]
        asked = [
            gr.on([question.submit, ask.click], on_question, [question, audience, conversation], [*shown, question],
                  concurrency_limit=AT_ONCE, trigger_mode="always_last", **quiet),
            carrier.submit(on_carried, [carrier, audience, conversation], [*shown, carrier], concurrency_limit=AT_ONCE, **quiet),
        ]  # fmt: skip
        fresh.click(lambda: ([], None, ""), None, [*shown, question], cancels=asked, **quiet)
        page.load(on_load, None, examples, concurrency_limit=AT_ONCE, **quiet)
    return page


def _empty_the_box_once(taken: Iterator[tuple[Any, ...]], left_alone: Any) -> Iterator[tuple[Any, ...]]:
    """A turn as it goes on. The box is emptied as it begins: what is typed while an answer still grows stays, and is asked next."""
    box: Any = ""
    for messages, named in taken:
        yield messages, named, box
        box = left_alone
