"""Promises that forecasts would have made on past Sundays, each from what was known that evening."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from forecasting.history import History
from forecasting.kept_promises import PROMISED_DAYS, promises_of, settled
from forecasting.morning_forecasts import morning_forecasts

DAYS_PER_WEEK = 7
MOST_WEEKS = 26
FEWEST_DAYS_BEFORE = 84
REFIT_DAYS = 91  # what models learn in a quarter changes a band by less than what is to be judged


@dataclass(frozen=True)
class LookBack:
    """Promises of past weeks, and what became of those whose days have passed; tables of `forecasting.kept_promises`.

    origins: the last days that the forecasts knew, weekly, ascending.
    """

    origins: pd.DatetimeIndex
    settled: pd.DataFrame


def look_back(
    history: History, *, country: str | None = None, progress: Callable[[float], None] | None = None
) -> LookBack:
    """Forecast from past weeks, at most half a year of them, and settle what was promised.

    country: as in `forecast_shop`. Without twelve weeks of sales before there is nothing to look back on: no origins.
    """
    rows = past_weeks(len(history.days))
    origins = history.days[rows]
    mornings = origins + pd.Timedelta(days=1)
    promised = []
    forecasts = morning_forecasts(history, mornings, horizon=max(PROMISED_DAYS), refit_days=REFIT_DAYS, country=country)
    for number, forecast in enumerate(forecasts, start=1):
        promised.append(settled(promises_of(forecast), history))
        if progress is not None:
            progress(number / len(mornings))
    return LookBack(origins, pd.concat(promised, ignore_index=True) if promised else nothing_settled())


def past_weeks(n_days: int) -> NDArray[np.int64]:
    """Rows of the last days known to the forecasts, weekly, ascending, the last a week before the end.

    >>> past_weeks(105).tolist()
    [83, 90, 97]
    """
    rows = np.arange(n_days - 1 - DAYS_PER_WEEK, FEWEST_DAYS_BEFORE - 2, -DAYS_PER_WEEK, dtype=np.int64)
    return rows[:MOST_WEEKS][::-1].copy()


def nothing_settled() -> pd.DataFrame:
    """A table of settled promises without a row."""
    columns = {"origin": "datetime64[ns]", "sku": "object", "days": "int64", "level": "float64", "units": "float64"}
    empty = {name: pd.Series(dtype=kind) for name, kind in {**columns, "sold": "float64", "kept": "bool"}.items()}
    return pd.DataFrame(empty)
