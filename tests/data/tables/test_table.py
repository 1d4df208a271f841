import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.tables import table as tables
from data.tables.raw_file import RawFile
from data.tables.table import Table, read_table
from data.tables.table_head import read_head

PLACES = {"day": 0, "name": 1, "units": 2}


def table_of(body: str, header: str = "date,item,units") -> Table:
    raw = RawFile("sales.csv", f"{header}\n{body}".encode(), "utf-8", "")
    return read_table(raw, read_head(raw), PLACES)


def rows_of(table: Table) -> list[list[str]]:
    return [list(row) for row in zip(*(column.texts[column.codes] for column in table.columns.values()), strict=True)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    raw = RawFile("sales.csv", f"date{delimiter}item{delimiter}units\n".encode(), "utf-8", "")
    assert read_head(raw).delimiter == delimiter


def test_line_breaks_inside_quotes_belong_to_the_cell_and_count_as_lines() -> None:
    found = table_of('2024-01-01,"Tea\nblack",1\n2024-01-02,Tea,2\n')
    assert rows_of(found) == [["2024-01-01", "Tea\nblack", "1"], ["2024-01-02", "Tea", "2"]]
    assert list(found.lines) == [2, 4]


def test_rows_of_the_wrong_width_are_told_by_their_line() -> None:
    found = table_of("2024-01-01,Tea\n\n2024-01-01,Tea,1,,\n2024-01-01,Tea,1,2\n2024-01-02,Tea,3\n")
    assert {reason: list(lines) for reason, lines in found.ragged.items()} == {
        "too_few_cells": [2],
        "blank": [3],
        "too_many_cells": [5],
    }
    assert list(found.lines) == [4, 6]


def test_delimiters_at_the_end_of_every_line_change_nothing() -> None:
    found = table_of("2024-01-01,Tea,1,\n2024-01-02,Tea,2,\n", header="date,item,units,")
    assert rows_of(found) == [["2024-01-01", "Tea", "1"], ["2024-01-02", "Tea", "2"]]


def test_a_quote_that_is_never_closed_swallows_no_row() -> None:
    found = table_of('2024-01-01,"Tea,1\n2024-01-02,Jar 7",2\n2024-01-03,Tea,3\n')
    assert [row[2] for row in rows_of(found)] == ["1", "2", "3"]
    assert list(found.lines) == [2, 3, 4]


def test_a_quote_left_open_in_a_long_file_swallows_no_row() -> None:
    lines = "".join(f"2024-01-01,Tea {number},1\n" for number in range(20_000))
    assert len(table_of('2024-01-01,"Tea,1\n' + lines).lines) == 20_001


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_understood(line_end: str) -> None:
    raw = RawFile("sales.csv", line_end.join(["date,item,units", "2024-01-01,Tea,1", ""]).encode(), "utf-8", "")
    assert rows_of(read_table(raw, read_head(raw), PLACES)) == [["2024-01-01", "Tea", "1"]]


@given(st.lists(st.lists(st.text(alphabet='a1 "\n,é', max_size=6), min_size=3, max_size=3), max_size=30))
def test_the_fast_reading_and_the_patient_one_say_the_same(rows: list[list[str]]) -> None:
    quoted = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    raw = RawFile("sales.csv", f"date,item,units\n{quoted}".encode(), "utf-8", "")
    head = read_head(raw)
    fast = tables._clean_columns(raw, head, PLACES) if rows else None
    if fast is not None:
        patient = tables._patient_table(raw, head, PLACES, least_width=3, progress=None)
        assert list(patient.lines) == list(range(2, len(rows) + 2))
        for name, column in fast.items():
            slow = patient.columns[name]
            assert column.to_pylist() == list(slow.texts[slow.codes])


@given(st.text(alphabet='a1 "\n\r,;é\t', max_size=200))
def test_every_line_of_any_text_is_a_row_or_left_out(body: str) -> None:
    found = table_of(body)
    lines = np.concatenate([found.lines, *found.ragged.values()]) if body.strip() else np.array([], dtype=int)
    assert len(set(lines.tolist())) == len(lines)
