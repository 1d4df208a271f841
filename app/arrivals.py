"""A file that came in, taken into the shop, told as data for the import page.

Sales files and product lists come through the same door; the sample shop makes room for the owner's own sales.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from app.messages import left_out_sentence, note_sentence, problem_sentence
from data.file_kind import file_kind
from data.imports import import_sales, list_imports, undo_last_import
from data.problems import FileRejected
from data.products import import_products, remove_products
from data.products_file import read_products
from data.report import ImportReport
from data.sales import last_sales_day
from data.sales_file import read_sales
from data.samples import sample_products_path, sample_sales_path
from data.shop import Shop
from data.shop_settings import read_settings, write_settings

Progress = Callable[[float], None]
READING_SHARE = 0.7


def take_in(shop: Shop, path: Path, *, now: dt.datetime, progress: Progress) -> dict[str, Any]:
    """Import the file at `path`, sales or a product list; its report, or its problems as sentences."""
    try:
        if file_kind(path) == "products":
            return _take_in_products(shop, path, now=now)
        return _take_in_sales(shop, path, now=now, progress=progress)
    except FileRejected as rejected:
        return {"problems": [problem_sentence(problem) for problem in rejected.problems]}


def take_in_sample(shop: Shop, *, now: dt.datetime, progress: Progress) -> dict[str, Any]:
    """Fill an empty shop with the sample shop; a shop with sales of its own is left alone."""
    if list_imports(shop):
        return {"problems": ["This shop has sales already, so the sample shop was left out."]}
    told = _take_in_sales(shop, sample_sales_path(), now=now, progress=progress)
    write_settings(shop, replace(read_settings(shop), currency="£"))
    _take_in_products(shop, sample_products_path(), now=now)
    return told


def is_sample(shop: Shop) -> bool:
    """Whether the shop holds the sample shop and nothing else."""
    names = {record.file_name for record in list_imports(shop)}
    return names == {sample_sales_path().name}


def leave_sample(shop: Shop) -> None:
    """Take the sample shop out again."""
    while undo_last_import(shop) is not None:
        pass
    remove_products(shop)
    write_settings(shop, replace(read_settings(shop), currency=""))


def report_story(report: ImportReport) -> dict[str, Any]:
    """An import report with its left-out rows and notes in words."""
    return {
        "report": report.as_dict(),
        "left_out": [left_out_sentence(part) for part in report.left_out],
        "notes": [note_sentence(note) for note in report.notes],
    }


def _take_in_sales(shop: Shop, path: Path, *, now: dt.datetime, progress: Progress) -> dict[str, Any]:
    sales = read_sales(path, progress=lambda share: progress(READING_SHARE * share))
    if is_sample(shop):
        leave_sample(shop)
    outcome = import_sales(shop, sales, imported_at=now)
    _learn_currency(shop, sales.report)
    progress(1.0)
    return {"kind": "sales", "outcome": asdict(outcome), **report_story(sales.report)}


def _learn_currency(shop: Shop, report: ImportReport) -> None:
    """Amounts get the sign they have in the till's file, unless the owner chose one."""
    found = next((str(note.values["found"]) for note in report.notes if note.code == "currency"), "")
    settings = read_settings(shop)
    if found and not settings.currency:
        write_settings(shop, replace(settings, currency=found))


def _take_in_products(shop: Shop, path: Path, *, now: dt.datetime) -> dict[str, Any]:
    file = read_products(path)
    outcome = import_products(shop, file, day=last_sales_day(shop) or now.date())
    return {"kind": "products", "outcome": asdict(outcome), **report_story(file.report)}
