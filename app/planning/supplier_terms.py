"""The suppliers' terms: when each takes orders, what it asks for, how long it says it takes and really takes."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.supplier_days import OrderDaysSaid, order_days_said
from inventory.lead_time_learning import LearnedLeadTimes, learned_lead_times
from inventory.order_days import OrderDays, any_day, every_days, never, on_weekdays, unknown_days

NO_SUPPLIER = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class SupplierTerms:
    """The suppliers in the order of `names`, the last of which is NO_SUPPLIER, for products that name none.

    closed: days on which a supplier neither takes orders nor delivers, holidays besides where closed_on_holidays.
    minimum_value, fee (suppliers,): money, NaN where there is none. service_level (suppliers,): promised of all their
    products, NaN where nothing is. lead_times: what they say and what they took. shop_closed: days on which nobody is
    in the shop to receive.
    """

    names: tuple[str, ...]
    order_days: tuple[OrderDays, ...]
    closed: tuple[frozenset[dt.date], ...]
    closed_on_holidays: NDArray[np.bool_]
    minimum_value: NDArray[np.float64]
    fee: NDArray[np.float64]
    service_level: NDArray[np.float64]
    lead_times: LearnedLeadTimes
    shop_closed: frozenset[dt.date] = frozenset()

    def index_of(self, products: pd.DataFrame) -> NDArray[np.int64]:
        """The index of each product's supplier (products,)."""
        place = {name: number for number, name in enumerate(self.names)}
        rows = products["supplier"].fillna(NO_SUPPLIER).map(place)
        return np.asarray(rows.to_numpy(), dtype=np.int64)


def supplier_terms(
    suppliers: pd.DataFrame,
    *,
    closures: pd.DataFrame,
    deliveries: pd.DataFrame,
    products: pd.DataFrame,
    shop_closed: frozenset[dt.date] = frozenset(),
) -> SupplierTerms:
    """The terms of all suppliers, of those too that only a product names.

    suppliers: as data.suppliers.suppliers tells them. closures: supplier, first_day, last_day. deliveries: supplier and
    days each took. products: supplier, lead_time_days and lead_time_sd_days as they were said.
    """
    named = products["supplier"].dropna()
    names = (*sorted({*suppliers.index, *named} - {NO_SUPPLIER}), NO_SUPPLIER)
    told = suppliers.reindex(list(names))
    return SupplierTerms(
        names=names,
        order_days=tuple(_order_days(order_days_said(text)) for text in told["order_days"].fillna("")),
        closed=tuple(_days_closed(closures[closures["supplier"] == name]) for name in names),
        closed_on_holidays=told["closed_on_holidays"].eq(True).to_numpy(dtype=np.bool_),
        minimum_value=told["minimum_order_value"].to_numpy(dtype=np.float64),
        fee=told["fee_below_minimum"].to_numpy(dtype=np.float64),
        service_level=told["service_level"].to_numpy(dtype=np.float64),
        lead_times=_lead_times(names, deliveries, products),
        shop_closed=shop_closed,
    )


def _order_days(said: OrderDaysSaid) -> OrderDays:
    if said.kind == "weekdays":
        return on_weekdays(*said.weekdays)
    if said.kind == "every" and said.every is not None and said.start is not None:
        return every_days(said.every, start=said.start)
    return {"any": any_day, "never": never}.get(said.kind, unknown_days)()


def _days_closed(closures: pd.DataFrame) -> frozenset[dt.date]:
    periods = zip(closures["first_day"], closures["last_day"], strict=True)
    return frozenset(day.date() for first, last in periods for day in pd.date_range(first, last))


def _lead_times(names: tuple[str, ...], deliveries: pd.DataFrame, products: pd.DataFrame) -> LearnedLeadTimes:
    """Learned from what most products of each supplier are said to take."""
    place = {name: number for number, name in enumerate(names)}
    stated, said_sd = np.zeros(len(names)), np.full(len(names), np.nan)
    for name, group in products.groupby(products["supplier"].fillna(NO_SUPPLIER)):
        usual = group["lead_time_days"].mode().iloc[0]
        stated[place[str(name)]] = usual
        said_sd[place[str(name)]] = group.loc[group["lead_time_days"] == usual, "lead_time_sd_days"].median()
    known = deliveries[deliveries["supplier"].isin(names)]
    return learned_lead_times(
        stated,
        stated_sd_days=said_sd,
        supplier=known["supplier"].map(place).to_numpy(dtype=np.int64),
        observed_days=known["days"].to_numpy(dtype=np.float64),
    )
