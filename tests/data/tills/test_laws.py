"""What must hold for every export of every till, however it was opened and saved again."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.lists.products_file import read_products
from data.problems import FileRejected
from data.reading.file_kind import file_kind
from data.reading.sales_file import read_sales
from tests.data.text_files import FIXTURES

EXPORTS = sorted(path.name for path in FIXTURES.glob("*"))
Rows = list[list[str]]


def cells(name: str) -> Rows:
    """The full rows of a fixture, the header first."""
    text = (FIXTURES / name).read_text(encoding="utf-8")
    delimiter = next(sign for sign in ("\t", ";", ",") if sign in text.split("\n")[0])
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    return [row for row in rows if len(row) == len(rows[0])]


def saved(path: Path, rows: Rows, *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def understood(path: Path) -> object:
    """Format and table that a file gives, or why it is rejected."""
    try:
        if file_kind(path) == "sales":
            sales = read_sales(path)
            return sales.report.format, sales.report.questions, sales.daily.to_csv(), sales.products.to_csv()
        products = read_products(path)
        return products.report.format, products.report.questions, products.products.to_csv()
    except FileRejected as rejected:
        return [problem.code for problem in rejected.problems]


@pytest.mark.parametrize("name", EXPORTS)
def test_delimiter_encoding_and_lines_above_the_header_do_not_matter(name: str, tmp_path: Path) -> None:
    rows = cells(name)
    expected = understood(saved(tmp_path / name, rows))
    assert understood(saved(tmp_path / name, rows, delimiter=";", encoding="utf-16")) == expected
    titled = [["Report of the shop"], ["2026-01-01 to 2026-12-31"], [], *rows]
    assert understood(saved(tmp_path / name, titled, delimiter="\t", encoding="utf-8-sig")) == expected


BY_NAME = [
    name for name in EXPORTS if name != "shopify_inventory_wide.csv"
]  # there the place of a column says something


@given(name=st.sampled_from(BY_NAME), data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_columns_and_columns_of_ones_own_do_not_matter(
    name: str, data: st.DataObject, tmp_path: Path
) -> None:
    rows = cells(name)
    expected = understood(saved(tmp_path / name, rows))
    own = [[*row, "x" if place else "My own remark"] for place, row in enumerate(rows)]
    order = data.draw(st.permutations(range(len(own[0]))))
    assert understood(saved(tmp_path / name, [[row[column] for column in order] for row in own])) == expected
