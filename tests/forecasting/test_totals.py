"""Tests of the calibrated quantiles of totals."""

import numpy as np
from scipy.stats import poisson

from forecasting.totals import LEVELS, Calibration, calibrate

SPANS = np.array([1, 7, 14, 28])
LEVEL_ARRAY = np.array(LEVELS)


def _poisson_past(n_products: int, n_origins: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    rate = random.gamma(1.0, 5.0, n_products) + 0.3
    daily = random.poisson(rate[:, None, None], (n_products, n_origins, 28))
    forecast = np.broadcast_to(rate[:, None, None] * SPANS, (n_products, n_origins, 4))
    return rate, forecast, np.cumsum(daily, axis=2)[:, :, SPANS - 1].astype(float)


def _calibration(n_products: int = 300, n_origins: int = 40) -> tuple[np.ndarray, Calibration]:
    rate, forecast, actual = _poisson_past(n_products, n_origins)
    lot = np.ones(n_products)
    usual = np.repeat(rate[:, None], n_origins, axis=1)
    return rate, calibrate(forecast, actual, usual=usual, spans=SPANS, lot=lot, levels=LEVEL_ARRAY)


def test_promised_levels_are_kept_on_new_sales() -> None:
    rate, calibration = _calibration()
    quantiles = calibration.quantiles(np.repeat(rate[:, None], 28, axis=1), usual=rate, products=slice(0, 300))
    fresh = np.random.default_rng(9).poisson(rate * 14, (200, 300))
    for level in (0.5, 0.8, 0.9, 0.95, 0.98):
        promised = quantiles[:, 13, LEVELS.index(level)]
        assert abs((fresh <= promised).mean() - level) < 0.04


def test_quantiles_rise_with_level_and_days_up_to_a_year() -> None:
    rate, calibration = _calibration(20, 10)
    quantiles = calibration.quantiles(np.repeat(rate[:, None], 366, axis=1), usual=rate, products=slice(0, 20))
    assert (np.diff(quantiles, axis=1) >= 0).all()
    assert (np.diff(quantiles, axis=2) >= 0).all()
    assert np.isfinite(quantiles).all()
    width = quantiles[:, :, LEVELS.index(0.95)] - quantiles[:, :, LEVELS.index(0.5)]
    assert (width[:, 365] > 1.9 * width[:, 90]).all()


def test_few_errors_promise_no_less_than_students_t() -> None:
    errors = np.array([-1.0, 1.0, -1.0, 1.0, -1.0])
    forecast = np.full((1, 5, 1), 100.0)
    rate = np.array([100.0 / 7])
    calibration = calibrate(
        forecast,
        forecast + errors[None, :, None],
        usual=np.repeat(rate[:, None], 5, axis=1),
        spans=np.array([7]),
        lot=np.ones(1),
        levels=LEVEL_ARRAY,
    )
    quantiles = calibration.quantiles(np.full((1, 7), 100.0 / 7), usual=rate, products=slice(0, 1))[0, 6]
    assert quantiles[LEVELS.index(0.95)] > 102.0
    assert quantiles[LEVELS.index(0.995)] > 104.0


def test_more_independent_origins_promise_narrower_bands() -> None:
    widths = []
    for n_origins in (4, 50):
        rate, calibration = _calibration(300, n_origins)
        quantiles = calibration.quantiles(np.repeat(rate[:, None], 28, axis=1), usual=rate, products=slice(0, 300))
        widths.append((quantiles[:, 27, LEVELS.index(0.95)] / rate).mean())
    assert widths[0] > widths[1]


def test_shops_of_poisson_sales_are_not_promised_half_as_much_again() -> None:
    """Nothing moves all their products at once, so that even two months of errors know how wide bands must be."""
    rate, calibration = _calibration(60, 8)
    quantiles = calibration.quantiles(np.repeat(rate[:, None], 28, axis=1), usual=rate, products=slice(0, 60))
    needed = poisson.ppf(0.95, rate * 14) - rate * 14
    assert 0.9 < (quantiles[:, 13, LEVELS.index(0.95)] - rate * 14).sum() / needed.sum() < 1.3
