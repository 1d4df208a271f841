"""The sales of a file as the shop would keep them: by day and by the shop's own products."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection

from data.epoch_days import epoch_day_of, epoch_days_of
from data.importing.product_matching import ProductMatch, match_products
from data.reading.sales_file import SalesFile
from data.sales import AMOUNTS, CELL, DECIMALS, cells_between
from data.sku_key import sku_key


@dataclass(frozen=True)
class FileCells:
    """match: the file's products. cells: epoch_day, product_id, units, revenue, each cell once.

    first, last: the epoch days that the file covers; the last before the first where it covers none.
    """

    match: ProductMatch
    cells: pd.DataFrame
    first: int
    last: int

    def without_last_day(self) -> "FileCells":
        kept = self.cells[self.cells["epoch_day"] < self.last]
        return replace(self, cells=kept, last=self.last - 1)

    def units_by_day(self) -> pd.Series:
        """Units by epoch day."""
        return self.cells.groupby("epoch_day")["units"].sum()


def file_cells(connection: Connection, sales_file: SalesFile) -> FileCells:
    """Match a file with the shop's products; nothing is written."""
    places, skus = pd.factorize(sales_file.daily["sku"])
    first, last = sales_file.report.first_day, sales_file.report.last_day
    days = (0, -1) if first is None or last is None else (epoch_day_of(first), epoch_day_of(last))
    match = match_products(connection, _products_of(sales_file, skus), last_day=days[1])
    product_ids = match.ids.loc[[sku_key(sku) for sku in skus]].to_numpy(dtype="int64")
    return FileCells(match, _cells_of(sales_file, product_ids, places), *days)


def stored_cells(connection: Connection, file: FileCells, *, source_id: int) -> pd.DataFrame:
    """What a till sold on the days that the file covers, as it is known so far."""
    return cells_between(connection, file.first, file.last, source_id=source_id)


def _products_of(sales_file: SalesFile, skus: pd.Index) -> pd.DataFrame:
    """What the file says of its products; those that it sells and says nothing of have their SKU alone."""
    named = sales_file.products.round({"price": DECIMALS})
    unnamed = sorted(set(skus) - set(named["sku"]))
    return pd.concat([named, pd.DataFrame({"sku": unnamed}, dtype="str")]) if unnamed else named


def _cells_of(sales_file: SalesFile, product_ids: NDArray[np.int64], places: NDArray[np.int64]) -> pd.DataFrame:
    """product_ids: of each different SKU of the file, (n_skus,). places: which of them each row has, (n_rows,)."""
    daily = sales_file.daily
    cells = pd.DataFrame({"epoch_day": epoch_days_of(daily["day"]), "product_id": product_ids[places]})
    cells[AMOUNTS] = daily[AMOUNTS].to_numpy(dtype="float64")
    if len(np.unique(product_ids)) < len(product_ids):  # spellings that differ in the file are one product in the shop
        cells = pd.DataFrame(cells.groupby(CELL, as_index=False).sum(min_count=1))
    return cells.round(DECIMALS)
