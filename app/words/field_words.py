"""What the fields of products, suppliers and settings are called, and how their values are written."""

from collections.abc import Mapping
from typing import Any

from app.words.formats import days_text, decimals_text, list_text, money_text, share_text, units_text
from app.words.language import N_, _, ngettext
from app.words.supplier_words import order_days_text_said

NAMES = {
    "name": N_("name"),
    "category": N_("category"),
    "supplier": N_("supplier"),
    "article_code": N_("supplier's article code"),
    "unit_cost": N_("unit cost"),
    "price": N_("price"),
    "lead_time_days": N_("lead time"),
    "lead_time_sd_days": N_("spread of the lead time"),
    "review_period_days": N_("days between orders"),
    "pack_size": N_("pack"),
    "moq": N_("minimum quantity"),
    "shelf_life_days": N_("shelf life"),
    "salvage_value": N_("value when no longer fresh"),
    "service_level": N_("promise"),
    "service_level_a": N_("promise for A products"),
    "service_level_b": N_("promise for B products"),
    "service_level_c": N_("promise for C products"),
    "similar_to": N_("product it sells like"),
    "similar_share": N_("share of that product's sales"),
    "active": N_("still ordered"),
    "on_hand": N_("stock on hand"),
    "on_order": N_("on order"),
    "parts": N_("parts"),
    "order_days": N_("order days"),
    "order_cost": N_("cost of an order"),
    "minimum_order_value": N_("minimum order value"),
    "fee_below_minimum": N_("fee below the minimum"),
    "closed_on_holidays": N_("closed on holidays"),
    "closed": N_("closed days"),
    "email": N_("email"),
    "note": N_("note"),
    "currency": N_("currency"),
    "holding_rate": N_("cost of keeping stock"),
    "maximum_cover_days": N_("days of cover at most"),
    "rule": N_("when to reorder"),
    "country": N_("country"),
    "language": N_("language"),
    "by_fill_rate": N_("what the promise counts"),
    "budget": N_("budget of an order round"),
}
MONEY = frozenset(
    {"unit_cost", "price", "salvage_value", "order_cost", "minimum_order_value", "fee_below_minimum", "budget"}
)
DAYS = frozenset({"lead_time_days", "lead_time_sd_days", "review_period_days", "shelf_life_days", "maximum_cover_days"})
SHARES = frozenset(
    {"service_level", "service_level_a", "service_level_b", "service_level_c", "similar_share", "holding_rate"}
)


def field_name(field: str) -> str:
    """What a field is called within a sentence; an unknown one by its own name."""
    return _(NAMES[field]) if field in NAMES else field.replace("_", " ")


def value_text(field: str, value: Any, *, currency: str = "") -> str:
    """A value of a field as the owner reads it.

    >>> value_text("lead_time_days", 5.0), value_text("budget", None), value_text("service_level", 0.95)
    ('5 days', 'nothing', '95 %')
    >>> value_text("closed", [["2026-08-01", "2026-08-21"]]), value_text("parts", {"beer": 6.0})
    ('1 period', '6 × beer')
    """
    if field == "order_days":
        return order_days_text_said(value or "")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None or value in ("", [], {}):
        return _("nothing")
    if field == "closed":
        return ngettext("{count} period", "{count} periods", len(value)).format(count=len(value))
    if isinstance(value, Mapping):
        return list_text(
            _("{units} × {product}").format(units=units_text(units), product=sku) for sku, units in value.items()
        )
    return _number_text(field, value, currency=currency) if isinstance(value, (int, float)) else str(value)


def _number_text(field: str, value: float, *, currency: str) -> str:
    if field in MONEY:
        return money_text(value, currency)
    if field in DAYS:
        return days_text(value)
    return share_text(value) if field in SHARES else decimals_text(float(value))
