"""Lead times as they might have come: whole days drawn from a supplier's distribution."""

import numpy as np

from inventory.check import IntArray
from inventory.lead_time import LeadTimes


def drawn_lead_times(lead: LeadTimes, *, mornings: int, generator: np.random.Generator) -> IntArray:
    """Days until the delivery of an order made on each morning (mornings, products), independent of each other.

    A fixed lead time is drawn as itself.

    >>> from inventory.lead_time import lead_times
    >>> drawn_lead_times(lead_times([7.0, 2.0], 0.0), mornings=2, generator=np.random.default_rng(1))
    array([[7, 2],
           [7, 2]])
    """
    products = len(lead.days)
    chance = generator.random((mornings, products))
    reached = np.cumsum(lead.probabilities, axis=1)
    reached[:, -1] = 1.0  # whatever the last bits of the sum say
    step = (chance[..., None] >= reached).sum(axis=2)
    return np.asarray(lead.days[np.arange(products), step])
