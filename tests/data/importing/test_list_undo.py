"""Lists of products and suppliers taken back: as if they had never come, but for what changed since."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from data.importing.imports import import_sales
from data.importing.list_undo import undo_last_list
from data.importing.taken_lists import list_taken_lists
from data.lists.suppliers_file import SupplierFile
from data.problems import FileRejected
from data.products import edit_product, import_products, read_shop_products, remove_products
from data.purchasing.deliveries import receive
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.schema import metadata, taken_lists
from data.shop import FILE_NAME, Shop, open_shop, reading, revision
from data.supplier_days import closures
from data.supplier_writing import import_suppliers
from data.suppliers import edit_supplier, rename_supplier, suppliers
from tests.data.sales_files import NOON, day, report_of, sales_file
from tests.data.test_products import TODAY, product_list

UNTOLD = {"shop_state", taken_lists.name}  # the revision, and what the undo is made from


def supplier_list(**columns: list[Any]) -> SupplierFile:
    empty = pd.DataFrame({"sku": [], "units": [], "revenue": []})
    report = report_of(empty, name="suppliers.csv", first_day=TODAY, last_day=TODAY)
    return SupplierFile(suppliers=pd.DataFrame(columns), report=report)


def content(shop: Shop) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the shop."""
    tables = [table for table in metadata.sorted_tables if table.name not in UNTOLD]
    with reading(shop) as connection:
        return {table.name: sorted(map(tuple, connection.execute(select(table))), key=repr) for table in tables}


def stock(shop: Shop) -> Shop:
    """A1 and B2 were sold; A1 is counted and of Acme, which is closed for some days; C3 consists of B2."""
    import_sales(shop, sales_file({(0, "A1"): 3, (0, "B2"): 1, (5, "A1"): 2}, names={"A1": "Mug"}), imported_at=NOON)
    edit_product(shop, "A1", "supplier", "Acme", day=day(1))
    edit_product(shop, "A1", "on_hand", 10, day=day(3))
    import_suppliers(shop, supplier_list(supplier=["Acme"], lead_time_days=[4.0], closed=["2024-05-01 to 2024-05-03"]))
    import_products(shop, product_list(sku=["C3", "A1"], moq=[2.0, 5.0], parts=["6 x B2", None]), day=day(3))
    return shop


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    return stock(shop)


