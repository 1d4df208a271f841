"""Bands are widened only where promises broke by more than chance, and by what it would have taken."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecasting.forecast import forecast_shop
from forecasting.history import build_history
from forecasting.widening import MOST, widened, widening
from tests.forecasting.simulated import sales_rows

MEAN, PROMISED = 20.0, 26.0


def settled(sold: list[float], *, days: int = 14, level: float = 0.9) -> pd.DataFrame:
    """Promises of 26 where 20 are expected, one product and origin each, origins far apart."""
    origins = pd.date_range("2023-01-01", periods=len(sold), freq="28D")
    table = pd.DataFrame({"origin": origins, "sku": "tea", "days": days, "level": level, "units": PROMISED})
    return table.assign(mean=MEAN, sold=sold, kept=[units <= PROMISED for units in sold])


def test_promises_that_are_kept_widen_nothing() -> None:
    told = widening(settled([20.0] * 27 + [30.0] * 3))
    assert told.factor == 1.0
    assert not told.is_needed
    assert (told.days, told.since) == (14, pd.Timestamp("2023-01-02"))


def test_the_factor_is_that_at_which_they_would_have_been_kept() -> None:
    told = widening(settled([20.0] * 20 + [32.0] * 10))
    assert told.factor == pytest.approx(2.0), "nine of ten sold 12 more than expected or less, 6 were allowed for"


def test_it_is_never_more_than_two_and_a_half() -> None:
    assert widening(settled([200.0] * 30)).factor == MOST


def test_too_few_promises_widen_nothing() -> None:
    assert widening(settled([200.0] * 10)).factor == 1.0
    assert widening(settled([]).iloc[:0]).since is None


def test_while_two_weeks_are_too_few_one_week_tells() -> None:
    both = pd.concat([settled([200.0] * 5), settled([32.0] * 30, days=7)], ignore_index=True)
    told = widening(both)
    assert told.days == 7
    assert told.factor == pytest.approx(2.0)


FORECAST = forecast_shop(build_history(sales_rows(np.random.default_rng(4).poisson(3.0, (100, 4)))), horizon=28)

STEPS = np.ones(len(FORECAST.skus))


@given(factor=st.floats(1.0, 3.0))
def test_wider_bands_are_nowhere_nearer_and_still_rise(factor: float) -> None:
    wide = widened(FORECAST, factor, steps=STEPS).totals
    assert (wide >= FORECAST.totals).all()
    assert (np.diff(wide, axis=1) >= 0).all()
    assert (np.diff(wide, axis=2) >= 0).all()
    assert (wide == np.round(wide)).all(), "whole pieces stay whole"


def test_a_factor_of_two_doubles_what_stands_above_the_mean() -> None:
    at = int(np.abs(FORECAST.levels - 0.9).argmin())
    mean = FORECAST.mean.cumsum(axis=1)[:, 13]
    wide = widened(FORECAST, 2.0, steps=0 * STEPS).totals[:, 13, at]
    np.testing.assert_allclose(wide - mean, 2 * (FORECAST.totals[:, 13, at] - mean))


def test_a_factor_of_one_changes_nothing() -> None:
    assert widened(FORECAST, 1.0, steps=STEPS) is FORECAST
