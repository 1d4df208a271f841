"""Files of unknown tills: what a row says of itself is heard, in seven languages."""

from pathlib import Path

import pytest

from data.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file


def sold(folder: Path, header: str, *rows: str) -> SalesFile:
    return read_sales(text_file(folder, header, *rows))


@pytest.mark.parametrize("word", ["Cancelled", "void", "Storniert", "Annulé", "Anulado", "annullato", "Geannuleerd"])
def test_cancelled_rows_do_not_count(tmp_path: Path, word: str) -> None:
    found = sold(tmp_path, "Date,Item,Qty,Status", "2024-01-01,Tea,2,Done", f"2024-01-01,Tea,5,{word}")
    assert found.report.units_used == 2
    assert {part.reason: part.rows for part in found.report.left_out} == {"cancelled": (3,)}


def test_a_column_that_says_void_is_heard(tmp_path: Path) -> None:
    found = sold(tmp_path, "Date,Item,Qty,Voided", "2024-01-01,Tea,2,no", "2024-01-01,Tea,5,yes", "2024-01-02,Tea,1,")
    assert found.report.units_used == 3


@pytest.mark.parametrize("word", ["Refund", "Gutschrift", "Remboursement", "Devolución", "Reso", "Terugbetaling"])
def test_rows_of_a_kind_that_is_taken_back_subtract(tmp_path: Path, word: str) -> None:
    header = "Date,Item,Qty,Amount,Transaction type"
    found = sold(tmp_path, header, "2024-01-01,Tea,5,10.00,Sale", f"2024-01-02,Tea,1,2.00,{word}")
    assert (found.report.units_used, found.report.revenue_used) == (4, 8)


def test_other_words_leave_a_row_a_sale(tmp_path: Path) -> None:
    header = "Date,Item,Qty,Status,Transaction type"
    found = sold(tmp_path, header, "2024-01-01,Tea,2,shipped,card", "2024-01-02,Tea,1,on hold,cash")
    assert (found.report.units_used, found.report.left_out) == (3, ())


def test_similar_headers_are_told_apart(tmp_path: Path) -> None:
    header = "Date,Item code,Item,Qty refunded,Qty,Gross sales,Discount,Net sales,Tax"
    found = sold(tmp_path, header, "2024-01-01,A1,Tea,1,5,12.50,2.50,10.00,1.00")
    assert found.report.columns["sku"] == "Item code"
    assert found.report.columns["name"] == "Item"
    assert (found.report.units_used, found.report.revenue_used) == (5, 10)


def test_units_taken_back_in_a_column_of_their_own_are_told(tmp_path: Path) -> None:
    header = "Date,Item,Items sold,Items refunded"
    found = sold(tmp_path, header, "2024-01-01,Tea,5,2", "2024-01-02,Tea,3,0")
    told = [note.values for note in found.report.notes if note.code == "returns_not_taken_off"]
    assert told == [{"column": "Items refunded", "units": 2}]
