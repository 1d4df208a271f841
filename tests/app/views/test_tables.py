"""Grids hold what the plan says, None where nobody knows, and let only conditions be edited."""

import json

from app.planning.plan import Plan
from app.views.order_table import order_table, to_order
from app.views.tables import EDITABLE, FEW_ROWS, columns, grid_rows, product_grid


def test_rows_say_what_the_order_table_says_and_can_be_sent_to_a_browser(sample_plan: Plan) -> None:
    table = order_table(sample_plan)
    rows = json.loads(json.dumps(grid_rows(table, sample_plan), allow_nan=False))
    assert [row["sku"] for row in rows] == table["sku"].to_list()
    quantities = [None if quantity != quantity else quantity for quantity in table["order_quantity"]]
    assert [row["order_quantity"] for row in rows] == quantities
    assert [row["why"] for row in rows] == table["why"].to_list()


def test_what_nobody_counted_is_empty_and_not_zero(sample_plan: Plan) -> None:
    table = order_table(sample_plan)
    uncounted = table[table["on_hand"].isna()]
    assert len(uncounted) == 2
    for row in grid_rows(uncounted, sample_plan):
        assert (row["on_hand"], row["order_quantity"], row["money"]) == (None, None, "")


def test_a_product_without_a_name_goes_by_its_sku(small_plan: Plan) -> None:
    rows = grid_rows(order_table(small_plan).assign(name=""), small_plan)
    assert [row["name"] for row in rows] == [row["sku"] for row in rows]


def test_every_condition_can_be_edited_in_the_full_list_and_no_result_anywhere() -> None:
    editable = {column["field"] for column in columns() if column.get("editable")}
    assert editable == set(EDITABLE)


def test_a_phone_sees_product_quantity_and_stock_first() -> None:
    assert [column["field"] for column in columns()][:3] == ["name", "order_quantity", "on_hand"]


def test_few_rows_are_shown_whole_and_many_scroll(sample_plan: Plan) -> None:
    table = order_table(sample_plan)
    few = product_grid(0, to_order(table).head(FEW_ROWS), sample_plan)
    many = product_grid("all", table, sample_plan)
    assert few.dashGridOptions["domLayout"] == "autoHeight"
    assert many.dashGridOptions["domLayout"] == "normal"
    assert many.style["height"] is not None
