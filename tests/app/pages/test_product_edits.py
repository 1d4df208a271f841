"""Products as a table: those that the list is narrowed down to, each edit answered at once."""

from typing import Any

import pytest
from dash import no_update

from app import ids
from app.desk import Desk, forecast_wanted, plan_now
from app.insights.in_hand import Insight, insight_now
from app.pages import product_edits
from app.pages.order_steps import answer
from app.pages.product_edits import keep_edit, layout
from app.said import Said
from app.views.order_line import UNITS
from data.products import edit_product, read_shop_products
from tests.app.components import of_kind, words
from tests.app.shops import TODAY


@pytest.fixture(scope="module")
def insight(sample_desk: Desk) -> Insight:
    found = insight_now(sample_desk)
    assert found is not None
    return found


def test_all_that_is_known_of_products_can_be_edited(insight: Insight) -> None:
    (grid,) = of_kind(layout(insight, {}), "AgGrid")
    assert len(grid.rowData) == len(insight.rows) == 60
    editable = {column["field"] for column in grid.columnDefs if column.get("editable")}
    assert {"on_hand", "lead_time_days", "pack_size", "unit_cost", "supplier", "active"} <= editable


def test_the_products_are_those_of_the_list_in_its_order(insight: Insight) -> None:
    page = layout(insight, {"q": "bag", "sort": "name"})
    (grid,) = of_kind(page, "AgGrid")
    names = [row["name"] for row in grid.rowData]
    assert names == sorted(names, key=str.casefold)
    assert names
    assert all("bag" in name.casefold() for name in names)
    assert of_kind(page, "Link")[0].href == "/products?q=bag&sort=name"


def test_of_very_many_products_the_first_are_shown_and_how_to_see_others_is_said(
    insight: Insight, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(product_edits, "MOST_ROWS", 7)
    page = layout(insight, {})
    assert len(of_kind(page, "AgGrid")[0].rowData) == 7
    assert "The first 7 of 60 products: narrow the list down for others." in words(page)


def test_where_no_product_fits_the_page_says_so(insight: Insight) -> None:
    page = layout(insight, {"q": "nothing of that name"})
    assert of_kind(page, "AgGrid") == []
    assert "No product fits" in words(page)


def edit(desk: Desk, sku: str, field: str, value: object) -> Any:
    change = [{"rowId": sku, "colId": field, "value": value, "timestamp": 10}]
    return keep_edit(desk, [change], [ids.order_grid("all")])


def test_an_edit_of_the_grid_is_kept_and_what_follows_from_it_is_shown_at_once(small_desk: Desk) -> None:
    message, updates, request = edit(small_desk, "tea", "on_hand", "0")
    assert (message, request) == ([], no_update)
    (row,) = updates[0]["update"]
    assert (row["sku"], row["on_hand"]) == ("tea", 0)
    assert row["order_quantity"] == row["order_up_to"] > 0
    assert read_shop_products(small_desk.shop).loc["tea", "counted_on"].date() == TODAY


def test_a_value_that_cannot_be_is_explained_and_the_cell_put_back(small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "lead_time_days", 9, day=TODAY)
    message, updates, _ = edit(small_desk, "tea", "lead_time_days", "soon")
    assert words(message) == "Lead time of tea: “soon” was not kept. It must be a number from 0 to 365."
    assert updates[0]["update"][0]["lead_time_days"] == 9


def test_of_several_edits_the_last_one_counts(small_desk: Desk) -> None:
    first = {"rowId": "tea", "colId": "on_hand", "value": "5", "timestamp": 10}
    later = {"rowId": "mug", "colId": "on_hand", "value": "7", "timestamp": 20}
    keep_edit(small_desk, [[later], [first]], [ids.order_grid(0), ids.order_grid(1)])
    products = read_shop_products(small_desk.shop)
    assert products.loc["mug", "on_hand"] == 7
    assert products["on_hand"].isna()["tea"]


@pytest.mark.parametrize("changes", [[], [None], [[]]])
def test_a_grid_that_only_appeared_changes_nothing(small_desk: Desk, changes: list[Any]) -> None:
    message, updates, request = keep_edit(small_desk, changes, [ids.order_grid(0)] * len(changes))
    assert all(part is no_update for part in [message, *updates, request])


def test_an_edit_that_needs_a_longer_forecast_asks_for_it_and_leaves_the_page_as_typed(small_desk: Desk) -> None:
    message, updates, request = edit(small_desk, "tea", "lead_time_days", "60")
    assert plan_now(small_desk) is None, "60 days need a longer forecast"
    assert request == forecast_wanted(small_desk) is not None
    assert message == []
    assert all(part is no_update for part in updates)
    assert read_shop_products(small_desk.shop).loc["tea", "lead_time_days"] == 60
    (change,) = answer(small_desk, Said("tea", UNITS, {UNITS: "6"}))
    assert "The plan is being made anew." in words(change.value)
