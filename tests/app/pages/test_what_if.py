"""What-if shows years rolled forward, now and then, and keeps only what it is told to keep."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app import ids
from app.desk import Desk, make_forecast, plan_now
from app.pages.what_if import compare, compare_shop, keep, layout, show_price, show_promotion
from app.planning.plan import Plan, row_of
from app.what_if.years import SERVICES, Moves, Told, start_of_product, start_of_shop, year_then
from app.words.formats import about_text, share_text
from app.words.whole_money import about_money
from data.products import edit_product
from data.shop_settings import ShopSettings, read_settings, write_settings
from tests.app.components import of_kind, table_rows, with_id, words
from tests.app.shops import TODAY, small_sales, stock_shop, unheard

AS_IT_IS = {"demand": 0.0, "lead_time": 0.0, "service": 95.0, "order_cost": 5.0, "holding": 25.0}
SKU = "85123A"


def tables(desk: Desk, sku: str = SKU, **moved: float) -> list[dict[str, list[str]]]:
    """The rows of the product's and of the shop's table, sliders moved."""
    where = (AS_IT_IS | moved).values()
    return [table_rows(compare(desk, sku, *where)), table_rows(compare_shop(desk, *where))]


def product_values(told: Told) -> dict[str, str]:
    return {
        "Reorder point": about_text(told.aim.reorder_point[0]),
        "Safety stock": about_text(told.aim.safety_stock[0]),
        "Served from the shelf": share_text(round(float(told.year.fill_rate[0, 0]), 3)),
        "Missed units a year": about_text(told.year.missed[0, 0]),
        "Average stock": about_text(told.year.stock[0, 0]),
        "Money in stock": about_money(told.money_in_stock[0, 0], "£"),
        "Orders a year": about_text(told.year.orders[0, 0]),
    }


MOVES: list[tuple[dict[str, float], Moves]] = [
    ({"demand": 20.0}, Moves(demand=1.2)),
    ({"lead_time": 100.0}, Moves(lead_time=2.0)),
    ({"lead_time": -50.0, "demand": -50.0}, Moves(lead_time=0.5, demand=0.5)),
    ({"service": 99.5}, Moves(service_level=0.995)),
    ({"order_cost": 20.0}, Moves(order_cost=20.0)),
    ({"holding": 100.0}, Moves(holding_rate=1.0)),
]


@pytest.mark.parametrize(("moved", "moves"), MOVES)
def test_now_and_then_are_the_years_that_were_rolled(
    sample_desk: Desk, sample_plan: Plan, moved: dict[str, float], moves: Moves
) -> None:
    product = row_of(sample_plan, SKU)
    assert product is not None
    start = start_of_product(sample_plan, product)
    now, then = start.now, year_then(start, moves)
    of_product, _ = tables(sample_desk, **moved)
    assert {label: row[0] for label, row in of_product.items()} == product_values(now)
    assert {label: row[1] for label, row in of_product.items()} == product_values(then)


def test_the_shop_is_the_sum_of_its_products(sample_desk: Desk, sample_plan: Plan) -> None:
    _, shop = tables(sample_desk, service=99.5)
    start = start_of_shop(sample_plan)
    now, then = start.now, year_then(start, Moves(service_level=0.995))
    assert shop["Missed units a year"][:2] == [about_text(each.year.missed[0].sum()) for each in (now, then)]
    assert shop["Money in stock"][1] == about_money(float(np.nansum(then.money_in_stock[0])), "£")
    assert shop["Order lines a year"][0] == about_text(now.year.orders[0].sum())


def test_the_mark_on_the_curve_is_what_the_table_says(sample_desk: Desk) -> None:
    _, shop = tables(sample_desk)
    _, mark = of_kind(show_price(sample_desk, 0.0, 0.0, 5.0, 25.0, None), "Graph")[0].figure.data
    assert about_money(mark.x[0], "£") == shop["Money in stock"][0]
    assert share_text(round(mark.y[0], 3)) == shop["Served from the shelf"][0]


def test_the_curve_rises_from_promise_to_promise(sample_desk: Desk) -> None:
    curve, _ = of_kind(show_price(sample_desk, 0.0, 0.0, 5.0, 25.0, None), "Graph")[0].figure.data
    assert list(curve.x) == sorted(curve.x)
    assert list(curve.y) == sorted(curve.y)
    assert len(curve.x) == len(SERVICES)


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
    said = words(compare(sample_desk, SKU, *AS_IT_IS.values()))
    assert f"The simple rule, 1.5 × average daily sales, would reorder at {threshold} and last in" in said


def test_what_is_not_ordered_any_more_does_not_count(small_desk: Desk) -> None:
    _, before = tables(small_desk, "tea")
    edit_product(small_desk.shop, "mug", "active", False, day=TODAY)
    rows, after = tables(small_desk, "mug")
    assert rows["Reorder point"][:2] == ["0", "0"]
    assert float(after["Order lines a year"][0]) < float(before["Order lines a year"][0])


def test_costs_that_nobody_knows_are_counted_beside_the_money(small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "unit_cost", 2, day=TODAY)
    shown = compare_shop(small_desk, *AS_IT_IS.values())
    assert "Money counts products with a unit cost only; 2 have none." in words(shown)


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


FRIDAY = "2024-03-15"


def test_a_promotion_says_what_to_order_more_and_until_when(small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "lead_time_days", 2, day=TODAY)
    said = words(show_promotion(small_desk, "tea", 1.5, FRIDAY, 10))
    assert said.startswith("Order ")
    assert " more, by Wednesday 13 March." in said
    assert "in these 10 days at 1.5 times the usual demand." in said


def test_a_promotion_too_soon_for_a_delivery_says_so(small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "lead_time_days", 9, day=TODAY)
    assert "A delivery ordered today comes 5 days after it begins" in words(
        show_promotion(small_desk, "tea", 1.5, FRIDAY, 10)
    )


@pytest.mark.parametrize(
    ("factor", "start", "days", "said"),
    [
        (None, FRIDAY, 10, "Say how much more"),
        (1.5, "soon", 10, "This is no day."),
        (1.5, "2023-03-15", 10, "Choose a day in the coming weeks."),
        (1.5, "2029-03-15", 10, "Choose a day in the coming weeks."),
        (1.0, FRIDAY, 10, "Nothing more is needed."),
    ],
)
def test_what_is_no_promotion_is_answered_with_what_to_do(
    small_desk: Desk, factor: float | None, start: str, days: int, said: str
) -> None:
    assert said in words(show_promotion(small_desk, "tea", factor, start, days))
