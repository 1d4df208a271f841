"""Bands of single days hold nine of ten days and vanish where nothing sells."""

import numpy as np

from forecasting.day_bands import day_errors
from forecasting.error_scale import ErrorScale


def flat_scale(products: int) -> ErrorScale:
    return ErrorScale(0.0, 0.5, 0.0, lot=np.ones(products), own=np.ones(products))


def test_nine_of_ten_days_of_poisson_sales_lie_in_the_band() -> None:
    generator = np.random.default_rng(7)
    said = np.repeat(generator.uniform(2.0, 30.0, size=(40, 1)), 28, axis=1)
    sold, later = generator.poisson(said), generator.poisson(said)
    scale = flat_scale(40)
    bands = day_errors(said=said, sold=sold.astype(float), scale=scale).bands(said, scale=scale)
    inside = (later >= bands[..., 0]) & (later <= bands[..., 1])
    assert 0.87 < inside.mean() < 0.95


def test_a_day_without_expected_sales_has_no_band() -> None:
    scale = flat_scale(1)
    errors = day_errors(said=np.full((1, 28), 4.0), sold=np.arange(28.0)[None] % 9, scale=scale)
    bands = errors.bands(np.array([[0.0, 4.0]]), scale=scale)
    assert bands[0, 0].tolist() == [0.0, 0.0]
    assert bands[0, 1, 0] < 4.0 < bands[0, 1, 1]


def test_without_past_forecasts_the_band_is_the_forecast() -> None:
    nothing, scale = np.full((1, 28), np.nan), flat_scale(1)
    errors = day_errors(said=nothing, sold=nothing, scale=scale)
    assert errors.bands(np.array([[3.0]]), scale=scale).tolist() == [[[3.0, 3.0]]]
