"""Movements since the count tell which records cannot be true."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd

from app.planning.plan import Plan, make_plan
from app.planning.stock_record import days_since_sale
from app.words.reasons import reason_lines
from tests.app.shops import TODAY, plan_of

COUNTED = {"counted": 10.0, "counted_on": pd.Timestamp(TODAY - dt.timedelta(days=7))}


def moved(plan: Plan, **received: float) -> Plan:
    """The plan after deliveries of so many units three days ago."""
    day = pd.Timestamp(TODAY - dt.timedelta(days=3))
    moves = pd.DataFrame([{"day": day, "sku": sku, "ordered": 0.0, "received": n} for sku, n in received.items()])
    return make_plan(replace(plan.inputs, moves=moves), plan.forecast)


def test_the_ledger_moves_from_the_count_by_sales_and_deliveries() -> None:
    plan = moved(plan_of({**COUNTED, "on_hand": 16.0}), p0=20.0)
    ledger = plan.records.ledger
    assert (ledger.counted[0], ledger.received[0], ledger.sold[0], ledger.on_hand[0]) == (10, 20, 14, 16)
    assert ledger.days_since_count[0] == 7
    assert not plan.records.signs.any.any()


def test_what_sold_though_none_was_left_is_in_doubt() -> None:
    """Ten counted, two a day sold: none is left after five days, and the record says that two days sold none of it."""
    plan = plan_of({**COUNTED, "on_hand": -4.0, "unit_cost": 4.0, "price": 9.0})
    signs = plan.records.signs
    assert signs.negative[0]
    assert signs.sold_though_empty[0]
    assert plan.records.ledger.sold_though_empty[0] == 4


def test_what_was_sold_before_the_count_of_the_same_day_is_not_in_doubt() -> None:
    """Two a day are sold; none was left when the last day was over, which its two sales had emptied."""
    evening = {"counted": 0.0, "counted_on": pd.Timestamp(TODAY - dt.timedelta(days=1)), "on_hand": 0.0}
    assert not plan_of({**evening, "sold_since": 0.0}).records.signs.any.any()
    assert plan_of({**evening, "sold_since": 2.0}).records.ledger.sold_though_empty[0] == 2


def test_a_delivery_of_more_than_a_year_ago_is_still_on_the_shelf() -> None:
    """Ten counted and 2,000 delivered 500 days ago, two a day sold since: there is no sign of a wrong record."""
    first = pd.Timestamp(TODAY - dt.timedelta(days=500))
    plan = plan_of({"counted": 10.0, "counted_on": first, "on_hand": 1010.0, "unit_cost": 4.0}, history_days=500)
    moves = pd.DataFrame([{"day": first + pd.Timedelta(days=5), "sku": "p0", "ordered": 0.0, "received": 2000.0}])
    records = make_plan(replace(plan.inputs, moves=moves), plan.forecast).records
    assert records.ledger.sold_though_empty[0] == 0
    assert not records.signs.any.any()


def test_what_is_not_ordered_any_more_and_bundles_need_no_count() -> None:
    box = pd.DataFrame({"bundle": ["p1"], "part": ["p2"], "units": [6.0]})
    plan = plan_of({**COUNTED, "on_hand": -4.0, "active": False}, {}, {}, bundle_parts=box)
    assert plan.count_first.product.tolist() == [2]


def test_days_since_the_last_sale_begin_with_the_first_day_on_sale() -> None:
    units = np.array([[2.0, np.nan, np.nan, 0.0], [0.0, 0.0, np.nan, 1.0], [0.0, 0.0, np.nan, 1.0]])
    np.testing.assert_array_equal(days_since_sale(units), [2, 1, np.nan, 0])


def test_a_record_below_zero_is_planned_as_none_and_told_as_it_is() -> None:
    plan = plan_of(
        {"on_hand": -5.0, "counted": 3.0, "counted_on": pd.Timestamp(TODAY), "sold_since": 8.0}, {"on_hand": 0.0}
    )
    assert plan.decision.on_hand.tolist() == [0, 0]
    assert plan.quantity[0] == plan.quantity[1] > 0
    assert plan.on_record.tolist() == [-5, 0]
    assert plan.count_first.product.tolist()[0] == 0
    assert any("-5, which cannot be" in line.reason for line in reason_lines(plan, 0))
