"""The fields of a product that the owner sets, and what each may be."""

from data.bundle_text import PartsRule
from data.value_rules import NumberRule, Rule, TextRule, YesNoRule

PRODUCT_RULES: dict[str, Rule] = {
    "name": TextRule(),
    "category": TextRule(),
    "supplier": TextRule(),
    "article_code": TextRule(longest=60),
    "unit_cost": NumberRule(0),
    "price": NumberRule(0),
    "lead_time_days": NumberRule(0, 365),
    "lead_time_sd_days": NumberRule(0, 365),
    "pack_size": NumberRule(0, above=True),
    "moq": NumberRule(0),
    "shelf_life_days": NumberRule(1, 3650),
    "salvage_value": NumberRule(0),
    "service_level": NumberRule(0.5, 0.999),
    "similar_to": TextRule(),
    "similar_share": NumberRule(0, 100, above=True),
    "active": YesNoRule(),
    "on_hand": NumberRule(),
    "on_order": NumberRule(0),
}
PARTS = "parts"
LIST_RULES: dict[str, Rule] = {**PRODUCT_RULES, PARTS: PartsRule()}  # with what is kept in a table of its own
STOCK_FIELDS = ("on_hand", "on_order")  # kept as counts of a day, all others with the product
OWN_FIELDS = tuple(field for field in PRODUCT_RULES if field not in STOCK_FIELDS)
TEXT_FIELDS = ("name", "category", "supplier", "article_code", "similar_to")
NEVER_UNKNOWN = ("article_code", "similar_to")  # empty, where nothing is said
