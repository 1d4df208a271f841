import numpy as np
import pytest
import statsmodels.api as sm
from statsmodels.datasets import macrodata
from statsmodels.tsa.statespace.sarimax import SARIMAX

from forecasting.arima import Arima
from forecasting.diagnostics import ERROR_LAGS, correlation, diagnose_arima, unit_root
from forecasting.order_search import DEFAULT_ORDER, ORDERS
from tests.forecasting.simulated import poisson_shop, shop_of, simulate


def test_the_unit_root_test_agrees_with_stata_on_american_output() -> None:
    """Values of Stata's dfuller, as in the tests of statsmodels: quarterly real GDP, four lags, a constant."""
    outcome = unit_root(macrodata.load_pandas().data["realgdp"].to_numpy(), lags=4)
    assert outcome is not None
    assert outcome.statistic == pytest.approx(0.97505319, abs=2e-6)
    assert outcome.p_value == pytest.approx(0.99399563, abs=1e-6)
    assert outcome.lags == 4


@pytest.mark.parametrize(("estimated", "p_value"), [(0, 0.263940335284713), (2, 0.0729532930400377)])
def test_the_test_of_ljung_and_box_agrees_with_r(estimated: int, p_value: float) -> None:
    """Box.test(residuals(fm), lag = 4, type = "Ljung-Box", fitdf = ...) of R, as in the tests of statsmodels."""
    data = macrodata.load_pandas().data
    growth = {name: 400.0 * np.diff(np.log(data[name].to_numpy())) for name in ("realgdp", "realinv")}
    regressors = sm.add_constant(np.column_stack((growth["realgdp"], data["realint"].to_numpy()[:-1])))
    outcome = correlation(sm.OLS(growth["realinv"], regressors).fit().resid, lags=4, estimated=estimated)
    assert outcome is not None
    assert outcome.statistic == pytest.approx(5.23587172795227, rel=1e-10)
    assert outcome.p_value == pytest.approx(p_value, rel=1e-10)


def test_a_random_walk_has_a_unit_root_and_noise_has_none() -> None:
    noise = np.random.default_rng(0).normal(size=400)
    walk, level = unit_root(np.cumsum(noise)), unit_root(noise)
    assert walk is not None
    assert level is not None
    assert walk.p_value > 0.1
    assert level.p_value < 0.001


@pytest.mark.parametrize("series", [np.zeros(100), np.full(100, 3.0), np.arange(20.0)])
def test_a_series_that_never_changes_or_is_too_short_is_not_tested(series: np.ndarray) -> None:
    assert unit_root(series) is None


def test_a_week_repeated_exactly_is_no_random_walk() -> None:
    outcome = unit_root(np.tile([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 9.0], 30))
    assert outcome is not None
    assert outcome.p_value < 0.01


def test_errors_of_the_true_model_hold_no_structure_and_those_of_a_missing_one_do() -> None:
    white = np.random.default_rng(1).normal(size=500)
    season = white + 0.7 * np.roll(white, 7)
    clean, structured = (correlation(errors, lags=ERROR_LAGS, estimated=3) for errors in (white, season))
    assert clean is not None
    assert structured is not None
    assert clean.p_value > 0.05
    assert structured.p_value < 1e-6
    assert correlation(np.zeros(100), lags=ERROR_LAGS, estimated=3) is None


def test_the_errors_are_the_one_step_errors_of_the_same_model_in_statsmodels() -> None:
    parameters = [0.8, -0.5, -0.6]
    units = 20.0 + simulate(DEFAULT_ORDER, parameters, n_days=400)
    fitted = np.array([ORDERS.index(DEFAULT_ORDER), *parameters, 0.0])[:, None]
    errors = Arima().one_step_errors(shop_of(units), fitted)[:, 0]
    model = SARIMAX(units[:, 0], order=(1, 0, 1), seasonal_order=(0, 1, 1, 7))
    np.testing.assert_allclose(errors[250:], model.filter([*parameters, 1.0]).forecasts_error[0, 250:], atol=1e-6)
    assert np.isnan(errors[:8]).all()


def test_a_product_is_diagnosed_as_it_takes_part_in_the_race() -> None:
    units = poisson_shop(n_days=300, n_products=5, seed=3)
    units[:, 2] = np.random.default_rng(0).poisson(8.0 + 5.0 * (np.arange(300) % 7 > 4))
    history = shop_of(units)
    told = diagnose_arima(history, 2)
    assert told is not None
    assert told.order == "(1,0,1)(0,1,1)7"
    assert dict(told.coefficients).keys() == {"phi", "theta", "Theta"}
    expected = Arima().fit(history)[1:4, 2]
    np.testing.assert_allclose([values[0] for _, values in told.coefficients], expected)
    assert told.errors == 300 - DEFAULT_ORDER.ar_reach
    assert told.spread == pytest.approx(np.sqrt(9.4), rel=0.15)
    assert told.unit_root is not None
    assert told.unit_root.p_value < 0.01
    assert told.correlation is not None
    assert told.correlation.lags == ERROR_LAGS
    assert told.correlation.p_value > 0.01


def test_days_that_were_not_observed_are_no_errors() -> None:
    history = shop_of(poisson_shop(n_days=200, n_products=3))
    hidden = history.units.copy()
    hidden[100:120, 0] = np.nan
    whole, gappy = diagnose_arima(history, 0), diagnose_arima(history.with_units(hidden), 0)
    assert whole is not None
    assert gappy is not None
    assert abs(gappy.errors - whole.errors + 20) <= DEFAULT_ORDER.ar_reach  # the order may be another


@pytest.mark.parametrize("n_days", [1, 30, 42])
def test_a_young_product_has_no_diagnosis(n_days: int) -> None:
    units = poisson_shop(n_days=100, n_products=3)
    units[: 100 - n_days, 0] = 0.0
    assert diagnose_arima(shop_of(units), 0) is None
    assert diagnose_arima(shop_of(units[-n_days:]), 0) is None
