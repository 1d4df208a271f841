import pytest

from data.choices import ReadingChoices
from data.reading.sales_file import read_sales
from tests.data.text_files import FIXTURES
from tests.data.tills.exports import export, left_out_of, units_of


def test_the_line_of_an_order_with_several_items_does_not_count_beside_its_items() -> None:
    found = export("ebay_orders.csv")
    assert found.report.format == "eBay orders"
    assert units_of(found) == {
        ("07-21", "LAMP-1"): 1,
        ("07-21", "POT"): 1,
        ("07-21", "Strainer / [Size:Small]"): 2,
        ("07-22", "LAMP-1"): 1,
    }
    assert left_out_of(found) == {"no_item": (3,), "too_few_cells": (7, 8)}, "the order's line, and the report's end"


def test_it_is_asked_whether_the_amount_is_of_the_line_or_of_a_unit() -> None:
    assert [question.code for question in export("ebay_orders.csv").report.questions] == ["amount_meaning"]
    for answer, strainers in (("line", 8), ("unit", 16)):
        choices = ReadingChoices({"amount_meaning": answer})
        report = read_sales(FIXTURES / "ebay_orders.csv", choices=choices).report
        assert report.revenue_used == pytest.approx(45.99 + 20 + strainers + 45.99)
        assert report.questions == ()
