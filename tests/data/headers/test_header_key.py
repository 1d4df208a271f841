import pytest

from data.headers.header_key import column_key, header_key
from data.headers.product_headers import PRODUCT_HEADERS
from data.headers.sales_headers import SALES_HEADERS
from data.headers.supplier_headers import SUPPLIER_HEADERS


@pytest.mark.parametrize(
    "header", ["Unit Price", "unit_price", "UNIT-PRICE ", "Unit price (€)", "Unit Price [My shop]"]
)
def test_case_blanks_signs_and_brackets_of_a_header_do_not_matter(header: str) -> None:
    assert header_key(header) == "unitprice"


@pytest.mark.parametrize("header", ["Umsatz EUR", "Umsatz in €", "umsatz_chf", "Umsatz (EUR)", "Umsatz in Euro"])
def test_the_currency_of_a_header_does_not_matter(header: str) -> None:
    assert column_key(header) == "umsatz"


def test_a_currency_alone_is_a_header_and_says_that_a_unit_is_its_price() -> None:
    assert [column_key(header) for header in ("EUR", "CHF", "Unit EUR", "Unit (€)")] == [
        *("eur", "chf", "unitprice", "unitprice")
    ]


def test_accents_do_not_matter() -> None:
    assert [header_key(header) for header in ("Qté", "Stückzahl", "Größe", "Artículo")] == [
        "qte",
        "stuckzahl",
        "grosse",
        "articulo",
    ]


def test_every_synonym_is_written_as_headers_are_compared() -> None:
    for wanted in (SALES_HEADERS, PRODUCT_HEADERS, SUPPLIER_HEADERS):
        for headers in wanted.values():
            assert [header_key(header) for header in headers] == list(headers)
