import datetime as dt
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.decision import decide
from inventory.demand import poisson_demand
from inventory.order_calendar import order_calendar
from inventory.policy import Policy, Stock
from tests.inventory.examples import MONDAY, SUPPLIERS, shops, weekly_policy

TWO_A_DAY = poisson_demand(2.0, horizon=28)  # 28 in 14 days, at most 37 in 95 %


def test_an_order_fills_up_to_the_reorder_point_plus_the_lot():
    decision = decide(TWO_A_DAY, weekly_policy(unit_cost=4, pack_size=6), Stock(on_hand=10, on_order=5))
    assert decision.expected_demand == [28.0]
    assert decision.safety_stock == [9.0]
    assert decision.reorder_point == [37.0]
    assert decision.lot == [85.0]  # EOQ sqrt(2 x 730 x 5 / 1) = 85.4
    assert decision.order_up_to == [122.0]
    assert decision.inventory_position == [15.0]
    assert decision.order_quantity == [108.0]  # 107 in packs of six
    assert decision.days_of_cover == [7.5]
    assert decision.service_level_reached == pytest.approx([0.95])


@pytest.mark.parametrize(("on_hand", "order"), [(38, 0), (37, 85), (36, 86)])
def test_nothing_is_ordered_above_the_reorder_point(on_hand, order):
    assert decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=on_hand)).order_quantity == [order]


@pytest.mark.parametrize(("on_hand", "order"), [(37, 0), (36, 1)])
def test_without_a_known_cost_the_order_fills_up_to_the_reorder_point(on_hand, order):
    decision = decide(TWO_A_DAY, weekly_policy(unit_cost=np.nan), Stock(on_hand=on_hand))
    assert np.isnan(decision.eoq)
    assert decision.lot == [0]
    assert decision.order_up_to == [37.0]
    assert decision.order_quantity == [order]


def test_an_uncounted_product_has_a_level_but_no_order():
    decision = decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=np.nan, on_order=4))
    assert decision.order_up_to == [122.0]
    for unknown in (decision.order_quantity, decision.inventory_position, decision.days_of_cover, decision.need):
        assert np.isnan(unknown).all()


def test_a_wrong_negative_record_is_used_as_it_is():
    assert decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=-3)).order_quantity == [125.0]


@pytest.mark.parametrize("on_hand", [0, np.nan])
def test_an_inactive_product_is_not_ordered(on_hand):
    assert decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=on_hand, active=False)).order_quantity == [0]


def test_a_product_that_does_not_sell_is_not_ordered():
    decision = decide(poisson_demand(0.0, horizon=28), weekly_policy(moq=15), Stock(on_hand=0))
    assert decision.order_quantity == [0]
    assert np.isnan(decision.days_of_cover)


def test_the_simple_rule_orders_at_one_and_a_half_days_of_sales_and_tells_its_service():
    sales = np.array([2.0])
    decision = decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=3), rule="simple", average_daily_sales=sales)
    assert decision.reorder_point == [3.0]
    assert decision.order_quantity == [85.0]
    assert decision.expected_demand + decision.safety_stock == [3.0]
    assert decision.service_level_reached < 0.001


def test_the_simple_rule_needs_the_average_sales_of_every_product():
    with pytest.raises(ValueError, match="average_daily_sales must be given for the simple rule"):
        decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=3), rule="simple")
    with pytest.raises(ValueError, match="average_daily_sales must have one value per product"):
        decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=3), rule="simple", average_daily_sales=np.array([1.0, 2.0]))


def test_an_unknown_rule_and_other_sizes_are_refused():
    with pytest.raises(ValueError, match="rule must be quantile or simple, got gut"):
        decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=3), rule="gut")
    with pytest.raises(ValueError, match="stock must have the 1 products of the demand, got 2"):
        decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=[3, 4]))


def test_order_days_decide_how_long_an_order_must_last():
    """Tuesdays seen from a Wednesday: 6 days to the order, 7 more to the next, 7 of delivery: 20 days, not 14."""
    wednesday = order_calendar([SUPPLIERS[2]], supplier=[0], today=MONDAY + dt.timedelta(days=9))
    decision = decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=10), calendar=wednesday)
    assert decision.protection_days == [20.0]
    assert decision.expected_demand == [40.0]
    assert (decision.order_in_days, decision.arrival_in_days) == ([6.0], [13.0])
    assert decision.lead_time_demand == [26.0]


