"""How the values of products, suppliers and settings are written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.words.formats import day_text, days_text, decimals_text, list_text, money_text, share_text, units_text
from app.words.language import _, ngettext
from app.words.supplier_words import order_days_text_said

MONEY = frozenset(
    {"unit_cost", "price", "salvage_value", "order_cost", "minimum_order_value", "fee_below_minimum", "budget"}
)
DAYS = frozenset({"lead_time_days", "lead_time_sd_days", "review_period_days", "shelf_life_days", "maximum_cover_days"})
SHARES = frozenset(
    {"service_level", "service_level_a", "service_level_b", "service_level_c", "similar_share", "holding_rate"}
)


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
    if field == "deleted_on":
        return day_text(date.fromisoformat(value))
    if field == "own_lead_times":
        return ngettext("{count} of its own", "{count} of their own", len(value)).format(count=len(value))
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
