"""The list shows what the owner chose, in the order she chose."""

import numpy as np
import pandas as pd
import pytest

from app.insights.finding import findable
from app.insights.product_filter import ORDERS, ProductFilter, chosen, filter_of

ROWS = pd.DataFrame(
    {
        "sku": ["a", "b", "c", "d"],
        "name": ["Zest", "apple", "Bread", "Cake"],
        "supplier": ["Mill", "Farm", "Mill", ""],
        "category": ["", "Fruit", "", ""],
        "abc": ["A", "A", "B", "C"],
        "xyz": ["X", "Z", "X", "Z"],
        "grade": ["good", "wide", "good", "good"],
        "on_hand": [5.0, 0.0, np.nan, 0.0],
        "days_of_cover": [9.0, 0.0, np.nan, 0.0],
        "order_quantity": [0.0, 12.0, np.nan, 0.0],
        "a_week": [1.0, 4.0, 3.0, 0.0],
        "brought_in": [50.0, 40.0, 9.0, 1.0],
        "dead": [False, False, False, True],
        "active": [True, True, True, False],
        "deleted": [False, False, False, False],
    }
)


def skus(**query: str) -> list[str]:
    names = {"abc_xyz": "class", "order": "sort", "shown": "show", "text": "q"}
    address = {names.get(name, name): value for name, value in query.items()}
    return list(chosen(ROWS, findable(list(ROWS["sku"]), list(ROWS["name"])), filter_of(address))["sku"])


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({}, "abcd"),
        ({"text": "e"}, "abcd"),
        ({"text": "br"}, "c"),
        ({"abc_xyz": "A"}, "ab"),
        ({"abc_xyz": "X"}, "ac"),
        ({"abc_xyz": "az"}, "b"),
        ({"supplier": "Mill"}, "ac"),
        ({"category": "Fruit"}, "b"),
        ({"grade": "wide"}, "b"),
        ({"shown": "order"}, "b"),
        ({"shown": "sold_out"}, "b"),
        ({"shown": "uncounted"}, "c"),
        ({"shown": "dead"}, "d"),
        ({"shown": "inactive"}, "d"),
        ({"order": "name"}, "bcda"),
        ({"order": "days_of_cover"}, "bdac"),
        ({"order": "a_week"}, "bcad"),
        ({"supplier": "Mill", "abc_xyz": "B"}, "c"),
        ({"supplier": "nobody"}, ""),
    ],
)
def test_choices_narrow_the_list(query: dict[str, str], wanted: str) -> None:
    assert "".join(skus(**query)) == wanted


def test_what_an_address_says_wrongly_counts_as_not_said() -> None:
    assert filter_of({"show": "x", "sort": "dead); drop", "colour": "red"}) == ProductFilter()


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_shows_all_products(order: str) -> None:
    assert sorted(skus(order=order)) == ["a", "b", "c", "d"]


def test_what_was_deleted_is_in_no_list_but_its_own() -> None:
    rows = ROWS.assign(deleted=[False, True, False, True])
    shown = {
        name: list(chosen(rows, findable(list("abcd"), list("abcd")), filter_of({"show": name}))["sku"])
        for name in ("", "order", "inactive", "deleted")
    }
    assert {name: sorted(skus) for name, skus in shown.items()} == {
        "": ["a", "c"],
        "order": [],
        "inactive": [],
        "deleted": ["b", "d"],
    }
