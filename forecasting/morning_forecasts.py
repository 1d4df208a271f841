"""Forecasts of many mornings, each from what was known the evening before."""

from collections.abc import Iterator

import pandas as pd

from forecasting.fitted_shop import fit_shop
from forecasting.forecast import Forecast, forecast_from
from forecasting.history import History

REFIT_DAYS = 56


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
    level and season is of the evening before. country: as in `fit_shop`. Raises ValueError for a morning with no
    day before it.
    """
    fitted = None
    for morning in mornings:
        known = history.until(morning - pd.Timedelta(days=1))
        if fitted is None or (known.days[-1] - fitted.last_day).days >= refit_days:
            fitted = fit_shop(known, horizon=horizon, country=country, previous=fitted)
        yield forecast_from(fitted, known, horizon=horizon, is_judged=False)
