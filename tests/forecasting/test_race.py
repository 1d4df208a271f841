"""Tests of the race."""

from itertools import pairwise

import numpy as np

from forecasting.fitted_shop import fit_shop
from forecasting.race import RIVAL, PastLosses, margins, past_losses, run_race
from forecasting.seat import bearers, shares_by_name
from tests.forecasting.simulated import poisson_shop, shop_of

NAMES = ("smoothing", "arima")


def _losses(smoothing: list[float], arima: list[float], *, origins: float = 52.0) -> PastLosses:
    return PastLosses(np.array([smoothing, arima])[:, :, None], np.full(len(smoothing), origins))


def _methods(losses: PastLosses, names: tuple[str, ...] = NAMES) -> tuple[str, ...]:
    n_products = losses.loss.shape[1]
    race = run_race(losses, rate=np.ones(n_products), names=names)
    return bearers(shares_by_name(race.weights, names), ("",) * n_products)


def test_losses_are_the_mean_absolute_errors_of_what_is_known() -> None:
    forecast = np.array([[[[3.0], [5.0], [9.0]]]])
    losses = past_losses(forecast, np.array([[[1.0], [4.0], [np.nan]]]))
    assert losses.loss.tolist() == [[[1.5]]]
    assert losses.origins.tolist() == [2.0]


def test_the_model_with_the_smaller_error_bears_the_forecast() -> None:
    assert _methods(_losses([3.0, 0.1], [0.1, 3.0])) == ("arima", "smoothing")


def test_models_of_equal_error_are_averaged() -> None:
    race = run_race(_losses([1.0], [1.0]), rate=np.ones(1), names=NAMES)
    np.testing.assert_allclose(race.mix(np.array([[[4.0]], [[2.0]]])), [[3.0]])


def test_models_that_share_a_name_bear_a_forecast_together() -> None:
    losses = PastLosses(np.array([[5.0], [1.0], [1.0]])[:, :, None], np.array([52.0]))
    assert _methods(losses, ("arima", "smoothing", "smoothing")) == ("smoothing",)


def test_the_rival_is_no_part_of_the_mixture_however_good_it_is() -> None:
    race = run_race(_losses([0.1], [3.0]), rate=np.ones(1), names=(RIVAL, "arima"))
    assert race.weights.tolist() == [[0.0], [1.0]]


def test_a_product_without_past_follows_the_shop() -> None:
    losses = PastLosses(np.array([[3.0, 3.0, np.nan], [0.1, 0.1, np.nan]])[:, :, None], np.array([52.0, 52.0, 0.0]))
    assert _methods(losses) == ("arima",) * 3


def test_few_origins_decide_little_against_the_shop() -> None:
    loss = np.array([[3.0] * 20 + [2.0], [0.1] * 20 + [3.0]])[:, :, None]
    assert _methods(PastLosses(loss, np.array([52.0] * 20 + [2.0])))[20] == "arima"


def test_the_margin_is_the_share_by_which_errors_are_smaller() -> None:
    actual = np.full((2, 52, 1), 10.0)
    chosen, rival = actual + 0.5, (actual + 1.0).astype(np.float32)
    np.testing.assert_allclose(margins(chosen, rival, actual, spans=np.array([7])), 0.5)


def test_weights_move_little_when_a_day_is_added_though_all_models_are_alike() -> None:
    units = poisson_shop(n_days=256, n_products=12, seed=4) + 1.0
    races = []
    for n_days in range(250, 257):
        fitted = fit_shop(shop_of(units[:n_days]), horizon=28).regulars
        assert fitted is not None
        races.append(fitted.mixture.race)
    moved = [np.abs(new.weights - old.weights).sum(axis=0) / 2.0 for old, new in pairwise(races)]
    assert np.mean(moved) < 0.15
