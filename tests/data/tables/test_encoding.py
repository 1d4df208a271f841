import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.tables.encoding import as_utf8, encoding_of

WORDS = {
    "cp1252": "Crème brûlée; Pâté à l'ancienne; Brötchen; Süßes; Jamón; Piña; 5 €",
    "cp1250": "Chleb żytni; Bułka; Sok jabłkowy; Śmietana; Ćwikła; Łosoś",
    "cp1251": "Хлеб; Молоко; Сыр; Масло; Чай",
    "cp1253": "Ψωμί; Γάλα; Τυρί; Καφές",
}


@pytest.mark.parametrize("name", WORDS)
def test_the_code_page_is_the_one_that_reads_like_a_language(name: str) -> None:
    content = WORDS[name].encode(name)
    assert as_utf8(content, encoding_of(content)).decode() == WORDS[name]


@pytest.mark.parametrize("word", ["Café", "£5.00", "5,00 €", "Süß"])
def test_one_word_is_read_as_in_western_europe(word: str) -> None:
    assert as_utf8(word.encode("cp1252"), encoding_of(word.encode("cp1252"))).decode() == word


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("cp1252", "Bier für Gäste;1,20 €"),
        ("cp1252", "Brötchen;3,20 €"),
        ("cp1252", "Piña colada;3,10 €"),
        ("cp1252", "Crème à l’ancienne;4,20 €"),
        ("cp1250", "Bułka żytnia;3,20 €"),
        ("cp850", "Brötchen für Gäste;3,20"),
    ],
)
def test_the_sign_of_a_currency_in_each_line_hides_no_word(page: str, line: str) -> None:
    text = "\n".join(f"{day:02d}.03.2024;{line}" for day in range(1, 30))
    assert as_utf8(text.encode(page), encoding_of(text.encode(page))).decode() == text


@given(st.text(min_size=1).filter(lambda text: "\x00" not in text and not text.startswith("\ufeff")))
def test_utf_8_is_always_recognised(text: str) -> None:
    assert encoding_of(text.encode()) == "utf-8"


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    as_utf8(content, encoding_of(content)).decode()
