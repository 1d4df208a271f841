"""Estimating the coefficients of one ARIMA order for many products at once.

Least squares on the one-step errors (conditional sum of squares) by Levenberg and Marquardt's method. The time
loop is shared: the model and its slightly shifted copies that give the derivatives run side by side.
"""

from dataclasses import dataclass

import numpy as np

from forecasting.arrays import BoolArray, FloatArray
from forecasting.filter import PreparedHistory, prepare, run_filter
from forecasting.order import Order
from forecasting.polynomials import bounded, expand, split

STEPS = 8  # enough to converge from anywhere
SHIFT = 1e-4
PRIOR_DEVIATION = 0.15  # of the free parameters (Fisher's z): a belief worth some forty observations
SLOW, SLOW_MA, SLOW_SEASONAL_MA = 2.2, -1.4, -1.5  # free parameters that bound to 0.97, -0.88, -0.9


@dataclass(frozen=True)
class _Trial:
    """Loss (n_products,), its Jacobian's products, at free parameters (n_parameters, n_products)."""

    free: FloatArray
    loss: FloatArray
    gradient: FloatArray
    curvature: FloatArray


@dataclass(frozen=True)
class _Prior:
    """Normal prior on the free parameters: centre (n_parameters,), and one standard deviation for all."""

    centre: FloatArray
    deviation: float


def fit(units: FloatArray, order: Order, *, prior_deviation: float = PRIOR_DEVIATION, steps: int = STEPS) -> FloatArray:
    """Coefficients (n_parameters, n_products) of the order for histories (n_days, n_products).

    Always stationary and invertible. A prior, the same for all shops, draws the parameters toward those of a slowly
    changing level and season, the more the fewer the observations; a product without any gets the prior itself.
    A `prior_deviation` of 5 leaves the estimate to the data alone.
    """
    prepared = prepare(units, order)
    prior = _Prior(_prior_centre(order), prior_deviation)
    free = np.repeat(prior.centre[:, None], units.shape[1], axis=1)
    if order.n_parameters == 0:
        return free
    copies = _side_by_side(prepared, order.n_parameters + 1)
    errors = _errors(copies, order, free)
    scale = _error_scale(prepared, errors[:, 0])
    best = _trial(errors, free, scale=scale, prior=prior)
    damping = np.full(units.shape[1], 1e-2)
    for _ in range(steps):
        free = _step(best, damping)
        trial = _trial(_errors(copies, order, free), free, scale=scale, prior=prior)
        better = trial.loss < best.loss
        best = _keep(best, trial, better)
        damping = np.where(better, damping / 5.0, damping * 10.0)
    return bounded(order, best.free)


def _prior_centre(order: Order) -> FloatArray:
    """Free parameters of the prior: the first of each kind is that of a slowly changing level and season.

    Where a difference already stands for the slow change, the autoregression's centre is 0.
    """
    values = np.zeros((order.n_parameters, 1))
    phi, theta, seasonal_phi, seasonal_theta = split(order, values)
    phi[:1] = 0.0 if order.d else SLOW
    theta[:1] = SLOW_MA
    seasonal_phi[:1] = 0.0 if order.D else SLOW
    seasonal_theta[:1] = SLOW_SEASONAL_MA
    return values[:, 0]


def _side_by_side(prepared: PreparedHistory, copies: int) -> PreparedHistory:
    """A history several times over, products within copies."""
    return PreparedHistory(np.tile(prepared.units, (1, copies)), np.tile(prepared.counted, (1, copies)))


def _errors(copies: PreparedHistory, order: Order, free: FloatArray) -> FloatArray:
    """One-step errors (n_days, n_parameters + 1, n_products) at `free`, and with each parameter shifted a little."""
    n_parameters, n_products = free.shape
    shifted = np.repeat(free[:, None, :], n_parameters + 1, axis=1)
    shifted[np.arange(n_parameters), np.arange(n_parameters) + 1] += SHIFT
    polynomials = expand(order, bounded(order, shifted.reshape(n_parameters, -1)))
    return run_filter(copies, polynomials, reach=order.reach).errors.reshape(-1, n_parameters + 1, n_products)


def _error_scale(prepared: PreparedHistory, errors: FloatArray) -> FloatArray:
    """Root mean squared one-step error (n_products,) at the prior, so that losses are free of units."""
    count = prepared.counted.sum(axis=0)
    spread = np.sqrt((errors**2).sum(axis=0) / np.maximum(count, 1))
    return np.where(spread > 0, spread, 1.0)


def _trial(errors: FloatArray, free: FloatArray, *, scale: FloatArray, prior: _Prior) -> _Trial:
    """Loss and derivatives at `free`, from the errors there and beside it."""
    here = errors[:, 0] / scale
    slopes = (errors[:, 1:] - errors[:, :1]) / (SHIFT * scale)
    belief = (free - prior.centre[:, None]) / prior.deviation
    loss = np.einsum("ti,ti->i", here, here) + (belief**2).sum(axis=0)
    gradient = np.einsum("tki,ti->ik", slopes, here) + belief.T / prior.deviation
    curvature = np.einsum("tki,tli->ikl", slopes, slopes) + np.eye(len(free)) / prior.deviation**2
    return _Trial(free, np.where(np.isfinite(loss), loss, np.inf), gradient, curvature)


def _step(trial: _Trial, damping: FloatArray) -> FloatArray:
    """The damped Gauss-Newton step from a trial, at most one unit per parameter."""
    diagonal = np.einsum("ikk->ik", trial.curvature)
    damped = trial.curvature + np.einsum("ik,kl->ikl", diagonal * damping[:, None], np.eye(diagonal.shape[1]))
    step = np.linalg.solve(damped, -trial.gradient[..., None])[..., 0]
    return np.asarray(np.clip(trial.free + np.clip(step.T, -1.0, 1.0), -4.0, 4.0))


def _keep(best: _Trial, trial: _Trial, better: BoolArray) -> _Trial:
    """Product by product the better of two trials."""
    return _Trial(
        np.where(better, trial.free, best.free),
        np.where(better, trial.loss, best.loss),
        np.where(better[:, None], trial.gradient, best.gradient),
        np.where(better[:, None, None], trial.curvature, best.curvature),
    )
