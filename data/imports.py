"""Sales files taken into the shop, each in one transaction, and taken out again."""

from dataclasses import replace
from datetime import datetime

import pandas as pd
from sqlalchemy import Connection, delete, func, select

from data.epoch_days import epoch_day_of, epoch_days_of
from data.import_records import ImportOutcome, ImportRecord, insert_record, read_records
from data.product_matching import ProductMatch, match_products, take_back_products, write_products
from data.sales import AMOUNTS, CELL, cells_between
from data.sales_difference import SalesDifference, sales_difference, take_back_difference, write_difference
from data.sales_file import SalesFile
from data.schema import imports, sales
from data.shop import Shop, mark_changed, reading, writing
from data.sku_key import sku_key

DECIMALS = 6  # of stored units and money: sums of the same lines in another order are then the same number


def import_sales(shop: Shop, sales_file: SalesFile, *, imported_at: datetime) -> ImportOutcome:
    """Replace the sales of the days that the file covers, from its first to its last, by the file's.

    Products without sales in the file on such a day lose theirs. A file that changes nothing leaves no record.
    """
    with writing(shop) as connection:
        is_newest = _is_newest(connection, sales_file)
        match = match_products(connection, _products_of(sales_file), is_newest=is_newest)
        after = _cells_of(sales_file, match)
        before = _stored_cells(connection, sales_file)
        difference = sales_difference(before, after)
        if difference.is_empty and match.changes.empty:
            return ImportOutcome(import_id=None)
        outcome = _outcome(difference, match, units_before=before["units"].sum(), units_after=after["units"].sum())
        import_id = insert_record(connection, sales_file, imported_at=imported_at, outcome=outcome)
        write_products(connection, match, import_id=import_id)
        write_difference(connection, difference, import_id=import_id)
        mark_changed(connection)
    return replace(outcome, import_id=import_id)


def undo_last_import(shop: Shop) -> ImportRecord | None:
    """Bring sales and products back to what they were before the last import; its record, or None without imports.

    Products that the import made stay where the owner has edited them since. May be repeated up to the first import.
    """
    with writing(shop) as connection:
        last = next(iter(read_records(connection)), None)
        if last is not None:
            take_back_difference(connection, import_id=last.import_id)
            take_back_products(connection, import_id=last.import_id)
            connection.execute(delete(imports).where(imports.c.import_id == last.import_id))
            mark_changed(connection)
    return last


def list_imports(shop: Shop) -> tuple[ImportRecord, ...]:
    """All imports that changed the shop and are not undone, the last one first."""
    with reading(shop) as connection:
        return read_records(connection)


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


def _stored_cells(connection: Connection, sales_file: SalesFile) -> pd.DataFrame:
    first, last = sales_file.report.first_day, sales_file.report.last_day
    if first is None or last is None:
        return cells_between(connection, 0, -1)
    return cells_between(connection, epoch_day_of(first), epoch_day_of(last))


def _outcome(
    difference: SalesDifference, match: ProductMatch, *, units_before: float, units_after: float
) -> ImportOutcome:
    changes = difference.changes
    is_added, is_removed = changes["units_before"].isna(), changes["units_after"].isna()
    return ImportOutcome(
        import_id=None,
        days_added=len(difference.added_days),
        days_changed=changes["epoch_day"].nunique(),
        rows_added=len(difference.added) + int(is_added.sum()),
        rows_changed=int((~is_added & ~is_removed).sum()),
        rows_removed=int(is_removed.sum()),
        units_before=float(units_before),
        units_after=float(units_after),
        new_products=match.new_products,
        products_changed=len(match.changes) - match.new_products,
    )
