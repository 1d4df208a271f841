"""A file that came in, taken into the shop, told as data for the import page.

Sales files and product lists come through the same door; the sample shop makes room for the owner's own sales.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, NamedTuple

from app.downloads.exports import csv_text
from app.incoming.arrival import ReadSales, is_sample, read_arrival
from app.incoming.preview import (
    answers_told,
    cell_warnings,
    product_preview,
    rejected_preview,
    report_story,
    sales_preview,
    supplier_preview,
    supplier_story,
)
from app.words.language import _
from app.words.left_out import told_left_out
from app.words.notes import note_sentence
from app.words.problems import problem_sentence
from app.words.questions import question_text
from data.choices import NO_CHOICES, ReadingChoices
from data.columns import DAY
from data.importing.imports import import_sales, list_imports, undo_last_import
from data.importing.remembered_choices import choices_for, remember_choices
from data.lists.products_file import read_products
from data.lists.suppliers_file import read_suppliers
from data.problems import FileRejected
from data.products import import_products, remove_products
from data.reading.file_kind import file_kind
from data.reading.file_shape import file_shape
from data.reading.sales_file import read_sales
from data.report import ImportReport
from data.sales import last_sales_day
from data.samples import sample_products_path, sample_sales_path
from data.shop import Shop
from data.shop_settings import read_settings, write_settings
from data.supplier_writing import import_suppliers

Progress = Callable[[float], None]
READING_SHARE = 0.7


class Look(NamedTuple):
    """What is told of a file before it is kept, and the rows that it leaves out, as CSV."""

    story: dict[str, Any]
    left_out: str = ""


def take_in(
    shop: Shop,
    path: Path,
    *,
    now: dt.datetime,
    progress: Progress,
    choices: ReadingChoices = NO_CHOICES,
    read: ReadSales = read_sales,
) -> dict[str, Any]:
    """Import the file at `path`, sales or a list of products or suppliers.

    Told are its report, or its problems or open questions as sentences. Nothing is kept of a
    file while it leaves a question open.
    """
    try:
        kind = _kind(shop, path, choices)
        if kind == "products":
            return _take_in_products(shop, path, now=now, choices=choices)
        if kind == "suppliers":
            return _take_in_suppliers(shop, path, choices=choices)
        return _take_in_sales(shop, path, now=now, progress=progress, choices=choices, read=read)
    except FileRejected as rejected:
        return {"problems": [problem_sentence(problem) for problem in rejected.problems]}


def look_at(
    shop: Shop,
    path: Path,
    *,
    today: dt.date,
    progress: Progress,
    choices: ReadingChoices = NO_CHOICES,
    read: ReadSales = read_sales,
) -> Look:
    """What the file at `path` would bring; nothing is kept. Its problems as sentences where it cannot be read."""
    try:
        kind = _kind(shop, path, choices)
        if kind == "products":
            return Look(product_preview(read_products(path, choices=choices)))
        if kind == "suppliers":
            return Look(supplier_preview(read_suppliers(path, choices=choices)))
        arrival = read_arrival(shop, path, given=choices, progress=progress, read=read)
        left_out = csv_text(told_left_out(arrival.file.left_out_rows))
        return Look(sales_preview(shop, arrival, today=today), left_out)
    except FileRejected as rejected:
        return Look(rejected_preview(path, rejected))


def take_in_sample(shop: Shop, *, now: dt.datetime, progress: Progress) -> dict[str, Any]:
    """Fill an empty shop with the sample shop; a shop with sales of its own is left alone."""
    if list_imports(shop):
        return {"problems": [_("This shop has sales already, so the sample shop was left out.")]}
    told = _take_in_sales(shop, sample_sales_path(), now=now, progress=progress, choices=NO_CHOICES)
    write_settings(shop, replace(read_settings(shop), currency="£"), by_hand=False)
    _take_in_products(shop, sample_products_path(), now=now, choices=NO_CHOICES)
    return {**told, "is_sample": True}


def leave_sample(shop: Shop) -> None:
    """Take the sample shop out again."""
    while undo_last_import(shop) is not None:
        pass
    remove_products(shop)
    write_settings(shop, replace(read_settings(shop), currency=""), by_hand=False)


def _kind(shop: Shop, path: Path, choices: ReadingChoices) -> str:
    """What a file holds, as of file_kind; one in which the owner showed the dates holds sales."""
    if DAY in choices.columns:
        return "sales"
    kind = file_kind(path)
    return "sales" if kind != "sales" and DAY in choices_for(shop, file_shape(path)).columns else kind


def _take_in_sales(
    shop: Shop,
    path: Path,
    *,
    now: dt.datetime,
    progress: Progress,
    choices: ReadingChoices,
    read: ReadSales = read_sales,
) -> dict[str, Any]:
    def half_told(share: float) -> None:
        progress(READING_SHARE * share)

    arrival = read_arrival(shop, path, given=choices, progress=half_told, read=read)
    if arrival.questions:
        return {"questions": [question_text(question) for question in arrival.questions]}
    if is_sample(shop):
        leave_sample(shop)
    sales = arrival.file
    outcome = import_sales(shop, sales, imported_at=now, target=arrival.recognition.target)
    remember_choices(shop, sales.shape, arrival.to_remember)
    _learn_currency(shop, sales.report)
    progress(1.0)
    notes = [note_sentence(note) for note in arrival.recognition.notes]
    story = report_story(sales.report)
    answers = [answer["text"] for answer in answers_told(arrival)]
    told = {"kind": "sales", "outcome": asdict(outcome), **story, "notes": [*notes, *story["notes"]]}
    return {**told, "answers": answers}


def _learn_currency(shop: Shop, report: ImportReport) -> None:
    """Amounts get the sign they have in the till's file, unless the owner chose one."""
    found = next((str(note.values["found"]) for note in report.notes if note.code == "currency"), "")
    settings = read_settings(shop)
    if found and not settings.currency:
        write_settings(shop, replace(settings, currency=found), by_hand=False)


def _take_in_products(shop: Shop, path: Path, *, now: dt.datetime, choices: ReadingChoices) -> dict[str, Any]:
    file = read_products(path, choices=choices)
    if file.report.questions:
        return {"questions": [question_text(question) for question in file.report.questions]}
    outcome = import_products(shop, file, day=last_sales_day(shop) or now.date())
    story = {**report_story(file.report), "warnings": cell_warnings(file.report)}
    return {"kind": "products", "outcome": asdict(outcome), **story}


def _take_in_suppliers(shop: Shop, path: Path, *, choices: ReadingChoices) -> dict[str, Any]:
    file = read_suppliers(path, choices=choices)
    if file.report.questions:
        return {"questions": [question_text(question) for question in file.report.questions]}
    return {"kind": "suppliers", "outcome": asdict(import_suppliers(shop, file)), **supplier_story(file)}
