"""Forecasts for products with enough history, from what was estimated of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from forecasting.arrays import BoolArray, Float32Array, FloatArray
from forecasting.boosted import day_factors, week_factors
from forecasting.fitted_regulars import FittedRegulars, runners_of
from forecasting.history import History, weekdays_open_ahead
from forecasting.holiday_effects import holiday_effects
from forecasting.past import SHOWN_DAYS, usual_rates
from forecasting.rolled_shop import chunks, roll_ahead
from forecasting.runner import long_enough
from forecasting.shop_level import shop_level
from forecasting.spread import IN_TURN, Spread
from forecasting.weekly_rows import joined, weekly_rows
from forecasting.yearly import yearly_factors


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
    spread: Spread = IN_TURN,
) -> RegularForecast:
    """Forecast the fitted products, in their order, from the end of their history.

    What the models know of level and season is told anew from the whole history; nothing is estimated.
    sold: whether anything was sold in the whole shop on each day (n_days,).
    """
    reach, last = max(horizon, SHOWN_DAYS), np.array([len(history.days) - 1])
    clipped = fitted.clipped(history)
    holidays = holiday_effects(clipped, fitted.country, horizon=reach)
    ordinary = holidays.cleaned(clipped)
    shop = shop_level(ordinary.units)
    runners = runners_of(shop)
    is_open, on_holidays = weekdays_open_ahead(sold, reach).astype(np.float64), holidays.ahead(last, reach)[0]
    ahead = roll_ahead(ordinary, runners, fitted.models, is_open=is_open * on_holidays, spread=spread)
    names = [name for runner in runners for name in runner.names]
    mean = fitted.race.mix(ahead) * yearly_factors(shop.level, np.array([fitted.power]), origins=last, horizon=reach)
    if fitted.boost is not None:
        parts = (ordinary.part(products) for products in chunks(len(history.skus)))
        rows = joined(list(spread.run(partial(weekly_rows, shop=shop, origins=last), parts)))
        weeks = week_factors(on_holidays, is_open * shop.days_ahead(last, reach)[0])
        mean = mean * day_factors(fitted.boost.ahead(rows, mean, holidays=weeks), reach)
    mean = mean[:, :horizon]
    totals = np.empty((*mean.shape, len(fitted.calibration.levels)))
    usual = usual_rates(history.units, last)[:, 0]
    for products in chunks(len(history.skus)):
        totals[products] = fitted.calibration.quantiles(mean[products], usual=usual[products], products=products)
        progress(products.stop / len(history.skus))
    return RegularForecast(
        mean=mean,
        totals=totals,
        day_bands=fitted.day_errors.bands(mean, scale=fitted.calibration.scale),
        arima=ahead[names.index("arima"), :, :horizon].astype(np.float32),
        on_holidays=on_holidays[:horizon],
    )
