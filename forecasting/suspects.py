"""Suspects: silences of a product so improbable that it was probably sold out; the owner has to say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.extremes import extreme_limit
from forecasting.history import History
from forecasting.sold_out import SoldOut

WINDOW = 56  # open days on each side of a silence that tell the product's own recent rate
LATELY = 21  # open days before a silence that still lasts: nothing after it tells whether the product is fading
LONGEST = 56  # open days; a longer silence is a season or a product given up, not an empty shelf
ASKED_DAYS = 365  # nobody remembers an empty shelf for longer
MAXIMUM_CHANCE = 0.01
FALSE_SHARE = 0.05  # of the suspects, at most, are expected to be silent by chance
WORTH_A_LOOK = 0.1  # plain chance up to which a silence is looked at closely
WEEKDAY_PRIOR = 2.0  # weeks for which a weekday is first taken to sell as often as the others
NEIGHBOUR_WEEKS = 4  # on each side, whose same weekdays say how busy the shop usually is


@dataclass(frozen=True)
class Suspect:
    """A silence that chance hardly explains.

    days: how many days it lasted on which the shop was open. usual: units a day around it. missed: units that would
    have sold. chance: of so long a silence, had the product been there. ongoing: whether it reaches the last day.
    """

    sold_out: SoldOut
    days: int
    usual: float
    missed: float
    chance: float
    ongoing: bool = False


@dataclass(frozen=True)
class _OpenDays:
    """The open days of a shop: their rows, whether each product sold or was known yet (n_open, n_products).

    busy: (n_open,) how much of the usual business the shop did, 1 at most.
    """

    rows: IntArray
    sales: BoolArray
    known: BoolArray
    busy: FloatArray


@dataclass(frozen=True)
class _Silences:
    """Stretches without sales after a sale of a product; first and last number open days."""

    product: IntArray
    first: IntArray
    last: IntArray

    def only(self, which: BoolArray) -> _Silences:
        return _Silences(self.product[which], self.first[which], self.last[which])


def find_suspects(history: History) -> tuple[Suspect, ...]:
    """Silences of the last year that the products' own rates do not explain, by product and day.

    A silence lasts 56 open days at most. With sales on k of the m open days before it, the chance of n
    silent ones is B(k + 1/2, m - k + n + 1/2) / B(k + 1/2, m - k + 1/2), beta-binomial with Jeffreys' prior (Gelman et
    al., Bayesian Data Analysis, 3rd ed., ch. 2); n counts each day by how well its weekday sells and how busy the shop
    was. The larger of the chances by the eight weeks before and the eight weeks after counts, so that a product
    coming, going or fading is no suspect. Of a silence that reaches the last day only what was before is known: the
    larger of the chances by the eight weeks and the three weeks before it counts. A chance below 1 % is needed, and,
    since a shop has thousands of silences, as low a one that at most one suspect in twenty is expected to be chance
    (Benjamini and Hochberg, JRSS B 57, 1995); those that last until today are counted by themselves.

    Days already known to be sold out count as the silent days they were: suspects do not depend on what was answered.
    """
    shop = _open_days(history)
    place = {sku: number for number, sku in enumerate(history.skus)}
    found = (*_past_suspects(history, shop), *_lasting_suspects(history, shop))
    return tuple(sorted(found, key=lambda one: (place[one.sold_out.sku], one.sold_out.first_day)))


def _past_suspects(history: History, shop: _OpenDays) -> list[Suspect]:
    """Those between two sales."""
    silences = _silences(shop)
    recent = shop.rows[silences.last] >= len(history.days) - ASKED_DAYS if len(shop.rows) else np.zeros(0, dtype=bool)
    short = silences.last - silences.first < LONGEST
    looked_at = silences.only(recent & short & (_plain_chance(shop, silences) < WORTH_A_LOOK))
    chance = np.maximum(_chance(shop, looked_at, _before(looked_at)), _chance(shop, looked_at, _after(looked_at)))
    return _suspects(history, shop, looked_at, chance, tests=int(recent.sum()))


def _lasting_suspects(history: History, shop: _OpenDays) -> list[Suspect]:
    """Those that reach the last day."""
    silences = _lasting_silences(shop)
    before = _before(silences)
    chance = np.maximum(_chance(shop, silences, before), _chance(shop, silences, before[:, :LATELY]))
    return _suspects(history, shop, silences, chance, tests=len(chance), ongoing=True)


def _open_days(history: History) -> _OpenDays:
    rows = np.flatnonzero(history.open_days)
    units = history.units[rows]
    sales = np.nan_to_num(units) > 0
    known = np.maximum.accumulate(~np.isnan(units), axis=0)
    count = np.full(len(history.days), np.nan)
    count[rows] = sales.sum(axis=1)
    return _OpenDays(rows, sales, known, np.minimum((count + 1.0) / (_usual_count(count) + 1.0), 1.0)[rows])


def _usual_count(count: FloatArray) -> FloatArray:
    """Median of the products sold on the same weekday of the weeks around (n_days,); NaN in `count` is a closed day."""
    around = np.full((2 * NEIGHBOUR_WEEKS + 1, len(count)), np.nan)
    around[0] = np.nan_to_num(count)  # only where there is no other
    for week in range(1, NEIGHBOUR_WEEKS + 1):
        shift = DAYS_PER_WEEK * week
        around[2 * week - 1, shift:] = count[:-shift]
        around[2 * week, :-shift] = count[shift:]
    others = np.isfinite(around[1:]).any(axis=0)
    around[0, others] = np.nan
    return np.asarray(np.nanmedian(around, axis=0)) if len(count) else count


def _silences(shop: _OpenDays) -> _Silences:
    product, row = np.nonzero(shop.sales.T)
    between = (product[1:] == product[:-1]) & (row[1:] - row[:-1] > 1)
    return _Silences(product[1:][between], row[:-1][between] + 1, row[1:][between] - 1)


def _lasting_silences(shop: _OpenDays) -> _Silences:
    """Stretches since the last sale of a product, up to the last open day, that are not too long."""
    n_open = len(shop.rows)
    ever = np.flatnonzero(shop.sales.any(axis=0))
    first = n_open - np.argmax(shop.sales[::-1, ever], axis=0) if n_open else np.zeros(0, dtype=np.int64)
    lasts = (first < n_open) & (n_open - first <= LONGEST)
    return _Silences(ever[lasts], first[lasts], np.full(int(lasts.sum()), n_open - 1))


def _before(silences: _Silences) -> IntArray:
    """Open days (n, WINDOW) before the sale that begins a silence: that one is there by choice, not by chance."""
    return np.asarray(silences.first[:, None] - 2 - np.arange(WINDOW))


def _after(silences: _Silences) -> IntArray:
    return np.asarray(silences.last[:, None] + 2 + np.arange(WINDOW))


def _plain_chance(shop: _OpenDays, silences: _Silences) -> FloatArray:
    """The larger of both sides' chances, all weekdays alike."""
    zero = np.zeros((1, shop.sales.shape[1]), dtype=np.int32)
    sold = np.concatenate((zero, np.cumsum(shop.sales, axis=0, dtype=np.int32)))
    known = np.concatenate((zero, np.cumsum(shop.known, axis=0, dtype=np.int32)))
    days = (silences.last - silences.first + 1).astype(np.float64)
    chances = []
    for begin, end in (
        (silences.first - 1 - WINDOW, silences.first - 1),
        (silences.last + 2, silences.last + 2 + WINDOW),
    ):
        a, b = (np.clip(edge, 0, len(shop.rows)) for edge in (begin, end))
        k = (sold[b, silences.product] - sold[a, silences.product]).astype(np.int64)
        m = (known[b, silences.product] - known[a, silences.product]).astype(np.int64)
        chances.append(_beta_binomial(k, m, days))
    return np.maximum(*chances)


