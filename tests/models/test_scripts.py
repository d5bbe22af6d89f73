"""Scripted models read the prompt that the composer sends; good ones quote it, and no hostile one is faithful by chance."""

import json

import pytest
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from assistant.composers.chat import Brief, messages_of
from models.hostile import HOSTILE, SHAPES
from models.scripted_server import ScriptedServer
from models.scripts import Seen, call, draft, extract, extract_in_a_fence, extract_in_lines, in_lines, play

BRIEF = Brief(
    question="How much magnesium at [[weight-a]]?\nKNOWN: weight: [[weight-a]]",
    earlier="",
    passages={"passage-a": "p", "passage-b": "q"},
    texts={
        "passage-a": "(adult; Magnesium (sulfate) [[name-a]], Dose) Give [[dose-a]] over [[duration-a]].",
        "passage-b": "(child; Magnesium, Dose) Do not give more than [[dose-b]].\nNot below [[level-a]].",
    },
    results=["[[result-a]] Creatinine clearance"],
    cards=["creatinine_clearance: Creatinine clearance. Takes weight (weight)."],
)


def seen_over_the_wire() -> Seen:
    with ScriptedServer("read") as server:
        client(server).invoke(messages_of(BRIEF))
        return Seen.of(server.requests[0])


def client(server: ScriptedServer) -> ChatOpenAI:
    return ChatOpenAI(model="scripted", base_url=server.url, api_key=SecretStr("none"), timeout=5, max_retries=0)


def test_a_script_reads_the_prompt_that_the_composer_sends() -> None:
    seen = seen_over_the_wire()
    assert seen.passages == ["passage-a", "passage-b"]
    assert set(seen.handles) == {"weight-a", "name-a", "dose-a", "duration-a", "dose-b", "level-a", "result-a"}
    assert set(seen.own) == {"weight-a"}
    assert seen.words("passage-a") == "Give [[dose-a]] over [[duration-a]]."
    assert seen.figures("passage-b") == ["dose-b", "level-a"]
    assert seen.part("CALCULATORS").startswith("creatinine_clearance:")


def test_a_good_model_quotes_each_passage_with_its_own_citation() -> None:
    seen = seen_over_the_wire()
    found = json.loads(extract(seen))["statements"]
    assert [(s["role"], s["cites"]) for s in found] == [("bottom_line", ["passage-a"]), ("approach", ["passage-b"])]
    lines = extract_in_lines(seen).splitlines()
    assert [json.loads(line) for line in lines] == found
    assert extract_in_a_fence(seen).splitlines()[1:-1] == lines


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_model_is_never_faithful_and_goes_over_the_wire(name: str) -> None:
    script = HOSTILE[name]
    with ScriptedServer(play(script)) as server:
        said = "".join(str(chunk.content) for chunk in client(server).stream(messages_of(BRIEF)))
        seen = Seen.of(server.requests[0])
    assert said == script(seen)
    assert said not in (extract(seen), extract_in_lines(seen))


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.removeprefix("writes ") not in SHAPES])
def test_a_hostile_model_finds_something_to_spoil_in_any_prompt(name: str) -> None:
    bare = Seen.read("QUESTION\nWhat?\n\nPASSAGES\n[[passage-a]] (adult; Title, Section) It is kept dry.")
    assert HOSTILE[name](bare) != extract(bare)


def test_a_call_comes_before_what_is_said_with_its_result() -> None:
    seen = seen_over_the_wire()
    script = call("creatinine_clearance", {"weight": f"[[{seen.own[0]}]]"}, text="It is [[result-x]].")
    first, second, *_ = [json.loads(line) for line in in_lines(script(seen)).splitlines()]
    assert first == {"call": "creatinine_clearance", "inputs": {"weight": "[[weight-a]]"}, "result": "result-x"}
    assert second == {"role": "bottom_line", "text": "It is [[result-x]].", "cites": ["passage-a"]}
    assert json.loads(draft([])) == {"statements": [], "calls": []}
