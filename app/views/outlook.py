"""One product's days ahead and behind as series, ready to be drawn."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.plan import Plan
from forecasting.history import History

LOW, HIGH = 0.05, 0.95
LEAST_DAYS = 28
PAST_DAYS = 84

Series = NDArray[np.float64]


@dataclass(frozen=True)
class StockOutlook:
    """Expected stock at the end of each coming day, day 0 being today's opening, with the band of nine cases in ten."""

    days: list[dt.date]
    expected: Series
    low: Series
    high: Series
    arrival: dt.date | None


def unobserved_days(history: History, product: int) -> list[dt.date]:
    """The days shown on which a product is known to have been sold out."""
    units = history.units[:, product]
    known = ~np.isnan(units)
    offered = np.arange(len(units)) >= (known.argmax() if known.any() else len(units))
    hidden = np.isnan(units) & offered & history.open_days
    return [history.days[row].date() for row in np.flatnonzero(hidden).tolist() if row >= len(units) - PAST_DAYS]


def days_shown(plan: Plan, product: int) -> int:
    """How many days ahead matter for a product: its protection interval and a week, four weeks at least."""
    wanted = int(np.ceil(plan.decision.protection_days[product])) + 7
    return min(max(wanted, LEAST_DAYS), plan.demand.horizon)


def stock_outlook(plan: Plan, product: int) -> StockOutlook | None:
    """How the stock runs down if today's advice is followed; None where the stock was never counted.

    What is ordered, earlier or today, arrives after the lead time. Stock does not fall below zero.
    """
    on_hand = plan.decision.on_hand[product]
    if np.isnan(on_hand):
        return None
    ahead = np.arange(days_shown(plan, product) + 1)
    lead = int(np.ceil(plan.decision.arrival_in_days[product]))
    coming = float(np.nan_to_num(plan.decision.on_order[product]) + np.nan_to_num(plan.quantity[product]))
    one = plan.demand.only(np.array([product]))
    totals = {
        name: _from_today(one, ahead, level) for name, level in (("low", HIGH), ("high", LOW), ("expected", None))
    }
    stocks = {name: _run_down(on_hand, sold, coming=coming, lead=lead) for name, sold in totals.items()}
    days = [plan.inputs.today + dt.timedelta(days=int(n)) for n in ahead]
    return StockOutlook(
        days, stocks["expected"], stocks["low"], stocks["high"], days[lead] if coming > 0 and lead < len(days) else None
    )


def _from_today(demand: Any, ahead: NDArray[np.int64], level: float | None) -> Series:
    """Units sold until the end of each day ahead: the mean, or the quantile at `level`."""
    days = ahead[None, :]
    if level is None:
        return np.asarray(demand.expected(days)[0])
    return np.asarray(demand.quantile(days, level)[0])


def _run_down(on_hand: float, sold: Series, *, coming: float, lead: int) -> Series:
    """Stock after each day; sales missed before the delivery are lost, not delivered later."""
    before = np.maximum(on_hand - sold, 0.0)
    if lead >= len(sold):
        return before
    after = np.maximum(before[lead] + coming - (sold - sold[lead]), 0.0)
    return np.where(np.arange(len(sold)) < lead, before, after)


@dataclass(frozen=True)
class PastPromise:
    """What was forecast for the same number of days from several past days, and what was sold then."""

    days: int
    origins: list[dt.date]
    said: Series
    weekday_average: Series
    sold: Series

    @property
    def error(self) -> float:
        """Mean absolute error of the forecasts, in units."""
        return float(np.abs(self.said - self.sold).mean())

    @property
    def weekday_error(self) -> float:
        """The same for the same-weekday average, the rule every forecast has to beat."""
        return float(np.abs(self.weekday_average - self.sold).mean())


def past_promise(plan: Plan, product: int) -> PastPromise | None:
    """Past forecasts of the span nearest to the protection interval; None where there are none.

    What was sold is taken from the sales: `past.actual` has extreme days cut.
    """
    past = plan.forecast.past
    row = _row_in_forecast(plan, product)
    if not len(past.spans):
        return None
    span = int(np.abs(past.spans - plan.decision.protection_days[product]).argmin())
    said, judged, average = (values[row, :, span] for values in (past.forecast, past.actual, past.weekday_average))
    known = np.isfinite(said) & np.isfinite(judged) & np.isfinite(average)
    if not known.any():
        return None
    days, origins = int(past.spans[span]), past.origins[known]
    return PastPromise(
        days=days,
        origins=[day.date() for day in origins],
        said=said[known].astype(np.float64),
        weekday_average=average[known].astype(np.float64),
        sold=_sold_after(plan.inputs.history, product, origins, days),
    )


def _sold_after(history: History, product: int, origins: pd.DatetimeIndex, days: int) -> Series:
    """Units sold in the `days` days after each origin."""
    running = np.concatenate(([0.0], np.cumsum(np.nan_to_num(history.units[:, product]))))
    begin = history.days.searchsorted(origins, side="right")
    return np.asarray(running[begin + days] - running[begin])


def _row_in_forecast(plan: Plan, product: int) -> int:
    return plan.forecast.skus.index(plan.inputs.products.index[product])
