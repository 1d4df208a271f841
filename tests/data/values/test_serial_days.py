import numpy as np
import pytest

from data.values.serial_days import serial_days


def days_of(*texts: str) -> list[str] | None:
    found = serial_days(np.array(texts, dtype=object))
    return None if found is None else [str(day) for day in found.days]


def test_excel_counts_days_as_its_help_says() -> None:
    # Microsoft: "January 1, 2008 is serial number 39448 because it is 39,447 days after January 1, 1900."
    assert days_of("39448", "39448.75", "39449,5") == ["2008-01-01", "2008-01-01", "2008-01-02"]


def test_seconds_and_milliseconds_since_1970_are_days() -> None:
    assert days_of("1709251200", "1709337599") == ["2024-03-01", "2024-03-01"]
    assert days_of("1709251200000") == ["2024-03-01"]


@pytest.mark.parametrize("texts", [("20240301",), ("1",), ("2024-03-01", "39448"), ("12345678901234",), ("",)])
def test_other_numbers_and_dates_are_not_counted_days(texts: tuple[str, ...]) -> None:
    assert days_of(*texts) is None
