"""Tests of the race."""

from itertools import pairwise

import numpy as np

from forecasting.fitted_shop import fit_shop
from forecasting.race import RIVAL, PastLosses, keep_to_rival, margins, past_losses, run_race
from tests.forecasting.simulated import poisson_shop, shop_of

NAMES = (RIVAL, "arima")


def _losses(rival: list[float], arima: list[float], *, origins: float = 52.0) -> PastLosses:
    return PastLosses(np.array([rival, arima])[:, :, None], np.full(len(rival), origins))


def test_losses_are_the_mean_absolute_errors_of_what_is_known() -> None:
    forecast = np.array([[[[3.0], [5.0], [9.0]]]])
    losses = past_losses(forecast, np.array([[[1.0], [4.0], [np.nan]]]))
    assert losses.loss.tolist() == [[[1.5]]]
    assert losses.origins.tolist() == [2.0]


def test_the_model_with_the_smaller_error_bears_the_forecast() -> None:
    race = run_race(_losses([3.0, 0.1], [0.1, 3.0]), rate=np.ones(2), names=NAMES)
    assert race.method == ("arima", RIVAL)


def test_models_of_equal_error_are_averaged() -> None:
    race = run_race(_losses([1.0], [1.0]), rate=np.ones(1), names=NAMES)
    assert race.method == ("combination",)
    np.testing.assert_allclose(race.mix(np.array([[[4.0]], [[2.0]]])), [[3.0]])


def test_models_that_share_a_name_bear_a_forecast_together() -> None:
    losses = PastLosses(np.array([[5.0], [1.0], [1.0]])[:, :, None], np.array([52.0]))
    assert run_race(losses, rate=np.ones(1), names=(RIVAL, "smoothing", "smoothing")).method == ("smoothing",)


def test_a_product_without_past_follows_the_shop() -> None:
    losses = PastLosses(np.array([[3.0, 3.0, np.nan], [0.1, 0.1, np.nan]])[:, :, None], np.array([52.0, 52.0, 0.0]))
    assert run_race(losses, rate=np.ones(3), names=NAMES).method == ("arima",) * 3


def test_few_origins_decide_little_against_the_shop() -> None:
    losses = PastLosses(np.array([[3.0] * 20 + [2.0], [0.1] * 20 + [3.0]])[:, :, None], np.array([52.0] * 20 + [2.0]))
    assert run_race(losses, rate=np.ones(21), names=NAMES).method[20] == "arima"


def test_what_does_not_beat_the_same_weekday_average_gives_way_to_it() -> None:
    race = run_race(_losses([1.0, 1.0], [1.0, 1.0]), rate=np.ones(2), names=NAMES)
    assert keep_to_rival(race, np.array([True, False]), NAMES).method == ("combination", RIVAL)


def test_the_margin_is_the_share_by_which_errors_are_smaller() -> None:
    chosen = PastLosses(np.array([[[0.5], [0.5]]]), np.array([52.0, 52.0]))
    rival = PastLosses(np.array([[[1.0], [1.0]]]), np.array([52.0, 52.0]))
    np.testing.assert_allclose(margins(chosen, rival), 0.5)


def test_weights_move_little_when_a_day_is_added_though_all_models_are_alike() -> None:
    units = poisson_shop(n_days=256, n_products=12, seed=4) + 1.0
    races = []
    for n_days in range(250, 257):
        fitted = fit_shop(shop_of(units[:n_days]), horizon=28).regulars
        assert fitted is not None
        races.append(fitted.race)
    moved = [np.abs(new.weights - old.weights).sum(axis=0) / 2.0 for old, new in pairwise(races)]
    assert np.mean(moved) < 0.15
