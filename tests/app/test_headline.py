"""The state of the shop in one sentence."""

import datetime as dt

import pytest

from app.headline import headline_text, plan_day_notice, plan_day_text
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
        ([{**SHORT, "on_hand": 0.0}], "Order 1 product today. 1 is sold out."),
        ([{"on_hand": 0.0, "on_order": 60.0}], "Nothing to order today. 1 is sold out."),
        ([{"on_hand": 0.0}, {"on_hand": -1.0}], "Order 2 products today. 2 are sold out."),
        ([{}, {}], "Count your stock to see what to order"),
        ([{}, {"active": False}], "Count your stock to see what to order"),
        ([{}, SHORT], "Order 1 product today."),
        ([{"active": False, "on_hand": 0.0}], "Nothing to order today."),
    ],
)
def test_the_headline_says_what_to_do_today(products: list[dict[str, object]], said: str) -> None:
    assert headline_text(plan_of(*products)) == said


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
