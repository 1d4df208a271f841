from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.adjustments import Adjustments, adjusted_quantity
from inventory.decision import decide
from inventory.demand import poisson_demand
from inventory.order_calendar import order_calendar
from inventory.policy import Stock
from inventory.trace import trace_order
from tests.inventory.examples import MONDAY, SUPPLIERS, shops, weekly_policy

TWO_A_DAY = poisson_demand(2.0, horizon=28)


def amounts(trace):
    return {part.code: str(part.amount) for part in trace.parts}


def test_the_parts_of_an_order_are_expected_sales_safety_lot_less_stock_and_rounding():
    decision = decide(TWO_A_DAY, weekly_policy(pack_size=6, moq=12), Stock(on_hand=10.25, on_order=5))
    trace = trace_order(decision, 0)
    assert trace.outcome == "ordered"
    assert amounts(trace) == {
        "expected_sales": "28.0",
        "safety_stock": "9.0",
        "lot": "85",
        "on_hand": "-10.25",
        "on_order": "-5",
        "rounding": "1.25",
    }
    assert trace.need == Decimal("106.75")
    assert trace.order_quantity == 108
    assert trace.parts[-1].details == {"pack_size": 6.0, "moq": 12.0}


def test_enough_stock_is_said_with_the_same_parts():
    trace = trace_order(decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=60)), 0)
    assert trace.outcome == "enough_stock"
    assert amounts(trace) | {"enough_stock": "-62"} == amounts(trace)
    assert trace.need == 62
    assert trace.order_quantity == 0


def test_the_simple_rule_has_its_threshold_for_expected_sales_and_safety():
    sales = np.array([2.1])
    decision = decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=1), rule="simple", average_daily_sales=sales)
    assert [part.code for part in trace_order(decision, 0).parts] == [
        "threshold",
        "lot",
        "on_hand",
        "on_order",
        "rounding",
    ]


def test_an_uncounted_product_says_how_many_should_be_there():
    trace = trace_order(decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=np.nan)), 0)
    assert trace.outcome == "count_missing"
    assert trace.order_quantity is None
    assert trace.need is None
    assert sum(part.amount for part in trace.parts) == 122


@pytest.mark.parametrize("on_hand", [3, np.nan])
def test_an_inactive_product_says_so(on_hand):
    trace = trace_order(decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=on_hand, active=False)), 0)
    assert trace.outcome == "inactive"
    assert trace.order_quantity == sum(part.amount for part in trace.parts) == 0


def test_what_would_spoil_is_a_part_of_its_own():
    trace = trace_order(decide(TWO_A_DAY, weekly_policy(shelf_life_days=3), Stock(on_hand=4)), 0)
    assert amounts(trace) == {
        "expected_sales": "28.0",
        "safety_stock": "9.0",
        "lot": "85",
        "shelf_life": "-112.0",
        "on_hand": "-4",
        "on_order": "0",
        "rounding": "0",
    }


def test_a_supplier_who_takes_no_orders_is_named():
    calendar = order_calendar([SUPPLIERS[3]], supplier=[0], today=MONDAY)
    trace = trace_order(decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=10), calendar=calendar), 0)
    assert trace.outcome == "no_order_day"
    assert amounts(trace)["no_order_day"] == "-112"
    assert trace.order_quantity == 0


def test_adjustments_follow_the_rounding():
    decision = decide(TWO_A_DAY, weekly_policy(pack_size=6), Stock(on_hand=10))
    adjustments = Adjustments(minimum_top_up=12, budget_cut=-30, override=100)
    trace = trace_order(decision, 0, adjustments=adjustments)
    assert list(amounts(trace).items())[-4:] == [
        ("rounding", "2"),
        ("minimum_top_up", "12"),
        ("budget_cut", "-30"),
        ("override", "4"),
    ]
    assert trace.parts[-1].details == {"advised": 96.0}
    assert trace.order_quantity == 100 == adjusted_quantity(decision, adjustments)


def test_the_owner_may_order_what_was_not_counted():
    decision = decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=np.nan))
    trace = trace_order(decision, 0, adjustments=Adjustments(override=50))
    assert amounts(trace)["override"] == "-72"
    assert trace.order_quantity == 50
    assert trace_order(decision, 0, adjustments=Adjustments()).order_quantity is None


@st.composite
def adjusted(draw, decision):
    order = np.nan_to_num(decision.order_quantity)
    shares = np.array(draw(st.lists(st.floats(0, 1), min_size=order.size, max_size=order.size)))
    top_up = draw(st.sampled_from([0.0, 2.125, 36.0]))
    override = draw(st.lists(st.sampled_from([np.nan, 0.0, 7.5, 90.0]), min_size=order.size, max_size=order.size))
    cut = -(order * shares).round(3)
    waiting = np.array(draw(st.lists(st.booleans(), min_size=order.size, max_size=order.size)))
    wait = np.where(waiting, -(order + cut), 0.0)
    settled = np.array(draw(st.lists(st.booleans(), min_size=order.size, max_size=order.size)))
    return Adjustments(
        decided=np.where(settled, -order, 0.0),
        minimum_top_up=np.where(settled, 0.0, top_up),
        minimum_wait=np.where(settled, 0.0, wait),
        budget_cut=np.where(settled, 0.0, cut),
        override=override,
    )


@given(shop=shops(), simple=st.booleans(), sales=st.floats(0, 40), data=st.data())
def test_the_printed_parts_add_up_to_the_order_exactly(shop, simple, sales, data):
    rule = "simple" if simple else "quantile"
    average = np.full(shop.demand.products, sales)
    decision = decide(
        shop.demand, shop.policy, shop.stock, calendar=shop.calendar, rule=rule, average_daily_sales=average
    )
    adjustments = data.draw(adjusted(decision))
    ordered = adjusted_quantity(decision, adjustments)
    for product in range(decision.products):
        adds_up(trace_order(decision, product), decision.order_quantity[product], decision.order_up_to[product])
        trace = trace_order(decision, product, adjustments=adjustments)
        adds_up(trace, ordered[product], decision.order_up_to[product])


def adds_up(trace, quantity, order_up_to):
    printed = sum(Decimal(str(part.amount)) for part in trace.parts)
    if np.isnan(quantity):
        assert trace.order_quantity is None
        assert float(printed) == order_up_to
    else:
        assert printed == trace.order_quantity
        assert float(trace.order_quantity) == pytest.approx(quantity, rel=1e-15)


def test_an_unknown_product_is_refused():
    with pytest.raises(IndexError):
        trace_order(decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=3)), 1)
