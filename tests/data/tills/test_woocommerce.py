import pytest

from tests.data.tills.exports import export, left_out_of, notes_of, units_of


def test_orders_with_all_items_in_one_cell_are_taken_apart() -> None:
    found = export("woocommerce_orders_report.csv")
    assert found.report.format == "WooCommerce orders report"
    assert units_of(found) == {("03-04", "Mug - Blue"): 1, ("03-04", "Tea, green"): 2, ("03-05", "Tea, green"): 1}
    assert left_out_of(found) == {"cancelled": (3,), "refunded": (5, 5)}
    assert notes_of(found)["items_in_one_cell"] == {"column": "Product(s)", "orders": 4, "items": 6}
    assert found.report.revenue_used == 0, "the file has the money of orders, not of items"


def test_quantities_after_refunds_are_taken_from_advanced_order_export() -> None:
    found = export("woocommerce_advanced_orders.csv")
    assert found.report.format == "WooCommerce Advanced Order Export"
    assert units_of(found) == {("03-04", "Mug - Blue"): 1, ("03-04", "TEA-G"): 2, ("03-05", "TEA-G"): 1}
    assert found.report.revenue_used == pytest.approx(2 * 9 + 12 + 9)
    assert left_out_of(found) == {"cancelled": (4,)}
