"""Forecasts kept on disk, each under everything that could change it, so that a second look costs nothing."""

import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

import diskcache
import numpy as np
import psutil

from app.forecasts.cache_entries import keep_latest, read_entry
from app.forecasts.renewed_forecast import Progress, renewed_forecast
from forecasting.forecast import ENGINE_VERSION, Forecast
from forecasting.history import History

SIZE_LIMIT_BYTES = 1024**3
LOOK_AGAIN_SECONDS = 0.5
KIND = "forecast-"
MOST_KEPT = 12


@dataclass(frozen=True)
class Claim:
    """Which process computes a forecast, and how far it has come."""

    process_id: int
    share: float


def open_forecast_cache(folder: Path) -> diskcache.Cache:
    """The cache in `folder`, which only its owner may read since entries are pickles."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return diskcache.Cache(str(folder), size_limit=SIZE_LIMIT_BYTES)


def forecast_key(history: History, *, horizon: int, country: str | None = None) -> str:
    """The address of a forecast: its series, their days and names, the days ahead, the country whose holidays were
    asked for, and the engine's version.

    Not the day on which it was fitted: of the same sales one forecast is kept, from whatever estimate it came.
    """
    content = hashlib.sha256()
    for part in (history.units, history.open_days, history.days.to_numpy()):
        content.update(np.ascontiguousarray(part).tobytes())
    content.update("\0".join(history.skus).encode())
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
    while True:
        found = cached_forecast(cache, key)
        if found is not None:
            return found
        if cache.add(_claim(key), Claim(os.getpid(), 0.0)):
            return _compute(cache, key, history, horizon=horizon, country=country, progress=progress)
        _wait_for_the_other(cache, key, progress)


def _compute(
    cache: diskcache.Cache, key: str, history: History, *, horizon: int, country: str | None, progress: Progress
) -> Forecast:
    def tell(share: float) -> None:
        cache.set(_claim(key), Claim(os.getpid(), share))
        progress(share)

    try:
        forecast = renewed_forecast(cache, history, horizon=horizon, country=country, progress=tell)
        cache.set(key, forecast)
        keep_latest(cache, KIND, MOST_KEPT)
        return forecast
    finally:
        cache.delete(_claim(key))


def _wait_for_the_other(cache: diskcache.Cache, key: str, progress: Progress) -> None:
    claim = cache.get(_claim(key))
    if claim is None:
        return
    if not psutil.pid_exists(claim.process_id):
        cache.delete(_claim(key))  # its process was stopped before it could say so
        return
    progress(claim.share)
    time.sleep(LOOK_AGAIN_SECONDS)


def _claim(key: str) -> str:
    return f"computing-{key}"
