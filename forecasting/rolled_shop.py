"""What all models say of a whole shop: at its past origins, or of the days ahead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.chunks import chunks
from forecasting.history import History
from forecasting.past import RolledPast, actual_totals, roll_past
from forecasting.runner import Runner
from forecasting.spread import IN_TURN, Spread


@dataclass(frozen=True)
class FittedPast:
    """spans: those of which some product has a past error; past: totals over them.

    fitted: per runner what it estimated of each product, from everything (n_numbers, n_products).
    """

    spans: IntArray
    past: RolledPast
    fitted: tuple[FloatArray, ...]


@dataclass(frozen=True)
class _PartToFit:
    """What `fit_past` needs of some products, as there."""

    history: History
    clipped: History
    runners: tuple[Runner, ...]
    origins: IntArray
    spans: IntArray
    is_open: FloatArray


@dataclass(frozen=True)
class _PartAhead:
    """What `roll_ahead` needs of some products, as there."""

    clipped: History
    runners: tuple[Runner, ...]
    fitted: tuple[FloatArray, ...]
    origins: IntArray
    horizon: int


def fit_past(
    history: History,
    clipped: History,
    runners: tuple[Runner, ...],
    *,
    origins: IntArray,
    spans: IntArray,
    is_open: FloatArray,
    progress: Callable[[float], None],
    spread: Spread = IN_TURN,
) -> FittedPast:
    """Let all models forecast a shop from its past origins, and then fit them to all of it.

    clipped: the history with extreme days cut, which models see. is_open: as for `roll_past`. progress: called with the
    share done. spread: who works on the parts of the shop.
    """
    slices = list(chunks(len(history.skus)))
    parts = (
        _PartToFit(history.part(products), clipped.part(products), _of_part(runners, products), origins, spans, is_open)
        for products in slices
    )
    pasts, fitted = [], []
    for products, (past_of_part, fitted_to_part) in zip(slices, spread.run(_fit_part, parts), strict=True):
        pasts.append(past_of_part)
        fitted.append(fitted_to_part)
        progress(products.stop / len(history.skus))
    actuals = np.concatenate([part.actual for part in pasts])
    usual = np.concatenate([part.usual for part in pasts])
    shown = np.concatenate([part.shown for part in pasts], axis=1)
    forecast = np.empty((len(shown), *actuals.shape), dtype=np.float32)
    for products in reversed(slices):
        forecast[:, products] = pasts.pop().forecast  # chunk by chunk, so that no two copies are held
    past = RolledPast(forecast, actuals, usual, shown)
    models = tuple(np.concatenate(of_one, axis=1) for of_one in zip(*fitted, strict=True))
    return FittedPast(*_known(spans, past), models)


def _fit_part(part: _PartToFit) -> tuple[RolledPast, list[FloatArray]]:
    """The past of some products, and what the runners estimated of them."""
    actual = actual_totals(part.history, origins=part.origins, spans=part.spans)
    past = roll_past(
        part.clipped, part.runners, actual=actual, origins=part.origins, spans=part.spans, is_open=part.is_open
    )
    return past, [runner.fit(part.clipped) for runner in part.runners]


def roll_ahead(
    clipped: History,
    runners: tuple[Runner, ...],
    fitted: tuple[FloatArray, ...],
    *,
    is_open: FloatArray,
    spread: Spread = IN_TURN,
) -> FloatArray:
    """Daily means (n_models, n_products, horizon) that all models forecast from the last day of a shop.

    is_open: (horizon,) factors on the days ahead, 0 where the shop will be closed.
    """
    last = np.array([len(clipped.days) - 1])
    return roll_from(clipped, runners, fitted, origins=last, horizon=len(is_open), spread=spread)[:, 0] * is_open


def roll_from(
    clipped: History,
    runners: tuple[Runner, ...],
    fitted: tuple[FloatArray, ...],
    *,
    origins: IntArray,
    horizon: int,
    spread: Spread = IN_TURN,
) -> FloatArray:
    """Daily means (n_models, n_origins, n_products, horizon) that all models forecast from each of some evenings.

    origins: ascending rows. As if the shop were open on all days.
    """
    parts = (
        _PartAhead(
            clipped.part(products),
            _of_part(runners, products),
            tuple(numbers[:, products] for numbers in fitted),
            origins,
            horizon,
        )
        for products in chunks(len(clipped.skus))
    )
    return np.concatenate(list(spread.run(_ahead_of_part, parts)), axis=2)


def _ahead_of_part(part: _PartAhead) -> FloatArray:
    """Daily means (n_models, n_origins, n_products, horizon) of some products."""
    said = [
        runner.roll(part.clipped, numbers, origins=part.origins, horizon=part.horizon)
        for runner, numbers in zip(part.runners, part.fitted, strict=True)
    ]
    return np.concatenate(said)


def _of_part(runners: tuple[Runner, ...], products: slice) -> tuple[Runner, ...]:
    return tuple(runner.part(products) for runner in runners)


def _known(spans: IntArray, past: RolledPast) -> tuple[IntArray, RolledPast]:
    """Only the spans of which some product has a past error."""
    known = np.isfinite(past.forecast[0] - past.actual).any(axis=(0, 1))
    if known.all():
        return spans, past
    return spans[known], RolledPast(past.forecast[..., known], past.actual[..., known], past.usual, past.shown)
