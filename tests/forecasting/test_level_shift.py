import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from forecasting.arrays import FloatArray
from forecasting.level_shift import _rank_sum_chance, find_level_shifts
from tests.forecasting.simulated import poisson_shop

N_DAYS = 280


def shop_with(product: FloatArray, *, seed: int = 2) -> FloatArray:
    """Thirty ordinary products and one more, the first."""
    return np.column_stack((product, poisson_shop(n_days=len(product), n_products=30, seed=seed)))


def daily(rate: float, *, seed: int = 1) -> FloatArray:
    return np.random.default_rng(seed).poisson(rate, N_DAYS).astype(np.float64)


def test_the_chance_is_that_of_the_exact_rank_sum_test() -> None:
    random = np.random.default_rng(0)
    after, before = random.normal(0.8, 1.0, (5, 40)), random.normal(size=(26, 40))
    expected = mannwhitneyu(after, before, method="exact").pvalue
    np.testing.assert_allclose(_rank_sum_chance(after, before), expected)


def test_weeks_that_were_not_observed_count_neither_way() -> None:
    random = np.random.default_rng(0)
    after, before = random.normal(0.8, 1.0, (5, 1)), random.normal(size=(20, 1))
    gaps = np.vstack((before[:10], np.full((3, 1), np.nan), before[10:]))
    np.testing.assert_array_equal(_rank_sum_chance(after, gaps), _rank_sum_chance(after, before))


@pytest.mark.parametrize(("factor", "weeks"), [(3.0, 5), (0.2, 6), (0.0, 4)])
def test_a_product_selling_at_another_level_for_weeks_is_found_with_the_day(factor: float, weeks: int) -> None:
    sold = daily(6.0)
    sold[-7 * weeks :] = np.random.default_rng(9).poisson(6.0 * factor, 7 * weeks)
    shifts = find_level_shifts(shop_with(sold))
    assert np.flatnonzero(shifts.found).tolist() == [0]
    assert abs(int(shifts.first_row[0]) - (N_DAYS - 7 * weeks)) <= 7
    assert shifts.before[0] == pytest.approx(6.0, rel=0.15)
    assert shifts.since[0] == pytest.approx(6.0 * factor, rel=0.3)


def test_a_shop_that_sells_three_times_as_much_shifts_none_of_its_products() -> None:
    units = shop_with(daily(6.0))
    units[-35:] *= 3.0
    assert not find_level_shifts(units).found.any()


def test_a_shift_that_is_over_is_none() -> None:
    sold = daily(6.0)
    sold[-42:-7] *= 4.0
    assert not find_level_shifts(shop_with(sold)).found[0]


def test_weeks_of_closing_hide_no_shift() -> None:
    sold = daily(6.0)
    sold[-35:] *= 3.0
    units = shop_with(sold)
    units[100:121] = np.nan
    assert find_level_shifts(units).found[0]


@pytest.mark.parametrize("n_days", [1, 6, 30, 76])
def test_too_few_weeks_prove_nothing(n_days: int) -> None:
    assert not find_level_shifts(shop_with(daily(6.0))[:n_days]).found.any()


def test_products_whose_rate_never_changed_are_hardly_ever_found() -> None:
    lumps = np.random.default_rng(5).integers(1, 13, 1000)
    units = np.random.default_rng(6).poisson(2.0, (N_DAYS, 1000)) * lumps
    assert find_level_shifts(units.astype(np.float64)).found.sum() <= 3
