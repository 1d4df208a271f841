"""Other ways of ordering that the advice is measured against, as reorder points and order-up-to levels.

All are (R, s, S) policies with the lot of the advice where it is known, and never less than what sells until the next
order day. Units, days. Pure functions of numbers and arrays, one value per product.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from inventory.check import FloatArray, require_zero_or_more
from inventory.lead_time import whole_days
from inventory.lot_size import lot_size, policy_eoq
from inventory.policy import Policy
from inventory.simple_rule import simple_threshold


@dataclass(frozen=True, eq=False)
class Levels:
    """When to order and up to what: units (products,), order_up_to never below reorder_point."""

    reorder_point: FloatArray
    order_up_to: FloatArray


def simple_levels(average_daily_sales: FloatArray, policy: Policy) -> Levels:
    """Order at 1.5 x average daily sales.

    >>> weekly = Policy(lead_time_days=4, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.975,
    ...                 maximum_cover_days=90)
    >>> simple_levels(np.array([2.0]), weekly)
    Levels(reorder_point=array([3.]), order_up_to=array([17.]))
    """
    return _with_lot(simple_threshold(average_daily_sales), daily=average_daily_sales, policy=policy)


def textbook_levels(mean_per_day: FloatArray, sd_per_day: FloatArray, policy: Policy) -> Levels:
    """Order at what sells in a lead time plus z x sigma x sqrt(L), in whole units: s = mu L + z sigma sqrt(L).

    The reorder point of a shop that looks at its stock all the time (Silver, Pyke and Thomas 2017, ch. 6), as most
    programs use it: without the days until the next order day, without the spread of the lead time.

    >>> weekly = Policy(lead_time_days=4, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.975,
    ...                 maximum_cover_days=90)
    >>> textbook_levels(np.array([2.0]), np.array([1.0]), weekly)
    Levels(reorder_point=array([12.]), order_up_to=array([26.]))
    """
    require_zero_or_more("sd_per_day", sd_per_day)
    lead = policy.lead_time_days
    point = mean_per_day * lead + ndtri(policy.service_level) * sd_per_day * np.sqrt(lead)
    return _with_lot(_whole(point), daily=mean_per_day, policy=policy)


def weekday_levels(expected: FloatArray, error_sd: FloatArray, *, daily: FloatArray, policy: Policy) -> Levels:
    """Order at the expected total of lead time plus review period plus z x the deviation of its past errors.

    expected, error_sd: of the same-weekday averages. The order-up-to level is that of the advice: the lot above.

    >>> weekly = Policy(lead_time_days=4, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.975,
    ...                 maximum_cover_days=90)
    >>> weekday_levels(np.array([22.0]), np.array([3.0]), daily=np.array([2.0]), policy=weekly)
    Levels(reorder_point=array([28.]), order_up_to=array([28.]))
    """
    require_zero_or_more("error_sd", error_sd)
    point = _whole(expected + ndtri(policy.service_level) * error_sd)
    return Levels(point, point + _lot(daily, policy))


def while_it_keeps(levels: Levels, *, sells: FloatArray) -> Levels:
    """The same, but never raising stock beyond what usually sells until the delivery is too old.

    sells: units (products,), inf where a product keeps. So would order whoever buys bread by any rule.

    >>> while_it_keeps(Levels(np.array([12.0, 12.0]), np.array([90.0, 90.0])), sells=np.array([8.5, np.inf]))
    Levels(reorder_point=array([ 9., 12.]), order_up_to=array([ 9., 90.]))
    """
    up_to = np.minimum(levels.order_up_to, np.ceil(sells.round(6)))
    return Levels(np.minimum(levels.reorder_point, up_to), up_to)


def _with_lot(point: FloatArray, *, daily: FloatArray, policy: Policy) -> Levels:
    until_next = _whole(daily * whole_days(policy.review_period_days))
    return Levels(point, (point + np.maximum(_lot(daily, policy), until_next)).round(1))


def _lot(daily: FloatArray, policy: Policy) -> FloatArray:
    eoq = policy_eoq(policy, daily_demand=daily)
    return lot_size(eoq, daily_demand=daily, maximum_cover_days=policy.maximum_cover_days)


def _whole(units: FloatArray) -> FloatArray:
    return np.asarray(np.maximum(np.ceil(units.round(6)), 0.0), dtype=np.float64)
