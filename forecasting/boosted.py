"""What boosted trees add to the forecasts of the race, where past origins show that they do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.boosting import Trees, grow
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.race import JUDGED_SPANS, past_losses, run_race
from forecasting.weekly_rows import WEEKS, WeeklyRows

BOOSTING = "boosting"
CANDIDATES = ("race", "half", BOOSTING)
TRIED_ORIGINS = 26  # latest past origins, forecast by trees that were grown before them

SHARES = np.array([0.0, 0.5, 1.0])  # of the trees
LARGEST_RATIO = 5.0


@dataclass(frozen=True)
class Boost:
    """By what the race's forecasts are to be multiplied.

    share: (n_products,) of the trees in the forecast.
    past: (n_tried, n_products, WEEKS) for each week after each of the latest past origins.
    trees: grown from everything, for the weeks ahead.
    """

    share: FloatArray
    past: FloatArray
    trees: Trees

    def totals(self, chosen: FloatArray, spans: IntArray) -> FloatArray:
        """Past totals (n_products, n_origins, n_spans) with the trees' part in the origins where it is known."""
        boosted = chosen.copy()
        tried = self.past.shape[0]
        boosted[:, -tried:] = reweighed(chosen[:, -tried:], np.swapaxes(self.past, 0, 1), spans)
        return boosted

    def part(self, products: IntArray) -> Boost:
        """The same trees for some of the products."""
        return Boost(self.share[products], self.past[:, products], self.trees)

    def ahead(self, rows: WeeklyRows, mean: FloatArray, *, holidays: FloatArray) -> FloatArray:
        """Factors (n_products, WEEKS) on the weeks after the last origin of the rows.

        mean: (n_products, at least four weeks) what the race says of the days ahead. holidays: (WEEKS,) what holidays
        make of the weeks ahead.
        """
        weeks = mean[:, : WEEKS * DAYS_PER_WEEK].reshape(-1, WEEKS, DAYS_PER_WEEK).sum(axis=-1)
        ratio = _ratio(self.trees.weeks(rows, first=len(rows.origins) - 1)[0] * holidays, weeks)
        return np.asarray(1.0 + self.share[:, None] * (ratio - 1.0))


def boost(
    rows: WeeklyRows,
    *,
    chosen: FloatArray,
    actual: FloatArray,
    spans: IntArray,
    rate: FloatArray,
    holidays: FloatArray,
) -> Boost | None:
    """How much the trees count for every product; None where they cannot be tried.

    rows: of weekly origins, the last being today. chosen, actual: past totals (n_products, n_origins, n_spans) at
    the weekly origins before it. rate: as for the race. holidays: (n_origins, WEEKS) what holidays made of the weeks
    after these origins, since the rows are of ordinary days.
    Shares are decided like the race, between the race's forecast, the trees' and the mean of both.
    """
    ends = (np.arange(WEEKS) + 1) * DAYS_PER_WEEK
    tried = min(TRIED_ORIGINS, chosen.shape[1] // 2)
    if not np.isin(ends, spans).all():
        return None
    first = len(rows.origins) - 1 - tried
    earlier, latest = (
        grow(rows, trained_until=int(rows.origins[first])),
        grow(rows, trained_until=int(rows.origins[-1])),
    )
    if earlier is None or latest is None:
        return None
    past = earlier.weeks(rows, first=first)[:-1] * holidays[-tried:, None, :]
    at = np.searchsorted(spans, ends)
    race_weeks = np.diff(chosen[:, -tried:][..., at], axis=-1, prepend=0.0)
    past_ratio = _ratio(np.swapaxes(past, 0, 1), race_weeks)
    trees = reweighed(chosen[:, -tried:], past_ratio, spans)
    judged = np.isin(spans, JUDGED_SPANS)
    offered = np.stack([(1.0 - share) * chosen[:, -tried:] + share * trees for share in SHARES])
    losses = past_losses(offered[..., judged], actual[:, -tried:][..., judged])
    share = SHARES @ run_race(losses, rate=rate, names=CANDIDATES).weights
    return Boost(share, np.swapaxes(1.0 + share[:, None, None] * (past_ratio - 1.0), 0, 1), latest)


def day_factors(weekly: FloatArray, horizon: int) -> FloatArray:
    """Factors (..., horizon) of days from those of weeks (..., WEEKS); the mean of them beyond the last.

    >>> day_factors(np.array([1.0, 2.0, 3.0, 4.0]), 30)[[0, 6, 7, 27, 28]].tolist()
    [1.0, 1.0, 2.0, 4.0, 2.5]
    """
    week = np.arange(horizon) // DAYS_PER_WEEK
    return np.asarray(_with_rest(weekly)[..., np.minimum(week, WEEKS)])


def week_factors(days: FloatArray, weight: FloatArray) -> FloatArray:
    """Mean factors (..., WEEKS) of the first weeks from those of their days (..., n_days), 1 where no day weighs."""
    n_days = WEEKS * DAYS_PER_WEEK
    shape = (*days.shape[:-1], WEEKS, DAYS_PER_WEEK)
    usual = weight[..., :n_days].reshape(shape).sum(axis=-1)
    moved = (weight * days)[..., :n_days].reshape(shape).sum(axis=-1)
    return np.asarray(np.divide(moved, usual, out=np.ones_like(usual), where=usual > 0))


def reweighed(totals: FloatArray, weekly: FloatArray, spans: IntArray) -> FloatArray:
    """Totals (..., n_spans) over rising spans, each week's part of them times its factor (..., WEEKS)."""
    week = np.minimum((spans - 1) // DAYS_PER_WEEK, WEEKS)
    parts = np.diff(totals, axis=-1, prepend=0.0) * _with_rest(weekly)[..., week]
    return np.asarray(np.cumsum(parts, axis=-1))


def _with_rest(weekly: FloatArray) -> FloatArray:
    return np.concatenate((weekly, weekly.mean(axis=-1, keepdims=True)), axis=-1)


def _ratio(trees: FloatArray, race: FloatArray) -> FloatArray:
    """Trees over race, 1 where the race expects nothing or knows nothing."""
    known = np.nan_to_num(race) > 0
    return np.clip(np.divide(trees, race, out=np.ones_like(race), where=known), 0.0, LARGEST_RATIO)
