"""Tests of the race."""

import numpy as np

from forecasting.race import run_race


def _past(errors: list[float], n_origins: int = 52) -> np.ndarray:
    return np.array(errors)[:, None].repeat(n_origins, axis=1) + 10.0


def test_the_method_with_the_smaller_error_runs() -> None:
    result = run_race(_past([0.1, 3.0]), _past([3.0, 0.1]), _past([0.0, 0.0]))
    assert result.method[1] == "weekday_average"
    assert result.method[0] != "weekday_average"


def test_a_tie_goes_to_the_same_weekday_average() -> None:
    result = run_race(_past([1.0, 1.0]), _past([1.0, 1.0]), _past([0.0, 0.0]))
    assert result.method == ("weekday_average", "weekday_average")
    assert result.loss_ratio.tolist() == [1.0, 1.0]


def test_errors_on_opposite_sides_choose_the_mean_of_both() -> None:
    result = run_race(_past([2.0]), _past([-2.0]), _past([0.001]))
    assert result.method == ("arima_and_average",)
    np.testing.assert_allclose(result.mix(np.array([[[4.0]], [[2.0]]])), [[3.0]])


def test_a_product_without_past_follows_the_shop() -> None:
    arima, average, actual = _past([0.1, 0.1, 0.1]), _past([3.0, 3.0, 3.0]), _past([0.0, 0.0, 0.0])
    actual[2] = np.nan
    assert run_race(arima, average, actual).method == ("arima", "arima", "arima")


def test_few_origins_decide_little_against_the_shop() -> None:
    arima = np.concatenate((_past([0.1] * 20), _past([3.0])))
    average = np.concatenate((_past([3.0] * 20), _past([2.0])))
    actual = _past([0.0] * 21)
    actual[20, 2:] = np.nan
    assert run_race(arima, average, actual).method[20] == "arima"
