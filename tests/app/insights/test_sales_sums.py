"""Sums hold every sale once, by day, category and week."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.insights.sales_sums import MOST_WEEKS, SalesSums, add_up

LAST = dt.date(2024, 3, 10)
CATEGORIES = pd.Series({"tea": "Drinks", "mug": "Pots", "tray": ""}, dtype="str")


def sold(*rows: tuple[int, str, float, float]) -> pd.DataFrame:
    """Sales as days before LAST, SKU, units, revenue."""
    days = [pd.Timestamp(LAST) - pd.Timedelta(days=ago) for ago, *_ in rows]
    rest = pd.DataFrame([row[1:] for row in rows], columns=["sku", "units", "revenue"])
    return rest.assign(day=pd.DatetimeIndex(days))


@pytest.fixture
def sums() -> SalesSums:
    return add_up(
        sold((8, "tea", 3, 6.0), (6, "tea", 1, 2.0), (0, "mug", 2, 20.0), (0, "tray", 1, np.nan)),
        CATEGORIES,
        last_day=LAST,
    )


def test_days_are_whole_weeks_up_to_the_last_day(sums: SalesSums) -> None:
    assert len(sums.days) == 14
    assert sums.days[-1] == pd.Timestamp(LAST)


def test_each_day_has_its_units_and_money(sums: SalesSums) -> None:
    assert np.flatnonzero(sums.units.by_day).tolist() == [5, 7, 13]
    assert sums.units.by_day[[5, 7, 13]].tolist() == [3, 1, 3]
    assert sums.of("money").by_day[[5, 7, 13]].tolist() == [6, 2, 20]


def test_categories_are_told_apart_and_products_without_one_have_their_own(sums: SalesSums) -> None:
    assert sums.categories == ("", "Drinks", "Pots")
    assert sums.units.by_category.sum(axis=0).tolist() == [1, 4, 2]


def test_weeks_end_with_the_last_day(sums: SalesSums) -> None:
    assert sums.units.by_week.tolist() == [[3, 0, 0], [1, 2, 1]]


def test_without_any_money_units_stand_in() -> None:
    sums = add_up(sold((0, "tea", 3, np.nan)), CATEGORIES, last_day=LAST)
    assert sums.money is None
    assert sums.of("money") is sums.units


def test_a_product_that_the_shop_does_not_know_is_left_out() -> None:
    assert add_up(sold((0, "ghost", 3, 1.0)), CATEGORIES, last_day=LAST).units.by_day.sum() == 0


def test_at_most_two_years_are_kept() -> None:
    sums = add_up(sold((5000, "tea", 3, 1.0), (0, "tea", 1, 1.0)), CATEGORIES, last_day=LAST)
    assert len(sums.days) == MOST_WEEKS * 7
    assert sums.units.by_day.sum() == 1


rows = st.tuples(st.integers(0, 60), st.sampled_from(list(CATEGORIES.index)), st.integers(-3, 9), st.just(1.0))


@given(st.lists(rows, min_size=1, max_size=30))
def test_every_view_adds_up_to_the_same(sales: list[tuple[int, str, float, float]]) -> None:
    units = add_up(sold(*sales), CATEGORIES, last_day=LAST).units
    total = sum(row[2] for row in sales)
    assert [units.by_day.sum(), units.by_category.sum(), units.by_week.sum()] == pytest.approx([total] * 3)
