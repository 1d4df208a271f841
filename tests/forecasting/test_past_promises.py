import numpy as np
import pytest
from scipy.stats import binomtest

from forecasting.fitted_shop import fit_shop
from forecasting.past_promises import PastPromises, no_promises, past_promises
from forecasting.totals import Calibration, calibrate
from tests.forecasting.simulated import poisson_shop, shop_of

N_PRODUCTS, N_ORIGINS = 60, 40
SPANS = np.array([7, 14, 28])


def calibrated(actual: np.ndarray, *, levels: tuple[float, ...] = (0.5, 0.9)) -> Calibration:
    """Calibrated on forecasts of 100 for every total."""
    forecast = np.full_like(actual, 100.0)
    usual = np.full(actual.shape[:2], 100.0)
    return calibrate(forecast, actual, usual=usual, spans=SPANS, lot=np.ones(len(actual)), levels=np.array(levels))


def totals_around_100(*, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).poisson(100.0, (N_PRODUCTS, N_ORIGINS, 3)).astype(np.float64)


def judged(actual: np.ndarray) -> PastPromises:
    usual = np.full(actual.shape[:2], 100.0)
    return past_promises(calibrated(actual), forecast=np.full_like(actual, 100.0), actual=actual, usual=usual)


def test_fortnights_are_judged_that_do_not_overlap() -> None:
    promises = judged(totals_around_100())
    assert (promises.days, promises.level) == (14, 0.9)
    assert (promises.tried == N_ORIGINS // 2).all()


def test_calibrated_promises_are_kept_about_nine_times_in_ten() -> None:
    promises = judged(totals_around_100())
    assert promises.missed.sum() / promises.tried.sum() == pytest.approx(0.1, abs=0.03)
    assert (promises.chance() > 0.001).all()


def test_the_one_product_that_always_sells_more_breaks_its_promises() -> None:
    actual = totals_around_100()
    actual[7] += 40.0
    promises = judged(actual)
    assert promises.missed[7] >= promises.tried[7] / 2, "its bands are wider than the others', and not wide enough"
    assert np.flatnonzero(promises.chance() < 0.001).tolist() == [7]


def test_the_chance_is_that_of_a_one_sided_binomial_test() -> None:
    promises = PastPromises(14, 0.9, tried=np.array([26]), missed=np.array([8]))
    assert promises.chance()[0] == pytest.approx(binomtest(8, 26, 0.1, alternative="greater").pvalue)


def test_unknown_totals_and_young_shops_have_no_promises() -> None:
    actual = totals_around_100()
    actual[3] = np.nan
    assert judged(actual).tried[3] == 0
    assert judged(actual).chance()[3] == 1.0
    assert no_promises(2).chance().tolist() == [1.0, 1.0]


def test_a_quantile_of_the_past_is_that_of_the_same_forecast_ahead() -> None:
    """One calibration, two ways in: total of 14 days forecast, and its daily means."""
    fitted = fit_shop(shop_of(poisson_shop(n_days=200, n_products=20)), horizon=28).regulars
    assert fitted is not None
    usual = np.full(20, 3.0)
    ahead = fitted.calibration.quantiles(np.full((20, 28), 2.0), usual=usual, products=slice(0, 20))
    level = fitted.calibration.levels.tolist().index(0.9)
    span = fitted.calibration.spans.tolist().index(14)
    back = fitted.calibration.quantile_of(np.full((20, 1), 28.0), usual=usual[:, None], span=span, level=0.9)
    np.testing.assert_allclose(back[:, 0], ahead[:, 13, level])
