"""What changed since the last advice, cause by cause, for the products that were in it too."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.kept_advice import LastAdvice
from inventory.bundles import Recipes, parts_of_bundles
from inventory.changes import Changes, changes
from inventory.demand import TotalDemand
from inventory.planned import Planned


@dataclass(frozen=True, eq=False, kw_only=True)
class SinceLast:
    """The changes of all products (products,) since the advice for `day`; NaN for those it did not have."""

    day: dt.date
    changes: Changes


def changes_since(
    last: LastAdvice,
    now: Planned,
    demand: TotalDemand,
    *,
    skus: tuple[str, ...],
    sold: NDArray[np.float64],
    received: NDArray[np.float64],
    average_daily_sales: NDArray[np.float64],
) -> SinceLast:
    """What moved each product's quantity since `last`; skus, sold, received (products,) are of the plan of now."""
    place = {sku: number for number, sku in enumerate(last.skus)}
    before = np.array([place.get(sku, -1) for sku in skus], dtype=np.int64)
    both = np.flatnonzero(before >= 0)
    found = changes(
        last.planned.only(before[both]),
        now.only(both),
        demand.only(both),
        sold=sold[both],
        received=received[both],
        average_daily_sales=average_daily_sales[both],
    )
    return SinceLast(
        day=last.day,
        changes=Changes(
            before=_spread(found.before, both, len(skus)),
            after=_spread(found.after, both, len(skus)),
            units={cause: _spread(units, both, len(skus)) for cause, units in found.units.items()},
        ),
    )


def sold_since(
    day: dt.date, *, days: pd.DatetimeIndex, units: NDArray[np.float64], recipes: Recipes | None
) -> NDArray[np.float64]:
    """Units sold from `day` on (products,), what bundles took of their parts included; units (days, products)."""
    sold = np.asarray(np.nansum(units[days >= pd.Timestamp(day)], axis=0), dtype=np.float64)
    if recipes is None:
        return sold
    return np.asarray(sold + parts_of_bundles(recipes, products=sold.size).T @ sold, dtype=np.float64)


def received_since(day: dt.date, *, moves: pd.DataFrame, skus: tuple[str, ...]) -> NDArray[np.float64]:
    """Units received from `day` on (products,)."""
    since = moves[pd.to_datetime(moves["day"]) >= pd.Timestamp(day)]
    return since.groupby("sku")["received"].sum().reindex(list(skus), fill_value=0.0).to_numpy(dtype=np.float64)


def _spread(values: NDArray[np.float64], rows: NDArray[np.int64], size: int) -> NDArray[np.float64]:
    wide = np.full(size, np.nan)
    wide[rows] = values
    return wide
