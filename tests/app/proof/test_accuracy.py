"""Forecasts beside two simple ways, with errors that can be added up by hand."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from app.planning.plan import Plan
from app.proof.accuracy import accuracy, better_products, by_label, worse_products
from app.proof.past_totals import past_totals
from forecasting.forecast import Forecast
from forecasting.history import History
from forecasting.past_forecasts import PastForecasts, no_past
from tests.app.shops import poisson_forecast

DAYS = 98
ORIGINS = (55, 62, 69, 76, 83)


def history() -> History:
    """Tea sells 2 a day and 5 a day in the last three weeks; mugs 1 a day."""
    tea = np.where(np.arange(DAYS) < DAYS - 21, 2.0, 5.0)
    units = np.column_stack([tea, np.ones(DAYS)])
    return History(pd.date_range("2024-01-01", periods=DAYS), ("tea", "mug"), units, np.ones(DAYS, dtype=bool))


def forecast(tea: float = 28.0, mug: float = 14.0) -> Forecast:
    """Said at each origin: so much tea and so many mugs in 14 days; the weekday average says 30 and 14."""
    shape = (2, len(ORIGINS), 1)
    said = np.broadcast_to(np.array([tea, mug])[:, None, None], shape).astype(np.float32)
    actual = np.full(shape, 28.0, dtype=np.float32)
    average = np.broadcast_to(np.array([30.0, 14.0])[:, None, None], shape).astype(np.float32)
    past = PastForecasts(
        origins=history().days[list(ORIGINS)],
        spans=np.array([14]),
        forecast=said,
        actual=actual,
        weekday_average=average,
        shown_origin=history().days[DAYS - 29],
        shown=np.full((2, 28), 2.0, dtype=np.float32),
    )
    return replace(poisson_forecast(("tea", "mug"), np.array([2.0, 1.0])), past=past)


def test_totals_are_those_that_were_sold_and_last_week_is_the_week_before_again() -> None:
    past = past_totals(forecast(), history())
    assert past is not None
    # The new level begins on row 77: the last origins but one are followed by 14 days of 5, one has seven of them.
    assert past.sold[0].tolist() == [28.0, 28.0, 49.0, 70.0, 70.0]
    assert past.last_week[0].tolist() == [28.0, 28.0, 28.0, 28.0, 70.0]
    assert past.sold[1].tolist() == [14.0] * 5


def test_errors_are_shares_of_what_was_sold() -> None:
    found = accuracy(forecast(), history())
    assert found is not None
    tea = found.products.loc["tea"]
    assert tea["wape"] == pytest.approx((21 + 42 + 42) / 245)
    assert tea["weekday_average"] == pytest.approx((2 + 2 + 19 + 40 + 40) / 245)
    assert tea["last_week"] == pytest.approx((21 + 42) / 245)
    assert tea["better"] == pytest.approx(1 - 105 / 103)
    assert tea["bias"] == pytest.approx(140 / 245 - 1)
    assert tea["mape"] == pytest.approx((0 + 0 + 21 / 49 + 42 / 70 + 42 / 70) / 5)


def test_the_shop_is_judged_by_the_sum_of_all_errors() -> None:
    found = accuracy(forecast(mug=15.0), history())
    assert found is not None
    assert found.shop.wape == pytest.approx((105 + 5) / (245 + 70))
    assert found.shop.totals == 10


def test_mase_is_of_single_days_against_the_week_before() -> None:
    found = accuracy(forecast(), history())
    assert found is not None
    assert np.isnan(found.products.loc["tea", "mase"]), "a product that never changed from week to week has no scale"


def test_a_closed_day_counts_as_one_on_which_nothing_sold() -> None:
    """Two or four a day, week about, and closed on Sundays; said are three a day and 0.7 on a Sunday."""
    days = np.arange(DAYS)
    sunday = days % 7 == 6
    tea = np.where(sunday, np.nan, np.where(days // 7 % 2, 4.0, 2.0))
    shop = History(pd.date_range("2024-01-01", periods=DAYS), ("tea", "mug"), np.column_stack([tea, tea]), ~sunday)
    made = forecast()
    row = DAYS - 28
    shown = np.tile(np.where(sunday[row:], 0.7, 3.0), (2, 1)).astype(np.float32)
    found = accuracy(replace(made, past=replace(made.past, shown=shown)), shop)
    assert found is not None
    assert found.products["mase"].tolist() == pytest.approx([(6 + 0.7) / 12] * 2)


def test_worse_products_come_first_and_are_named() -> None:
    found = accuracy(forecast(tea=28.0, mug=14.0), history())
    assert found is not None
    assert list(found.products.index) == ["tea", "mug"]
    assert list(worse_products(found).index) == ["tea"]
    assert list(better_products(found).index) == [], "a forecast as good as the average is neither"


def test_months_are_those_in_which_the_totals_began() -> None:
    found = accuracy(forecast(), history())
    assert found is not None
    assert [month.date() for month in found.months] == [dt.date(2024, 2, 1), dt.date(2024, 3, 1)]
    assert sum(each.totals for each in found.months.values()) == found.shop.totals


def test_classes_are_judged_each_by_its_own_products() -> None:
    found = accuracy(forecast(), history())
    assert found is not None
    told = by_label(found, ["A", "B"])
    assert told["A"].wape == found.products.loc["tea", "wape"]
    assert told["B"].wape == 0


def test_a_shop_without_a_past_is_not_judged() -> None:
    assert accuracy(replace(forecast(), past=no_past(2)), history()) is None


def test_the_sample_shop_is_judged_as_its_engine_says(sample_plan: Plan) -> None:
    found = accuracy(sample_plan.forecast, sample_plan.inputs.history)
    assert found is not None
    assert len(found.products) == 60
    margin = dict(zip(sample_plan.forecast.skus, sample_plan.forecast.margin, strict=True))
    ours = found.products["better"]
    assert np.corrcoef(ours, [margin[sku] for sku in ours.index])[0, 1] > 0.5, "other days and spans, the same story"
