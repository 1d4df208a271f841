"""Sales under a heading with their item, as QuickBooks reports them."""

from pathlib import Path

from data.reading.sales_file import read_sales
from tests.data.text_files import text_file

ONLINE = (
    '"Example Co, LLC",,,,,,,,,',
    "Sales by Product/Service Detail,,,,,,,,,",
    "All Dates,,,,,,,,,",
    "",
    ",Transaction date,Transaction type,Num,Customer full name,Description,Quantity,Sales price,Amount,Balance",
    "Tea,,,,,,,,,",
    ",04/21/2026,Invoice,5001,Acme,Green tea,5.00,5.00,25.00,25.00",
    ",05/01/2026,Sales Receipt,5002,Bob,,1.00,5.00,5.00,30.00",
    "Total for Tea,,,,,,6.00,,30.00,",
    "Jam,,,,,,,,,",
    ",05/02/2026,Credit Memo,5003,Ann,Jam,-1.00,4.00,-4.00,-4.00",
    ",05/02/2026,Invoice,5004,Ann,Jam,3.00,4.00,12.00,8.00",
    "Total for Jam,,,,,,2.00,,8.00,",
    "TOTAL,,,,,,8.00,,38.00,",
)
DESKTOP = (
    ",Type,Date,Num,Memo,Name,Qty,Sales Price,Amount,Balance",
    "Inventory,,,,,,,,,",
    "Tea,,,,,,,,,",
    ",Invoice,01/15/2024,1,Green tea,Bob,5,2.00,10.00,10.00",
    "Total Tea,,,,,,5,,10.00,10.00",
    "Jam,,,,,,,,,",
    ",Invoice,01/16/2024,3,Jam,Ann,2,4.00,8.00,8.00",
    "Total Jam,,,,,,2,,8.00,8.00",
)


def test_the_heading_is_the_item_and_not_the_customer(tmp_path: Path) -> None:
    found = read_sales(text_file(tmp_path, *ONLINE))
    assert found.daily.groupby("sku")["units"].sum().to_dict() == {"Jam": 2, "Tea": 6}
    assert found.report.revenue_used == 38
    assert [(part.reason, len(part.rows)) for part in found.report.left_out] == [("heading", 5)]
    assert found.report.questions == ()


def test_the_name_of_the_customer_is_no_item_either(tmp_path: Path) -> None:
    found = read_sales(text_file(tmp_path, *DESKTOP))
    assert set(found.products["name"]) == {"Tea", "Jam"}


def test_a_column_of_row_numbers_without_a_header_is_no_heading(tmp_path: Path) -> None:
    found = read_sales(text_file(tmp_path, ",Date,Item,Qty", "0,2024-01-01,Tea,1", "1,2024-01-02,Jam,2"))
    assert set(found.daily["sku"]) == {"Tea", "Jam"}
