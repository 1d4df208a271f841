import pytest

from tests.data.tills.exports import export, left_out_of, units_of


def test_a_row_is_a_unit_unless_it_is_sold_by_weight() -> None:
    found = export("clover_line_items.csv")
    assert found.report.format == "Clover line items"
    assert units_of(found) == {("12-16", "Loose tea"): 1.5, ("12-16", "MUG-B"): 2, ("12-17", "MUG-B"): 1}
    assert found.report.revenue_used == pytest.approx(12 + 10.80 + 9 + 12), "after discounts, without tax"


def test_service_charges_refunds_exchanges_and_open_orders_do_not_count() -> None:
    assert left_out_of(export("clover_line_items.csv")) == {"not_a_product": (5,), "refunded": (6, 7), "not_paid": (8,)}
