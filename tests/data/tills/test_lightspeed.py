import pytest

from tests.data.tills.exports import export, left_out_of, units_of


def test_of_a_sale_only_its_items_count_not_its_sum_and_payments() -> None:
    found = export("lightspeed_sales.csv")
    assert found.report.format == "Lightspeed X-Series sales history"
    assert units_of(found) == {("03-04", "10021"): 1, ("03-04", "TEA"): 2, ("03-05", "TEA"): -1}
    assert found.report.revenue_used == pytest.approx(16 + 10 - 5), "without tax"
    assert left_out_of(found) == {"no_item_line": (2, 5, 6, 8), "cancelled": (9,)}
