"""The lists on the import page, and the way back from the last one."""

from pathlib import Path
from typing import Any

import pytest

from app import ids
from app.desk import Desk
from app.incoming.arrivals import take_in, take_in_sample
from app.pages import import_undo
from app.pages.import_lists import undo_list
from app.pages.import_report import outcome_cards
from app.pages.import_sales import layout
from data.products import edit_product, read_shop_products
from tests.app.components import of_kind, parts, table_rows, with_id, words
from tests.app.shops import NOW, TODAY, small_sales, unheard, write_products


@pytest.fixture
def listed(desk: Desk, tmp_path: Path) -> Desk:
    """A shop of three products and a list that says something of two of them, and adds one."""
    rows = [{"sku": "tea", "unit_cost": 1.5, "supplier": "Leaf"}, {"sku": "mug", "unit_cost": 2}, {"sku": "new"}]
    for path in (small_sales(tmp_path), write_products(tmp_path / "stock.csv", rows)):
        take_in(desk.shop, path, now=NOW, progress=unheard)
    return desk


def has_undo(page: Any) -> bool:
    return any(getattr(part, "id", None) == ids.UNDO_LIST_BUTTON for part in parts(page))


def test_a_list_stands_on_the_page_with_what_it_changed(listed: Desk) -> None:
    page = layout(listed, None)
    assert table_rows(page)["stock.csv"][1:] == ["3", "1"]
    assert words(with_id(page, ids.UNDO_LIST_BUTTON)) == "Undo stock.csv"


def test_a_list_undone_leaves_the_page_and_the_shop_is_as_before(listed: Desk) -> None:
    told = undo_list(listed, 1)
    assert words(outcome_cards(told)) == "Undone: all is as it was before stock.csv."
    assert read_shop_products(listed.shop)["unit_cost"].isna().tolist() == [True, True, True]
    assert not has_undo(layout(listed, None))
    assert words(outcome_cards(undo_list(listed, 2))).endswith("There is no list to undo.")


def test_products_that_keep_newer_values_are_named(listed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    edit_product(listed.shop, "tea", "unit_cost", 3, day=TODAY)
    edit_product(listed.shop, "mug", "unit_cost", 4, day=TODAY)
    told = undo_list(listed, 1)
    assert words(outcome_cards(told)) == (
        "Undone: stock.csv, but for what is newer. "
        "2 products were changed or used since and keep what is newer: Mug, Tea."
    )
    monkeypatch.setattr("app.pages.import_report.NAMED", 1)
    assert "keep what is newer: Mug and 1 more." in words(outcome_cards(told))


def test_a_supplier_that_is_needed_is_named(listed: Desk) -> None:
    edit_product(listed.shop, "tray", "supplier", "Leaf", day=TODAY)
    told = words(outcome_cards(undo_list(listed, 1)))
    assert "1 supplier was changed or used since and keeps what is newer: Leaf." in told


def test_a_list_that_changed_much_is_asked_about_first(listed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_undo, "MANY_ROWS", 3)
    asked = next(one for one in of_kind(layout(listed, None), "Details") if has_undo(one))
    assert words(asked) == (
        "Undo stock.csv 4 products and suppliers become what they were before this list. "
        "To go back, import it again. Take it back"
    )


def test_the_list_of_the_sample_shop_is_none_of_hers(desk: Desk) -> None:
    take_in_sample(desk.shop, now=NOW, progress=unheard)
    assert not has_undo(layout(desk, None))
