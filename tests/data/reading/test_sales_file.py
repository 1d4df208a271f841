"""A sales file is read into daily sales, with a report that accounts for every row."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from data.reading.sales_file import read_sales
from data.report import ImportReport
from tests.data.text_files import text_file


def codes(report: ImportReport) -> set[str]:
    return {note.code for note in report.notes}


def assert_nothing_is_dropped_in_silence(report: ImportReport) -> None:
    assert report.rows_read == report.rows_used + sum(len(part.rows) for part in report.left_out)
    for read, used, left in (
        (report.units_read, report.units_used, sum(part.units for part in report.left_out)),
        (report.revenue_read, report.revenue_used, sum(part.revenue for part in report.left_out)),
    ):
        assert np.isclose(read, used + left, atol=0.005)


def test_a_plain_file_is_summed_per_day_and_product(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,sku,units", "2024-01-02,00123,2", "2024-01-01,00123,1", "2024-01-02,00123,3.5")
    found = read_sales(path)
    assert found.daily.to_dict("list") == {
        "day": [np.datetime64("2024-01-01"), np.datetime64("2024-01-02")],
        "sku": ["00123", "00123"],
        "units": [1.0, 5.5],
        "revenue": [0.0, 0.0],
    }
    assert found.report.columns == {"day": "date", "sku": "sku", "units": "units"}
    assert "no_revenue" in codes(found.report)


@pytest.mark.parametrize(
    "header",
    [
        "day,item,quantity,price",
        "Datum;Artikel;Menge;Einzelpreis",
        "Jour\tProduit\tQuantité\tPrix unitaire",
        "FECHA|Artículo|Cantidad|Precio",
    ],
)
def test_headers_of_four_languages_are_known(tmp_path: Path, header: str) -> None:
    delimiter = next(sign for sign in ",;\t|" if sign in header)
    rows = [delimiter.join(row) for row in (("2024-01-01", "Tee", "2", "1.50"), ("2024-01-02", "Tee", "1", "1.50"))]
    report = read_sales(text_file(tmp_path, header, *rows)).report
    assert (report.units_used, report.revenue_used, report.delimiter) == (3, 4.5, delimiter)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    found = read_sales(text_file(tmp_path, "date,item,price", "2024-01-01,Café,1.50 €", encoding=encoding))
    assert list(found.daily["sku"]) == ["Café"]
    assert found.report.revenue_used == 1.5


def test_a_file_in_gzip_is_the_same_file(tmp_path: Path) -> None:
    plain = text_file(tmp_path, "date,sku,units", "2024-01-01,A,1")
    packed = tmp_path / "sales.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert read_sales(packed).content_hash == read_sales(plain).content_hash
    assert read_sales(packed).daily.equals(read_sales(plain).daily)


def test_a_column_of_amounts_wins_over_units_times_price(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,qty,price,amount", "2024-01-01,Tea,2,3.00,5.00", "2024-01-01,Tea,2,3.00,")
    assert read_sales(path).report.revenue_used == 11


def test_every_kind_of_bad_row_is_left_out_with_its_line(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "date,item,quantity,price",
        "2024-01-01,Tea,1,2.00",
        "",
        "2024-01-02,Tea,twelve,2.00",
        "31/12/20223,Tea,5,2.00",
        "2024-01-02,Tea",
        "2024-01-02,Tea,1,2.00,9",
        "date,item,quantity,price",
        "2024-01-02,,1,2.00",
        "2024-01-02,Gift voucher,1,2.00",
        "2024-01-02,Tea,1,free",
        "Total,,9,18.00",
        "2024-01-02,Tea,3,2.00",
        *(f"2024-01-0{number},Tea,1,2.00" for number in range(3, 8)),
    )
    report = read_sales(path).report
    assert {part.reason: part.rows for part in report.left_out} == {
        "blank": (3,),
        "too_few_cells": (6,),
        "too_many_cells": (7,),
        "repeated_header": (8,),
        "total_row": (12,),
        "not_a_product": (10,),
        "no_item": (9,),
        "bad_date": (5,),
        "bad_quantity": (4,),
        "bad_price": (11,),
    }
    assert (report.units_used, report.revenue_used, report.rows_read) == (9, 18, 17)
    assert_nothing_is_dropped_in_silence(report)
    assert report.as_dict()["left_out_rows"]["bad_date"] == [5]


def test_personal_columns_never_leave_the_reader(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,units,Customer,Card", "2024-01-01,Tea,1,Jane Roe,4242")
    found = read_sales(path)
    told = f"{found.daily.to_csv()}{found.products.to_csv()}{found.report.as_dict()}"
    assert "Jane" not in told
    assert "4242" not in told


def test_progress_grows_from_start_to_end(tmp_path: Path) -> None:
    heard: list[float] = []
    read_sales(text_file(tmp_path, "date,sku,units", "2024-01-01,A,1", ""), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1


def test_a_line_that_ends_before_a_column_that_may_be_empty_is_a_row(tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "Date,Item,Qty,Storno", "2024-01-01,Tea,1", "2024-01-01,Jam,2,Storno", "2024-01-02,Tea,3"
    )
    found = read_sales(path)
    assert (found.report.units_used, [part.reason for part in found.report.left_out]) == (4, ["cancelled"])
