from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.tables.column import Column, column_of
from data.values.date_order import witness_of
from data.values.dates import DayTexts, parse_days


def texts(*days: str) -> np.ndarray:
    return np.array(days, dtype=object)


def column(*cells: str) -> Column:
    return column_of("Date", list(cells), np.arange(len(cells)))


def read_beside(dates: tuple[str, ...], other: tuple[str, ...], kind: str) -> DayTexts:
    days = column(*dates)
    found = witness_of(days, column(*other), kinds=[kind])
    return parse_days(days.texts, witnesses=lambda: [found] if found else [])


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (("Friday", "Tuesday"), "weekday"),
        (("ven.", "mar."), "weekday"),
        (("3", "4"), "month"),
        (("März", "April"), "month"),
        (("2024-03-01", "2024-04-02"), "day"),
    ],
)
def test_another_column_shows_what_comes_first(other: tuple[str, ...], kind: str) -> None:
    found = read_beside(("01/03/2024", "02/04/2024"), other, kind)
    assert (found.order, found.evidence) == ("day", "neighbour")


def test_another_column_that_fits_neither_reading_shows_nothing() -> None:
    assert read_beside(("01/03/2024", "02/04/2024"), ("Sunday", "Sunday"), "weekday").evidence == "assumed"


def test_a_weekday_before_the_date_shows_what_comes_first() -> None:
    found = parse_days(texts("Fri 03/01/2024"))
    assert (str(found.days[0]), found.evidence) == ("2024-03-01", "neighbour")


def test_twelve_first_days_of_months_may_as_well_be_twelve_days_of_january() -> None:
    found = parse_days(texts(*(f"01/{month:02d}/2024" for month in range(1, 13))))
    assert found.evidence == "assumed"


def test_a_sorted_file_shows_its_order() -> None:
    days = [
        "02/11/2024",
        "05/11/2024",
        "01/12/2024",
        "07/12/2024",
        "03/01/2025",
        "09/02/2025",
        "06/04/2025",
        "02/05/2025",
    ]
    found = parse_days(texts(*days))
    assert (found.order, found.evidence) == ("day", "continuity")


@pytest.mark.parametrize(("first", "order"), [("24-02-01", "year"), ("13-02-24", "day")])
def test_short_years_may_stand_first_or_last(first: str, order: str) -> None:
    start = date(2024, 2, 1) if order == "year" else date(2024, 2, 13)
    written = "%y-%m-%d" if order == "year" else "%d-%m-%y"
    days = [start + timedelta(number) for number in range(12)]
    found = parse_days(texts(*(day.strftime(written) for day in days)))
    assert found.days.tolist() == days
    assert found.order == order
    assert days[0].strftime(written) == first


@pytest.mark.parametrize("sign", [".", "/", "-"])
@pytest.mark.parametrize("last", ["24.03.25", "25.01.07"])
def test_first_numbers_that_hardly_move_are_years_also_where_days_are_sparse(sign: str, last: str) -> None:
    written = ["24.01.02", "24.01.15", "24.02.09", "24.02.20", last]
    found = parse_days(texts(*(text.replace(".", sign) for text in written)))
    assert (found.order, found.evidence) == ("year", "continuity")
    assert str(found.days[-1]) == f"20{last}".replace(".", "-")


def test_the_same_day_of_every_month_for_many_years_has_its_year_last() -> None:
    days = [date(year, month, 24) for year in range(2008, 2022) for month in range(1, 13)]
    assert parse_days(texts(*(day.strftime("%d.%m.%y") for day in days))).days.tolist() == days


def test_first_numbers_that_run_over_a_month_are_no_years() -> None:
    found = parse_days(texts("13.01.24", "22.02.24", "15.04.24", "28.05.24", "11.06.24"))
    assert (found.order, str(found.days[0])) == ("day", "2024-01-13")


@pytest.mark.parametrize(("text", "options"), [("24-02-01", ("year", "day")), ("11-02-01", ("year", "day", "month"))])
def test_one_date_of_three_short_numbers_is_asked_with_all_that_it_can_be(text: str, options: tuple[str, ...]) -> None:
    found = parse_days(texts(text))
    assert (found.evidence, found.options) == ("assumed", options)


def test_of_several_dates_the_one_that_is_a_day_in_both_orders_is_asked_about() -> None:
    found = parse_days(texts("13/01/2024", "01/14/2024", "03/04/2024"))
    assert (found.evidence, found.example, found.options) == ("assumed", "03/04/2024", ("day", "month"))


@given(
    start=st.dates(date(2015, 1, 1), date(2030, 1, 1)),
    steps=st.lists(st.integers(1, 3), min_size=30, max_size=60),
    written=st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%y", "%m/%d/%y", "%d.%m.%Y", "%Y/%m/%d", "%y-%m-%d"]),
    shuffled=st.randoms(use_true_random=False),
)
def test_a_month_of_days_is_read_right_in_every_writing(
    start: date, steps: list[int], written: str, shuffled: object
) -> None:
    days = [start + timedelta(sum(steps[:place])) for place in range(len(steps))]
    shuffled.shuffle(days)  # type: ignore[attr-defined]
    assert parse_days(texts(*(day.strftime(written) for day in days))).days.tolist() == days


def test_few_days_that_would_be_long_ago_with_the_year_last_are_asked_about() -> None:
    found = parse_days(texts("24/01/02", "24/01/03", "24/02/01"))
    assert (found.order, found.evidence) == ("year", "assumed")
    assert parse_days(texts("15/06/24", "15/07/24")).order == "day"
