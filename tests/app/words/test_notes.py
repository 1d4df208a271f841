import re
from pathlib import Path

import pytest

from app.words.notes import NOTES, note_sentence
from data.lists.products_file import read_products
from data.report import Note


@pytest.mark.parametrize(("code", "sentence"), NOTES.items())
def test_every_sentence_says_all_its_values(code: str, sentence: str) -> None:
    names = [name for name in re.findall(r"{(\w+)}", sentence) if name != "article"]
    told = note_sentence(Note(code, {name: f"<{name}>" for name in names}))
    assert all(f"<{name}>" in told for name in names)
    assert told.endswith(".")


def test_a_bad_cell_of_a_product_list_is_told(tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    path.write_text("sku,unit_cost\nA,cheap\n")
    told = [note_sentence(note) for note in read_products(path).report.notes]
    assert told == ['Row 2, unit_cost: "cheap" is not a number from 0. The cell was left out.']
