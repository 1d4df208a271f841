"""When what is on the way should come: on the day an order is expected, the rest when an order of today would."""

import datetime as dt
from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.purchasing.orders import ON_THE_WAY, Order


def coming_units(
    orders: Iterable[Order],
    *,
    skus: "pd.Index[str]",
    on_order: NDArray[np.float64],
    usual_day: NDArray[np.int64],
    today: dt.date,
    days: int,
) -> NDArray[np.float64]:
    """Units by product and day of arrival (products, days), day 0 being today; what comes later is left out.

    usual_day (products,): for what is late, and for what was ordered elsewhere, of which nobody knows a day.
    """
    coming, place = np.zeros((len(skus), days)), {sku: row for row, sku in enumerate(skus)}
    left = np.nan_to_num(on_order)
    for order in orders:
        if order.state not in ON_THE_WAY or order.expected_on is None or order.expected_on < today:
            continue
        day = (order.expected_on - today).days
        for line in order.lines:
            row = place.get(line.sku)
            if row is not None:
                units = min(line.missing, left[row])
                coming[row, day : day + 1] += units  # nothing where the day lies beyond
                left[row] -= units
    coming[np.arange(len(skus)), np.minimum(usual_day, days - 1)] += left
    return coming
