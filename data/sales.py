"""The shop's sales: units and revenue per day and product."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, func, select
from sqlalchemy.engine.interfaces import DBAPICursor

from data.epoch_days import date_of, datetimes_of
from data.schema import imports, products, sales
from data.shop import Shop, reading

CELL = ["epoch_day", "product_id"]
AMOUNTS = ["units", "revenue"]
CELL_COLUMNS = [sales.c[name] for name in (*CELL, *AMOUNTS)]
CELL_TYPE = np.dtype([*((name, np.int64) for name in CELL), *((name, np.float64) for name in AMOUNTS)])
FETCHED = 50_000
DECIMALS = 6  # of stored units and money: sums of the same lines in another order are then the same number


def daily_sales(shop: Shop) -> pd.DataFrame:
    """All sales: day (datetime64), sku, units, revenue (NaN where the file had no money), by day.

    A row per day and product with sales; days without a sale have no row.
    """
    with reading(shop) as connection:
        cells = _all_cells(connection)
        named = connection.execute(select(products.c.product_id, products.c.sku)).all()
    skus = pd.Series([row.sku for row in named], index=[row.product_id for row in named], dtype="str")
    sold = skus.array.take(skus.index.get_indexer(pd.Index(cells["product_id"])))
    days = datetimes_of(cells["epoch_day"])
    return pd.DataFrame({"day": days, "sku": sold, "units": cells["units"], "revenue": cells["revenue"]})


def last_sales_day(shop: Shop) -> date | None:
    """The last day with sales; None where there are none."""
    with reading(shop) as connection:
        last = connection.execute(select(func.max(sales.c.epoch_day))).scalar_one()
    return None if last is None else date_of(last)


def cells_between(connection: Connection, first: int, last: int, *, source_id: int) -> pd.DataFrame:
    """A till's stored sales of the epoch days from `first` to `last`: epoch_day, product_id, units, revenue."""
    is_wanted = sales.c.epoch_day.between(first, last) & (sales.c.source_id == source_id)
    return _cells(connection, select(*CELL_COLUMNS).where(is_wanted))


def _all_cells(connection: Connection) -> pd.DataFrame:
    """The cells of all tills, added up where there are several."""
    tills = connection.execute(select(func.count(imports.c.source_id.distinct()))).scalar_one()
    if tills < 2:
        return _cells(connection, select(*CELL_COLUMNS))
    day, product, *amounts = CELL_COLUMNS
    sums = (func.sum(amount).label(amount.name) for amount in amounts)
    return _cells(connection, select(day, product, *sums).group_by(day, product)).round(DECIMALS)


def _cells(connection: Connection, query: Select[Any]) -> pd.DataFrame:
    result = connection.execute(query.order_by(sales.c.epoch_day, sales.c.product_id))
    parts = list(_parts(result.cursor)) if result.cursor else []
    return pd.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in CELL + AMOUNTS})


def _parts(cursor: DBAPICursor) -> Iterator[NDArray[np.void]]:
    """All rows in arrays of FETCHED; an empty one where there are none.

    From the driver's tuples, since Row objects take twice as long, and never all of them at once: as tuples they take
    six times the memory.
    """
    rows = cursor.fetchmany(FETCHED)
    yield np.array(rows, dtype=CELL_TYPE)
    while rows := cursor.fetchmany(FETCHED):
        yield np.array(rows, dtype=CELL_TYPE)
