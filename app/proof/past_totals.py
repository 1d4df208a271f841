"""Totals of two weeks as forecast on past Sundays, beside those of two simple ways and what was sold."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from forecasting.forecast import Forecast
from forecasting.history import History

USUAL_SPAN = 14
DAYS_PER_WEEK = 7

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class PastTotals:
    """Units in the `days` days after each origin, arrays (products, origins), NaN where one of them is not known.

    weekday_average: of the same weekday in the last eight weeks. last_week: the seasonal naive forecast, the week
    before the origin again and again.
    """

    days: int
    origins: pd.DatetimeIndex
    forecast: Floats
    weekday_average: Floats
    last_week: Floats
    sold: Floats


def past_totals(forecast: Forecast, history: History) -> PastTotals | None:
    """Past totals of the products of `history`, which is that of the forecast; None where there is no past."""
    past = forecast.past
    if not len(past.spans) or not len(past.origins):
        return None
    at = int(np.abs(past.spans - USUAL_SPAN).argmin())
    days = int(past.spans[at])
    said, average, judged = (
        values[..., at].astype(np.float64) for values in (past.forecast, past.weekday_average, past.actual)
    )
    begin = history.days.get_indexer(past.origins) + 1
    sold, last = _sold(history, begin, days), _last_week(history, begin, days)
    known = np.isfinite(said) & np.isfinite(average) & np.isfinite(judged) & np.isfinite(last)
    told = (np.where(known, values, np.nan) for values in (said, average, last, sold))
    return PastTotals(days, past.origins, *told)


def _sold(history: History, begin: NDArray[np.int64], days: int) -> Floats:
    """Units sold in `days` days from each row on (products, origins); 0 for what lies beyond the end."""
    running = np.concatenate((np.zeros((1, len(history.skus))), np.cumsum(np.nan_to_num(history.units), axis=0)))
    end = np.minimum(begin + days, len(history.days))
    return np.asarray((running[end] - running[begin]).T)


def _last_week(history: History, begin: NDArray[np.int64], days: int) -> Floats:
    """The week before each row, repeated over `days` days (products, origins); NaN where it is not known."""
    weeks, rest = divmod(days, DAYS_PER_WEEK)
    known = ~np.isnan(history.units) | ~history.open_days[:, None]
    units = np.where(known, np.nan_to_num(history.units), np.nan)
    week = np.stack([units[row - DAYS_PER_WEEK : row] for row in begin.tolist()], axis=1)  # (7, origins, products)
    return np.asarray((weeks * week.sum(axis=0) + week[:rest].sum(axis=0)).T)
