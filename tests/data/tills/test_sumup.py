from pathlib import Path

import pytest

from data.reading.sales_file import read_sales
from tests.data.text_files import text_file
from tests.data.tills.exports import export, left_out_of, units_of


def test_refunds_subtract_and_the_price_without_tax_is_the_money() -> None:
    found = export("sumup_sales.csv")
    assert found.report.format == "SumUp sales report"
    assert units_of(found) == {
        ("03-15", "Gipfeli"): 1,
        ("03-15", "Kaffee"): 2,
        ("03-16", "Gipfeli"): 3,
        ("03-16", "Kaffee"): -1,
    }
    assert found.report.revenue_used == pytest.approx(1.75 + 6.82 + 5.26 - 3.41)
    assert left_out_of(found) == {"no_item": (4,)}


def test_reports_in_french_are_read_alike() -> None:
    found = export("sumup_sales_french.csv")
    assert found.report.format == "SumUp sales report"
    assert units_of(found) == {("06-01", "Farine"): 1.595, ("06-01", "THE-V"): 1, ("07-10", "THE-V"): 2}
    assert found.report.revenue_used == pytest.approx(8.33 + 3.99 - 8.33 + 25)


def test_a_report_in_german_is_read_alike(tmp_path: Path) -> None:
    header = "Datum;Uhrzeit;Typ;Transaktions-ID;Menge;Beschreibung;Preis (Brutto);Preis (Netto)"
    lines = ["15.03.2024;10:00;Verkauf;T1;2;Kaffee;7,00;5,88", "16.03.2024;11:00;Rückerstattung;T2;1;Kaffee;3,50;2,94"]
    found = read_sales(text_file(tmp_path, header, *lines))
    assert found.report.format == "SumUp sales report"
    assert (found.report.units_used, found.report.revenue_used) == (1, pytest.approx(2.94))


def test_prices_of_lines_in_pairs_are_asked_about_where_the_till_is_not_known(tmp_path: Path) -> None:
    found = read_sales(
        text_file(tmp_path, "Fecha,Producto,Cantidad,Precio (bruto),Precio (neto)", "2024-01-13,Pan,2,4,3")
    )
    assert [question.code for question in found.report.questions] == ["amount_meaning"]
    assert found.report.columns["revenue"] == "Precio (neto)"
