import numpy as np

from data.meaning.items_cell import unpacked
from data.tables.column import column_of
from data.tables.table import Table


def orders(*cells: str) -> Table:
    """A table of orders with their items in one cell."""
    places = np.arange(len(cells))
    columns = {
        "items": column_of("Product(s)", list(cells), places),
        "day": column_of("Date", [f"2024-01-{place + 1:02}" for place in places], places),
    }
    return Table(columns, places + 2, {}, ())


def texts(table: Table, name: str) -> list[str]:
    column = table.columns[name]
    return [str(text) for text in column.texts[column.codes]]


def test_an_order_becomes_a_row_per_item_on_the_same_line() -> None:
    table = unpacked(orders("2× Tea, 1× Mug", "12x Tea"), "items")
    assert texts(table, "name") == ["Tea", "Mug", "Tea"]
    assert texts(table, "units") == ["2", "1", "12"]
    assert texts(table, "day") == ["2024-01-01", "2024-01-01", "2024-01-02"]
    assert table.lines.tolist() == [2, 2, 3]
    assert "items" not in table.columns


def test_commas_and_times_signs_in_names_are_kept() -> None:
    assert texts(unpacked(orders("1× Print, 10×15, framed, 3× Tea, green"), "items"), "name") == [
        "Print, 10×15, framed",
        "Tea, green",
    ]


def test_a_cell_without_quantity_is_an_item_whose_quantity_cannot_be_read() -> None:
    table = unpacked(orders("Tea", ""), "items")
    assert texts(table, "name") == ["Tea", ""]
    assert texts(table, "units") == ["", ""]
