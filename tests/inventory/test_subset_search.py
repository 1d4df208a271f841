import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from inventory.subset_search import WINDOW, Steps, least_price, most_worth


@st.composite
def steps(draw, most=WINDOW):
    """Single steps in order of worth for money; every second follows the one before it, as packs of a product do."""
    size = draw(st.integers(1, most))
    price = np.array(draw(st.lists(st.integers(1, 30), min_size=size, max_size=size)), dtype=float)
    value = np.sort(draw(st.lists(st.floats(0.1, 5), min_size=size, max_size=size)))[::-1]
    follows = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    previous = np.array([place - 1 if place and after else -1 for place, after in enumerate(follows)])
    return Steps(price, price * value, previous)


def possible(steps):
    size = steps.price.size
    every = ((np.arange(2**size)[:, None] >> np.arange(size)) & 1).astype(bool)
    after = steps.previous >= 0
    return every[(every[:, after] <= every[:, steps.previous[after]]).all(axis=1)]


@settings(max_examples=80)
@given(given_=steps(), share=st.floats(0, 1.1))
def test_few_steps_are_chosen_as_by_trying_all(given_, share):
    budget, every = share * given_.price.sum(), possible(given_)
    chosen = most_worth(given_, budget=budget)
    best = (every @ given_.worth)[every @ given_.price <= budget + 1e-9].max()
    assert given_.price[chosen].sum() <= budget + 1e-9
    np.testing.assert_allclose(given_.worth[chosen].sum(), best)


@settings(max_examples=80)
@given(given_=steps(), share=st.floats(0, 1))
def test_a_worth_is_reached_as_cheaply_as_by_trying_all(given_, share):
    turned = Steps(given_.worth, given_.price, given_.previous)  # cheapest first for what they are worth
    order = np.argsort(turned.price / turned.worth, kind="stable")
    turned = Steps(turned.price[order], turned.worth[order], np.full(order.size, -1))
    worth, every = share * turned.worth.sum() * (1 - 1e-12), possible(turned)
    chosen = least_price(turned, worth=worth)
    assert turned.worth[chosen].sum() >= worth - 1e-6
    best = (every @ turned.price)[every @ turned.worth >= worth - 1e-9].min()
    np.testing.assert_allclose(turned.price[chosen].sum(), best)


@settings(max_examples=40)
@given(given_=steps(most=30), budgets=st.tuples(st.floats(0, 600), st.floats(0, 600)))
def test_more_money_is_never_worth_less(given_, budgets):
    low, high = (given_.worth[most_worth(given_, budget=budget)].sum() for budget in sorted(budgets))
    assert low <= high + 1e-9


def test_too_few_steps_reach_nothing():
    assert least_price(Steps(np.ones(2), np.ones(2), np.full(2, -1)), worth=3.0) is None
    nothing = Steps(np.zeros(0), np.zeros(0), np.zeros(0, dtype=int))
    assert least_price(nothing, worth=1.0) is None
    assert most_worth(nothing, budget=5.0).size == 0
