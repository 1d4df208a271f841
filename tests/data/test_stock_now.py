import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.bundles import set_bundle
from data.importing.imports import import_sales, undo_last_import
from data.products import edit_product, read_shop_products
from data.purchasing.deliveries import receive
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.shop import Shop, open_shop
from tests.data.sales_files import NOON, day, sales_file


@pytest.fixture
def counted(shop: Shop) -> Shop:
    import_sales(shop, sales_file({(0, "A1"): 3, (1, "A1"): 4}), imported_at=NOON)
    edit_product(shop, "A1", "on_hand", 20, day=day(2))
    return shop


def on_hand(shop: Shop) -> float:
    return float(read_shop_products(shop).loc["A1", "on_hand"])


def order(shop: Shop, units: float) -> int:
    order_id = save_draft(shop, "", [WantedLine("A1", units)], day=day(2))
    assert order_id is not None
    send_order(shop, order_id, day=day(2), expected_on=day(5))
    return order_id


def test_sales_since_the_count_are_taken_off(counted: Shop) -> None:
    import_sales(counted, sales_file({(2, "A1"): 5, (3, "A1"): 1}), imported_at=NOON)
    row = read_shop_products(counted).loc["A1"]
    assert row[["counted", "received_since", "sold_since", "on_hand"]].tolist() == [20, 0, 6, 14]
    assert row["counted_on"].date() == day(2)


def test_older_sales_that_come_late_change_nothing(counted: Shop) -> None:
    import_sales(counted, sales_file({(0, "A1"): 9, (1, "A1"): 4}), imported_at=NOON)
    assert on_hand(counted) == 20


def test_a_new_count_holds_whatever_was_sold_and_received_before(counted: Shop) -> None:
    import_sales(counted, sales_file({(2, "A1"): 5}), imported_at=NOON)
    receive(counted, order(counted, 10), {"A1": 10}, day=day(3))
    edit_product(counted, "A1", "on_hand", 22, day=day(3))
    assert on_hand(counted) == 22


def test_a_count_corrected_on_its_day_holds_as_typed_after_a_delivery(counted: Shop) -> None:
    receive(counted, order(counted, 10), {"A1": 10}, day=day(2))
    assert on_hand(counted) == 30
    edit_product(counted, "A1", "on_hand", 28, day=day(2))
    assert on_hand(counted) == 28


def test_sales_of_the_counts_day_that_were_known_are_in_the_count(counted: Shop) -> None:
    import_sales(counted, sales_file({(2, "A1"): 5}), imported_at=NOON)
    edit_product(counted, "A1", "on_hand", 15, day=day(2))
    assert on_hand(counted) == 15
    import_sales(counted, sales_file({(2, "A1"): 7}), imported_at=NOON)
    assert on_hand(counted) == 13


@pytest.fixture
def boxed(counted: Shop) -> Shop:
    """Six of A1 are in a box, of which one is sold on the day of the count and two on the day after."""
    import_sales(counted, sales_file({(2, "BOX"): 1, (3, "BOX"): 2}), imported_at=NOON)
    set_bundle(counted, "BOX", {"A1": 6})
    return counted


def test_what_bundles_sold_since_their_parts_were_counted_is_taken_off_the_parts(boxed: Shop) -> None:
    row = read_shop_products(boxed).loc["A1"]
    assert row[["counted", "received_since", "sold_since", "on_hand"]].tolist() == [20, 0, 18, 2]


def test_bundles_of_the_counts_day_that_were_known_are_in_the_count_of_their_parts(boxed: Shop) -> None:
    edit_product(boxed, "A1", "on_hand", 9, day=day(3))
    assert on_hand(boxed) == 9, "the boxes of that day were gone from the shelf"
    import_sales(boxed, sales_file({(3, "BOX"): 3, (3, "A1"): 1}), imported_at=NOON)
    assert on_hand(boxed) == 2, "one more box and one more piece"


def test_parts_that_nobody_counted_stay_unknown(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3, (0, "BOX"): 1}), imported_at=NOON)
    set_bundle(shop, "BOX", {"A1": 6})
    assert read_shop_products(shop)["on_hand"].isna().all()


def test_an_import_taken_back_puts_nothing_on_the_shelf_that_was_counted(counted: Shop) -> None:
    import_sales(counted, sales_file({(2, "A1"): 5}), imported_at=NOON)
    edit_product(counted, "A1", "on_hand", 15, day=day(2))
    undo_last_import(counted)
    assert on_hand(counted) == 15


def test_returns_raise_the_stock(counted: Shop) -> None:
    import_sales(counted, sales_file({(2, "A1"): -2}), imported_at=NOON)
    assert on_hand(counted) == 22


def test_more_sold_than_there_was_shows_a_wrong_record(counted: Shop) -> None:
    import_sales(counted, sales_file({(2, "A1"): 25}), imported_at=NOON)
    assert on_hand(counted) == -5


def test_stock_nobody_counted_stays_unknown_when_a_delivery_comes(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3}), imported_at=NOON)
    receive(shop, order(shop, 10), {"A1": 4}, day=day(3))
    row = read_shop_products(shop).loc["A1"]
    assert row[["on_hand", "counted"]].isna().all()
    assert row["on_order"] == 6


def test_orders_made_elsewhere_and_here_add_up_and_the_cell_keeps_what_is_typed(counted: Shop) -> None:
    edit_product(counted, "A1", "on_order", 5, day=day(2))
    order(counted, 10)
    assert read_shop_products(counted).loc["A1", "on_order"] == 15
    edit_product(counted, "A1", "on_order", 12, day=day(2))
    assert read_shop_products(counted).loc["A1", "on_order"] == 12


STEP = st.one_of(
    st.tuples(st.just("sell"), st.integers(0, 9)),
    st.tuples(st.just("order"), st.integers(1, 9)),
    st.tuples(st.just("receive"), st.integers(0, 9)),
    st.tuples(st.just("count"), st.integers(0, 30)),
)


@settings(deadline=None, max_examples=40)  # every example is a shop on disk
@given(steps=st.lists(STEP, max_size=6))
def test_start_plus_received_minus_sold_is_what_is_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    shop = open_shop(tmp_path_factory.mktemp("shop"))
    import_sales(shop, sales_file({(0, "A1"): 1}), imported_at=NOON)
    edit_product(shop, "A1", "on_hand", 50, day=day(1))
    expected, open_orders, today = 50.0, [], 1
    for step, units in steps:
        if step == "sell":
            import_sales(shop, sales_file({(today, "A1"): units, (today, "B2"): 1}), imported_at=NOON)
            expected, today = expected - units, today + 1
        elif step == "count":
            edit_product(shop, "A1", "on_hand", units, day=day(today))
            expected = units
        elif step == "order":
            order_id = save_draft(shop, "", [WantedLine("A1", 20)], day=day(today))
            assert order_id is not None
            send_order(shop, order_id, day=day(today), expected_on=day(today))
            open_orders.append(order_id)
        elif open_orders:
            receive(shop, open_orders.pop(), {"A1": units}, day=day(today), is_last=True)
            expected += units
        assert on_hand(shop) == expected
