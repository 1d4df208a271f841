"""A file of the corpus before it is written: how its dates, numbers, columns and lines look."""

import csv
import datetime as dt
import gzip
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter

from tests.corpus.truth import Expected, Sale, expected, true_sales

Cells = list[str]
English = {
    "day": "Date",
    "sku": "SKU",
    "name": "Item",
    "units": "Quantity",
    "price": "Unit price",
    "amount": "Net sales",
}


@dataclass(frozen=True)
class Draft:
    """columns: of a long table, by canonical name; extra: further columns with their cells.

    above, below: lines around the table. between: rows put in after the tenth. layout: long, down (a column per
    product) or across (a column per day).
    """

    sales: tuple[Sale, ...] = field(default_factory=true_sales)
    headers: dict[str, str] = field(default_factory=lambda: dict(English))
    columns: tuple[str, ...] = ("day", "sku", "name", "units", "price", "amount")
    extra: tuple[tuple[str, Callable[[Sale], str]], ...] = ()
    date: Callable[[Sale], str] = lambda sale: sale.day.isoformat()
    typed_date: Callable[[Sale], object] | None = None
    quantity: Callable[[float], str] = lambda units: f"{units:g}"
    money: Callable[[float], str] = lambda amount: f"{amount:.2f}"
    name: Callable[[Sale], str] = lambda sale: sale.name
    sku: Callable[[Sale], str] = lambda sale: sale.sku
    above: tuple[Cells, ...] = ()
    below: tuple[Cells, ...] = ()
    between: tuple[Cells, ...] = ()
    repeats_header: bool = False
    has_totals: bool = False
    cuts_blank_ends: bool = False
    end_of_rows: str = ""
    layout: str = "long"
    delimiter: str = ","
    encoding: str = "utf-8"
    is_mojibake: bool = False
    line_end: str = "\n"
    quoting: int = csv.QUOTE_MINIMAL
    packing: str = ""
    by_name: bool = False
    has_money: bool = True
    takings: bool = False

    def expected(self) -> Expected:
        """What a reader should find."""
        found = expected(self.sales, by_name=self.by_name, has_money=self.has_money)
        return Expected(found.revenue, found.revenue) if self.takings else found


def written(draft: Draft, folder: Path, name: str) -> Path:
    """The draft as a file."""
    if draft.packing.startswith("xlsx"):
        return _workbook(draft, folder / f"{name}.xlsx")
    content = _content(draft)
    if draft.packing == "gzip":
        path = folder / f"{name}.csv.gz"
        path.write_bytes(gzip.compress(content, 1, mtime=0))
    elif draft.packing == "zip":
        path = folder / f"{name}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("sales.csv", content)
    else:
        path = folder / f"{name}.csv"
        path.write_bytes(content)
    return path


def _content(draft: Draft) -> bytes:
    text = io.StringIO(newline="")
    for row in rows_of(draft):
        cells = row
        while draft.cuts_blank_ends and cells and not cells[-1]:
            cells = cells[:-1]
        if not cells:
            text.write(draft.line_end)
            continue
        line = io.StringIO(newline="")
        csv.writer(line, delimiter=draft.delimiter, quoting=draft.quoting, lineterminator="\n").writerow(cells)
        text.write(line.getvalue().removesuffix("\n") + draft.end_of_rows + draft.line_end)
    content = text.getvalue()
    if draft.is_mojibake:
        content = content.encode("utf-8").decode("cp1252", errors="replace")
    return content.encode(draft.encoding, errors="replace")


def _workbook(draft: Draft, path: Path) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        if draft.packing == "xlsx with cover":
            book.add_worksheet("Cover").write_row(1, 1, ["Sales of spring", "made by the till"])
        sheet = book.add_worksheet("Data")
        for place, row in enumerate(rows_of(draft)):
            sheet.write_row(place, 0, row)
    return path


def rows_of(draft: Draft) -> list[Cells]:
    """All lines of the file as cells."""
    header, rows = _LAYOUTS[draft.layout](draft)
    if draft.has_totals:
        rows = [*rows, ["Total", *[""] * (len(header) - 2), "99999.99"]]
    if draft.repeats_header:
        rows = [*rows[:20], header, *rows[20:]]
    rows = [*rows[:10], *draft.between, *rows[10:]]
    return [*draft.above, header, *rows, *draft.below]


def _long(draft: Draft) -> tuple[Cells, list[Cells]]:
    say: dict[str, Callable[[Sale], str]] = {
        "day": draft.date,
        "sku": draft.sku,
        "name": draft.name,
        "units": lambda sale: draft.quantity(sale.units),
        "price": lambda sale: draft.money(sale.price),
        "amount": lambda sale: draft.money(sale.amount),
    }
    header = [draft.headers[column] for column in draft.columns] + [title for title, _ in draft.extra]
    cells = [*(say[column] for column in draft.columns), *(cell for _, cell in draft.extra)]
    return header, [[cell(sale) for cell in cells] for sale in draft.sales]


def _down(draft: Draft) -> tuple[Cells, list[Cells]]:
    names = _names(draft)
    days = sorted({sale.day for sale in draft.sales})
    rows = [[draft.date(_first_of(draft.sales, day)), *(_sum(draft, day, name) for name in names)] for day in days]
    return [draft.headers["day"], *names], rows


def _across(draft: Draft) -> tuple[Cells, list[Cells]]:
    days = sorted({sale.day for sale in draft.sales})
    header = [draft.headers["name"], *(draft.date(_first_of(draft.sales, day)) for day in days)]
    return header, [[name, *(_sum(draft, day, name) for day in days)] for name in _names(draft)]


def _names(draft: Draft) -> list[str]:
    return list(dict.fromkeys(sale.name for sale in draft.sales))


def _first_of(sales: Sequence[Sale], day: dt.date) -> Sale:
    return next(sale for sale in sales if sale.day == day)


def _sum(draft: Draft, day: dt.date, name: str) -> str:
    units = [sale.units for sale in draft.sales if (sale.day, sale.name) == (day, name)]
    return draft.quantity(sum(units)) if units else ""


_LAYOUTS = {"long": _long, "down": _down, "across": _across}
