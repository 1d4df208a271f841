"""Tests of the scale of errors."""

import numpy as np

from forecasting.error_scale import fit_error_scale

SPANS = np.array([1, 2, 7, 14, 28])


def _past(power: float, *, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    rate = random.lognormal(1.0, 1.0, 200)[:, None, None]
    forecast = np.broadcast_to(rate * SPANS, (200, 30, len(SPANS)))
    return forecast, forecast + forecast**power * random.normal(size=forecast.shape)


def test_the_power_law_of_simulated_errors_is_recovered() -> None:
    forecast, actual = _past(0.75)
    scale = fit_error_scale(forecast, actual, size=forecast, spans=SPANS, lot=np.full(200, 1e-6))
    assert abs(scale.p + scale.h - 0.75) < 0.03
    assert np.abs(np.log(scale.own)).max() < 0.2


def test_products_that_err_alike_keep_the_scale_of_the_shop() -> None:
    forecast, actual = _past(0.75)
    own = fit_error_scale(forecast, actual, size=forecast, spans=SPANS, lot=np.ones(200)).own
    assert np.abs(np.log(own)).max() < 0.15


def test_a_product_of_larger_errors_gets_a_somewhat_larger_scale() -> None:
    forecast, actual = _past(0.75)
    actual = actual.copy()
    actual[0] = forecast[0] + 4.0 * (actual[0] - forecast[0])
    own = fit_error_scale(forecast, actual, size=forecast, spans=SPANS, lot=np.ones(200)).own
    assert 1.1 < own[0] < 4.0


def _own_of(level: np.ndarray) -> np.ndarray:
    """Own levels found where products err `level` (n_products, n_origins) times as much as the shop's law says."""
    forecast, actual = _past(0.75)
    errors = (actual - forecast) * level[:, :, None]
    return fit_error_scale(forecast, forecast + errors, size=forecast, spans=SPANS, lot=np.ones(200)).own


def test_error_levels_that_last_are_believed_and_passing_ones_are_not() -> None:
    random = np.random.default_rng(1)
    lasting = np.repeat(np.exp(random.normal(0, 0.6, (200, 1))), 30, axis=1)
    passing = np.repeat(np.exp(random.normal(0, 0.6, (200, 2))), 15, axis=1)
    believed = np.polyfit(np.log(lasting[:, 0]), np.log(_own_of(lasting)), 1)[0]
    level = np.log(np.sqrt((passing**2).mean(axis=1)))
    doubted = np.polyfit(level, np.log(_own_of(passing)), 1)[0]
    assert believed > 0.8
    assert doubted < 0.4


def test_scale_grows_with_the_forecast_and_between_root_and_proportion_with_days() -> None:
    forecast, actual = _past(0.3)
    scale = fit_error_scale(forecast, actual, size=forecast, spans=SPANS, lot=np.ones(200))
    one = scale.at(np.full((200, 1), 400.0), np.array([10]))
    four = scale.at(np.full((200, 1), 1600.0), np.array([40]))
    assert (four >= 1.9 * one).all()
    assert (four <= 4.1 * one).all()


def test_a_past_without_errors_still_has_a_scale() -> None:
    exact = np.full((2, 5, len(SPANS)), 3.0)
    scale = fit_error_scale(exact, exact, size=exact, spans=SPANS, lot=np.ones(2))
    assert np.isfinite(scale.at(exact, SPANS)).all()
