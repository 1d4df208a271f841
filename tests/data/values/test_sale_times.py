"""When each day's last sale was, as tills write times."""

from pathlib import Path

import pandas as pd
import pytest

from data.reading.sales_file import read_sales
from data.values.sale_times import minute_of_day


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("08:26", 506),
        ("8:26:59", 506),
        ("8.26", 506),
        ("8h26", 506),
        ("12:05 AM", 5),
        ("12:05 p.m.", 725),
        ("11:40:01 pm", 1420),
        ("2024-01-02T17:03:10.123Z", 1023),
        ("2024-01-02 17:03 Europe/Amsterdam", 1023),
        ("24:10", -1),
        ("noon", -1),
        ("", -1),
    ],
)
def test_times_of_many_tills_are_read(text: str, minute: int) -> None:
    assert minute_of_day(text) == minute


def last_sales_of(folder: Path, text: str) -> dict[str, int]:
    path = folder / "till.csv"
    path.write_text(text, encoding="utf-8")
    found = read_sales(path).last_sales
    days = pd.DatetimeIndex(found.index).strftime("%d")
    return dict(zip(days, found.tolist(), strict=True))


def test_the_latest_sale_of_each_day_counts_whatever_the_order_of_rows(tmp_path: Path) -> None:
    text = "Date,Item,Qty\n2024-01-02 09:00,tea,1\n2024-01-01 17:30,tea,1\n2024-01-02 08:00,tea,1\n"
    assert last_sales_of(tmp_path, text) == {"01": 1050, "02": 540}


def test_a_column_of_times_is_used(tmp_path: Path) -> None:
    text = "Date,Time,Item,Qty\n2024-01-02,9:00 AM,tea,1\n2024-01-02,5:15 PM,tea,1\n"
    assert last_sales_of(tmp_path, text) == {"02": 1035}


def test_rows_left_out_have_no_say(tmp_path: Path) -> None:
    text = "Date,Item,Qty\n2024-01-02 09:00,tea,1\n2024-01-02 23:00,tea,many\n2024-01-02 10:00,tea,2\n"
    assert last_sales_of(tmp_path, text) == {"02": 600}


def test_a_date_with_points_is_no_time(tmp_path: Path) -> None:
    assert last_sales_of(tmp_path, "Date;Item;Qty\n12.05.2024;tea;1\n13.05.2024;tea;2\n") == {}
