"""A product is given up only when its silence is improbable under its own rate."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from forecasting.selling import LEAST_SILENCE, still_sells


def one(*days: float) -> bool:
    return bool(still_sells(np.array(days, dtype=float)[:, None])[0])


def test_a_daily_seller_silent_for_eight_weeks_is_given_up_and_not_a_day_earlier() -> None:
    assert one(*[1.0] * 100, *[0.0] * (LEAST_SILENCE - 1))
    assert not one(*[1.0] * 100, *[0.0] * LEAST_SILENCE)


def test_a_slow_mover_may_be_silent_for_as_long_as_it_often_is() -> None:
    every_month = [1.0, *[0.0] * 29] * 6
    assert one(*every_month, *[0.0] * 60)
    assert not one(*every_month, *[0.0] * 600)


def test_what_was_never_sold_cannot_sell_again() -> None:
    assert not one(*[0.0] * 10)
    assert not one(*[np.nan] * 10)


def test_closed_days_are_no_silence() -> None:
    assert one(*[1.0] * 100, *[np.nan] * 200)


@given(st.lists(st.floats(0, 9), min_size=1, max_size=200), st.integers(0, 400))
def test_more_silence_never_brings_a_product_back(days: list[float], silence: int) -> None:
    assert one(*days, *[0.0] * silence) <= one(*days)
