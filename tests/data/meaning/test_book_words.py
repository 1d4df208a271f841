"""Headers of a day's book are told from those of products."""

import pytest

from data.meaning.book_words import are_weekdays, is_book_word

BOOK = (
    *("Umsatz 19%", "MwSt 7%", "EC-Karte", "Bar", "Gäste", "Tagesumsatz", "Gesamtumsatz", "Espèces", "CB", "Chèques"),
    *("Carte bancaire", "Chiffre d'affaires HT", "Couverts", "Efectivo", "Tarjeta", "Contanti", "Coperti", "Dinheiro"),
    *(
        "Cartões",
        "Contant",
        "Cash",
        "Credit card",
        "Net sales",
        "Service charge",
    ),
    *("08:00", "8-9 Uhr", "10 am", "Monday", "Samstag", "Week 12", "KW 3"),
)
PRODUCTS = (
    "Apple",
    "Bread",
    "Cash Crop Tea",
    "Coffee to go",
    "7up",
    "Gift box",
    "Pins",
    "Mar",
    "House wine",
    "Cola 0,5",
)


@pytest.mark.parametrize("header", BOOK)
def test_words_of_a_days_book_are_no_products(header: str) -> None:
    assert is_book_word(header)


@pytest.mark.parametrize("header", PRODUCTS)
def test_products_are_no_words_of_a_book(header: str) -> None:
    assert not is_book_word(header)


def test_weekdays_cut_short_are_known_together() -> None:
    assert are_weekdays(("Mo", "Di", "Mi", "Do", "Fr"))
    assert not are_weekdays(("Tea", "Sun", "Mar", "Jam"))
