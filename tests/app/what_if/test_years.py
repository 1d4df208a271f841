"""The year now is that of the plan: ordered as often as its suppliers' order days allow."""

import numpy as np

from app.what_if.years import Moves, product_years, shop_years
from inventory.intervals import order_intervals
from tests.app.shops import plan_of

TEA = {"on_hand": 20.0, "unit_cost": 4.0, "order_cost": 0.0, "lead_time_days": 2.0}
SUPPLIERS = {
    "Every day": {"order_days": "any", "order_cost": 0.0},
    "Tuesdays": {"order_days": "Tue", "order_cost": 0.0},
    "Fortnights": {"order_days": "every 14 days from 2024-03-11", "order_cost": 0.0},
}


def test_a_product_is_ordered_as_often_as_its_supplier_takes_orders() -> None:
    plan = plan_of(*({**TEA, "supplier": name} for name in SUPPLIERS), suppliers=SUPPLIERS)
    now, _then = shop_years(plan, Moves())
    assert order_intervals(now.policy).protection.days.ravel().tolist() == [1 + 2, 7 + 2, 14 + 2]
    every_day, tuesdays, fortnights = now.year.orders[0]
    assert every_day > 200
    assert 45 < tuesdays <= 53
    assert 24 < fortnights <= 27


def test_the_level_of_now_is_that_of_todays_plan_where_today_is_an_order_day() -> None:
    plan = plan_of({**TEA, "supplier": "Fortnights"}, suppliers=SUPPLIERS)
    now, _then = product_years(plan, 0, Moves())
    np.testing.assert_array_equal(now.aim.reorder_point, plan.decision.reorder_point)
