"""What is said of past promises is what the scorer computes from them, and no later sale plays a part."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

import app.proof.look_back as looking
from app.proof.look_back import LookBack, look_back
from app.proof.promise_tables import headline_of, kept_of
from data.reading.sales_file import read_sales
from forecasting.forecast import Forecast
from forecasting.history import History, build_history
from tests.app.replay.test_replay import made_up
from tests.scorer import scorer
from tests.shared_data import shared_file


@pytest.fixture(scope="module")
def history() -> History:
    return made_up(days=280, products=10)


@pytest.fixture(scope="module")
def looked(history: History) -> LookBack:
    return look_back(history)


def test_the_shares_kept_are_the_coverage_that_the_scorer_computes(history: History, looked: LookBack) -> None:
    days, products = history.units.shape
    sales = pd.DataFrame(
        {
            "date": np.repeat(history.days, products),
            "sku": np.tile(np.array(history.skus, dtype=object), days),
            "units": history.units.ravel(),
        }
    )
    score = scorer()
    figures = score.total_figures(score.daily_matrix(sales[sales["units"] > 0]), looked.settled)
    kept = kept_of(looked.settled)
    assert len(kept) == 9
    for each in kept:
        assert each.share == pytest.approx(figures[f"cover{each.days}@{each.level:g}"], abs=1e-12)


def test_so_they_are_on_the_sales_of_a_real_shop() -> None:
    path = shared_file("../bench/sets/bakery_spain.csv")
    sales = pd.read_csv(path, parse_dates=["date"], dtype={"sku": str})
    told = look_back(build_history(read_sales(path).daily, maximum_days=420))
    score = scorer()
    figures = score.total_figures(score.daily_matrix(sales), told.settled[told.settled["days"] == 14])
    kept = [each for each in kept_of(told.settled) if each.days == 14]
    assert len(kept) == 3
    for each in kept:
        assert each.share == pytest.approx(figures[f"cover14@{each.level:g}"], abs=1e-12)


def test_origins_are_weekly_and_every_promise_settled_has_its_days_behind_it(
    history: History, looked: LookBack
) -> None:
    assert (looked.origins[1:] - looked.origins[:-1] == pd.Timedelta(days=7)).all()
    assert looked.origins[-1] == history.days[-8]
    ends = looked.settled["origin"] + pd.to_timedelta(looked.settled["days"], unit="D")
    assert (ends <= history.days[-1]).all()


def test_sales_after_an_origin_change_nothing_that_was_promised_there(history: History, looked: LookBack) -> None:
    units = history.units.copy()
    units[-40:] = 3 * units[-40:] + 5
    again = look_back(history.with_units(units)).settled
    before = history.days[-41]
    keys = ["origin", "sku", "days", "level"]
    was, now = (table[table["origin"] <= before].set_index(keys)["units"] for table in (looked.settled, again))
    assert len(was)
    pd.testing.assert_series_equal(was, now)


def half_as_wide(forecast: Forecast) -> Forecast:
    """The forecast of a rigged engine: every quantile half as far from the median."""
    median = forecast.totals[..., [int(np.abs(forecast.levels - 0.5).argmin())]]
    return replace(forecast, totals=median + (forecast.totals - median) / 2)


def test_a_rigged_engine_with_bands_half_as_wide_is_caught(
    history: History, looked: LookBack, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = looking.morning_forecasts

    def rigged(*args: Any, **named: Any) -> Iterator[Forecast]:
        return (half_as_wide(forecast) for forecast in honest(*args, **named))

    monkeypatch.setattr(looking, "morning_forecasts", rigged)
    caught, fair = headline_of(kept_of(look_back(history).settled)), headline_of(kept_of(looked.settled))
    assert caught is not None
    assert fair is not None
    assert caught.verdict == "too_narrow"
    assert fair.verdict != "too_narrow"


def test_a_shop_too_young_has_nothing_to_look_back_on() -> None:
    young = look_back(made_up(days=80))
    assert len(young.origins) == 0
    assert kept_of(young.settled) == ()


def test_progress_rises_to_the_end(history: History) -> None:
    told: list[float] = []
    look_back(history.first_days(120), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
