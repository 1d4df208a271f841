from pathlib import Path

from data.reading.file_shape import file_shape
from tests.data.text_files import text_file


def shape(folder: Path, header: str, row: str = "2024-01-01,Tea,1") -> str:
    return file_shape(text_file(folder, header, row))


def test_rows_case_and_signs_of_headers_do_not_change_the_shape(tmp_path: Path) -> None:
    assert shape(tmp_path, "Date,Item,Unit price") == shape(tmp_path, "date,ITEM,unit_price", "2025-05-05,Jam,2")


def test_other_headers_or_another_delimiter_are_another_shape(tmp_path: Path) -> None:
    shapes = {
        shape(tmp_path, "date,item,units"),
        shape(tmp_path, "date,item,units,price"),
        shape(tmp_path, "date;item;units"),
    }
    assert len(shapes) == 3
