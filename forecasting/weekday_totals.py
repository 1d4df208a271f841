"""Totals by the same-weekday average, and how far they were off in the past: a rival complete with its risk."""

from dataclasses import dataclass

import numpy as np

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.average import WEEKS
from forecasting.closed_days import DAYS_PER_WEEK

PAST_WEEKS = 26


@dataclass(frozen=True)
class WeekdayTotals:
    """expected: units of the next days (n_products,). error_sd: root mean squared past error of such totals."""

    expected: FloatArray
    error_sd: FloatArray


def weekday_totals(units: FloatArray, *, days: IntArray) -> WeekdayTotals:
    """What the averages of the last eight same weekdays say of the total of the next `days` days (n_products,).

    units: (n_days, n_products), NaN where demand was not observed. A weekday on which the product was not observed in
    these weeks sells nothing. The error is that of the same forecast made a week, two weeks, up to half a year
    earlier, as far as its days are over; 0 where none are.

    >>> week = np.array([[2.0], [0.0], [4.0], [0.0], [0.0], [0.0], [0.0]])
    >>> weekday_totals(np.tile(week, (20, 1)), days=np.array([10]))
    WeekdayTotals(expected=array([12.]), error_sd=array([0.]))
    """
    longest = int(days.max(initial=0))
    recent = units[-(WEEKS + PAST_WEEKS + 1) * DAYS_PER_WEEK - longest :]
    average = np.cumsum(_same_weekday_averages(recent), axis=0)
    average = np.concatenate((np.zeros((1, units.shape[1])), average))
    sold = np.concatenate((np.zeros((1, units.shape[1])), np.cumsum(np.nan_to_num(recent), axis=0)))
    product, end = np.arange(units.shape[1]), len(recent)
    expected = _totals(average, np.array([end]), days)[0]
    # Origins a week apart, the latest as long ago as its days take, the earliest with eight weeks before it.
    origins = end - days - DAYS_PER_WEEK * np.arange(PAST_WEEKS)[:, None]
    usable = origins >= WEEKS * DAYS_PER_WEEK
    begin = np.maximum(origins, 0)
    actual = sold[np.minimum(begin + days, end), product] - sold[begin, product]
    error = np.where(usable, _totals(average, begin, days) - actual, 0.0)
    count = np.maximum(usable.sum(axis=0), 1)
    return WeekdayTotals(expected, np.sqrt((error**2).sum(axis=0) / count))


def _same_weekday_averages(units: FloatArray) -> FloatArray:
    """For each day and the week after the end (n_days + 7, n_products), the mean of its weekday in the weeks before."""
    observed: BoolArray = ~np.isnan(units)
    sums = _weekly_sums(np.where(observed, units, 0.0))
    counts = _weekly_sums(observed.astype(np.float64))
    return np.divide(sums, counts, out=np.zeros_like(sums), where=counts > 0)


def _weekly_sums(values: FloatArray) -> FloatArray:
    """Sum of the values 7, 14, ... 56 days before each day and the week after the end."""
    n_days = len(values) + DAYS_PER_WEEK
    padded = np.concatenate((np.zeros((WEEKS * DAYS_PER_WEEK, values.shape[1])), values))
    return np.asarray(sum(padded[week * DAYS_PER_WEEK :][:n_days] for week in range(WEEKS)), dtype=np.float64)


def _totals(running: FloatArray, begin: IntArray, days: IntArray) -> FloatArray:
    """Totals (n_origins, n_products) said at rows `begin`, of running sums of averages: one week, repeated."""
    product = np.arange(len(days))
    begin = np.broadcast_to(begin if begin.ndim == 2 else begin[:, None], (len(begin), len(days)))
    week = running[begin + DAYS_PER_WEEK, product] - running[begin, product]
    rest = running[begin + days % DAYS_PER_WEEK, product] - running[begin, product]
    return np.asarray(week * (days // DAYS_PER_WEEK) + rest)
