"""Calls that were overtaken are not worked on."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from dash.exceptions import PreventUpdate

from app.overtaking import Turns, newest

PATIENCE_SECONDS = 20


def outcome(call: Any) -> Any:
    try:
        return call.result(PATIENCE_SECONDS)
    except PreventUpdate:
        return "overtaken"


def answers(visits: list[str]) -> list[Any]:
    """What calls of these visits are answered, all of them made while the first is worked on."""
    turns, began, let_go = Turns(), threading.Event(), threading.Event()

    def work(number: int) -> int:
        began.set()
        assert let_go.wait(PATIENCE_SECONDS)
        return number

    with ThreadPoolExecutor(len(visits)) as threads:
        calls = []
        for number, visit in enumerate(visits):
            calls.append(threads.submit(turns.answer, visit, partial(work, number)))
            assert began.wait(PATIENCE_SECONDS)
            _until_it_waits(turns, visit, visits[: number + 1].count(visit))
        let_go.set()
        return [outcome(call) for call in calls]


def _until_it_waits(turns: Turns, visit: str, number: int) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while turns._numbers.get(visit) != number:
        assert time.monotonic() < end, "the call never came"
        time.sleep(0.01)


def test_only_the_newest_of_those_that_wait_is_worked_on() -> None:
    assert answers(["here"] * 5) == [0, "overtaken", "overtaken", "overtaken", 4]


def test_another_visit_overtakes_nobody() -> None:
    assert answers(["here", "there", "here"]) == [0, 1, 2]


def test_a_call_alone_is_answered() -> None:
    assert newest(lambda value: value + 1)(None, 2) == 3


def test_an_error_lets_the_next_call_in() -> None:
    def fails(value: int) -> float:
        return 1 / value

    handler = newest(fails)
    with pytest.raises(ZeroDivisionError):
        handler("here", 0)
    assert handler("here", 2) == 0.5
