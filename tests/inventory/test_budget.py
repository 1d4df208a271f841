import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inventory.budget import more_money, offers, purchase
from inventory.demand import normal_demand, poisson_demand
from inventory.protection import protection_demand
from tests.inventory.examples import weekly_policy

CASES = 500


def random_case(random, products, most_packs):
    """Products of all speeds, costs and margins, fixed and random lead times, packs and minimums."""
    cost = random.integers(1, 40, products) / 2
    policy = weekly_policy(
        lead_time_days=random.integers(1, 8, products),
        lead_time_sd_days=random.choice([0, 1.5], products),
        pack_size=random.choice([1, 2, 6], products),
        moq=random.choice([0, 0, 5], products),
        unit_cost=cost,
        price=cost * random.uniform(1.05, 3, products),
    )
    least = np.ceil(policy.moq / policy.pack_size)
    packs = random.integers(0, most_packs + 1, products)
    planned = np.where(packs > 0, np.maximum(packs, least), 0) * policy.pack_size
    position = random.integers(-2, 20, products).astype(float)
    protection = protection_demand(poisson_demand(random.gamma(1, 3, products), horizon=40), policy)
    return planned, {"position": position, "protection": protection, "policy": policy}


def best_by_trying_all(planned, *, position, protection, policy, budget):
    """Every combination of packs that the suppliers take."""
    most = (planned / policy.pack_size).astype(int)
    least = np.maximum(np.ceil(policy.moq / policy.pack_size), 1).astype(int)
    counts = [[0, *range(first, last + 1)] for first, last in zip(least, most, strict=True)]
    packs = np.array(list(itertools.product(*counts)))
    units = np.arange(most.max() + 1) * policy.pack_size[:, None]
    short = protection.expected_short(position[:, None] + units)
    worth = (short[:, :1] - short) * policy.margin[:, None]
    saved = sum(worth[product, packs[:, product]] for product in range(planned.size))
    return saved[packs @ (policy.pack_size * policy.unit_cost) <= budget + 1e-9].max()


def test_five_hundred_small_budgets_are_spent_as_well_as_by_trying_all(record_property):
    random, gaps = np.random.default_rng(0), []
    for _ in range(CASES):
        planned, given_ = random_case(random, random.integers(2, 6), 3)
        budget = random.uniform(0, 1.1) * (planned * given_["policy"].unit_cost).sum()
        bought = purchase(offers(planned, **given_), budget=budget)
        best = best_by_trying_all(planned, **given_, budget=budget)
        assert bought.spent <= budget + 1e-9
        gaps.append(1 - bought.saved / best if best > 0 else 0.0)
    record_property("largest_gap", max(gaps))
    assert max(gaps) < 1e-6


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32 - 1), share=st.floats(0, 1))
def test_offers_of_some_products_are_those_made_of_them_alone(seed, share):
    random = np.random.default_rng(seed)
    planned, given_ = random_case(random, 8, 6)
    wanted = random.random(8) < 0.6
    alone = offers(np.where(wanted, planned, 0.0), **given_)
    some = offers(planned, **given_).only(wanted)
    np.testing.assert_array_equal(some.steps.previous, alone.steps.previous)
    np.testing.assert_allclose(some.steps.worth, alone.steps.worth, atol=1e-12)
    budget = share * (planned * given_["policy"].unit_cost).sum()
    np.testing.assert_array_equal(purchase(some, budget=budget).units, purchase(alone, budget=budget).units)


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32 - 1), budgets=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_more_money_never_saves_less_and_no_budget_is_exceeded(seed, budgets):
    planned, given_ = random_case(np.random.default_rng(seed), 10, 6)
    offered, price = offers(planned, **given_), (planned * given_["policy"].unit_cost).sum()
    low, high = (purchase(offered, budget=share * price) for share in sorted(budgets))
    assert low.saved <= high.saved + 1e-9
    assert high.spent <= max(budgets) * price + 1e-9
    packs = high.units / given_["policy"].pack_size
    np.testing.assert_allclose(packs, np.rint(packs))
    assert ((high.units == 0) | (high.units >= given_["policy"].moq)).all()


def test_money_for_everything_buys_the_whole_plan():
    planned, given_ = random_case(np.random.default_rng(4), 30, 90)
    offered = offers(planned, **given_)
    bought = purchase(offered, budget=(planned * given_["policy"].unit_cost).sum())
    np.testing.assert_array_equal(bought.units, planned)
    assert (bought.put_off == 0).all()
    assert (bought.risk == 0).all()


def two_products(**conditions):
    """Both sell 50 a day give or take 8 and are out; the first earns 3 a unit, the second 1, both cost 2."""
    usual = {"lead_time_days": [0, 0], "review_period_days": 1, "unit_cost": 2, "price": [5, 3]}
    policy = weekly_policy(**(usual | conditions))
    protection = protection_demand(normal_demand([50.0, 50.0], [8.0, 8.0], horizon=1), policy)
    return offers(np.array([40.0, 40.0]), position=np.zeros(2), protection=protection, policy=policy)


def test_what_earns_more_is_bought_first_and_the_rest_is_put_off_with_its_risk():
    bought = purchase(two_products(), budget=100)
    assert bought.units.tolist() == [40.0, 10.0]
    assert bought.spent == 100.0
    assert bought.put_off.tolist() == [0.0, 30.0]
    assert bought.risk == pytest.approx([0.0, 30.0], abs=0.7)  # nearly all of them would sell, at 1 each


def test_the_next_money_says_what_it_buys():
    more = more_money(two_products(), budget=100, more=20)
    assert more.units.tolist() == [0.0, 10.0]
    assert more.spent == 20.0
    assert more.saved == pytest.approx(10.0, abs=0.1)


def test_no_money_buys_nothing():
    assert purchase(two_products(), budget=0).units.tolist() == [0.0, 0.0]


def test_what_has_no_cost_cannot_be_in_a_budget():
    offered = two_products(unit_cost=[np.nan, 2])
    assert offered.cost_unknown.tolist() == [True, False]
    bought = purchase(offered, budget=1000)
    assert bought.units.tolist() == [0.0, 40.0]
    assert np.isnan(bought.risk[0])


def test_without_a_price_the_usual_margin_stands_in():
    offered = two_products(price=[5, np.nan])
    assert offered.margin_assumed.tolist() == [False, True]
    assert purchase(offered, budget=1000).risk.tolist() == [0.0, 0.0]


@pytest.mark.parametrize("budget", [-1, np.nan, np.inf])
def test_a_budget_that_is_no_money_is_refused(budget):
    with pytest.raises(ValueError, match="budget must be zero or more, got"):
        purchase(two_products(), budget=budget)
