from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inventory.demand import TotalDemand, normal_demand, poisson_demand
from inventory.fill_rate import Cycle, fill_rate, fill_rate_units
from inventory.lead_time import LeadTimes, lead_times
from inventory.protection import mixed_demand
from tests.inventory import oracle


def cycle_of(demand, *, start, end, lot=0.0):
    """An order cycle between two arrivals on certain days."""
    sure = np.ones((demand.products, 1))
    until = [mixed_demand(demand, LeadTimes(np.full((demand.products, 1), day), sure)) for day in (start, end)]
    return Cycle(until_start=until[0], until_end=until[1], lot=np.full(demand.products, lot))


@pytest.mark.parametrize("units", [650.0, 700.0, 720.0, 750.0])
def test_fill_rate_of_normal_demand_is_that_of_stockpyls_loss_function(units):
    """Fifty a day give or take 8, a week of delivery, ordered weekly: missed in 14 days less missed in 7, of 350."""
    missed = oracle.normal_loss(units, 700, 8 * 14**0.5)[0] - oracle.normal_loss(units, 350, 8 * 7**0.5)[0]
    cycle = cycle_of(normal_demand(50.0, 8.0, horizon=14), start=7, end=14)
    assert fill_rate(cycle, units) == pytest.approx([1 - missed / 350], rel=1e-9)


@pytest.mark.parametrize(("rate", "units"), [(2.0, 28), (2.0, 32), (2.0, 37), (11.5, 160), (11.5, 175)])
def test_fill_rate_of_poisson_demand_is_nearly_stockpyls(rate, units):
    """Nearly, for the distribution is known by fourteen quantiles only."""
    missed = oracle.poisson_loss(units, 14 * rate)[0] - oracle.poisson_loss(units, 7 * rate)[0]
    cycle = cycle_of(poisson_demand(rate, horizon=14), start=7, end=14)
    assert fill_rate(cycle, units) == pytest.approx([1 - missed / (7 * rate)], abs=0.006)


def test_a_lot_makes_the_cycle_longer_and_the_rate_higher():
    demand = normal_demand(50.0, 8.0, horizon=14)
    few, many = (cycle_of(demand, start=7, end=14, lot=lot) for lot in (0.0, 700.0))
    assert many.demand == [700.0]
    assert 1 - fill_rate(many, 700) == pytest.approx((1 - fill_rate(few, 700)) / 2)


def test_no_demand_misses_nothing():
    cycle = cycle_of(poisson_demand(0.0, horizon=14), start=7, end=14)
    assert fill_rate(cycle, 0).tolist() == [1.0]
    assert fill_rate_units(cycle, level=0.99).tolist() == [0.0]


def test_a_random_lead_time_needs_more_units():
    demand, days = poisson_demand(5.0, horizon=40), np.array([[17]])
    sure = Cycle(
        until_start=mixed_demand(demand, LeadTimes(days - 7, np.ones((1, 1)))),
        until_end=mixed_demand(demand, LeadTimes(days, np.ones((1, 1)))),
        lot=np.zeros(1),
    )
    lead = lead_times([10.0], [3.0])
    late = Cycle(
        until_start=mixed_demand(demand, lead),
        until_end=mixed_demand(demand, LeadTimes(lead.days + 7, lead.probabilities)),
        lot=np.zeros(1),
    )
    assert fill_rate_units(late, level=0.98) > fill_rate_units(sure, level=0.98)


@settings(max_examples=40)
@given(rate=st.sampled_from([0.1, 0.7, 3.0, 40.0]), level=st.floats(0.5, 0.999), lot=st.sampled_from([0.0, 9.0]))
def test_the_units_are_the_fewest_whole_ones_that_reach_the_rate(rate, level, lot):
    cycle = cycle_of(poisson_demand([rate], horizon=14), start=5, end=12, lot=lot)
    units = fill_rate_units(cycle, level=level)
    assert (fill_rate(cycle, units) >= level - 1e-6).all()
    assert units == 0 or (fill_rate(cycle, units - 1) < level).all()


def test_a_rate_that_is_no_share_is_refused():
    cycle = cycle_of(poisson_demand(1.0, horizon=14), start=7, end=14)
    with pytest.raises(ValueError, match="fill_rate must be between 0 and 1, got 98"):
        fill_rate_units(cycle, level=98)


def test_a_closed_day_between_two_arrivals_asks_for_no_endless_stock():
    """Five a day, closed on the second, on which calibrated quantiles of totals still rise by a unit."""
    open_ = poisson_demand(5.0, horizon=2)
    quantiles = open_.quantiles.copy()
    quantiles[:, 1] = quantiles[:, 0] + 1.0
    closed = TotalDemand(np.array([[5.0, 5.0]]), open_.levels, quantiles)
    cycle = cycle_of(closed, start=1, end=2)
    endless, sensible = (
        fill_rate_units(cycle, level=0.9),
        fill_rate_units(replace(cycle, usual=np.array([5.0])), level=0.9),
    )
    assert sensible[0] < 20 < endless[0]


def test_what_usually_sells_changes_no_cycle_in_which_half_of_it_sells():
    demand = poisson_demand(5.0, horizon=4)
    cycle = cycle_of(demand, start=2, end=4)
    np.testing.assert_array_equal(replace(cycle, usual=np.array([20.0])).demand, cycle.demand)
