"""Bands made wider where promises were kept less often than said."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from forecasting.forecast import Forecast
from forecasting.lot import in_whole_steps
from forecasting.promise_card import promises_kept

TESTED_LEVEL = 0.9
TESTED_DAYS = (14, 7)  # of these the first with enough settled: one test, one chance to err
MOST = 2.5
TOO_FEW, TOO_NARROW = "too_few", "too_narrow"


@dataclass(frozen=True)
class Widening:
    """By what factor quantiles stand further above the mean; 1 where nothing calls for it.

    days, level: of the promises it was told from; since: the first day promised. None and 0 where nothing is settled.
    """

    factor: float
    days: int = 0
    level: float = TESTED_LEVEL
    since: pd.Timestamp | None = None

    @property
    def is_needed(self) -> bool:
        """Whether anything is to be widened."""
        return self.factor > 1.0


def widening(settled: pd.DataFrame) -> Widening:
    """How much wider bands must be, told from promises settled in use (with their `mean`).

    One of the totals is tested, those of 14 days at 0.9, those of 7 days while these are too few. Only where they were
    kept less often than said by more than chance (see `promises_kept`) is the factor above 1: that at which they would
    have been kept, the quantile of (sold - mean) / (promise - mean), 2.5 at most.
    """
    for days in TESTED_DAYS:
        tested = settled[(settled["days"] == days) & np.isclose(settled["level"], TESTED_LEVEL)]
        if tested.empty:
            continue
        verdict = promises_kept(tested)["verdict"].iloc[0]
        if verdict == TOO_FEW:
            continue
        since = tested["origin"].min() + pd.Timedelta(days=1)
        return Widening(_factor(tested) if verdict == TOO_NARROW else 1.0, days, TESTED_LEVEL, since)
    return Widening(1.0)


def widened(forecast: Forecast, factor: float, *, steps: np.ndarray) -> Forecast:
    """The forecast with every quantile above the mean `factor` times as far from it; 1 or less changes nothing.

    steps: in which each product sells, as `sale_steps` gives them (n_products,). Means, bands of days and quantiles
    below the mean stay. Totals still rise in days and level.
    """
    if factor <= 1.0:
        return forecast
    mean = np.cumsum(forecast.mean, axis=1)[..., None]
    further = in_whole_steps(mean + factor * (forecast.totals - mean), steps)
    totals = np.maximum.accumulate(np.where(forecast.totals > mean, further, forecast.totals), axis=1)
    return replace(forecast, totals=np.maximum.accumulate(np.maximum(totals, forecast.totals), axis=2))


def _factor(tested: pd.DataFrame) -> float:
    width = tested["units"] - tested["mean"]
    wide = width > 0
    needed = ((tested["sold"] - tested["mean"])[wide] / width[wide]).quantile(TESTED_LEVEL)
    return float(np.clip(needed, 1.0, MOST)) if np.isfinite(needed) else 1.0
