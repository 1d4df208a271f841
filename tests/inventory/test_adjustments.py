import numpy as np
import pytest

from inventory.adjustments import Adjustments, adjusted_quantity
from inventory.decision import decide
from inventory.demand import poisson_demand
from inventory.policy import Stock
from tests.inventory.examples import weekly_policy


def test_top_up_and_cut_move_the_advice_and_the_owners_number_replaces_it():
    decision = decide(
        poisson_demand([2.0] * 3, horizon=28), weekly_policy(lead_time_days=[7, 7, 7]), Stock(on_hand=[10, 10, np.nan])
    )
    adjustments = Adjustments(minimum_top_up=3, budget_cut=-5, override=[np.nan, 40, np.nan])
    np.testing.assert_array_equal(adjusted_quantity(decision, adjustments), [110, 40, np.nan])


def test_no_more_can_be_cut_than_was_advised():
    decision = decide(poisson_demand(2.0, horizon=28), weekly_policy(), Stock(on_hand=10))
    with pytest.raises(ValueError, match="minimum_wait and decided must be no more than the order, got -113"):
        adjusted_quantity(decision, Adjustments(budget_cut=-113))


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("minimum_top_up", -1, "zero or more"),
        ("minimum_wait", 1, "zero or less"),
        ("decided", 1, "zero or less"),
        ("budget_cut", 1, "zero or less"),
        ("override", -3, "zero or more"),
    ],
)
def test_an_adjustment_of_the_wrong_sign_is_refused(field, value, rule):
    with pytest.raises(ValueError, match=f"{field} must be {rule}, got {value}"):
        Adjustments(**{field: value})
