from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.bundles import bundle_parts, set_bundle
from data.edit_undo import last_edit, undo_last_edit
from data.importing.imports import import_sales
from data.products import edit_product, import_products, read_shop_products, remove_products
from data.purchasing.deliveries import receive
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.shop import Shop, open_shop, revision
from data.shop_settings import ShopSettings, read_settings, write_settings
from data.supplier_days import Closure, closures
from data.suppliers import edit_supplier, rename_supplier, save_supplier, set_closures, suppliers
from data.value_rules import BadValue
from tests.data.sales_files import NOON, day, sales_file
from tests.data.test_products import product_list


def stock(shop: Shop) -> Shop:
    """Two products of Acme, one of nobody known."""
    import_sales(shop, sales_file({(0, "A1"): 3, (0, "B2"): 1, (0, "C3"): 1}), imported_at=NOON)
    for sku in ("A1", "B2"):
        edit_product(shop, sku, "supplier", "Acme", day=day(1))
    return shop


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    return stock(shop)


def content(shop: Shop) -> list[Any]:
    """All that can be edited, as it is."""
    products = read_shop_products(shop)
    return [
        products.astype("object").where(products.notna(), None).to_dict("index"),
        suppliers(shop).astype("object").where(suppliers(shop).notna(), None).to_dict("index"),
        closures(shop).to_dict("records"),
        bundle_parts(shop).to_dict("records"),
        read_settings(shop),
    ]


Step = Callable[[Shop], None]


def product(sku: str, field: str, value: object) -> Step:
    return lambda shop: edit_product(shop, sku, field, value, day=day(2))


def supplier(field: str, value: object) -> Step:
    return lambda shop: edit_supplier(shop, suppliers(shop).index[0], field, value)


def called(name: str) -> Step:
    return lambda shop: rename_supplier(shop, suppliers(shop).index[0], name)


def closed(first: int, last: int) -> Step:
    return lambda shop: set_closures(shop, suppliers(shop).index[0], [Closure(day(first), day(last))])


def with_settings(**values: Any) -> Step:
    return lambda shop: write_settings(shop, ShopSettings(**values))


def bundled(units: float) -> Step:
    return lambda shop: set_bundle(shop, "C3", {"B2": units} if units else {})


SKUS = st.sampled_from(["A1", "B2"])
STEPS = st.one_of(
    st.builds(product, SKUS, st.just("pack_size"), st.sampled_from([None, 6, 12])),
    st.builds(product, SKUS, st.just("similar_to"), st.sampled_from([None, "C3"])),
    st.builds(product, SKUS, st.sampled_from(["on_hand", "on_order"]), st.sampled_from([None, 0, 4])),
    st.builds(supplier, st.just("lead_time_days"), st.sampled_from([None, 0, 5])),
    st.builds(supplier, st.just("order_days"), st.sampled_from(["", "Mon, Thu", "never"])),
    st.builds(called, st.sampled_from(["Acme", "Oak", "Elm", "ELM"])),
    st.builds(closed, st.integers(0, 3), st.integers(3, 5)),
    st.builds(with_settings, currency=st.sampled_from(["", "£"]), budget=st.sampled_from([None, 0.0, 500.0])),
    st.builds(bundled, st.sampled_from([0, 6])),
)


