from datetime import date
from pathlib import Path

import numpy as np

from data.lists.suppliers_file import SupplierFile, read_suppliers
from data.shop import Shop, revision
from data.supplier_days import closures
from data.supplier_writing import SuppliersOutcome, import_suppliers
from data.suppliers import edit_supplier, rename_supplier, suppliers
from tests.data.text_files import text_file


def listed(folder: Path, *lines: str) -> SupplierFile:
    return read_suppliers(text_file(folder, *lines))


def test_new_suppliers_are_kept_though_no_product_names_them(shop: Shop, tmp_path: Path) -> None:
    outcome = import_suppliers(shop, listed(tmp_path, "Supplier,Lead time,Order cost", "Leaf,5,4.50", "Mill,,"))
    assert outcome == SuppliersOutcome(new=2, changed=0, unchanged=0)
    kept = suppliers(shop)
    assert kept.loc["Leaf", "lead_time_days"] == 5
    assert kept.loc["Leaf", "order_cost"] == 4.5
    assert np.isnan(kept.loc["Mill", "lead_time_days"])


def test_empty_cells_leave_the_shop_as_it_is_and_spellings_are_one_supplier(shop: Shop, tmp_path: Path) -> None:
    import_suppliers(shop, listed(tmp_path, "Supplier,Lead time", "Leaf,5", "Mill,2"))
    edit_supplier(shop, "Leaf", "order_cost", 3)
    outcome = import_suppliers(shop, listed(tmp_path, "Supplier,Lead time,Order cost", "LEAF,9,", "Mill,2,"))
    assert outcome == SuppliersOutcome(new=0, changed=1, unchanged=1)
    assert suppliers(shop).loc["Leaf", ["lead_time_days", "order_cost"]].tolist() == [9, 3]


def test_closed_periods_of_a_list_take_the_place_of_those_before(shop: Shop, tmp_path: Path) -> None:
    import_suppliers(shop, listed(tmp_path, "Supplier,Closed", "Leaf,2026-08-01 to 2026-08-21; 2026-12-24"))
    assert closures(shop)["supplier"].tolist() == ["Leaf", "Leaf"]
    outcome = import_suppliers(shop, listed(tmp_path, "Supplier,Closed", "Leaf,2026-12-24"))
    assert outcome == SuppliersOutcome(new=0, changed=1, unchanged=0)
    assert closures(shop)["first_day"].dt.date.tolist() == [date(2026, 12, 24)]


def test_a_list_with_the_earlier_name_of_a_supplier_changes_the_renamed_one(shop: Shop, tmp_path: Path) -> None:
    import_suppliers(shop, listed(tmp_path, "Supplier,Lead time", "Leaf,5"))
    rename_supplier(shop, "Leaf", "Leaf & Sons")
    outcome = import_suppliers(shop, listed(tmp_path, "Supplier,Lead time", "Leaf,5"))
    assert outcome == SuppliersOutcome(new=0, changed=0, unchanged=1)
    assert suppliers(shop).index.tolist() == ["Leaf & Sons"]


def test_the_same_list_again_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    file = listed(tmp_path, "Supplier,Lead time", "Leaf,5")
    import_suppliers(shop, file)
    before = revision(shop)
    assert import_suppliers(shop, file) == SuppliersOutcome(new=0, changed=0, unchanged=1)
    assert revision(shop) == before
