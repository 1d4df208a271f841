"""What is kept of all that was estimated of the products with enough history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from forecasting.arima import Arima, orders_of
from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.average import SameWeekdayAverage
from forecasting.boosted import Boost
from forecasting.chunks import chunks
from forecasting.day_bands import DayErrors
from forecasting.extremes import clip_extremes
from forecasting.history import History
from forecasting.mixture import Mixture
from forecasting.past import usual_rates
from forecasting.past_forecasts import PastForecasts
from forecasting.past_promises import PastPromises
from forecasting.race import RIVAL
from forecasting.runner import Runner
from forecasting.seen_sales import SeenSales
from forecasting.smoothing import Smoothing
from forecasting.totals import Calibration

ARIMA_SEAT = 1  # in `runners_of`


@dataclass(frozen=True)
class FittedRegulars:
    """All that forecasts of these products need beside their history.

    skus: the products; everything else follows their order.
    country: whose public holidays count; None where no country's do.
    limit_days, limits: days (n_limits,) and what extremes were cut to at each (n_limits, n_products), in units.
    lot: usual lots (n_products,).
    models: per runner what it estimated of each product (n_numbers, n_products).
    mixture: how the models' forecasts become one.
    boost: the trees and their share; None where there are none.
    calibration, day_errors: errors of past totals and of past single days.
    method, margin: (n_products,) who bears the forecast, by what share it beat the same-weekday average; where that
        average itself is used, its name and 0.
    past: forecasts at past origins. promises: how often they were kept.
    """

    skus: tuple[str, ...]
    country: str | None
    limit_days: pd.DatetimeIndex
    limits: FloatArray
    lot: FloatArray
    models: tuple[FloatArray, ...]
    mixture: Mixture
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

    def totals(self, history: History, mean: FloatArray, *, progress: Callable[[float], None]) -> FloatArray:
        """Calibrated quantiles of totals (n_products, horizon, n_levels) around daily means (n_products, horizon).

        history: of these products. progress: called with the share done.
        """
        totals = np.empty((*mean.shape, len(self.calibration.levels)))
        usual = usual_rates(history.units, np.array([len(history.days) - 1]))[:, 0]
        for products in chunks(len(history.skus)):
            totals[products] = self.calibration.quantiles(mean[products], usual=usual[products], products=products)
            progress(products.stop / len(history.skus))
        return totals

    def by_rule(self) -> BoolArray:
        """Which products (n_products,) no model forecasts better than the average of the same weekday."""
        return np.array([name == RIVAL for name in self.method], dtype=np.bool_)

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
            mixture=self.mixture.part(products),
            boost=None if self.boost is None else self.boost.part(products),
            calibration=self.calibration.part(products),
            method=tuple(self.method[product] for product in products),
            margin=self.margin[products],
            past=self.past.part(products),
            promises=self.promises.part(products),
        )


def runners_of(seen: SeenSales) -> tuple[Runner, ...]:
    """All that take part in the race of a shop."""
    return (SameWeekdayAverage(), Arima(), Smoothing(seen.shop, seen.levels))
