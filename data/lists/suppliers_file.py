"""A list of suppliers with their conditions, read with a report that accounts for every row."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from data.choices import NO_CHOICES, ReadingChoices
from data.closure_text import ClosuresRule
from data.columns import CLOSED, SUPPLIER
from data.headers.find_columns import find_columns
from data.headers.supplier_headers import SUPPLIER_HEADERS
from data.lists.list_report import list_report
from data.lists.product_cells import ProductCells, read_product_cells
from data.problems import FileRejected, Problem
from data.reading.row_fate import RowFate
from data.reading.sales_columns import HEADERS_SHOWN
from data.report import ImportReport
from data.sku_key import sku_key
from data.supplier_fields import SUPPLIER_RULES
from data.tables.raw_file import read_raw_file
from data.tables.table import Table, read_table
from data.tables.table_head import read_head
from data.value_rules import NumberRule, Rule, TextRule
from data.values.decimal_sign import SIGNS

FILE_RULES: dict[str, Rule] = {SUPPLIER: TextRule(), **SUPPLIER_RULES, CLOSED: ClosuresRule()}


@dataclass(frozen=True)
class SupplierFile:
    """suppliers: supplier, the fields of SUPPLIER_RULES and closed (as closure_text writes it), as far as the list has
    them, one row per supplier; NaN or None where not known.
    """

    suppliers: pd.DataFrame
    report: ImportReport


def read_suppliers(path: Path, *, choices: ReadingChoices = NO_CHOICES) -> SupplierFile:
    """Read a file with a row per supplier; of rows about the same one the last counts.

    Cells that break their rule are left out with a note `bad_cell`, the rest of the row is used. Contacts are never
    read, but for an email that is said to be for orders. Raises FileRejected where no column or row names a supplier.
    """
    raw = read_raw_file(path)
    head = read_head(raw)
    places = find_columns(head.headers, SUPPLIER_HEADERS)
    if SUPPLIER not in places:
        shown = {"row": head.lines, "found": list(head.headers[:HEADERS_SHOWN])}
        raise FileRejected(Problem("no_supplier_column", {"file": raw.name, **shown}))
    table = read_table(raw, head, places)
    decimal = choices.answer("decimal", SIGNS)
    cells = read_product_cells(table.columns, table.lines, delimiter=head.delimiter, decimal=decimal, rules=FILE_RULES)
    fate = _fate(table)
    suppliers = pd.DataFrame(_values(cells))[fate.used].reset_index(drop=True)
    if not len(suppliers):
        raise FileRejected(Problem("no_rows", {"file": raw.name, "row": head.lines}))
    headers = {name: head.headers[place] for name, place in places.items()}
    report = list_report(raw, table, fate, columns=headers, delimiter=head.delimiter, notes=cells.notes)
    return SupplierFile(suppliers, replace(report, questions=cells.questions))


def _fate(table: Table) -> RowFate:
    """Blank rows and rows without supplier are left out, and all but the last row of a supplier."""
    fate = RowFate(len(table.lines))
    supplier = table.columns[SUPPLIER]
    fate.leave_out(np.logical_and.reduce([column.is_blank() for column in table.columns.values()]), "blank")
    fate.leave_out(supplier.is_blank(), "no_supplier")
    keys = supplier.mapped(sku_key)
    last = np.zeros(len(keys.texts), dtype=np.int64)
    np.maximum.at(last, keys.codes, np.arange(len(keys.codes)))
    fate.leave_out(last[keys.codes] != np.arange(len(keys.codes)), "repeated_supplier")
    return fate


def _values(cells: ProductCells) -> dict[str, object]:
    dtypes = {field: "float64" if isinstance(rule, NumberRule) else "object" for field, rule in FILE_RULES.items()}
    return {
        field: pd.Series(cells.values[field], dtype=dtype) for field, dtype in dtypes.items() if field in cells.values
    }
