"""The fields of a supplier that the owner sets, and what each may be."""

from data.supplier_days import OrderDaysRule
from data.value_rules import NumberRule, Rule, TextRule, YesNoRule

SUPPLIER_RULES: dict[str, Rule] = {
    "lead_time_days": NumberRule(0, 365),
    "review_period_days": NumberRule(1, 365),
    "order_cost": NumberRule(0),
    "lead_time_sd_days": NumberRule(0, 365),
    "order_days": OrderDaysRule(),
    "minimum_order_value": NumberRule(0),
    "fee_below_minimum": NumberRule(0),
    "closed_on_holidays": YesNoRule(),
    "email": TextRule(),
    "note": TextRule(longest=1000),
    "service_level": NumberRule(0.5, 0.999),
}
TEXTS = ("order_days", "email", "note")
FLAGS = ("closed_on_holidays",)
NUMBERS = tuple(field for field in SUPPLIER_RULES if field not in (*TEXTS, *FLAGS))
