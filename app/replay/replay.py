"""The past days again, ordered as the program advises and as its rivals would: what would have come of it.

No Dash, no clock.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.conditions import policy_of, with_learned_lead_times
from app.planning.promises import promises
from app.planning.supplier_terms import SupplierTerms
from app.replay.levels import ADVISED, WAYS, days_between_orders, order_levels, places_of
from app.replay.owner_stock import OwnerStock
from app.replay.past_terms import past_terms
from app.replay.values import Values, values_of
from app.replay.wanted import hidden_days, wanted
from data.shop_settings import ShopSettings
from forecasting.history import History
from inventory.drawn_lead_times import drawn_lead_times
from inventory.lead_time import lead_times, whole_days
from inventory.owner_record import is_possible, owner_record
from inventory.policy import Policy
from inventory.replay_figures import Outcome, cost_by_product, replay_outcome
from inventory.simulation import StockRecord, simulate

FEWEST_DAYS_BEFORE = 56
LONGEST_PAST_DAYS = 800  # what a replay can use of the days before those replayed: two years, and the settling
OWNER = "owner"
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
    `cost_by_product`. new: products that first sold too late to be replayed. unobserved: product days on which the
    usual demand stands in, since the product was sold out. by_order_days: whether it is known when suppliers take
    orders or close. left_out: codes of `left_out.py`.
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
    by_order_days: bool
    left_out: tuple[str, ...] = ()

    @property
    def spoils(self) -> bool:
        """Whether anything that was replayed has a shelf life."""
        return bool((~np.isnan(self.policy.shelf_life_days)).any())


def replay(
    history: History,
    products: pd.DataFrame,
    settings: ShopSettings,
    *,
    days: int,
    terms: SupplierTerms | None = None,
    owner: OwnerStock | None = None,
    country: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Replay:
    """Order the last `days` days of a history again, every day from what was known then.

    products: indexed by SKU with all conditions, for every product of the history. terms: of their suppliers. Each way
    of ordering begins with its own order-up-to level a protection interval before the first day, so that none lives on
    another's stock. Demand is what was sold, and the usual where a product was sold out (`wanted`). owner: what she did
    on these days, of every product of the history; where that is known of some products, only these are replayed, with
    "owner" as one more way. country: whose public holidays count; told from the sales where None. Raises TooShort.
    """
    first = len(history.days) - days
    # Of the products sold before the first day: one that came later must not change what was decided before.
    before = history.days[max(first - 1, 0)]
    begin = first - _settling_days(_policy(products.loc[list(history.until(before).skus)], settings, terms))
    if begin < FEWEST_DAYS_BEFORE:
        raise TooShort(max(days - FEWEST_DAYS_BEFORE + begin, 0))
    known = history.until(history.days[begin - 1]).skus
    sold_before = len(known)
    hers = _owner_record(owner, history, known, days=days) if owner is not None else None
    ways: tuple[str, ...] = WAYS
    if hers is not None:
        known, ways = tuple(np.array(known, dtype=object)[is_possible(hers)]), (*WAYS, OWNER)
    listed, replayed = products.loc[list(known)], history.part(places_of(known, history.skus))
    policy = _policy(listed, settings, terms, units=replayed.units[:begin])
    values = values_of(listed, holding_rate=settings.holding_rate)
    past = None if terms is None else past_terms(terms, listed, country=country, first_day=history.days[begin].date())
    asked = wanted(replayed, begin=begin)
    levels = order_levels(
        history, known, policy, begin=begin, first=first, terms=past, country=country, progress=progress
    )
    generator = np.random.default_rng(SEED)
    lead = lead_times(policy.lead_time_days, policy.lead_time_sd_days)
    takes = drawn_lead_times(lead, mornings=len(asked), generator=generator)
    record = simulate(
        levels,
        demand=asked,
        on_hand=levels.order_up_to[0],
        policy=policy,
        lead_days=takes if past is None else past.arrivals(history.days[begin:], takes),
    ).since(first - begin)
    if hers is not None:
        record = record.beside(hers.only(is_possible(hers)))
    return Replay(
        ways=ways,
        days=history.days[first:],
        settled=first - begin,
        products=listed,
        policy=policy,
        values=values,
        record=record,
        outcome=replay_outcome(record, values.money, generator=generator),
        cost=cost_by_product(record, values.money, order_cost=policy.order_cost),
        new=int((~np.isnan(history.units)).any(axis=0).sum()) - sold_before,
        unobserved=hidden_days(replayed, begin=first),
        by_order_days=past is not None,
    )


def worse_than(replay: Replay, rival: str) -> pd.DataFrame:
    """The products that cost more, by a cent or more, as advised than ordered as a rival does: sku, name, costs_more.

    The worst first; costs_more is money, as in `cost_by_product`.
    """
    ours, theirs = (replay.cost[replay.ways.index(way)] for way in (ADVISED, rival))
    products = replay.products
    table = pd.DataFrame(
        {
            "sku": products.index,
            "name": products["name"].fillna(products.index.to_series()).to_numpy(),
            "costs_more": (ours - theirs).round(2),
        }
    )
    return table[table["costs_more"] > 0].sort_values("costs_more", ascending=False, kind="stable", ignore_index=True)


def _owner_record(owner: OwnerStock, history: History, known: tuple[str, ...], *, days: int) -> StockRecord | None:
    """What the owner's stock did, of all known products; None where it is known of none."""
    sold = np.nan_to_num(history.part(places_of(known, history.skus)).units[-days:])
    hers = owner.part(known)
    record = owner_record(
        on_hand=hers.on_hand, on_order=hers.on_order, ordered=hers.ordered, received=hers.received, sold=sold
    )
    return record if is_possible(record).any() else None


def _policy(
    products: pd.DataFrame, settings: ShopSettings, terms: SupplierTerms | None, *, units: Floats | None = None
) -> Policy:
    """The conditions of the plan; units: the sales before (days, products), by which classes have their promises."""
    policy = policy_of(products, settings)
    if terms is not None:
        policy = with_learned_lead_times(policy, products, terms)
    if units is None:
        return policy
    return dataclasses.replace(policy, service_level=promises(products, settings, terms, units=units).level)


def _settling_days(policy: Policy) -> int:
    """Days after which nobody lives on what was there at the beginning: the longest protection interval."""
    return int((whole_days(policy.lead_time_days) + days_between_orders(policy)).max(initial=1))
