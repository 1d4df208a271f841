"""What each way of ordering would have decided on each past morning, from what was known then.

Here forecasting and inventory meet a second time, as in `plan.py`.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.sales_history import average_daily_sales
from forecasting.forecast import Forecast
from forecasting.history import History
from forecasting.morning_forecasts import REFIT_DAYS, morning_forecasts
from forecasting.weekday_totals import weekday_totals
from inventory.decision import decide
from inventory.demand import DAILY_MEAN_DAYS, TotalDemand
from inventory.lead_time import whole_days
from inventory.policy import Policy, Stock
from inventory.protection import longest_protection_days
from inventory.rivals import Levels, simple_levels, textbook_levels, weekday_levels
from inventory.simulation import OrderLevels

ADVISED = "advised"
WAYS = (ADVISED, "simple_1.5", "textbook", "same_weekday")
SPREAD_DAYS = 56
AT_ONCE = 2  # stretches of mornings, each in a thread: arrays are worked on without holding up the others


def order_levels(
    history: History,
    known: tuple[str, ...],
    policy: Policy,
    *,
    begin: int,
    first: int,
    country: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> OrderLevels:
    """The levels of all ways (days, WAYS, known products) on the mornings from row `begin` of the history on.

    Each product's order days are a review period apart, and row `first` is one of them; the first morning is one too,
    so that nobody begins with empty shelves.
    """
    mornings = np.arange(begin, len(history.days))
    is_order_day = (mornings[:, None] - first) % days_between_orders(policy) == 0
    is_order_day[0] = True
    shape = (len(mornings), len(WAYS), len(known))
    levels = OrderLevels(reorder_point=np.full(shape, np.nan), order_up_to=np.full(shape, np.nan))
    rows = np.flatnonzero(is_order_day.any(axis=1))
    done: list[int] = []

    def fill(stretch: NDArray[np.int64]) -> None:
        days = history.days[mornings[stretch]]
        for row, decided in zip(stretch, _decisions(history, known, policy, days, country=country), strict=True):
            for way, way_levels in enumerate(decided):
                levels.reorder_point[row, way] = np.where(is_order_day[row], way_levels.reorder_point, np.nan)
                levels.order_up_to[row, way] = way_levels.order_up_to
            done.append(int(row))
            if progress is not None:
                progress(len(done) / len(rows))

    with ThreadPoolExecutor(AT_ONCE) as threads:
        list(threads.map(fill, _stretches(rows)))
    return levels


def days_between_orders(policy: Policy) -> NDArray[np.int64]:
    """Days from one order day to the next (products,), at least one."""
    return np.maximum(whole_days(policy.review_period_days), 1)


def places_of(skus: Iterable[str], among: tuple[str, ...]) -> NDArray[np.int64]:
    """Where each SKU stands among others.

    >>> places_of(["mug", "tea"], ("mug", "pot", "tea"))
    array([0, 2])
    """
    place = {sku: number for number, sku in enumerate(among)}
    return np.array([place[sku] for sku in skus], dtype=np.int64)


def _stretches(rows: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Rows in stretches that are forecast from the same estimates."""
    stretch = (rows - rows[0]) // REFIT_DAYS
    return [rows[stretch == number] for number in np.unique(stretch)]


def _decisions(
    history: History, known: tuple[str, ...], policy: Policy, mornings: pd.DatetimeIndex, *, country: str | None
) -> Iterable[tuple[Levels, ...]]:
    """The levels of each morning, in the order of WAYS."""
    horizon = max(DAILY_MEAN_DAYS, longest_protection_days(policy))
    forecasts = morning_forecasts(history, mornings, horizon=horizon, country=country)
    for morning, forecast in zip(mornings, forecasts, strict=True):
        past = history.until(morning - pd.Timedelta(days=1))
        places = places_of(known, past.skus)
        yield advised_levels(forecast, places, policy), *rival_levels(past.part(places), policy)


def advised_levels(forecast: Forecast, places: NDArray[np.int64], policy: Policy) -> Levels:
    """What the program advises for the products at these places of the forecast, as `decide` finds it."""
    demand = TotalDemand(np.cumsum(forecast.mean[places], axis=1), forecast.levels, forecast.totals[places])
    decision = decide(demand, policy, Stock(on_hand=np.zeros(len(places))))
    return Levels(decision.reorder_point, decision.order_up_to)


def rival_levels(past: History, policy: Policy) -> tuple[Levels, ...]:
    """What the rivals in WAYS do, from the past of the same products."""
    average = average_daily_sales(past)
    recent = np.nan_to_num(past.units[-SPREAD_DAYS:])
    protection = whole_days(policy.lead_time_days) + whole_days(policy.review_period_days)
    weekday = weekday_totals(past.units, days=protection)
    return (
        simple_levels(average, policy),
        textbook_levels(recent.mean(axis=0), recent.std(axis=0), policy),
        weekday_levels(weekday.expected, weekday.error_sd, daily=average, policy=policy),
    )
