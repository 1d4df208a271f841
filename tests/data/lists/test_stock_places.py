import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.choices import NO_CHOICES, ReadingChoices
from data.lists.stock_places import location_question, stock_places, summed
from data.tills import PLAIN_LIST


def places(*headers: str) -> list[str]:
    return list(stock_places(headers, PLAIN_LIST, NO_CHOICES).columns)


@pytest.mark.parametrize(
    "headers",
    [
        ("SKU", "Stock (Berlin)", "Stock (Hamburg)"),
        ("SKU", "On hand - Berlin", "On hand - Hamburg"),
        ("SKU", "Bestand: Berlin", "Bestand: Hamburg"),
        ("SKU", "Qty [Berlin]", "Qty [Hamburg]"),
        ("SKU", "Stock Berlin", "Stock Hamburg"),
        ("SKU", "Berlin stock", "Hamburg stock"),
        ("SKU", "Lagerbestand_Berlin", "Lagerbestand_Hamburg"),
    ],
)
def test_a_column_of_stock_per_place_is_known_in_a_plain_list(headers: tuple[str, ...]) -> None:
    assert places(*headers) == ["Berlin", "Hamburg"]


@pytest.mark.parametrize(
    "headers",
    [
        ("SKU", "Stock"),
        ("SKU", "Stock (Berlin)"),
        ("SKU", "Stock", "Stock value", "Stock alert"),
        ("SKU", "On hand (current)", "On hand (new)"),
        ("SKU", "Price (Berlin)", "Price (Hamburg)"),
        ("SKU", "Stock", "Stock min", "Stock max", "Stock code", "Low stock level"),
        ("SKU", "Stock (cases)", "Stock (units)"),
    ],
)
def test_other_headers_name_no_places(headers: tuple[str, ...]) -> None:
    assert places(*headers) == []


def test_the_place_that_was_chosen_is_counted_and_an_unknown_one_is_not_heard() -> None:
    headers = ("SKU", "Stock (Berlin)", "Stock (Hamburg)")
    chosen = stock_places(headers, PLAIN_LIST, ReadingChoices({"location": "Hamburg"}))
    assert chosen.counted == ["Hamburg"]
    unknown = stock_places(headers, PLAIN_LIST, ReadingChoices({"location": "Paris"}))
    assert unknown.counted == ["Berlin", "Hamburg"]


@given(st.lists(st.tuples(*[st.one_of(st.none(), st.integers(-1000, 1000))] * 3), min_size=1))
def test_a_sum_is_known_where_any_part_is_and_the_order_of_places_does_not_matter(
    rows: list[tuple[float | None, ...]],
) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)]
    found = summed(columns)
    assert found == summed(columns[::-1])
    assert [value is None for value in found] == [all(part is None for part in row) for row in rows]


def test_one_place_beside_a_stock_without_a_place_is_asked_about() -> None:
    headers = ("SKU", "Stock", "Warehouse stock")
    found = stock_places(headers, PLAIN_LIST, NO_CHOICES)
    assert (found.counted, [question.code for question in location_question(found)]) == (
        ["Stock", "Warehouse"],
        ["location"],
    )
    chosen = stock_places(headers, PLAIN_LIST, ReadingChoices({"location": "Stock"}))
    assert (chosen.counted, location_question(chosen)) == (["Stock"], ())