def test_what_sells_until_the_order_arrives_goes_by_the_average_day_of_arrival():
    """Seven and a half days on average, two a day: 15 sell until then, not the 16 of eight days."""
    tuesday = order_calendar([SUPPLIERS[2]], supplier=[0], today=MONDAY + dt.timedelta(days=1))
    policy = weekly_policy(lead_time_days=7.5, lead_time_sd_days=1.5)
    decision = decide(poisson_demand(2.0, horizon=42), policy, Stock(on_hand=10), calendar=tuesday)
    assert decision.arrival_in_days == [7.5]
    np.testing.assert_allclose(decision.lead_time_demand, [15.0])


def test_a_supplier_who_takes_no_orders_is_not_ordered_from():
    calendar = order_calendar([SUPPLIERS[3]], supplier=[0], today=MONDAY)
    decision = decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=0), calendar=calendar)
    assert decision.order_quantity == [0]
    assert not decision.orderable.any()
    assert np.isnan(decision.order_in_days).all()


def test_what_spoils_is_ordered_no_further_than_it_sells():
    """Two a day, a week until it comes, three days good: 6 sell in these; 10 of the week's 14 are missed."""
    decision = decide(TWO_A_DAY, weekly_policy(shelf_life_days=3), Stock(on_hand=4))
    assert decision.shelf_life_limit == [10.0]
    assert decision.shelf_life_cut == [10 - 122]
    assert decision.reorder_point == [10.0]
    assert decision.order_quantity == [6.0]


@pytest.mark.parametrize(("moq", "order"), [(0, 6.0), (15, 18.0), (30, 30.0)])
def test_packs_of_what_spoils_are_rounded_down_where_the_supplier_lets_one(moq, order):
    policy = weekly_policy(shelf_life_days=3, pack_size=6, moq=moq)
    assert decide(TWO_A_DAY, policy, Stock(on_hand=4)).order_quantity == [order]


def test_a_fill_rate_is_reached_with_fewer_units_than_the_same_cycle_service():
    """Poisson, 28 in two weeks of which 14 in the first: 31 serve 93.1 %, 32 serve 94.9 % (stockpyl)."""
    conditions = {"unit_cost": np.nan, "service_level": 0.94}
    cycle = decide(TWO_A_DAY, weekly_policy(**conditions), Stock(on_hand=0))
    fill = decide(TWO_A_DAY, weekly_policy(**conditions, by_fill_rate=True), Stock(on_hand=0))
    assert (cycle.reorder_point, fill.reorder_point) == ([37.0], [32.0])


@given(shop=shops())
def test_all_at_once_is_the_same_as_one_by_one(shop):
    together = decide(shop.demand, shop.policy, shop.stock, calendar=shop.calendar)
    for product in range(shop.demand.products):
        one = np.array([product])
        alone = decide(
            shop.demand.only(one),
            _only(shop.policy, product),
            _only(shop.stock, product),
            calendar=shop.calendar and shop.calendar.only(one),
        )
        for field in fields(together):
            if field.name != "rule":
                every, single = getattr(together, field.name)[product], getattr(alone, field.name)[0]
                np.testing.assert_allclose(every, single, rtol=1e-12, err_msg=field.name)


@given(shop=shops(), more=st.floats(0, 500))
def test_more_stock_never_raises_the_order(shop, more):
    order = decide(shop.demand, shop.policy, shop.stock, calendar=shop.calendar).order_quantity
    fuller = Stock(on_hand=shop.stock.on_hand + more, on_order=shop.stock.on_order, active=shop.stock.active)
    with_more = decide(shop.demand, shop.policy, fuller, calendar=shop.calendar).order_quantity
    known = ~np.isnan(order)
    assert (with_more[known] <= order[known]).all()


@given(shop=shops())
def test_an_order_lifts_the_position_to_the_level_in_packs_and_above_the_minimum(shop):
    decision = decide(shop.demand, shop.policy, shop.stock, calendar=shop.calendar)
    ordered = np.nan_to_num(decision.order_quantity) > 0
    order, pack = decision.order_quantity[ordered], shop.policy.pack_size[ordered]
    short = decision.order_up_to[ordered] - decision.inventory_position[ordered] - order
    assert (short <= np.where(np.isinf(decision.shelf_life_limit[ordered]), 1e-9, pack)).all()
    assert (order >= shop.policy.moq[ordered]).all()
    np.testing.assert_allclose(order / pack, np.rint(order / pack))


def test_a_chain_of_twenty_thousand_products_is_decided():
    random = np.random.default_rng(0)
    demand = poisson_demand(random.integers(0, 30, 20_000).astype(float), horizon=21, levels=[0.5, 0.95])
    policy = weekly_policy(lead_time_days=random.integers(1, 14, 20_000))
    assert decide(demand, policy, Stock(on_hand=random.integers(0, 100, 20_000))).products == 20_000


def _only(record: Policy | Stock, product: int) -> Policy | Stock:
    return replace(record, **{each.name: getattr(record, each.name)[[product]] for each in fields(record)})
