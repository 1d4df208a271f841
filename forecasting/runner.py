"""Runner: the seat that forecasting models take in the race."""

from typing import Protocol, Self

import numpy as np

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.history import History

MINIMUM_DAYS = 56  # history a product must have at an origin for a runner to forecast it


class Runner(Protocol):
    """One model or several alike that forecast all products of a history from several origins at once."""

    @property
    def names(self) -> tuple[str, ...]:
        """Name of the method of each of the runner's models, as kept in forecasts; models may share a name."""

    def part(self, products: slice) -> Self:
        """The runner for some of the products; itself where it knows of no product."""

    def fit(self, history: History) -> FloatArray:
        """What is estimated of each product (n_numbers, n_products), from a history with extreme days cut.

        Each product's numbers depend on its own column alone: parts of a shop are fitted apart. No rows where nothing
        is estimated. The numbers are kept and used again while the history grows.
        """

    def roll(self, history: History, fitted: FloatArray, *, origins: IntArray, horizon: int) -> FloatArray:
        """Mean forecasts (n_models, n_origins, n_products, horizon) of the days after each origin.

        history: with extreme days cut to their limits. fitted: as `fit` gave it for these products.
        origins: ascending row numbers of `history.days`; the forecast from an origin uses only rows up to it.
        What the model knows of level and season moves on from origin to origin. Past errors are made with what was
        fitted to the rows up to the FIRST origin, so they are those of parameters older than the sales they
        are tried on; a forecast from the last day is made with what was fitted to everything.
        NaN for a product with less than MINIMUM_DAYS of history at an origin. Never negative.
        """


def nothing_fitted(history: History) -> FloatArray:
    """What a runner keeps of each product that estimates nothing: no numbers (0, n_products)."""
    return np.zeros((0, len(history.skus)))


def long_enough(history: History, origins: IntArray) -> BoolArray:
    """Which products (n_origins, n_products) have MINIMUM_DAYS of history at each origin."""
    observed = ~np.isnan(history.units)
    first = np.where(observed.any(axis=0), observed.argmax(axis=0), len(history.days))
    return np.asarray(origins[:, None] - first + 1 >= MINIMUM_DAYS)
