"""The state of the shop in one sentence."""

import datetime as dt
from dataclasses import replace

import pytest

from app.words.headline import headline_text, missing_sales_text, plan_day_notice, plan_day_text
from data.importing.sales_end import SalesEnd
from data.shop_settings import ShopSettings
from tests.app.components import words
from tests.app.shops import TODAY, plan_of

ENOUGH = {"on_hand": 60.0}
SHORT = {"on_hand": 30.0}  # seven below the reorder point of 37: order seven


@pytest.mark.parametrize(
    ("products", "said"),
    [
        ([ENOUGH], "Nothing to order today."),
        ([SHORT], "Order 1 product today."),
        ([{**SHORT, "supplier": "A"}], "Order 1 product from 1 supplier today."),
        ([{**SHORT, "supplier": "A"}, {**SHORT, "supplier": "B"}, ENOUGH], "Order 2 products from 2 suppliers today."),
        ([{**SHORT, "unit_cost": 0.0}], "Order 1 product today."),
        ([{**SHORT, "on_hand": 0.0}], "Order 1 product today; 1 is sold out."),
        ([{"on_hand": 0.0, "on_order": 60.0}], "Nothing to order today; 1 is sold out."),
        ([{"on_hand": 0.0}, {"on_hand": -1.0}], "Order 2 products today; 2 are sold out."),
        ([{}, {}], "Count your stock to see what to order"),
        ([{}, {"active": False}], "Count your stock to see what to order"),
        ([{}, SHORT], "Order 1 product today."),
        ([{"active": False, "on_hand": 0.0}], "Nothing to order today."),
    ],
)
def test_the_headline_says_what_to_do_today(products: list[dict[str, object]], said: str) -> None:
    assert headline_text(plan_of(*products)) == said


def test_a_supplier_of_a_later_day_is_announced() -> None:
    days = {"Bakers Ltd": {"order_days": "tue"}, "Mill": {"order_days": "fri"}}
    products = [{**SHORT, "supplier": name} for name in days]
    plan = plan_of({**SHORT, "supplier": "Leaf"}, *products, suppliers=days)
    assert headline_text(plan) == "Order 1 product from 1 supplier today. Next: Bakers Ltd on Tuesday 12 March."


def test_the_money_of_the_orders_is_that_of_known_costs_in_the_shops_currency() -> None:
    plan = plan_of(
        {"on_hand": 30.0, "unit_cost": 300.0},  # EOQ sqrt(2 x 730 x 5 / (0.25 x 300)) = 9.87: order 7 + 10
        {"on_hand": 30.0},
        settings=ShopSettings(currency="£"),
    )
    assert headline_text(plan) == "Order 2 products today, £5,100.00."


def test_the_day_of_the_plan_is_named_only_where_it_is_not_the_calendars_today() -> None:
    plan = plan_of(ENOUGH)
    assert plan_day_text(plan, TODAY) == ""
    assert words(plan_day_notice(plan, TODAY)) == ""
    said = "Your sales end on 10 March 2024; this plan is for 11 March 2024. Import newer sales."
    assert plan_day_text(plan, TODAY + dt.timedelta(days=1)) == said
    assert words(plan_day_notice(plan, dt.date(2026, 1, 1))) == said


NOON_EXPORT = SalesEnd(TODAY, TODAY - dt.timedelta(days=1), last_minute=545, open_days=(TODAY,))


def test_a_day_that_is_not_over_is_told_with_the_time_of_its_last_sale() -> None:
    said = "11 March 2024 is not complete yet (last sale 9:05); the plan uses sales up to 10 March 2024."
    assert words(plan_day_notice(plan_of({}), TODAY, end=NOON_EXPORT)) == said
    later = words(plan_day_notice(plan_of({}), TODAY + dt.timedelta(days=5), end=NOON_EXPORT))
    assert later == f"{said} Import newer sales."


def test_without_times_the_time_is_not_told() -> None:
    assert missing_sales_text(replace(NOON_EXPORT, last_minute=None)) == (
        "11 March 2024 is not complete yet; the plan uses sales up to 10 March 2024."
    )


def test_a_till_that_is_behind_is_named() -> None:
    said = missing_sales_text(SalesEnd(TODAY, TODAY - dt.timedelta(days=3), late_till=2))
    assert said == (
        "Till 2 has no sales after 8 March 2024 yet, so the plan uses sales up to 8 March 2024. Import them too."
    )


def test_complete_sales_need_no_words() -> None:
    assert missing_sales_text(SalesEnd(TODAY, TODAY)) == ""
    assert missing_sales_text(None) == ""