def _chance(shop: _OpenDays, silences: _Silences, window: IntArray) -> FloatArray:
    """Chance of each silence (n,) under the rate and weekdays of a window (n, WINDOW) beside it."""
    inside = (window >= 0) & (window < len(shop.rows))
    at = np.clip(window, 0, max(len(shop.rows) - 1, 0))
    known = inside & shop.known[at, silences.product[:, None]]
    sold = known & shop.sales[at, silences.product[:, None]]
    k, m = sold.sum(axis=1), known.sum(axis=1)
    share = (k + 0.5) / (m + 1.0)
    weekday = shop.rows % DAYS_PER_WEEK
    expected_days = np.zeros(len(k))
    for day in range(DAYS_PER_WEEK):
        here = weekday[at] == day
        own = ((sold & here).sum(axis=1) + WEEKDAY_PRIOR * share) / ((known & here).sum(axis=1) + WEEKDAY_PRIOR)
        busy = np.concatenate(([0.0], np.cumsum(np.where(weekday == day, shop.busy, 0.0))))
        expected_days += np.log1p(-own) / np.log1p(-share) * (busy[silences.last + 1] - busy[silences.first])
    return _beta_binomial(k, m, expected_days)


def _beta_binomial(k: IntArray, m: IntArray, n: FloatArray) -> FloatArray:
    """Chance that n further days are silent after sales on k of m days."""
    silent = m - k + 0.5
    return np.asarray(np.exp(gammaln(silent + n) + gammaln(m + 1.0) - gammaln(silent) - gammaln(m + 1.0 + n)))


def _highest_discovery(chance: FloatArray, tests: int) -> float:
    """The largest chance up to which false suspects stay within FALSE_SHARE; 0 where none is."""
    ascending = np.sort(chance)
    passes = ascending <= FALSE_SHARE * np.arange(1, len(ascending) + 1) / max(tests, 1)
    return float(ascending[passes].max()) if passes.any() else 0.0


def _suspects(
    history: History, shop: _OpenDays, silences: _Silences, chance: FloatArray, *, tests: int, ongoing: bool = False
) -> list[Suspect]:
    """Those silences whose chances (n,) are low enough among so many tests."""
    improbable = (chance < MAXIMUM_CHANCE) & (chance <= _highest_discovery(chance, tests))
    found, chance = silences.only(improbable), chance[improbable]
    limit = extreme_limit(history.units[:, found.product])
    busy = np.concatenate(([0.0], np.cumsum(shop.busy)))
    suspects = []
    for number, (product, first, last) in enumerate(zip(found.product, found.first, found.last, strict=True)):
        around = np.r_[max(first - WINDOW, 0) : first, last + 1 : min(last + 1 + WINDOW, len(shop.rows))]
        around = around[shop.known[around, product]]
        sold = np.nan_to_num(history.units[shop.rows[around], product])
        usual = float(np.minimum(sold, limit[number]).mean())
        first_day, last_day = (history.days[shop.rows[row]].date() for row in (first, last))
        suspects.append(
            Suspect(
                SoldOut(history.skus[product], first_day, last_day),
                days=int(last - first + 1),
                usual=usual,
                missed=usual * float(busy[last + 1] - busy[first]),
                chance=float(chance[number]),
                ongoing=ongoing,
            )
        )
    return suspects
