"""The shop's sales as the history that a forecast is made from."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.shop_closed import shop_closed_days
from data.importing.sales_end import sales_end
from data.sales import daily_sales
from data.shop import Shop
from data.shop_settings import read_settings
from data.sold_out import Verdict, read_verdicts
from data.stock_counts import EmptyShelf, empty_shelves
from forecasting.history import History, build_history, with_closed
from forecasting.sold_out import SoldOut, until_sold, without

RECENT_DAYS = 56
MAXIMUM_DAYS = 730


class NothingSold(ValueError):
    """The shop has no sales yet, so there is nothing to plan from."""


def shop_history(
    shop: Shop, skus: "pd.Index[str]", *, until: dt.date | None = None, maximum_days: int = MAXIMUM_DAYS
) -> History:
    """The shop's sales as a history with a column for each of `skus` at least, up to the end of `until`.

    By default up to the last day whose sales are complete, days that were not over at their export left out; a later
    day is taken to have sold nothing. Days known to be sold out, since the owner said so or counted nothing left, are
    unobserved; days that she calls closed are. At most the last `maximum_days` days. Raises NothingSold.
    """
    sold, end = daily_sales(shop), sales_end(shop)
    if end is not None and until is None:
        sold = sold[~sold["day"].isin(pd.DatetimeIndex(end.open_days))]
    last_day = until or (end.complete_until if end else None)
    if last_day is None or sold.empty or pd.Timestamp(last_day) < sold["day"].min():
        raise NothingSold("there are no sales to plan from")
    history = with_unsold(build_history(sold, last_day=last_day, maximum_days=maximum_days), skus)
    history = with_closed(history, shop_closed_days(read_settings(shop)))
    return without(history, sold_out_days(history, read_verdicts(shop), empty_shelves(shop)))


def sold_out_days(history: History, verdicts: Iterable[Verdict], shelves: Iterable[EmptyShelf]) -> tuple[SoldOut, ...]:
    """The days known to be sold out: those the owner called so, and from an empty shelf to the next sale."""
    said = (SoldOut(each.sku, each.first_day, each.last_day) for each in verdicts if each.was_sold_out)
    counted = (SoldOut(each.sku, each.first_day, each.last_day) for each in shelves)
    return (*said, *until_sold(history, counted))


def with_unsold(history: History, skus: "pd.Index[str]") -> History:
    """The history with a column of unobserved demand for each of `skus` that was never sold."""
    sold = set(history.skus)
    unsold = tuple(sku for sku in skus if sku not in sold)
    empty = np.full((len(history.days), len(unsold)), np.nan)
    return replace(history, skus=history.skus + unsold, units=np.hstack([history.units, empty]))


def average_daily_sales(history: History) -> NDArray[np.float64]:
    """Units a day sold lately, per product: the mean over its last open days, 0 where it was never on sale."""
    recent = history.units[-RECENT_DAYS:]
    observed = (~np.isnan(recent)).sum(axis=0)
    share_open = history.open_days[-RECENT_DAYS:].mean()
    return np.asarray(np.nansum(recent, axis=0) / np.maximum(observed, 1) * share_open)
