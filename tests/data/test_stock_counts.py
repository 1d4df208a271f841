from datetime import date

import pytest
from sqlalchemy import func, insert, select

from data.schema import products, stock_counts
from data.shop import Shop, reading, writing
from data.stock_counts import EmptyShelf, empty_shelves, latest_counts, note_counts

MARCH = date(2024, 3, 1)
APRIL = date(2024, 4, 1)


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    with writing(shop) as connection:
        connection.execute(insert(products).values(sku="A1", sku_key="a1", active=True, edited=""))
    return shop


def note(shop: Shop, values: dict[str, float | None], *, day: date) -> set[int]:
    with writing(shop) as connection:
        return note_counts(connection, {1: values}, day=day)


def held(shop: Shop) -> tuple[date, float | None, float | None]:
    with reading(shop) as connection:
        count = latest_counts(connection, [1])[1]
    return count["day"], count["on_hand"], count["on_order"]


def rows(shop: Shop) -> int:
    with reading(shop) as connection:
        return int(connection.execute(select(func.count()).select_from(stock_counts)).scalar_one())


def test_a_later_count_holds_and_the_earlier_one_is_kept(stocked: Shop) -> None:
    note(stocked, {"on_hand": 8.0}, day=MARCH)
    note(stocked, {"on_hand": 3.0}, day=APRIL)
    assert held(stocked) == (APRIL, 3.0, None)
    assert rows(stocked) == 2


def test_a_second_number_on_one_day_corrects_the_first(stocked: Shop) -> None:
    note(stocked, {"on_hand": 8.0}, day=MARCH)
    note(stocked, {"on_hand": 9.0}, day=MARCH)
    assert held(stocked) == (MARCH, 9.0, None)
    assert rows(stocked) == 1


def test_an_order_on_its_way_does_not_make_an_old_count_new(stocked: Shop) -> None:
    note(stocked, {"on_hand": 8.0}, day=MARCH)
    note(stocked, {"on_order": 24.0}, day=APRIL)
    assert held(stocked) == (MARCH, 8.0, 24.0)


def test_a_new_count_keeps_what_is_on_order(stocked: Shop) -> None:
    note(stocked, {"on_order": 24.0}, day=MARCH)
    note(stocked, {"on_hand": 8.0}, day=APRIL)
    assert held(stocked) == (APRIL, 8.0, 24.0)


def test_the_same_number_counted_later_is_news(stocked: Shop) -> None:
    assert note(stocked, {"on_hand": 8.0}, day=MARCH) == {1}
    assert note(stocked, {"on_hand": 8.0}, day=MARCH) == set()
    assert note(stocked, {"on_hand": 8.0}, day=APRIL) == {1}


def test_nothing_said_is_nothing_noted(stocked: Shop) -> None:
    assert note(stocked, {}, day=MARCH) == set()
    assert note(stocked, {"on_hand": None}, day=MARCH) == set()
    assert rows(stocked) == 0


def test_an_empty_shelf_lasts_until_the_next_count_and_a_week_at_most(stocked: Shop) -> None:
    note(stocked, {"on_hand": 0.0}, day=MARCH)
    note(stocked, {"on_hand": 5.0}, day=date(2024, 3, 4))
    note(stocked, {"on_hand": 0.0}, day=APRIL)
    assert empty_shelves(stocked) == (
        EmptyShelf("A1", MARCH, date(2024, 3, 3)),
        EmptyShelf("A1", APRIL, date(2024, 4, 7)),
    )


def test_a_count_of_something_and_an_order_without_a_count_are_no_empty_shelf(stocked: Shop) -> None:
    note(stocked, {"on_order": 4.0}, day=MARCH)
    assert empty_shelves(stocked) == ()
    note(stocked, {"on_hand": 2.0}, day=APRIL)
    assert empty_shelves(stocked) == ()


def test_a_count_corrected_on_its_day_leaves_no_empty_shelf(stocked: Shop) -> None:
    note(stocked, {"on_hand": 0.0}, day=MARCH)
    note(stocked, {"on_hand": 6.0}, day=MARCH)
    assert empty_shelves(stocked) == ()
