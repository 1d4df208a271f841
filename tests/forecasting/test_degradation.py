"""Forecasts that got worse are found, and those that are as bad as ever are not."""

import numpy as np
import pandas as pd
import pytest

from forecasting.degradation import RECENT_WEEKS, Degraded, find_degraded
from forecasting.past_forecasts import PastForecasts, no_past

WEEKS = 40
FIRST = pd.Timestamp("2024-01-07")


def past_of(said: np.ndarray, sold: np.ndarray) -> PastForecasts:
    """Totals (products, weeks) of two weeks."""
    wide = (values[..., None].astype(np.float32) for values in (said, sold, said))
    origins = pd.date_range(FIRST, periods=said.shape[1], freq="7D")
    return PastForecasts(origins, np.array([14]), *wide, None, np.zeros((len(said), 28), dtype=np.float32))


def found_in(said: np.ndarray, sold: np.ndarray) -> Degraded:
    return find_degraded(past_of(said, sold))


def drawn(products: int = 1, *, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).poisson(50.0, (products, WEEKS)).astype(float)


def test_a_product_that_sells_twice_what_is_forecast_lately_is_found_with_how_far_off() -> None:
    sold = drawn(2)
    said = np.full(sold.shape, 50.0)
    sold[1, -RECENT_WEEKS:] += 60
    found = found_in(said, sold)
    assert found.product.tolist() == [1]
    late, early = np.abs(said - sold)[1, -RECENT_WEEKS:], np.abs(said - sold)[1, :-RECENT_WEEKS]
    assert found.recent[0] == pytest.approx(late.sum() / sold[1, -RECENT_WEEKS:].sum())
    assert found.before[0] == pytest.approx(early.sum() / sold[1, :-RECENT_WEEKS].sum())
    assert found.units[0] == pytest.approx(late.mean() - early.mean(), rel=1e-5)


def test_a_product_that_stopped_selling_is_found() -> None:
    sold = drawn()
    sold[0, -RECENT_WEEKS:] = 0
    found = found_in(np.full(sold.shape, 50.0), sold)
    assert (found.product.tolist(), found.recent.tolist()) == ([0], [np.inf])


def test_a_product_that_sells_ten_times_as_much_as_well_forecast_is_not() -> None:
    sold = drawn()
    scale = np.where(np.arange(WEEKS) < WEEKS - RECENT_WEEKS, 1.0, 10.0)
    assert found_in(50.0 * scale[None], sold * scale).product.size == 0


def test_chance_finds_hardly_any() -> None:
    sold = drawn(500, seed=3)
    assert found_in(np.full(sold.shape, 50.0), sold).product.size <= 5


def test_one_wild_week_is_no_degradation() -> None:
    sold = drawn()
    sold[0, -3] = 900
    assert found_in(np.full(sold.shape, 50.0), sold).product.size == 0


def test_too_few_weeks_say_nothing() -> None:
    sold = drawn()
    sold[0, -RECENT_WEEKS:] += 90
    assert found_in(np.full((1, 20), 50.0), sold[:, -20:]).product.size == 0
    sold[0, :-RECENT_WEEKS] = np.nan
    assert found_in(np.full(sold.shape, 50.0), sold).product.size == 0
    assert find_degraded(no_past(3)).product.size == 0
