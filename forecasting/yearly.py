"""Time of the year: what the same weeks of last year say of the whole shop's coming weeks."""

import numpy as np

from forecasting.arrays import FloatArray, IntArray

YEAR = 364  # whole weeks, so that weekdays match
WINDOW = 7  # days to either side over which last year is smoothed
LAG = 4  # days by which the smoothed level trails the sales
PRIOR_POWER, PRIOR_DEVIATION = 0.4, 0.2
SPAN = 28  # days over which past repetitions are measured
WEEKS_PER_INDEPENDENT = 4.0
LARGEST = 1.1  # log of the largest change taken over from last year


def yearly_powers(level: FloatArray, *, origins: IntArray) -> FloatArray:
    """To what power (n_origins,) last year's changes are taken over at each origin, between 0 and 1.

    level: the shop's level (n_days,) as `shop_level` gives it. The mean of a normal posterior, from how far each change
    repeated itself in the year before the origin, with a prior that two fifths of it return. Days after an origin
    never matter to it.
    """
    weekly = _repetitions(_running(level), last=int(origins[-1]))
    known = [weekly[weekly[:, 0] + SPAN <= origin] for origin in origins]
    return np.array([_power(rows[:, 1], rows[:, 2]) for rows in known])


def yearly_factors(level: FloatArray, powers: FloatArray, *, origins: IntArray, horizon: int) -> FloatArray:
    """Factors (n_origins, horizon) on the forecasts of the days after each origin; 1 in a shop's first year.

    level: the shop's level (n_days,) as `shop_level` gives it. powers: (n_origins,) as `yearly_powers` gives them.
    """
    change = np.nan_to_num(last_years_change(level, origins=origins, horizon=horizon))
    return np.asarray(np.exp(powers[:, None] * change))


def last_years_change(level: FloatArray, *, origins: IntArray, horizon: int) -> FloatArray:
    """Log of the shop's level on the days after each origin over that at the origin, a year before.

    (n_origins, horizon), NaN in a shop's first year. level: (n_days,) as `shop_level` gives it.
    """
    running = _running(level)
    change = np.full((len(origins), horizon), np.nan)
    known = np.array([has_last_year(int(origin)) for origin in origins], dtype=np.bool_)
    if known.any():
        change[known] = _changes(running, origins[known], horizon)
    return change


def _running(level: FloatArray) -> FloatArray:
    """Sums of the log level over the days before each day."""
    return np.concatenate(([0.0], np.cumsum(np.log(level))))


def has_last_year(origin: int) -> bool:
    """Whether a year and six weeks lie before an origin, so that last year's level is known around it."""
    return origin - YEAR >= 6 * WINDOW


def _changes(running: FloatArray, origins: IntArray, horizon: int) -> FloatArray:
    """Log of the shop's level a year ago, days ahead over the week then past, (n_origins, horizon)."""
    ahead = np.arange(horizon) % YEAR + 1
    then = origins[:, None] - YEAR + LAG
    low = np.minimum(then + ahead - WINDOW, origins[:, None])
    high = np.minimum(then + ahead + WINDOW, origins[:, None])
    around = (running[high + 1] - running[low]) / (high + 1 - low)
    base = (running[then + 1] - running[then - WINDOW + 1]) / WINDOW
    return np.asarray(np.clip(around - base, -LARGEST, LARGEST))


def _repetitions(running: FloatArray, *, last: int) -> FloatArray:
    """Origin, last year's change and this year's over SPAN days (n, 3), at weekly origins with both known."""
    origins = np.arange(last - SPAN, 0, -WINDOW)
    origins = origins[[has_last_year(int(origin)) for origin in origins]]
    if not len(origins):
        return np.zeros((0, 3))
    before = _changes(running, origins, SPAN).mean(axis=1)
    after = (running[origins + SPAN + 1] - running[origins + 1]) / SPAN
    now = (running[origins + 1] - running[origins - WINDOW + 1]) / WINDOW
    return np.stack((origins.astype(np.float64), before, after - now), axis=1)


def _power(before: FloatArray, after: FloatArray) -> float:
    """Posterior mean of the share of last year's change that returns."""
    weight = PRIOR_DEVIATION**-2
    moment = float(before @ after)
    square = float(before @ before)
    if square == 0.0:
        return PRIOR_POWER
    rest = after - np.clip(moment / square, 0.0, 1.0) * before
    precision = 1.0 / (WEEKS_PER_INDEPENDENT * max(float(np.mean(rest**2)), 1e-4))
    power = (weight * PRIOR_POWER + moment * precision) / (weight + square * precision)
    return float(np.clip(power, 0.0, 1.0))
