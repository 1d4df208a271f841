"""Tests of closed days."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from forecasting.closed_days import closed_weekdays_ahead, find_open_days


@given(st.lists(st.integers(0, 30), min_size=1, max_size=200))
def test_a_day_with_sales_is_never_closed(products_sold: list[int]) -> None:
    sold = np.array(products_sold)
    assert find_open_days(sold)[sold > 0].all()


def test_a_shop_that_never_sold_is_not_closed_for_ever() -> None:
    assert find_open_days(np.zeros(100, dtype=np.int64)).all()


def test_sparse_shops_rarely_get_a_closed_weekday_by_chance() -> None:
    random = np.random.default_rng(0)
    closed = [closed_weekdays_ahead(random.random(56) < 0.3).any() for _ in range(300)]
    assert np.mean(closed) <= 0.02
