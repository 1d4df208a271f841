"""A promotion sells more for some days; what it needs is ordered in time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.demand import poisson_demand
from inventory.promotion import Promotion, extra_order, with_promotion
from tests.inventory.examples import weekly_policy

DEMAND = poisson_demand([10.0], horizon=60)


def test_only_the_days_of_the_promotion_sell_more() -> None:
    more = with_promotion(DEMAND, Promotion(first_day=5, days=10, factor=1.5))
    np.testing.assert_allclose(np.diff(more.mean[0], prepend=0.0), [*[10.0] * 5, *[15.0] * 10, *[10.0] * 45])


def test_quantiles_grow_as_the_means_do() -> None:
    more = with_promotion(DEMAND, Promotion(first_day=0, days=60, factor=2.0))
    np.testing.assert_allclose(more.quantiles, 2 * DEMAND.quantiles)


def test_it_is_ordered_on_the_last_day_from_which_it_comes_in_time() -> None:
    policy = weekly_policy(lead_time_days=4, review_period_days=7, service_level=0.95)
    extra = extra_order(DEMAND, policy, Promotion(first_day=12, days=7, factor=1.5))
    assert extra.order_in_days.tolist() == [8.0]
    assert extra.sells_more.tolist() == [35.0]
    # Eleven days from day 8 on: seven of the promotion, 35 beyond the usual 110, whose 95 % quantile is 128.
    assert DEMAND.quantile(11, 0.95).tolist() == [128.0]
    assert extra.order_more.tolist() == [np.ceil(128 * 35 / 110)]
    assert extra.late_days.tolist() == [0.0]


def test_one_that_begins_before_a_delivery_can_come_is_late() -> None:
    extra = extra_order(DEMAND, weekly_policy(lead_time_days=4), Promotion(first_day=1, days=7, factor=1.5))
    assert extra.order_in_days.tolist() == [0.0]
    assert extra.late_days.tolist() == [3.0]


def test_what_is_ordered_comes_in_packs() -> None:
    extra = extra_order(DEMAND, weekly_policy(pack_size=24), Promotion(first_day=12, days=7, factor=1.5))
    assert extra.order_more[0] % 24 == 0
    assert extra.order_more[0] > 0


def test_no_promotion_asks_for_nothing() -> None:
    extra = extra_order(DEMAND, weekly_policy(), Promotion(first_day=3, days=7, factor=1.0))
    assert extra.order_more.tolist() == extra.sells_more.tolist() == [0.0]


@given(first=st.integers(0, 70), days=st.integers(1, 60), factor=st.floats(1.0, 5.0))
def test_more_never_sells_less_and_totals_still_rise(first: int, days: int, factor: float) -> None:
    promotion = Promotion(first, days, factor)
    more, extra = with_promotion(DEMAND, promotion), extra_order(DEMAND, weekly_policy(), promotion)
    assert (more.mean >= DEMAND.mean - 1e-9).all()
    assert (np.diff(more.mean, axis=1) >= 0).all()
    assert (extra.order_more >= 0).all()
    assert extra.sells_more[0] == pytest.approx(more.mean[0, -1] - DEMAND.mean[0, -1], abs=1e-6)
