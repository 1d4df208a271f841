"""What is promised in use is kept, held against what sold, and made good where it broke."""

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from app.desk import Desk, in_use_of, inputs_now, key_of, make_forecast, plan_now
from app.forecasts.forecast_cache import cached_forecast
from app.proof.in_use import KEPT_LEVELS
from app.views.in_use_card import in_use_card
from data.kept_promises import keep_promises, read_kept_promises
from data.products import edit_product
from tests.app.components import words
from tests.app.shops import MONDAY, TODAY, small_sales, stock_shop, unheard, write_sales

WEEKS = 30


def test_each_forecast_keeps_what_it_promises(small_desk: Desk) -> None:
    kept = read_kept_promises(small_desk.shop)
    plan = plan_now(small_desk)
    assert plan is not None
    assert len(kept) == 3 * 3 * len(KEPT_LEVELS)
    assert set(kept["made_for"]) == {pd.Timestamp(TODAY)}
    tea = kept[(kept["sku"] == "tea") & (kept["days"] == 14) & (kept["level"] == 0.9)].iloc[0]
    row, level = plan.forecast.skus.index("tea"), int(np.abs(plan.forecast.levels - 0.9).argmin())
    assert tea["promised"] == plan.forecast.totals[row, 13, level]
    assert tea["mean"] == pytest.approx(plan.forecast.mean[row, :14].sum())


def test_they_are_settled_when_their_days_have_passed(small_desk: Desk, tmp_path: Path) -> None:
    inputs = inputs_now(small_desk)
    assert inputs is not None
    told = in_use_of(small_desk, inputs)
    assert (told.since, told.kept) == (None, ())
    assert "The first are judged in a week." in words(in_use_card(told))
    stock_shop(small_desk.shop, small_sales(tmp_path, weeks=12, name="later.csv"))
    make_forecast(small_desk, unheard)
    later = inputs_now(small_desk)
    assert later is not None
    told = in_use_of(small_desk, later)
    assert told.since == TODAY
    assert {(each.days, each.made) for each in told.kept} == {(7, 3), (14, 3)}
    assert "In real use since 11 March 2024" in words(in_use_card(told))
    assert set(read_kept_promises(small_desk.shop)["made_for"]) == {pd.Timestamp(TODAY), pd.Timestamp("2024-03-25")}


RATES = {f"p{number}": rate for number, rate in enumerate((1.0, 2.0, 3.0, 5.0, 7.0, 9.0, 12.0, 16.0))}


@pytest.fixture
def noisy(desk: Desk, tmp_path: Path) -> Desk:
    """Eight products that sell like Poisson for thirty weeks."""
    units = np.random.default_rng(3).poisson(list(RATES.values()), (7 * WEEKS, len(RATES)))
    sold = {name: units[:, at].tolist() for at, name in enumerate(RATES)}
    stock_shop(desk.shop, write_sales(tmp_path / "noisy.csv", sold))
    return desk


def promise(desk: Desk, deviations: float) -> None:
    """A forecast a day over five months, whose bands are so many deviations of the Poisson total wide."""
    last = MONDAY + dt.timedelta(days=7 * WEEKS - 14)
    keys = pd.MultiIndex.from_product(
        [pd.date_range(MONDAY + dt.timedelta(days=40), last), RATES, (7, 14), KEPT_LEVELS]
    )
    table = keys.to_frame(index=False, name=["made_for", "sku", "days", "level"])
    mean = table["sku"].map(RATES) * table["days"]
    keep_promises(desk.shop, table.assign(promised=mean + deviations * mean**0.5, mean=mean))


def test_a_rigged_engine_with_bands_half_as_wide_is_widened_and_the_card_says_so(noisy: Desk) -> None:
    promise(noisy, 1.28 / 2)
    make_forecast(noisy, unheard)
    plan, inputs = plan_now(noisy), inputs_now(noisy)
    assert plan is not None
    assert inputs is not None
    told = in_use_of(noisy, inputs)
    assert 1.3 < told.widening.factor < 2.5
    calculated = cached_forecast(noisy.forecasts, key_of(inputs))
    assert calculated is not None
    at = int(np.abs(calculated.levels - 0.95).argmin())
    assert (plan.forecast.totals[:, 13, at] > calculated.totals[:, 13, at]).all()
    np.testing.assert_array_equal(plan.demand.quantiles, plan.forecast.totals)
    said = words(in_use_card(told))
    assert "7 days, 80 %" not in said, "each promise is told in full on its own page only"
    assert "less often than promised" in said
    assert "So the bands were widened" in said
    now = next(each for each in told.as_wide_now if (each.days, each.level) == (14, 0.9))
    assert now.verdict != "too_narrow"


def test_an_edit_widens_nothing_twice(noisy: Desk) -> None:
    promise(noisy, 1.28 / 2)
    make_forecast(noisy, unheard)
    before = plan_now(noisy)
    edit_product(noisy.shop, "p1", "on_hand", 12, day=TODAY)
    after = plan_now(noisy)
    assert before is not None
    assert after is not None
    assert after is not before
    np.testing.assert_array_equal(before.forecast.totals, after.forecast.totals)


def test_honest_promises_leave_the_bands_as_they_are(noisy: Desk) -> None:
    promise(noisy, 1.35)
    make_forecast(noisy, unheard)
    inputs = inputs_now(noisy)
    assert inputs is not None
    told = in_use_of(noisy, inputs)
    assert told.widening.factor == 1.0
    assert "widened" not in words(in_use_card(told))


def test_each_promise_in_use_is_told_by_days_level_and_class(noisy: Desk) -> None:
    promise(noisy, 1.28)
    make_forecast(noisy, unheard)
    inputs = inputs_now(noisy)
    assert inputs is not None
    told = in_use_of(noisy, inputs)
    promised = [(each.days, each.level) for each in told.kept]
    assert promised == [(days, level) for days in (7, 14) for level in KEPT_LEVELS]
    assert set(told.by_class) == {"A", "B", "C"}
    for place, each in enumerate(told.kept):
        classes = [kept[place] for kept in told.by_class.values()]
        assert sum(part.made for part in classes) == each.made
        assert sum(part.kept for part in classes) == each.kept
    said = words(in_use_card(told, in_full=True))
    for part in ("The whole shop", "Class A", "Class C", "7 days, 80 %", "14 days, 95 %"):
        assert part in said
    assert f"{told.kept[0].kept} of {told.kept[0].made}" in said.replace(",", "")
