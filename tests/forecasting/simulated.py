"""Simulated series with known parameters, and small shops, for the tests of this room."""

import numpy as np
import pandas as pd

from forecasting.arrays import FloatArray, IntArray
from forecasting.history import History, build_history
from forecasting.order import Order
from forecasting.polynomials import expand
from forecasting.runner import Runner

FIRST = pd.Timestamp("2024-01-01")


def simulate(order: Order, coefficients: list[float], *, n_days: int, n_products: int = 1, seed: int = 0) -> FloatArray:
    """Series (n_days, n_products) of the process with standard normal shocks."""
    polynomials = expand(order, np.repeat(np.array(coefficients)[:, None], n_products, axis=1))
    reach = order.reach
    shocks = np.random.default_rng(seed).normal(size=(n_days + reach, n_products))
    series = np.zeros_like(shocks)
    for row in range(reach, len(series)):
        series[row] = shocks[row]
        for lag, coefficient in zip(polynomials.ar_lags, polynomials.ar, strict=True):
            series[row] += coefficient * series[row - lag]
        for lag, coefficient in zip(polynomials.ma_lags, polynomials.ma, strict=True):
            series[row] += coefficient * shocks[row - lag]
    return series[reach:]


def shop_of(units: FloatArray, *, first_day: str = "2023-01-02") -> History:
    """History of a shop that sold `units` (n_days, n_products); the calendar ends on the last row."""
    days = pd.date_range(first_day, periods=len(units))
    row, product = np.nonzero(np.ones_like(units))
    skus = [f"p{number:04d}" for number in range(units.shape[1])]
    daily = pd.DataFrame({"day": days[row], "sku": np.array(skus)[product], "units": units[row, product]})
    return build_history(daily)


def poisson_shop(*, n_days: int, n_products: int, seed: int = 0) -> FloatArray:
    """Units of a shop with a weekday season, small and large sellers."""
    random = np.random.default_rng(seed)
    season = 1.0 + 0.4 * np.sin(2 * np.pi * np.arange(n_days) / 7)
    return random.poisson(random.gamma(0.8, 5.0, n_products) * season[:, None]).astype(np.float64)


def roll(runner: Runner, history: History, *, origins: IntArray, horizon: int) -> FloatArray:
    """The runner's forecasts from past origins, fitted to the rows up to the first of them."""
    fitted = runner.fit(history.first_days(int(origins[0]) + 1))
    return runner.roll(history, fitted, origins=origins, horizon=horizon)


def sales_rows(units: np.ndarray, *, launched: tuple[int, ...] = (0, 0, 20)) -> pd.DataFrame:
    """Sales rows of products p0, p1, ...; days without sales have none."""
    rows = [
        (FIRST + pd.Timedelta(days=day), f"p{product}", float(units[day, product]))
        for product, start in enumerate(launched)
        for day in range(start, len(units))
        if units[day, product] > 0
    ]
    return pd.DataFrame(rows, columns=["day", "sku", "units"])
