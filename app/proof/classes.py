"""The ABC class of each product, by what it sold in the last year."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from inventory.classes import abc_classes

DAYS_A_YEAR = 365


def sales_classes(units: NDArray[np.float64], products: pd.DataFrame) -> "pd.Series[str]":
    """A, B or C by SKU: of the money, or where no price is known of any product of the units, that each brought.

    units: days x products, in the order of `products`, which has a column price.
    """
    sold = np.nan_to_num(units[-DAYS_A_YEAR:]).sum(axis=0)
    price = products["price"].to_numpy(dtype=np.float64, na_value=np.nan)
    value = sold * np.nan_to_num(price) if np.isfinite(price).any() else sold
    return pd.Series(abc_classes(value).label.astype(object), index=products.index)
