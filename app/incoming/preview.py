"""What a file would bring, told as data for the import page before anything of it is kept."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from app.incoming.arrival import SalesArrival, shop_to_meet
from app.words.formats import clock_text, count_text, day_text, units_text
from app.words.left_out import left_out_sentence
from app.words.notes import note_sentence
from app.words.problems import problem_sentence
from app.words.questions import answer_text, column_text, option_text, question_text
from data.import_records import ImportOutcome
from data.imports import preview_import
from data.problems import FileRejected
from data.products_file import ProductFile
from data.raw_file import read_raw_file
from data.reading.places import ALL
from data.report import ImportReport, Question
from data.sales_file import SalesFile
from data.shop import Shop
from data.suppliers_file import SupplierFile
from data.table_head import read_head

ROWS_SHOWN = 8
COLUMN_PROBLEMS = ("no_date_column", "no_item_column", "no_quantity_column", "unreadable_day", "unreadable_units")
MANY = 0.3  # change of the units on known days that is worth a warning
PRODUCT_COLUMNS = {"sku": "Product", "name": "Name", "supplier": "Supplier", "unit_cost": "Cost", "on_hand": "On hand"}

SUPPLIER_COLUMNS = {
    "supplier": "Supplier",
    "lead_time_days": "Lead time",
    "review_period_days": "Days between orders",
    "order_cost": "Cost of an order",
}


def sales_preview(shop: Shop, arrival: SalesArrival, *, today: dt.date) -> dict[str, Any]:
    """What was understood of a sales file, its first rows as they will be kept, and what keeping it would do."""
    file = arrival.file
    with shop_to_meet(shop) as meeting:
        told = preview_import(meeting, file, today=today, target=arrival.recognition.target)
    outcome, story = told.outcome, report_story(file.report)
    open_day = [_open_day_text(file)] if told.is_last_day_open else []
    return {
        "kind": "sales_preview",
        **story,
        "notes": [*(note_sentence(note) for note in arrival.recognition.notes), *open_day, *story["notes"]],
        "headers": list(file.headers),
        "head": ["Day", "Product", "Units", *(["Money"] if file.report.revenue_used else [])],
        "rows": first_rows(file),
        "questions": [_asked(question) for question in arrival.questions],
        "answers": _answers(arrival),
        "places": _places(file.report),
        "warnings": [] if arrival.questions else warnings(outcome),
        "action": action_text(outcome),
        "is_nothing_new": not action_text(outcome) and not arrival.questions,
    }


def product_preview(file: ProductFile) -> dict[str, Any]:
    """The same of a product list."""
    listed = _list_preview(file.products, PRODUCT_COLUMNS, questions=file.report.questions, noun="product")
    return {"kind": "products_preview", **report_story(file.report), **listed}


def supplier_preview(file: SupplierFile) -> dict[str, Any]:
    """The same of a list of suppliers."""
    listed = _list_preview(file.suppliers, SUPPLIER_COLUMNS, questions=file.report.questions, noun="supplier")
    return {"kind": "suppliers_preview", **supplier_story(file), **listed}


def supplier_story(file: SupplierFile) -> dict[str, Any]:
    """The report of a list of suppliers, with their number, in words where it needs some."""
    story = report_story(file.report)
    return {**story, "report": {**story["report"], "suppliers": len(file.suppliers)}}


def rejected_preview(path: Path, rejected: FileRejected) -> dict[str, Any]:
    """Why a file cannot be read; its headers where other columns might help."""
    needs_columns = any(problem.code in COLUMN_PROBLEMS for problem in rejected.problems)
    return {
        "kind": "rejected",
        "problems": [problem_sentence(problem) for problem in rejected.problems],
        "report": {"file_name": path.name, "columns": {}},
        "headers": list(read_head(read_raw_file(path)).headers) if needs_columns else [],
    }


def report_story(report: ImportReport) -> dict[str, Any]:
    """An import report with its left-out rows and notes in words."""
    return {
        "report": report.as_dict(),
        "left_out": [left_out_sentence(part) for part in report.left_out],
        "notes": [note_sentence(note) for note in report.notes if note.code != "format"],
        "format": next((note_sentence(note) for note in report.notes if note.code == "format"), ""),
    }


def first_rows(file: SalesFile) -> list[list[str]]:
    """The first days' sales as they will be kept: day, product, units, and money where the file has any."""
    names = file.products.set_index("sku")["name"]
    rows: list[dict[Any, Any]] = file.daily[:ROWS_SHOWN].to_dict("records")
    sold = [[day_text(row["day"].date()), _product(row["sku"], names), units_text(row["units"])] for row in rows]
    if not file.report.revenue_used:
        return sold
    return [[*told, f"{row['revenue']:,.2f}"] for told, row in zip(sold, rows, strict=True)]


