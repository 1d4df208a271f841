import pytest

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
