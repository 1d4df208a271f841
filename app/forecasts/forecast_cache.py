"""Forecasts kept on disk, each under everything that could change it, so that a second look costs nothing."""

import hashlib
from pathlib import Path

import diskcache
import numpy as np

from app.forecasts.cache_entries import keep_latest, read_entry
from app.forecasts.computed_once import Progress, computed_once
from app.forecasts.renewed_forecast import renewed_forecast
from forecasting.forecast import ENGINE_VERSION, Forecast
from forecasting.history import History

SIZE_LIMIT_BYTES = 1024**3
KIND = "forecast-"
MOST_KEPT = 12


def open_forecast_cache(folder: Path) -> diskcache.Cache:
    """The cache in `folder`, which only its owner may read since entries are pickles."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return diskcache.Cache(str(folder), size_limit=SIZE_LIMIT_BYTES)


def forecast_key(history: History, *, horizon: int, country: str | None = None) -> str:
    """The address of a forecast: its series, their days and names, the days ahead, the country whose holidays were
    asked for, those of the days that the owner called closed, and the engine's version.

    Not the day on which it was fitted: of the same sales one forecast is kept, from whatever estimate it came.
    """
    content = hashlib.sha256()
    for part in (history.units, history.open_days, history.days.to_numpy()):
        content.update(np.ascontiguousarray(part).tobytes())
    content.update("\0".join(history.skus).encode())
    if not (said_open := history.said_open(horizon)).all():
        content.update(said_open.tobytes())
    content.update(f"|{horizon}|{country or ''}|{ENGINE_VERSION}".encode())
    return KIND + content.hexdigest()


def cached_forecast(cache: diskcache.Cache, key: str) -> Forecast | None:
    """The forecast kept under `key`; one that cannot be read any more counts as not kept."""
    found = read_entry(cache, key)
    return found if isinstance(found, Forecast) else None


def forecast_once(
    cache: diskcache.Cache, history: History, *, horizon: int, country: str | None = None, progress: Progress
) -> Forecast:
    """The forecast of `history`, computed by one process at a time: a second caller waits for the first.

    country: whose public holidays count; None to tell it from the sales.
    """
    key = forecast_key(history, horizon=horizon, country=country)

    def compute(tell: Progress) -> Forecast:
        forecast = renewed_forecast(cache, history, horizon=horizon, country=country, progress=tell)
        cache.set(key, forecast)
        keep_latest(cache, KIND, MOST_KEPT)
        return forecast

    return computed_once(cache, key, kept=lambda: cached_forecast(cache, key), compute=compute, progress=progress)
