"""What is typed into a grid is kept, or explained by what was typed, where, and what would do."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk import Desk
from app.views.edits import bad_value_sentence, edit_cell, number_shown, plain_value, two_ways_text
from app.views.tables import EDITABLE
from app.words.language import LANGUAGES, use_language
from data.problems import Problem
from data.products import read_shop_products
from data.shop import revision
from data.value_rules import BadValue
from tests.app.components import words

DAY = dt.date(2024, 3, 11)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("on_hand", "12", 12),
        ("on_hand", " 12,5 ", 12.5),
        ("on_order", 6, 6),
        ("lead_time_days", "4.5", 4.5),
        ("unit_cost", "0,80", 0.8),
        ("on_hand", "9,520", 9520),  # as the grid shows it
        ("supplier", "1,250 Teas", "1,250 Teas"),
        ("supplier", "7,11", "7,11"),
        ("supplier", " Leaf & Co ", "Leaf & Co"),
        ("active", False, False),
    ],
)
def test_a_good_value_is_kept_without_a_word(small_desk: Desk, field: str, typed: object, kept: object) -> None:
    assert edit_cell(small_desk.shop, "tea", field, typed, day=DAY) == []
    assert read_shop_products(small_desk.shop).loc["tea", field] == kept


def test_a_count_is_of_the_day_of_the_plan(small_desk: Desk) -> None:
    edit_cell(small_desk.shop, "tea", "on_hand", "3", day=DAY)
    assert read_shop_products(small_desk.shop).loc["tea", "counted_on"].date() == DAY


@pytest.mark.parametrize("field", sorted(set(EDITABLE) - {"active"}))
def test_an_emptied_cell_is_not_known_any_more(small_desk: Desk, field: str) -> None:
    shop = small_desk.shop
    edit_cell(shop, "tea", field, "3", day=DAY)
    assert edit_cell(shop, "tea", field, " ", day=DAY) == []
    assert read_shop_products(shop)[field].isna()["tea"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("lead_time_days", "-3", "Lead time of tea: “-3” was not kept. It must be a number from 0 to 365."),
        ("pack_size", "0", "Pack size of tea: “0” was not kept. It must be a number above 0."),
        ("on_hand", "a dozen", "On hand of tea: “a dozen” was not kept. It must be a number."),
        ("unit_cost", "1.234,50", "Unit cost of tea: “1.234,50” was not kept. It must be a number from 0."),
        ("on_hand", "nan", "On hand of tea: “nan” was not kept. It must be a number."),
    ],
)
def test_a_bad_value_is_explained_and_changes_nothing(small_desk: Desk, field: str, typed: str, said: str) -> None:
    before = revision(small_desk.shop)
    told = edit_cell(small_desk.shop, "tea", field, typed, day=DAY)
    assert (words(told), told.role) == (said, "alert")
    assert revision(small_desk.shop) == before


def test_a_product_that_is_gone_is_explained(small_desk: Desk) -> None:
    assert "“gone”" in words(edit_cell(small_desk.shop, "gone", "on_hand", "3", day=DAY))


def test_an_empty_cell_is_named_as_such() -> None:
    problem = Problem("bad_value", {"field": "order_cost", "rule": "a number from 0", "found": None})
    assert bad_value_sentence(BadValue(problem)) == (
        "Cost of placing an order: an empty cell was not kept. It must be a number from 0."
    )


def test_all_problems_are_told_at_once() -> None:
    first = Problem("bad_value", {"field": "moq", "rule": "a number from 0", "found": "-1", "sku": "tea"})
    second = Problem("bad_value", {"field": "order_cost", "rule": "a number from 0", "found": "x", "supplier": "Leaf"})
    assert bad_value_sentence(BadValue(first, second)) == (
        "Minimum quantity of tea: “-1” was not kept. It must be a number from 0. "
        "Cost of placing an order of Leaf: “x” was not kept. It must be a number from 0."
    )


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("-12,5", "-12.5"),
        ("1,234.50", "1234.50"),
        ("-1,000,000", "-1000000"),
        ("0,250", "0.250"),
        ("+3", "+3"),
        ("1,2,3", "1,2,3"),
        ("2.5 kg", "2.5 kg"),
        ("-", "-"),
        (3.5, 3.5),
        (True, True),
    ],
)
def test_only_what_is_a_number_is_read_as_one(typed: object, value: object) -> None:
    assert plain_value(typed) == value


def test_a_thousand_to_some_and_one_to_others_is_asked_about_and_not_kept(small_desk: Desk) -> None:
    said = words(edit_cell(small_desk.shop, "tea", "on_hand", "1.000", day=dt.date(2024, 3, 11)))
    assert said == "“1.000” can be read as 1000 or as 1. Type it without “.”."
    assert read_shop_products(small_desk.shop).loc["tea", "on_hand"] != 1.0


@given(
    st.one_of(st.floats(0, 1e9, allow_subnormal=False), st.integers(0, 10**9).map(lambda number: number / 1000)),
    st.sampled_from(LANGUAGES),
)
def test_a_number_that_stands_in_a_field_is_read_as_it_is_in_every_language(number: float, language: str) -> None:
    use_language(language)
    try:
        shown = number_shown(number)
        assert two_ways_text(shown) == ""
        assert float(str(plain_value(shown))) == number
    finally:
        use_language("en")
