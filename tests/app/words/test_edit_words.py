"""What Undo would take back, in words."""

from datetime import UTC, datetime
from typing import Any

import pytest

from app.words.edit_words import edit_text
from app.words.field_names import FIELD_NAMES
from data.edit_log import Edit
from data.product_fields import LIST_RULES
from data.shop_settings import SETTING_RULES
from data.supplier_fields import SUPPLIER_RULES


def told(what: str, thing: str, before: dict[str, Any], after: dict[str, Any]) -> str:
    return edit_text(Edit(1, datetime(2026, 1, 5, tzinfo=UTC), what, thing, before, after), currency="£")


@pytest.mark.parametrize(
    ("what", "thing", "before", "after", "said"),
    [
        ("supplier", "Leaf", {"lead_time_days": 5}, {"lead_time_days": 7}, "Lead time of Leaf: 5 days → 7 days"),
        ("supplier", "Oak", {"supplier": "Leaf"}, {"supplier": "Oak"}, "Supplier renamed: Leaf → Oak"),
        ("supplier", "Leaf", {"order_days": None}, {"order_days": "any"}, "Order days of Leaf: not said → any day"),
        ("product", "TEA", {"unit_cost": None}, {"unit_cost": 1.2}, "Unit cost of TEA: nothing → £1.20"),
        ("product", "TEA", {"active": True}, {"active": False}, "Active of TEA: yes → no"),
        ("product", "BOX", {"parts": {}}, {"parts": {"BEER": 6.0}}, "Parts of BOX: nothing → 6 × BEER"),
        ("settings", "", {"service_level": 0.95}, {"service_level": 0.975}, "Service level: 95 % → 97.5 %"),
    ],
)  # fmt: skip
def test_a_change_says_of_what_and_from_what_to_what(
    what: str, thing: str, before: dict[str, Any], after: dict[str, Any], said: str
) -> None:
    assert told(what, thing, before, after) == said


def test_of_several_fields_only_their_names_are_said() -> None:
    before = {"note": None, "order_cost": None}
    said = told("supplier", "Leaf", before, {"note": "x", "order_cost": 4.0})
    assert said == "2 changes of Leaf: Note, Cost of placing an order"


def test_every_field_that_can_be_changed_has_a_name() -> None:
    assert {*LIST_RULES, *SUPPLIER_RULES, *SETTING_RULES, "closed", "supplier"} <= FIELD_NAMES.keys()
