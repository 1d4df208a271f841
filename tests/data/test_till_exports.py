"""Exports of known tills: files made by hand with the tills' own headers, read by the tills' own rules."""

import pytest

from data.file_kind import file_kind
from data.problems import FileRejected
from data.sales_file import SalesFile, read_sales
from tests.data.text_files import FIXTURES


def units_of(found: SalesFile) -> dict[tuple[str, str], float]:
    daily = found.daily
    return dict(zip(zip(daily["day"].dt.strftime("%m-%d"), daily["sku"], strict=True), daily["units"], strict=True))


def format_of(found: SalesFile) -> object:
    return next(note.values["name"] for note in found.report.notes if note.code == "format")


@pytest.mark.parametrize("name", ["square_items_24.csv", "square_items_33.csv"])
def test_square_refunds_subtract_and_net_sales_are_the_money(name: str) -> None:
    found = read_sales(FIXTURES / name)
    assert format_of(found) == "Square item sales"
    assert units_of(found) == {
        ("01-30", "Latte / Large"): 2,
        ("01-30", "Latte / Small"): 1,
        ("01-31", "00123"): 2,
        ("01-31", "Latte / Large"): -2,
        ("02-01", "HAMP"): 1,
    }
    assert found.report.revenue_used == pytest.approx(8 + 4 + 9 - 3 - 9 + 1234.40)
    assert [(part.reason, part.rows) for part in found.report.left_out] == [("not_a_product", (7,))]
    assert dict(zip(found.products["sku"], found.products["name"], strict=True))["00123"] == "Bagel"


def test_shopify_orders_are_filled_down_and_cancelled_ones_left_out_whole() -> None:
    found = read_sales(FIXTURES / "shopify_orders.csv")
    assert format_of(found) == "Shopify orders"
    assert units_of(found) == {("03-01", "CAN-L"): 2, ("03-01", "Soap"): 1, ("03-02", "CAN-L"): 1}
    assert found.report.revenue_used == pytest.approx(2 * 12.5 + 9 + 12.5)
    assert {part.reason: part.rows for part in found.report.left_out} == {"cancelled": (4, 5), "not_a_product": (7,)}
    refunds = [note.values for note in found.report.notes if note.code == "refunds_not_by_item"]
    assert refunds == [{"amount": 12.5}]


def test_shopify_sales_by_day_are_net_items() -> None:
    found = read_sales(FIXTURES / "shopify_analytics.csv")
    assert units_of(found) == {("03-01", "CAN-L"): 3, ("03-01", "Soap"): 2, ("03-02", "CAN-L"): -1}


def test_loyverse_refunds_subtract_and_only_closed_receipts_count() -> None:
    found = read_sales(FIXTURES / "loyverse_receipts.csv")
    assert units_of(found) == {("01-13", "10001"): 2, ("01-14", "10001"): -1, ("01-14", "Scone"): 3}
    assert found.report.revenue_used == pytest.approx(7 + 10 - 2.5 - 3.5)
    assert {part.reason: part.rows for part in found.report.left_out} == {"cancelled": (3,)}


@pytest.mark.parametrize("name", ["square_summary.csv", "woocommerce_summary.csv"])
def test_reports_without_dates_are_rejected_and_say_which_export_to_take(name: str) -> None:
    assert file_kind(FIXTURES / name) == "sales"
    with pytest.raises(FileRejected) as found:
        read_sales(FIXTURES / name)
    problem = found.value.problems[0]
    assert problem.code == "no_dates_in_report"
    assert {"file", "report", "instead"} <= problem.values.keys()


def test_a_product_list_read_as_sales_is_told_to_be_one() -> None:
    with pytest.raises(FileRejected) as found:
        read_sales(FIXTURES / "shopify_inventory.csv")
    assert found.value.problems[0].values["is_product_list"] is True


@pytest.mark.parametrize(
    "name", ["square_items_24.csv", "shopify_orders.csv", "shopify_analytics.csv", "loyverse_receipts.csv"]
)
def test_customers_cards_and_cashiers_never_leave_the_reader(name: str) -> None:
    found = read_sales(FIXTURES / name)
    told = f"{found.daily.to_csv()}{found.products.to_csv()}{found.report.as_dict()}"
    assert not any(personal in told for personal in ("Jane", "jane@example.com", "Ann", "4242", "Visa"))
