"""Drawn days add up to totals that vary as the forecast says."""

import numpy as np
import pytest

from inventory.demand import TotalDemand, normal_demand, poisson_demand
from inventory.demand_paths import demand_paths, in_whole_pieces, total_variance

DAYS = 14 * 3000


def totals(demand: TotalDemand, over: int = 14) -> np.ndarray:
    """Drawn totals of so many days (totals, products)."""
    rows = np.arange(demand.products)
    paths = demand_paths(
        demand, np.full(demand.products, over), rows=rows, days=DAYS, generator=np.random.default_rng(1)
    )
    return paths.reshape(-1, over, demand.products).sum(axis=1)


@pytest.mark.parametrize(("mean", "sd"), [(50.0, 12.0), (9.5, 2.25)])
def test_what_is_weighed_has_the_mean_and_spread_of_the_forecast(mean: float, sd: float) -> None:
    demand = normal_demand(mean, sd, horizon=14, levels=np.linspace(0.01, 0.99, 99))
    drawn = totals(demand)
    assert drawn.mean() == pytest.approx(14 * mean, rel=0.01)
    assert drawn.std() == pytest.approx(np.sqrt(14) * sd, rel=0.03)


def test_pieces_are_whole_and_have_mean_and_spread_too() -> None:
    lumpy = TotalDemand(
        poisson_demand(4.0, horizon=14).mean,
        np.array([0.05, 0.5, 0.95]),
        np.round(np.maximum(np.arange(1, 15)[None, :, None] * 4.0 + np.array([-20.0, 0.0, 20.0]), 0.0)),
    )
    drawn = totals(lumpy)
    assert (drawn == np.round(drawn)).all()
    assert drawn.mean() == pytest.approx(56, rel=0.02)
    wanted = np.sqrt(total_variance(lumpy, np.array([14]))[0])
    assert wanted == pytest.approx(20 / 1.645, rel=0.05)
    assert drawn.std() == pytest.approx(wanted, rel=0.04)


def test_what_varies_no_more_than_chance_is_poisson() -> None:
    drawn = totals(poisson_demand([0.2, 3.0], horizon=14))
    np.testing.assert_allclose(drawn.mean(axis=0), [2.8, 42.0], rtol=0.03)
    np.testing.assert_allclose(drawn.var(axis=0), [2.8, 42.0], rtol=0.08)


def test_what_does_not_sell_is_not_asked_for() -> None:
    assert not totals(poisson_demand([0.0], horizon=14)).any()


def test_whole_pieces_are_told_by_the_quantiles() -> None:
    assert in_whole_pieces(poisson_demand([2.0, 0.0], horizon=7)).tolist() == [True, True]
    assert in_whole_pieces(normal_demand(2.0, 1.0, horizon=7)).tolist() == [False]
