"""Forecasts are kept under everything that could change them, and computed once."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import diskcache
import numpy as np
import pandas as pd
import pytest

import app.forecasts.computed_once
import app.forecasts.forecast_cache
from app.forecasts.computed_once import Claim
from app.forecasts.forecast_cache import cached_forecast, forecast_key, forecast_once, open_forecast_cache
from forecasting.forecast import Forecast
from forecasting.history import History
from tests.app.shops import poisson_forecast, unheard


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[diskcache.Cache]:
    opened = open_forecast_cache(tmp_path / "forecasts")
    yield opened
    opened.close()


def history(*, days: int = 30, skus: tuple[str, ...] = ("tea", "mug")) -> History:
    units = np.arange(days * len(skus), dtype=np.float64).reshape(days, len(skus))
    return History(pd.date_range("2024-01-01", periods=days), skus, units, np.ones(days, dtype=np.bool_))


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[History]:
    """Every history of which a forecast was computed."""
    asked: list[History] = []

    def renewed(_cache: Any, history: History, *, horizon: int, country: str | None, progress: Any) -> Forecast:
        assert (horizon, country) == (28, None)
        asked.append(history)
        progress(0.5)
        return poisson_forecast(history.skus, np.ones(len(history.skus)))

    monkeypatch.setattr(app.forecasts.forecast_cache, "renewed_forecast", renewed)
    return asked


def test_equal_histories_have_one_key() -> None:
    assert forecast_key(history(), horizon=28) == forecast_key(history(), horizon=28)


def with_one_more_sold() -> History:
    units = history().units.copy()
    units[17, 1] += 1
    return replace(history(), units=units)


def with_a_closed_day() -> History:
    is_open = history().open_days.copy()
    is_open[3] = False
    return replace(history(), open_days=is_open)


@pytest.mark.parametrize(
    "other",
    [
        with_one_more_sold(),
        with_a_closed_day(),
        replace(history(), days=history().days + pd.Timedelta(days=1)),
        replace(history(), skus=("tea", "cup")),
        replace(history(), skus=("mug", "tea")),
        history(days=31),
        history(skus=("tea", "mug", "new")),
    ],
    ids=["a sale", "a closed day", "the days", "a name", "the order", "a day more", "a product more"],
)
def test_whatever_changes_the_history_changes_the_key(other: History) -> None:
    assert forecast_key(other, horizon=28) != forecast_key(history(), horizon=28)


def test_the_horizon_changes_the_key() -> None:
    assert forecast_key(history(), horizon=28) != forecast_key(history(), horizon=56)


def test_another_country_is_another_forecast() -> None:
    keys = {forecast_key(history(), horizon=28, country=country) for country in (None, "FR", "GB")}
    assert len(keys) == 3


def test_a_new_version_of_the_engine_changes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = forecast_key(history(), horizon=28)
    monkeypatch.setattr(app.forecasts.forecast_cache, "ENGINE_VERSION", "another")
    assert forecast_key(history(), horizon=28) != before


def test_a_second_call_computes_nothing(cache: diskcache.Cache, computed: list[History]) -> None:
    first = forecast_once(cache, history(), horizon=28, progress=unheard)
    second = forecast_once(cache, history(), horizon=28, progress=unheard)
    assert len(computed) == 1
    np.testing.assert_array_equal(first.totals, second.totals)


@pytest.mark.usefixtures("computed")
def test_a_forecast_outlives_the_program(cache: diskcache.Cache) -> None:
    forecast_once(cache, history(), horizon=28, progress=unheard)
    again = open_forecast_cache(Path(cache.directory))
    assert cached_forecast(again, forecast_key(history(), horizon=28)) is not None
    again.close()


def test_another_history_is_computed_anew(cache: diskcache.Cache, computed: list[History]) -> None:
    forecast_once(cache, history(), horizon=28, progress=unheard)
    forecast_once(cache, with_one_more_sold(), horizon=28, progress=unheard)
    assert len(computed) == 2


@pytest.mark.usefixtures("computed")
def test_progress_is_told_to_the_caller_and_to_those_who_wait(cache: diskcache.Cache) -> None:
    key, seen = f"computing-{forecast_key(history(), horizon=28)}", []
    forecast_once(cache, history(), horizon=28, progress=lambda share: seen.append((share, cache.get(key))))
    assert seen == [(0.5, Claim(os.getpid(), 0.5))]
    assert cache.get(key) is None, "the claim ends with the work"


def test_a_second_caller_waits_for_the_first_and_gets_its_forecast(
    cache: diskcache.Cache, computed: list[History], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.forecasts.computed_once, "LOOK_AGAIN_SECONDS", 0.01)
    key = forecast_key(history(), horizon=28)
    cache.set(f"computing-{key}", Claim(os.getpid(), 0.25))
    told: list[float] = []
    results: list[Forecast] = []

    def second() -> None:
        results.append(forecast_once(cache, history(), horizon=28, progress=told.append))

    waiting = threading.Thread(target=second)
    waiting.start()
    while not told:
        time.sleep(0.005)
    cache.set(key, poisson_forecast(("tea", "mug"), np.ones(2)))
    waiting.join(10)
    assert results[0].skus == ("tea", "mug")
    assert set(told) == {0.25}
    assert computed == []


def test_the_claim_of_a_process_that_died_is_taken_over(cache: diskcache.Cache, computed: list[History]) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    key = f"computing-{forecast_key(history(), horizon=28)}"
    cache.set(key, Claim(gone.pid, 0.9))
    forecast_once(cache, history(), horizon=28, progress=unheard)
    assert len(computed) == 1
    assert cache.get(key) is None


def test_a_forecast_that_failed_leaves_no_claim(cache: diskcache.Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_named: Any) -> Forecast:
        raise MemoryError

    monkeypatch.setattr(app.forecasts.forecast_cache, "renewed_forecast", fail)
    with pytest.raises(MemoryError):
        forecast_once(cache, history(), horizon=28, progress=unheard)
    assert list(cache) == []


@pytest.mark.usefixtures("computed")
def test_only_the_latest_forecasts_are_kept(cache: diskcache.Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.forecasts.forecast_cache, "MOST_KEPT", 2)
    histories = [history(days=days) for days in (30, 31, 32)]
    for each in histories:
        forecast_once(cache, each, horizon=28, progress=unheard)
    kept = [cached_forecast(cache, forecast_key(each, horizon=28)) is not None for each in histories]
    assert kept == [False, True, True]


class Forgotten:
    """Something an older version kept, which cannot be read any more."""

    def __setstate__(self, state: object) -> None:
        raise AttributeError("no such class any more")


def unreadable() -> Forgotten:
    kept = Forgotten()
    kept.value = 1  # type: ignore[attr-defined]  # without state nothing would be restored
    return kept


@pytest.mark.usefixtures("computed")
@pytest.mark.parametrize("entry", [unreadable(), {"mean": [1, 2]}, "forecast"])
def test_an_entry_that_is_no_forecast_counts_as_missing(cache: diskcache.Cache, entry: object) -> None:
    key = forecast_key(history(), horizon=28)
    cache.set(key, entry)
    assert cached_forecast(cache, key) is None
    forecast_once(cache, history(), horizon=28, progress=unheard)
    assert cached_forecast(cache, key) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of Linux and macOS")
def test_only_the_owner_may_open_the_cache(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "forecasts"
    open_forecast_cache(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o755)
    open_forecast_cache(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700, "also where the folder was there before"
