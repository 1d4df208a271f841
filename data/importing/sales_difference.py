"""What an import changes in the sales: found between two tables, written to the database, taken back.

Only differences are kept. A day that had no sales before is noted as one number, all other changes cell by cell, so
that a till's whole history imported every day adds no more than what is new in it.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, literal, select, tuple_

from data.bulk_insert import insert_rows
from data.sales import AMOUNTS, CELL
from data.schema import added_days, sales, sales_changes

_cell = tuple_(sales.c.epoch_day, sales.c.product_id)


@dataclass(frozen=True)
class SalesDifference:
    """The way from one till's sales before to those after, over the days that a file covers.

    added_days: epoch days without sales before; added: their cells (epoch_day, product_id, units, revenue).
    changes: the cells of all other days that differ: epoch_day, product_id, then units_before, revenue_before,
    units_after, revenue_after. NaN units mean that there is no such row.
    """

    added_days: NDArray[np.int64]
    added: pd.DataFrame
    changes: pd.DataFrame

    @property
    def is_empty(self) -> bool:
        return not len(self.added_days) and self.changes.empty


def sales_difference(before: pd.DataFrame, after: pd.DataFrame) -> SalesDifference:
    """What differs between two tables of epoch_day, product_id, units, revenue, each cell at most once."""
    is_added_day = ~after["epoch_day"].isin(before["epoch_day"].unique())
    added = in_cell_order(after[is_added_day])
    both = before.merge(after[~is_added_day], on=CELL, how="outer", suffixes=("_before", "_after"))
    is_equal = np.logical_and.reduce([_equal(both[f"{name}_before"], both[f"{name}_after"]) for name in AMOUNTS])
    return SalesDifference(added_days=added["epoch_day"].unique(), added=added, changes=both[~is_equal])


def in_cell_order(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells by day and product, as the shop stores them; a file's are mostly so already."""
    days, products = (cells[name].to_numpy() for name in CELL)
    is_later = (np.diff(days) > 0) | ((np.diff(days) == 0) & (np.diff(products) > 0))
    return cells if is_later.all() else cells.sort_values(CELL)


def write_difference(connection: Connection, difference: SalesDifference, *, import_id: int, source_id: int) -> None:
    """Change the stored sales of a till, and note how to take it back."""
    changes = difference.changes
    days = pd.DataFrame({"epoch_day": difference.added_days})
    insert_rows(connection, added_days, days.assign(import_id=import_id))
    insert_rows(connection, sales_changes, changes.assign(import_id=import_id))
    is_changed = sales_changes.c.import_id == import_id
    changed_cells = select(sales_changes.c.epoch_day, sales_changes.c.product_id).where(is_changed)
    is_of_till = sales.c.source_id == source_id
    connection.execute(delete(sales).where(is_of_till, _cell.in_(changed_cells)))
    remaining = changes[changes["units_after"].notna()].assign(source_id=source_id)
    insert_rows(connection, sales, remaining.rename(columns={f"{name}_after": name for name in AMOUNTS}))
    insert_rows(connection, sales, difference.added.assign(source_id=source_id))


def take_back_difference(connection: Connection, *, import_id: int, source_id: int) -> None:
    """Bring a till's sales back to what they were before an import, which must be the last one."""
    noted = sales_changes.c
    days = select(added_days.c.epoch_day).where(added_days.c.import_id == import_id)
    cells = select(noted.epoch_day, noted.product_id).where(noted.import_id == import_id)
    amounts = noted.units_before, noted.revenue_before
    before = select(noted.epoch_day, noted.product_id, literal(source_id), *amounts).where(
        noted.import_id == import_id, noted.units_before.is_not(None)
    )
    is_of_till = sales.c.source_id == source_id
    connection.execute(delete(sales).where(is_of_till, sales.c.epoch_day.in_(days)))
    connection.execute(delete(sales).where(is_of_till, _cell.in_(cells)))
    connection.execute(insert(sales).from_select([*CELL, "source_id", *AMOUNTS], before))


def _equal(before: pd.Series, after: pd.Series) -> NDArray[np.bool_]:
    return ((before == after) | (before.isna() & after.isna())).to_numpy()
