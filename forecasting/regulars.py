"""Forecasts for products with enough history, from what was estimated of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from forecasting.arrays import BoolArray, Float32Array, FloatArray
from forecasting.boosted import day_factors, week_factors
from forecasting.closed_ahead import without_time
from forecasting.fitted_regulars import FittedRegulars, runners_of
from forecasting.history import History, weekdays_open_ahead
from forecasting.past import SHOWN_DAYS
from forecasting.race import RIVAL
from forecasting.rolled_shop import roll_ahead
from forecasting.runner import long_enough
from forecasting.seen_sales import SeenSales, seen_sales
from forecasting.smoothed_levels import SmoothedLevels
from forecasting.spread import IN_TURN, Spread
from forecasting.weekly_rows import rows_of_shop


@dataclass(frozen=True)
class RegularForecast:
    """Daily mean (n_products, horizon) and quantiles of totals (n_products, horizon, n_levels).

    day_bands: (n_products, horizon, 2) what nine of ten single days lie between.
    arima: (n_products, horizon) what ARIMA alone would say.
    on_holidays: (horizon,) what holidays make of each day.
    """

    mean: FloatArray
    totals: FloatArray
    day_bands: FloatArray
    arima: Float32Array
    on_holidays: FloatArray


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
    fitted: FittedRegulars,
    history: History,
    *,
    sold: BoolArray,
    horizon: int,
    progress: Callable[[float], None],
    seen: SeenSales | None = None,
    said: FloatArray | None = None,
    spread: Spread = IN_TURN,
) -> RegularForecast:
    """Forecast the fitted products, in their order, from the end of their history.

    What the models know of level and season is told anew from the whole history; nothing is estimated.
    sold: whether anything was sold in the whole shop on each day (n_days,). seen: what models see of this
    history, or of one that goes on from it, where that is known already. said: what the models then say of the days
    ahead (n_models, n_products, at least so many days), as if the shop were open on all of them.
    """
    reach, last = max(horizon, SHOWN_DAYS), np.array([len(history.days) - 1])
    if seen is None:
        clipped = fitted.clipped(history)
        seen = seen_sales(clipped, country=fitted.country, horizon=reach, origins=last, spread=spread)
    seen = replace(seen, levels=SmoothedLevels(last, seen.levels.at(last)))
    runners = runners_of(seen)
    is_open, on_holidays = weekdays_open_ahead(sold, reach).astype(np.float64), seen.holidays.ahead(last, reach)[0]
    if said is None:
        ahead = roll_ahead(seen.ordinary, runners, fitted.models, is_open=is_open * on_holidays, spread=spread)
    else:
        ahead = said[..., :reach] * (is_open * on_holidays)
    names = [name for runner in runners for name in runner.names]
    mean = fitted.mixture.ahead(ahead, seen, origin=int(last[0]), days=is_open * on_holidays)
    if fitted.boost is not None:
        rows = rows_of_shop(seen.ordinary, seen.shop, levels=seen.levels, spread=spread)
        weeks = week_factors(on_holidays, is_open * seen.shop.days_ahead(last, reach)[0])
        mean = mean * day_factors(fitted.boost.ahead(rows, mean, holidays=weeks), reach)
    said_open = history.said_open(horizon)
    mean = np.where(fitted.by_rule()[:, None], ahead[names.index(RIVAL)], mean)[:, :horizon] * said_open
    return RegularForecast(
        mean=mean,
        totals=without_time(said_open, mean, lambda open_mean: fitted.totals(history, open_mean, progress=progress)),
        day_bands=fitted.day_errors.bands(mean, scale=fitted.calibration.scale),
        arima=(ahead[names.index("arima"), :, :horizon] * said_open).astype(np.float32),
        on_holidays=on_holidays[:horizon],
    )
