"""How good forecasts would have been: made again at past days, from the sales up to each, for a scorer to judge."""

import os
import time
from dataclasses import dataclass

import numpy as np
import pandas as pd

from app.forecasts.spread import spread_for
from forecasting.forecast import Forecast, forecast_shop
from forecasting.history import History, build_history
from forecasting.kept_promises import promises_of

FEWEST_DAYS = 120


@dataclass(frozen=True)
class Backtest:
    """`means`: origin, date, sku, mean. `totals`: origin, sku, days, level, units. Seconds spent forecasting."""

    means: pd.DataFrame
    totals: pd.DataFrame
    seconds: float


def backtest(daily: pd.DataFrame, *, horizon: int, origins: int, country: str | None = None) -> Backtest:
    """Forecast `daily` (day, sku, units) from `origins` past days, the last minus 1, 2, ... times `horizon` days.

    Products with less than 120 days of history at an origin are left out there, since little can be told of them.
    country: whose public holidays count (ISO 3166, two letters); None to tell it from the sales up to each day.
    """
    last_day = daily["day"].max()
    means, totals, seconds = [], [], 0.0
    for number in range(1, origins + 1):
        origin = last_day - pd.Timedelta(days=horizon * number)
        history = _old_enough(build_history(daily, last_day=origin.date()))
        if not history.skus:
            continue
        start = time.perf_counter()
        with spread_for(len(history.skus), os.environ) as spread:
            forecast = forecast_shop(history, horizon=horizon, country=country, spread=spread)
        seconds += time.perf_counter() - start
        means.append(_mean_rows(forecast, origin))
        totals.append(promises_of(forecast))
    if not means:
        raise ValueError(
            f"no product has {FEWEST_DAYS} days of sales before {last_day - pd.Timedelta(days=horizon):%Y-%m-%d}"
        )
    return Backtest(pd.concat(means, ignore_index=True), pd.concat(totals, ignore_index=True), seconds)


def _old_enough(history: History) -> History:
    if not history.skus:
        return history
    observed = ~np.isnan(history.units)
    days = len(history.days) - np.argmax(observed, axis=0)
    return history.part(np.flatnonzero(observed.any(axis=0) & (days >= FEWEST_DAYS)))


def _mean_rows(forecast: Forecast, origin: pd.Timestamp) -> pd.DataFrame:
    products, horizon = forecast.mean.shape
    days = pd.date_range(forecast.first_day, periods=horizon)
    return pd.DataFrame(
        {
            "origin": origin,
            "date": np.tile(days, products),
            "sku": np.repeat(np.array(forecast.skus, dtype=object), horizon),
            "mean": forecast.mean.ravel(),
        }
    )
