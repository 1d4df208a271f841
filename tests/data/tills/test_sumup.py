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
