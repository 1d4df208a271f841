"""Forecast of a whole shop: daily means, and quantiles of total demand, of every product."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from forecasting.arrays import BoolArray, Float32Array, FloatArray, ObjectArray
from forecasting.closed_ahead import without_time
from forecasting.clumps import sale_clumps
from forecasting.drift import level_drift
from forecasting.extremes import ExtremeDay, extreme_limit, list_extremes
from forecasting.fitted_shop import FittedShop, fit_fresh
from forecasting.grades import GradeReason, Outlook, grade_products
from forecasting.history import History, open_ahead
from forecasting.lot import in_whole_steps, sale_steps
from forecasting.newcomers import forecast_newcomers, shop_prior_days
from forecasting.past_forecasts import PastForecasts, no_past, widened
from forecasting.past_promises import no_promises
from forecasting.regulars import forecast_regulars
from forecasting.seen_sales import SeenSales
from forecasting.selling import still_sells
from forecasting.simple_rules import AVERAGE_SO_FAR, NOTHING, SINCE_SHIFT, WEEKDAY_AVERAGE, rule_against, rule_means
from forecasting.spread import IN_TURN, Spread
from forecasting.suspects import Suspect, find_suspects
from forecasting.totals import LEVELS

ENGINE_VERSION = "10"
NEWCOMER_METHOD = "gamma_poisson"
IDLE_METHOD = NOTHING
RULES = {  # by method
    NEWCOMER_METHOD: AVERAGE_SO_FAR,
    IDLE_METHOD: NOTHING,
    WEEKDAY_AVERAGE: WEEKDAY_AVERAGE,
    SINCE_SHIFT: SINCE_SHIFT,
}
FITTED_SHARE = 0.8  # of the time done when everything is estimated, for progress


@dataclass(frozen=True)
class Forecast:
    """What every product of a shop will sell.

    skus: the products (n_products,).
    first_day: the day after the last day of the history; day ahead 1.
    country: whose public holidays were counted with, as given or told from the sales; None where no country's.
    fitted_on: the last day of the sales that models and calibration were estimated from.
    mean: (n_products, horizon) expected units of each day.
    day_bands: (n_products, horizon, 2) what nine of ten single days lie between; for charts, never added up.
    levels: (n_levels,).
    totals: (n_products, horizon, n_levels); totals[i, n - 1, j] is the quantile levels[j] of the units product i
        sells in the next n days in all. Rising in n and level, never negative, never NaN; whole pieces where the
        product only ever sold whole pieces.
    method: per product "smoothing", "shop_smoothing", "arima" or "boosting", whichever bears most of the forecast,
        "combination" where none does, or what `rule` stands for.
    margin: (n_products,) the share by which past errors are below those of the same-weekday average; NaN where there
        is no past.
    arima: (n_products, horizon) what ARIMA alone would say; NaN where there is too little history for it.
    arima_order: (n_products,) the order of that ARIMA, as "(1,0,1)(0,1,1)7"; "" where there is none.
    reason: per product "", "short_history" (less than eight weeks), "no_history" (never sold), "not_selling" (silent
        for improbably long), or "level_shift" and "broken_promises", where that took its forecast from the models.
    rule: per product the simple rule in use instead of a model, as in `simple_rules.py`; "" where a model is.
    past: forecasts at past origins.
    grade: per product how far to trust it: "good", "wide" or "do_not_trust". grade_reason: why not further.
    extremes: days that sold so much that models are shown less of it.
    suspects: silences that look sold out; they count as days without demand until the history says otherwise.
    """

    skus: tuple[str, ...]
    first_day: date
    country: str | None
    fitted_on: date
    mean: FloatArray
    day_bands: FloatArray
    levels: FloatArray
    totals: FloatArray
    method: tuple[str, ...]
    reason: tuple[str, ...]
    rule: tuple[str, ...]
    margin: FloatArray
    arima: Float32Array
    arima_order: tuple[str, ...]
    past: PastForecasts
    grade: tuple[str, ...]
    grade_reason: tuple[GradeReason, ...]
    extremes: tuple[ExtremeDay, ...]
    suspects: tuple[Suspect, ...]


def forecast_shop(
    history: History,
    *,
    horizon: int,
    levels: tuple[float, ...] = LEVELS,
    country: str | None = None,
    progress: Callable[[float], None] | None = None,
    spread: Spread = IN_TURN,
) -> Forecast:
    """Forecast all products of a shop for the `horizon` days after the end of its history.

    levels: ascending, between 0 and 1. country: whose public holidays count (ISO 3166, two letters); told from the
    sales where None. progress: called with the share done, rising from 0 to 1. spread: who works on the parts of the
    shop; the result does not depend on it.
    Raises ValueError for a history without a day, a horizon below 1, levels or a country that are none.
    """
    fresh = fit_and_forecast(history, horizon=horizon, levels=levels, country=country, progress=progress, spread=spread)
    return fresh.forecast


@dataclass(frozen=True)
class FreshForecast:
    """A forecast, and what was estimated for it."""

    fitted: FittedShop
    forecast: Forecast


def fit_and_forecast(
    history: History,
    *,
    horizon: int,
    levels: tuple[float, ...] = LEVELS,
    country: str | None = None,
    previous: FittedShop | None = None,
    progress: Callable[[float], None] | None = None,
    spread: Spread = IN_TURN,
) -> FreshForecast:
    """As `fit_shop` and then `forecast_from` of the same history, which share part of their work."""
    tell = progress or _tell_nobody
    fresh = fit_fresh(
        history,
        horizon=horizon,
        levels=levels,
        country=country,
        previous=previous,
        progress=lambda share: tell(FITTED_SHARE * share),
        spread=spread,
    )
    forecast = forecast_from(
        fresh.fitted,
        history,
        horizon=horizon,
        seen=fresh.seen,
        progress=lambda share: tell(FITTED_SHARE + (1.0 - FITTED_SHARE) * share),
        spread=spread,
    )
    return FreshForecast(fresh.fitted, forecast)


def forecast_from(
    fitted: FittedShop,
    history: History,
    *,
    horizon: int,
    is_judged: bool = True,
    seen: SeenSales | None = None,
    said: FloatArray | None = None,
    progress: Callable[[float], None] | None = None,
    spread: Spread = IN_TURN,
) -> Forecast:
    """Forecast all products of a shop from what was estimated of it, as of the end of its history.

    The history may have grown since, and it may have been corrected: what the models know of level and season is told
    from it anew. Products that were not fitted are forecast as newcomers. From the history that was
    fitted the result is that of `forecast_shop`.
    is_judged: with grades, extreme days and suspects; without, for forecasts by the hundred, these are empty.
    seen, said: what models saw and said of this history, so that it is not worked out again, as in `forecast_regulars`.
    Raises ValueError for a history that ends before the fitted one, or a horizon beyond the fitted one.
    """
    _check(fitted, history, horizon)
    n_products, n_levels = len(history.skus), len(fitted.levels)
    mean, totals = np.empty((n_products, horizon)), np.empty((n_products, horizon, n_levels))
    bands = np.empty((n_products, horizon, 2))
    method, past = np.full(n_products, NEWCOMER_METHOD, dtype=object), no_past(n_products)
    margin, arima = np.full(n_products, np.nan), np.full((n_products, horizon), np.nan, dtype=np.float32)
    arima_order = np.full(n_products, "", dtype=object)
    promises, limit = no_promises(n_products), extreme_limit(history.units)
    counted = np.minimum(history.units, limit)
    known = fitted.known_in(history)
    regulars, old = known.regulars, known.places
    regular = np.isin(np.arange(n_products), old)
    new = np.flatnonzero(~regular)
    is_open = open_ahead(history, horizon).astype(np.float64)
    if regulars is not None:
        told = forecast_regulars(
            regulars,
            history.part(old),
            sold=history.sold,
            horizon=horizon,
            progress=progress or _tell_nobody,
            seen=seen,
            said=said,
            spread=spread,
        )
        mean[old], totals[old], bands[old], arima[old] = told.mean, told.totals, told.day_bands, told.arima
        method[old], margin[old] = regulars.method, regulars.margin
        past, promises = widened(regulars.past, old, n_products), regulars.promises.widened(old, n_products)
        counted[:, old] = regulars.clipped(history.part(old)).units
        arima_order[old] = regulars.arima_orders()
        is_open = is_open * told.on_holidays
    if len(new):
        clump = sale_clumps(history.units)
        guess = forecast_newcomers(
            history.units[:, new],
            clump=clump[new],
            drift=level_drift(history.units, clump),
            prior_days=shop_prior_days(history.units, clump)[new],
            is_open=is_open,
            levels=fitted.levels,
        )
        mean[new], totals[new], bands[new] = guess.mean, guess.totals, guess.day_bands
    totals = in_whole_steps(totals, sale_steps(history.units))
    _close_first_days(totals, open_ahead(history, horizon))
    idle = ~still_sells(history.units)
    mean[idle], totals[idle], bands[idle], method[idle] = 0.0, 0.0, 0.0, IDLE_METHOD
    reason = _reasons(history, regular=regular, idle=idle)
    outlook = Outlook(mean, totals, fitted.levels, tuple(method), tuple(reason), promises, limit)
    grades = grade_products(history, outlook)
    doubted = np.flatnonzero([rule_against(why) != "" for why in grades.reason])
    if regulars is not None and len(doubted):
        why = [grades.reason[product] for product in doubted]
        own, part = history.part(doubted), regulars.part(np.searchsorted(old, doubted))
        mean[doubted] = rule_means(own, limit[doubted], why, is_open=is_open)
        totals[doubted] = in_whole_steps(
            without_time(
                own.said_open(horizon),
                mean[doubted],
                lambda open_mean: part.totals(own, open_mean, progress=_tell_nobody),
            ),
            sale_steps(own.units),
        )
        _close_first_days(totals, open_ahead(history, horizon))
        bands[doubted] = part.day_errors.bands(mean[doubted], scale=part.calibration.scale)
        method[doubted], reason[doubted] = [rule_against(each) for each in why], [each.code for each in why]
    (progress or _tell_nobody)(1.0)
    return Forecast(
        skus=history.skus,
        first_day=(history.days[-1] + pd.Timedelta(days=1)).date(),
        country=None if regulars is None else regulars.country,
        fitted_on=fitted.last_day.date(),
        mean=mean,
        day_bands=bands,
        levels=fitted.levels,
        totals=totals,
        method=tuple(method),
        reason=tuple(reason),
        rule=tuple(RULES.get(name, "") for name in method),
        margin=margin,
        arima=arima,
        arima_order=tuple(arima_order),
        past=past,
        grade=grades.grade if is_judged else (),
        grade_reason=grades.reason if is_judged else (),
        extremes=list_extremes(history, limit=limit, counted=counted) if is_judged else (),
        suspects=find_suspects(history) if is_judged else (),
    )


def _check(fitted: FittedShop, history: History, horizon: int) -> None:
    """Refuse what no forecast can be made of."""
    if len(history.days) == 0:
        raise ValueError("history must have at least one day, got none")
    if history.days[-1] < fitted.last_day:
        raise ValueError(f"history must not end before {fitted.last_day:%Y-%m-%d}, got {history.days[-1]:%Y-%m-%d}")
    if not 1 <= horizon <= fitted.horizon:
        raise ValueError(f"horizon must be 1 to {fitted.horizon} days, as fitted, got {horizon}")


def _reasons(history: History, *, regular: BoolArray, idle: BoolArray) -> ObjectArray:
    """Why a product got a simple forecast or none; empty where a model forecasts it."""
    never_sold = ~(np.nan_to_num(history.units) > 0).any(axis=0)
    codes = np.select([never_sold, idle, regular], ["no_history", "not_selling", ""], "short_history")
    return codes.astype(object)


def _close_first_days(totals: FloatArray, is_open: BoolArray) -> None:
    """Nothing can sell before the shop opens again."""
    first_open = int(is_open.argmax()) if is_open.any() else len(is_open)
    totals[:, :first_open] = 0.0


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
