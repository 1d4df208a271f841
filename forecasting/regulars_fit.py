"""Fit of the products with enough history: models, race, boosted trees and calibration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.boosted import BOOSTING, Boost, boost, day_factors, week_factors
from forecasting.boosting import FEWEST_ROWS, library
from forecasting.country import told_country
from forecasting.day_bands import day_errors
from forecasting.extremes import clip_extremes, rolling_limits
from forecasting.fitted_regulars import FittedRegulars, runners_of
from forecasting.history import History
from forecasting.mixture import MixedPast, mix_past
from forecasting.past import SHOWN_DAYS, RolledPast, opening, past_origins
from forecasting.past_forecasts import PastForecasts
from forecasting.past_promises import past_promises
from forecasting.race import RIVAL, RaceResult, margins
from forecasting.rolled_shop import fit_past
from forecasting.seat import bearers, rule_holds, shares_by_name
from forecasting.seen_sales import SeenSales, seen_sales
from forecasting.shop_level import shop_level
from forecasting.spans import spans_within
from forecasting.spread import IN_TURN, Spread
from forecasting.totals import calibrate
from forecasting.weekly_rows import rows_of_shop, weekly_origins

ROLLED_SHARE = 0.6  # of the time done when all models have forecast the past, for progress
FEWEST_DAYS = 364  # of a shop for boosted trees to be tried: half to learn from, half to be judged on
RATE_DAYS = 182  # over which a product's size is measured


@dataclass(frozen=True)
class RegularsFit:
    """What was estimated, and what the models saw of the history that it was estimated from."""

    fitted: FittedRegulars
    seen: SeenSales


@dataclass(frozen=True)
class _Chosen:
    """What mixture and trees say of the past: totals (n_products, n_origins, n_spans), daily means `shown`."""

    trees: Boost | None
    totals: FloatArray
    shown: FloatArray

    def shares(self, race: RaceResult, names: Sequence[str]) -> dict[str, FloatArray]:
        """How much of each product's forecast (n_products,) bears which name."""
        shares = shares_by_name(race.weights, names)
        if self.trees is None:
            return shares
        return {name: share * (1.0 - self.trees.share) for name, share in shares.items()} | {BOOSTING: self.trees.share}


