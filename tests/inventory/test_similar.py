import numpy as np
import pytest
from scipy.stats import nbinom, poisson

from inventory.demand import LEVELS, TotalDemand, normal_demand, poisson_demand
from inventory.similar import like_similar


def test_a_new_product_sells_its_share_of_the_similar_one():
    demand = like_similar(poisson_demand([4.0, 0.0, 1.0], horizon=7), product=[1], similar=[0], share=0.5)
    assert demand.expected(7).tolist() == [28.0, 14.0, 7.0]


def test_a_share_of_poisson_sales_is_nearly_poisson():
    demand = like_similar(poisson_demand([20.0, 0.0], horizon=7), product=[1], similar=[0], share=0.25)
    for level in (0.05, 0.5, 0.9, 0.95, 0.99):
        assert demand.quantile(7, level)[1] == pytest.approx(poisson.ppf(level, 35), abs=1.5)


def test_a_share_of_lumpy_sales_stays_lumpy():
    """A gamma mixture of Poisson purchases, each of which goes to the new product with chance one half."""
    levels = np.array(LEVELS)
    whole, half = nbinom(4, 4 / 104), nbinom(4, 4 / 54)  # mean 100 and 50, the same shape
    demand = TotalDemand([[100.0], [0.0]], levels, np.stack([[whole.ppf(levels)], [np.zeros(levels.size)]]))
    new = like_similar(demand, product=[1], similar=[0], share=0.5)
    for level in (0.25, 0.5, 0.8, 0.95):
        assert new.quantile(1, level)[1] == pytest.approx(half.ppf(level), rel=0.06)


def test_the_same_share_is_the_same_demand():
    demand = like_similar(normal_demand([50.0, 0.0], [8.0, 0.0], horizon=5), product=[1], similar=[0])
    np.testing.assert_allclose(demand.quantiles[1], demand.quantiles[0])


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"share": 0}, "share must be above zero, got 0"),
        ({"similar": [2]}, "similar must be one of 2 products, got 2"),
        ({"product": [-1]}, "product must be one of 2 products, got -1"),
    ],
)
def test_what_cannot_be_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        like_similar(poisson_demand([1.0, 0.0], horizon=3), **({"product": [1], "similar": [0]} | wrong))
