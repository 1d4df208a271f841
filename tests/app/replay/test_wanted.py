"""Sold out is not unwanted: the same weekday stands in, and no later day plays a part."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from app.replay.wanted import hidden_days, wanted
from forecasting.history import History

BEGIN = 63


def history(units: np.ndarray, closed: int | None = None) -> History:
    is_open = np.ones(len(units), dtype=bool)
    if closed is not None:
        is_open[closed] = False
    return History(pd.date_range("2024-01-01", periods=len(units)), ("tea",), units[:, None], is_open)


def weekly() -> np.ndarray:
    """Eleven weeks: 1 to 7 from Monday to Sunday."""
    return np.tile(np.arange(1.0, 8.0), 11)


def test_what_was_sold_is_what_was_wanted() -> None:
    assert wanted(history(weekly()), begin=BEGIN)[:, 0].tolist() == weekly()[BEGIN:].tolist()


def test_a_day_sold_out_wants_what_its_weekday_usually_sells() -> None:
    units = weekly()
    units[65:68] = np.nan
    assert wanted(history(units), begin=BEGIN)[2:5, 0].tolist() == [3, 4, 5]
    assert hidden_days(history(units), begin=BEGIN) == 3


def test_weeks_that_were_not_observed_do_not_speak() -> None:
    units = weekly()
    units[65] = units[58] = units[51] = np.nan
    units[44] = 10.0
    # Of the eight Wednesdays before, two are unknown, one sold 10, five sold 3.
    assert wanted(history(units), begin=BEGIN)[2, 0] == round((10 + 5 * 3) / 6, 3)


def test_closed_days_and_days_before_the_first_sale_want_nothing() -> None:
    units = weekly()
    units[65] = np.nan
    assert wanted(history(units, closed=65), begin=BEGIN)[2, 0] == 0
    new = np.full(77, np.nan)
    new[70:] = 5.0
    assert wanted(history(new), begin=BEGIN)[:7, 0].tolist() == [0] * 7


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=6, max_size=6))
def test_later_days_change_nothing(later: list[int | None]) -> None:
    units = weekly()
    units[68:70] = np.nan
    other = units.copy()
    other[71:] = [np.nan if each is None else each for each in later]
    one, two = (wanted(history(each), begin=BEGIN)[: 71 - BEGIN] for each in (units, other))
    assert one.tobytes() == two.tobytes()
