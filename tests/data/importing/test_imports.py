from dataclasses import replace

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data.importing.imports import import_sales, list_imports, undo_last_import
from data.products import edit_product, read_shop_products
from data.sales import daily_sales
from data.shop import Shop, open_shop, revision
from tests.data.sales_files import NOON, day, sales_file


def units(shop: Shop) -> dict[tuple[int, str], float]:
    table = daily_sales(shop)
    numbers = (table["day"] - pd.Timestamp(day(0))).dt.days
    return dict(zip(zip(numbers, table["sku"], strict=True), table["units"], strict=True))


def test_the_first_import_adds_days_products_and_a_record(shop: Shop) -> None:
    outcome = import_sales(shop, sales_file({(0, "A1"): 3, (0, "B2"): 1, (2, "A1"): 4}), imported_at=NOON)
    assert (outcome.days_added, outcome.days_changed, outcome.rows_added, outcome.new_products) == (2, 0, 3, 2)
    assert (outcome.units_before, outcome.units_after) == (0, 8)
    (record,) = list_imports(open_shop(shop.folder))
    assert record.outcome == outcome
    assert (record.file_name, record.imported_at, record.rows_used) == ("sales.csv", NOON, 3)
    assert (record.first_day, record.last_day, record.units, record.revenue) == (day(0), day(2), 8, 16)
    assert record.report["columns"] == {"day": "Date", "sku": "SKU", "units": "Qty"}


def test_the_same_file_again_changes_nothing(shop: Shop) -> None:
    file = sales_file({(0, "A1"): 3, (1, "A1"): 4})
    import_sales(shop, file, imported_at=NOON)
    before = revision(shop)
    outcome = import_sales(shop, file, imported_at=NOON)
    assert outcome.import_id is None
    assert not any(vars(outcome).values())
    assert len(list_imports(shop)) == 1
    assert revision(shop) == before


def test_sums_in_another_order_are_no_change(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 0.1 + 0.2}), imported_at=NOON)
    assert import_sales(shop, sales_file({(0, "A1"): 0.3}), imported_at=NOON).import_id is None


def test_a_newer_file_replaces_the_days_it_covers_and_says_what_changed(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3, (1, "A1"): 4, (1, "B2"): 2, (5, "B2"): 9}), imported_at=NOON)
    outcome = import_sales(shop, sales_file({(1, "A1"): 5, (1, "C3"): 1, (2, "A1"): 6}), imported_at=NOON)
    assert units(shop) == {(0, "A1"): 3, (1, "A1"): 5, (1, "C3"): 1, (2, "A1"): 6, (5, "B2"): 9}
    assert (outcome.days_added, outcome.days_changed) == (1, 1)
    assert (outcome.rows_added, outcome.rows_changed, outcome.rows_removed) == (2, 1, 1)
    assert (outcome.units_before, outcome.units_after, outcome.new_products) == (6, 12, 1)


def test_a_day_that_a_file_covers_without_a_sale_loses_its_sales(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3, (1, "A1"): 4}), imported_at=NOON)
    outcome = import_sales(shop, sales_file({(0, "A1"): 3, (2, "A1"): 1}), imported_at=NOON)
    assert units(shop) == {(0, "A1"): 3, (2, "A1"): 1}
    assert (outcome.days_changed, outcome.rows_removed) == (1, 1)


def test_skus_match_in_any_letter_case_and_the_shops_spelling_wins(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "Mug 1"): 3}), imported_at=NOON)
    outcome = import_sales(shop, sales_file({(1, " MUG  1"): 4, (1, "mug 1"): 1}), imported_at=NOON)
    assert units(shop) == {(0, "Mug 1"): 3, (1, "Mug 1"): 5}
    assert outcome.new_products == 0


def test_a_new_product_has_the_files_name_and_price(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3}, price=2.5, names={"A1": "Mug"}), imported_at=NOON)
    product = read_shop_products(shop).loc["A1"]
    assert (product["name"], product["price"], product["active"]) == ("Mug", 2.5, True)
    assert pd.isna(product["on_hand"])


def test_a_known_product_takes_newer_names_and_prices_unless_the_owner_set_them(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3}, price=2.5, names={"A1": "Mug"}), imported_at=NOON)
    edit_product(shop, "A1", "price", 9.0, day=day(0))
    outcome = import_sales(shop, sales_file({(1, "A1"): 3}, price=3.5, names={"A1": "Big mug"}), imported_at=NOON)
    assert read_shop_products(shop).loc["A1", ["name", "price"]].tolist() == ["Big mug", 9.0]
    assert outcome.products_changed == 1


def test_an_older_file_does_not_bring_old_names_back(shop: Shop) -> None:
    import_sales(shop, sales_file({(9, "A1"): 3}, price=3.5, names={"A1": "Big mug"}), imported_at=NOON)
    outcome = import_sales(shop, sales_file({(1, "A1"): 3}, price=2.5, names={"A1": "Mug"}), imported_at=NOON)
    assert read_shop_products(shop).loc["A1", ["name", "price"]].tolist() == ["Big mug", 3.5]
    assert outcome.products_changed == 0


