from data.headers.find_columns import find_columns
from data.headers.sales_headers import SALES_HEADERS


def test_a_column_serves_one_name_and_the_likelier_header_wins() -> None:
    found = find_columns(["Description", "Item", "Date", "Total", "Net sales", "Qty"], SALES_HEADERS)
    assert found == {"day": 2, "name": 1, "units": 5, "revenue": 4}


def test_the_first_of_two_columns_of_one_header_is_taken() -> None:
    assert find_columns(["Date", "Item", "Date"], SALES_HEADERS)["day"] == 0


def test_a_header_is_known_whether_it_says_that_tax_is_in_it_or_not() -> None:
    assert find_columns(["Total c/ IVA"], SALES_HEADERS) == {"revenue": 0}
    assert find_columns(["Preis inkl. MwSt."], SALES_HEADERS) == {"price": 0}
    assert find_columns(["VAT", "Sales tax", "MwSt-Satz"], SALES_HEADERS) == {}
