"""Lists and searches are answered a part at a time."""

import pytest

from app.desk import Desk
from app.insights.answers import MOST_FOUND, found, lines
from app.insights.in_hand import Insight, insight_now
from app.shell import LINKS
from data.products import edit_product
from tests.app.shops import TODAY


@pytest.fixture(scope="module")
def insight(sample_desk: Desk) -> Insight:
    found = insight_now(sample_desk)
    assert found is not None
    return found


def test_a_part_of_the_list_says_how_long_the_whole_is(insight: Insight) -> None:
    part = lines(insight, {"sort": "name"}, first=10, count=5)
    assert (part["total"], part["first"], len(part["lines"])) == (60, 10, 5)
    names = [line["name"] for line in lines(insight, {"sort": "name"}, first=0, count=200)["lines"]]
    assert names == sorted(names, key=str.casefold)
    assert [line["name"] for line in part["lines"]] == names[10:15]


def test_each_line_has_the_trend_of_its_own_product(insight: Insight) -> None:
    by_name = lines(insight, {"sort": "name"}, first=0, count=200)["lines"]
    by_money = lines(insight, {}, first=0, count=200)["lines"]
    assert {line["href"]: line["trend"] for line in by_name} == {line["href"]: line["trend"] for line in by_money}


def test_a_shop_without_a_plan_has_an_empty_list() -> None:
    assert lines(None, {}, first=0, count=9) == {"total": 0, "first": 0, "lines": []}


def test_a_search_finds_pages_and_products(insight: Insight) -> None:
    assert {"name": "Settings", "href": "/settings", "beside": "Page"} in found(insight, "sett")
    assert found(insight, "22423")[0]["href"] == "/product/22423"
    assert len(found(insight, "e")) <= MOST_FOUND


def test_what_stands_on_a_page_is_found_by_its_own_name(insight: Insight) -> None:
    hrefs = {
        text: [each["href"] for each in found(insight, text)] for text in ("accur", "holiday", "last 90", "dead st")
    }
    assert hrefs == {
        "accur": ["/proof/accuracy"],
        "holiday": ["/settings"],
        "last 90": ["/proof/replay"],
        "dead st": ["/insights"],
    }


def test_few_letters_find_whole_pages_and_products_only(insight: Insight) -> None:
    assert [each["href"] for each in found(insight, "pr")] == ["/products", "/proof"]
    assert any(each["href"].startswith("/product/") for each in found(insight, "pa"))


def test_before_anything_is_typed_the_pages_are_offered() -> None:
    assert [each["href"] for each in found(None, "")] == [link.path for link in LINKS]
    assert found(None, "22423") == []


def test_the_insight_is_kept_until_the_shop_changes(small_desk: Desk) -> None:
    first = insight_now(small_desk)
    assert first is not None
    assert insight_now(small_desk) is first
    edit_product(small_desk.shop, "tea", "on_hand", 4, day=TODAY)
    second = insight_now(small_desk)
    assert second is not None
    assert second is not first
    assert second.sums is first.sums, "no sale changed"
    assert second.rows.set_index("sku").loc["tea", "on_hand"] == 4


def test_an_empty_shop_has_no_insight(desk: Desk) -> None:
    assert insight_now(desk) is None
