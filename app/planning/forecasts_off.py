"""Forecasts gone bad: promises broken more often than chance explains, or errors that grew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from forecasting.degradation import Degraded, find_degraded
from inventory.spikes import forecast_gone_bad

if TYPE_CHECKING:
    from app.planning.plan import Plan


@dataclass(frozen=True, eq=False)
class ForecastOff:
    """A product whose forecast went bad.

    figures: missed, tried and level of its promises, or recent, before and days as in `Degraded`. money: cost of the
    units by which errors grew, NaN where nobody can tell.
    """

    product: int
    figures: Mapping[str, float] = field(default_factory=dict)
    money: float = float("nan")


def forecasts_off(plan: "Plan") -> list[ForecastOff]:
    """The active products whose forecasts went bad, each once, by row; broken promises are the graver cause."""
    found = {each.product: each for each in [*_degraded(plan, find_degraded(plan.forecast.past)), *_broken(plan)]}
    return [found[product] for product in sorted(found) if plan.stock.active[product]]


def _broken(plan: "Plan") -> Iterator[ForecastOff]:
    for product, reason in enumerate(plan.forecast.grade_reason):
        if reason.code != "broken_promises":
            continue
        tried, missed, level = (float(reason.values[name]) for name in ("tried", "missed", "level"))  # type: ignore[arg-type]
        if forecast_gone_bad([missed], promises=tried, level=level)[0]:
            yield ForecastOff(product, {"tried": tried, "missed": missed, "level": level})


def _degraded(plan: "Plan", worse: Degraded) -> Iterator[ForecastOff]:
    money = worse.units * np.where(plan.policy.unit_cost > 0, plan.policy.unit_cost, np.nan)[worse.product]
    for number, product in enumerate(worse.product.tolist()):
        figures = {"recent": float(worse.recent[number]), "before": float(worse.before[number]), "days": worse.days}
        yield ForecastOff(product, figures, float(money[number]))
