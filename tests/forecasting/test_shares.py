"""Tests of what is told of shares."""

import numpy as np
import pytest

from forecasting.arrays import FloatArray
from forecasting.shares import posterior_shares


def _share(announced: FloatArray, came: FloatArray, *, prior: float = 0.5, deviation: float = 0.2) -> float:
    sums = (announced @ announced, announced @ came, came @ came, float(len(came)))
    squares, moments, errors, cases = (np.array([each]) for each in sums)
    share = posterior_shares(
        squares, moments, errors, cases, prior=prior, deviation=deviation, cases_per_independent=1.0
    )
    return float(share[0])


def _announced(n: int) -> FloatArray:
    return np.random.default_rng(3).normal(0.0, 0.2, n)


def test_without_cases_the_prior_is_believed() -> None:
    assert _share(np.zeros(0), np.zeros(0), prior=0.3) == 0.3


def test_the_share_is_the_slope_of_ridge_regression_toward_the_prior() -> None:
    announced, noise = _announced(50), np.random.default_rng(4).normal(0.0, 0.1, 50)
    came = 0.7 * announced + noise
    slope = announced @ came / (announced @ announced)
    variance = np.mean((came - slope * announced) ** 2)
    ridge = variance / 0.2**2
    expected = 0.5 + announced @ (came - 0.5 * announced) / (announced @ announced + ridge)
    assert _share(announced, came) == pytest.approx(expected, rel=1e-12)


def test_what_always_comes_about_in_full_or_never_is_learned() -> None:
    announced, noise = _announced(400), np.random.default_rng(4).normal(0.0, 0.01, 400)
    assert _share(announced, announced + noise) > 0.98
    assert _share(announced, noise) < 0.02


def test_shares_stay_between_nothing_and_all() -> None:
    announced = _announced(400)
    assert _share(announced, -3.0 * announced) == 0.0
    assert _share(announced, 3.0 * announced) == 1.0
