"""Tests of past origins and what was sold after them."""

import numpy as np

from forecasting.past import actual_totals, opening, past_origins
from tests.forecasting.simulated import poisson_shop, shop_of


def test_past_origins_are_weekly_and_end_a_week_before_the_end() -> None:
    origins = past_origins(730)
    assert origins[-1] == 722
    assert len(origins) == 52
    assert (np.diff(origins) == 7).all()


def test_actual_totals_add_up_the_days_after_the_origin() -> None:
    units = poisson_shop(n_days=100, n_products=9) + 1.0
    totals = actual_totals(shop_of(units), origins=np.array([50, 95]), spans=np.array([1, 7]))
    np.testing.assert_allclose(totals[:, 0, 0], units[51])
    np.testing.assert_allclose(totals[:, 0, 1], units[51:58].sum(axis=0))
    assert np.isnan(totals[:, 1, 1]).all()


def test_a_closed_day_sold_nothing_but_days_before_the_launch_are_unknown() -> None:
    units = np.full((30, 8), 2.0)
    units[20] = 0.0
    units[:19, 7] = 0.0
    totals = actual_totals(shop_of(units), origins=np.array([17]), spans=np.array([5]))
    assert totals[0, 0, 0] == 8.0
    assert np.isnan(totals[7, 0, 0])


def test_opening_is_judged_by_what_was_known_at_each_origin() -> None:
    sold = np.ones(140, dtype=bool)
    sold[70 + 6 :: 7] = False
    is_open = opening(sold, origins=np.array([69, 139]), horizon=7)
    assert is_open.tolist() == [[1.0] * 7, [1.0] * 6 + [0.0]]
