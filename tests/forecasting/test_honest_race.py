"""Tests of the race at past origins."""

import numpy as np

from forecasting.honest_race import LEARNING_WEEKS, honest_race
from forecasting.race import RIVAL

NAMES = (RIVAL, "smoothing", "arima")
SPANS = np.array([1, 7, 14, 28])


def _past(n_origins: int = 40, n_products: int = 6, *, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Forecasts of three models, each better than the one before, and the totals sold."""
    random = np.random.default_rng(seed)
    actual = random.gamma(20.0, 1.0, (n_products, n_origins, 1)) * SPANS
    noise = np.array([1.0, 0.5, 0.1])[:, None, None, None] * random.normal(size=(3, *actual.shape))
    forecast = (actual * np.exp(noise)).astype(np.float32)
    for place, weeks in enumerate([1, 1, 2, 4]):
        actual[:, n_origins + 1 - weeks :, place] = np.nan
    return forecast, actual


def _mixed(forecast: np.ndarray, actual: np.ndarray) -> np.ndarray:
    race = honest_race(forecast, actual, spans=SPANS, rate=np.full(len(actual), 3.0), names=NAMES)
    return race.totals(forecast)


def test_errors_that_were_not_yet_known_do_not_matter() -> None:
    forecast, actual = _past()
    later = actual.copy()
    for place, weeks in enumerate([1, 1, 2, 4]):
        later[:, 30 + 1 - weeks :, place] *= 9.0  # totals that were not over at origin 30
    np.testing.assert_array_equal(_mixed(forecast, later)[:, :31], _mixed(forecast, actual)[:, :31])
    assert (_mixed(forecast, later)[:, -1] != _mixed(forecast, actual)[:, -1]).any()


def test_the_first_weeks_share_the_weights_of_the_week_after_them() -> None:
    forecast, actual = _past()
    steady = np.repeat(forecast[:, :, :1], forecast.shape[2], axis=2)
    mixed = _mixed(np.where(np.arange(40)[:, None] <= LEARNING_WEEKS, steady, forecast).astype(np.float32), actual)
    np.testing.assert_array_equal(mixed[:, 0], mixed[:, LEARNING_WEEKS])


def test_the_best_model_comes_to_bear_the_mixture() -> None:
    forecast, actual = _past()
    errors = np.abs(_mixed(forecast, actual) - actual)
    assert np.nanmean(errors[:, 20:]) < np.nanmean(np.abs(forecast[1] - actual)[:, 20:])


def test_a_past_of_a_single_origin_is_mixed_evenly() -> None:
    forecast, actual = _past(n_origins=2)
    forecast, actual = forecast[:, :, :1], np.full((6, 1, 4), np.nan)
    np.testing.assert_allclose(_mixed(forecast, actual), forecast[1:].mean(axis=0), rtol=1e-6)
