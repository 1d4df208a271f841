"""Sales files taken into the shop, each in one transaction, and taken out again."""

from dataclasses import dataclass, replace
from datetime import date, datetime

import pandas as pd
from sqlalchemy import Connection, delete

from data.epoch_days import epoch_day_of
from data.importing.day_ends import DayEnds, file_day_ends, stored_day_ends, write_day_ends
from data.importing.file_cells import FileCells, file_cells, stored_cells
from data.importing.import_records import ImportOutcome, ImportRecord, insert_record, read_records
from data.importing.import_target import ONLY_TILL, ImportTarget
from data.importing.left_out_store import write_left_out_rows
from data.importing.product_matching import ProductMatch, take_back_products, write_products
from data.importing.sales_difference import SalesDifference, sales_difference, take_back_difference, write_difference
from data.reading.sales_file import SalesFile
from data.sales import CELL
from data.schema import imports
from data.shop import Shop, mark_changed, reading, writing


@dataclass(frozen=True)
class _Change:
    """What an import would change, and how much that is."""

    match: ProductMatch
    difference: SalesDifference
    day_ends: DayEnds
    outcome: ImportOutcome

    @property
    def is_empty(self) -> bool:
        return self.difference.is_empty and self.match.changes.empty and not self.day_ends.completes_or_opens_days


@dataclass(frozen=True)
class ImportPreview:
    """outcome: its import_id None. is_last_day_open: whether the file's last day was not over at its export."""

    outcome: ImportOutcome
    is_last_day_open: bool


def import_sales(
    shop: Shop, sales_file: SalesFile, *, imported_at: datetime, target: ImportTarget = ONLY_TILL
) -> ImportOutcome:
    """Replace a till's sales of the days that the file covers, from its first to its last, by the file's.

    Products without sales in the file on such a day lose theirs, unless the target keeps the rest. A last day that was
    not over yet at the export replaces no more than it has. A file that changes nothing leaves no record.
    """
    with writing(shop) as connection:
        change = _change(connection, sales_file, target, today=imported_at.date())
        if change.is_empty:
            return ImportOutcome(import_id=None)
        import_id = insert_record(
            connection, sales_file, target=target, imported_at=imported_at, outcome=change.outcome
        )
        write_products(connection, change.match, import_id=import_id)
        write_difference(connection, change.difference, import_id=import_id, source_id=target.source_id)
        write_day_ends(connection, change.day_ends, import_id=import_id)
        write_left_out_rows(connection, sales_file.left_out_rows, import_id=import_id)
        mark_changed(connection)
    return replace(change.outcome, import_id=import_id)


def preview_import(shop: Shop, sales_file: SalesFile, *, today: date, target: ImportTarget) -> ImportPreview:
    """What import_sales would do; nothing is changed."""
    with reading(shop) as connection:
        change = _change(connection, sales_file, target, today=today)
    outcome = ImportOutcome(import_id=None) if change.is_empty else change.outcome
    return ImportPreview(outcome, is_last_day_open=change.day_ends.is_last_day_open)


def undo_last_import(shop: Shop) -> ImportRecord | None:
    """Bring sales and products back to what they were before the last import; its record, or None without imports.

    Products that the import made stay where the owner has edited them since. May be repeated up to the first import.
    """
    with writing(shop) as connection:
        last = next(iter(read_records(connection)), None)
        if last is not None:
            take_back_difference(connection, import_id=last.import_id, source_id=last.source_id)
            take_back_products(connection, import_id=last.import_id)
            connection.execute(delete(imports).where(imports.c.import_id == last.import_id))
            mark_changed(connection)
    return last


def list_imports(shop: Shop) -> tuple[ImportRecord, ...]:
    """All imports that changed the shop and are not undone, the last one first."""
    with reading(shop) as connection:
        return read_records(connection)


def _change(connection: Connection, sales_file: SalesFile, target: ImportTarget, *, today: date) -> _Change:
    file = file_cells(connection, sales_file)
    before = stored_cells(connection, file, source_id=target.source_id)
    stored = stored_day_ends(connection, source_id=target.source_id)
    day_ends = file_day_ends(file, sales_file.last_sales, stored, today=epoch_day_of(today))
    if day_ends.is_last_day_open and _knows_more(before, file):
        file, day_ends = file.without_last_day(), day_ends.without_last_day()
        before = before[before["epoch_day"] <= file.last]
    if target.keeps_rest:
        before = before.merge(file.cells[CELL], on=CELL)
    difference = sales_difference(before, file.cells)
    return _Change(file.match, difference, day_ends, _outcome(difference, file, before))


def _knows_more(before: pd.DataFrame, file: FileCells) -> bool:
    """Whether the last day was half told by this file and wholly by another one before."""
    known = before[before["epoch_day"] == file.last]["units"].sum()
    return bool(known and known >= file.units_by_day().get(file.last, 0.0))


def _outcome(difference: SalesDifference, file: FileCells, before: pd.DataFrame) -> ImportOutcome:
    changes = difference.changes
    is_added, is_removed = changes["units_before"].isna(), changes["units_after"].isna()
    return ImportOutcome(
        import_id=None,
        days_added=len(difference.added_days),
        days_changed=changes["epoch_day"].nunique(),
        rows_added=len(difference.added) + int(is_added.sum()),
        rows_changed=int((~is_added & ~is_removed).sum()),
        rows_removed=int(is_removed.sum()),
        units_before=float(before["units"].sum()),
        units_after=float(file.cells["units"].sum()),
        new_products=file.match.new_products,
        products_changed=len(file.match.changes) - file.match.new_products,
    )
