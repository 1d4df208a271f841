"""Forecasts for products with enough history: runners, their past errors, the race and the calibrated totals."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from forecasting.arima import Arima
from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.average import SameWeekdayAverage
from forecasting.day_bands import day_bands
from forecasting.history import History, weekdays_open_ahead
from forecasting.past import SHOWN_DAYS, RolledPast, opening, past_origins, roll_past, usual_rates
from forecasting.past_forecasts import PastForecasts
from forecasting.race import RaceResult, run_race
from forecasting.runner import Runner, long_enough
from forecasting.spans import spans_within
from forecasting.totals import calibrate

RUNNERS: tuple[Runner, Runner] = (Arima(), SameWeekdayAverage())
PRODUCTS_AT_ONCE = 500
JUDGED_SPAN = 14  # days of the totals by which the race is decided
ROLLED_SHARE = 0.9  # of the time, for progress


@dataclass(frozen=True)
class RegularForecast:
    """Daily mean (n_products, horizon), quantiles of totals (n_products, horizon, n_levels), race and past.

    day_bands: (n_products, horizon, 2) what nine of ten single days lie between.
    """

    mean: FloatArray
    totals: FloatArray
    day_bands: FloatArray
    race: RaceResult
    past: PastForecasts


def are_regular(history: History) -> BoolArray:
    """Which products (n_products,) a model can forecast and the shop's past can vouch for.

    They have eight weeks of history; and some product of the shop had them four weeks ago, so that
    there are past errors to calibrate on.
    """
    last = len(history.days) - 1
    if last < SHOWN_DAYS or not long_enough(history, np.array([last - SHOWN_DAYS])).any():
        return np.zeros(len(history.skus), dtype=np.bool_)
    return np.asarray(long_enough(history, np.array([last]))[0])


def forecast_regulars(
    history: History,
    *,
    sold: BoolArray,
    lot: FloatArray,
    horizon: int,
    levels: FloatArray,
    progress: Callable[[float], None],
) -> RegularForecast:
    """Forecast products that are all regular.

    sold: whether anything was sold in the whole shop on each day (n_days,). lot: usual lots (n_products,).
    """
    origins = past_origins(len(history.days))
    spans = spans_within(max(horizon, SHOWN_DAYS))
    past, ahead = _roll(history, origins=origins, spans=spans, sold=sold, horizon=horizon, progress=progress)
    spans, past = _known(spans, past)
    judged = int(np.searchsorted(spans, JUDGED_SPAN, side="right")) - 1
    race = run_race(past.forecast[0, ..., judged], past.forecast[1, ..., judged], past.actual[..., judged])
    chosen = race.mix(past.forecast)
    mean = race.mix(ahead)
    calibration = calibrate(chosen, past.actual, usual=past.usual, spans=spans, lot=lot, levels=levels)
    totals = np.empty((*mean.shape, len(levels)))
    usual = usual_rates(history.units, np.array([len(history.days) - 1]))[:, 0]
    shown = race.mix(past.shown)
    sold_then = history.units[-SHOWN_DAYS:].T
    for products in _chunks(len(history.skus)):
        totals[products] = calibration.quantiles(mean[products], usual=usual[products], products=products)
        progress(ROLLED_SHARE + (1.0 - ROLLED_SHARE) * products.stop / len(history.skus))
    told = PastForecasts(
        origins=history.days[origins],
        spans=spans,
        forecast=chosen.astype(np.float32),
        actual=past.actual.astype(np.float32),
        weekday_average=past.forecast[1].astype(np.float32),
        shown_origin=history.days[-1 - SHOWN_DAYS],
        shown=shown.astype(np.float32),
    )
    bands = day_bands(mean, said=shown, sold=sold_then, scale=calibration.scale)
    return RegularForecast(mean, totals, bands, race, told)


def _roll(
    history: History,
    *,
    origins: IntArray,
    spans: IntArray,
    sold: BoolArray,
    horizon: int,
    progress: Callable[[float], None],
) -> tuple[RolledPast, FloatArray]:
    """Past totals, and daily means (n_runners, n_products, horizon) from the last day, in chunks of products."""
    is_open = opening(sold, origins=origins, horizon=max(int(spans[-1]), SHOWN_DAYS))
    last = np.array([len(history.days) - 1])
    pasts, aheads = [], []
    for products in _chunks(len(history.skus)):
        part = history.part(products)
        pasts.append(roll_past(part, RUNNERS, origins=origins, spans=spans, is_open=is_open))
        aheads.append(np.stack([runner.roll(part, origins=last, horizon=horizon)[0] for runner in RUNNERS]))
        progress(ROLLED_SHARE * products.stop / len(history.skus))
    past = RolledPast(
        np.concatenate([part.forecast for part in pasts], axis=1),
        np.concatenate([part.actual for part in pasts]),
        np.concatenate([part.usual for part in pasts]),
        np.concatenate([part.shown for part in pasts], axis=1),
    )
    return past, np.concatenate(aheads, axis=1) * weekdays_open_ahead(sold, horizon)


def _known(spans: IntArray, past: RolledPast) -> tuple[IntArray, RolledPast]:
    """Only the spans of which some product has a past error."""
    known = np.isfinite(past.forecast[0] - past.actual).any(axis=(0, 1))
    return spans[known], RolledPast(past.forecast[..., known], past.actual[..., known], past.usual, past.shown)


def _chunks(n_products: int) -> Iterator[slice]:
    """Slices of PRODUCTS_AT_ONCE products: memory stays low and progress moves."""
    for begin in range(0, n_products, PRODUCTS_AT_ONCE):
        yield slice(begin, min(begin + PRODUCTS_AT_ONCE, n_products))
