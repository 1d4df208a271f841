"""The same-weekday average as a whole way of forecasting: its totals and its own past errors."""

import numpy as np
import pytest

from forecasting.average import weekday_means
from forecasting.weekday_totals import PAST_WEEKS, weekday_totals


def plainly(units: np.ndarray, days: int) -> tuple[np.ndarray, np.ndarray]:
    """The same, one origin after the other."""
    said, errors = None, []
    for week in range(PAST_WEEKS + 1):
        row = len(units) if week == 0 else len(units) - days - 7 * (week - 1)
        if row < 56:
            break
        total = np.resize(weekday_means(units[row - 56 : row]), (days, units.shape[1])).sum(axis=0)
        if said is None:
            said = total
        else:
            errors.append(total - units[row : row + days].sum(axis=0))
    return said, np.sqrt(np.mean(np.square(errors), axis=0))


@pytest.mark.parametrize("n_days", [100, 400])
@pytest.mark.parametrize("days", [1, 7, 9, 21])
def test_totals_and_errors_are_those_of_one_origin_after_the_other(n_days: int, days: int) -> None:
    units = np.random.default_rng(days).poisson(3.0, (n_days, 4)).astype(float)
    said, error = plainly(units, days)
    found = weekday_totals(units, days=np.full(4, days))
    np.testing.assert_allclose(found.expected, said)
    np.testing.assert_allclose(found.error_sd, error)


def test_products_may_look_ahead_differently_far() -> None:
    units = np.random.default_rng(1).poisson(3.0, (300, 3)).astype(float)
    together = weekday_totals(units, days=np.array([3, 16, 9]))
    for product, days in enumerate((3, 16, 9)):
        alone = weekday_totals(units[:, [product]], days=np.array([days]))
        np.testing.assert_allclose(together.expected[product], alone.expected[0])
        np.testing.assert_allclose(together.error_sd[product], alone.error_sd[0])


def test_days_not_observed_count_neither_as_zero_nor_at_all() -> None:
    units = np.full((140, 1), 2.0)
    units[::14] = np.nan  # the shop was closed every other week on that weekday
    units[1::7] = np.nan  # and always on another
    assert weekday_totals(units, days=np.array([7])).expected == [12.0]


def test_too_short_a_past_has_no_error() -> None:
    found = weekday_totals(np.full((30, 1), 2.0), days=np.array([40]))
    assert found.expected == [80.0]
    assert found.error_sd == [0.0]


def test_no_days_sell_nothing() -> None:
    assert weekday_totals(np.full((100, 1), 2.0), days=np.array([0])).expected == [0.0]
