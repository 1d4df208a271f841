"""Which orders still count."""

from datetime import date

from data.purchasing.orders import CANCELLED, DRAFT, SENT, Order, standing

TODAY = date(2024, 5, 10)


def order(state: str, made_on: date) -> Order:
    return Order(1, "Bakers", state, made_on, None, None, ())


def test_a_draft_that_was_never_sent_stands_for_a_week() -> None:
    last_week, before = order(DRAFT, date(2024, 5, 3)), order(DRAFT, date(2024, 5, 2))
    assert standing([last_week, before], today=TODAY) == (last_week,)


def test_an_order_that_went_to_its_supplier_stands_however_old_it_is() -> None:
    sent = [order(SENT, date(2023, 1, 1)), order(CANCELLED, date(2023, 1, 1))]
    assert standing(sent, today=TODAY) == tuple(sent)
