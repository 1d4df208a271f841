import pytest

from data.products import read_shop_products
from data.purchasing.deliveries import delivery_times, receive
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.purchasing.orders import PARTLY_RECEIVED, RECEIVED, read_orders
from data.shop import Shop
from data.value_rules import BadValue
from tests.data.sales_files import day


def stock(shop: Shop) -> dict[str, tuple[float, float]]:
    products = read_shop_products(shop).fillna({"on_order": 0})
    return {str(sku): (row["on_hand"], row["on_order"]) for sku, row in products.iterrows()}


def test_a_part_raises_the_stock_and_the_rest_stays_on_order(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"mug": 20}, day=day(6))
    assert read_orders(stocked)[0].state == PARTLY_RECEIVED
    assert stock(stocked) == {"MUG": (30, 4), "TEAPOT": (0, 6)}
    receive(stocked, sent, {"MUG": 4, "TEAPOT": 6}, day=day(7))
    assert read_orders(stocked)[0].state == RECEIVED
    assert stock(stocked) == {"MUG": (34, 0), "TEAPOT": (6, 0)}


def test_the_last_delivery_ends_an_order_that_came_short(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 20}, day=day(6), is_last=True)
    assert read_orders(stocked)[0].state == RECEIVED
    assert stock(stocked) == {"MUG": (30, 0), "TEAPOT": (0, 0)}


def test_more_than_ordered_may_come(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 30}, day=day(6))
    assert stock(stocked) == {"MUG": (40, 0), "TEAPOT": (0, 6)}


def test_nothing_may_come(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 0}, day=day(6))
    assert stock(stocked) == {"MUG": (10, 24), "TEAPOT": (0, 6)}


@pytest.mark.parametrize(
    ("units", "number", "field"), [({"BOWL": 1}, 6, "sku"), ({"MUG": 1}, 1, "day"), ({"MUG": -1}, 6, "units")]
)
def test_a_wrong_delivery_is_refused_and_changes_nothing(
    stocked: Shop, sent: int, units: dict[str, float], number: int, field: str
) -> None:
    with pytest.raises(BadValue) as bad:
        receive(stocked, sent, units, day=day(number))
    assert bad.value.problem.values["field"] == field
    assert stock(stocked) == {"MUG": (10, 24), "TEAPOT": (0, 6)}


def test_an_order_that_is_over_receives_nothing_more(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 24, "TEAPOT": 6}, day=day(6))
    with pytest.raises(BadValue) as bad:
        receive(stocked, sent, {"MUG": 1}, day=day(7))
    assert bad.value.problem.code == "wrong_order_state"


def test_delivery_times_are_those_of_each_orders_first_delivery(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 20}, day=day(6))
    receive(stocked, sent, {"MUG": 4}, day=day(19))
    again = save_draft(stocked, "Willow", [WantedLine("MUG", 5)], day=day(10))
    assert again is not None
    send_order(stocked, again, day=day(10), expected_on=day(12))
    receive(stocked, again, {"MUG": 5}, day=day(21))
    assert delivery_times(stocked).to_dict("list") == {
        "supplier": ["Willow", "Willow"],
        "order_id": [sent, again],
        "days": [4, 11],
    }
