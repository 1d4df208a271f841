"""Forecasts for products with enough history: runners, their past errors, the race and the calibrated totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from forecasting.arima import Arima
from forecasting.arrays import BoolArray, Float32Array, FloatArray, IntArray
from forecasting.average import SameWeekdayAverage
from forecasting.boosted import Boost, boost, day_factors
from forecasting.boosting import FEWEST_ROWS, library
from forecasting.day_bands import day_bands
from forecasting.extremes import clip_extremes
from forecasting.history import History
from forecasting.past import SHOWN_DAYS, RolledPast, past_origins, usual_rates
from forecasting.past_forecasts import PastForecasts
from forecasting.race import JUDGED_SPANS, RIVAL, PastLosses, RaceResult, keep_to_rival, margins, past_losses, run_race
from forecasting.rolled_shop import chunks, roll_shop
from forecasting.runner import Runner, long_enough
from forecasting.shop_level import ShopLevel, shop_level
from forecasting.smoothing import Smoothing
from forecasting.spans import spans_within
from forecasting.totals import calibrate
from forecasting.weekly_rows import joined, weekly_origins, weekly_rows
from forecasting.yearly import yearly_factors

ROLLED_SHARE, BOOSTED_SHARE = 0.5, 0.95  # of the time done after each step, for progress
FEWEST_DAYS = 364  # of a shop for boosted trees to be tried: half to learn from, half to be judged on
RATE_DAYS = 182  # over which a product's size is measured


@dataclass(frozen=True)
class RegularForecast:
    """Daily mean (n_products, horizon), quantiles of totals (n_products, horizon, n_levels), and what led to them.

    day_bands: (n_products, horizon, 2) what nine of ten single days lie between.
    arima: (n_products, horizon) what ARIMA alone would say.
    method, margin: (n_products,) who bears the forecast, by what share it beat the same-weekday average.
    """

    mean: FloatArray
    totals: FloatArray
    day_bands: FloatArray
    arima: Float32Array
    method: tuple[str, ...]
    margin: FloatArray
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
    n_days, reach = len(history.days), max(horizon, SHOWN_DAYS)
    origins, weekly = past_origins(n_days), weekly_origins(n_days)
    clipped = history.with_units(clip_extremes(history.units, origins=weekly))
    shop = shop_level(clipped.units)
    runners = runners_of(shop)
    names = [name for runner in runners for name in runner.names]
    season = yearly_factors(shop.level, origins=np.append(origins, n_days - 1), horizon=reach)
    rolled = roll_shop(
        history,
        clipped,
        runners,
        origins=origins,
        spans=spans_within(reach),
        sold=sold,
        horizon=reach,
        progress=lambda share: progress(ROLLED_SHARE * share),
    )
    spans, past = rolled.spans, rolled.past
    rate = _rates(history)
    race = _race(past, spans, rate=rate, names=names)
    chosen = race.mix(past.forecast) * np.stack([season[:-1, :span].mean(axis=1) for span in spans], axis=1)
    at = int(np.searchsorted(origins, n_days - 1 - SHOWN_DAYS))
    shown = race.mix(past.shown) * season[at, :SHOWN_DAYS]
    mean = race.mix(rolled.ahead) * season[-1, :reach]
    method = race.method
    trees = _boost(clipped, shop, weekly, chosen=chosen, actual=past.actual, mean=mean, spans=spans, rate=rate)
    if trees is not None:
        chosen = trees.totals(chosen, spans)
        shown = shown * day_factors(trees.past[at - len(origins)], SHOWN_DAYS)
        mean = mean * day_factors(trees.ahead, reach)
        method = trees.methods(method)
    mean = mean[:, :horizon]
    calibration = calibrate(chosen, past.actual, usual=past.usual, spans=spans, lot=lot, levels=levels)
    totals = np.empty((*mean.shape, len(levels)))
    usual = usual_rates(history.units, np.array([n_days - 1]))[:, 0]
    for products in chunks(len(history.skus)):
        totals[products] = calibration.quantiles(mean[products], usual=usual[products], products=products)
        progress(BOOSTED_SHARE + (1.0 - BOOSTED_SHARE) * products.stop / len(history.skus))
    rival = past.forecast[names.index(RIVAL)]
    told = PastForecasts(
        origins=history.days[origins],
        spans=spans,
        forecast=chosen.astype(np.float32),
        actual=past.actual.astype(np.float32),
        weekday_average=rival,
        shown_origin=history.days[-1 - SHOWN_DAYS],
        shown=shown.astype(np.float32),
    )
    return RegularForecast(
        mean=mean,
        totals=totals,
        day_bands=day_bands(mean, said=shown, sold=history.units[-SHOWN_DAYS:].T, scale=calibration.scale),
        arima=rolled.ahead[names.index("arima"), :, :horizon].astype(np.float32),
        method=method,
        margin=_margin(chosen, rival, past.actual, spans),
        past=told,
    )


def _boost(
    history: History,
    shop: ShopLevel,
    origins: IntArray,
    *,
    chosen: FloatArray,
    actual: FloatArray,
    mean: FloatArray,
    spans: IntArray,
    rate: FloatArray,
) -> Boost | None:
    """What boosted trees add; None where the shop is too young or small, or their library is missing."""
    if len(history.days) < FEWEST_DAYS or len(history.skus) * len(origins) < FEWEST_ROWS or library() is None:
        return None
    parts = chunks(len(history.skus))
    rows = joined([weekly_rows(history.part(products), shop, origins=origins) for products in parts])
    return boost(rows, chosen=chosen, actual=actual, mean=mean, spans=spans, rate=rate)


def runners_of(shop: ShopLevel) -> tuple[Runner, ...]:
    """All that take part in the race of a shop."""
    return (SameWeekdayAverage(), Arima(), Smoothing(shop))


def _race(past: RolledPast, spans: IntArray, *, rate: FloatArray, names: Sequence[str]) -> RaceResult:
    """The race over the judged spans; what does not beat the same-weekday average in the past gives way to it."""
    judged = np.isin(spans, JUDGED_SPANS)
    parts = [
        past_losses(past.forecast[:, products][..., judged], past.actual[products][..., judged])
        for products in chunks(len(rate))
    ]
    losses = PastLosses(
        np.concatenate([part.loss for part in parts], axis=1), np.concatenate([part.origins for part in parts])
    )
    race = run_race(losses, rate=rate, names=names)
    margin = _margin(race.mix(past.forecast), past.forecast[list(names).index(RIVAL)], past.actual, spans)
    return keep_to_rival(race, margin, names)


def _margin(chosen: FloatArray, rival: Float32Array, actual: FloatArray, spans: IntArray) -> FloatArray:
    judged = np.isin(spans, JUDGED_SPANS)
    truth = actual[..., judged]
    return margins(past_losses(chosen[None, ..., judged], truth), past_losses(rival[None, ..., judged], truth))


def _rates(history: History) -> FloatArray:
    """Mean units a day (n_products,) over the last half year."""
    recent = history.units[-RATE_DAYS:]
    return np.asarray(np.nan_to_num(recent).sum(axis=0) / np.maximum((~np.isnan(recent)).sum(axis=0), 1))