@settings(max_examples=8, deadline=None)
@given(st.lists(STEPS, min_size=1, max_size=5))
@example([product("A1", "pack_size", 6), product("A1", "similar_to", None)])  # the second changes nothing to be seen
def test_undoing_goes_back_through_every_state_there_was(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        shop = stock(open_shop(Path(folder)))
        states = [content(shop)]
        for step in steps:
            step(shop)
            if content(shop) != states[-1]:
                states.append(content(shop))
        for before in reversed(states[:-1]):
            assert undo_last_edit(shop) is not None
            assert content(shop) == before


def test_the_last_edit_says_what_changed_of_what(stocked: Shop) -> None:
    edit_supplier(stocked, "acme", "lead_time_days", 5)
    edit_supplier(stocked, "acme", "lead_time_days", 7)
    last = last_edit(open_shop(stocked.folder))
    assert last is not None
    assert (last.what, last.thing, last.before, last.after) == (
        "supplier",
        "Acme",
        {"lead_time_days": 5},
        {"lead_time_days": 7},
    )
    edit_product(stocked, "a1", "on_hand", 9, day=day(2))
    last = last_edit(stocked)
    assert last is not None
    assert (last.what, last.thing, last.before, last.after) == ("product", "A1", {"on_hand": None}, {"on_hand": 9})


def test_what_is_saved_together_is_undone_together(stocked: Shop) -> None:
    before = content(stocked)
    values: dict[str, object] = {"lead_time_days": 0, "minimum_order_value": 150, "closed_on_holidays": True}
    save_supplier(stocked, "Acme", values=values, name="Oak", closed=[Closure(day(2), day(4))])
    undone = undo_last_edit(stocked)
    assert undone is not None
    assert undone.after.keys() == {*values, "supplier", "closed"}
    assert content(stocked) == before


def test_all_that_is_wrong_of_a_supplier_is_told_at_once_and_nothing_is_kept(stocked: Shop) -> None:
    before = content(stocked), revision(stocked)
    with pytest.raises(BadValue) as bad:
        save_supplier(
            stocked,
            "Acme",
            values={"lead_time_days": 900, "minimum_order_value": -1, "order_cost": 3},
            name=" ",
            closed=[Closure(day(3), day(2))],
        )
    fields = [problem.values["field"] for problem in bad.value.problems]
    assert fields == ["lead_time_days", "minimum_order_value", "supplier", "last_day"]
    assert (content(stocked), revision(stocked)) == before


def test_an_edit_that_changed_nothing_is_none_to_undo(stocked: Shop) -> None:
    edit_supplier(stocked, "Acme", "lead_time_days", 5)
    edit_supplier(stocked, "Acme", "lead_time_days", 5)
    undo_last_edit(stocked)
    assert pd.isna(suppliers(stocked).loc["Acme", "lead_time_days"])


def test_what_a_list_has_overwritten_is_not_undone(stocked: Shop) -> None:
    edit_product(stocked, "B2", "moq", 3, day=day(1))
    edit_product(stocked, "A1", "moq", 5, day=day(1))
    import_products(stocked, product_list(sku=["A1"], moq=[8.0]), day=day(2))
    undone = undo_last_edit(stocked)
    assert undone is not None
    assert undone.thing == "B2"
    assert read_shop_products(stocked)["moq"].to_dict() == pytest.approx(
        {"A1": 8, "B2": float("nan"), "C3": float("nan")}, nan_ok=True
    )


def test_a_count_is_undone_also_after_sales_but_not_after_a_delivery(stocked: Shop) -> None:
    edit_product(stocked, "A1", "on_hand", 10, day=day(1))
    edit_product(stocked, "A1", "on_hand", 20, day=day(2))
    import_sales(stocked, sales_file({(3, "A1"): 2}), imported_at=NOON)
    assert undo_last_edit(stocked) is not None
    assert read_shop_products(stocked).loc["A1", "on_hand"] == 8
    order_id = save_draft(stocked, "Acme", [WantedLine("A1", 5)], day=day(3))
    assert order_id is not None
    send_order(stocked, order_id, day=day(3), expected_on=day(4))
    receive(stocked, order_id, {"A1": 5}, day=day(4))
    last = last_edit(stocked)
    assert last is not None
    assert "on_hand" not in last.after
    assert read_shop_products(stocked).loc["A1", "on_hand"] == 13


def test_settings_that_an_import_set_are_none_of_her_edits(stocked: Shop) -> None:
    write_settings(stocked, ShopSettings(currency="£"), by_hand=False)
    last = last_edit(stocked)
    assert last is not None
    assert last.what == "product"


def test_nothing_is_undone_where_nothing_was_edited(shop: Shop) -> None:
    before = revision(shop)
    assert last_edit(shop) is None
    assert undo_last_edit(shop) is None
    assert revision(shop) == before


def test_a_product_that_is_gone_is_passed_over(shop: Shop) -> None:
    import_products(shop, product_list(sku=["N1"], name=["New"]), day=date(2024, 1, 1))
    edit_product(shop, "N1", "moq", 3, day=day(1))
    remove_products(shop)
    assert last_edit(shop) is None


def test_the_log_stays_short(stocked: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.edit_log.KEPT", 4)
    for number in range(7):
        edit_supplier(stocked, "Acme", "order_cost", number)
    undone = 0
    while undo_last_edit(stocked) is not None:
        undone += 1
    assert undone == 4
