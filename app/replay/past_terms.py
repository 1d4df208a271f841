"""When each product could be ordered and delivered on past days, by what is said of its supplier now."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.holidays import holidays_ahead
from app.planning.order_days import supplier_days
from app.planning.supplier_terms import SupplierTerms
from inventory.order_calendar import OrderCalendar, order_calendar
from inventory.order_days import SupplierDays, takes_orders

UNKNOWN = "unknown"


@dataclass(frozen=True, eq=False)
class PastTerms:
    """suppliers: their weeks and closed days. supplier: which of them is each product's (products,)."""

    suppliers: tuple[SupplierDays, ...]
    supplier: NDArray[np.int64]

    def calendar(self, day: dt.date) -> OrderCalendar:
        """Order days and deliveries as seen on one morning."""
        return order_calendar(self.suppliers, supplier=self.supplier, today=day)

    def order_days(self, days: pd.DatetimeIndex, *, otherwise: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """On which of the days, without gaps, each product could be ordered (days, products); `otherwise`, of the same
        shape, where nobody said when its supplier takes orders."""
        taken = [takes_orders(each, today=days[0].date(), days=len(days)) for each in self.suppliers]
        known = np.array([each.order_days.kind != UNKNOWN for each in self.suppliers], dtype=np.bool_)
        return np.asarray(np.where(known[self.supplier], np.array(taken)[self.supplier].T, otherwise), dtype=np.bool_)

    def arrivals(self, days: pd.DatetimeIndex, lead_days: NDArray[np.int64]) -> NDArray[np.int64]:
        """Days until what was ordered on each morning is there (days, products): where nothing is delivered on the day
        on which it would come, the next."""
        moved = [self.calendar(day.date()).arrival_day(lead) for day, lead in zip(days, lead_days, strict=True)]
        return np.asarray(moved, dtype=np.int64)


def past_terms(
    terms: SupplierTerms, products: pd.DataFrame, *, country: str | None, first_day: dt.date
) -> PastTerms | None:
    """The terms of the products' suppliers from a past day on; None where nobody said when they take orders or close.

    country: whose public holidays those keep who close on them; None leaves these out.
    """
    days = supplier_days(terms, holidays=holidays_ahead(country, today=first_day))
    if all(each.order_days.kind == UNKNOWN and not each.no_deliveries for each in days):
        return None
    return PastTerms(days, terms.index_of(products))
