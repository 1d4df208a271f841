"""Some letters find a product, the likeliest first."""

import pytest

from app.insights.finding import Findable, find, findable, search_key

NAMES = {"T1": "Earl Grey Tea", "T2": "Teapot", "M7": "Crème mug", "10": "Tray for tea", "1": "Steam iron"}


@pytest.fixture
def shop() -> Findable:
    return findable(list(NAMES), list(NAMES.values()))


def found(shop: Findable, text: str, most: int = 9) -> list[str]:
    return [list(NAMES)[row] for row in find(shop, text, most=most)]


@pytest.mark.parametrize(
    ("text", "skus"),
    [
        ("tea", ["T2", "T1", "10", "1"]),
        ("TEA tray", ["10"]),
        ("creme", ["M7"]),
        ("1", ["1", "10", "T1"]),
        ("t1", ["T1"]),
        ("nothing", []),
        ("  ", []),
    ],
)
def test_words_find_products_the_likeliest_first(shop: Findable, text: str, skus: list[str]) -> None:
    assert found(shop, text) == skus


def test_no_more_are_found_than_wanted(shop: Findable) -> None:
    assert found(shop, "tea", most=2) == ["T2", "T1"]


def test_a_text_fits_where_all_its_words_occur(shop: Findable) -> None:
    assert shop.fits("tea grey") == [True, False, False, False, False]
    assert all(shop.fits(""))


def test_a_key_is_a_key_of_itself() -> None:
    assert search_key(search_key("Ölkännchen  ß")) == search_key("Ölkännchen  ß") == "olkannchen ss"
