"""Forecasts of many mornings, each from what was known the evening before."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from forecasting.arrays import FloatArray, IntArray
from forecasting.fitted_regulars import runners_of
from forecasting.fitted_shop import FittedShop, fit_shop
from forecasting.forecast import Forecast, forecast_from
from forecasting.history import History
from forecasting.past import SHOWN_DAYS
from forecasting.rolled_shop import roll_from
from forecasting.seen_sales import SeenSales, seen_sales

REFIT_DAYS = 56
AT_ONCE = 14  # mornings for which models run through the past once; more would hold more at a time


def morning_forecasts(
    history: History,
    mornings: pd.DatetimeIndex,
    *,
    horizon: int,
    refit_days: int = REFIT_DAYS,
    country: str | None = None,
) -> Iterator[Forecast]:
    """The forecast of each morning, ascending, from the sales before it; later sales are never seen.

    Models, race and calibration are estimated on the first morning and again every `refit_days`; what they know of
    level and season is of the evening before: nothing that models tell of a day depends on later ones, so that they
    run through the past once for several mornings. country: as in `fit_shop`. Raises ValueError for a morning with no
    day before it.
    """
    fitted = None
    for batch in _batches(mornings, refit_days):
        evenings = batch - pd.Timedelta(days=1)
        first, last = history.until(evenings[0]), history.until(evenings[-1])
        if fitted is None or (first.days[-1] - fitted.last_day).days >= refit_days:
            fitted = fit_shop(first, horizon=horizon, country=country, previous=fitted)
        origins = np.asarray((evenings - last.days[0]).days, dtype=np.int64)
        rolled = _rolled(fitted, last, origins=origins, horizon=horizon)
        for number, evening in enumerate(evenings):
            known = history.until(evening)
            if rolled is None or not np.array_equal(known.open_days, last.open_days[: len(known.days)]):
                yield forecast_from(fitted, known, horizon=horizon, is_judged=False)
                continue  # which days were closed was told otherwise on that evening
            said = rolled.said[:, number]
            yield forecast_from(fitted, known, horizon=horizon, is_judged=False, seen=rolled.seen, said=said)


def _batches(mornings: pd.DatetimeIndex, refit_days: int) -> Iterator[pd.DatetimeIndex]:
    """Mornings in batches that are rolled together, none across a day on which everything is estimated again."""
    stretch = (mornings - mornings.min()).days // refit_days
    for number in np.unique(stretch):
        own = mornings[stretch == number]
        yield from (own[first : first + AT_ONCE] for first in range(0, len(own), AT_ONCE))


@dataclass(frozen=True)
class _Rolled:
    """What models saw and said, on all evenings of a batch: (n_models, n_evenings, n_products, horizon)."""

    seen: SeenSales
    said: FloatArray


def _rolled(fitted: FittedShop, history: History, *, origins: IntArray, horizon: int) -> _Rolled | None:
    """Run the models once through a history, looking ahead from each of some evenings; None where there are none."""
    known = fitted.known_in(history)
    if known.regulars is None:
        return None
    reach, regulars = max(horizon, SHOWN_DAYS), known.regulars
    clipped = regulars.clipped(history.part(known.places))
    seen = seen_sales(clipped, country=regulars.country, horizon=reach, origins=origins)
    said = roll_from(seen.ordinary, runners_of(seen), regulars.models, origins=origins, horizon=reach)
    return _Rolled(seen, said)
