"""The sales of a file as the shop would keep them: by day and by the shop's own products."""

from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import Connection, func, select

from data.epoch_days import epoch_day_of, epoch_days_of
from data.importing.product_matching import ProductMatch, match_products
from data.reading.sales_file import SalesFile
from data.sales import AMOUNTS, CELL, DECIMALS, cells_between
from data.schema import sales
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
    match = match_products(connection, _products_of(sales_file), is_newest=_is_newest(connection, sales_file))
    first, last = sales_file.report.first_day, sales_file.report.last_day
    days = (0, -1) if first is None or last is None else (epoch_day_of(first), epoch_day_of(last))
    return FileCells(match, _cells_of(sales_file, match), *days)


def stored_cells(connection: Connection, file: FileCells, *, source_id: int) -> pd.DataFrame:
    """What a till sold on the days that the file covers, as it is known so far."""
    return cells_between(connection, file.first, file.last, source_id=source_id)


def _is_newest(connection: Connection, sales_file: SalesFile) -> bool:
    stored, last_day = connection.execute(select(func.max(sales.c.epoch_day))).scalar_one(), sales_file.report.last_day
    return stored is None or (last_day is not None and epoch_day_of(last_day) >= stored)


def _products_of(sales_file: SalesFile) -> pd.DataFrame:
    named = sales_file.products.round({"price": DECIMALS})
    sold = sales_file.daily["sku"].drop_duplicates()
    return pd.concat([named, sold[~sold.isin(named["sku"])].to_frame()])


def _cells_of(sales_file: SalesFile, match: ProductMatch) -> pd.DataFrame:
    daily = sales_file.daily
    skus = daily["sku"].drop_duplicates()
    product_ids = pd.Series(match.ids.loc[skus.map(sku_key)].to_numpy(), index=skus)
    cells = pd.DataFrame(
        {"epoch_day": epoch_days_of(daily["day"]), "product_id": daily["sku"].map(product_ids).to_numpy(dtype="int64")}
    )
    cells[AMOUNTS] = daily[AMOUNTS].to_numpy(dtype="float64")
    if cells.duplicated(CELL).any():  # spellings that are different in the file and one product in the shop
        cells = pd.DataFrame(cells.groupby(CELL, as_index=False).sum(min_count=1))
    return cells.round(DECIMALS)
