"""Seasonal ARIMA as a runner of the race, every product with an order of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.filter import forecast_from, prepare, run_filter
from forecasting.fit import fit
from forecasting.history import History
from forecasting.order import Order
from forecasting.order_search import ORDERS, search_orders
from forecasting.polynomials import expand, split
from forecasting.runner import long_enough

STEPS = 4  # from the prior; four more change what a shop is forecast in all by 0.1 to 0.4 %
RECENT_DAYS = 400  # that order and coefficients are estimated from
FEWEST_AT_ONCE = 4  # numpy adds up fewer columns in another order, and last digits would depend on the other products
MOST_PARAMETERS = max(order.n_parameters for order in ORDERS)


@dataclass(frozen=True)
class Arima:
    """Seasonal ARIMA, every product with an order and coefficients of its own."""

    @property
    def names(self) -> tuple[str, ...]:
        """As Runner.names."""
        return ("arima",)

    def part(self, products: slice) -> Self:  # noqa: ARG002
        """As Runner.part."""
        return self

    def fit(self, history: History) -> FloatArray:
        """As Runner.fit: the place of the order in ORDERS, then its coefficients (1 + MOST_PARAMETERS, n_products)."""
        units = history.units[-RECENT_DAYS:]
        fitted = np.zeros((1 + MOST_PARAMETERS, units.shape[1]))
        fitted[0] = search_orders(units)
        for order, products in _groups(fitted):
            wide = np.resize(products, max(len(products), FEWEST_AT_ONCE))
            estimated = fit(np.take(units, wide, axis=1), order, steps=STEPS)
            fitted[1 : 1 + order.n_parameters, products] = estimated[:, : len(products)]
        return fitted

    def roll(self, history: History, fitted: FloatArray, *, origins: IntArray, horizon: int) -> FloatArray:
        """As Runner.roll. No day is forecast to sell more than the product's best day up to the origin did."""
        units = history.units[: origins[-1] + 1]
        weeks = -(-horizon // DAYS_PER_WEEK)
        means = np.empty((len(origins), units.shape[1], weeks * DAYS_PER_WEEK))
        for order, products in _groups(fitted):
            polynomials = expand(order, _coefficients(order, fitted[:, products]))
            filtered = run_filter(prepare(np.take(units, products, axis=1), order), polynomials, reach=order.reach)
            means[:, products] = forecast_from(
                filtered, polynomials, origins=origins, horizon=means.shape[2], reach=order.reach
            )
        best_day = np.maximum.accumulate(np.nan_to_num(units), axis=0)[origins]
        means = np.minimum(lift_to_zero(means), best_day[:, :, None])[..., :horizon]
        means[~long_enough(history, origins)] = np.nan
        return means[None]

    def one_step_errors(self, history: History, fitted: FloatArray) -> FloatArray:
        """What each day sold more than was said the day before (n_days, n_products); NaN where nothing can be said."""
        errors = np.full(history.units.shape, np.nan)
        for order, products in _groups(fitted):
            prepared = prepare(np.take(history.units, products, axis=1), order)
            polynomials = expand(order, _coefficients(order, fitted[:, products]))
            filtered = run_filter(prepared, polynomials, reach=order.reach)
            errors[:, products] = np.where(prepared.counted, filtered.errors, np.nan)[order.reach :]
        return errors

    def named(self, fitted: FloatArray) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """The coefficients of a product, as `fit` gave them (1 + MOST_PARAMETERS,), by the names of their kinds."""
        order = orders_of(fitted[:, None])[0]
        kinds = zip(("phi", "theta", "Phi", "Theta"), split(order, _coefficients(order, fitted[:, None])), strict=True)
        return tuple((name, tuple(values[:, 0].tolist())) for name, values in kinds if len(values))


def orders_of(fitted: FloatArray) -> tuple[Order, ...]:
    """The orders (n_products,) of what `Arima.fit` estimated."""
    return tuple(ORDERS[int(place)] for place in fitted[0])


def _groups(fitted: FloatArray) -> Iterator[tuple[Order, IntArray]]:
    """Every order that occurs, with its products."""
    for place in np.unique(fitted[0]):
        yield ORDERS[int(place)], np.flatnonzero(fitted[0] == place)


def _coefficients(order: Order, fitted: FloatArray) -> FloatArray:
    return fitted[1 : 1 + order.n_parameters]


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
