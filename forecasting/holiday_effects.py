"""Holiday effects: by how much the whole shop sells more or less on holidays and the days around them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import betaln

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.history import History
from forecasting.public_holidays import OFFSETS, Occasions, occasions
from forecasting.shop_level import shop_level

OFFSET_DEVIATION = np.array([0.3, 0.2, 0.1, 0.05, 0.05, 0.05])  # prior of what all holidays of an offset have in common
HOLIDAY_DEVIATION = np.array([0.4, 0.3, 0.2, 0.2, 0.15, 0.15])  # and of what is a single holiday's own
CLOSING_PRIOR = 0.5  # holidays' worth of belief that a holiday is closed as often as the others
LARGEST_SURPRISE = 1.5
LEAST_NOISE = 0.05
WILD = 4.0  # deviations at which a wild day counts, however wild
USUAL_WEEKS = 4  # over which a weekday counts as usually open
USUAL_NOISE = 0.3  # of the log of a shop's day, where no day tells
MEDIAN_TO_DEVIATION = 1.4826


@dataclass(frozen=True)
class HolidayEffects:
    """What can be learned of the holidays of a history, day by day.

    occasions: of the days of the history and of those to be forecast.
    surprise: (n_days,) log of what the shop sold over what was expected of an ordinary such day, NaN where unknown.
    closed: (n_days,) whether it kept closed on a day on which it is usually open.
    """

    occasions: Occasions
    surprise: FloatArray
    closed: BoolArray

    def cleaning(self) -> FloatArray:
        """By what each day's sales (n_days,) are above those of an ordinary day, as known that evening."""
        factors = np.ones(len(self.surprise))
        for row in np.flatnonzero(self._tells()):
            table = np.exp(self._effects(int(row)))
            factors[row] = table[self.occasions.offset[row], self.occasions.holiday[row]]
        return factors

    def cleaned(self, clipped: History) -> History:
        """The history as if every day had been an ordinary one.

        Every day is divided by its effect as known that evening, so that no value depends on later days.
        """
        return clipped.with_units(clipped.units / self.cleaning()[:, None])

    def ahead(self, origins: IntArray, horizon: int) -> FloatArray:
        """Factors (n_origins, horizon) on the forecasts of the days after each origin, as known at the origin."""
        factors = np.ones((len(origins), horizon))
        for number, origin in enumerate(origins):
            rows = int(origin) + 1 + np.arange(horizon)
            offset = self.occasions.offset[rows]
            if (offset >= 0).any():
                table = np.exp(self._effects(int(origin))) * (1.0 - self._closings(int(origin)))
                factors[number] = np.where(offset >= 0, table[offset, self.occasions.holiday[rows]], 1.0)
        return factors

    def evidence(self, offsets: tuple[int, ...], *, noise: float) -> float:
        """Log of the odds that days at these of OFFSETS matter, from all days: by this model against ordinary days.

        noise: as `wild_noise` gives it for the surprise.
        """
        known = np.isfinite(self.surprise) | self.closed
        usual = (self.closed.sum() + 0.5) / (known.sum() + 1.0)
        odds = 0.0
        for offset in offsets:
            place = OFFSETS.index(offset)
            here = known & (self.occasions.offset[: len(known)] == place)
            rows = np.flatnonzero(here & ~self.closed)
            count, mean = self._by_occasion(rows, np.clip(self.surprise[rows], -WILD * noise, WILD * noise))
            odds += _log_odds(count[place], mean[place], place=place, noise=noise)
            odds += _log_odds_of_closing(int(self.closed[here].sum()), int(here.sum()), usual=usual)
        return odds

    def _tells(self) -> BoolArray:
        """Which days (n_days,) were holidays or near one and open."""
        return np.asarray((self.occasions.offset[: len(self.surprise)] >= 0) & np.isfinite(self.surprise))

    def _effects(self, last: int) -> FloatArray:
        """Logs of the effects (n_offsets, n_holidays), from the days up to row `last`.

        Normal model in two steps: a holiday's effect varies around what all holidays of its offset have in common, a
        day's surprise around the effect. So a holiday seen once moves its forecast part of the way,
        and one never seen is taken for like the others (Gelman et al., Bayesian Data Analysis, 3rd ed., section 5.4).
        """
        rows = np.flatnonzero(self._tells()[: last + 1])
        count, mean = self._by_occasion(rows, np.clip(self.surprise[rows], -LARGEST_SURPRISE, LARGEST_SURPRISE))
        own = (HOLIDAY_DEVIATION**2)[:, None]
        variance = own + self._noise(last) ** 2 / np.maximum(count, 1.0)
        weight = np.where(count > 0, 1.0 / variance, 0.0)
        common = (weight * mean).sum(axis=1) / (weight.sum(axis=1) + OFFSET_DEVIATION**-2.0)
        return np.asarray(common[:, None] + np.where(count > 0, own / variance, 0.0) * (mean - common[:, None]))

    def _closings(self, last: int) -> FloatArray:
        """Chances (n_offsets, n_holidays) that the shop keeps closed, from the days up to row `last`."""
        known = self._tells() | (self.closed & (self.occasions.offset[: len(self.closed)] >= 0))
        rows = np.flatnonzero(known[: last + 1])
        count, share = self._by_occasion(rows, self.closed[rows].astype(np.float64))
        closed = count * share
        usual = (closed.sum(axis=1) / (count.sum(axis=1) + 1.0))[:, None]
        return np.asarray((closed + CLOSING_PRIOR * usual) / (count + CLOSING_PRIOR))

    def _by_occasion(self, rows: IntArray, values: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Number of the rows and mean of their values, both (n_offsets, n_holidays)."""
        shape = (len(OFFSETS), self.occasions.n_holidays)
        key = self.occasions.offset[rows] * shape[1] + self.occasions.holiday[rows]
        count = np.bincount(key, minlength=shape[0] * shape[1]).astype(np.float64)
        total = np.bincount(key, weights=values, minlength=shape[0] * shape[1])
        return count.reshape(shape), (total / np.maximum(count, 1.0)).reshape(shape)

    def _noise(self, last: int) -> float:
        """Standard deviation of the surprise of ordinary days up to row `last`, single wild days apart."""
        ordinary = self.surprise[: last + 1][self.occasions.offset[: last + 1] < 0]
        known = np.abs(ordinary[np.isfinite(ordinary)])
        return max(MEDIAN_TO_DEVIATION * float(np.median(known)), LEAST_NOISE) if len(known) else USUAL_NOISE


def wild_noise(surprise: FloatArray) -> float:
    """Standard deviation of the surprise of all days (n_days,), wild ones counted as `WILD` usual deviations."""
    known = np.abs(surprise[np.isfinite(surprise)])
    if not len(known):
        return USUAL_NOISE
    usual = MEDIAN_TO_DEVIATION * float(np.median(known))
    return max(float(np.sqrt(np.mean(np.minimum(known, WILD * usual) ** 2))), LEAST_NOISE)


def _log_odds(count: FloatArray, mean: FloatArray, *, place: int, noise: float) -> float:
    """Of holidays (n_holidays,) seen `count` times with mean surprises: effects as in the model against none."""
    seen = count > 0
    chance = noise**2 / np.maximum(count, 1.0)
    variance = HOLIDAY_DEVIATION[place] ** 2 + chance
    single = 0.5 * (np.log(chance / variance) + mean**2 * (1.0 / chance - 1.0 / variance))
    weight, pull = (1.0 / variance)[seen].sum(), (mean / variance)[seen].sum()
    spread = OFFSET_DEVIATION[place] ** 2
    return float(single[seen].sum() + 0.5 * (pull**2 / (weight + 1.0 / spread) - np.log1p(spread * weight)))


def _log_odds_of_closing(closed: int, days: int, *, usual: float) -> float:
    """Of so many of the days being closed: a chance of their own, of which nothing is known, against the usual one."""
    own = float(betaln(closed + 0.5, days - closed + 0.5) - betaln(0.5, 0.5))
    return own - closed * float(np.log(usual)) - (days - closed) * float(np.log1p(-usual))


def holiday_effects(clipped: History, country: str | None, *, horizon: int) -> HolidayEffects:
    """What the history of a shop, extremes cut off, tells of the holidays of a country; of none where it is None.

    horizon: days ahead that `ahead` may be asked for.
    """
    n_days = len(clipped.days)
    special = occasions(pd.date_range(clipped.days[0], periods=n_days + horizon), country)
    if country is None:
        return HolidayEffects(special, np.full(n_days, np.nan), np.zeros(n_days, dtype=np.bool_))
    shop = shop_level(clipped.units, odd=special.offset[:n_days] >= 0)
    return HolidayEffects(special, shop.surprise, closed_oddly(clipped.open_days))


def closed_oddly(open_days: BoolArray) -> BoolArray:
    """On which days (n_days,) the shop kept closed though open on half of the same weekdays of four weeks before."""
    open_before, before = np.zeros(len(open_days)), np.zeros(len(open_days))
    for week in range(1, USUAL_WEEKS + 1):
        lag = week * DAYS_PER_WEEK
        open_before[lag:] += open_days[:-lag]
        before[lag:] += 1.0
    return np.asarray(~open_days & (before > 0) & (open_before >= before / 2.0))