def test_a_price_is_that_of_the_products_own_last_sale_whatever_came_in_between(shop: Shop) -> None:
    for file in (
        sales_file({(0, "A1"): 3}, price=2.5),
        sales_file({(9, "B2"): 1}),
        sales_file({(5, "A1"): 3}, price=3.5),
    ):
        import_sales(shop, file, imported_at=NOON)
    assert read_shop_products(shop).loc["A1", "price"] == 3.5


def test_an_older_file_names_what_has_no_name_yet(shop: Shop) -> None:
    import_sales(shop, sales_file({(9, "A1"): 3}, price=3.5), imported_at=NOON)
    import_sales(shop, sales_file({(1, "A1"): 3}, price=2.5, names={"A1": "Mug"}), imported_at=NOON)
    assert read_shop_products(shop).loc["A1", ["name", "price"]].tolist() == ["Mug", 3.5]


def test_a_file_without_names_takes_none_away(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3}, names={"A1": "Mug"}), imported_at=NOON)
    import_sales(shop, sales_file({(1, "A1"): 3}, price=float("nan")), imported_at=NOON)
    assert read_shop_products(shop).loc["A1", ["name", "price"]].tolist() == ["Mug", 2.0]


def test_undo_brings_back_sales_and_products_exactly(shop: Shop) -> None:
    first = sales_file({(0, "A1"): 3, (1, "A1"): 4, (1, "B2"): 2}, names={"A1": "Mug"})
    import_sales(shop, first, imported_at=NOON)
    before = daily_sales(shop), read_shop_products(shop)
    newer = sales_file({(1, "A1"): 9, (2, "C3"): 1}, names={"A1": "Big mug"}, price=7, name="newer.csv")
    import_sales(shop, newer, imported_at=NOON)
    undone = undo_last_import(shop)
    assert undone is not None
    assert undone.file_name == "newer.csv"
    assert_frame_equal(daily_sales(shop), before[0])
    assert_frame_equal(read_shop_products(shop), before[1])


def test_undo_can_be_repeated_back_to_the_empty_shop(shop: Shop) -> None:
    for number in range(3):
        import_sales(shop, sales_file({(0, "A1"): number, (number, f"N{number}"): 1}), imported_at=NOON)
    for _ in range(3):
        assert undo_last_import(shop) is not None
    assert undo_last_import(shop) is None
    assert daily_sales(shop).empty
    assert read_shop_products(shop).empty
    assert list_imports(shop) == ()


@pytest.mark.parametrize(("field", "value"), [("lead_time_days", 5), ("on_hand", 3), ("name", "My mug")])
def test_undo_keeps_a_product_that_the_owner_has_edited(shop: Shop, field: str, value: object) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3, (0, "B2"): 1}), imported_at=NOON)
    edit_product(shop, "A1", field, value, day=day(0))
    undo_last_import(shop)
    assert read_shop_products(shop)[field].to_dict() == {"A1": value}
    assert daily_sales(shop).empty


def test_undo_keeps_a_name_that_the_owner_has_given_since(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3}, names={"A1": "Mug"}), imported_at=NOON)
    import_sales(shop, sales_file({(1, "A1"): 3}, names={"A1": "Big mug"}, price=5), imported_at=NOON)
    edit_product(shop, "A1", "name", "My mug", day=day(0))
    undo_last_import(shop)
    assert read_shop_products(shop).loc["A1", ["name", "price"]].tolist() == ["My mug", 2.0]


def test_an_import_number_is_never_given_twice(shop: Shop) -> None:
    first = import_sales(shop, sales_file({(0, "A1"): 3}), imported_at=NOON)
    undo_last_import(shop)
    second = import_sales(shop, sales_file({(0, "A1"): 4}), imported_at=NOON)
    assert second.import_id != first.import_id


def test_every_import_and_undo_raises_the_revision(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3}), imported_at=NOON)
    assert revision(shop) == 1
    undo_last_import(shop)
    assert revision(shop) == 2
    undo_last_import(shop)
    assert revision(shop) == 2


def test_the_last_import_is_listed_first(shop: Shop) -> None:
    for number, name in enumerate(("january.csv", "february.csv")):
        import_sales(shop, sales_file({(number, "A1"): 3}, name=name), imported_at=NOON)
    assert [record.file_name for record in list_imports(shop)] == ["february.csv", "january.csv"]


def test_a_file_without_any_sales_changes_nothing(shop: Shop) -> None:
    file = sales_file({(0, "A1"): 3})
    none = replace(
        file,
        daily=file.daily.iloc[:0],
        products=file.products.iloc[:0],
        report=replace(file.report, first_day=None, last_day=None),
    )
    assert import_sales(shop, none, imported_at=NOON).import_id is None
