"""Whatever a file holds: its report adds up, and the order of its rows does not matter."""

from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.problems import FileRejected
from data.reading.sales_file import read_sales
from data.report import ImportReport
from tests.data.text_files import text_file


def assert_nothing_is_dropped_in_silence(report: ImportReport) -> None:
    assert report.rows_read == report.rows_used + sum(len(part.rows) for part in report.left_out)
    for read, used, left in (
        (report.units_read, report.units_used, sum(part.units for part in report.left_out)),
        (report.revenue_read, report.revenue_used, sum(part.revenue for part in report.left_out)),
    ):
        assert np.isclose(read, used + left, atol=0.005)


CELL = st.sampled_from(
    ["2024-01-01", "1/2/2024", "13/02/2024", "A", "b", "", "3", "-1", "2,5", "x", '"', "€4.00", "Total", "None"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(rows=st.lists(st.lists(CELL, min_size=1, max_size=6).map(",".join), max_size=12), good=st.integers(1, 12))
def test_rows_units_and_money_always_add_up(tmp_path: Path, rows: list[str], good: int) -> None:
    known = [f"2024-01-{day:02d},A,2,3.00" for day in range(1, good + 1)]
    try:
        report = read_sales(text_file(tmp_path, "date,sku,units,price", *known, *rows)).report
    except FileRejected:
        return
    assert_nothing_is_dropped_in_silence(report)
    assert sum(report.as_dict()["left_out"].values()) == report.rows_read - report.rows_used


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(body=st.binary(max_size=300))
def test_any_bytes_are_read_or_rejected(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "till.csv"
    for start in (b"", b"date,sku,units\n2024-01-01,A,1\n"):
        path.write_bytes(start + body)
        try:
            assert_nothing_is_dropped_in_silence(read_sales(path).report)
        except FileRejected as found:
            assert found.problems  # noqa: PT017 - either outcome is right


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(data=st.data())
def test_the_order_of_rows_never_matters(tmp_path: Path, data: st.DataObject) -> None:
    row = st.tuples(st.integers(13, 28), st.sampled_from(["A", "a", "B", "C c"]), st.integers(-3, 9))
    rows = data.draw(st.lists(row, min_size=1, max_size=20))
    lines = [f"2024-01-{day},{sku},{units}" for day, sku, units in rows]
    mixed = data.draw(st.permutations(lines))
    one, other = (read_sales(text_file(tmp_path, "date,sku,units", *some)) for some in (lines, mixed))
    assert one.daily.equals(other.daily)
    assert one.products.equals(other.products)
