import pytest

from data.meaning.totals import begins_like_total, is_total


@pytest.mark.parametrize(
    "text",
    [
        "Total",
        "TOTAL:",
        "Totals",
        "Grand total",
        "Summe",
        "Gesamt",
        "Sous-total",
        "Total général",
        "Totale",
        "Totaal",
        "Suma",
        "Tagessumme",
        "Total du jour",
        "Dagtotaal",
        "Daily Total",
        "TOTAL TICKET",
        "TOTALE SCONTRINO",
    ],
)
def test_words_for_a_sum_are_known(text: str) -> None:
    assert is_total(text)
    assert begins_like_total(text)


@pytest.mark.parametrize("text", ["Total Care Shampoo", "Summer tea", "Totem", "", "2024-01-01"])
def test_products_are_no_sums(text: str) -> None:
    assert not is_total(text)
