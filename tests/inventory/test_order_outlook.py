import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings

from inventory.decision import decide
from inventory.demand import poisson_demand
from inventory.order_calendar import order_calendar
from inventory.order_days import SupplierDays, on_weekdays
from inventory.order_outlook import Minimums, order_outlook
from inventory.policy import Stock
from tests.inventory.examples import shops, weekly_policy

MONDAY = dt.date(2026, 1, 5)


def outlook_of(*, on_hand=20, on_order=0, calendar=None, coming=None, rate=2.0, **conditions):
    """Two a day, ordered weekly, three days of delivery, no lot: the level is what lasts ten days."""
    policy = weekly_policy(**({"lead_time_days": 3, "unit_cost": np.nan} | conditions))
    demand = poisson_demand(rate, horizon=40)
    decision = decide(demand, policy, Stock(on_hand=on_hand, on_order=on_order), calendar=calendar)
    return decision, order_outlook(demand, policy, decision, calendar=calendar, coming=coming)


def test_the_first_order_is_the_advised_one_and_later_ones_replace_what_sold():
    decision, outlook = outlook_of()
    days = outlook.ordered[0].nonzero()[0]
    assert days.tolist() == [0, 7, 14, 21, 28, 35, 42, 49]
    assert outlook.ordered[0, 0] == decision.order_quantity[0]
    assert outlook.ordered[0, days[1:]].tolist() == [14.0] * 7


def test_orders_fall_on_order_days_and_arrive_on_delivery_days():
    tuesdays = SupplierDays(order_days=on_weekdays(1), delivery_weekdays=(0,))
    _, outlook = outlook_of(calendar=order_calendar([tuesdays], supplier=[0], today=MONDAY))
    assert (outlook.ordered[0].nonzero()[0] % 7 == 1).all()
    assert (outlook.arriving[0].nonzero()[0][1:] % 7 == 0).all()


def test_a_holiday_makes_the_order_before_it_larger():
    closed = SupplierDays(order_days=on_weekdays(1), no_orders=frozenset({MONDAY + dt.timedelta(days=22)}))
    _, outlook = outlook_of(calendar=order_calendar([closed], supplier=[0], today=MONDAY))
    assert outlook.ordered[0, [8, 15, 22, 29]].tolist() == [14.0, 28.0, 0.0, 14.0]


def test_what_is_on_its_way_comes_on_its_day():
    _, outlook = outlook_of(on_order=12)
    assert outlook.arriving[0, 3] >= 12
    coming = np.zeros((1, 56))
    coming[0, 1] = 12
    assert outlook_of(on_order=12, coming=coming)[1].arriving[0, 1] == 12


def test_what_was_missed_before_the_first_delivery_makes_no_later_order_smaller():
    """What keeps nine days: an empty shelf today changes the first order, the later ones are those of a full one."""
    conditions = {"shelf_life_days": 9, "price": 9.0, "unit_cost": 1.0, "order_cost": np.nan}
    empty, full = (outlook_of(on_hand=there, **conditions)[1] for there in (0, 20))
    assert empty.ordered[0, 35:].tolist() == full.ordered[0, 35:].tolist()
    assert empty.ordered[0, 35:].sum() > 0


def outlook_with_minimum(*, value, fee=np.nan, service_level=0.95):
    """Two a day at 4 each, ordered weekly: 56 an order."""
    policy = weekly_policy(lead_time_days=3, unit_cost=4, order_cost=np.nan, service_level=service_level)
    demand = poisson_demand(2.0, horizon=40)
    decision = decide(demand, policy, Stock(on_hand=20))
    least = Minimums(supplier=np.array([0]), value=np.array([value]), fee=np.array([fee]))
    return order_outlook(demand, policy, decision, minimums=least)


def test_a_later_order_below_the_minimum_waits_until_it_is_reached():
    outlook = outlook_with_minimum(value=100.0, service_level=0.999)
    days = outlook.ordered[0].nonzero()[0]
    assert days.tolist() == [0, 14, 28, 42]
    assert outlook.ordered[0, days[1:]].tolist() == [28.0] * 3


def test_where_a_fee_is_taken_what_would_run_out_does_not_wait():
    """28 last from one Monday to the second delivery after it at best: every week without the order misses some."""
    lasting = outlook_with_minimum(value=100.0, fee=5.0, service_level=0.999)
    assert lasting.ordered[0].nonzero()[0].tolist() == [0, 14, 28, 42]
    assert outlook_with_minimum(value=100.0, fee=5.0).ordered[0].nonzero()[0].tolist() == list(range(0, 56, 7))


def test_what_reaches_the_minimum_or_has_no_known_cost_does_not_wait():
    plain = outlook_of(unit_cost=4, order_cost=np.nan)[1]
    assert outlook_with_minimum(value=56.0).ordered.tolist() == plain.ordered.tolist()
    assert outlook_with_minimum(value=np.nan).ordered.tolist() == plain.ordered.tolist()


def test_the_money_of_the_orders_is_added_up_by_supplier_and_day():
    policy = weekly_policy(lead_time_days=[3, 3, 3], unit_cost=[4, 5, np.nan], order_cost=np.nan)
    demand = poisson_demand([2.0, 1.0, 1.0], horizon=40)
    decision = decide(demand, policy, Stock(on_hand=[0, 0, 0]))
    outlook = order_outlook(demand, policy, decision)
    money = outlook.order_value(unit_cost=policy.unit_cost, supplier=[0, 1, 1], suppliers=2)
    assert money.shape == (2, 56)
    assert money[0, 0] == 4 * decision.order_quantity[0]
    assert money[1, 0] == 5 * decision.order_quantity[1]


def test_beyond_the_forecast_the_daily_mean_goes_on():
    _, outlook = outlook_of(rate=2.0)
    assert outlook.sold[0, 50] == pytest.approx(2.0)


@settings(max_examples=30)
@given(shop=shops())
def test_stock_is_conserved_every_day_and_only_what_can_be_ordered_is(shop):
    decision = decide(shop.demand, shop.policy, shop.stock, calendar=shop.calendar)
    outlook = order_outlook(shop.demand, shop.policy, decision, calendar=shop.calendar)
    start = np.maximum(shop.stock.on_hand, 0.0)[:, None]
    end = start + np.cumsum(outlook.arriving - outlook.sold, axis=1)
    np.testing.assert_allclose(outlook.on_hand, end, atol=1e-6)
    assert (np.nan_to_num(outlook.on_hand) >= -1e-9).all()
    assert not outlook.ordered[~(decision.active & decision.orderable)].any()
    packs = outlook.ordered / shop.policy.pack_size[:, None]
    np.testing.assert_allclose(packs, np.rint(packs), atol=1e-6)
