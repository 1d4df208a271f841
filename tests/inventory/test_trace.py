from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.decision import decide
from inventory.demand import poisson_demand
from inventory.policy import Stock
from inventory.trace import trace_order
from tests.inventory.examples import shops, weekly_policy

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


@given(shop=shops(), simple=st.booleans(), sales=st.floats(0, 40))
def test_the_printed_parts_add_up_to_the_order_exactly(shop, simple, sales):
    rule = "simple" if simple else "quantile"
    average = np.full(shop.demand.products, sales)
    decision = decide(shop.demand, shop.policy, shop.stock, rule=rule, average_daily_sales=average)
    for product in range(decision.products):
        trace = trace_order(decision, product)
        printed = sum(Decimal(str(part.amount)) for part in trace.parts)
        expected = decision.order_quantity[product]
        if np.isnan(expected):
            assert float(printed) == decision.order_up_to[product]
        else:
            assert printed == trace.order_quantity
            assert float(trace.order_quantity) == expected


def test_an_unknown_product_is_refused():
    with pytest.raises(IndexError):
        trace_order(decide(TWO_A_DAY, weekly_policy(), Stock(on_hand=3)), 1)
