"""What the shop keeps about each import of sales: its file, its report and what it changed."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select

from data.importing.import_target import ImportTarget
from data.reading.sales_file import SalesFile
from data.schema import imports


@dataclass(frozen=True)
class ImportOutcome:
    """What an import changed; import_id is None and all else zero where it changed nothing.

    days_added: days that had no sales before. days_changed: days that had some, and have others now. rows are sales of
    one product on one day. units_before, units_after: all units of the days that the file covers.
    """

    import_id: int | None
    days_added: int = 0
    days_changed: int = 0
    rows_added: int = 0
    rows_changed: int = 0
    rows_removed: int = 0
    units_before: float = 0.0
    units_after: float = 0.0
    new_products: int = 0
    products_changed: int = 0


@dataclass(frozen=True)
class ImportRecord:
    """One import that changed the shop. `report` is ImportReport.as_dict as it was; units, revenue: what was used.

    source_id: the till whose sales it brought. shape: of its file, "" where that is not known.
    """

    import_id: int
    file_name: str
    content_hash: str
    imported_at: datetime
    first_day: date | None
    last_day: date | None
    rows_used: int
    units: float
    revenue: float
    outcome: ImportOutcome
    report: dict[str, Any]
    source_id: int
    shape: str


COUNTS = [field.name for field in fields(ImportOutcome) if field.name != "import_id"]


def insert_record(
    connection: Connection,
    sales_file: SalesFile,
    *,
    target: ImportTarget,
    imported_at: datetime,
    outcome: ImportOutcome,
) -> int:
    """Keep an import; its number."""
    report = sales_file.report
    values = {
        **asdict(outcome),
        "file_name": report.file_name,
        "content_hash": sales_file.content_hash,
        "imported_at": imported_at.isoformat(),
        "first_day": report.first_day,
        "last_day": report.last_day,
        "rows_used": report.rows_used,
        "units": report.units_used,
        "revenue": report.revenue_used,
        "report": json.dumps(report.as_dict(), default=str),
        "source_id": target.source_id,
        "shape": target.shape,
    }
    return int(connection.execute(insert(imports).values(values).returning(imports.c.import_id)).scalar_one())


def read_records(connection: Connection) -> tuple[ImportRecord, ...]:
    """All imports that are not undone, the last one first."""
    rows = connection.execute(select(imports).order_by(imports.c.import_id.desc())).mappings()
    return tuple(_record(row) for row in rows)


def _record(row: RowMapping) -> ImportRecord:
    return ImportRecord(
        import_id=row["import_id"],
        file_name=row["file_name"],
        content_hash=row["content_hash"],
        imported_at=datetime.fromisoformat(row["imported_at"]),
        first_day=row["first_day"],
        last_day=row["last_day"],
        rows_used=row["rows_used"],
        units=row["units"],
        revenue=row["revenue"],
        outcome=ImportOutcome(row["import_id"], **{name: row[name] for name in COUNTS}),
        report=json.loads(row["report"]),
        source_id=row["source_id"],
        shape=row["shape"],
    )
