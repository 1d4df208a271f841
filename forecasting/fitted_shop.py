"""What is estimated of a whole shop on one day, so that later days can be forecast without estimating it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from forecasting.arrays import FloatArray, IntArray
from forecasting.content import Content, content_of
from forecasting.fitted_regulars import FittedRegulars
from forecasting.history import History
from forecasting.lot import usual_lots
from forecasting.public_holidays import is_country
from forecasting.regulars import are_regular
from forecasting.regulars_fit import fit_regulars
from forecasting.seen_sales import SeenSales
from forecasting.spread import IN_TURN, Spread
from forecasting.totals import LEVELS


@dataclass(frozen=True)
class KnownProducts:
    """What was estimated of some products, None where of none, and their numbers in a history, `places` (n,)."""

    regulars: FittedRegulars | None
    places: IntArray


@dataclass(frozen=True)
class FittedShop:
    """All that `forecast_from` needs beside a history; can be pickled.

    last_day: the last day of the history it was fitted to.
    horizon: the most days ahead that it can forecast.
    levels: of the quantiles (n_levels,).
    content: by which one sees whether sales that were fitted have changed since.
    regulars: what was estimated of the products with enough history; None where there were none.
    """

    last_day: pd.Timestamp
    horizon: int
    levels: FloatArray
    content: Content
    regulars: FittedRegulars | None

    def known_in(self, history: History) -> KnownProducts:
        """What was estimated of the products of a history."""
        place = {sku: number for number, sku in enumerate(history.skus)}
        skus = () if self.regulars is None else self.regulars.skus
        kept = np.array([number for number, sku in enumerate(skus) if sku in place], dtype=np.int64)
        if self.regulars is None or not len(kept):
            return KnownProducts(None, np.zeros(0, dtype=np.int64))
        whole = len(kept) == len(skus)
        places = np.array([place[skus[number]] for number in kept], dtype=np.int64)
        return KnownProducts(self.regulars if whole else self.regulars.part(kept), places)


@dataclass(frozen=True)
class FreshFit:
    """What was estimated of a shop, and what models saw of just that history; None where none was fitted."""

    fitted: FittedShop
    seen: SeenSales | None


def fit_shop(
    history: History,
    *,
    horizon: int,
    levels: tuple[float, ...] = LEVELS,
    country: str | None = None,
    previous: FittedShop | None = None,
    progress: Callable[[float], None] | None = None,
    spread: Spread = IN_TURN,
) -> FittedShop:
    """Estimate all that is to be estimated of a shop: models, race, boosted trees, calibration.

    horizon: the most days ahead it will be asked for. levels: ascending, between 0 and 1. country: whose public
    holidays count (ISO 3166, two letters); told from the sales where None. previous: what was estimated before, whose
    methods give way only by a margin. progress: called with the share done, rising from 0 to 1. spread: who works on
    the parts of the shop; the result does not depend on it.
    Raises ValueError for a history without a day, a horizon below 1, levels or a country that are none.
    """
    return fit_fresh(
        history,
        horizon=horizon,
        levels=levels,
        country=country,
        previous=previous,
        progress=progress or _tell_nobody,
        spread=spread,
    ).fitted


def fit_fresh(
    history: History,
    *,
    horizon: int,
    levels: tuple[float, ...],
    country: str | None,
    previous: FittedShop | None,
    progress: Callable[[float], None],
    spread: Spread,
) -> FreshFit:
    """As `fit_shop`, with what a forecast of the same day need not work out again."""
    _check(history, horizon, levels, country)
    progress(0.0)
    regular = np.flatnonzero(are_regular(history))
    level_array = np.asarray(levels, dtype=np.float64)
    fit = None
    if len(regular):
        fit = fit_regulars(
            history.part(regular),
            sold=history.sold,
            lot=usual_lots(history.units)[regular],
            horizon=horizon,
            levels=level_array,
            country=country,
            before=_methods(previous, [history.skus[product] for product in regular]),
            progress=progress,
            spread=spread,
        )
    progress(1.0)
    fitted = FittedShop(
        history.days[-1], horizon, level_array, content_of(history), None if fit is None else fit.fitted
    )
    return FreshFit(fitted, None if fit is None else fit.seen)


def _methods(previous: FittedShop | None, skus: Sequence[str]) -> tuple[str, ...]:
    """The methods that products had until now; "" where none."""
    regulars = None if previous is None else previous.regulars
    known = {} if regulars is None else dict(zip(regulars.skus, regulars.method, strict=True))
    return tuple(known.get(sku, "") for sku in skus)


def _check(history: History, horizon: int, levels: tuple[float, ...], country: str | None) -> None:
    """Refuse what nothing can be fitted to."""
    if len(history.days) == 0:
        raise ValueError("history must have at least one day, got none")
    if horizon < 1:
        raise ValueError(f"horizon must be at least 1 day, got {horizon}")
    if not levels or list(levels) != sorted(set(levels)) or not 0 < levels[0] <= levels[-1] < 1:
        raise ValueError(f"levels must rise between 0 and 1, got {levels}")
    if country is not None and not is_country(country):
        raise ValueError(f"country must be a two-letter code of ISO 3166, got {country!r}")


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
