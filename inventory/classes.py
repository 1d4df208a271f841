"""Classes of products: ABC by how much they bring in, XYZ by how evenly they sell.

Shares of revenue or margin; coefficients of variation of weekly units.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, floats, require

A_SHARE, B_SHARE = 0.8, 0.95
X_VARIATION, Y_VARIATION = 0.5, 1.0


@dataclass(frozen=True, eq=False, kw_only=True)
class AbcClasses:
    """Class A, B or C of each product, its share of the whole, and the share it makes up with all larger ones."""

    label: npt.NDArray[np.str_]
    share: FloatArray
    cumulative_share: FloatArray


@dataclass(frozen=True, eq=False, kw_only=True)
class XyzClasses:
    """Class X, Y or Z of each product, and the coefficient of variation of its weeks; NaN and Z without sales."""

    label: npt.NDArray[np.str_]
    variation: FloatArray


def abc_classes(value: npt.ArrayLike, *, a_share: float = A_SHARE, b_share: float = B_SHARE) -> AbcClasses:
    """A: the largest products that bring in 80 % of the value, B: the next up to 95 %, C: the rest.

    value: revenue or margin of a period (products,); what is unknown (NaN), zero or a loss is C. The product that
    crosses a border belongs to the better class, so that A brings in 80 % at least (Pareto; Silver, Pyke and Thomas
    2017, ch. 2). Raises ValueError unless 0 < a_share <= b_share <= 1.

    >>> abc_classes([10.0, 70.0, 5.0, 15.0]).label.tolist()
    ['B', 'A', 'C', 'A']
    """
    if not 0 < a_share <= b_share <= 1:
        raise ValueError(f"a_share and b_share must rise between 0 and 1, got {a_share:g} and {b_share:g}")
    each = np.maximum(np.nan_to_num(floats("value", value)), 0.0)
    total = float(each.sum())
    share = each / total if total > 0 else each
    order = np.argsort(-share, kind="stable")
    cumulative = np.empty(each.shape)
    cumulative[order] = np.cumsum(share[order])
    before = (cumulative - share).round(12)
    label = np.where(before < a_share, "A", np.where(before < b_share, "B", "C"))
    return AbcClasses(label=np.where(each > 0, label, "C"), share=share, cumulative_share=cumulative)


def xyz_classes(
    weekly_units: npt.ArrayLike, *, x_variation: float = X_VARIATION, y_variation: float = Y_VARIATION
) -> XyzClasses:
    """X: a coefficient of variation of weekly units up to 0.5, Y: up to 1, Z: above.

    weekly_units: (weeks, products), NaN where demand was not observed. The deviation is that of a sample. Z where
    there are fewer than two weeks or no sales. Raises ValueError unless weekly_units has two dimensions.

    >>> xyz_classes([[10, 1, 0], [12, 4, 0], [8, 0, 12]]).label.tolist()
    ['X', 'Z', 'Z']
    """
    weeks = floats("weekly_units", weekly_units)
    if weeks.ndim != 2:
        raise ValueError(f"weekly_units must have the shape (weeks, products), got {weeks.shape}")
    require("weekly_units", weeks, ~np.isinf(weeks), rule="numbers or unknown")
    known = ~np.isnan(weeks)
    number = known.sum(axis=0)
    mean = np.where(known, weeks, 0.0).sum(axis=0) / np.maximum(number, 1)
    squares = (np.where(known, weeks - mean, 0.0) ** 2).sum(axis=0)
    deviation = np.sqrt(squares / np.maximum(number - 1, 1))
    enough = (number > 1) & (mean > 0)
    variation = np.divide(deviation, mean, out=np.full(mean.shape, np.nan), where=enough)
    label = np.where(variation <= x_variation, "X", np.where(variation <= y_variation, "Y", "Z"))
    return XyzClasses(label=label, variation=variation)
