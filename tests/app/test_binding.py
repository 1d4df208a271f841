"""Handlers stay plain functions; Dash gets them with what they work on."""

import pytest
from dash.exceptions import PreventUpdate

from app.binding import bind, bind_job, clicked


def handler(*values: object) -> tuple[object, ...]:
    """Gives back what it was called with."""
    return values


def test_a_bound_handler_gets_its_first_value_first() -> None:
    assert bind(handler, "desk")(1, 2) == ("desk", 1, 2)


def test_a_bound_job_gets_its_first_value_before_dashs_progress() -> None:
    def progress(_values: tuple[object, ...]) -> None: ...

    assert bind_job(handler, "settings")(progress, 1) == ("settings", progress, 1)


def test_a_bound_handler_keeps_the_name_from_which_dash_makes_its_key() -> None:
    assert bind(handler, 1).__name__ == bind_job(handler, 1).__name__ == clicked(handler).__name__ == "handler"


@pytest.mark.parametrize("clicks", [None, 0])
def test_a_button_that_only_appeared_was_not_clicked(clicks: int | None) -> None:
    with pytest.raises(PreventUpdate):
        clicked(handler)(clicks, "value")


def test_a_click_is_passed_on() -> None:
    assert clicked(bind(handler, "desk"))(1, "value") == ("desk", 1, "value")
