"""Tests of how the models' forecasts become one."""

from dataclasses import replace

import numpy as np
import pytest

from forecasting.fitted_regulars import FittedRegulars
from forecasting.fitted_shop import fit_shop
from forecasting.history import History
from forecasting.mixture import Mixture
from forecasting.seen_sales import SeenSales, seen_sales
from tests.forecasting.simulated import poisson_shop, shop_of

HORIZON = 28


def _fitted(history: History) -> FittedRegulars:
    fitted = fit_shop(history, horizon=HORIZON).regulars
    assert fitted is not None
    return fitted


def _seen(history: History) -> SeenSales:
    return seen_sales(history, country=None, horizon=HORIZON, origins=np.array([len(history.days) - 1]))


def _ahead(mixture: Mixture, history: History, said: np.ndarray) -> np.ndarray:
    return mixture.ahead(said, _seen(history), origin=len(history.days) - 1, days=np.ones(HORIZON))


@pytest.fixture(scope="module")
def history() -> History:
    return shop_of(poisson_shop(n_days=460, n_products=8, seed=3) + 1.0)


@pytest.fixture(scope="module")
def mixture(history: History) -> Mixture:
    return _fitted(history).mixture


def test_where_year_and_total_count_for_nothing_it_is_what_the_race_says(mixture: Mixture, history: History) -> None:
    said = np.random.default_rng(1).gamma(4.0, 1.0, (len(mixture.race.weights), 8, HORIZON))
    plain = replace(mixture, power=0.0, own_power=0.0, total_share=0.0)
    np.testing.assert_allclose(_ahead(plain, history, said), mixture.race.mix(said), rtol=1e-12)


def test_models_that_all_say_less_than_usual_are_drawn_up_toward_the_total(mixture: Mixture, history: History) -> None:
    said = np.full((len(mixture.race.weights), 8, HORIZON), 3.0)
    plain = replace(mixture, power=0.0, own_power=0.0, total_share=0.5)
    at_gap, lower = (_ahead(replace(plain, usual_gap=gap), history, said) for gap in (0.0, -0.2))
    np.testing.assert_allclose(lower / at_gap, np.exp(0.5 * 0.2), rtol=1e-9)


def test_some_of_the_products_keep_their_weights(mixture: Mixture) -> None:
    some = mixture.part(np.array([5, 2]))
    np.testing.assert_array_equal(some.race.weights, mixture.race.weights[:, [5, 2]])
    assert (some.power, some.own_power, some.usual_gap) == (mixture.power, mixture.own_power, mixture.usual_gap)


def test_every_share_is_one(mixture: Mixture) -> None:
    assert all(0.0 <= share <= 1.0 for share in (mixture.power, mixture.own_power, mixture.total_share))
