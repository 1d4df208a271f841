"""The settings of a shop: the service it promises and what holds where a product or supplier says nothing."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from data.closure_text import ClosuresRule
from data.edit_log import SETTINGS, note_edit
from data.schema import settings as settings_table
from data.shop import Shop, mark_changed, mark_redrafted, reading, writing
from data.value_rules import ChoiceRule, NumberRule, Rule, TextRule, Value, YesNoRule, checked

RULES = ("quantile", "simple")
LANGUAGES = ("en", "de", "fr", "es")
LONGEST_CLOSED_DAYS = 366


@dataclass(frozen=True)
class ShopSettings:
    """service_level: share of order cycles without a missed unit. review_period_days: days between two orders.

    lead_time_days and order_cost (the shop's money per order) hold where neither product nor supplier has one.
    holding_rate: cost of holding stock, as a share of its value per year. maximum_cover_days: more is overstock.
    currency: a sign or code for display. rule: "quantile", or "simple" for 1.5 x average daily sales. country: whose
    public holidays count (ISO 3166, two letters); "" to tell it from the sales. language: of the pages.
    service_level_a, _b, _c: the share for products of that ABC class, None where the shop's holds. by_fill_rate:
    service_level is the share of units sold from the shelf instead. budget: money for one round of orders, None: any.
    closed_days: periods in which the shop is closed, as data/closure_text.py writes them.
    """

    service_level: float = 0.95
    review_period_days: int = 7
    lead_time_days: int = 7
    order_cost: float = 5.0
    holding_rate: float = 0.25
    maximum_cover_days: int = 90
    currency: str = ""
    rule: str = "quantile"
    country: str = ""
    language: str = "en"
    service_level_a: float | None = None
    service_level_b: float | None = None
    service_level_c: float | None = None
    by_fill_rate: bool = False
    budget: float | None = None
    closed_days: str = ""


SETTING_RULES: dict[str, Rule] = {
    "service_level": NumberRule(0.5, 0.999, may_be_empty=False),
    "review_period_days": NumberRule(1, 365, whole=True, may_be_empty=False),
    "lead_time_days": NumberRule(0, 365, whole=True, may_be_empty=False),
    "order_cost": NumberRule(0, may_be_empty=False),
    "holding_rate": NumberRule(0, 10, above=True, may_be_empty=False),
    "maximum_cover_days": NumberRule(1, 3650, whole=True, may_be_empty=False),
    "currency": TextRule(longest=10, empty=""),
    "rule": ChoiceRule(RULES),
    "country": TextRule(longest=2, empty=""),
    "language": ChoiceRule(LANGUAGES),
    "service_level_a": NumberRule(0.5, 0.999),
    "service_level_b": NumberRule(0.5, 0.999),
    "service_level_c": NumberRule(0.5, 0.999),
    "by_fill_rate": YesNoRule(),
    "budget": NumberRule(0),
    "closed_days": ClosuresRule(empty="", longest_days=LONGEST_CLOSED_DAYS),
}


def read_settings(shop: Shop) -> ShopSettings:
    """The settings of the shop; defaults for all that were never set. Settings of other versions are passed over."""
    with reading(shop) as connection:
        return ShopSettings(**settings_state(connection))


def write_settings(shop: Shop, settings: ShopSettings, *, by_hand: bool = True) -> None:
    """Keep the settings; `by_hand`, the change can be undone. Raises BadValue, naming all that break their rule."""
    values = checked_settings(settings)
    with writing(shop) as connection:
        before = settings_state(connection)
        if by_hand:
            note_edit(connection, SETTINGS, "", before=before, after=values)
        restore_settings(connection, "", values)
        changed = {name for name, value in values.items() if value != before[name]}
        (mark_redrafted if changed == {"budget"} else mark_changed)(connection)


def checked_settings(settings: ShopSettings) -> dict[str, Value]:
    """The settings as they are kept. Raises BadValue, naming all that break their rule."""
    return checked(asdict(settings), SETTING_RULES, of={})


def settings_state(connection: Connection, _thing: str = "") -> dict[str, Any]:
    """All settings as they are, with the defaults of those that were never set."""
    kept = {row.name: json.loads(row.value) for row in connection.execute(select(settings_table))}
    return {name: kept.get(name, default) for name, default in asdict(ShopSettings()).items()}


def restore_settings(connection: Connection, _thing: str, values: Mapping[str, Any]) -> None:
    """Set those settings that `values` has, in the caller's transaction."""
    rows = [{"name": name, "value": json.dumps(value)} for name, value in values.items()]
    connection.execute(delete(settings_table).where(settings_table.c.name.in_(values)))
    connection.execute(insert(settings_table), rows)
