"""Boosted trees: one model of all products of a shop, for the totals of the next four weeks."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.weekly_rows import WeeklyRows

FEW_ROWS = 10_000  # a small shop has less to learn, and its owner waits as well
MOST_ROWS = 40_000  # of which a model is learned: more cost time and bring nothing
FEWEST_ROWS = 1_000
LEAST_LEARNED = 1_500  # rows, below which a small shop learns from all it has
TWEEDIE_POWER = 1.5  # variance as the mean to this power: between Poisson and proportional sales
LARGEST_TARGET = 0.999  # quantile to which targets are cut
SIZE = {"num_iterations": 100, "learning_rate": 0.07, "num_leaves": 31, "max_bin": 63}
SIZE_OF_FEW = {"num_iterations": 30, "learning_rate": 0.14, "num_leaves": 15, "max_bin": 31}
OPTIONS = {
    "objective": "tweedie",
    "tweedie_variance_power": TWEEDIE_POWER,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "verbose": -1,
    "num_threads": 1,  # the same result on every machine
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
}


def library() -> Any:
    """LightGBM, or None where it is not installed: the engine works without it."""
    try:
        import lightgbm
    except (ImportError, OSError):  # OSError: its OpenMP runtime is missing
        return None
    return lightgbm


@dataclass(frozen=True)
class Trees:
    """Grown trees; `model` is a LightGBM Booster."""

    model: Any

    def weeks(self, rows: WeeklyRows, *, first: int) -> FloatArray:
        """Units (n_origins, n_products, WEEKS) of the weeks after each origin of the rows from number `first` on."""
        shape = rows.target.shape[1:]
        said = np.empty((len(rows.origins) - first, *shape))
        product, week = np.unravel_index(np.arange(shape[0] * shape[1]), shape)
        for number in range(len(said)):
            ahead = rows.features(np.full(len(product), first + number), product, week)
            said[number] = self.model.predict(ahead, num_threads=1).reshape(shape)
        return np.asarray(said * rows.scale[first:, :, None] * DAYS_PER_WEEK)


def grow(rows: WeeklyRows, *, trained_until: int) -> Trees | None:
    """Trees that learned from the targets that were over on row `trained_until` of the history.

    Each row weighs the root of its scale, so that the products that sell much count more, but not alone. None where
    LightGBM or enough rows are missing.
    """
    lightgbm = library()
    over = rows.origins[:, None] + (np.arange(rows.target.shape[2]) + 1) * DAYS_PER_WEEK <= trained_until
    usable = np.flatnonzero(np.isfinite(rows.target) & over[:, None, :])
    if lightgbm is None or len(usable) < FEWEST_ROWS:
        return None
    is_small = len(usable) < FEW_ROWS
    origin, product, week = _thinned(usable, rows.target.shape)
    target = rows.target[origin, product, week]
    if not (target > 0).any():
        return None
    weight = np.sqrt(rows.scale[origin, product])
    data = lightgbm.Dataset(
        rows.features(origin, product, week),
        np.minimum(target, np.quantile(target, LARGEST_TARGET)),
        weight=weight / weight.mean(),
    )
    fewest = int(np.clip(len(target) // 200, 30, 200))
    return Trees(lightgbm.train({**OPTIONS, **(SIZE_OF_FEW if is_small else SIZE), "min_data_in_leaf": fewest}, data))


def _thinned(usable: IntArray, shape: tuple[int, ...]) -> tuple[IntArray, ...]:
    """Numbers of origin, product and week of the rows that are learned from.

    usable: places in the flattened rows of this shape. Neighbouring origins tell much the same, so small
    shops learn from every second one of each product, in turn, and large ones from no more than MOST_ROWS.
    """
    step = -(-len(usable) // MOST_ROWS)
    if 2 * LEAST_LEARNED <= len(usable) < FEW_ROWS:
        step = 2
    origin, product, week = np.unravel_index(usable, shape)
    kept = (origin + product) % step == 0
    return origin[kept], product[kept], week[kept]
