from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.values.dates import DayTexts, parse_days


def days_of(*texts: str) -> DayTexts:
    return parse_days(np.array(texts, dtype=object))


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-01",
        "2024/3/1",
        "2024-03-01T23:30:00Z",
        "2024-03-01 23:30:00 -0500",
        "2024/3/1 10:15",
        "20240301",
        " 2024.03.01 ",
    ],
)
def test_a_date_that_starts_with_the_year_is_its_local_day(text: str) -> None:
    found = days_of(text)
    assert str(found.days[0]) == "2024-03-01"
    assert found.evidence == "shape"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("12/1/2010 8:26", "12/31/2010 8:26"), "2010-12-01"),
        (("01/12/2010", "31/12/2010"), "2010-12-01"),
        (("1.12.2010", "31.12.2010"), "2010-12-01"),
        (("12/1/10 3:22 PM", "12/31/10 3:22 PM"), "2010-12-01"),
        (("12-01-2010", "12-31-2010"), "2010-12-01"),
    ],
)
def test_a_part_above_12_shows_the_order_of_the_whole_column(texts: tuple[str, ...], expected: str) -> None:
    found = days_of(*texts)
    assert str(found.days[0]) == expected
    assert (found.evidence, found.example) == ("above_12", texts[1])


def test_without_a_part_above_12_the_days_that_lie_closer_together_win() -> None:
    found = days_of("03/01/2024", "03/02/2024", "03/03/2024", "03/04/2024")
    assert (found.order, found.evidence) == ("month", "continuity")
    assert str(found.days[3]) == "2024-03-04"


def test_a_date_with_points_is_read_day_first() -> None:
    found = days_of("03.01.2024")
    assert (str(found.days[0]), found.evidence) == ("2024-01-03", "shape")


def test_a_date_that_nothing_decides_is_read_day_first_and_says_so() -> None:
    found = days_of("03/01/2024")
    assert (found.order, found.evidence, str(found.example_day)) == ("day", "assumed", "2024-01-03")


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31/12/20223", "20223-01-01", "2023-02-29", "1989-12-31", "2101-01-01", "2024-13-45", "0/0/2024"],
)
def test_what_is_no_day_between_1990_and_2100_is_no_day(text: str) -> None:
    assert np.isnat(days_of("2024-01-01", text).days[1])


@given(st.lists(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)), min_size=1))
def test_every_iso_date_is_read_as_itself(dates: list[date]) -> None:
    texts = np.array([day.isoformat() for day in dates], dtype=object)
    assert [str(day) for day in parse_days(texts).days] == list(texts)


@given(st.lists(st.text(max_size=20), max_size=20))
def test_no_text_makes_the_reader_fail(texts: list[str]) -> None:
    assert len(parse_days(np.array(texts, dtype=object)).days) == len(texts)
