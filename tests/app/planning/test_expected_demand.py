"""New products sell as a similar one does, bundles sell their parts."""

from dataclasses import replace

import numpy as np
import pandas as pd

from app.planning.plan import Plan, make_plan
from tests.app.shops import plan_of

BOX = pd.DataFrame({"bundle": ["box"], "part": ["bottle"], "units": [6.0]})


def with_reasons(plan: Plan, *reasons: str) -> Plan:
    return make_plan(plan.inputs, replace(plan.forecast, reason=reasons))


def test_a_new_product_is_expected_to_sell_as_the_similar_one_does() -> None:
    plan = plan_of({"rate": 4.0, "sku": "tea"}, {"rate": 0.0, "similar_to": "tea", "similar_share": 0.5})
    new = with_reasons(plan, "", "no_history")
    assert new.demand.expected(10).tolist() == [40, 20]
    assert new.similar.tolist() == [-1, 0]


def test_a_product_with_sales_enough_speaks_for_itself() -> None:
    plan = plan_of({"rate": 4.0, "sku": "tea"}, {"rate": 1.0, "similar_to": "tea"})
    assert with_reasons(plan, "", "").demand.expected(10).tolist() == [40, 10]


def test_a_similar_product_that_is_gone_changes_nothing() -> None:
    plan = plan_of({"rate": 1.0, "similar_to": "gone"})
    assert with_reasons(plan, "no_history").similar.tolist() == [-1]


def test_a_bundle_is_not_ordered_and_sells_its_parts() -> None:
    plan = plan_of({"sku": "box", "rate": 2.0}, {"sku": "bottle", "rate": 5.0, "on_hand": 3.0}, bundle_parts=BOX)
    assert plan.bundle.tolist() == [True, False]
    assert plan.demand.expected(1).tolist() == [0, 17]
    assert plan.average_daily_sales.tolist() == [0, 17]
    assert plan.quantity[0] == 0
    assert plan.quantity[1] > 0
    assert 0 not in plan.alerts.product


def test_a_bundle_whose_parts_are_gone_is_a_product_like_any_other() -> None:
    plan = plan_of({"sku": "box", "on_hand": 1.0}, bundle_parts=BOX)
    assert not plan.bundle.any()
    np.testing.assert_array_equal(plan.demand.expected(1), [2])
