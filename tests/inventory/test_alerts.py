import numpy as np
from hypothesis import given

from inventory.alerts import CODES, find_alerts
from inventory.decision import decide
from inventory.demand import poisson_demand
from inventory.policy import Stock
from tests.inventory.examples import shops, weekly_policy


def alerts_of(on_hand, *, rate=2.0, on_order=0, active=True, **conditions):
    on_hand = np.atleast_1d(np.asarray(on_hand, dtype=float))
    demand = poisson_demand(np.broadcast_to(np.asarray(rate, dtype=float), on_hand.shape), horizon=28)
    policy = weekly_policy(lead_time_days=np.full(on_hand.shape, 7.0), **conditions)
    stock = Stock(on_hand=on_hand, on_order=on_order, active=active)
    return find_alerts(decide(demand, policy, stock), policy, stock)


def test_the_most_urgent_comes_first():
    alerts = alerts_of([500, np.nan, 30, 13, 0, 60])
    assert alerts.code.tolist() == list(CODES)
    assert alerts.product.tolist() == [4, 3, 2, 0, 1]


def test_what_is_short_is_counted_in_units_and_days():
    alerts = alerts_of(4)  # 14 sell in the lead time of a week
    assert alerts.units_short.tolist() == [10.0]
    assert alerts.days_short.tolist() == [5.0]
    assert alerts.days_of_cover.tolist() == [2.0]


def test_what_is_on_order_counts_towards_the_lead_time():
    assert alerts_of(4, on_order=10).code.tolist() == ["below_reorder_point"]


def test_an_empty_shelf_matters_only_where_something_sells():
    assert len(alerts_of(0, rate=0.0)) == 0


def test_inactive_products_raise_no_alert():
    assert len(alerts_of([0, 500, np.nan], active=False)) == 0


def test_overstock_is_beyond_maximum_cover_and_twice_the_level():
    # The level is 122; the maximum cover of 90 days sells 180.
    assert len(alerts_of(244)) == 0
    alerts = alerts_of(245)
    assert alerts.code.tolist() == ["overstock"]
    assert alerts.units_over.tolist() == [123.0]
    assert alerts.value_tied_up.tolist() == [492.0]


def test_what_a_supplier_forces_on_the_shop_is_no_overstock():
    assert len(alerts_of(500, moq=500)) == 0


def test_stock_of_what_no_longer_sells_is_overstock():
    alerts = alerts_of(3, rate=0.0)
    assert alerts.code.tolist() == ["overstock"]
    assert np.isnan(alerts.days_of_cover).all()


def test_within_a_kind_the_largest_comes_first():
    assert alerts_of([0, 0], rate=[1.0, 5.0]).product.tolist() == [1, 0]
    assert alerts_of([20, 16]).product.tolist() == [1, 0]
    assert alerts_of([400, 600]).product.tolist() == [1, 0]
    assert alerts_of([np.nan, np.nan], rate=[1.0, 5.0]).product.tolist() == [1, 0]


def test_most_money_lost_by_waiting_comes_first_whatever_the_kind():
    """Sold out, running out, due and overstocked; the one that is due loses most, one loss is unknown."""
    on_hand = np.array([0.0, 13.0, 30.0, 500.0])
    demand = poisson_demand(np.full(4, 2.0), horizon=28)
    policy, stock = weekly_policy(lead_time_days=np.full(4, 7.0)), Stock(on_hand=on_hand)
    money = np.array([5.0, np.nan, 80.0, 900.0])
    alerts = find_alerts(decide(demand, policy, stock), policy, stock, lost_margin=money)
    assert alerts.product.tolist() == [2, 0, 1, 3]
    np.testing.assert_array_equal(alerts.lost_margin[:3], [80.0, 5.0, np.nan])


@given(shop=shops(products=8))
def test_every_product_has_at_most_one_alert_in_order_of_urgency(shop):
    decision = decide(shop.demand, shop.policy, shop.stock)
    alerts = find_alerts(decision, shop.policy, shop.stock)
    assert np.unique(alerts.product).size == len(alerts)
    rank = [CODES.index(code) for code in alerts.code]
    assert rank == sorted(rank)
    missing = np.flatnonzero(np.isnan(shop.stock.on_hand) & shop.stock.active)
    assert set(alerts.product[alerts.code == "count_missing"]) == set(missing)
    due = np.flatnonzero(np.nan_to_num(decision.order_quantity) > 0)
    assert set(due) <= set(alerts.product)
