"""What cells of lists say in words: times with their unit, codes of our own, names of groups between products."""

from pathlib import Path

import pytest

from data.lists.products_file import read_products
from tests.data.text_files import text_file


@pytest.mark.parametrize(("said", "days"), [("5 days", 5), ("2 weeks", 14), ("10 Werktage", 10), ("1 semaine", 7)])
def test_a_lead_time_may_name_its_unit(tmp_path: Path, said: str, days: int) -> None:
    found = read_products(text_file(tmp_path, "SKU,Name,Supplier,Lead time", f"A1,Tea,Leaf,{said}"))
    assert list(found.products["lead_time_days"]) == [days]


def test_a_lead_time_from_to_is_told_as_no_number(tmp_path: Path) -> None:
    found = read_products(text_file(tmp_path, "SKU,Name,Supplier,Lead time", "A1,Tea,Leaf,3-5 days"))
    assert found.products["lead_time_days"].isna().all()
    assert [note.values["found"] for note in found.report.notes if note.code == "bad_cell"] == ["3-5 days"]


def test_names_of_groups_between_products_are_no_products(tmp_path: Path) -> None:
    rows = ("DRINKS,,,", "A1,Tea,1.20,12", "A2,Mug,2.00,3", "FOOD,,,", "B1,Cake,2.00,3")
    found = read_products(text_file(tmp_path, "Code,Item,Cost,Stock", *rows))
    assert list(found.products["sku"]) == ["A1", "A2", "B1"]
    assert [(part.reason, part.rows) for part in found.report.left_out] == [("heading", (2, 5))]


@pytest.mark.parametrize(
    ("header", "field", "value"),
    [
        ("EK netto", "unit_cost", 1.2),
        ("VK brutto", "price", 1.2),
        ("PVP", "price", 1.2),
        ("Qty in stock", "on_hand", 1.2),
        ("Stock qty", "on_hand", 1.2),
        ("Bestand aktuell", "on_hand", 1.2),
        ("On PO", "on_order", 1.2),
    ],
)
def test_further_headers_of_lists_are_known(tmp_path: Path, header: str, field: str, value: float) -> None:
    found = read_products(text_file(tmp_path, f"SKU;Name;{header}", "A1;Tea;1,2"))
    assert list(found.products[field]) == [value]


def test_our_own_code_goes_before_that_of_the_supplier(tmp_path: Path) -> None:
    found = read_products(
        text_file(tmp_path, "Supplier,Supplier SKU,Our SKU,Product,Cost Price", "Leaf,L-1,A1,Tea,1.2")
    )
    assert found.products[["sku", "article_code"]].to_dict("records") == [{"sku": "A1", "article_code": "L-1"}]
