from pathlib import Path

import pytest

from data.reading.sales_file import read_sales
from tests.data.text_files import FIXTURES, text_file
from tests.data.tills.exports import export, left_out_of, units_of


@pytest.mark.parametrize("name", ["square_items_24.csv", "square_items_33.csv"])
def test_refunds_subtract_and_net_sales_are_the_money(name: str) -> None:
    found = export(name)
    assert found.report.format == "Square item sales"
    assert units_of(found) == {
        ("01-30", "Latte / Large"): 2,
        ("01-30", "Latte / Small"): 1,
        ("01-31", "00123"): 2,
        ("01-31", "Latte / Large"): -2,
        ("02-01", "HAMP"): 1,
    }
    assert found.report.revenue_used == pytest.approx(8 + 4 + 9 - 3 - 9 + 1234.40)
    assert left_out_of(found) == {"not_a_product": (7,)}
    assert dict(zip(found.products["sku"], found.products["name"], strict=True))["00123"] == "Bagel"


def test_gross_sales_with_tax_are_not_taken_for_net_sales() -> None:
    found = export("square_items_21.csv")
    assert found.report.format == "Square item sales"
    assert units_of(found) == {("01-13", "Latte / Large"): 2, ("01-14", "Latte / Large"): -1}
    assert found.report.revenue_used == pytest.approx(8 - 4.50)


def test_gift_cards_are_told_by_the_type_of_the_line(tmp_path: Path) -> None:
    header, line = (FIXTURES / "square_items_33.csv").read_text(encoding="utf-8").splitlines()[:2]
    cells = line.split(",")
    cells[4], cells[header.split(",").index("Itemization Type")] = "For you", "Gift Card"
    report = read_sales(text_file(tmp_path, header, line, ",".join(cells))).report
    assert {part.reason: part.rows for part in report.left_out} == {"not_a_product": (3,)}
