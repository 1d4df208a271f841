import pytest

from tests.data.tills.exports import export, left_out_of, units_of


def test_cancelled_orders_and_lines_do_not_count_and_promotions_are_taken_off() -> None:
    found = export("amazon_all_orders.txt")
    assert found.report.format == "Amazon all orders"
    assert units_of(found) == {("03-04", "LAMP-1"): 2, ("03-04", "TEA-50"): 1, ("03-05", "LAMP-1"): 1}
    assert found.report.revenue_used == pytest.approx(91.98 + 12 - 2)
    assert left_out_of(found) == {"cancelled": (4, 5)}
