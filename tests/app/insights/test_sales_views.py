"""Tables of sales add up, and compare like with like."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.insights.sales_sums import add_up
from app.insights.sales_views import (
    by_category,
    by_month_of_the_year,
    by_weekday,
    class_matrix,
    movers,
    over_time,
)

SUNDAY = dt.date(2024, 3, 10)


def days(weeks: int) -> pd.DatetimeIndex:
    return pd.date_range(end=SUNDAY, periods=weeks * 7)


def test_weeks_are_whole_and_end_with_the_last_day() -> None:
    table = over_time(days(3), np.arange(21.0), "week")
    assert table["amount"].tolist() == [21, 70, 119]
    assert table["last_day"].iloc[-1] == pd.Timestamp(SUNDAY)
    assert table["first_day"].iloc[-1] == pd.Timestamp(2024, 3, 4)
    assert table["a_year_before"].isna().all()


def test_a_year_before_is_the_same_weekday() -> None:
    amount = np.zeros(60 * 7)
    amount[-1 - 364] = 5.0
    assert over_time(days(60), amount, "day")["a_year_before"].iloc[-1] == 5
    assert over_time(days(60), amount, "week")["a_year_before"].iloc[-1] == 5


def test_a_first_month_that_is_not_whole_is_left_out() -> None:
    table = over_time(days(8), np.ones(56), "month")
    assert table["first_day"].dt.strftime("%Y-%m-%d").tolist() == ["2024-02-01", "2024-03-01"]
    assert table["amount"].tolist() == [29, 10]


def test_a_month_is_compared_with_the_month_a_year_before() -> None:
    table = over_time(days(60), np.arange(420.0), "month").set_index("first_day")
    before = table.loc["2023-02-01", "amount"]
    assert table.loc["2024-02-01", "a_year_before"] == before


@given(st.lists(st.floats(0, 1e6), min_size=14, max_size=14))
def test_days_and_weeks_add_up_to_the_same(amounts: list[float]) -> None:
    sold = np.array(amounts)
    totals = [over_time(days(2), sold, span)["amount"].sum() for span in ("day", "week")]
    assert totals == pytest.approx([sold.sum()] * 2)


def test_closed_days_do_not_lower_a_weekdays_average() -> None:
    amount = np.zeros(21)
    amount[[0, 7]] = 10.0, 20.0  # two Mondays; the third was closed
    average = by_weekday(days(3), amount)
    assert average[0] == 15
    assert np.isnan(average[1:]).all()


def test_a_category_has_its_share_of_the_last_weeks() -> None:
    sold = pd.DataFrame(
        {
            "day": pd.DatetimeIndex([SUNDAY, SUNDAY, "2024-01-01"]),
            "sku": ["tea", "mug", "mug"],
            "units": [3.0, 1.0, 99.0],
            "revenue": np.nan,
        }
    )
    sums = add_up(sold, pd.Series({"tea": "Drinks", "mug": ""}, dtype="str"), last_day=SUNDAY)
    table = by_category(sums, sums.units.by_category, weeks=1)
    assert table["category"].tolist() == ["Drinks", ""]
    assert table["share"].tolist() == [0.75, 0.25]


def test_growth_is_no_season() -> None:
    flat = np.repeat([1.0, 10.0], 364)
    relative = by_month_of_the_year(days(104), flat)
    assert relative == pytest.approx(np.ones(12))


def test_a_month_that_sells_double_stands_out() -> None:
    dates = days(52)
    amount = np.where(dates.month == 12, 2.0, 1.0)
    relative = by_month_of_the_year(dates, amount)
    assert relative is not None
    assert relative[11] / relative[5] == pytest.approx(2)


def test_less_than_a_year_tells_no_season() -> None:
    assert by_month_of_the_year(days(51), np.ones(357)) is None


def test_movers_compare_with_as_many_weeks_before() -> None:
    moved = movers(np.array([[1.0, 9.0], [4.0, 2.0]]), weeks=1)
    assert moved["now"].tolist() == [4, 2]
    assert moved["change"].tolist() == [3, -7]
    assert movers(np.ones((1, 2)), weeks=1)["change"].isna().all()


def test_the_classes_hold_every_product_and_all_that_was_brought_in() -> None:
    rows = pd.DataFrame({"abc": ["A", "A", "C"], "xyz": ["X", "Z", "Z"], "brought_in": [60.0, 30.0, 10.0]})
    matrix = class_matrix(rows)
    assert len(matrix) == 9
    assert matrix["products"].sum() == 3
    assert matrix.set_index(["abc", "xyz"])["share"].loc[("A", "Z")] == pytest.approx(0.3)
