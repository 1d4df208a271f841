"""What is estimated of the products with enough history: models, race, boosted trees and calibration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd

from forecasting.arima import Arima, orders_of
from forecasting.arrays import BoolArray, Float32Array, FloatArray, IntArray
from forecasting.average import SameWeekdayAverage
from forecasting.boosted import Boost, boost, day_factors, week_factors
from forecasting.boosting import FEWEST_ROWS, library
from forecasting.country import told_country
from forecasting.day_bands import DayErrors, day_errors
from forecasting.extremes import clip_extremes, rolling_limits
from forecasting.history import History
from forecasting.holiday_effects import holiday_effects
from forecasting.honest_race import honest_race
from forecasting.past import SHOWN_DAYS, RolledPast, opening, past_origins
from forecasting.past_forecasts import PastForecasts
from forecasting.past_promises import PastPromises, past_promises
from forecasting.race import JUDGED_SPANS, RIVAL, PastLosses, RaceResult, keep_to_rival, margins, past_losses, run_race
from forecasting.rolled_shop import chunks, fit_past
from forecasting.runner import Runner
from forecasting.shop_level import ShopLevel, shop_level
from forecasting.smoothing import Smoothing
from forecasting.spans import spans_within
from forecasting.spread import IN_TURN, Spread
from forecasting.totals import Calibration, calibrate
from forecasting.weekly_rows import joined, weekly_origins, weekly_rows
from forecasting.yearly import yearly_factors, yearly_powers

ROLLED_SHARE = 0.6  # of the time done when all models have forecast the past, for progress
FEWEST_DAYS = 364  # of a shop for boosted trees to be tried: half to learn from, half to be judged on
ARIMA_SEAT = 1  # in `runners_of`
RATE_DAYS = 182  # over which a product's size is measured


@dataclass(frozen=True)
class FittedRegulars:
    """All that forecasts of these products need beside their history.

    skus: the products; everything else follows their order.
    country: whose public holidays count; None where no country's do.
    limit_days, limits: days (n_limits,) and what extremes were cut to at each (n_limits, n_products), in units.
    lot: usual lots (n_products,).
    models: per runner what it estimated of each product (n_numbers, n_products).
    race: the models' weights. power: to which last year's changes of the shop are taken over.
    boost: the trees and their share; None where there are none.
    calibration, day_errors: errors of past totals and of past single days.
    method, margin: (n_products,) who bears the forecast, by what share it beat the same-weekday average.
    past: forecasts at past origins. promises: how often they were kept.
    """

    skus: tuple[str, ...]
    country: str | None
    limit_days: pd.DatetimeIndex
    limits: FloatArray
    lot: FloatArray
    models: tuple[FloatArray, ...]
    race: RaceResult
    power: float
    boost: Boost | None
    calibration: Calibration
    day_errors: DayErrors
    method: tuple[str, ...]
    margin: FloatArray
    past: PastForecasts
    promises: PastPromises

    def clipped(self, history: History) -> History:
        """The history of these products with extreme days cut, as the models see it."""
        origins = np.asarray((self.limit_days - history.days[0]).days, dtype=np.int64)
        return history.with_units(clip_extremes(history.units, self.limits, origins=origins))

    def arima_orders(self) -> tuple[str, ...]:
        """The orders (n_products,) of their ARIMA, as "(1,0,1)(0,1,1)7"."""
        return tuple(str(order).removeprefix("ARIMA") for order in orders_of(self.models[ARIMA_SEAT]))

    def part(self, products: IntArray) -> FittedRegulars:
        """What was estimated of some of the products."""
        return replace(
            self,
            skus=tuple(self.skus[product] for product in products),
            limits=self.limits[:, products],
            lot=self.lot[products],
            models=tuple(numbers[:, products] for numbers in self.models),
            race=self.race.part(products),
            boost=None if self.boost is None else self.boost.part(products),
            calibration=self.calibration.part(products),
            method=tuple(self.method[product] for product in products),
            margin=self.margin[products],
            past=self.past.part(products),
            promises=self.promises.part(products),
        )


def fit_regulars(
    history: History,
    *,
    sold: BoolArray,
    lot: FloatArray,
    horizon: int,
    levels: FloatArray,
    country: str | None,
    progress: Callable[[float], None],
    spread: Spread = IN_TURN,
) -> FittedRegulars:
    """Fit everything to the history of products that are all regular.

    sold: whether anything was sold in the whole shop on each day (n_days,). lot: usual lots (n_products,).
    country: whose public holidays count; None to tell it from the sales.
    """
    n_days, tried = len(history.days), spans_within(max(horizon, SHOWN_DAYS))
    reach = max(int(tried[-1]), SHOWN_DAYS)  # days after a past origin that are looked at
    origins, weekly = past_origins(n_days), weekly_origins(n_days)
    limits = rolling_limits(history.units, origins=weekly)
    clipped = history.with_units(clip_extremes(history.units, limits, origins=weekly))
    with_holidays = shop_level(clipped.units)
    country = country or told_country(history, with_holidays)
    holidays = holiday_effects(clipped, country, horizon=reach)
    ordinary = holidays.cleaned(clipped)
    shop = with_holidays if country is None else shop_level(ordinary.units)
    is_open = opening(sold, origins=origins, horizon=reach)
    on_holidays = holidays.ahead(origins, reach)
    runners = runners_of(shop)
    names = [name for runner in runners for name in runner.names]
    powers = yearly_powers(shop.level, origins=np.append(origins, n_days - 1))
    fitted = fit_past(
        history,
        ordinary,
        runners,
        origins=origins,
        spans=tried,
        is_open=is_open * on_holidays,
        progress=lambda share: progress(ROLLED_SHARE * share),
        spread=spread,
    )
    spans, past = fitted.spans, fitted.past
    rate = _rates(history)
    rival = past.forecast[names.index(RIVAL)]
    race = _race(past, spans, rate=rate, names=names)
    beaten = _margin(race.mix(past.forecast), rival, past.actual, spans) > 0
    race = keep_to_rival(race, beaten, names)
    honest = honest_race(past.forecast, past.actual, spans=spans, rate=rate, names=names).keep_to_rival(beaten, names)
    season = yearly_factors(shop.level, powers[:-1], origins=origins, horizon=reach)
    chosen = honest.totals(past.forecast) * np.stack([season[:, :span].mean(axis=1) for span in spans], axis=1)
    at = int(np.searchsorted(origins, n_days - 1 - SHOWN_DAYS))
    shown = honest.races[at].mix(past.shown) * season[at, :SHOWN_DAYS]
    method = race.method
    weeks = week_factors(on_holidays, is_open * shop.days_ahead(origins, reach))
    trees = _boost(
        ordinary,
        shop,
        weekly,
        chosen=chosen,
        actual=past.actual,
        spans=spans,
        rate=rate,
        holidays=weeks,
        spread=spread,
    )
    if trees is not None:
        chosen = trees.totals(chosen, spans)
        shown = shown * day_factors(trees.past[at - len(origins)], SHOWN_DAYS)
        method = trees.methods(method)
    calibration = calibrate(chosen, past.actual, usual=past.usual, spans=spans, lot=lot, levels=levels)
    return FittedRegulars(
        skus=history.skus,
        country=country,
        limit_days=history.days[weekly],
        limits=limits,
        lot=lot,
        models=fitted.fitted,
        race=race,
        power=float(powers[-1]),
        boost=trees,
        calibration=calibration,
        day_errors=day_errors(said=shown, sold=history.units[-SHOWN_DAYS:].T, scale=calibration.scale),
        method=method,
        margin=_margin(chosen, rival, past.actual, spans),
        past=PastForecasts(
            origins=history.days[origins],
            spans=spans,
            forecast=chosen.astype(np.float32),
            actual=past.actual.astype(np.float32),
            weekday_average=rival,
            shown_origin=history.days[-1 - SHOWN_DAYS],
            shown=shown.astype(np.float32),
        ),
        promises=past_promises(calibration, forecast=chosen, actual=past.actual, usual=past.usual),
    )


def runners_of(shop: ShopLevel) -> tuple[Runner, ...]:
    """All that take part in the race of a shop."""
    return (SameWeekdayAverage(), Arima(), Smoothing(shop))


def _boost(
    history: History,
    shop: ShopLevel,
    origins: IntArray,
    *,
    chosen: FloatArray,
    actual: FloatArray,
    spans: IntArray,
    rate: FloatArray,
    holidays: FloatArray,
    spread: Spread,
) -> Boost | None:
    """What boosted trees add; None where the shop is too young or small, or their library is missing."""
    if len(history.days) < FEWEST_DAYS or len(history.skus) * len(origins) < FEWEST_ROWS or library() is None:
        return None
    parts = (history.part(products) for products in chunks(len(history.skus)))
    rows = joined(list(spread.run(partial(weekly_rows, shop=shop, origins=origins), parts)))
    return boost(rows, chosen=chosen, actual=actual, spans=spans, rate=rate, holidays=holidays)


def _race(past: RolledPast, spans: IntArray, *, rate: FloatArray, names: Sequence[str]) -> RaceResult:
    """The race over the judged spans."""
    judged = np.isin(spans, JUDGED_SPANS)
    parts = [
        past_losses(past.forecast[:, products][..., judged], past.actual[products][..., judged])
        for products in chunks(len(rate))
    ]
    losses = PastLosses(
        np.concatenate([part.loss for part in parts], axis=1), np.concatenate([part.origins for part in parts])
    )
    return run_race(losses, rate=rate, names=names)


def _margin(chosen: FloatArray, rival: Float32Array, actual: FloatArray, spans: IntArray) -> FloatArray:
    judged = np.isin(spans, JUDGED_SPANS)
    truth = actual[..., judged]
    return margins(past_losses(chosen[None, ..., judged], truth), past_losses(rival[None, ..., judged], truth))


def _rates(history: History) -> FloatArray:
    """Mean units a day (n_products,) over the last half year."""
    recent = history.units[-RATE_DAYS:]
    return np.asarray(np.nan_to_num(recent).sum(axis=0) / np.maximum((~np.isnan(recent)).sum(axis=0), 1))
