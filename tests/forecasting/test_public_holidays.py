"""Tests of the calendar of public holidays."""

from datetime import date

import pandas as pd
import pytest

from forecasting.public_holidays import MILLIONS, OFFSETS, is_country, occasions, public_holidays


def test_the_sunday_before_a_monday_feast_is_a_holiday_though_no_law_says_so() -> None:
    french, spanish = public_holidays("FR", 2022, 2022), public_holidays("ES", 2022, 2022)
    assert french[date(2022, 4, 17)] == "Easter Sunday"
    assert french[date(2022, 6, 5)] == "Pentecost Sunday"
    assert date(2022, 4, 17) not in spanish  # Easter Monday is none in all of Spain


def test_a_holiday_observed_on_another_day_bears_its_own_name() -> None:
    british = public_holidays("GB", 2022, 2022)
    assert british[date(2022, 12, 27)] == british[date(2022, 12, 25)] == "Christmas Day"
    assert date(2022, 8, 29) in british  # the summer bank holiday of England


@pytest.mark.parametrize("country", MILLIONS)
def test_every_country_that_is_tried_is_known(country: str) -> None:
    assert is_country(country)
    public_holidays(country, 2024, 2024)


def test_days_around_a_holiday_are_occasions_of_it() -> None:
    days = pd.date_range("2022-07-10", "2022-07-17")
    special = occasions(days, "FR")
    assert [OFFSETS[place] if place >= 0 else None for place in special.offset] == [None, -3, -2, -1, 0, 1, 2, None]
    assert len(set(special.holiday[1:7])) == 1


def test_a_holiday_after_the_last_day_makes_an_eve_of_it() -> None:
    assert OFFSETS[occasions(pd.date_range("2022-12-29", "2022-12-31"), "FR").offset[-1]] == -1


def test_without_a_country_no_day_is_special() -> None:
    assert (occasions(pd.date_range("2022-01-01", "2022-12-31"), None).offset == -1).all()
