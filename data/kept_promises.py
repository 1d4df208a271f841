"""What each forecast promised when it was made, kept so that it can be held against what sold."""

from datetime import date

import pandas as pd
from sqlalchemy import delete, select

from data.bulk_insert import insert_rows
from data.epoch_days import datetimes_of, epoch_day_of, epoch_days_of
from data.membership import is_among
from data.schema import kept_promises, products
from data.shop import Shop, reading, writing

DAYS_PER_WEEK = 7
DAILY_DAYS = 35  # for which every day's promises are kept
KEPT_DAYS = 182

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


def thin_promises(shop: Shop, *, today: date) -> None:
    """Drop promises made for days more than half a year before `today`, and of those older than five weeks all but
    one day a week: they overlap, so the others tell little more. The shop's revision stays.
    """
    day = epoch_day_of(today)
    made = kept_promises.c.made_for
    between = (made < day - DAILY_DAYS) & (made % DAYS_PER_WEEK != 0)
    with writing(shop) as connection:
        connection.execute(delete(kept_promises).where((made < day - KEPT_DAYS) | between))


def read_kept_promises(shop: Shop, *, level: float | None = None) -> pd.DataFrame:
    """All that was kept, by first day, sku, days and level; the columns are those that keep_promises takes.

    level: only promises at this one.
    """
    table = kept_promises.c
    query = (
        select(table.made_for, products.c.sku, table.days, table.level, table.promised, table.mean)
        .join(products, products.c.product_id == table.product_id)
        .order_by(table.made_for, products.c.sku, table.days, table.level)
    )
    if level is not None:
        query = query.where(table.level == level)
    with reading(shop) as connection:
        rows = pd.DataFrame([tuple(row) for row in connection.execute(query)], columns=list(COLUMNS))
    return rows.assign(made_for=datetimes_of(rows["made_for"])).astype(COLUMNS)
