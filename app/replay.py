"""The past days again, ordered as the program advises and as its rivals would: what would have come of it.

Here forecasting and inventory meet a second time, as in `plan.py`. No Dash, no clock.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.plan import average_daily_sales, policy_of
from app.replay_values import Values, values_of
from data.shop_settings import ShopSettings
from forecasting.forecast import Forecast
from forecasting.history import History
from forecasting.morning_forecasts import morning_forecasts
from forecasting.weekday_totals import weekday_totals
from inventory.decision import decide
from inventory.demand import DAILY_MEAN_DAYS, TotalDemand
from inventory.drawn_lead_times import drawn_lead_times
from inventory.lead_time import lead_times, whole_days
from inventory.policy import Policy, Stock
from inventory.protection import longest_protection_days
from inventory.replay_figures import Outcome, cost_by_product, replay_outcome
from inventory.rivals import Levels, simple_levels, textbook_levels, weekday_levels
from inventory.simulation import OrderLevels, StockRecord, simulate

ADVISED = "advised"
WAYS = (ADVISED, "simple_1.5", "textbook", "same_weekday")
FEWEST_DAYS_BEFORE = 56
LONGEST_PAST_DAYS = 800  # what a replay can use of the days before those replayed: two years, and the settling
SPREAD_DAYS = 56
SEED = 20  # of lead times and resamples

Floats = NDArray[np.float64]


class TooShort(ValueError):
    """There is too little before the days to replay; `most` days could be replayed, 0 if none."""

    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most} days can be replayed")
        self.most = most


@dataclass(frozen=True, eq=False)
class Replay:
    """What came of each way of ordering, in the order of `ways`.

    days: those replayed. settled: days before them on which each way ordered already. products: indexed by SKU, the
    second last axis of `record` being the ways, its last the products. cost: money by way and product, as in
    `cost_by_product`. new: products that first sold too late to be replayed. unobserved: product days without demand.
    """

    ways: tuple[str, ...]
    days: pd.DatetimeIndex
    settled: int
    products: pd.DataFrame
    policy: Policy
    values: Values
    record: StockRecord
    outcome: Outcome
    cost: Floats
    new: int
    unobserved: int


def replay(
    history: History,
    products: pd.DataFrame,
    settings: ShopSettings,
    *,
    days: int,
    progress: Callable[[float], None] | None = None,
) -> Replay:
    """Order the last `days` days of a history again, every day from what was known then.

    products: indexed by SKU with all conditions, for every product of the history. Each way of ordering begins with its
    own order-up-to level a protection interval before the first day, so that none lives on another's stock.
    Demand is what was sold. Raises TooShort.
    """
    first = len(history.days) - days
    begin = first - _settling_days(policy_of(products.loc[list(history.skus)], settings))
    if begin < FEWEST_DAYS_BEFORE:
        raise TooShort(max(days - FEWEST_DAYS_BEFORE + begin, 0))
    known = history.until(history.days[begin - 1]).skus
    listed = products.loc[list(known)]
    policy, values = policy_of(listed, settings), values_of(listed, holding_rate=settings.holding_rate)
    units = history.part(_places(history, known)).units[begin:]
    levels = _levels(history, known, policy, begin=begin, first=first, progress=progress)
    generator = np.random.default_rng(SEED)
    lead = lead_times(policy.lead_time_days, policy.lead_time_sd_days)
    record = simulate(
        levels,
        demand=np.nan_to_num(units),
        on_hand=levels.order_up_to[0],
        policy=policy,
        lead_days=drawn_lead_times(lead, mornings=len(units), generator=generator),
    ).since(first - begin)
    return Replay(
        ways=WAYS,
        days=history.days[first:],
        settled=first - begin,
        products=listed,
        policy=policy,
        values=values,
        record=record,
        outcome=replay_outcome(record, values.money, generator=generator),
        cost=cost_by_product(record, values.money, order_cost=policy.order_cost),
        new=len(history.skus) - len(known),
        unobserved=int(np.isnan(units[first - begin :])[history.open_days[first:]].sum()),
    )


def _settling_days(policy: Policy) -> int:
    """Days after which nobody lives on what was there at the beginning: the longest protection interval."""
    return int((whole_days(policy.lead_time_days) + _days_between_orders(policy)).max(initial=1))


def _days_between_orders(policy: Policy) -> NDArray[np.int64]:
    return np.maximum(whole_days(policy.review_period_days), 1)


def _levels(
    history: History,
    known: tuple[str, ...],
    policy: Policy,
    *,
    begin: int,
    first: int,
    progress: Callable[[float], None] | None,
) -> OrderLevels:
    """The levels of all ways on all mornings from row `begin` on; the first of the days replayed is an order day."""
    mornings = np.arange(begin, len(history.days))
    is_order_day = (mornings[:, None] - first) % _days_between_orders(policy) == 0
    is_order_day[0] = True  # nobody begins with empty shelves
    shape = (len(mornings), len(WAYS), len(known))
    levels = OrderLevels(reorder_point=np.full(shape, np.nan), order_up_to=np.full(shape, np.nan))
    rows = np.flatnonzero(is_order_day.any(axis=1))
    horizon = max(DAILY_MEAN_DAYS, longest_protection_days(policy))
    forecasts = morning_forecasts(history, history.days[mornings[rows]], horizon=horizon, progress=progress)
    for row, forecast in zip(rows, forecasts, strict=True):
        past = history.until(history.days[mornings[row] - 1])
        for way, decided in enumerate(_decided(forecast, past.part(_places(past, known)), policy)):
            levels.reorder_point[row, way] = np.where(is_order_day[row], decided.reorder_point, np.nan)
            levels.order_up_to[row, way] = decided.order_up_to
    return levels


def _decided(forecast: Forecast, past: History, policy: Policy) -> tuple[Levels, ...]:
    """The levels of one morning, in the order of WAYS; the past holds the known products alone."""
    places = np.array([forecast.skus.index(sku) for sku in past.skus])
    demand = TotalDemand(np.cumsum(forecast.mean[places], axis=1), forecast.levels, forecast.totals[places])
    advised = decide(demand, policy, Stock(on_hand=np.zeros(len(places))))
    average = average_daily_sales(past)
    recent = np.nan_to_num(past.units[-SPREAD_DAYS:])
    protection = whole_days(policy.lead_time_days) + whole_days(policy.review_period_days)
    weekday = weekday_totals(past.units, days=protection)
    return (
        Levels(advised.reorder_point, advised.order_up_to),
        simple_levels(average, policy),
        textbook_levels(recent.mean(axis=0), recent.std(axis=0), policy),
        weekday_levels(weekday.expected, weekday.error_sd, daily=average, policy=policy),
    )


def _places(history: History, skus: tuple[str, ...]) -> NDArray[np.int64]:
    place = {sku: number for number, sku in enumerate(history.skus)}
    return np.array([place[sku] for sku in skus], dtype=np.int64)
