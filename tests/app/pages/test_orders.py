"""The order list: by supplier, with alerts on top, and edits answered at once."""

from typing import Any

import pytest
from dash import no_update

from app import ids
from app.desk import Desk, forecast_wanted, plan_now
from app.pages.orders import MOST_ALERTS, MOST_SECTIONS, keep_edit, layout
from app.planning.plan import Plan
from app.views.order_table import order_table, to_order
from app.words.headline import headline_text
from data.products import edit_product, read_shop_products
from tests.app.components import of_kind, words
from tests.app.shops import TODAY, plan_of


def grids(page: Any) -> dict[Any, list[str]]:
    """The SKUs in each grid of a page, by its section."""
    return {grid.id["section"]: [row["sku"] for row in grid.rowData] for grid in of_kind(page, "AgGrid")}


SHORT = {"on_hand": 30.0}


def test_each_supplier_has_a_part_with_its_products_cost_and_downloads() -> None:
    plan = plan_of(
        {"sku": "a", "supplier": "Leaf & Co", "unit_cost": 0.0, **SHORT},
        {"sku": "b", "supplier": "Leaf & Co", **SHORT},
        {"sku": "c", **SHORT},
        {"sku": "d", "supplier": "Mill", "on_hand": 99.0},
    )
    page = layout(plan, "")
    assert grids(page) == {0: ["c"], 1: ["a", "b"]}
    assert [words(title) for title in of_kind(page, "H2")] == ["No supplier named", "Leaf & Co"]
    links = [link.href for link in of_kind(page, "A")]
    assert links == [
        f"/download/orders.{ending}{query}" for query in ("", "?supplier=", "?supplier=Leaf%20%26%20Co")
        for ending in ("xlsx", "csv")
    ]  # fmt: skip


def test_the_parts_hold_all_that_is_to_be_ordered_and_nothing_else(sample_plan: Plan) -> None:
    shown = [sku for skus in grids(layout(sample_plan, "")).values() for sku in skus]
    assert shown == to_order(order_table(sample_plan))["sku"].tolist()


def test_many_suppliers_share_one_grid() -> None:
    plan = plan_of(*({"supplier": f"S{number:02}", **SHORT} for number in range(MOST_SECTIONS + 1)))
    assert [len(skus) for skus in grids(layout(plan, "")).values()] == [MOST_SECTIONS + 1]


def test_the_views_count_what_they_hold() -> None:
    page = layout(plan_of(SHORT, {}, {}, {"on_hand": 99.0}, {"active": False}), "")
    assert words(of_kind(page, "Nav")[0]) == "To order (1) To count (2) All products (5)"


def test_the_view_of_counts_holds_what_waits_for_one_best_sellers_first() -> None:
    plan = plan_of({"sku": "slow", "rate": 1.0}, {"sku": "fast", "rate": 5.0}, {"sku": "known", **SHORT})
    page = layout(plan, "count")
    assert grids(page) == {"count": ["fast", "slow"]}
    assert "A count is needed before an order can be advised." in words(page)


def test_all_products_are_shown_with_all_that_can_be_edited() -> None:
    (grid,) = of_kind(layout(plan_of(SHORT, {}, {"active": False}), "all"), "AgGrid")
    assert len(grid.rowData) == 3
    editable = {column["field"] for column in grid.columnDefs if column.get("editable")}
    assert editable == {
        "on_hand", "on_order", "lead_time_days", "lead_time_sd_days", "pack_size", "moq", "unit_cost", "supplier",
        "active",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("products", "said"),
    [
        ([{"on_hand": 99.0}], "Nothing needs ordering today."),
        ([{"on_hand": 99.0}, {}], "Nothing needs ordering today. 1 product still to be counted."),
        ([{}, {}], "A count is needed before an order can be advised."),
    ],
)
def test_nothing_to_order_is_said_with_what_is_missing(products: list[dict[str, Any]], said: str) -> None:
    assert said in words(layout(plan_of(*products), ""))


def test_a_few_alerts_are_open_and_the_rest_folded() -> None:
    page = layout(plan_of(*({"on_hand": 0.0} for _ in range(MOST_ALERTS + 2))), "")
    assert words(of_kind(page, "Summary")[0]) == "2 more"
    assert len(of_kind(page, "Li")) == MOST_ALERTS + 2


def test_what_is_in_the_order_list_is_no_alert_on_top_of_it() -> None:
    assert "Needs your eye" not in words(layout(plan_of(SHORT, {}), ""))


def test_the_page_says_which_day_it_is_for() -> None:
    assert "this plan is for 11 March 2024" in words(layout(plan_of(SHORT), ""))


def edit(desk: Desk, sku: str, field: str, value: object, *, of_grid: int = 0, grids: int = 1) -> Any:
    change = [{"rowId": sku, "colId": field, "value": value, "timestamp": 10}]
    changes = [change if number == of_grid else None for number in range(grids)]
    return keep_edit(desk, changes, [ids.order_grid(number) for number in range(grids)])


def test_an_edit_is_kept_and_what_follows_from_it_is_shown_at_once(small_desk: Desk) -> None:
    headline, alerts, message, updates, request = edit(small_desk, "tea", "on_hand", "0", of_grid=1, grids=3)
    plan = plan_now(small_desk)
    assert plan is not None
    assert words(headline) == headline_text(plan)
    assert "1 is sold out." in words(headline)
    assert "Tea nothing left" in words(alerts)
    assert message == []
    assert updates[0] is updates[2] is request is no_update
    (row,) = updates[1]["update"]
    assert (row["sku"], row["on_hand"]) == ("tea", 0)
    assert row["order_quantity"] == row["order_up_to"] > 0
    assert read_shop_products(small_desk.shop).loc["tea", "counted_on"].date() == TODAY


def test_a_value_that_cannot_be_is_explained_and_the_cell_put_back(small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "lead_time_days", 9, day=TODAY)
    _, _, message, updates, _ = edit(small_desk, "tea", "lead_time_days", "soon")
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
    *shown, updates, request = keep_edit(small_desk, changes, [ids.order_grid(0)] * len(changes))
    assert all(part is no_update for part in [*shown, *updates, request])


def test_an_edit_that_needs_a_longer_forecast_asks_for_it_and_leaves_the_page_as_typed(small_desk: Desk) -> None:
    *shown, message, updates, request = edit(small_desk, "tea", "lead_time_days", "60")
    assert plan_now(small_desk) is None, "60 days need a longer forecast"
    assert request == forecast_wanted(small_desk) is not None
    assert message == []
    assert all(part is no_update for part in [*shown, *updates])
    assert read_shop_products(small_desk.shop).loc["tea", "lead_time_days"] == 60


def test_edits_are_kept_while_a_forecast_is_being_made(small_desk: Desk) -> None:
    edit(small_desk, "tea", "lead_time_days", "60")
    edit(small_desk, "mug", "on_hand", "12")
    products = read_shop_products(small_desk.shop)
    assert (products.loc["mug", "on_hand"], products.loc["mug", "counted_on"].date()) == (12, TODAY)
    _, _, message, _, _ = edit(small_desk, "mug", "on_hand", "many")
    assert words(message) == "On hand of mug: “many” was not kept. It must be a number."
