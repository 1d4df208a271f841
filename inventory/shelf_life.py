"""How far stock may be raised of what spoils: to what sells before the delivery is too old.

What is there already is sold first, so an order may last until its own arrival plus its shelf life. What sells out
before that arrival is missed, and no order makes up for it.
"""

import numpy as np

from inventory.check import FloatArray, IntArray
from inventory.demand import TotalDemand
from inventory.lead_time import LeadTimes
from inventory.newsvendor import critical_ratio, newsvendor_units
from inventory.policy import Policy
from inventory.protection import mixed_demand

UNKNOWN_RATIO = 0.5  # without price and cost a unit is bought if it is as likely to sell as not


def shelf_life_limit(
    demand: TotalDemand, policy: Policy, *, arrival: LeadTimes, position: FloatArray | None = None
) -> FloatArray:
    """Units beyond which the inventory position must not be raised (products,), inf where a product keeps.

    The newsvendor's quantity (Snyder and Shen 2019, ch. 4) for the demand until the next order has arrived and its
    shelf life is over; 0 where the price does not cover the cost. Without price and cost the median. Where the forecast
    ends before the shelf life does, the expected sales per day go on. position (products,): units there and on the way;
    as many as are expected to be missed before the arrival are taken off. None, NaN: none are.

    >>> from inventory.demand import poisson_demand
    >>> from inventory.intervals import order_intervals
    >>> bread = Policy(lead_time_days=1, review_period_days=1, order_cost=0, holding_rate=0.25, service_level=0.95,
    ...                maximum_cover_days=90, shelf_life_days=2, price=3, unit_cost=0.9)
    >>> shelf_life_limit(poisson_demand(10.0, horizon=14), bread, arrival=order_intervals(bread).arrival)
    array([33.])
    """
    limit = np.full(demand.products, np.inf)
    spoils = np.flatnonzero(~np.isnan(policy.shelf_life_days))
    if spoils.size == 0:
        return limit
    some = demand.only(spoils)
    days = arrival.days[spoils] + np.floor(policy.shelf_life_days[spoils]).astype(np.int64)[:, None]
    season = mixed_demand(some, LeadTimes(np.minimum(days, demand.horizon), arrival.probabilities[spoils]))
    units = newsvendor_units(season, ratio=_ratio(policy, spoils))
    beyond = (np.maximum(days - demand.horizon, 0) * arrival.probabilities[spoils]).sum(axis=1)
    most = units + np.where(units > 0, np.floor(beyond * some.daily_mean), 0.0)
    if position is not None:
        until = LeadTimes(np.minimum(arrival.days[spoils], demand.horizon), arrival.probabilities[spoils])
        expected = np.round(mixed_demand(some, until).expected)
        missed = np.nan_to_num(np.maximum(expected - np.maximum(position[spoils], 0.0), 0.0))
        most = np.maximum(most - missed, 0.0)
    limit[spoils] = most
    return limit


def _ratio(policy: Policy, products: IntArray) -> FloatArray:
    known = ~np.isnan(policy.margin[products])
    cost = np.where(known, policy.unit_cost[products], np.nan)
    # What is given back at cost or more bears no risk: a ratio just below 1.
    salvage = np.minimum(policy.salvage_value[products], np.where(known, cost, 0.0) * (1 - 1e-9))
    ratio = critical_ratio(np.where(known, policy.price[products], np.nan), cost=cost, salvage_value=salvage)
    return np.where(known, np.minimum(ratio, 1 - 1e-9), UNKNOWN_RATIO)
