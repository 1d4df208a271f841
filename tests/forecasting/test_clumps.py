"""Tests of how many units sell at once."""

import numpy as np

from forecasting.clumps import sale_clumps


def test_pieces_sold_one_by_one_come_in_clumps_of_one_however_many_sell() -> None:
    units = np.random.default_rng(0).poisson([0.3, 3.0, 30.0, 300.0], (200, 4)).astype(float)
    assert (np.abs(np.log(sale_clumps(units))) < 0.3).all()


def test_weekdays_are_no_clumps() -> None:
    season = np.tile([40.0, 40, 40, 40, 80, 160, 0], 20)
    units = np.random.default_rng(0).poisson(season[:, None], (140, 3)).astype(float)
    assert (sale_clumps(units) < 1.4).all()


def test_negative_binomial_sales_have_their_ratio_of_variance_to_mean() -> None:
    random = np.random.default_rng(0)
    units = np.stack([random.poisson(4.0, 365), random.negative_binomial(1, 0.2, 365)], axis=1).astype(float)
    clumps = sale_clumps(units)  # 1 and 5
    assert clumps[0] < 1.5
    assert 3.0 < clumps[1] < 6.0


def test_a_product_of_few_days_is_like_the_others_with_such_a_lot() -> None:
    random = np.random.default_rng(0)
    cases = random.poisson(0.3, (200, 8)) * 12.0
    pieces = random.poisson(2.0, (200, 8)).astype(float)
    new = np.full((200, 2), np.nan)
    new[-5:] = [[12.0, 1.0], [0.0, 0.0], [24.0, 3.0], [0.0, 1.0], [12.0, 2.0]]
    clumps = sale_clumps(np.concatenate((cases, pieces, new), axis=1))
    assert 8.0 < clumps[-2] < 16.0
    assert clumps[-1] < 1.5


def test_clumps_are_measured_in_the_units_of_sale() -> None:
    units = np.random.default_rng(0).negative_binomial(1, 0.2, (100, 6)).astype(float)
    np.testing.assert_allclose(sale_clumps(units * 0.25), 0.25 * sale_clumps(units))


def test_a_shop_of_days_has_clumps_of_two_lots() -> None:
    np.testing.assert_array_equal(sale_clumps(np.array([[3.0, 0.0], [3.0, 5.0]])), [6.0, 10.0])
