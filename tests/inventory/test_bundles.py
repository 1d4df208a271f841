import numpy as np
import pytest

from inventory.bundles import Recipes, buildable, exploded, parts_of_bundles
from inventory.demand import normal_demand, poisson_demand

BOX_OF_SIX = Recipes(bundle=[0], part=[1], units=[6])
NESTED = Recipes(
    bundle=[0, 0, 1], part=[1, 2, 2], units=[2, 1, 3]
)  # a hamper of 2 boxes and 1 piece; a box is 3 pieces


def test_a_box_of_six_sells_six_and_has_no_demand_of_its_own():
    demand = exploded(poisson_demand([2.0, 5.0], horizon=7), BOX_OF_SIX)
    assert demand.expected(7).tolist() == [0.0, 7 * (5 + 12)]
    assert demand.quantile(7, 0.95)[0] == 0


def test_recipes_of_recipes_are_taken_apart_to_the_last_part():
    parts = parts_of_bundles(NESTED, products=3).toarray()
    assert parts.tolist() == [[0, 0, 7], [0, 0, 3], [0, 0, 0]]
    demand = exploded(poisson_demand([1.0, 2.0, 4.0], horizon=3), NESTED)
    assert demand.expected(3).tolist() == [0.0, 0.0, 3 * (4 + 7 + 6)]


def test_quantiles_that_go_together_add_up():
    demand = normal_demand([10.0, 50.0], [2.0, 8.0], horizon=4)
    together = exploded(demand, BOX_OF_SIX).quantile(4, 0.95)[1]
    each = demand.quantile(4, 0.95)
    assert together == pytest.approx(each[1] + 6 * each[0])


def test_independent_normal_totals_add_their_variances():
    demand = normal_demand([10.0, 50.0], [2.0, 8.0], horizon=4)
    apart = exploded(demand, BOX_OF_SIX, dependence="independent").quantile(4, [0.05, 0.95])
    deviation = 2 * np.sqrt(8.0**2 + 36 * 2.0**2)
    assert apart[1] == pytest.approx(440 + 1.6448536 * deviation)


def test_independent_sales_are_as_drawn_and_those_that_go_together_promise_no_less():
    random = np.random.default_rng(3)
    drawn = random.poisson(14.0 * 3, 200_000) + 6 * random.poisson(14.0, 200_000)
    demand = poisson_demand([1.0, 3.0], horizon=14)
    for level in (0.8, 0.9, 0.95, 0.99):
        apart = exploded(demand, BOX_OF_SIX, dependence="independent").quantile(14, level)[1]
        assert apart == pytest.approx(np.quantile(drawn, level), rel=0.03)
        assert exploded(demand, BOX_OF_SIX).quantile(14, level)[1] >= apart


def test_the_parts_on_hand_say_how_many_can_be_made():
    made = buildable([0, 7, 20], NESTED)
    assert made[:2].tolist() == [3.0, 6.0]
    assert np.isnan(made[2])
    assert buildable([0, np.nan, 20], NESTED)[0] == 0


def test_a_bundle_in_itself_is_refused():
    circle = Recipes(bundle=[0, 1], part=[1, 0], units=[1, 1])
    with pytest.raises(ValueError, match="bundle must not contain itself"):
        exploded(poisson_demand([1.0, 1.0], horizon=3), circle)


@pytest.mark.parametrize(
    ("recipe", "message"),
    [
        ({"units": [0]}, "units must be above zero, got 0"),
        ({"units": [1, 2]}, "part must have the 1 lines of bundle, got 1"),
    ],
)
def test_recipes_are_checked(recipe, message):
    with pytest.raises(ValueError, match=message):
        Recipes(**({"bundle": [0], "part": [1], "units": [6]} | recipe))


@pytest.mark.parametrize("name", ["bundle", "part"])
def test_a_part_that_is_no_product_is_refused(name):
    recipe = Recipes(**({"bundle": [0], "part": [1], "units": [6]} | {name: [2]}))
    with pytest.raises(ValueError, match=f"{name} must be one of 2 products, got 2"):
        exploded(poisson_demand([1.0, 1.0], horizon=3), recipe)
