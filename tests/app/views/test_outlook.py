"""Stock ahead, worked out by hand, and what was said of the past."""

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.planning.plan import Plan
from app.views.outlook import StockOutlook, days_shown, past_promise, stock_outlook, unobserved_days
from forecasting.history import History
from forecasting.past_forecasts import PastForecasts
from inventory.demand import poisson_demand
from tests.app.shops import HORIZON, TODAY, plan_of


def outlook_of(**product: Any) -> StockOutlook:
    found = stock_outlook(plan_of(product), 0)
    assert found is not None
    return found


def test_a_product_that_was_never_counted_has_no_outlook() -> None:
    assert stock_outlook(plan_of({}), 0) is None


def test_expected_stock_falls_by_what_sells_until_the_order_arrives() -> None:
    outlook = outlook_of(on_hand=20.0)  # 2 a day; 17 are ordered today and are here after 7 days
    assert outlook.days[0] == TODAY
    assert outlook.days[-1] == TODAY + dt.timedelta(days=28)
    assert outlook.expected[:7].tolist() == [20, 18, 16, 14, 12, 10, 8]
    assert outlook.expected[7:10].tolist() == [6 + 17, 21, 19]
    assert outlook.arrival == TODAY + dt.timedelta(days=7)


def test_what_is_on_order_arrives_with_todays_order() -> None:
    outlook = outlook_of(on_hand=20.0, on_order=10.0)  # position 30, order 7
    assert outlook.expected[6:8].tolist() == [8, 6 + 10 + 7]


def test_without_anything_coming_there_is_no_arrival_and_stock_ends_at_zero() -> None:
    outlook = outlook_of(on_hand=40.0)  # above the reorder point of 37
    assert outlook.arrival is None
    assert outlook.expected[:3].tolist() == [40, 38, 36]
    assert outlook.expected[20:].tolist() == [0] * 9


def test_sales_missed_before_the_delivery_are_not_made_up_for() -> None:
    outlook = outlook_of(on_hand=4.0)  # gone after two days; 33 arrive after seven
    assert outlook.expected[:9].tolist() == [4, 2, 0, 0, 0, 0, 0, 33, 31]


def test_a_delivery_beyond_the_days_shown_is_not_drawn() -> None:
    plan = plan_of({"on_hand": 4.0, "lead_time_days": 40.0})
    assert days_shown(plan, 0) == 40 + 7 + 7
    later = stock_outlook(replace(plan, demand=poisson_demand([2.0], horizon=30)), 0)
    assert later is not None
    assert (later.arrival, later.expected[-1]) == (None, 0)


def test_the_band_is_stock_less_the_quantiles_of_what_sells() -> None:
    outlook = outlook_of(on_hand=40.0)
    demand = poisson_demand([2.0], horizon=HORIZON)
    for day in (1, 5, 12):
        high, low = demand.quantile([day], 0.05)[0], demand.quantile([day], 0.95)[0]
        assert outlook.high[day] == max(40 - high, 0)
        assert outlook.low[day] == max(40 - low, 0)


@given(
    rate=st.sampled_from([0.0, 0.1, 5.0]),
    on_hand=st.floats(-20, 300),
    on_order=st.floats(0, 60),
    lead=st.sampled_from([0.0, 0.5, 9.0, 35.0]),
)
def test_stock_ahead_is_never_below_zero(rate: float, on_hand: float, on_order: float, lead: float) -> None:
    outlook = outlook_of(rate=rate, on_hand=on_hand, on_order=on_order, lead_time_days=lead)
    for series in (outlook.low, outlook.expected, outlook.high):
        assert len(series) == len(outlook.days)
        assert (series >= 0).all()


@pytest.mark.parametrize(("lead", "days"), [(7.0, 28), (20.0, 34), (20.5, 35), (90.0, HORIZON)])
def test_the_days_shown_are_the_protection_interval_and_a_week_at_least_four_weeks(lead: float, days: int) -> None:
    plan = plan_of({})
    protection = np.array([lead + 7.0])
    assert days_shown(replace(plan, decision=replace(plan.decision, protection_days=protection)), 0) == days


def with_past(plan: Plan, *, said: Any, judged: Any, average: Any) -> Plan:
    past = PastForecasts(
        origins=pd.DatetimeIndex(["2024-02-04", "2024-02-18", "2024-03-03"]),
        spans=np.array([7, 14, 28]),
        forecast=np.array(said, dtype=np.float32),
        actual=np.array(judged, dtype=np.float32),
        weekday_average=np.array(average, dtype=np.float32),
        shown_origin=None,
        shown=np.zeros((1, 0), dtype=np.float32),
    )
    return replace(plan, forecast=replace(plan.forecast, past=past))


def test_past_forecasts_are_of_the_span_nearest_to_the_protection_interval() -> None:
    nan = np.nan
    plan = with_past(
        plan_of({}),  # protected for 14 days, in which 2 a day are 28
        said=[[[1, 25, 9], [1, 33, 9], [1, 20, 9]]],
        judged=[[[2, 28, 9], [2, 28, 9], [2, nan, nan]]],
        average=[[[3, 36, 9], [3, 22, 9], [3, 30, 9]]],
    )
    promise = past_promise(plan, 0)
    assert promise is not None
    assert promise.days == 14
    assert promise.origins == [dt.date(2024, 2, 4), dt.date(2024, 2, 18)], "the third is not over yet"
    assert (promise.said.tolist(), promise.sold.tolist()) == ([25, 33], [28, 28])
    assert promise.error == 4  # (3 + 5) / 2
    assert promise.weekday_error == 7  # (8 + 6) / 2


def test_without_past_forecasts_nothing_is_said_of_them() -> None:
    assert past_promise(plan_of({}), 0) is None
    unknown = [[[np.nan] * 3] * 3]
    assert past_promise(with_past(plan_of({}), said=unknown, judged=unknown, average=unknown), 0) is None


def test_every_past_forecast_of_the_sample_shop_was_sold_as_the_history_says(sample_plan: Plan) -> None:
    history = sample_plan.inputs.history
    sold = pd.DataFrame(np.nan_to_num(history.units), index=history.days)
    for product in range(0, 60, 7):
        promise = past_promise(sample_plan, product)
        assert promise is not None
        for origin, units in zip(promise.origins, promise.sold, strict=True):
            after = sold[product][pd.Timestamp(origin) + pd.Timedelta(days=1) :][: promise.days]
            assert units == pytest.approx(after.sum(), rel=1e-6)


def test_days_known_to_be_sold_out_are_told_from_closed_days_and_days_before_the_launch() -> None:
    history = plan_of({"rate": 2.0}).inputs.history
    units, open_days = history.units.copy(), history.open_days.copy()
    units[[0, 1, 30, 40], 0], open_days[40] = np.nan, False
    hidden = History(history.days, history.skus, units, open_days)
    assert unobserved_days(hidden, 0) == [history.days[30].date()]
