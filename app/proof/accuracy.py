"""How good forecasts were, against two simple ways: of each product, of the shop, by month and by class."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.proof.past_totals import PastTotals, past_totals
from forecasting.accuracy import bias, mase, wape
from forecasting.forecast import Forecast
from forecasting.history import History

FEWEST_TOTALS = 4  # of a product below which nothing is said of it
EVEN = 0.005  # shares that differ less are called equal

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scores:
    """Of totals: errors over units for the forecast and the two simple ways, and by how much too much was expected.

    better: the share by which errors are below those of the same-weekday average, below 0 where above. totals: how
    many were compared. NaN where nothing was sold.
    """

    wape: float
    weekday_average: float
    last_week: float
    bias: float
    better: float
    totals: int


@dataclass(frozen=True, eq=False)
class Accuracy:
    """products: indexed by SKU with the fields of Scores, mase, mape, method, since, grade; the worst first.

    days: that each total covers. origins: on how many past days forecasts were made. months: by first day of month.
    mase: mean over products. mape: mean over totals in which anything was sold.
    """

    days: int
    origins: int
    shop: Scores
    mase: float
    mape: float
    products: pd.DataFrame
    months: "dict[pd.Timestamp, Scores]"
    past: PastTotals


def accuracy(forecast: Forecast, history: History) -> Accuracy | None:
    """Judge the past forecasts of a shop; None where it is too young to have any."""
    past = past_totals(forecast, history)
    if past is None or not np.isfinite(past.sold).any():
        return None
    products = _products(past, forecast, history)
    ratio = _percent_errors(past)
    return Accuracy(
        days=past.days,
        origins=len(past.origins),
        shop=scores(past),
        mase=float(products["mase"].mean()),
        mape=float(np.nanmean(ratio)) if np.isfinite(ratio).any() else float("nan"),
        products=products,
        months=_months(past),
        past=past,
    )


def scores(past: PastTotals, *, products: NDArray[np.bool_] | None = None) -> Scores:
    """The scores of all totals, or of those of some products."""
    rows = slice(None) if products is None else products
    return _scores(*(values[rows] for values in (past.sold, past.forecast, past.weekday_average, past.last_week)))


def worse_products(found: Accuracy) -> pd.DataFrame:
    """The products forecast worse than by the same-weekday average, the worst first."""
    return found.products[found.products["better"] < -EVEN]


def better_products(found: Accuracy) -> pd.DataFrame:
    """The products forecast better than by the same-weekday average."""
    return found.products[found.products["better"] > EVEN]


def by_label(found: Accuracy, labels: Iterable[str]) -> dict[str, Scores]:
    """The scores of each class; labels: of the products in the order of the history."""
    label = np.array(list(labels), dtype=object)
    return {str(name): scores(found.past, products=label == name) for name in sorted(set(label.tolist()))}


def _scores(sold: Floats, said: Floats, average: Floats, last: Floats) -> Scores:
    ours, theirs = wape(sold, said), wape(sold, average)
    return Scores(
        wape=ours,
        weekday_average=theirs,
        last_week=wape(sold, last),
        bias=bias(sold, said),
        better=1.0 - ours / theirs if theirs > 0 else float("nan"),
        totals=int(np.isfinite(sold).sum()),
    )


def _products(past: PastTotals, forecast: Forecast, history: History) -> pd.DataFrame:
    rows = [
        _scores(*(values[[row]] for values in (past.sold, past.forecast, past.weekday_average, past.last_week)))
        for row in range(len(history.skus))
    ]
    table = pd.DataFrame(rows, index=pd.Index(history.skus, name="sku")).assign(
        mase=_mase(forecast, history),
        mape=[float(np.nanmean(row)) if np.isfinite(row).any() else np.nan for row in _percent_errors(past)],
        method=forecast.method,
        since=forecast.fitted_on,
        grade=forecast.grade,
        reason=forecast.reason,
    )
    told = table[table["totals"] >= FEWEST_TOTALS]
    return told.sort_values("better", kind="stable", na_position="last")


def _mase(forecast: Forecast, history: History) -> Floats:
    """Of single days, over the four weeks before the end, as said on the evening before them.

    A closed day sold nothing: it counts as such, in the errors and in the scale.
    """
    past = forecast.past
    if past.shown_origin is None:
        return np.full(len(history.skus), np.nan)
    row = int(history.days.get_indexer(pd.DatetimeIndex([past.shown_origin]))[0]) + 1
    days = past.shown.shape[1]
    offered = np.cumsum(~np.isnan(history.units), axis=0) > 0
    units = np.where(offered & ~history.open_days[:, None], 0.0, history.units)
    sold, before = units[row : row + days].T, units[:row].T
    return mase(sold, past.shown.astype(np.float64), history=before)


def _percent_errors(past: PastTotals) -> Floats:
    sells = past.sold > 0
    off = np.abs(past.forecast - past.sold)
    return np.asarray(np.divide(off, past.sold, out=np.full(off.shape, np.nan), where=sells))


def _months(past: PastTotals) -> dict[pd.Timestamp, Scores]:
    """By the month in which the totals began, the oldest first; months of which nothing is known are left out."""
    month = (past.origins + pd.Timedelta(days=1)).to_period("M").to_timestamp()
    told = {}
    for first in month.unique():
        of = np.asarray(month == first)
        values = (each[:, of] for each in (past.sold, past.forecast, past.weekday_average, past.last_week))
        told[first] = _scores(*values)
    return {first: each for first, each in told.items() if np.isfinite(each.wape)}
