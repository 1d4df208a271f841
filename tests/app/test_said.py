"""Words of a form: answered one after the other, each answer noted for the page."""

import json
from typing import Any

import pytest
from dash import Dash, html

from app.said import Change, Said, answered_id, hearing, on_said, said_of
from tests.app.components import with_id


def answers(desk: str, said: Said) -> list[Change]:
    return [Change({"type": "line", "sku": said.key}, "children", f"{desk} heard {said.action}")]


def ask(data: object) -> dict[str, Any]:
    """What a page is told to show anew after `data` was said."""
    app = Dash("forms")
    app.layout = html.Div(hearing("order-said"))
    on_said(app, "order-said", answers, "the desk")
    client = app.server.test_client()
    (callback,) = client.get("/_dash-dependencies").json
    body = {
        "output": callback["output"],
        "outputs": [],
        "inputs": [{"id": "order-said", "property": "data", "value": data}],
        "changedPropIds": ["order-said.data"],
    }
    found = client.post("/_dash-update-component", json=body)
    return json.loads(found.data or b"{}").get("sideUpdate", {})


def test_an_answer_changes_what_it_is_about_and_notes_which_word_was_answered() -> None:
    shown = ask({"key": "tea", "action": "units", "values": {}, "at": 17})
    assert shown['{"sku":"tea","type":"line"}'] == {"children": "the desk heard units"}
    assert shown[answered_id("order-said")] == {"children": "17"}


@pytest.mark.parametrize(
    "data", [None, "tea", {"key": "tea", "action": 3, "values": {}}, {"key": "tea", "action": "x"}]
)
def test_what_is_no_word_changes_nothing(data: object) -> None:
    assert said_of(data) is None
    assert ask(data) == {}


def test_a_page_that_hears_has_a_place_for_words_and_one_for_answers() -> None:
    page = hearing("order-said")
    assert type(with_id(page, "order-said")).__name__ == "Store"
    assert with_id(page, answered_id("order-said")).className == "sw-hidden"
