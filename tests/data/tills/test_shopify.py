import pytest

from tests.data.tills.exports import export, left_out_of, notes_of, units_of


def test_orders_are_filled_down_and_cancelled_ones_left_out_whole() -> None:
    found = export("shopify_orders.csv")
    assert found.report.format == "Shopify orders"
    assert units_of(found) == {("03-01", "CAN-L"): 2, ("03-01", "Soap"): 1, ("03-02", "CAN-L"): 1}
    assert found.report.revenue_used == pytest.approx(2 * 12.5 + 9 + 12.5)
    assert left_out_of(found) == {"cancelled": (4, 5), "not_a_product": (7,)}
    assert notes_of(found)["refunds_not_by_item"] == {"amount": 12.5}


def test_refunded_orders_do_not_count_and_other_refunds_are_told_by_their_amount() -> None:
    found = export("shopify_orders_refunds.csv")
    assert units_of(found) == {("03-04", "Candle - Large"): 2, ("03-04", "Soap"): 1, ("03-05", "Soap"): 2}
    assert left_out_of(found) == {"refunded": (4,), "cancelled": (5, 6), "not_a_product": (8,)}
    assert notes_of(found)["refunds_not_by_item"] == {"amount": 9}, "not the 37.50 of the order that is left out"


def test_discounts_of_lines_are_taken_off_and_those_of_orders_told() -> None:
    found = export("shopify_orders_refunds.csv")
    assert found.report.revenue_used == pytest.approx((2 * 12.5 - 5) + 9 + 2 * 9)
    assert notes_of(found)["before_discounts"] == {"column": "Discount Amount"}


def test_sales_by_day_are_net_items() -> None:
    found = export("shopify_analytics.csv")
    assert found.report.format == "Shopify sales by day"
    assert units_of(found) == {("03-01", "CAN-L"): 3, ("03-01", "Soap"): 2, ("03-02", "CAN-L"): -1}
