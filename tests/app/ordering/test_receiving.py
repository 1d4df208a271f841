"""What came of an order, from what is ticked and typed."""

import datetime as dt

from app.ordering.receiving import CAME, TICKED, arrival, everything, stamp
from data.purchasing.orders import PARTLY_RECEIVED, Order, OrderLine


def order(*, came: float = 0.0) -> Order:
    day = dt.date(2024, 3, 11)
    lines = (
        OrderLine("tea", 24, advised=None, reason="", unit_cost=None, received=came),
        OrderLine("mug", 6, advised=None, reason="", unit_cost=None, received=6.0),
        OrderLine("tray", 5, advised=None, reason="", unit_cost=None, received=0.0),
    )
    return Order(1, "Leaf", PARTLY_RECEIVED, day, day, day, lines)


def test_a_ticked_line_brings_all_that_was_missing_and_a_number_counts_more_than_a_tick() -> None:
    said = {f"{TICKED}tea": "yes", f"{TICKED}tray": "yes", f"{CAME}tray": " 2,5 ", f"{CAME}mug": "", f"{TICKED}mug": ""}
    assert arrival(order(came=10.0), said).units == {"tea": 14.0, "tray": 2.5}


def test_what_is_no_number_is_told_and_counts_for_nothing() -> None:
    found = arrival(order(), {f"{CAME}tea": "a box", f"{CAME}tray": "-1", f"{CAME}unknown": "3"})
    assert (found.units, found.unclear) == ({}, {"tea": "a box", "tray": "-1"})


def test_everything_is_all_that_is_missing() -> None:
    assert everything(order(came=10.0)).units == {"tea": 14.0, "tray": 5.0}


def test_an_order_looks_different_after_each_delivery() -> None:
    assert stamp(order()) == stamp(order())
    assert stamp(order()) != stamp(order(came=1.0))
