"""Files of unknown tills: what a row says of itself is heard, in seven languages."""

from pathlib import Path

import pytest

from data.reading.sales_file import SalesFile, read_sales
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
    found = sold(tmp_path, header, "2024-01-01,Tea,2,shipped,card", "2024-01-02,Tea,1,partly shipped,cash")
    assert (found.report.units_used, found.report.left_out) == (3, ())


@pytest.mark.parametrize("status", ["On hold", "Pending payment", "Zahlung ausstehend", "En attente de paiement"])
def test_a_sale_that_is_not_paid_yet_is_left_out(tmp_path: Path, status: str) -> None:
    found = sold(tmp_path, "Date,Item,Qty,Status", "2024-01-01,Tea,2,shipped", f"2024-01-02,Tea,1,{status}")
    assert (found.report.units_used, [some.reason for some in found.report.left_out]) == (2, ["not_paid"])


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


@pytest.mark.parametrize("header", ["Type", "Tipo", "Typ", "Document Type", "Type de reçu"])
@pytest.mark.parametrize("word", ["Credit Note", "Storno", "Warenrücknahme", "Nota di credito", "Abono", "Avoir"])
def test_a_column_of_kinds_of_sale_is_heard_under_any_header(tmp_path: Path, header: str, word: str) -> None:
    found = sold(tmp_path, f"Date,Item,Qty,{header}", "2024-01-01,Tea,5,Invoice", f"2024-01-02,Tea,1,{word}")
    assert found.report.units_used == 4
    assert found.report.columns["kind"] == header
    assert "category" not in found.report.columns


@pytest.mark.parametrize("header", ["Type", "Category,Type"])
def test_a_type_of_products_is_no_kind_of_sale(tmp_path: Path, header: str) -> None:
    cells = "Return gifts" if header == "Type" else "Gifts,Transfer"
    found = sold(tmp_path, f"Date,Item,Qty,{header}", f"2024-01-01,Tea,5,{cells}")
    assert found.report.units_used == 5
    assert "kind" not in found.report.columns
    assert "category" in found.report.columns


def test_kinds_of_rows_that_are_no_sale_are_left_out(tmp_path: Path) -> None:
    rows = (
        "2024-01-01,Tea,5,Sale",
        "2024-01-02,Tea,50,Stock receipt",
        "2024-01-03,Tea,2,Void",
        "2024-01-03,Tea,-1,Void",
    )
    found = sold(tmp_path, "Date,Item,Qty,Type", *rows)
    assert found.report.units_used == 4
    assert {part.reason: part.rows for part in found.report.left_out} == {"no_sale": (3,), "cancelled": (4,)}


@pytest.mark.parametrize("word", ["Returned", "Rejected", "Cancelled by customer", "Remboursée", "Retournée", "Failed"])
@pytest.mark.parametrize("header", ["Status", "Payment Status"])
def test_a_sale_undone_by_its_status_does_not_count(tmp_path: Path, header: str, word: str) -> None:
    found = sold(tmp_path, f"Date,Item,Qty,{header}", "2024-01-01,Tea,2,Paid", f"2024-01-01,Tea,5,{word}")
    assert found.report.units_used == 2


def test_a_returned_row_of_negative_units_takes_its_sale_back(tmp_path: Path) -> None:
    found = sold(tmp_path, "Date,Item,Qty,Status", "2024-01-01,Tea,5,Sold", "2024-01-02,Tea,-2,Returned")
    assert found.report.units_used == 3


@pytest.mark.parametrize(
    ("header", "yes", "units"),
    [("Storniert", "J", 5), ("Annulé", "VRAI", 5), ("Refund", "Yes", 3), ("Retoure", "WAHR", 3), ("Retoure", "1", 3)],
)
def test_flags_of_a_row_are_heard(tmp_path: Path, header: str, yes: str, units: int) -> None:
    found = sold(tmp_path, f"Date,Item,Qty,{header}", "2024-01-01,Tea,5,", f"2024-01-02,Tea,2,{yes}")
    assert found.report.units_used == units


def test_money_refunded_is_no_flag(tmp_path: Path) -> None:
    found = sold(tmp_path, "Date,Item,Qty,Refund", "2024-01-01,Tea,5,0.00", "2024-01-02,Tea,2,1")
    assert found.report.units_used == 7
