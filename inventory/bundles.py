"""Bundles and recipes: what sells as a box of six is six pieces less on the shelf.

The demand of a bundle becomes demand of its parts, through any number of levels. A bundle that is made up only when it
is sold has no stock of its own; one that is bought or stocked ready-made is a product like any other and has no recipe.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from inventory.check import FloatArray, IntArray, floats, require, require_above_zero
from inventory.demand import TotalDemand

Dependence = Literal["comonotone", "independent"]
DEEPEST = 10


@dataclass(frozen=True, eq=False, kw_only=True)
class Recipes:
    """One line per bundle and part: arrays (lines,). bundle, part: indexes of products; units of the part in a bundle.

    Raises ValueError for units that are not above zero and arrays of different lengths.
    """

    bundle: IntArray
    part: IntArray
    units: FloatArray

    def __post_init__(self) -> None:
        """Check lengths and units."""
        for name in ("bundle", "part"):
            object.__setattr__(self, name, np.atleast_1d(np.asarray(getattr(self, name), dtype=np.int64)))
        object.__setattr__(self, "units", np.atleast_1d(floats("units", self.units)))
        require_above_zero("units", self.units)
        if not self.bundle.shape == self.part.shape == self.units.shape:
            raise ValueError(f"part must have the {self.bundle.size} lines of bundle, got {self.part.size}")


def exploded(demand: TotalDemand, recipes: Recipes, *, dependence: Dependence = "comonotone") -> TotalDemand:
    """The demand of parts with what bundles take of them; bundles themselves are left with none.

    Means add up. Quantiles: "comonotone" adds them too, as if all sell well at the same time: exact if they do, and on
    the safe side for high levels if not. "independent" adds the squares of their distances from the mean instead, as
    for independent normal totals. Raises ValueError for an index that is no product and a bundle that contains itself.

    >>> from inventory.demand import poisson_demand
    >>> box = Recipes(bundle=[0], part=[1], units=[6.0])
    >>> exploded(poisson_demand([2.0, 5.0], horizon=3), box).expected(3)
    array([ 0., 51.])
    """
    parts = parts_of_bundles(recipes, products=demand.products)
    bundles = np.unique(recipes.bundle)
    mean = _without(demand.mean + parts.T @ demand.mean, bundles)
    shape = demand.quantiles.shape
    flat = demand.quantiles.reshape(shape[0], -1)
    if dependence == "comonotone":
        quantiles = (flat + parts.T @ flat).reshape(shape)
    else:
        away = (demand.quantiles - demand.mean[..., None]).reshape(shape[0], -1)
        signed = np.sign(away) * away**2
        together = (signed + (parts.power(2)).T @ signed).reshape(shape)
        total = demand.mean + parts.T @ demand.mean
        quantiles = np.maximum(total[..., None] + np.sign(together) * np.sqrt(np.abs(together)), 0.0)
        quantiles = np.maximum.accumulate(quantiles, axis=-1)
    return TotalDemand(mean, demand.levels, _without(quantiles, bundles))


def parts_of_bundles(recipes: Recipes, *, products: int) -> "csr_array":
    """Units of each product (columns) in one of each bundle (rows), through all levels: (products, products), sparse.

    What is itself a bundle is taken apart and does not count. Raises ValueError as `exploded` does.
    """
    for name, index in (("bundle", recipes.bundle), ("part", recipes.part)):
        require(name, index.astype(np.float64), (index >= 0) & (index < products), rule=f"one of {products} products")
    direct = csr_array((recipes.units, (recipes.bundle, recipes.part)), shape=(products, products))
    total, level = direct, direct
    for _ in range(DEEPEST):
        level = level @ direct
        if level.nnz == 0:
            kept = np.ones(products)
            kept[recipes.bundle] = 0.0
            return csr_array(total.multiply(kept[None, :]))
        total = total + level
    raise ValueError(f"bundle must not contain itself and be no more than {DEEPEST} levels deep, got a longer chain")


def buildable(on_hand: npt.ArrayLike, recipes: Recipes) -> FloatArray:
    """How many of each bundle the parts on hand make (products,), one kind of bundle alone; NaN for what is no bundle.

    A part that was not counted (NaN) counts as none.

    >>> buildable([0.0, 20.0, 9.0], Recipes(bundle=[0, 0], part=[1, 2], units=[6.0, 1.0]))
    array([ 3., nan, nan])
    """
    stock = np.maximum(np.nan_to_num(floats("on_hand", on_hand)), 0.0)
    made = np.full(stock.shape, np.inf)
    np.minimum.at(made, recipes.bundle, np.floor((stock[recipes.part] / recipes.units).round(9)))
    return np.where(np.isinf(made), np.nan, made)


def _without(values: FloatArray, products: IntArray) -> FloatArray:
    left = values.copy()
    left[products] = 0.0
    return left
