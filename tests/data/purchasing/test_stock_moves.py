"""What was ordered, received and counted, by day."""

from data.products import edit_product
from data.purchasing.deliveries import receive
from data.purchasing.order_steps import WantedLine, cancel_order, save_draft
from data.purchasing.stock_moves import COLUMNS, counts_by, stock_moves
from data.shop import Shop
from tests.data.sales_files import day


def told(shop: Shop) -> list[tuple[str, str, float, float]]:
    return [(f"{row.day:%d}", row.sku, row.ordered, row.received) for row in stock_moves(shop).itertuples()]


def test_orders_count_on_the_day_they_were_sent_and_deliveries_when_they_came(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 20}, day=day(6))
    receive(stocked, sent, {"MUG": 4, "TEAPOT": 6}, day=day(7))
    dates = [f"{day(number):%d}" for number in (2, 6, 7)]
    assert told(stocked) == [
        (dates[0], "MUG", 24, 0),
        (dates[0], "TEAPOT", 6, 0),
        (dates[1], "MUG", 0, 20),
        (dates[2], "MUG", 0, 4),
        (dates[2], "TEAPOT", 0, 6),
    ]


def test_of_a_cancelled_order_only_what_came_was_ordered(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 20}, day=day(6))
    cancel_order(stocked, sent)
    ordered = stock_moves(stocked).groupby("sku")["ordered"].sum()
    assert ordered.to_dict() == {"MUG": 20, "TEAPOT": 0}


def test_a_draft_moves_nothing(stocked: Shop) -> None:
    save_draft(stocked, "Willow", [WantedLine("MUG", 5)], day=day(3))
    moves = stock_moves(stocked)
    assert moves.empty
    assert list(moves.columns) == list(COLUMNS)


def test_the_last_count_before_a_day_is_told(stocked: Shop) -> None:
    edit_product(stocked, "MUG", "on_hand", 7, day=day(5))
    assert counts_by(stocked, day(1)).empty
    assert counts_by(stocked, day(4))["on_hand"].to_dict() == {"MUG": 10, "TEAPOT": 0}
    assert counts_by(stocked, day(5))["on_hand"].to_dict() == {"MUG": 7, "TEAPOT": 0}
