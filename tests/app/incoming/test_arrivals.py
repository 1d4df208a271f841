"""Files that come in: sales and product lists by one door, the sample shop that makes room, nothing half done."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.incoming.arrival import is_sample
from app.incoming.arrivals import leave_sample, look_at, take_in, take_in_sample
from data.importing.imports import list_imports
from data.products import read_shop_products
from data.sales import daily_sales, last_sales_day
from data.shop import Shop, open_shop, revision
from data.shop_settings import read_settings, write_settings
from data.suppliers import suppliers
from tests.app.shops import NOW, small_sales, unheard, write_products, write_sales


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path / "shop")


def arrive(shop: Shop, path: Path) -> dict[str, Any]:
    return take_in(shop, path, now=NOW, progress=unheard)


def put(folder: Path, text: str, name: str = "till.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sales_file_is_imported_and_told(shop: Shop, tmp_path: Path) -> None:
    told = arrive(shop, small_sales(tmp_path))
    assert told["kind"] == "sales"
    assert (told["outcome"]["days_added"], told["outcome"]["new_products"]) == (70, 3)
    assert (told["report"]["rows_read"], told["report"]["units"]) == (150, 570)
    assert told["left_out"] == []
    assert last_sales_day(shop) == dt.date(2024, 3, 10)
    assert daily_sales(shop)["units"].sum() == 570


def test_rows_left_out_and_notes_are_told_in_sentences(shop: Shop, tmp_path: Path) -> None:
    sold = "".join(f"2024-01-0{day},tea,{day}\n" for day in range(1, 10))
    told = arrive(shop, put(tmp_path, f"date,sku,units\n{sold}2024-01-09,mug,twelve\n"))
    assert told["left_out"] == ['Row 11, units: "twelve" is not a number. The row was left out.']
    assert "The file has neither amounts nor prices: the money taken is not known." in told["notes"]


def test_a_product_list_is_taken_over_and_its_stock_is_a_count_of_the_last_sales_day(
    shop: Shop, tmp_path: Path
) -> None:
    arrive(shop, small_sales(tmp_path))
    listed = write_products(tmp_path / "list.csv", [{"sku": "tea", "unit_cost": 1.5, "on_hand": 12}, {"sku": "new"}])
    told = arrive(shop, listed)
    assert told["kind"] == "products"
    assert told["outcome"] == {"new": 1, "changed": 1, "unchanged": 0}
    tea = read_shop_products(shop).loc["tea"]
    assert (tea["unit_cost"], tea["on_hand"], tea["counted_on"].date()) == (1.5, 12, dt.date(2024, 3, 10))


def test_a_product_list_may_come_before_any_sales(shop: Shop, tmp_path: Path) -> None:
    arrive(shop, write_products(tmp_path / "list.csv", [{"sku": "tea", "on_hand": 12}]))
    assert read_shop_products(shop).loc["tea", "counted_on"].date() == NOW.date()


def test_a_list_of_suppliers_is_shown_first_and_then_taken_over(shop: Shop, tmp_path: Path) -> None:
    path = put(tmp_path, "Supplier,Lead time,Contact\nLeaf,5,Jane\nMill,,Ann\n", "suppliers.csv")
    look = look_at(shop, path, today=NOW.date(), progress=unheard)
    assert (look.story["kind"], look.story["action"]) == ("suppliers_preview", "take over 2 suppliers")
    assert look.story["rows"] == [["Leaf", "5"], ["Mill", ""]]
    assert len(suppliers(shop)) == 0
    told = arrive(shop, path)
    assert (told["kind"], told["outcome"]) == ("suppliers", {"new": 2, "changed": 0, "unchanged": 0})
    assert suppliers(shop)["lead_time_days"].to_dict() == pytest.approx({"Leaf": 5, "Mill": float("nan")}, nan_ok=True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "bad.csv is empty."),
        (b"\x89PNG\r\n\x1a\n", "bad.csv is not a table of sales or products"),
        (b"date,sku,units\n2024-01-01,A,twelve\n", 'bad.csv, row 2, units: "twelve" is not a number'),
        (b"sku,unit_cost\n", "bad.csv has a header in row 1, but no rows below it."),
    ],
)
def test_a_file_that_cannot_be_used_is_explained_and_the_shop_stays_as_it_was(
    shop: Shop, tmp_path: Path, content: bytes, said: str
) -> None:
    arrive(shop, small_sales(tmp_path))
    before, sold = revision(shop), daily_sales(shop)
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    told = arrive(shop, path)
    assert list(told) == ["problems"]
    assert told["problems"][0].startswith(said)
    assert revision(shop) == before
    assert daily_sales(shop).equals(sold)


def test_the_same_file_again_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    path = small_sales(tmp_path)
    arrive(shop, path)
    before = revision(shop)
    assert arrive(shop, path)["outcome"]["import_id"] is None
    assert revision(shop) == before


def test_progress_rises_to_the_end(shop: Shop, tmp_path: Path) -> None:
    told: list[float] = []
    take_in(shop, small_sales(tmp_path), now=NOW, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert all(0 <= share <= 1 for share in told)


def test_the_sample_shop_fills_an_empty_shop(shop: Shop) -> None:
    told = take_in_sample(shop, now=NOW, progress=unheard)
    assert told["report"]["products"] == 60
    assert is_sample(shop)
    assert read_settings(shop).currency == "£"
    products = read_shop_products(shop)
    assert len(products) == 60
    assert products["supplier"].notna().all()


def test_the_sample_shop_is_refused_where_there_are_sales(shop: Shop, tmp_path: Path) -> None:
    arrive(shop, small_sales(tmp_path))
    before = revision(shop)
    told = take_in_sample(shop, now=NOW, progress=unheard)
    assert told == {"problems": ["This shop has sales already, so the sample shop was left out."]}
    assert revision(shop) == before
    assert not is_sample(shop)


def test_an_empty_shop_is_no_sample(shop: Shop) -> None:
    assert not is_sample(shop)


def test_the_sample_makes_room_for_the_owners_own_sales(shop: Shop, tmp_path: Path) -> None:
    take_in_sample(shop, now=NOW, progress=unheard)
    arrive(shop, small_sales(tmp_path))
    assert [record.file_name for record in list_imports(shop)] == ["till.csv"]
    assert read_shop_products(shop).index.tolist() == ["mug", "tea", "tray"]
    assert set(daily_sales(shop)["sku"]) == {"mug", "tea", "tray"}
    assert read_settings(shop).currency == ""
    assert not is_sample(shop)


def test_the_sample_stays_where_the_owners_file_cannot_be_used(shop: Shop, tmp_path: Path) -> None:
    take_in_sample(shop, now=NOW, progress=unheard)
    before = revision(shop)
    assert "problems" in arrive(shop, put(tmp_path, "date,sku,units\n2024-01-01,A,twelve\n"))
    assert revision(shop) == before


def test_leaving_the_sample_leaves_an_empty_shop(shop: Shop) -> None:
    take_in_sample(shop, now=NOW, progress=unheard)
    leave_sample(shop)
    assert list_imports(shop) == ()
    assert daily_sales(shop).empty
    assert read_shop_products(shop).empty


def test_amounts_get_the_sign_that_they_have_in_the_file(shop: Shop, tmp_path: Path) -> None:
    arrive(shop, write_sales(tmp_path / "till.csv", {"tea": [3] * 20}, price="€2.50"))
    assert read_settings(shop).currency == "€"


def test_the_sign_that_the_owner_chose_is_kept(shop: Shop, tmp_path: Path) -> None:
    write_settings(shop, replace(read_settings(shop), currency="CHF"))
    arrive(shop, write_sales(tmp_path / "till.csv", {"tea": [3] * 20}, price="€2.50"))
    assert read_settings(shop).currency == "CHF"


def test_a_file_without_signs_teaches_no_currency(shop: Shop, tmp_path: Path) -> None:
    arrive(shop, small_sales(tmp_path))
    assert read_settings(shop).currency == ""
