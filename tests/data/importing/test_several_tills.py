"""Sales of several tills add up, and each till's files replace its own sales only."""

import pytest

from data.importing.import_target import ImportTarget
from data.importing.imports import import_sales, list_imports, preview_import, undo_last_import
from data.sales import daily_sales
from data.shop import Shop, revision
from tests.data.sales_files import NOON, sales_file

SECOND = ImportTarget(source_id=2)
REST = ImportTarget(keeps_rest=True)


def sold(shop: Shop) -> dict[tuple[int, str], float]:
    table = daily_sales(shop)
    return dict(zip(zip(table["day"].dt.day, table["sku"], strict=True), table["units"], strict=True))


@pytest.fixture
def two_tills(shop: Shop) -> Shop:
    import_sales(shop, sales_file({(0, "A1"): 0.1, (1, "A1"): 4, (1, "B2"): 2}), imported_at=NOON)
    import_sales(shop, sales_file({(0, "A1"): 0.2, (2, "C3"): 5}, name="two.csv"), imported_at=NOON, target=SECOND)
    return shop


def test_sales_of_two_tills_add_up(two_tills: Shop) -> None:
    assert sold(two_tills) == {(1, "A1"): 0.3, (2, "A1"): 4, (2, "B2"): 2, (3, "C3"): 5}
    assert daily_sales(two_tills)["revenue"].sum() == pytest.approx(2 * 11.3)
    assert [record.source_id for record in list_imports(two_tills)] == [2, 1]


def test_money_that_one_till_does_not_know_is_not_lost_of_the_other(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 1}, price=float("nan")), imported_at=NOON)
    import_sales(shop, sales_file({(0, "A1"): 1}), imported_at=NOON, target=SECOND)
    assert daily_sales(shop)["revenue"].tolist() == [2.0]


def test_a_newer_file_of_one_till_leaves_the_other_alone(two_tills: Shop) -> None:
    import_sales(two_tills, sales_file({(0, "A1"): 1}, last=1), imported_at=NOON)
    assert sold(two_tills) == {(1, "A1"): 1.2, (3, "C3"): 5}


def test_undo_takes_back_one_till_only(two_tills: Shop) -> None:
    import_sales(two_tills, sales_file({(0, "A1"): 1, (2, "C3"): 1, (3, "A1"): 1}), imported_at=NOON)
    undo_last_import(two_tills)
    assert sold(two_tills) == {(1, "A1"): 0.3, (2, "A1"): 4, (2, "B2"): 2, (3, "C3"): 5}
    undo_last_import(two_tills)
    assert sold(two_tills) == {(1, "A1"): 0.1, (2, "A1"): 4, (2, "B2"): 2}


def test_the_same_file_of_the_second_till_again_changes_nothing(two_tills: Shop) -> None:
    before = revision(two_tills)
    again = sales_file({(0, "A1"): 0.2, (2, "C3"): 5}, name="again.csv")
    assert import_sales(two_tills, again, imported_at=NOON, target=SECOND).import_id is None
    assert revision(two_tills) == before


def test_what_the_file_does_not_name_can_be_kept(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3, (0, "B2"): 1, (1, "B2"): 4}), imported_at=NOON)
    outcome = import_sales(shop, sales_file({(0, "A1"): 5, (2, "A1"): 1}), imported_at=NOON, target=REST)
    assert sold(shop) == {(1, "A1"): 5, (1, "B2"): 1, (2, "B2"): 4, (3, "A1"): 1}
    assert (outcome.rows_changed, outcome.rows_removed, outcome.days_added) == (1, 0, 1)
    undo_last_import(shop)
    assert sold(shop) == {(1, "A1"): 3, (1, "B2"): 1, (2, "B2"): 4}


def test_a_preview_tells_what_the_import_does_and_changes_nothing(two_tills: Shop) -> None:
    file = sales_file({(1, "A1"): 9, (4, "N9"): 1})
    before = revision(two_tills)
    told = preview_import(two_tills, file, today=NOON.date(), target=ImportTarget()).outcome
    assert revision(two_tills) == before
    done = import_sales(two_tills, file, imported_at=NOON)
    assert (told.days_added, told.rows_removed, told.new_products) == (1, 1, 1)
    assert vars(told) | {"import_id": done.import_id} == vars(done)
