"""What a file would bring, told as data for the import page before anything of it is kept."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from app.incoming.arrival import SalesArrival, shop_to_meet
from app.words.formats import clock_text, day_text, decimals_text, money_text, short_day_text, units_text
from app.words.language import N_, _, ngettext
from app.words.left_out import left_out_sentence
from app.words.notes import note_sentence
from app.words.problems import problem_sentence
from app.words.questions import answer_text, column_text, option_text, question_text
from data.importing.import_records import ImportOutcome
from data.importing.imports import preview_import
from data.lists.products_file import ProductFile
from data.lists.suppliers_file import SupplierFile
from data.meaning.places import ALL
from data.problems import FileRejected
from data.reading.sales_file import SalesFile
from data.report import ImportReport, Question
from data.shop import Shop
from data.tables.raw_file import read_raw_start
from data.tables.table_head import read_head

ROWS_SHOWN = 8
COLUMN_PROBLEMS = ("no_date_column", "no_item_column", "no_quantity_column", "unreadable_day", "unreadable_units")
MANY = 0.3  # change of the units on known days that is worth a warning
SALES_COLUMNS = (N_("Day"), N_("Product"), N_("Units"))
MONEY_COLUMN = N_("Money taken")
PRODUCT_COLUMNS = {
    "sku": N_("Product"),
    "name": N_("Name"),
    "supplier": N_("Supplier"),
    "unit_cost": N_("Unit cost"),
    "on_hand": N_("On hand"),
}
CELLS_TOLD = 3
SUPPLIER_COLUMNS = {
    "supplier": N_("Supplier"),
    "lead_time_days": N_("Lead time in days"),
    "review_period_days": N_("Days between orders"),
    "order_cost": N_("Cost of an order"),
}


def sales_preview(shop: Shop, arrival: SalesArrival, *, today: dt.date) -> dict[str, Any]:
    """What was understood of a sales file, its first rows as they will be kept, and what keeping it would do."""
    file = arrival.file
    with shop_to_meet(shop) as meeting:
        told = preview_import(meeting, file, today=today, target=arrival.recognition.target)
    outcome, story = told.outcome, report_story(file.report)
    open_day = [open_day_text(file)] if told.is_last_day_open else []
    return {
        "kind": "sales_preview",
        **story,
        "notes": [*(note_sentence(note) for note in arrival.recognition.notes), *open_day, *story["notes"]],
        "headers": list(file.headers),
        "head": [_(name) for name in (*SALES_COLUMNS, *([MONEY_COLUMN] if file.report.revenue_used else []))],
        "rows": first_rows(file),
        "questions": [_asked(question) for question in arrival.questions],
        "answers": answers_told(arrival),
        "places": _places(file.report),
        "warnings": [*_odd_quantities(file.report), *([] if arrival.questions else warnings(outcome))],
        "action": action_text(outcome),
        "is_nothing_new": not action_text(outcome) and not arrival.questions,
    }


def product_preview(file: ProductFile) -> dict[str, Any]:
    """The same of a product list."""
    count = len(file.products)
    action = ngettext("take over {count} product", "take over {count} products", count).format(count=units_text(count))
    listed = _list_preview(file.products, PRODUCT_COLUMNS, questions=file.report.questions)
    story = {**report_story(file.report), "warnings": cell_warnings(file.report)}
    return {"kind": "products_preview", **story, **listed, "action": action}


def _odd_quantities(report: ImportReport) -> list[str]:
    """What nobody would look for among the notes, and what would spoil forecasts and orders."""
    return [note_sentence(note) for note in report.notes if note.code == "implausible_units"]


def supplier_preview(file: SupplierFile) -> dict[str, Any]:
    """The same of a list of suppliers."""
    count = len(file.suppliers)
    action = ngettext("take over {count} supplier", "take over {count} suppliers", count)
    listed = _list_preview(file.suppliers, SUPPLIER_COLUMNS, questions=file.report.questions)
    return {
        "kind": "suppliers_preview",
        **supplier_story(file),
        **listed,
        "action": action.format(count=units_text(count)),
    }


def supplier_story(file: SupplierFile) -> dict[str, Any]:
    """The report of a list of suppliers, with their number, in words where it needs some."""
    story = report_story(file.report)
    told = {"report": {**story["report"], "suppliers": len(file.suppliers)}, "warnings": cell_warnings(file.report)}
    return {**story, **told}


def cell_warnings(report: ImportReport) -> list[str]:
    """The cells of a list that were left out, the first of them one by one: a price or stock may be missing now."""
    told = [note_sentence(note) for note in report.notes if note.code == "bad_cell"]
    if len(told) <= CELLS_TOLD:
        return told
    count = len(told) - CELLS_TOLD
    more = ngettext("{count} more cell was left out.", "{count} more cells were left out.", count)
    return [*told[:CELLS_TOLD], more.format(count=units_text(count))]


def rejected_preview(path: Path, rejected: FileRejected) -> dict[str, Any]:
    """Why a file cannot be read; its headers where other columns might help."""
    needs_columns = any(problem.code in COLUMN_PROBLEMS for problem in rejected.problems)
    return {
        "kind": "rejected",
        "problems": [problem_sentence(problem) for problem in rejected.problems],
        "report": {"file_name": path.name, "columns": {}},
        "headers": list(read_head(read_raw_start(path)).headers) if needs_columns else [],
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
    sold = [[short_day_text(row["day"].date()), _product(row["sku"], names), units_text(row["units"])] for row in rows]
    if not file.report.revenue_used:
        return sold
    return [[*told, money_text(row["revenue"], "")] for told, row in zip(sold, rows, strict=True)]


def action_text(outcome: ImportOutcome) -> str:
    """What keeping a file does; nothing where it changes nothing.

    >>> action_text(ImportOutcome(None, days_added=31, new_products=4))
    'add 31 days, 4 new products'
    """
    done = [
        (outcome.days_added, ngettext("add {count} day", "add {count} days", outcome.days_added)),
        (outcome.days_changed, ngettext("change {count} day", "change {count} days", outcome.days_changed)),
        (outcome.new_products, ngettext("{count} new product", "{count} new products", outcome.new_products)),
    ]
    said = ", ".join(text.format(count=units_text(count)) for count, text in done if count)
    count = outcome.products_changed
    if said or not count:
        return said
    renamed = ngettext("new name or price of {count} product", "new names or prices of {count} products", count)
    return renamed.format(count=units_text(count))


def warnings(outcome: ImportOutcome) -> list[str]:
    """What keeping a file takes away or changes much, of sales that are known."""
    said = []
    if outcome.rows_removed:
        gone = ngettext(
            "{count} sale you have of these days goes: the file does not have it.",
            "{count} sales you have of these days go: the file has none of them.",
            outcome.rows_removed,
        )
        said.append(gone.format(count=units_text(outcome.rows_removed)))
    known = abs(outcome.units_before)
    if outcome.days_changed and not outcome.days_added and abs(outcome.units_after - known) > MANY * known:
        before, after = units_text(outcome.units_before), units_text(outcome.units_after)
        said.append(
            _("These days had {before} units and will have {after}. Is this the whole export?").format(
                before=before, after=after
            )
        )
    return said


def open_day_text(file: SalesFile) -> str:
    """That the last day of a file was not over at its export."""
    day = file.report.last_day or dt.date.min
    minute = file.last_sales.get(pd.Timestamp(day))
    if minute is None:
        said = _("{day} is not complete yet. It is kept, and the plan leaves it out until a later file completes it.")
        return said.format(day=day_text(day))
    said = _(
        "{day} is not complete yet (last sale {time}). It is kept, and the plan leaves it out until a later file "
        "completes it."
    )
    return said.format(day=day_text(day), time=clock_text(int(minute)))


def _list_preview(listed: pd.DataFrame, names: Mapping[str, str], *, questions: Iterable[Question]) -> dict[str, Any]:
    shown = [name for name in names if name in listed]
    first = listed[shown][:ROWS_SHOWN].astype(object)
    return {
        "headers": [],
        "head": [_(names[name]) for name in shown],
        "rows": [[_cell(value) for value in row] for row in first.to_numpy()],
        "questions": [_asked(question) for question in questions],
        "answers": [],
        "is_nothing_new": False,
    }


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if pd.isna(value) else decimals_text(value)
    return "" if value is None or value is pd.NA else str(value)


def _asked(question: Question) -> dict[str, Any]:
    options = [{"value": option, "label": option_text(question, option)} for option in question.options]
    return {"code": question.code, "text": question_text(question), "options": options, "values": asdict(question)}


def answers_told(arrival: SalesArrival) -> list[dict[str, Any]]:
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
