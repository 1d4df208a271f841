from itertools import combinations

import pytest

from data.lists.products_file import read_products
from data.problems import FileRejected
from data.reading.file_kind import file_kind
from data.tills.registry import TILLS, WRONG_FILES, recognised_till, wrong_file
from data.tills.till import PLAIN
from tests.data.text_files import FIXTURES
from tests.data.tills.exports import rejection_of

WRONG = {
    "amazon_business_report.csv": ("no_dates_in_report", "All Orders"),
    "amazon_by_date.csv": ("no_items_in_report", "All Orders"),
    "amazon_inventory_history.txt": ("no_sales_in_report", "All Orders"),
    "clover_orders.csv": ("no_items_in_report", "Line Items"),
    "clover_payments.csv": ("no_items_in_report", "Line Items"),
    "ebay_transactions.csv": ("no_sales_in_report", "orders report"),
    "etsy_orders.csv": ("no_items_in_report", "Order Items"),
    "etsy_statement.csv": ("no_sales_in_report", "Order Items"),
    "loyverse_by_item.csv": ("no_dates_in_report", "Receipts by item"),
    "loyverse_receipt_list.csv": ("no_items_in_report", "Receipts by item"),
    "loyverse_summary.csv": ("no_items_in_report", "Receipts by item"),
    "shopify_by_product.csv": ("no_dates_in_report", "Day"),
    "shopify_customers.csv": ("no_sales_in_report", "Day"),
    "shopify_payouts.csv": ("no_sales_in_report", "Day"),
    "square_summary.csv": ("no_dates_in_report", "Items Detail CSV"),
    "square_transactions.csv": ("no_items_in_report", "Items Detail CSV"),
    "toast_all_items.csv": ("no_dates_in_report", "Item Selection Details"),
    "toast_checks.csv": ("no_items_in_report", "Item Selection Details"),
    "woocommerce_products_report.csv": ("no_dates_in_report", "orders report"),
    "woocommerce_summary.csv": ("no_dates_in_report", "orders report"),
    "zettle_by_product_swedish.csv": ("no_dates_in_report", "raw data report"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_of_a_till_is_told_which_export_to_take(name: str) -> None:
    code, instead = WRONG[name]
    assert file_kind(FIXTURES / name) == "sales", "so that the reader of sales says what is wrong"
    problem = rejection_of(name)
    assert problem.code == code
    assert problem.values["file"] == name
    assert instead in str(problem.values["instead"])


def test_no_signature_is_that_of_two_formats() -> None:
    known = [(format_, signature) for format_ in (*TILLS, *WRONG_FILES) for signature in format_.signatures]
    assert not [(one, other) for (one, first), (other, second) in combinations(known, 2) if first == second]


def test_of_several_formats_the_one_with_the_longest_signature_is_taken() -> None:
    headers = ["Product title", "Net items sold"]
    assert recognised_till(headers) is PLAIN
    assert wrong_file(headers) is not None, "the report without days"
    assert recognised_till([*headers, "Day"]).name == "Shopify sales by day"
    assert wrong_file([*headers, "Day"]) is None


def test_similar_headers_are_not_the_till() -> None:
    assert recognised_till(["Date", "Item", "Item code", "Qty refunded", "Gross sales", "Discount"]) is PLAIN


def test_a_product_list_read_as_sales_is_told_to_be_one() -> None:
    assert rejection_of("shopify_inventory.csv").values["is_product_list"] is True


def test_a_customers_list_is_no_product_list() -> None:
    with pytest.raises(FileRejected):
        read_products(FIXTURES / "shopify_customers.csv")
