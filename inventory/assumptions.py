"""The same shop under other assumptions of demand, delivery, promise and costs."""

from dataclasses import dataclass, replace

import numpy as np

from inventory.demand import TotalDemand
from inventory.policy import Policy


@dataclass(frozen=True, eq=False)
class Assumptions:
    """A demand and a policy to compare with another."""

    demand: TotalDemand
    policy: Policy


def changed(
    demand: TotalDemand,
    policy: Policy,
    *,
    demand_factor: float = 1.0,
    lead_time_factor: float = 1.0,
    service_level: float | None = None,
    order_cost: float | None = None,
    holding_rate: float | None = None,
) -> Assumptions:
    """The same shop under other assumptions; what is None stays as it is.

    lead_time_factor stretches the lead time's deviation too. The forecast must reach over the longer interval:
    `longest_protection_days` of the changed policy says how far. Raises ValueError as Policy does.

    >>> from inventory.demand import poisson_demand
    >>> policy = Policy(lead_time_days=10, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90)
    >>> changed(poisson_demand(2.0, horizon=28), policy, lead_time_factor=1.5).policy.lead_time_days
    array([15.])
    """
    given = {"service_level": service_level, "order_cost": order_cost, "holding_rate": holding_rate}
    new = {name: np.full(policy.products, value) for name, value in given.items() if value is not None}
    other = replace(
        policy,
        lead_time_days=policy.lead_time_days * lead_time_factor,
        lead_time_sd_days=policy.lead_time_sd_days * lead_time_factor,
        **new,
    )
    return Assumptions(demand.scaled(demand_factor), other)
