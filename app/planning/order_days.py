"""The calendar of a shop's orders: its suppliers' order days less closed days and public holidays."""

import datetime as dt

import pandas as pd

from app.planning.supplier_terms import SupplierTerms
from inventory.order_calendar import OrderCalendar, order_calendar
from inventory.order_days import SupplierDays


def planned_calendar(
    terms: SupplierTerms, products: pd.DataFrame, *, today: dt.date, holidays: frozenset[dt.date]
) -> OrderCalendar:
    """When each product can be ordered and delivered, from `today` on; its suppliers are those of `terms.names`."""
    return order_calendar(supplier_days(terms, holidays=holidays), supplier=terms.index_of(products), today=today)


def supplier_days(terms: SupplierTerms, *, holidays: frozenset[dt.date]) -> tuple[SupplierDays, ...]:
    """The week of each supplier with all its exceptions, in the order of `terms.names`."""
    suppliers = []
    for number, order_days in enumerate(terms.order_days):
        closed = terms.closed[number] | (holidays if terms.closed_on_holidays[number] else frozenset())
        nobody_in = closed | terms.shop_closed
        suppliers.append(SupplierDays(order_days=order_days, no_orders=closed, no_deliveries=nobody_in))
    return tuple(suppliers)
