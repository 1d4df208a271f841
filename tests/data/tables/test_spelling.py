import pytest

from data.tables.spelling import is_western, pages_that_spell, without_lonely_signs

PAGES = ["cp1252", "cp1250", "cp1251", "cp850"]


@pytest.mark.parametrize(
    "text", ["Brötchen, Pâté", "Jamón, Piña", "Pão, maçã", "Perché, caffè", "Eén crème", "Rødgrød"]
)
def test_words_of_western_europe_are_spelled_with_letters_of_one_of_its_languages(text: str) -> None:
    assert is_western(text)


@pytest.mark.parametrize(("text", "page"), [("Šunka, čaj", "cp1250"), ("Хлеб, чай", "cp1251"), ("Ψωμί", "cp1253")])
def test_words_of_other_code_pages_are_not_taken_for_western_ones(text: str, page: str) -> None:
    assert not is_western(text.encode(page).decode("cp1252"))


def test_a_page_that_puts_signs_or_foreign_letters_into_words_is_out() -> None:
    assert pages_that_spell("Bier für Gäste".encode("cp1252"), PAGES) == ["cp1252", "cp1250"]
    assert pages_that_spell("Brötchen für Gäste".encode("cp850"), PAGES) == ["cp850"]
    assert pages_that_spell("Хлеб".encode("cp1251"), PAGES) == PAGES


def test_only_signs_that_touch_no_letter_are_lonely() -> None:
    assert without_lonely_signs("£5; Gemüse 5 €; 5€".encode("cp1252")).decode("cp1252") == "5; Gemüse 5 ; 5"
