import numpy as np
import pytest

from data.values.day_notes import missing_days

YEAR = np.arange("2024-01-01", "2025-01-01", dtype="datetime64[D]")


def weekday(days: np.ndarray) -> np.ndarray:
    return (days.astype(np.int64) + 3) % 7


def test_a_weekday_on_which_the_shop_is_closed_is_not_missing() -> None:
    assert missing_days(YEAR[weekday(YEAR) != 6]) == ()


@pytest.mark.parametrize(("gap", "told"), [(4, 0), (5, 1), (30, 1)])
def test_five_missing_days_or_more_are_told(gap: int, told: int) -> None:
    assert len(missing_days(np.delete(YEAR, range(100, 100 + gap)))) == told
