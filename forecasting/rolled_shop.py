"""What all models say of a whole shop: at its past origins, or of the days ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.history import History, weekdays_open_ahead
from forecasting.past import SHOWN_DAYS, RolledPast, actual_totals, opening, roll_past
from forecasting.runner import Runner

PRODUCTS_AT_ONCE = 250


@dataclass(frozen=True)
class FittedPast:
    """spans: those of which some product has a past error; past: totals over them.

    fitted: per runner what it estimated of each product, from everything (n_numbers, n_products).
    """

    spans: IntArray
    past: RolledPast
    fitted: tuple[FloatArray, ...]


def fit_past(
    history: History,
    clipped: History,
    runners: Sequence[Runner],
    *,
    origins: IntArray,
    spans: IntArray,
    sold: BoolArray,
    progress: Callable[[float], None],
) -> FittedPast:
    """Let all models forecast a shop from its past origins, and then fit them to all of it.

    clipped: the history with extreme days cut, which models see. sold: whether anything was sold in the whole shop on
    each day (n_days,). progress: called with the share done.
    """
    is_open = opening(sold, origins=origins, horizon=max(int(spans[-1]), SHOWN_DAYS))
    pasts, fitted = [], []
    for products in chunks(len(history.skus)):
        part = clipped.part(products)
        actual = actual_totals(history.part(products), origins=origins, spans=spans)
        pasts.append(roll_past(part, runners, actual=actual, origins=origins, spans=spans, is_open=is_open))
        fitted.append([runner.fit(part) for runner in runners])
        progress(products.stop / len(history.skus))
    actuals = np.concatenate([part.actual for part in pasts])
    usual = np.concatenate([part.usual for part in pasts])
    shown = np.concatenate([part.shown for part in pasts], axis=1)
    forecast = np.empty((len(shown), *actuals.shape), dtype=np.float32)
    for products in reversed(list(chunks(len(history.skus)))):
        forecast[:, products] = pasts.pop().forecast  # chunk by chunk, so that no two copies are held
    past = RolledPast(forecast, actuals, usual, shown)
    models = tuple(np.concatenate(of_one, axis=1) for of_one in zip(*fitted, strict=True))
    return FittedPast(*_known(spans, past), models)


def roll_ahead(
    clipped: History, runners: Sequence[Runner], fitted: Sequence[FloatArray], *, sold: BoolArray, horizon: int
) -> FloatArray:
    """Daily means (n_models, n_products, horizon) that all models forecast from the last day of a shop."""
    last = np.array([len(clipped.days) - 1])
    parts = []
    for products in chunks(len(clipped.skus)):
        part = clipped.part(products)
        said = [
            runner.roll(part, numbers[:, products], origins=last, horizon=horizon)[:, 0]
            for runner, numbers in zip(runners, fitted, strict=True)
        ]
        parts.append(np.concatenate(said))
    return np.concatenate(parts, axis=1) * weekdays_open_ahead(sold, horizon)


def _known(spans: IntArray, past: RolledPast) -> tuple[IntArray, RolledPast]:
    """Only the spans of which some product has a past error."""
    known = np.isfinite(past.forecast[0] - past.actual).any(axis=(0, 1))
    if known.all():
        return spans, past
    return spans[known], RolledPast(past.forecast[..., known], past.actual[..., known], past.usual, past.shown)


def chunks(n_products: int) -> Iterator[slice]:
    """Slices of PRODUCTS_AT_ONCE products: memory stays low and progress moves."""
    for begin in range(0, n_products, PRODUCTS_AT_ONCE):
        yield slice(begin, min(begin + PRODUCTS_AT_ONCE, n_products))
