"""Alerts name what needs a look, by the money that waiting loses, each cause once."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from app.planning.plan import Plan
from app.planning.shop_alerts import ShopAlert, weekly_units
from app.words.alert_words import alert_rows
from data.alert_memory import Remembered
from data.purchasing.orders import SENT, Order, OrderLine
from data.shop_settings import ShopSettings
from tests.app.shops import TODAY, plan_of

YESTERDAY = TODAY - dt.timedelta(days=1)
PRICED = {"unit_cost": 4.0, "price": 9.0}
NO_LOT = ShopSettings(order_cost=0, currency="£")


def sent(*, expected_on: dt.date, sent_on: dt.date = YESTERDAY, units: float = 40.0, sku: str = "p0") -> Order:
    lines = (OrderLine(sku, units, None, "", 4.0, 0.0),)
    return Order(12, "Tea house", SENT, sent_on, sent_on, expected_on, lines)


def alerts_of(plan: Plan, code: str) -> list[ShopAlert]:
    return [alert for alert in plan.shop_alerts if alert.code == code]


def said(plan: Plan, code: str) -> str:
    (row,) = (row for row in alert_rows(plan) if row.code == code)
    return row.sentence


def test_what_loses_most_by_waiting_comes_first() -> None:
    cheap, dear = {"on_hand": 6.0, "unit_cost": 4.0, "price": 5.0}, {"on_hand": 6.0, "unit_cost": 4.0, "price": 40.0}
    plan = plan_of(cheap, dear, {"on_hand": 0.0}, {"on_hand": 900.0, **PRICED})
    assert [alert.product for alert in plan.shop_alerts] == [1, 0, 2, 3]
    losses = [alert.loss for alert in plan.shop_alerts[:2]]
    np.testing.assert_allclose(losses, plan.lost_margin[[1, 0]])
    assert losses[0] == pytest.approx(36 * losses[1])
    assert "Waiting costs about" in next(alert_rows(plan)).waiting


def test_too_much_loses_what_it_costs_to_keep() -> None:
    plan = plan_of({"on_hand": 900.0, **PRICED}, settings=NO_LOT)
    (alert,) = alerts_of(plan, "overstock")
    assert alert.money == (900 - 37) * 4
    assert alert.loss == pytest.approx(alert.money * 0.25 * 7 / 365)


def test_an_order_is_late_from_the_day_after_it_was_expected() -> None:
    late = plan_of({"on_hand": 5.0, **PRICED}, orders=(sent(expected_on=YESTERDAY),))
    assert said(late, "late_delivery") == "Order 12 was expected on Sunday 10 March, 1 day ago: ask where 40 units are."
    (alert,) = alerts_of(late, "late_delivery")
    assert alert.loss == pytest.approx(9 * 5, rel=0.05)  # 14 sell in a week and 5 are there
    assert alerts_of(plan_of({"on_hand": 5.0}, orders=(sent(expected_on=TODAY),)), "late_delivery") == []


def test_what_did_not_sell_for_long_is_dead_stock_with_the_money_in_it() -> None:
    plan = plan_of({"rate": 0.0, "on_hand": 9.0, **PRICED}, settings=NO_LOT, history_days=120)
    plan.inputs.history.units[0] = 3.0
    assert said(plan, "dead_stock") == "None sold in 119 days, 9 there, £36.00 tied up: sell them off."
    assert alerts_of(plan, "overstock") == []


def test_the_rest_of_what_is_not_ordered_any_more_is_to_be_sold_off() -> None:
    plan = plan_of({"rate": 0.5, "on_hand": 60.0, "active": False, **PRICED}, settings=NO_LOT)
    assert said(plan, "sell_off") == (
        "Not ordered any more, 60 there; 46 will be left in 28 days, £184.00 worth. Lower the price?"
    )


def test_a_week_far_above_the_usual_is_named() -> None:
    plan = plan_of({"on_hand": 60.0}, history_days=112)
    plan.inputs.history.units[-3] = 60.0
    assert said(plan, "spike") == "Sold 72 in a week, usually 14. A large customer, or will it go on?"


def test_weeks_that_nobody_observed_are_unknown() -> None:
    units = np.ones((15, 2))
    units[1:8, 0] = np.nan
    units[3, 1] = np.nan
    np.testing.assert_array_equal(weekly_units(units), [[np.nan, 6.0], [7.0, 7.0]])


def test_in_the_first_days_of_a_shop_no_week_is_unusual() -> None:
    assert alerts_of(plan_of({"on_hand": 60.0}, history_days=5), "spike") == []


def test_a_negative_record_is_to_be_counted_with_the_money_at_risk() -> None:
    plan = plan_of({"on_hand": -3.0, "counted": -3.0, "counted_on": pd.Timestamp(TODAY), **PRICED})
    assert said(plan, "wrong_record") == "-3 on record, which cannot be: count it."
    assert plan.count_first.product.tolist() == [0]
    assert plan.count_first.money_at_risk[0] == pytest.approx((3 + 14) * 5)


def test_an_alert_is_new_on_its_first_day_and_known_afterwards() -> None:
    first = plan_of({"on_hand": 0.0})
    (key,) = first.news
    assert first.news == {key: "new"}
    assert plan_of({"on_hand": 0.0}, memory={key: Remembered(TODAY, TODAY)}).news == {key: "new"}
    assert plan_of({"on_hand": 0.0}, memory={key: Remembered(YESTERDAY, YESTERDAY)}).news == {key: "known"}


def test_an_order_silences_the_alert_until_it_should_have_come() -> None:
    key = "out_of_stock|p0|"
    seen = {key: Remembered(YESTERDAY, YESTERDAY)}
    ordered = {"on_hand": 0.0, "on_order": 5.0}
    coming = plan_of(ordered, memory=seen, orders=(sent(expected_on=TODAY, units=5.0),))
    assert coming.news[key] == "silent"
    assert coming.alert_news.memory[key].silent_until == TODAY
    acted = {key: Remembered(YESTERDAY, YESTERDAY, YESTERDAY)}
    missed = plan_of(ordered, memory=acted, orders=(sent(expected_on=YESTERDAY, units=5.0),))
    assert missed.news[key] == "returned"


def test_an_order_sent_before_the_alert_is_no_answer_to_it() -> None:
    key = "out_of_stock|p0|"
    before = sent(expected_on=TODAY, sent_on=TODAY - dt.timedelta(days=9), units=5.0)
    plan = plan_of({"on_hand": 0.0, "on_order": 5.0}, memory={key: Remembered(YESTERDAY, YESTERDAY)}, orders=(before,))
    assert plan.news[key] == "known"
