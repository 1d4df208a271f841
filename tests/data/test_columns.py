import pytest

from data.columns import PRODUCT_HEADERS, SALES_HEADERS, find_columns, header_key


@pytest.mark.parametrize(
    "header", ["Unit Price", "unit_price", "UNIT-PRICE ", "Unit price (€)", "Unit Price [My shop]"]
)
def test_case_blanks_signs_and_brackets_of_a_header_do_not_matter(header: str) -> None:
    assert header_key(header) == "unitprice"


def test_accents_do_not_matter() -> None:
    assert [header_key(header) for header in ("Qté", "Stückzahl", "Größe", "Artículo")] == [
        "qte",
        "stuckzahl",
        "grosse",
        "articulo",
    ]


def test_every_synonym_is_written_as_headers_are_compared() -> None:
    for wanted in (SALES_HEADERS, PRODUCT_HEADERS):
        for headers in wanted.values():
            assert [header_key(header) for header in headers] == list(headers)


def test_a_column_serves_one_name_and_the_likelier_header_wins() -> None:
    found = find_columns(["Description", "Item", "Date", "Total", "Net sales", "Qty"], SALES_HEADERS)
    assert found == {"day": 2, "name": 1, "units": 5, "revenue": 4}


def test_the_first_of_two_columns_of_one_header_is_taken() -> None:
    assert find_columns(["Date", "Item", "Date"], SALES_HEADERS)["day"] == 0


def test_a_header_is_known_whether_it_says_that_tax_is_in_it_or_not() -> None:
    assert find_columns(["Total c/ IVA"], SALES_HEADERS) == {"revenue": 0}
    assert find_columns(["Preis inkl. MwSt."], SALES_HEADERS) == {"price": 0}
    assert find_columns(["VAT", "Sales tax", "MwSt-Satz"], SALES_HEADERS) == {}
