"""A forecast of the shop as it is now, from what was estimated a few days ago where that will still do."""

import hashlib
import os
from collections.abc import Callable

import diskcache

from app.forecasts.cache_entries import keep_latest, keys_of, read_entry
from app.forecasts.spread import spread_for
from forecasting.fitted_shop import FittedShop
from forecasting.forecast import ENGINE_VERSION, Forecast, fit_and_forecast, forecast_from
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
        fresh = fit_and_forecast(
            history,
            horizon=horizon,
            country=country,
            previous=next(iter(_kept(cache, country)), None),
            progress=progress,
            spread=spread,
        )
    cache.set(_key(fresh.fitted, country), fresh.fitted)
    keep_latest(cache, KIND, MOST_KEPT)
    return fresh.forecast


def kept_fit(
    cache: diskcache.Cache, history: History, *, horizon: int, country: str | None = None
) -> FittedShop | None:
    """The latest kept estimate from which `history` may be forecast; None where all is to be estimated anew."""
    return next((fit for fit in _kept(cache, country) if why_refit(fit, history, horizon=horizon) is None), None)


def _kept(cache: diskcache.Cache, country: str | None) -> list[FittedShop]:
    """All kept estimates, the latest first."""
    kept = (read_entry(cache, key) for key in keys_of(cache, _kind(country)))
    return sorted((fit for fit in kept if isinstance(fit, FittedShop)), key=lambda fit: fit.last_day, reverse=True)


def _kind(country: str | None) -> str:
    """How the addresses of estimates begin: of this engine, with the holidays of the country that was asked for."""
    return f"{KIND}{ENGINE_VERSION}-{country or 'told'}-"


def _key(fitted: FittedShop, country: str | None) -> str:
    """The address of an estimate: its kind, and the series it was made from."""
    content = hashlib.sha256(fitted.content.marks.tobytes())
    content.update("\0".join(fitted.content.skus).encode())
    content.update(f"|{fitted.last_day.isoformat()}|{fitted.horizon}".encode())
    return _kind(country) + content.hexdigest()
