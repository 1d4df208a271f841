"""What the owner's stock did on the days replayed, as far as she counted it and kept her orders here."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.bundles import bundle_parts
from data.purchasing.stock_moves import counts_by, stock_moves
from data.sales import daily_sales
from data.shop import Shop

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class OwnerStock:
    """on_hand, on_order: on the first morning (products,), NaN where nobody counted before. ordered, received: units
    (days, products)."""

    skus: tuple[str, ...]
    on_hand: Floats
    on_order: Floats
    ordered: Floats
    received: Floats

    def part(self, skus: tuple[str, ...]) -> "OwnerStock":
        """The same of some products."""
        place = {sku: number for number, sku in enumerate(self.skus)}
        chosen = np.array([place[sku] for sku in skus], dtype=np.int64)
        moves = self.ordered[:, chosen], self.received[:, chosen]
        return OwnerStock(skus, self.on_hand[chosen], self.on_order[chosen], *moves)


def owner_stock(shop: Shop, skus: tuple[str, ...], days: pd.DatetimeIndex) -> OwnerStock | None:
    """The owner's stock of products on days without gaps; None where she kept no orders here.

    Stock on the first morning is her last count before it, plus what came since, less what was sold since, as far as
    the count did not know of it.
    """
    moves = stock_moves(shop)
    if moves.empty:
        return None
    count = counts_by(shop, days[0].date()).reindex(list(skus))
    before = moves[moves["day"] < days[0]]
    since = _since(before, count, "received")
    sold = _with_parts(daily_sales(shop), bundle_parts(shop))
    sold_since = _since(sold[sold["day"] < days[0]], count, "units")
    came = _of(since, skus) - count["received_by_then"]
    left = count["on_hand"] + came - (_of(sold_since, skus) - count["sold_by_then"]).clip(lower=0.0)
    sums = before.groupby("sku")[["ordered", "received"]].sum()
    coming = _of((sums["ordered"] - sums["received"]).clip(lower=0.0), skus)
    return OwnerStock(
        skus=skus,
        on_hand=left.to_numpy(dtype=np.float64),
        on_order=np.asarray(coming, dtype=np.float64),
        ordered=_by_day(moves, "ordered", skus, days),
        received=_by_day(moves, "received", skus, days),
    )


def _with_parts(sold: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """The sales and what bundles took of their parts, as the counts know of them."""
    taken = sold[["day", "sku", "units"]].merge(
        parts.rename(columns={"units": "each"}), left_on="sku", right_on="bundle"
    )
    taken = pd.DataFrame({"day": taken["day"], "sku": taken["part"], "units": taken["units"] * taken["each"]})
    return pd.concat([sold[["day", "sku", "units"]], taken])


def _since(rows: pd.DataFrame, count: pd.DataFrame, column: str) -> "pd.Series[float]":
    """Units by product from the day of its count on; a count is of the morning."""
    counted_on = rows["sku"].map(count["counted_on"])
    return rows[rows["day"] >= counted_on].groupby("sku")[column].sum()


def _of(sums: "pd.Series[float]", skus: tuple[str, ...]) -> "pd.Series[float]":
    return sums.reindex(list(skus)).fillna(0.0)


def _by_day(moves: pd.DataFrame, kind: str, skus: tuple[str, ...], days: pd.DatetimeIndex) -> Floats:
    wide = moves.pivot_table(index="day", columns="sku", values=kind, aggfunc="sum")
    return wide.reindex(index=days, columns=list(skus)).fillna(0.0).to_numpy(dtype=np.float64)
