"""What-if shows the outcomes of inventory.what_if, and keeps only what it is told to keep."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app import ids
from app.desk import Desk, make_forecast, plan_now
from app.pages.what_if import compare, keep, layout
from app.planning.plan import Plan, row_of
from app.words.formats import about_text, money_text
from data.products import edit_product
from data.shop_settings import ShopSettings, read_settings, write_settings
from inventory.what_if import Outcome, changed, outcome
from tests.app.components import of_kind, table_rows, with_id, words
from tests.app.shops import TODAY, small_sales, stock_shop, unheard

AS_IT_IS = {"demand": 0.0, "lead_time": 0.0, "service": 95.0, "order_cost": 5.0, "holding": 25.0}
SKU = "85123A"


def tables(desk: Desk, sku: str = SKU, **moved: float) -> list[dict[str, list[str]]]:
    """The rows of the product's and of the shop's table, sliders moved."""
    return [table_rows(card) for card in compare(desk, sku, *(AS_IT_IS | moved).values())]


def values(result: Outcome, product: int) -> dict[str, str]:
    pound = lambda amount: money_text(amount, "£")  # noqa: E731 - a column's format beside the others'
    return {
        "Reorder point": about_text(result.reorder_point[product]),
        "Safety stock": about_text(result.safety_stock[product]),
        "Ordered at a time": about_text(result.order_size[product]),
        "Average stock": about_text(result.average_stock[product]),
        "Money in stock": pound(result.money_in_stock[product]),
        "Orders a year": about_text(result.orders_a_year[product]),
        "Times sold out a year": about_text(result.expected_stockouts_a_year[product]),
    }


def shop_values(result: Outcome) -> dict[str, str]:
    totals = result.totals
    return {
        "Safety stock": about_text(result.safety_stock.sum()),
        "Average stock": about_text(totals.average_stock),
        "Money in stock": money_text(totals.money_in_stock, "£"),
        "Order lines a year": about_text(totals.orders_a_year),
        "Times something sells out a year": about_text(totals.expected_stockouts_a_year),
        "Cost of keeping and ordering a year": money_text(
            totals.holding_cost_a_year + totals.ordering_cost_a_year, "£"
        ),
    }


MOVES: list[tuple[dict[str, float], dict[str, float]]] = [
    ({"demand": 20.0}, {"demand_factor": 1.2}),
    ({"lead_time": 100.0}, {"lead_time_factor": 2.0}),
    ({"lead_time": -50.0, "demand": -50.0}, {"lead_time_factor": 0.5, "demand_factor": 0.5}),
    ({"service": 99.5}, {"service_level": 0.995}),
    ({"order_cost": 20.0}, {"order_cost": 20.0}),
    ({"holding": 100.0}, {"holding_rate": 1.0}),
]


@pytest.mark.parametrize(("moved", "changes"), MOVES)
def test_now_and_then_are_the_outcomes_of_the_inventory_room(
    sample_desk: Desk, sample_plan: Plan, moved: dict[str, float], changes: dict[str, float]
) -> None:
    product = row_of(sample_plan, SKU)
    assert product is not None
    ordered = sample_plan.demand.scaled(sample_plan.stock.active.astype(float))
    other = changed(ordered, sample_plan.policy, **changes)
    now, then = outcome(ordered, sample_plan.policy), outcome(other.demand, other.policy)
    of_product, of_shop = tables(sample_desk, **moved)
    assert {label: row[0] for label, row in of_product.items()} == values(now, product)
    assert {label: row[1] for label, row in of_product.items()} == values(then, product)
    assert {label: row[0] for label, row in of_shop.items()} == shop_values(now)
    assert {label: row[1] for label, row in of_shop.items()} == shop_values(then)


def test_sliders_that_nobody_moved_change_nothing(sample_desk: Desk) -> None:
    for rows in tables(sample_desk):
        assert all(now == then and change == "–" for now, then, change in rows.values())


def test_sliders_start_where_the_shop_stands(sample_plan: Plan) -> None:
    page = layout(sample_plan, SKU)
    sliders = (ids.WHAT_IF_DEMAND, ids.WHAT_IF_LEAD_TIME, ids.WHAT_IF_SERVICE, ids.WHAT_IF_ORDER_COST)
    shown = [with_id(page, slider).value for slider in (*sliders, ids.WHAT_IF_HOLDING)]
    assert shown == list(AS_IT_IS.values())
    assert all(with_id(page, slider).updatemode == "drag" for slider in sliders), "answers while sliding"


def test_every_end_of_every_slider_can_be_answered(sample_desk: Desk, sample_plan: Plan) -> None:
    page = layout(sample_plan, SKU)
    for slider in of_kind(page, "Slider"):
        name = slider.id.removeprefix("what-if-").replace("-", "_")
        for end in (slider.min, slider.max):
            assert len(tables(sample_desk, **{name: end})) == 2


def test_the_change_is_then_less_now_with_its_sign(sample_desk: Desk) -> None:
    more, _ = tables(sample_desk, service=99.5)
    less, _ = tables(sample_desk, service=80.0)
    point = float(more["Reorder point"][0].replace(",", ""))
    for rows, sign in ((more, "+"), (less, "-")):
        _, then, change = rows["Reorder point"]
        assert change.startswith(sign)
        assert float(change.replace(",", "")) == float(then.replace(",", "")) - point


def test_the_simple_rule_is_shown_with_how_often_it_holds(sample_desk: Desk, sample_plan: Plan) -> None:
    product = row_of(sample_plan, SKU)
    assert product is not None
    threshold = about_text(np.floor(15 * sample_plan.average_daily_sales[product] + 0.5) / 10)
    said = words(compare(sample_desk, SKU, *AS_IT_IS.values())[0])
    assert f"The simple rule, 1.5 × average daily sales, would reorder at {threshold} and last in" in said


def test_what_is_not_ordered_any_more_does_not_count(small_desk: Desk) -> None:
    _, before = tables(small_desk, "tea")
    edit_product(small_desk.shop, "mug", "active", False, day=TODAY)
    rows, after = tables(small_desk, "mug")
    assert rows["Reorder point"][:2] == ["0", "0"]
    assert float(after["Order lines a year"][0]) < float(before["Order lines a year"][0])


def test_costs_that_nobody_knows_are_counted_beside_the_money(small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "unit_cost", 2, day=TODAY)
    shown = compare(small_desk, "tea", *AS_IT_IS.values())
    assert "Money counts products with a unit cost only; 2 have none." in words(shown[1])


@pytest.mark.parametrize("sku", ["nothing", "", None])
def test_a_product_that_is_not_there_is_said(sample_desk: Desk, sku: Any) -> None:
    assert words(compare(sample_desk, sku, *AS_IT_IS.values())) == "There is no such product. Choose another one."


def test_a_shop_without_a_plan_has_nothing_to_compare(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path))
    assert "no such product" in words(compare(desk, "tea", *AS_IT_IS.values()))


def test_what_is_kept_is_promise_and_costs_and_nothing_else(desk: Desk) -> None:
    before = ShopSettings(currency="£", lead_time_days=9, rule="simple")
    write_settings(desk.shop, before)
    assert words(keep(desk, 1, 97.5, 12.5, 30)) == "Kept. The order list follows them now."
    assert read_settings(desk.shop) == replace(before, service_level=0.975, order_cost=12.5, holding_rate=0.3)


def test_what_was_kept_is_what_then_said(small_desk: Desk) -> None:
    rows, _ = tables(small_desk, "tea", service=99.0)
    keep(small_desk, 1, 99.0, 5.0, 25.0)
    make_forecast(small_desk, unheard)
    plan = plan_now(small_desk)
    assert plan is not None
    tea = row_of(plan, "tea")
    assert tea is not None
    assert about_text(plan.decision.reorder_point[tea]) == rows["Reorder point"][1] != rows["Reorder point"][0]
