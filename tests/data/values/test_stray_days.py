"""A row half a year away from all others is a wrong clock, unless nobody can tell which rows are wrong."""

from pathlib import Path

import numpy as np

from data.reading.sales_file import read_sales
from data.values.stray_days import stray_days

YEAR = np.arange("2024-01-01", "2025-01-01", dtype="datetime64[D]")


def test_a_lone_day_in_the_far_past_or_future_is_stray() -> None:
    days = np.concatenate(([np.datetime64("1991-01-01")], YEAR, [np.datetime64("2099-01-01")]))
    assert np.flatnonzero(stray_days(days)).tolist() == [0, 367]


def test_a_season_with_half_a_year_in_between_is_not_stray() -> None:
    assert not stray_days(np.concatenate((YEAR[:90], YEAR[:90] + 365))).any()


def test_two_far_days_alone_are_both_kept() -> None:
    assert not stray_days(np.array(["2020-01-01", "2024-01-01"], dtype="datetime64[D]")).any()


def test_days_not_known_are_not_stray() -> None:
    assert not stray_days(np.array(["NaT"], dtype="datetime64[D]")).any()
    assert not stray_days(np.array([], dtype="datetime64[D]")).any()


def test_a_stray_row_is_left_out_and_the_last_day_is_that_of_the_others(tmp_path: Path) -> None:
    rows = [f"{day},tea,1" for day in YEAR]
    file = tmp_path / "till.csv"
    file.write_text("\n".join(["date,sku,units", *rows, "2099-01-01,tea,5"]))
    report = read_sales(file).report
    assert str(report.last_day) == "2024-12-31"
    assert [(part.reason, part.rows, part.units) for part in report.left_out] == [("stray_date", (368,), 5.0)]
