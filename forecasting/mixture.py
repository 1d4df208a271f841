"""Mixture: the models' forecasts weighed by the race, and moved by what the year and the whole shop tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.boosted import day_factors, reweighed
from forecasting.honest_race import honest_race
from forecasting.own_year import own_changes, own_powers
from forecasting.past import SHOWN_DAYS, RolledPast
from forecasting.race import RaceResult, race_of_past
from forecasting.seen_sales import SeenSales
from forecasting.shop_total import SPAN, beyond_usual, drawn_shares, total_gaps, usual_gaps
from forecasting.yearly import yearly_factors, yearly_powers


@dataclass(frozen=True)
class Mixture:
    """How the forecasts of the models become one.

    race: the models' weights. power: to which last year's changes of the shop are taken over. own_power: the same of
    the changes of each product beside the shop. usual_gap: between what the shop's total says and what the products add
    up to; total_share: to which they are drawn toward it where the gap is another.
    """

    race: RaceResult
    power: float
    own_power: float
    usual_gap: float
    total_share: float

    def part(self, products: IntArray) -> Mixture:
        """The mixture for some of the products."""
        return replace(self, race=self.race.part(products))

    def ahead(self, said: FloatArray, seen: SeenSales, *, origin: int, days: FloatArray) -> FloatArray:
        """Daily means (n_products, n_days) after a row of the history, from those of the models (n_models, ...).

        days: (n_days,) factors that are in the models' means already: 0 on closed days, what holidays make of others.
        """
        last, horizon = np.array([origin]), len(days)
        season = yearly_factors(seen.shop.level, np.array([self.power]), origins=last, horizon=horizon)
        own_year = np.exp(self.own_power * own_changes(seen.ordinary, seen.shop, origins=last)[:, 0])
        mean = self.race.mix(said) * season * day_factors(own_year, horizon)
        added_up = mean[:, None, :SPAN].sum(axis=-1)
        compared = (days * season)[:, :SPAN]
        gap = total_gaps(seen.ordinary, seen.shop, origins=last, days=compared, forecast=added_up)
        return np.asarray(mean * np.exp(self.total_share * beyond_usual(gap, np.array([self.usual_gap]))))


@dataclass(frozen=True)
class MixedPast:
    """The mixture of today, and what it would have said at the past origins, told from what could be known there.

    totals: (n_products, n_origins, n_spans). shown: daily means (n_products, SHOWN_DAYS) of the last SHOWN_DAYS.
    """

    mixture: Mixture
    totals: FloatArray
    shown: FloatArray


def mix_past(
    past: RolledPast,
    seen: SeenSales,
    *,
    names: Sequence[str],
    origins: IntArray,
    spans: IntArray,
    rate: FloatArray,
    days: FloatArray,
) -> MixedPast:
    """Race the models, and tell from the past how far the year and the shop's total move them.

    names, spans, rate: as for the race. days: (n_origins, n_days) as for `Mixture.ahead`, at the weekly origins.
    """
    today = len(seen.ordinary.days) - 1
    powers = yearly_powers(seen.shop.level, origins=np.append(origins, today))
    season = yearly_factors(seen.shop.level, powers[:-1], origins=origins, horizon=days.shape[1])
    honest = honest_race(past.forecast, past.actual, spans=spans, rate=rate, names=names)
    totals = honest.totals(past.forecast) * np.stack([season[:, :span].mean(axis=1) for span in spans], axis=1)
    at = max(int(np.searchsorted(spans, SPAN, side="right")) - 1, 0)  # no product may have known totals of so many days
    said, sold = totals[..., at], past.actual[..., at]
    changes = own_changes(seen.ordinary, seen.shop, origins=origins)
    own = own_powers(changes, forecast=said, actual=sold, usual=past.usual)
    own_year = np.exp(own[:-1, None] * changes)
    totals = reweighed(totals, own_year, spans)
    said = totals[..., at]
    compared = (days * season)[:, : spans[at]]
    gaps = total_gaps(seen.ordinary, seen.shop, origins=origins, days=compared, forecast=said)
    usual = usual_gaps(gaps)
    beyond = beyond_usual(gaps, usual[:-1])
    drawn = drawn_shares(beyond, forecast=said, actual=sold)
    factors = np.exp(drawn[:-1] * beyond)
    then = int(np.searchsorted(origins, today - SHOWN_DAYS))
    shown = honest.races[then].mix(past.shown) * (season[then, :SHOWN_DAYS] * factors[then])
    race = race_of_past(past.forecast, past.actual, spans=spans, rate=rate, names=names)
    return MixedPast(
        Mixture(race, float(powers[-1]), float(own[-1]), float(usual[-1]), float(drawn[-1])),
        totals=totals * factors[:, None],
        shown=shown * day_factors(own_year[:, then], SHOWN_DAYS),
    )
