"""What grows too old is thrown away, the oldest being sold first, and no unit is lost or made."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from inventory.decision import decide
from inventory.demand import poisson_demand
from inventory.policy import Policy, Stock
from inventory.simulation import OrderLevels, SpoilingLimits, StockRecord, simulate
from tests.inventory.examples import weekly_policy

DAYS = 12


def rolled(
    demand: np.ndarray, *, level: float, on_hand: float, shelf_life_days: list[float], lead: int = 1
) -> StockRecord:
    """Products (columns of demand) filled up to a level every day, each with its shelf life."""
    days, products = demand.shape
    levels = np.full((days, 1, products), level)
    return simulate(
        OrderLevels(reorder_point=levels - 1, order_up_to=levels),
        demand=demand,
        on_hand=np.full((1, products), on_hand),
        policy=weekly_policy(shelf_life_days=shelf_life_days),
        lead_days=np.full(products, lead),
    )


def told(record: StockRecord) -> dict[str, list[float]]:
    names = ("on_hand", "received", "sold", "spoiled", "ordered")
    return {name: getattr(record, name).ravel().tolist() for name in names}


def test_two_days_of_shelf_life_by_hand() -> None:
    """Ten fresh, four sold a day: two are left in the evening of their second day."""
    record = rolled(np.full((4, 1), 4.0), level=10, on_hand=10, shelf_life_days=[2])
    assert told(record) == {
        "on_hand": [10, 6, 0, 0],
        "received": [0, 0, 4, 6],
        "sold": [4, 4, 4, 4],
        "spoiled": [0, 2, 0, 0],
        "ordered": [0, 4, 6, 4],
    }


def test_what_keeps_for_a_day_is_gone_in_the_evening() -> None:
    record = rolled(np.array([[3.0], [5.0], [0.0]]), level=6, on_hand=6, shelf_life_days=[1])
    assert told(record)["spoiled"] == [3, 0, 6]
    assert told(record)["on_hand"] == [6, 0, 0], "what the first evening left was thrown away"
    assert told(record)["sold"] == [3, 0, 0], "ordered in the morning of the second day, there on the third"


def by_batches(record: StockRecord, *, shelf_life_days: int) -> list[float]:
    """The same with a list of deliveries, each with its day: what was thrown away on each day."""
    batches: list[list[float]] = [[0, float(record.on_hand[0, 0, 0])]]
    thrown = []
    for day, (received, sold) in enumerate(zip(record.received.ravel(), record.sold.ravel(), strict=True)):
        batches.append([day, received])
        for batch in batches:
            taken = min(batch[1], sold)
            batch[1], sold = batch[1] - taken, sold - taken
        old = [batch for batch in batches if batch[0] + shelf_life_days <= day + 1]
        thrown.append(sum(batch[1] for batch in old))
        batches = [batch for batch in batches if batch not in old]
    return thrown


DEMANDS = arrays(np.float64, (DAYS, 1), elements=st.sampled_from([0.0, 0.0, 1.0, 2.5, 7.0, 19.0]))


@given(demand=DEMANDS, life=st.integers(1, 6), level=st.sampled_from([1.0, 6.0, 20.0]), lead=st.integers(0, 3))
def test_ages_are_those_of_a_list_of_deliveries(demand: np.ndarray, life: int, level: float, lead: int) -> None:
    record = rolled(demand, level=level, on_hand=level, shelf_life_days=[life], lead=lead)
    np.testing.assert_allclose(record.spoiled.ravel(), by_batches(record, shelf_life_days=life), atol=1e-6)
    evening = record.on_hand + record.received - record.sold - record.spoiled
    np.testing.assert_allclose(record.on_hand[1:], evening[:-1], atol=1e-9)
    assert (evening >= 0).all()


@given(demand=DEMANDS, level=st.sampled_from([1.0, 6.0, 20.0]))
def test_what_keeps_is_not_touched_by_what_spoils_beside_it(demand: np.ndarray, level: float) -> None:
    alone = rolled(demand, level=level, on_hand=level, shelf_life_days=[np.nan])
    beside = rolled(np.tile(demand, (1, 2)), level=level, on_hand=level, shelf_life_days=[np.nan, 2])
    longer = rolled(demand, level=level, on_hand=level, shelf_life_days=[DAYS + 1])
    for name in ("on_hand", "received", "sold", "ordered", "on_order", "spoiled"):
        kept = getattr(alone, name)
        assert kept.tobytes() == getattr(beside, name)[..., :1].tobytes() == getattr(longer, name).tobytes()
    assert not alone.spoiled.any()


@pytest.mark.parametrize("on_hand", [0.0, 3.0, 12.0, 20.0, 33.0, 60.0])
@pytest.mark.parametrize("pack_size", [1.0, 8.0])
def test_a_way_with_a_limit_orders_what_would_be_advised_for_its_stock(on_hand: float, pack_size: float) -> None:
    policy = Policy(
        lead_time_days=4, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
        maximum_cover_days=90, shelf_life_days=3, price=3, unit_cost=1, pack_size=pack_size,
    )  # fmt: skip
    demand = poisson_demand(5.0, horizon=28)
    whatever = decide(demand, policy, Stock(on_hand=np.array([np.nan])))
    one = (1, 1, 1)
    record = simulate(
        OrderLevels(
            reorder_point=whatever.reorder_point.reshape(one),
            order_up_to=whatever.order_up_to.reshape(one),
            spoiling=SpoilingLimits(
                position=whatever.shelf_life_limit.reshape(one),
                until_arrival=whatever.lead_time_demand.round().reshape(one),
            ),
        ),
        demand=np.zeros((1, 1)),
        on_hand=np.array([[on_hand]]),
        policy=policy,
        lead_days=np.array([4]),
    )
    assert record.ordered.ravel() == decide(demand, policy, Stock(on_hand=on_hand)).order_quantity