def fit_regulars(
    history: History,
    *,
    sold: BoolArray,
    lot: FloatArray,
    horizon: int,
    levels: FloatArray,
    country: str | None,
    before: Sequence[str],
    progress: Callable[[float], None],
    spread: Spread = IN_TURN,
) -> RegularsFit:
    """Fit everything to the history of products that are all regular.

    sold: whether anything was sold in the whole shop on each day (n_days,). lot: usual lots (n_products,).
    country: whose public holidays count; None to tell it from the sales. before: (n_products,) the methods in use until
    now, "" where there is none, which give way only by a margin.
    """
    n_days, tried = len(history.days), spans_within(max(horizon, SHOWN_DAYS))
    reach = max(horizon, SHOWN_DAYS)  # days after a past origin that are looked at
    origins, weekly = past_origins(n_days), weekly_origins(n_days)
    limits = rolling_limits(history.units, origins=weekly)
    clipped = history.with_units(clip_extremes(history.units, limits, origins=weekly))
    with_holidays = shop_level(clipped.units) if country is None else None
    if with_holidays is not None:
        country = told_country(history, with_holidays)
    seen = seen_sales(
        clipped, country=country, horizon=reach, origins=weekly, with_holidays=with_holidays, spread=spread
    )
    is_open, on_holidays = opening(sold, origins=origins, horizon=reach), seen.holidays.ahead(origins, reach)
    runners = runners_of(seen)
    names = [name for runner in runners for name in runner.names]
    rolled = fit_past(
        history,
        seen.ordinary,
        runners,
        origins=origins,
        spans=tried,
        is_open=is_open * on_holidays,
        progress=lambda share: progress(ROLLED_SHARE * share),
        spread=spread,
    )
    spans, past = rolled.spans, rolled.past
    rate = _rates(history)
    mixed = mix_past(past, seen, names=names, origins=origins, spans=spans, rate=rate, days=is_open * on_holidays)
    holidays = week_factors(on_holidays, is_open * seen.shop.days_ahead(origins, reach))
    best = _with_trees(mixed, past, seen, origins=origins, spans=spans, rate=rate, holidays=holidays, spread=spread)
    rival = names.index(RIVAL)
    margin = margins(best.totals, past.forecast[rival], past.actual, spans=spans)
    by_rule = rule_holds(margin, before)
    chosen = np.where(by_rule[:, None, None], past.forecast[rival], best.totals)
    shown = np.where(by_rule[:, None], past.shown[rival], best.shown)
    named = bearers(best.shares(mixed.mixture.race, names), before)
    calibration = calibrate(chosen, past.actual, usual=past.usual, spans=spans, lot=lot, levels=levels)
    fitted = FittedRegulars(
        skus=history.skus,
        country=country,
        limit_days=history.days[weekly],
        limits=limits,
        lot=lot,
        models=rolled.fitted,
        mixture=mixed.mixture,
        boost=best.trees,
        calibration=calibration,
        day_errors=day_errors(said=shown, sold=history.units[-SHOWN_DAYS:].T, scale=calibration.scale),
        method=tuple(RIVAL if rule else name for rule, name in zip(by_rule, named, strict=True)),
        margin=np.where(by_rule, 0.0, margin),
        past=PastForecasts(
            origins=history.days[origins],
            spans=spans,
            forecast=chosen.astype(np.float32),
            actual=past.actual.astype(np.float32),
            weekday_average=past.forecast[rival],
            shown_origin=history.days[-1 - SHOWN_DAYS],
            shown=shown.astype(np.float32),
        ),
        promises=past_promises(calibration, forecast=chosen, actual=past.actual, usual=past.usual),
    )
    return RegularsFit(fitted, seen)


def _with_trees(
    mixed: MixedPast,
    past: RolledPast,
    seen: SeenSales,
    *,
    origins: IntArray,
    spans: IntArray,
    rate: FloatArray,
    holidays: FloatArray,
    spread: Spread,
) -> _Chosen:
    """Let trees move the mixture as far as the past supports it."""
    trees = _boost(
        seen, chosen=mixed.totals, actual=past.actual, spans=spans, rate=rate, holidays=holidays, spread=spread
    )
    if trees is None:
        return _Chosen(None, mixed.totals, mixed.shown)
    at = int(np.searchsorted(origins, len(seen.ordinary.days) - 1 - SHOWN_DAYS))
    factors = day_factors(trees.past[at - len(origins)], SHOWN_DAYS)
    return _Chosen(trees, trees.totals(mixed.totals, spans), mixed.shown * factors)


def _boost(
    seen: SeenSales,
    *,
    chosen: FloatArray,
    actual: FloatArray,
    spans: IntArray,
    rate: FloatArray,
    holidays: FloatArray,
    spread: Spread,
) -> Boost | None:
    """What boosted trees add; None where the shop is too young or small, or their library is missing."""
    n_days, n_products = seen.ordinary.units.shape
    if n_days < FEWEST_DAYS or n_products * len(seen.levels.origins) < FEWEST_ROWS or library() is None:
        return None
    rows = rows_of_shop(seen.ordinary, seen.shop, levels=seen.levels, spread=spread)
    return boost(rows, chosen=chosen, actual=actual, spans=spans, rate=rate, holidays=holidays)


def _rates(history: History) -> FloatArray:
    """Mean units a day (n_products,) over the last half year."""
    recent = history.units[-RATE_DAYS:]
    return np.asarray(np.nan_to_num(recent).sum(axis=0) / np.maximum((~np.isnan(recent)).sum(axis=0), 1))
