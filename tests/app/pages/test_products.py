"""The page of all products offers its choices as its address names them."""

import pytest

from app import ids
from app.desk import Desk
from app.insights import product_filter
from app.insights.in_hand import Insight, insight_now
from app.pages.products import ORDERS, SHOWN, layout
from tests.app.components import of_kind, with_id, words


@pytest.fixture(scope="module")
def insight(sample_desk: Desk) -> Insight:
    found = insight_now(sample_desk)
    assert found is not None
    return found


def selected(page: object, name: str) -> str:
    options = of_kind(with_id(page, ids.product_choice(name)), "Option")
    return next(option.value for option in options if option.selected)


def test_the_page_says_how_many_products_there_are(insight: Insight) -> None:
    assert words(layout(insight, {})).startswith("Products 60 products")


def test_choices_are_those_of_the_address(insight: Insight) -> None:
    page = layout(insight, {"q": "bag", "show": "dead", "class": "B", "supplier": "Willow and Wren", "sort": "name"})
    assert with_id(page, ids.product_choice("q")).value == "bag"
    assert [selected(page, name) for name in ("show", "class", "supplier", "grade", "sort")] == [
        "dead", "B", "Willow and Wren", "", "name",
    ]  # fmt: skip
    assert of_kind(page, "Details")[0].open


def test_seldom_choices_are_folded_away_while_none_is_made(insight: Insight) -> None:
    assert not of_kind(layout(insight, {}), "Details")[0].open


def test_every_choice_of_the_list_is_offered() -> None:
    assert set(SHOWN) == set(product_filter.SHOWN)
    assert tuple(ORDERS) == product_filter.ORDERS
