"""A forecast of the shop as it is now, from what was estimated a few days ago where that will still do."""

import hashlib
import os
from collections.abc import Callable

import diskcache

from app.forecasts.cache_entries import keep_latest, keys_of, read_entry
from app.forecasts.spread import spread_for
from forecasting.fitted_shop import FittedShop, fit_shop
from forecasting.forecast import ENGINE_VERSION, FITTED_SHARE, Forecast, forecast_from
from forecasting.history import History
from forecasting.refit import why_refit

KIND = "fitted-"
MOST_KEPT = 3  # so that an undone import finds what was estimated before it

Progress = Callable[[float], None]


def renewed_forecast(
    cache: diskcache.Cache, history: History, *, horizon: int, country: str | None, progress: Progress
) -> Forecast:
    """The forecast of `history`; what is estimated for it is kept in the cache, for the days that follow."""
    fitted = kept_fit(cache, history, horizon=horizon, country=country)
    if fitted is not None:
        return forecast_from(fitted, history, horizon=horizon, progress=progress)
    with spread_for(len(history.skus), os.environ) as spread:
        fitted = fit_shop(
            history,
            horizon=horizon,
            country=country,
            progress=lambda share: progress(FITTED_SHARE * share),
            spread=spread,
        )
        cache.set(_key(fitted, country), fitted)
        keep_latest(cache, KIND, MOST_KEPT)
        return forecast_from(
            fitted,
            history,
            horizon=horizon,
            progress=lambda share: progress(FITTED_SHARE + (1.0 - FITTED_SHARE) * share),
            spread=spread,
        )


def kept_fit(
    cache: diskcache.Cache, history: History, *, horizon: int, country: str | None = None
) -> FittedShop | None:
    """The latest kept estimate from which `history` may be forecast; None where all is to be estimated anew."""
    kept = (read_entry(cache, key) for key in keys_of(cache, _kind(country)))
    fits = sorted((fit for fit in kept if isinstance(fit, FittedShop)), key=lambda fit: fit.last_day, reverse=True)
    return next((fit for fit in fits if why_refit(fit, history, horizon=horizon) is None), None)


def _kind(country: str | None) -> str:
    """How the addresses of estimates begin: of this engine, with the holidays of the country that was asked for."""
    return f"{KIND}{ENGINE_VERSION}-{country or 'told'}-"


def _key(fitted: FittedShop, country: str | None) -> str:
    """The address of an estimate: its kind, and the series it was made from."""
    content = hashlib.sha256(fitted.content.marks.tobytes())
    content.update("\0".join(fitted.content.skus).encode())
    content.update(f"|{fitted.last_day.isoformat()}|{fitted.horizon}".encode())
    return _kind(country) + content.hexdigest()
