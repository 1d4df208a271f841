"""What each way of ordering would have decided on each past morning, from what was known then.

Here forecasting and inventory meet a second time, as in `plan.py`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.forecasts.spread import helpers_for
from app.planning.sales_history import average_daily_sales
from app.replay.past_terms import PastTerms
from forecasting.forecast import Forecast
from forecasting.history import History
from forecasting.morning_forecasts import REFIT_DAYS, morning_forecasts
from forecasting.weekday_totals import weekday_totals
from inventory.decision import Decision, decide
from inventory.demand import DAILY_MEAN_DAYS, TotalDemand
from inventory.lead_time import whole_days
from inventory.order_calendar import OrderCalendar
from inventory.policy import Policy, Stock
from inventory.protection import longest_protection_days
from inventory.rivals import Levels, simple_levels, textbook_levels, weekday_levels, while_it_keeps
from inventory.simulation import OrderLevels, SpoilingLimits

ADVISED = "advised"
WAYS = (ADVISED, "simple_1.5", "textbook", "same_weekday")
SPREAD_DAYS = 56


@dataclass(frozen=True, eq=False)
class Stretch:
    """Mornings forecast from the same estimates: rows of the history, and what is needed to decide on them."""

    history: History
    known: tuple[str, ...]
    policy: Policy
    terms: PastTerms | None
    rows: NDArray[np.int64]
    country: str | None


def order_levels(
    history: History,
    known: tuple[str, ...],
    policy: Policy,
    *,
    begin: int,
    first: int,
    terms: PastTerms | None = None,
    country: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> OrderLevels:
    """The levels of all ways (days, WAYS, known products) on the mornings from row `begin` of the history on.

    Each product's order days are those of its supplier; where `terms` do not say them, a review period apart, row
    `first` being one of them. The first morning is one too, so that nobody begins with empty shelves.
    """
    mornings = np.arange(begin, len(history.days))
    is_order_day = (mornings[:, None] - first) % days_between_orders(policy) == 0
    if terms is not None:
        is_order_day = terms.order_days(history.days[mornings], otherwise=is_order_day)
    is_order_day[0] = True
    shape = (len(mornings), len(WAYS), len(known))
    levels = OrderLevels(
        reorder_point=np.full(shape, np.nan),
        order_up_to=np.full(shape, np.nan),
        spoiling=_room_for_limits(policy, shape),
    )
    rows = np.flatnonzero(is_order_day.any(axis=1))
    stretches = _stretches(rows)
    parts = [Stretch(history, known, policy, terms, begin + stretch, country) for stretch in stretches]
    others = helpers_for(len(known)).run(decided_on, parts[1:])  # they work while this process does the first
    own = decided_on(parts[0], progress)
    for stretch, decided in zip(stretches, (own, *others), strict=True):
        levels.reorder_point[stretch] = np.where(is_order_day[stretch][:, None], decided.reorder_point, np.nan)
        levels.order_up_to[stretch] = decided.order_up_to
        if levels.spoiling is not None and decided.spoiling is not None:
            levels.spoiling.position[stretch] = decided.spoiling.position
            levels.spoiling.until_arrival[stretch] = decided.spoiling.until_arrival
    return levels


def decided_on(stretch: Stretch, progress: Callable[[float], None] | None = None) -> OrderLevels:
    """The levels of all ways on the mornings of a stretch, as if each were an order day for all."""
    policy, known, mornings = stretch.policy, stretch.known, stretch.history.days[stretch.rows]
    calendars = [None if stretch.terms is None else stretch.terms.calendar(day.date()) for day in mornings]
    longest = (longest_protection_days(policy, calendar=each) for each in (calendars if stretch.terms else [None]))
    horizon = max(DAILY_MEAN_DAYS, *longest)
    shape = (len(mornings), len(WAYS), len(known))
    limits = _room_for_limits(policy, shape)
    levels = OrderLevels(reorder_point=np.empty(shape), order_up_to=np.empty(shape), spoiling=limits)
    forecasts = morning_forecasts(stretch.history, mornings, horizon=horizon, country=stretch.country)
    for number, (row, forecast) in enumerate(zip(stretch.rows, forecasts, strict=True)):
        past = stretch.history.until(stretch.history.days[row - 1])
        places = places_of(known, past.skus)
        advice = advised(forecast, places, policy, calendars[number])
        ways = Levels(advice.reorder_point, advice.order_up_to), *rival_levels(past.part(places), policy)
        levels.reorder_point[number] = [way.reorder_point for way in ways]
        levels.order_up_to[number] = [way.order_up_to for way in ways]
        if limits is not None:
            limits.position[number, WAYS.index(ADVISED)] = advice.shelf_life_limit
            limits.until_arrival[number, WAYS.index(ADVISED)] = advice.lead_time_demand.round()
        if progress is not None:
            progress((number + 1) / len(mornings))
    return levels


def _room_for_limits(policy: Policy, shape: tuple[int, ...]) -> SpoilingLimits | None:
    """Room for how far the advice minds what spoils; the rivals order no more than usually sells while it keeps."""
    if np.isnan(policy.shelf_life_days).all():
        return None
    return SpoilingLimits(position=np.full(shape, np.inf), until_arrival=np.zeros(shape))


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
    """Rows in stretches that are forecast from the same estimates, none longer than these are used."""
    stretch = (rows - rows[0]) // REFIT_DAYS
    return [rows[stretch == number] for number in np.unique(stretch)]


def advised(
    forecast: Forecast, places: NDArray[np.int64], policy: Policy, calendar: OrderCalendar | None = None
) -> Decision:
    """What the program advises for the products at these places of the forecast, whatever their stock."""
    demand = TotalDemand(np.cumsum(forecast.mean[places], axis=1), forecast.levels, forecast.totals[places])
    return decide(demand, policy, Stock(on_hand=np.full(len(places), np.nan)), calendar=calendar)


def rival_levels(past: History, policy: Policy) -> tuple[Levels, ...]:
    """What the rivals in WAYS do, from the past of the same products."""
    average = average_daily_sales(past)
    recent = np.nan_to_num(past.units[-SPREAD_DAYS:])
    protection = whole_days(policy.lead_time_days) + whole_days(policy.review_period_days)
    weekday = weekday_totals(past.units, days=protection)
    ways = (
        simple_levels(average, policy),
        textbook_levels(recent.mean(axis=0), recent.std(axis=0), policy),
        weekday_levels(weekday.expected, weekday.error_sd, daily=average, policy=policy),
    )
    spoils = ~np.isnan(policy.shelf_life_days)
    if not spoils.any():
        return ways
    days = np.where(spoils, whole_days(policy.lead_time_days) + np.nan_to_num(policy.shelf_life_days), 1).astype(int)
    usual, by_weekday = average * days, weekday_totals(past.units, days=np.maximum(days, 1)).expected
    return tuple(
        while_it_keeps(way, sells=np.where(spoils, sells, np.inf))
        for way, sells in zip(ways, (usual, usual, by_weekday), strict=True)
    )
