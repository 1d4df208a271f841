"""Tests of how far products' levels move."""

import numpy as np
import pytest

from forecasting.drift import USUAL_DRIFT, level_drift


@pytest.mark.parametrize("drift", [0.0, 0.05, 0.3])
def test_the_drift_that_a_shop_was_simulated_with_is_found(drift: float) -> None:
    random = np.random.default_rng(0)
    before = random.gamma(2.0, 5.0, 400)
    after = before * np.exp(random.normal(0, np.sqrt(drift), 400))
    level = np.concatenate((np.tile(before, (28, 1)), np.tile(after, (28, 1))))
    units = random.poisson(level).astype(float)
    assert abs(level_drift(units, np.ones(400)) - drift) < 0.02 + 0.2 * drift


def test_clumps_are_not_taken_for_drift() -> None:
    cases = np.random.default_rng(0).poisson(0.5, (56, 400)) * 12.0
    assert level_drift(cases, np.full(400, 12.0)) < 0.03 < level_drift(cases, np.ones(400))


def test_a_shop_too_young_to_tell_drifts_as_usual() -> None:
    assert level_drift(np.ones((20, 3)), np.ones(3)) == USUAL_DRIFT
    assert level_drift(np.full((60, 3), np.nan), np.ones(3)) == pytest.approx(USUAL_DRIFT)


def test_few_products_say_little() -> None:
    units = np.full((56, 1), 50.0)
    assert 0.2 * USUAL_DRIFT < level_drift(units, np.ones(1)) < USUAL_DRIFT