def action_text(outcome: ImportOutcome) -> str:
    """What keeping a file does; nothing where it changes nothing.

    >>> action_text(ImportOutcome(None, days_added=31, new_products=4))
    'add 31 days, 4 new products'
    """
    done = [
        f"add {count_text(outcome.days_added, 'day')}" if outcome.days_added else "",
        f"change {count_text(outcome.days_changed, 'day')}" if outcome.days_changed else "",
        f"{count_text(outcome.new_products, 'new product')}" if outcome.new_products else "",
    ]
    said = ", ".join(filter(None, done))
    if said or not outcome.products_changed:
        return said
    return f"new names or prices of {count_text(outcome.products_changed, 'product')}"


def warnings(outcome: ImportOutcome) -> list[str]:
    """What keeping a file takes away or changes much, of sales that are known."""
    said = []
    if outcome.rows_removed:
        said.append(f"{count_text(outcome.rows_removed, 'sale')} you have of these days go: the file has none of them.")
    known = abs(outcome.units_before)
    if outcome.days_changed and not outcome.days_added and abs(outcome.units_after - known) > MANY * known:
        said.append(
            f"These days had {units_text(outcome.units_before)} units and will have "
            f"{units_text(outcome.units_after)}. Is this the whole export?"
        )
    return said


def _open_day_text(file: SalesFile) -> str:
    day = file.report.last_day or dt.date.min
    minute = file.last_sales.get(pd.Timestamp(day))
    at = "" if minute is None else f" (last sale {clock_text(int(minute))})"
    kept = "It is kept, and the plan leaves it out until a later file completes it."
    return f"{day_text(day)} is not complete yet{at}. {kept}"


def _list_preview(
    listed: pd.DataFrame, names: Mapping[str, str], *, questions: Iterable[Question], noun: str
) -> dict[str, Any]:
    shown = [name for name in names if name in listed]
    first = listed[shown][:ROWS_SHOWN].astype(object)
    return {
        "headers": [],
        "head": [names[name] for name in shown],
        "rows": [[_cell(value) for value in row] for row in first.to_numpy()],
        "questions": [_asked(question) for question in questions],
        "answers": [],
        "warnings": [],
        "action": f"take over {count_text(len(listed), noun)}",
        "is_nothing_new": False,
    }


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:,.10g}"
    return "" if value is None or value is pd.NA else str(value)


def _asked(question: Question) -> dict[str, Any]:
    options = [{"value": option, "label": option_text(question, option)} for option in question.options]
    return {"code": question.code, "text": question_text(question), "options": options, "values": asdict(question)}


def _answers(arrival: SalesArrival) -> list[dict[str, Any]]:
    """How open questions were answered, each with its code, so that it can be changed."""
    said = [
        {
            "code": answer.question.code,
            "text": answer_text(answer.question, answer.option),
            "is_remembered": answer.is_remembered,
        }
        for answer in arrival.answers
    ]
    columns = arrival.choices.columns.items()
    return said + [{"code": "", "text": column_text(name, header), "is_remembered": False} for name, header in columns]


def _places(report: ImportReport) -> dict[str, Any] | None:
    """The places of a file with several, and which of them counts now."""
    for note in report.notes:
        if note.code == "places_together":
            found: Any = note.values["found"]
            return {"options": [ALL, *found], "now": ALL}
        if note.code == "one_place":
            options: Any = note.values["options"]
            return {"options": list(options), "now": note.values["found"]}
    return None


def _product(sku: str, names: "pd.Series[str]") -> str:
    name = names.get(sku)
    return sku if not isinstance(name, str) or not name or name == sku else f"{name} ({sku})"
