"""What each forecast promised when it was made, kept so that it can be held against what sold."""

import pandas as pd
from sqlalchemy import delete, select

from data.bulk_insert import insert_rows
from data.epoch_days import datetimes_of, epoch_days_of
from data.membership import is_among
from data.schema import kept_promises, products
from data.shop import Shop, reading, writing

COLUMNS = {
    "made_for": "datetime64[us]",
    "sku": "str",
    "days": "int64",
    "level": "float64",
    "promised": "float64",
    "mean": "float64",
}


def keep_promises(shop: Shop, promises: pd.DataFrame) -> None:
    """Keep what a forecast promises, in place of what was kept for the same first days.

    A row per first day `made_for`, sku, number of `days` and `level`: `promised` is the quantile of the units sold in
    these days, `mean` their expected number. Products that the shop does not have are passed over. The shop's revision
    stays: a plan is no older because it was kept.
    """
    made_for = epoch_days_of(promises["made_for"])
    with writing(shop) as connection:
        ids = dict(tuple(row) for row in connection.execute(select(products.c.sku, products.c.product_id)))
        rows = promises.assign(made_for=made_for, product_id=promises["sku"].map(ids)).dropna(subset=["product_id"])
        days = {int(day) for day in made_for}
        connection.execute(delete(kept_promises).where(is_among(kept_promises.c.made_for, days)))
        insert_rows(connection, kept_promises, rows.astype({"product_id": "int64"}))


def read_kept_promises(shop: Shop) -> pd.DataFrame:
    """All that was kept, by first day, sku, days and level; the columns are those that keep_promises takes."""
    table = kept_promises.c
    query = (
        select(table.made_for, products.c.sku, table.days, table.level, table.promised, table.mean)
        .join(products, products.c.product_id == table.product_id)
        .order_by(table.made_for, products.c.sku, table.days, table.level)
    )
    with reading(shop) as connection:
        rows = pd.DataFrame([tuple(row) for row in connection.execute(query)], columns=list(COLUMNS))
    return rows.assign(made_for=datetimes_of(rows["made_for"])).astype(COLUMNS)
