"""Shops of earlier versions, written by the programs of these versions, open with all they hold."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

from data.importing.imports import import_sales, list_imports, undo_last_import
from data.products import edit_product, read_shop_products
from data.purchasing.orders import read_orders
from data.sales import daily_sales
from data.schema import SCHEMA_VERSION, metadata, shop_state
from data.shop import Shop, open_shop, reading, revision
from data.shop_settings import read_settings
from data.suppliers import edit_supplier, suppliers
from tests.data.sales_files import NOON, day, sales_file

GOLDEN = Path(__file__).parents[1] / "golden"


def written_by(version: int, folder: Path) -> Path:
    """A folder with the shop as the program of a version wrote it."""
    connection = sqlite3.connect(folder / "shop.sqlite")
    connection.executescript((GOLDEN / f"shop_version_{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    return folder


@pytest.fixture
def old_folder(tmp_path: Path) -> Path:
    return written_by(1, tmp_path)


@pytest.fixture
def old_shop(old_folder: Path) -> Shop:
    return open_shop(old_folder)


def sold(shop: Shop) -> dict[tuple[str, str], float]:
    table = daily_sales(shop)
    return dict(zip(zip(table["day"].dt.strftime("%m-%d"), table["sku"], strict=True), table["units"], strict=True))


BEFORE = {("01-01", "A1"): 3, ("01-01", "B2"): 1, ("01-02", "A1"): 4, ("01-03", "B2"): 2.5}
AFTER = {("01-01", "A1"): 3, ("01-01", "B2"): 1, ("01-02", "A1"): 4, ("01-03", "B2"): 9, ("01-03", "C3"): 1}


def test_sales_products_settings_and_imports_are_as_they_were(old_shop: Shop) -> None:
    assert sold(old_shop) == AFTER | {("01-04", "A1"): 7}
    assert read_shop_products(old_shop).loc["A1", ["name", "on_hand", "supplier"]].tolist() == ["Big mug", 12, "Willow"]
    assert read_settings(old_shop).currency == "€"
    assert [record.file_name for record in list_imports(old_shop)] == ["february.csv", "january.csv"]
    assert {(record.source_id, record.shape) for record in list_imports(old_shop)} == {(1, "")}


def test_an_import_of_the_earlier_version_is_undone_exactly(old_shop: Shop) -> None:
    undo_last_import(old_shop)
    assert sold(old_shop) == BEFORE


def test_new_files_go_on_where_the_old_ones_ended(old_shop: Shop) -> None:
    outcome = import_sales(old_shop, sales_file({(3, "A1"): 7, (4, "A1"): 2}), imported_at=NOON)
    assert (outcome.days_added, outcome.days_changed) == (1, 0)


@pytest.mark.parametrize("version", [1, 3, 4])
def test_the_tables_are_those_of_a_new_shop(version: int, tmp_path: Path) -> None:
    assert tables(open_shop(written_by(version, tmp_path))) == tables(open_shop(tmp_path / "new"))


def test_a_shop_of_version_3_keeps_its_orders_stock_and_conditions(tmp_path: Path) -> None:
    shop = open_shop(written_by(3, tmp_path))
    mug = read_shop_products(shop).loc["A1"]
    assert mug[["name", "supplier", "on_hand", "on_order"]].tolist() == ["Big mug", "Willow", 22, 14]
    assert suppliers(shop).loc["Willow", ["lead_time_days", "order_cost"]].tolist() == [5, 4]
    assert [(order.state, order.supplier) for order in read_orders(shop)] == [
        ("draft", "Willow"),
        ("partly_received", "Willow"),
    ]
    assert read_settings(shop).service_level == 0.9


def test_what_version_4_added_is_not_said_in_a_shop_of_version_3(tmp_path: Path) -> None:
    shop = open_shop(written_by(3, tmp_path))
    willow = suppliers(shop).loc["Willow"]
    assert willow[["order_days", "email", "note", "closed_on_holidays"]].tolist() == ["", "", "", False]
    assert willow[["lead_time_sd_days", "minimum_order_value", "fee_below_minimum"]].isna().all()
    mug = read_shop_products(shop).loc["A1"]
    assert mug[["article_code", "similar_to"]].tolist() == ["", ""]
    assert mug[["shelf_life_days", "salvage_value", "service_level", "similar_share"]].isna().all()
    edit_supplier(shop, "Willow", "order_days", "Mon, Thu")
    edit_product(shop, "A1", "similar_to", "b2", day=day(3))
    assert suppliers(shop).loc["Willow", "order_days"] == "Mon, Thu"
    assert read_shop_products(shop).loc["A1", "similar_to"] == "B2"


def test_a_shop_of_version_4_keeps_its_suppliers_conditions_and_may_promise_more(tmp_path: Path) -> None:
    shop = open_shop(written_by(4, tmp_path))
    willow = suppliers(shop).loc["Willow"]
    assert willow[["order_days", "minimum_order_value", "email"]].tolist() == ["Mon, Thu", 80, "orders@willow.example"]
    assert np.isnan(willow["service_level"])
    assert read_shop_products(shop).loc["A1", ["service_level", "on_hand", "on_order"]].tolist() == [0.97, 22, 14]
    draft, sent = read_orders(shop)
    assert [(line.units, line.advised, line.received) for line in (*draft.lines, *sent.lines)] == [
        (0, 6, 0),
        (24, 20, 10),
    ]
    edit_supplier(shop, "Willow", "service_level", 0.98)
    assert suppliers(shop).loc["Willow", "service_level"] == 0.98


def tables(shop: Shop) -> dict[str, set[tuple[object, ...]]]:
    connection = sqlite3.connect(shop.folder / "shop.sqlite")
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name: {column[1:4] for column in connection.execute(f"PRAGMA table_info({name})")} for name in names}
    connection.close()
    assert found.keys() >= {table.name for table in metadata.sorted_tables}
    return found


def test_it_is_brought_along_once(old_folder: Path) -> None:
    shop = open_shop(old_folder)
    written = (old_folder / "shop.sqlite").read_bytes()
    before = revision(shop)
    open_shop(old_folder)
    assert (old_folder / "shop.sqlite").read_bytes() == written
    assert revision(shop) == before
    with reading(shop) as connection:
        version = select(shop_state.c.value).where(shop_state.c.name == "schema_version")
        assert connection.execute(version).scalar_one() == SCHEMA_VERSION


def test_a_step_that_fails_leaves_the_old_shop(old_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (old_folder / "shop.sqlite").read_bytes()
    monkeypatch.setattr("data.schema.metadata.create_all", _fail)
    with pytest.raises(RuntimeError, match="disk full"):
        open_shop(old_folder)
    monkeypatch.undo()
    assert (old_folder / "shop.sqlite").read_bytes() == before
    assert sold(open_shop(old_folder)) == AFTER | {("01-04", "A1"): 7}
    assert day(3).isoformat() == "2024-01-04"


def _fail(_connection: object) -> None:
    raise RuntimeError("disk full")
