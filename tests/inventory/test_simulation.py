"""The simulator does what a pencil does, what another program does, and loses no unit on any day."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from inventory.policy import Policy
from inventory.simulation import OrderLevels, StockRecord, simulate
from tests.inventory.examples import weekly_policy
from tests.inventory.oracle import simulated_stock

DAYS, WAYS, PRODUCTS = 12, 2, 3


def one(
    demand: list[float], *, s: list[float], up_to: list[float], on_hand: float, lead: int | list[int], **terms: float
) -> StockRecord:
    """One product under one way of ordering; levels of NaN on days that are no order days."""
    column = (len(demand), 1, 1)
    levels = OrderLevels(
        reorder_point=np.array(s, dtype=float).reshape(column), order_up_to=np.array(up_to, dtype=float).reshape(column)
    )
    lead_days = np.array([lead]) if isinstance(lead, int) else np.array(lead)[:, None]
    return simulate(
        levels,
        demand=np.array(demand, dtype=float)[:, None],
        on_hand=np.array([[on_hand]], dtype=float),
        policy=weekly_policy(**terms),
        lead_days=lead_days,
    )


def told(record: StockRecord) -> dict[str, list[float]]:
    names = ("on_hand", "received", "sold", "ordered", "on_order")
    return {name: getattr(record, name).ravel().tolist() for name in names}


def each(value: float, days: int) -> list[float]:
    return [value] * days


# --- five cases worked out by hand


def test_a_shelf_that_is_looked_at_every_day_orders_what_it_sold() -> None:
    record = one([3, 0, 4, 1], s=each(9, 4), up_to=each(10, 4), on_hand=10, lead=2)
    assert told(record) == {
        "on_hand": [10, 7, 7, 3],
        "received": [0, 0, 0, 3],
        "sold": [3, 0, 4, 1],
        "ordered": [0, 3, 0, 4],
        "on_order": [0, 3, 3, 4],
    }


def test_what_no_stock_serves_is_lost() -> None:
    record = one([5, 5, 5], s=each(4, 3), up_to=each(6, 3), on_hand=6, lead=1)
    assert told(record)["on_hand"] == [6, 1, 0]
    assert told(record)["sold"] == [5, 1, 5], "the four missed on the second day do not come back"
    assert record.missed.ravel().tolist() == [0, 4, 0]


def test_orders_are_made_on_order_days_only() -> None:
    weekly = [20, *each(np.nan, 2), 20, np.nan]
    record = one([4, 4, 4, 4, 4], s=weekly, up_to=weekly, on_hand=20, lead=1)
    assert told(record)["ordered"] == [0, 0, 0, 12, 0]
    assert told(record)["received"] == [0, 0, 0, 0, 12]


def test_orders_come_in_packs_and_above_the_minimum() -> None:
    record = one([1, 6, 0], s=each(4, 3), up_to=each(5, 3), on_hand=5, lead=1, pack_size=6, moq=15)
    assert told(record)["ordered"] == [0, 18, 0], "one is missing, fifteen are the least, in packs of six eighteen"
    assert told(record)["on_hand"] == [5, 4, 0]


def test_an_order_without_lead_time_is_on_the_shelf_the_same_day_and_a_later_one_may_overtake() -> None:
    record = one([2, 2, 2, 2], s=each(3, 4), up_to=each(4, 4), on_hand=4, lead=[0, 2, 0, 0])
    assert told(record)["ordered"] == [0, 2, 2, 2]
    assert told(record)["received"] == [0, 0, 2, 4]
    assert told(record)["on_order"] == [0, 2, 2, 0]


# --- another program


@pytest.mark.parametrize(("lead", "s", "up_to"), [(0, 29, 30), (2, 29, 45), (3, 30, 60), (5, 59, 60)])
def test_stock_runs_as_in_stockpyl(lead: int, s: float, up_to: float) -> None:
    """Stockpyl orders in the evening, so its lead time of L + 1 days is one of L mornings here; it owes what it lacks,
    so the cases lack nothing."""
    demand = [5, 9, 0, 7, 3, 12, 4, 6, 8, 2, 10, 1, 5, 5, 0, 9]
    theirs = simulated_stock(demand, reorder_point=s, order_up_to=up_to, lead_time=lead + 1, on_hand=up_to)
    ours = one(demand, s=each(s, len(demand)), up_to=each(up_to, len(demand)), on_hand=up_to, lead=lead)
    assert min(theirs.left) >= 0
    assert (ours.on_hand + ours.received - ours.sold).ravel().tolist() == theirs.left
    assert told(ours)["ordered"][1:] == theirs.ordered[:-1]
    assert told(ours)["received"] == theirs.received


# --- laws


@dataclass(frozen=True)
class Case:
    levels: OrderLevels
    demand: np.ndarray
    on_hand: np.ndarray
    policy: Policy
    lead_days: np.ndarray

    def run(self) -> StockRecord:
        return simulate(
            self.levels, demand=self.demand, on_hand=self.on_hand, policy=self.policy, lead_days=self.lead_days
        )


def units(*shape: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float64, shape, elements=st.sampled_from([0.0, 0.0, 1.0, 0.35, 2.125, 7.0, 40.0]))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    point = draw(units(DAYS, WAYS, PRODUCTS))
    point[draw(arrays(np.bool_, (DAYS, WAYS, PRODUCTS)))] = np.nan
    return Case(
        OrderLevels(reorder_point=point, order_up_to=point + draw(units(DAYS, WAYS, PRODUCTS))),
        demand=draw(units(DAYS, PRODUCTS)),
        on_hand=draw(units(WAYS, PRODUCTS)),
        policy=weekly_policy(
            pack_size=draw(st.lists(st.sampled_from([0.25, 1.0, 6.0]), min_size=PRODUCTS, max_size=PRODUCTS)),
            moq=draw(st.sampled_from([0.0, 5.0])),
        ),
        lead_days=draw(arrays(np.int64, (DAYS, PRODUCTS), elements=st.integers(0, 9))),
    )


@given(case=cases())
def test_no_unit_is_lost_or_made(case: Case) -> None:
    record = case.run()
    assert (record.on_hand >= 0).all()
    assert (record.on_order >= 0).all()
    evening = record.on_hand + record.received - record.sold
    np.testing.assert_allclose(record.on_hand[1:], evening[:-1], atol=1e-9)
    on_order = np.cumsum(record.ordered - record.received, axis=0)
    np.testing.assert_allclose(record.on_order, on_order, atol=1e-6)


@given(case=cases())
def test_sales_are_the_smaller_of_stock_and_demand(case: Case) -> None:
    record = case.run()
    np.testing.assert_array_equal(record.sold, np.minimum(record.on_hand + record.received, record.demand[:, None]))
    np.testing.assert_allclose(record.missed, record.demand[:, None] - record.sold, atol=5e-4)


@given(case=cases())
def test_every_order_arrives_after_its_lead_time_and_nothing_else_does(case: Case) -> None:
    record = case.run()
    expected = np.zeros_like(record.received)
    for day, way, product in np.argwhere(record.ordered > 0):
        arrival = day + case.lead_days[day, product]
        if arrival < DAYS:
            expected[arrival, way, product] += record.ordered[day, way, product]
    np.testing.assert_allclose(record.received, expected, atol=1e-9)


@given(case=cases())
def test_an_order_is_made_exactly_where_the_position_is_at_or_below_the_reorder_point(case: Case) -> None:
    record = case.run()
    before = np.concatenate([np.zeros((1, WAYS, PRODUCTS)), record.on_order[:-1]])
    position = (record.on_hand + before).round(3)
    due = position <= case.levels.reorder_point
    missing = (case.levels.order_up_to - position).round(3) > 0
    np.testing.assert_array_equal(record.ordered > 0, due & missing)
    after = (position + record.ordered)[due]
    assert (after >= case.levels.order_up_to[due] - 1e-6).all()


@given(case=cases(), later=st.integers(1, DAYS - 1))
def test_what_sells_later_changes_nothing_before(case: Case, later: int) -> None:
    changed = case.demand.copy()
    changed[later:] += 3
    first, again = case.run(), Case(case.levels, changed, case.on_hand, case.policy, case.lead_days).run()
    for name in ("on_hand", "received", "ordered", "on_order"):
        reach = later + 1 if name in ("on_hand", "ordered", "received") else later
        assert getattr(first, name)[:reach].tobytes() == getattr(again, name)[:reach].tobytes()


@given(case=cases())
def test_ways_that_order_alike_differ_by_exactly_nothing(case: Case) -> None:
    same = OrderLevels(
        reorder_point=np.repeat(case.levels.reorder_point[:, :1], WAYS, axis=1),
        order_up_to=np.repeat(case.levels.order_up_to[:, :1], WAYS, axis=1),
    )
    on_hand = np.repeat(case.on_hand[:1], WAYS, axis=0)
    record = Case(same, case.demand, on_hand, case.policy, case.lead_days).run()
    for name in ("on_hand", "received", "sold", "ordered", "on_order", "missed"):
        values = getattr(record, name)
        assert values[:, 0].tobytes() == values[:, 1].tobytes()


def test_a_record_can_begin_later() -> None:
    record = one([3, 0, 4, 1], s=each(9, 4), up_to=each(10, 4), on_hand=10, lead=2).since(2)
    assert told(record)["on_hand"] == [7, 3]
    assert record.demand.ravel().tolist() == [4, 1]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"demand": np.zeros((3, 1))}, r"demand must have the shape \(2, 1\), got \(3, 1\)"),
        ({"demand": np.array([[0.0], [-1.0]])}, "demand must be zero or more, got -1"),
        ({"on_hand": np.zeros((2, 1))}, r"on_hand must have the shape \(1, 1\)"),
        ({"lead_days": np.array([-1])}, "lead_days must be zero or more, got -1"),
        ({"lead_days": np.array([1, 1])}, r"lead_days must have the shape \(1,\), got \(2,\)"),
        ({"policy": weekly_policy(pack_size=[1, 2])}, r"policy must have the shape \(1,\), got \(2,\)"),
    ],
)
def test_what_does_not_fit_is_refused(changed: dict[str, object], said: str) -> None:
    level = np.ones((2, 1, 1))
    given_ = {
        "demand": np.zeros((2, 1)),
        "on_hand": np.zeros((1, 1)),
        "policy": weekly_policy(),
        "lead_days": np.array([1]),
    }
    with pytest.raises(ValueError, match=said):
        simulate(OrderLevels(reorder_point=level, order_up_to=level), **(given_ | changed))
