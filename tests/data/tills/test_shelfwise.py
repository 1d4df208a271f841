from pathlib import Path

from data.reading.sales_file import read_sales
from tests.data.text_files import text_file


def test_a_day_of_more_sold_and_dearer_brought_back_stays_as_it_was(tmp_path: Path) -> None:
    found = read_sales(text_file(tmp_path, "day,sku,units,revenue", "2024-01-01,A1,3,-5.00"))
    assert (found.report.units_used, found.report.revenue_used) == (3, -5)
    assert found.report.format == "Shelfwise daily sales"
