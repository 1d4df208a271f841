"""Fields carry the names and marks by which assets/web/forms.js hears them."""

import contextlib
import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.said import MOST_UNITS, units_said
from app.views.forms import day_field, form, hidden_field, plain_units, say_button, tick, units_field
from app.words.language import LANGUAGES, use_language
from tests.app.components import of_kind, words


def attributes(component: object) -> dict[str, object]:
    """What a component hands to the scripts."""
    return {name: value for name, value in vars(component).items() if name.startswith("data-")}


@contextlib.contextmanager
def spoken(language: str) -> Iterator[None]:
    use_language(language)
    try:
        yield
    finally:
        use_language("en")


def test_a_form_says_to_which_store_it_speaks_and_of_what() -> None:
    assert attributes(form([], store="order-said", key="tea")) == {"data-form": "order-said", "data-key": "tea"}
    assert attributes(form([], store="count-said", enter="keep"))["data-enter"] == "keep"


def test_a_button_says_what_it_wants() -> None:
    assert attributes(say_button("Mark as sent", "send", kind="primary")) == {"data-say": "send"}


def test_units_have_a_name_for_screen_readers_and_steps_of_one_pack() -> None:
    field = units_field("units", "Quantity of Tea", value=24.0, pack_size=6.0)
    assert attributes(field) == {"data-step": "6"}
    (box,) = of_kind(field, "Input")
    assert (box.name, box.value) == ("units", "24")
    assert "Quantity of Tea" in words(field)
    assert [attributes(button)["data-steps"] for button in of_kind(field, "Button")] == ["-1", "1"]


def test_what_is_usual_stands_in_grey_where_nothing_is_typed() -> None:
    (box,) = of_kind(units_field("came", "Units that came", hint="14"), "Input")
    assert (box.value, box.placeholder) == ("", "14")


@given(st.floats(0, MOST_UNITS).map(lambda units: round(units, 3)), st.sampled_from(sorted(LANGUAGES)))
@example(1.125, "de")
def test_units_are_read_as_they_are_written(units: float, language: str) -> None:
    with spoken(language):
        assert units_said(plain_units(units)) == pytest.approx(units)


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("en", "7,840", 7840),
        ("en", "1,250.50", 1250.5),
        ("de", "7.840", 7840),
        ("en", "1 200", 1200),
        ("en", "12,5", 12.5),
    ],
)
def test_units_may_be_typed_as_the_page_shows_them(language: str, typed: str, read: float) -> None:
    with spoken(language):
        assert units_said(typed) == read


def test_days_are_written_as_browsers_write_them() -> None:
    (box,) = of_kind(day_field("day", "Came on", dt.date(2024, 3, 11), first=dt.date(2024, 3, 4)), "Input")
    assert (box.type, box.value, box.min) == ("date", "2024-03-11", "2024-03-04")


def test_what_nobody_sees_or_ticks_has_a_name_too() -> None:
    assert (hidden_field("seen", "abc").type, hidden_field("seen", "abc").value) == ("hidden", "abc")
    (box,) = of_kind(tick("rest", "The rest will not come", of="7"), "Checkbox")
    assert (box.name, box.value) == ("rest", False)
    assert box.id != of_kind(tick("rest", "The rest will not come", of="8"), "Checkbox")[0].id
