"""Seasonal ARIMA of one fixed order as a runner of the race."""

from dataclasses import dataclass

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.filter import forecast_from, prepare, run_filter
from forecasting.fit import fit
from forecasting.history import History
from forecasting.order import Order
from forecasting.polynomials import expand, split
from forecasting.runner import long_enough

DEFAULT_ORDER = Order(1, 0, 1, 0, 1, 1)
STEPS = 4  # from the prior; four more change what a shop is forecast in all by 0.1 to 0.4 %


@dataclass(frozen=True)
class Arima:
    """Seasonal ARIMA, every product with coefficients of its own.

    The default (1,0,1)(0,1,1)7 has a season by weekday that moves slowly, and a level that returns to it; it has
    no trend to run away along.
    """

    order: Order = DEFAULT_ORDER

    @property
    def names(self) -> tuple[str, ...]:
        """As Runner.names."""
        return ("arima",)

    def fit(self, history: History) -> FloatArray:
        """As Runner.fit: the coefficients (n_parameters, n_products)."""
        return fit(history.units, self.order, steps=STEPS)

    def roll(self, history: History, fitted: FloatArray, *, origins: IntArray, horizon: int) -> FloatArray:
        """As Runner.roll."""
        units = history.units[: origins[-1] + 1]
        polynomials = expand(self.order, fitted)
        filtered = run_filter(prepare(units, self.order), polynomials, reach=self.order.reach)
        weeks = -(-horizon // DAYS_PER_WEEK)
        means = forecast_from(
            filtered, polynomials, origins=origins, horizon=weeks * DAYS_PER_WEEK, reach=self.order.reach
        )
        means = lift_to_zero(means)[..., :horizon]
        means[~long_enough(history, origins)] = np.nan
        return means[None]

    def one_step_errors(self, history: History, fitted: FloatArray) -> FloatArray:
        """What each day sold more than was said the day before (n_days, n_products); NaN where nothing can be said."""
        prepared = prepare(history.units, self.order)
        filtered = run_filter(prepared, expand(self.order, fitted), reach=self.order.reach)
        return np.where(prepared.counted, filtered.errors, np.nan)[self.order.reach :]

    def named(self, coefficients: FloatArray) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """The coefficients (n_parameters,) of a product by the names of their kinds, those that the order has."""
        kinds = zip(("phi", "theta", "Phi", "Theta"), split(self.order, coefficients[:, None]), strict=True)
        return tuple((name, tuple(values[:, 0].tolist())) for name, values in kinds if len(values))


def lift_to_zero(means: FloatArray) -> FloatArray:
    """Means (..., whole weeks of days) without negative days, each week's total kept where it is positive.

    Cutting negative days off alone would promise slow sellers more than the model expects of them.

    >>> lift_to_zero(np.array([-1.0, 2.0, 2.0, 0.0, 0.0, 0.0, 0.0]))
    array([0. , 1.5, 1.5, 0. , 0. , 0. , 0. ])
    """
    weeks = means.reshape(*means.shape[:-1], -1, DAYS_PER_WEEK)
    raised = np.maximum(weeks, 0.0)
    total = np.maximum(weeks.sum(axis=-1, keepdims=True), 0.0)
    raised_total = raised.sum(axis=-1, keepdims=True)
    share = np.divide(total, raised_total, out=np.zeros_like(total), where=raised_total > 0)
    return np.asarray((raised * share).reshape(means.shape))