SKUS = ["A1", "b2", "C3", "D4", "E5"]
CELLS = st.fixed_dictionaries(
    {
        "sku": st.sampled_from(SKUS),
        "name": st.sampled_from([None, "Mug", "Tray"]),
        "supplier": st.sampled_from([None, "ACME", "Oak"]),
        "moq": st.sampled_from([None, 5.0, 9.0]),
        "on_hand": st.sampled_from([None, 0.0, 7.0]),
        "on_order": st.sampled_from([None, 4.0]),
        "similar_to": st.sampled_from([None, "B2", "D4"]),
        "parts": st.sampled_from([None, "2 x A1", "3 x D4; 1 x B2"]),
    }
)
PRODUCT_LISTS = st.lists(CELLS, min_size=1, max_size=5, unique_by=lambda row: row["sku"]).map(
    lambda rows: product_list(**{field: [row[field] for row in rows] for field in rows[0]})
)
SUPPLIER_LISTS = st.lists(
    st.fixed_dictionaries(
        {
            "supplier": st.sampled_from(["acme", "Oak", "Elm"]),
            "lead_time_days": st.sampled_from([None, 4.0, 9.0]),
            "closed": st.sampled_from([None, "2024-05-01 to 2024-05-09"]),
        }
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda row: row["supplier"],
).map(lambda rows: supplier_list(**{field: [row[field] for row in rows] for field in rows[0]}))


@pytest.fixture(scope="module")
def stocked_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stock(open_shop(tmp_path_factory.mktemp("stocked"))).folder / FILE_NAME


@settings(max_examples=10, deadline=None)
@given(lists=st.lists(st.one_of(PRODUCT_LISTS, SUPPLIER_LISTS), min_size=1, max_size=3), day_of_count=st.integers(2, 4))
def test_undo_goes_back_through_all_states_of_the_shop_as_if_the_lists_had_never_come(
    stocked_file: Path, lists: list[Any], day_of_count: int
) -> None:
    with TemporaryDirectory() as folder:
        shutil.copy(stocked_file, folder)
        shop = open_shop(Path(folder))
        states = [content(shop)]
        for listed in lists:
            try:
                if isinstance(listed, SupplierFile):
                    import_suppliers(shop, listed)
                else:
                    import_products(shop, listed, day=day(day_of_count))
            except FileRejected:
                continue
            if content(shop) != states[-1]:
                states.append(content(shop))
        for before in reversed(states[:-1]):
            undone = undo_last_list(shop)
            assert undone is not None
            assert undone.kept_products == undone.kept_suppliers == ()
            assert content(shop) == before


def test_a_list_is_kept_with_what_it_changed_and_forgotten_once_undone(stocked: Shop) -> None:
    import_suppliers(stocked, supplier_list(supplier=["Acme", "Oak"], lead_time_days=[9.0, 3.0]))
    import_products(stocked, product_list(sku=["A1", "D4"], supplier=["Elm", None]), day=day(6))
    taken = list_taken_lists(open_shop(stocked.folder))
    assert [(each.file_name, each.products, each.suppliers) for each in taken[:2]] == [
        ("products.csv", 2, 1),
        ("suppliers.csv", 0, 2),
    ]
    before = revision(stocked)
    undone = undo_last_list(stocked)
    assert undone is not None
    assert undone.taken == taken[0]
    assert list_taken_lists(stocked) == taken[1:]
    assert revision(stocked) > before


def test_a_list_that_changes_nothing_and_a_list_refused_leave_no_record(stocked: Shop) -> None:
    before = list_taken_lists(stocked)
    import_suppliers(stocked, supplier_list(supplier=["acme"], lead_time_days=[4.0]))
    with pytest.raises(FileRejected):
        import_products(stocked, product_list(sku=["A1"], moq=[3.0], similar_to=["unheard"]), day=day(6))
    assert list_taken_lists(stocked) == before


def test_what_was_edited_since_keeps_its_newer_value_and_is_named(stocked: Shop) -> None:
    listed = product_list(sku=["A1", "B2"], moq=[7.0, 8.0], unit_cost=[1.5, 2.5], on_hand=[20.0, 30.0])
    import_products(stocked, listed, day=day(6))
    edit_product(stocked, "A1", "moq", 12, day=day(7))
    edit_product(stocked, "B2", "on_hand", 28, day=day(7))
    undone = undo_last_list(stocked)
    assert undone is not None
    assert undone.kept_products == ("Mug", "B2")
    after = read_shop_products(stocked)
    assert after.loc["A1", ["moq", "on_hand"]].tolist() == [12, 10]
    assert after.loc["B2", "on_hand"] == 28
    assert after[["unit_cost"]].isna().all(axis=None)
    assert pd.isna(after.loc["B2", "moq"])


def test_a_field_edited_since_stays_the_owners_own(stocked: Shop) -> None:
    import_products(stocked, product_list(sku=["A1"], name=["Mug"], category=["Cups"]), day=day(6))
    edit_product(stocked, "A1", "name", "Big mug", day=day(7))
    undo_last_list(stocked)
    import_sales(stocked, sales_file({(8, "A1"): 1}, names={"A1": "MUG LARGE"}), imported_at=NOON)
    assert read_shop_products(stocked).loc["A1", "name"] == "Big mug"


def test_deliveries_since_a_count_come_to_the_count_before_it(stocked: Shop) -> None:
    import_products(stocked, product_list(sku=["A1"], on_hand=[50.0]), day=day(6))
    order_id = save_draft(stocked, "Acme", [WantedLine("A1", 5)], day=day(6))
    assert order_id is not None
    send_order(stocked, order_id, day=day(6), expected_on=day(8))
    receive(stocked, order_id, {"A1": 5}, day=day(8))
    assert read_shop_products(stocked).loc["A1", "on_hand"] == 55
    assert undo_last_list(stocked) is not None
    assert read_shop_products(stocked).loc["A1", "on_hand"] == 10 + 5


def test_added_products_stay_where_they_were_sold_and_with_them_what_they_need(stocked: Shop) -> None:
    skus = ["sold", "alike", "unneeded"]
    listed = product_list(sku=skus, name=skus, similar_to=["alike", None, "alike"])
    import_products(stocked, listed, day=day(6))
    import_sales(stocked, sales_file({(8, "sold"): 1}), imported_at=NOON)
    undone = undo_last_list(stocked)
    assert undone is not None
    assert undone.kept_products == ("sold", "alike")
    assert read_shop_products(stocked).loc["sold", "similar_to"] == "alike"
    assert "unneeded" not in read_shop_products(stocked).index


def test_a_supplier_renamed_since_gets_its_conditions_back_and_keeps_its_name(stocked: Shop) -> None:
    listed = supplier_list(supplier=["Acme"], lead_time_days=[9.0], closed=["2024-06-01 to 2024-06-02"])
    closed = closures(stocked)["first_day"].tolist()
    import_suppliers(stocked, listed)
    rename_supplier(stocked, "Acme", "Oak")
    undone = undo_last_list(stocked)
    assert undone is not None
    assert undone.kept_suppliers == ()
    assert suppliers(stocked).loc["Oak", "lead_time_days"] == 4
    assert closures(stocked)["first_day"].tolist() == closed


def test_a_product_gets_its_supplier_back_under_the_name_of_now(stocked: Shop) -> None:
    import_products(stocked, product_list(sku=["A1"], supplier=["Elm"]), day=day(6))
    rename_supplier(stocked, "Acme", "Oak")
    undone = undo_last_list(stocked)
    assert undone is not None
    assert undone.kept_products == ()
    assert read_shop_products(stocked).loc["A1", "supplier"] == "Oak"
    assert suppliers(stocked).index.tolist() == ["Oak"]


def test_suppliers_edited_or_needed_since_stay(stocked: Shop) -> None:
    import_suppliers(stocked, supplier_list(supplier=["Elm", "Fir", "Oak"], lead_time_days=[1.0, 2.0, 3.0]))
    edit_product(stocked, "B2", "supplier", "Elm", day=day(6))
    edit_supplier(stocked, "Oak", "lead_time_days", 8)
    undone = undo_last_list(stocked)
    assert undone is not None
    assert undone.kept_suppliers == ("Elm", "Oak")
    assert suppliers(stocked).index.tolist() == ["Acme", "Elm", "Oak"]


def test_parts_that_became_a_bundle_since_are_no_parts_again(stocked: Shop) -> None:
    import_products(stocked, product_list(sku=["C3"], parts=["2 x A1"]), day=day(6))
    edit_product(stocked, "B2", "parts", "3 x A1", day=day(7))
    undone = undo_last_list(stocked)
    assert undone is not None
    assert undone.kept_products == ("C3",)
    assert content(stocked)["bundle_parts"] == [(2, 1, 3.0), (3, 1, 2.0)]


def test_without_a_list_there_is_nothing_to_undo(stocked: Shop) -> None:
    remove_products(stocked)
    before = revision(stocked)
    assert list_taken_lists(stocked) == ()
    assert undo_last_list(stocked) is None
    assert revision(stocked) == before


def test_only_the_newest_lists_are_kept(stocked: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.importing.taken_lists.KEPT", 3)
    for number in range(5):
        import_products(stocked, product_list(sku=["A1"], moq=[float(number + 20)]), day=day(6))
    assert len(list_taken_lists(stocked)) == 3
