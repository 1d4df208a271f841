import numpy as np
import pytest

from data.values.calendar_columns import says_the_calendar

DAYS = np.arange("2023-08-20", "2024-06-10", dtype="datetime64[D]")
DATES = [day.item() for day in DAYS]


@pytest.mark.parametrize(
    "values",
    [
        [day.year for day in DATES],
        [day.month for day in DATES],
        [day.day for day in DATES],
        [day.weekday() for day in DATES],
        [day.isoweekday() for day in DATES],
        [day.isoweekday() % 7 for day in DATES],
        [day.isocalendar().week for day in DATES],
        [day.timetuple().tm_yday for day in DATES],
        [(day.month - 1) // 3 + 1 for day in DATES],
        list(range(len(DATES))),
    ],
)
def test_what_only_says_the_date_is_told_apart(values: list[int]) -> None:
    assert says_the_calendar(np.array(values, dtype=np.float64), DAYS)


def test_sales_are_not_the_calendar() -> None:
    assert not says_the_calendar(np.random.default_rng(1).poisson(3, len(DAYS)).astype(np.float64), DAYS)
    assert not says_the_calendar(np.array([1.0, 2.0]), DAYS[:2])
