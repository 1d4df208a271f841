"""Which products need a look, the most urgent first.

One alert per product, its worst. Units, days, money.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inventory.check import BoolArray, FloatArray, IntArray
from inventory.decision import Decision
from inventory.order_quantity import rounded_order
from inventory.policy import Policy, Stock

CODES = ("out_of_stock", "runs_out_before_delivery", "below_reorder_point", "overstock", "count_missing")
ORDERING = 3  # that many of them ask for an order


@dataclass(frozen=True, eq=False, kw_only=True)
class Alerts:
    """Alerts, most urgent first: arrays (alerts,).

    code: one of CODES, which are in order of urgency. product: index. units_short: expected sales of the lead time that
    on hand plus on order do not cover. days_short: the same in days of average sales, NaN without demand.
    days_of_cover: as in the decision. units_over: on hand plus on order beyond the order-up-to level. value_tied_up:
    units_over at unit cost, NaN where it is unknown. lost_margin: expected to be lost by waiting for a later order day,
    NaN where it is unknown or was not given. All NaN where the stock was not counted.
    """

    code: npt.NDArray[np.str_]
    product: IntArray
    days_short: FloatArray
    units_short: FloatArray
    days_of_cover: FloatArray
    units_over: FloatArray
    value_tied_up: FloatArray
    lost_margin: FloatArray

    def __len__(self) -> int:
        """Number of alerts."""
        return int(self.product.size)


def find_alerts(decision: Decision, policy: Policy, stock: Stock, *, lost_margin: FloatArray | None = None) -> Alerts:
    """The alerts of active products, by urgency of the kind, then by size.

    out_of_stock: nothing on hand though some is expected to sell. runs_out_before_delivery: on hand plus on order is
    less than what sells during the lead time. below_reorder_point: an order is due. overstock: on hand plus on order is
    more than sells in the maximum cover, more than twice the order-up-to level, and more than an order of the smallest
    size allowed leaves. count_missing: nobody counted. Within the first two the most units short come first,
    then the fewest days of cover, the most money tied up, the fastest sellers. With lost_margin (products,), see
    `waiting.py`, the first three are put in order of that money instead, whatever their kind.

    >>> from inventory.demand import poisson_demand
    >>> from inventory.decision import decide
    >>> policy = Policy(lead_time_days=[7, 7, 7], review_period_days=7, order_cost=5, holding_rate=0.25,
    ...                 service_level=0.95, maximum_cover_days=90, unit_cost=4)
    >>> stock = Stock(on_hand=[500, 0, 10])
    >>> alerts = find_alerts(decide(poisson_demand([2.0, 2.0, 2.0], horizon=28), policy, stock), policy, stock)
    >>> list(zip(alerts.code.tolist(), alerts.product.tolist()))
    [('out_of_stock', 1), ('runs_out_before_delivery', 2), ('overstock', 0)]
    """
    position = decision.inventory_position
    short = np.maximum(decision.lead_time_demand - position, 0.0)
    over = np.maximum(position - decision.order_up_to, 0.0)
    kind = np.where(stock.active, _kind(decision, policy, stock), len(CODES))
    lost = np.full(kind.shape, np.nan) if lost_margin is None else lost_margin
    product = _by_urgency(decision, kind=kind, short=short, value=over * policy.unit_cost)
    if lost_margin is not None:
        product = _by_money(product, kind=kind, lost=lost)
    daily = decision.daily_demand
    days_short = np.divide(short, daily, out=np.full(daily.shape, np.nan), where=daily > 0)
    return Alerts(
        code=np.array(CODES)[kind[product]],
        product=product,
        days_short=days_short[product],
        units_short=short[product],
        days_of_cover=decision.days_of_cover[product],
        units_over=over[product],
        value_tied_up=(over * policy.unit_cost)[product],
        lost_margin=lost[product],
    )


def _kind(decision: Decision, policy: Policy, stock: Stock) -> IntArray:
    conditions = [
        (stock.on_hand <= 0) & (decision.daily_demand > 0),
        decision.inventory_position < decision.lead_time_demand,
        decision.order_quantity > 0,
        _overstocked(decision, policy),
        np.isnan(stock.on_hand),
    ]
    return np.select(conditions, range(len(CODES)), default=len(CODES)).astype(np.int64)


def _overstocked(decision: Decision, policy: Policy) -> BoolArray:
    order = rounded_order(np.maximum(decision.lot, 1.0), moq=policy.moq, pack_size=policy.pack_size)
    needed = np.where(decision.daily_demand > 0, decision.reorder_point + order, 0.0)
    cover = decision.daily_demand * policy.maximum_cover_days
    enough = np.maximum.reduce([cover, 2 * decision.order_up_to, needed])
    return np.asarray(decision.inventory_position > enough, dtype=np.bool_)


def _by_urgency(decision: Decision, *, kind: IntArray, short: FloatArray, value: FloatArray) -> IntArray:
    least_first = [-short, -short, decision.days_of_cover, -value, -decision.daily_demand]
    size = np.select([kind == number for number in range(len(CODES))], least_first, default=np.inf)
    order = np.lexsort((np.where(np.isnan(size), np.inf, size), kind))
    return np.asarray(order[kind[order] < len(CODES)], dtype=np.int64)


def _by_money(product: IntArray, *, kind: IntArray, lost: FloatArray) -> IntArray:
    """Alerts that ask for an order first, most money first; the rest as it was."""
    ordering = kind[product] < ORDERING
    money = np.where(ordering, np.nan_to_num(lost[product], nan=-1.0), 0.0)
    return np.asarray(product[np.lexsort((-money, ~ordering))], dtype=np.int64)
