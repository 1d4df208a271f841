"""Diagnostics of a product's ARIMA, by statsmodels: whether its level returns, whether its errors hold structure."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.tsa.stattools import adfuller

from forecasting.arima import Arima, orders_of
from forecasting.arrays import FloatArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.extremes import clip_extremes, rolling_limits
from forecasting.history import History
from forecasting.weekly_rows import weekly_origins

FEWEST_ERRORS = 5 * DAYS_PER_WEEK
ERROR_LAGS = 2 * DAYS_PER_WEEK  # two seasons (Hyndman and Athanasopoulos, fpp3, 5.4)


@dataclass(frozen=True)
class Outcome:
    """The outcome of a test: statistic, p value, and how many lags it looked at."""

    statistic: float
    p_value: float
    lags: int


@dataclass(frozen=True)
class ArimaDiagnostics:
    """What is known of the ARIMA of one product.

    order: as (p,d,q)(P,D,Q)7. coefficients: by the names phi, theta, Phi, Theta, each in ascending lag.
    errors: how many one-step errors were judged. spread: their standard deviation, units a day.
    unit_root: of the sales, None where they never change. correlation: of the errors, None where there are none.
    """

    order: str
    coefficients: tuple[tuple[str, tuple[float, ...]], ...]
    errors: int
    spread: float
    unit_root: Outcome | None
    correlation: Outcome | None


def diagnose_arima(history: History, product: int) -> ArimaDiagnostics | None:
    """Fit the ARIMA of one product as the race does, and test it; None where it has too few one-step errors.

    Sales are those the models see, extreme days cut. Days without observed demand are left out of both tests.
    """
    own = history.part(np.array([product]))
    weekly = weekly_origins(len(own.days))
    if not len(weekly):
        return None
    shown = own.with_units(clip_extremes(own.units, rolling_limits(own.units, origins=weekly), origins=weekly))
    model = Arima()
    fitted = model.fit(shown)
    errors = model.one_step_errors(shown, fitted)[:, 0]
    errors = errors[~np.isnan(errors)]
    if len(errors) < FEWEST_ERRORS:
        return None
    units, order = shown.units[:, 0], orders_of(fitted)[0]
    return ArimaDiagnostics(
        order=str(order).removeprefix("ARIMA"),
        coefficients=model.named(fitted[:, 0]),
        errors=len(errors),
        spread=float(np.sqrt(np.mean(errors**2))),
        unit_root=unit_root(units[~np.isnan(units)]),
        correlation=correlation(errors, lags=ERROR_LAGS, estimated=order.n_parameters),
    )


def unit_root(series: FloatArray, *, lags: int | None = None) -> Outcome | None:
    """The augmented Dickey-Fuller test, with a constant; a low p value says that the level returns.

    series: (n_days,), without gaps. lags: of differences; chosen by AIC where none is given (Dickey and Fuller,
    Econometrica 49, 1981; p values of MacKinnon 1994). None for a constant or very short series.
    """
    if len(series) < FEWEST_ERRORS or np.ptp(series) == 0:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a series that follows its week exactly is rank-deficient, and stationary
        told = adfuller(series, maxlag=lags, regression="c", autolag=None if lags else "AIC", result_object=True)
    return _outcome(told.statistic, told.pvalue, told.lags)


def correlation(errors: FloatArray, *, lags: int, estimated: int) -> Outcome | None:
    """The test of Ljung and Box; a low p value says that the errors still hold structure.

    errors: (n_days,), without gaps. estimated: coefficients of the model, taken off the degrees of freedom
    (Ljung and Box, Biometrika 65, 1978). None where all errors are 0.
    """
    if not np.any(errors):
        return None
    told = acorr_ljungbox(errors, lags=[lags], model_df=estimated)
    return _outcome(told["lb_stat"].iloc[0], told["lb_pvalue"].iloc[0], lags)


def _outcome(statistic: float, p_value: float, lags: int) -> Outcome | None:
    known = np.isfinite(statistic) and np.isfinite(p_value)
    return Outcome(float(statistic), float(p_value), int(lags)) if known else None
