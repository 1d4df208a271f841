import pytest

from data.tables.raw_file import RawFile
from data.tables.table_head import TableHead, read_head


def head_of(*lines: str) -> TableHead:
    return read_head(RawFile("sales.csv", "\n".join((*lines, "")).encode(), "utf-8", ""))


def test_titles_and_dates_of_a_report_above_the_table_are_not_its_head() -> None:
    found = head_of(
        "Sales report", "From,2024-01-01", "To,2024-01-31", "", "Date,Item,Qty,Price", "2024-01-02,Tea,1,2.50"
    )
    assert found.headers == ("Date", "Item", "Qty", "Price")
    assert (found.lines, found.above) == (5, ("Sales report", "From 2024-01-01", "To 2024-01-31"))


def test_the_line_that_names_the_delimiter_is_no_head() -> None:
    assert head_of("sep=;", "Datum;Artikel;Menge", "01.02.2024;Brot;1").headers == ("Datum", "Artikel", "Menge")


def test_unknown_headers_are_taken_from_the_first_line_as_long_as_the_rows() -> None:
    found = head_of("Our shop", "Wann;Was;Wieviel", "01.02.2024;Brot, hell;1,5", "02.02.2024;Brot;1,5")
    assert (found.headers, found.delimiter, found.lines) == (("Wann", "Was", "Wieviel"), ";", 2)


@pytest.mark.parametrize("above", [(), ("Our shop", "")])
def test_a_table_without_headers_gets_numbered_ones_and_loses_no_row(above: tuple[str, ...]) -> None:
    found = head_of(*above, "2024-01-01,Tea,1", "2024-01-02,Tea,2")
    assert (found.headers, found.lines) == (("Column 1", "Column 2", "Column 3"), len(above))


def test_dates_as_headers_are_headers() -> None:
    assert head_of("Product,2024-01-01,2024-01-02", "Tea,1,2").headers == ("Product", "2024-01-01", "2024-01-02")


def test_headers_that_are_repeated_below_begin_the_table_once() -> None:
    assert head_of("Date,Item,Qty", "2024-01-01,Tea,1", "Date,Item,Qty", "2024-01-02,Tea,1").lines == 1
