import numpy as np

from data.tables.column import Column, column_of
from data.tables.filled_down import filled_down


def column(*texts: str) -> Column:
    return column_of("X", list(texts), np.arange(len(texts)))


def texts(found: Column) -> list[str]:
    return [str(text) for text in found.texts[found.codes]]


def test_blank_cells_take_the_first_text_of_their_group() -> None:
    columns = {"order": column("1", "1", "2", "2"), "day": column("Mon", "", "Tue", " ")}
    assert texts(filled_down(columns, ("day",), group="order")["day"]) == ["Mon", "Mon", "Tue", "Tue"]


def test_what_a_row_says_itself_stays_and_so_do_rows_without_a_group() -> None:
    columns = {"order": column("1", "1", "", "3"), "day": column("Mon", "Tue", "", "")}
    assert texts(filled_down(columns, ("day",), group="order")["day"]) == ["Mon", "Tue", "", ""]


def test_without_the_group_nothing_is_filled() -> None:
    columns = {"day": column("Mon", "")}
    assert filled_down(columns, ("day",), group="order") == columns
