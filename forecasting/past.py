"""What the runners would have said at past origins, beside what then happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forecasting.arrays import BoolArray, Float32Array, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.extremes import extreme_limit
from forecasting.history import History, weekdays_open_ahead
from forecasting.runner import MINIMUM_DAYS, Runner
from forecasting.spans import totals_over

MOST_ORIGINS = 52
SHOWN_DAYS = 28
DAYS_A_YEAR = 365


@dataclass(frozen=True)
class RolledPast:
    """Totals at past origins, for a set of products; NaN where unknown.

    forecast: (n_models, n_products, n_origins, n_spans).
    actual: (n_products, n_origins, n_spans).
    usual: units a day over the year up to each origin (n_products, n_origins).
    shown: daily means (n_models, n_products, SHOWN_DAYS) as said SHOWN_DAYS before the history's end.
    """

    forecast: Float32Array
    actual: FloatArray
    usual: FloatArray
    shown: Float32Array


def past_origins(n_days: int) -> IntArray:
    """Rows of the weekly past origins, ascending, the latest a week before the end of the history.

    At most a year of them, none before the history holds MINIMUM_DAYS.

    >>> past_origins(84).tolist()
    [55, 62, 69, 76]
    """
    rows = np.arange(n_days - 1 - DAYS_PER_WEEK, MINIMUM_DAYS - 2, -DAYS_PER_WEEK, dtype=np.int64)
    return rows[:MOST_ORIGINS][::-1].copy()


def roll_past(
    history: History,
    runners: Sequence[Runner],
    *,
    actual: FloatArray,
    origins: IntArray,
    spans: IntArray,
    is_open: FloatArray,
) -> RolledPast:
    """Let all models of the runners forecast from all past origins, and add up the totals said.

    history: with extreme days cut. actual: totals sold (n_products, n_origins, n_spans), as `actual_totals` gives them.
    is_open: as `opening` gives it for the whole shop, (n_origins, n_days), n_days at least SHOWN_DAYS and every span.
    """
    horizon = is_open.shape[1]
    totals, shown = [], []
    shown_at = int(np.flatnonzero(origins == len(history.days) - 1 - SHOWN_DAYS)[0])
    for runner in runners:
        fitted = runner.fit(history.first_days(int(origins[0]) + 1))
        for daily in runner.roll(history, fitted, origins=origins, horizon=horizon):
            daily = daily * is_open[:, None]
            totals.append(np.swapaxes(totals_over(daily, spans), 0, 1).astype(np.float32))
            shown.append(daily[shown_at, :, :SHOWN_DAYS].astype(np.float32))
    return RolledPast(np.stack(totals), actual, usual_rates(history.units, origins), np.stack(shown))


def opening(sold: BoolArray, *, origins: IntArray, horizon: int) -> FloatArray:
    """1 where the shop was expected to open on the days after each origin, else 0; (n_origins, horizon).

    sold: whether anything was sold in the whole shop on each day (n_days,).
    """
    return np.stack([weekdays_open_ahead(sold[: origin + 1], horizon) for origin in origins]).astype(np.float64)


def actual_totals(history: History, *, origins: IntArray, spans: IntArray) -> FloatArray:
    """Units sold in the days after each origin (n_products, n_origins, n_spans), extreme days cut to their limit.

    A closed day sold nothing. NaN where the history ends before the span, or the product was not sold yet.
    """
    n_days, n_products = history.units.shape
    unobserved = np.isnan(history.units) & history.open_days[:, None]
    units = np.where(unobserved, np.nan, np.minimum(np.nan_to_num(history.units), extreme_limit(history.units)))
    running = np.concatenate((np.zeros((1, n_products)), np.cumsum(np.nan_to_num(units), axis=0)))
    holes = np.concatenate((np.zeros((1, n_products)), np.cumsum(np.isnan(units), axis=0)))
    begin = origins[:, None] + 1
    end = np.minimum(begin + spans, n_days)
    total = np.where(holes[end] == holes[begin], running[end] - running[begin], np.nan)
    total[begin + spans > n_days] = np.nan
    return np.ascontiguousarray(np.moveaxis(total, 2, 0))


def usual_rates(units: FloatArray, origins: IntArray) -> FloatArray:
    """Units a day over the year up to each origin (n_products, n_origins), from units (n_days, n_products).

    Days not observed count neither way; extreme days are cut to their limit; 0 before a product's first day.
    """
    observed = ~np.isnan(units)
    sold = np.where(observed, np.minimum(np.nan_to_num(units), extreme_limit(units)), 0.0)
    nothing = np.zeros((1, units.shape[1]))
    total = np.concatenate((nothing, np.cumsum(sold, axis=0)))
    days = np.concatenate((nothing, np.cumsum(observed, axis=0)))
    end, begin = origins + 1, np.maximum(origins + 1 - DAYS_A_YEAR, 0)
    return np.asarray(((total[end] - total[begin]) / np.maximum(days[end] - days[begin], 1.0)).T)
