"""The race: how much each model counts in the forecast of each product, told from errors at past origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forecasting.arrays import Float32Array, FloatArray, IntArray
from forecasting.chunks import chunks

RIVAL = "weekday_average"  # what every forecast has to beat
JUDGED_SPANS = (1, 7, 14, 28)
SHOP_WEIGHT = 104.0  # the shop counts like this many independent origins, four times a year of the product's own
OWN_MARGIN_ORIGINS = 26.0  # a year of its own and the shop count alike in a product's margin
ORIGINS_PER_INDEPENDENT = 2.0  # weekly origins of totals overlap
TEMPERATURE = 0.05  # of the weights: a loss higher by this share weighs less by e
FLAT = 130.0  # the prior that size does not matter, in past totals
LARGEST_SIZE = 2.5


@dataclass(frozen=True)
class PastLosses:
    """Mean absolute error of totals (n_models, n_products, n_spans), NaN where unknown; origins they come from."""

    loss: FloatArray
    origins: FloatArray


@dataclass(frozen=True)
class RaceResult:
    """weights (n_models, n_products), adding up to 1 for each product; that of RIVAL is 0 where others take part."""

    weights: FloatArray

    def part(self, products: IntArray) -> RaceResult:
        """The race of some of the products."""
        return RaceResult(self.weights[:, products])

    def mix(self, forecasts: FloatArray | Float32Array) -> FloatArray:
        """The products' forecasts (n_products, ...) from those of the models (n_models, n_products, ...)."""
        return np.asarray(np.einsum("rp,rp...->p...", self.weights.astype(forecasts.dtype), forecasts))


def past_losses(forecast: FloatArray | Float32Array, actual: FloatArray) -> PastLosses:
    """Losses of totals forecast (n_models, n_products, n_origins, n_spans) of actual ones (without n_models)."""
    known = np.isfinite(actual) & np.isfinite(forecast[0])
    count = known.sum(axis=1)
    errors = (np.where(known, np.abs(model - actual), 0.0) for model in forecast)
    loss = np.stack([error.sum(axis=1, dtype=np.float64) for error in errors])
    mean = np.divide(loss, count, out=np.full(loss.shape, np.nan), where=count > 0)
    return PastLosses(mean, count.max(axis=1).astype(np.float64))


def run_race(losses: PastLosses, *, rate: FloatArray, names: Sequence[str]) -> RaceResult:
    """Weigh the models for every product.

    losses: at JUDGED_SPANS. rate: (n_products,) mean units a day. names: of the models, RIVAL among them.

    A model's score is the mean log ratio of its losses to those of all models. A product's own score is drawn toward
    what the shop's products of its size say (a straight line in the log of the rate: what sells much shows its
    changes through less noise, and wants faster models), so that few origins decide little. Weights fall exponentially
    with the score, so that they move little from day to day and near ties are averaged. A product without
    past follows the shop. The rival is no part of the mixture: it is used alone, or not at all (`seat.py`).
    """
    return race_at_sizes(losses, size=relative_sizes(rate), names=names)


def race_at_sizes(losses: PastLosses, *, size: FloatArray, names: Sequence[str]) -> RaceResult:
    """As `run_race`, of products whose sizes (n_products,) are known, as `relative_sizes` gives them."""
    own, count = _scores(losses)
    expected = _expected_scores(own, count, size=size)
    independent = count / ORIGINS_PER_INDEPENDENT
    trust = independent / (independent + SHOP_WEIGHT)
    score = trust * own + (1.0 - trust) * expected
    takes_part = np.array([name != RIVAL for name in names])
    weights = np.where(takes_part[:, None], np.exp(-(score - score[takes_part].min(axis=0)) / TEMPERATURE), 0.0)
    weights /= weights.sum(axis=0)
    return RaceResult(weights)


def race_of_past(
    forecast: Float32Array, actual: FloatArray, *, spans: IntArray, rate: FloatArray, names: Sequence[str]
) -> RaceResult:
    """The race over the judged spans of past totals, which are as in RolledPast. rate, names: as for `run_race`."""
    judged = np.isin(spans, JUDGED_SPANS)
    parts = [
        past_losses(forecast[:, products][..., judged], actual[products][..., judged]) for products in chunks(len(rate))
    ]
    losses = PastLosses(
        np.concatenate([part.loss for part in parts], axis=1), np.concatenate([part.origins for part in parts])
    )
    return run_race(losses, rate=rate, names=names)


def margins(chosen: FloatArray, rival: FloatArray | Float32Array, actual: FloatArray, *, spans: IntArray) -> FloatArray:
    """By what share (n_products,) the chosen forecasts' past errors are below the rival's; -0.1 is a tenth above.

    Of past totals (n_products, n_origins, n_spans), over the judged spans, drawn toward the shop like scores in the
    race.
    """
    judged = np.isin(spans, JUDGED_SPANS)
    truth = actual[..., judged]
    losses = [past_losses(totals[None, ..., judged], truth) for totals in (chosen, rival)]
    both = PastLosses(np.concatenate([each.loss for each in losses]), losses[0].origins)
    own, count = _scores(both)
    independent = count / ORIGINS_PER_INDEPENDENT
    trust = independent / (independent + OWN_MARGIN_ORIGINS)
    score = trust * own + (1.0 - trust) * _mean(own, count)
    return np.asarray(1.0 - np.exp(score[0] - score[1]))


def _scores(losses: PastLosses) -> tuple[FloatArray, FloatArray]:
    """Mean log ratios (n_models, n_products), 0 where nothing is known, and the origins (n_products,) behind them."""
    usable = (losses.loss > 0).all(axis=0)
    logs = np.log(np.where(usable, losses.loss, 1.0))
    ratios = logs - logs.mean(axis=0)
    spans = usable.sum(axis=1)
    return np.asarray(ratios.sum(axis=2) / np.maximum(spans, 1)), np.where(spans > 0, losses.origins, 0.0)


def _expected_scores(own: FloatArray, count: FloatArray, *, size: FloatArray) -> FloatArray:
    """Scores (n_models, n_products) that the shop's products lead one to expect at a product's size."""
    mean = _mean(own, count)
    slope = (own * size * count).sum(axis=1, keepdims=True) / ((size**2 * count).sum() + FLAT)
    centre = float((size * count).sum() / max(count.sum(), 1.0))
    return np.asarray(mean + slope * (size - centre))


def _mean(own: FloatArray, count: FloatArray) -> FloatArray:
    return np.asarray((own * count).sum(axis=1, keepdims=True) / max(float(count.sum()), 1.0))


def relative_sizes(rate: FloatArray) -> FloatArray:
    """Log rates (n_products,), centred and in units of their spread over the shop."""
    sells = rate > 0
    middle = float(np.median(rate[sells])) if sells.any() else 1.0
    logs = np.log(rate / middle + 0.01)
    return np.asarray(np.clip((logs - logs.mean()) / max(float(logs.std()), 1e-6), -LARGEST_SIZE, LARGEST_SIZE))
