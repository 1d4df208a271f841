"""What the columns of a file of sales or products hold, by the names that the reading gives them."""

from app.words.language import N_, _

COLUMN_NAMES = {
    "day": N_("Date"),
    "time": N_("Time"),
    "sku": N_("Product code (SKU)"),
    "name": N_("Product"),
    "variant": N_("Variant"),
    "category": N_("Category"),
    "units": N_("Units sold"),
    "price": N_("Price of one unit"),
    "revenue": N_("Money taken"),
}
IN_SENTENCES = {
    "day": N_("date"),
    "time": N_("time"),
    "sku": N_("product code (SKU)"),
    "name": N_("product"),
    "variant": N_("variant"),
    "category": N_("category"),
    "units": N_("units sold"),
    "price": N_("price of one unit"),
    "revenue": N_("money taken"),
    "supplier": N_("supplier"),
    "unit_cost": N_("unit cost"),
    "lead_time_days": N_("lead time"),
    "lead_time_sd_days": N_("deviation of the lead time"),
    "review_period_days": N_("days between orders"),
    "order_cost": N_("cost of an order"),
    "minimum_order_value": N_("minimum order value"),
    "pack_size": N_("pack size"),
    "moq": N_("minimum quantity"),
    "on_hand": N_("on hand"),
    "on_order": N_("on order"),
    "active": N_("active"),
    "location": N_("place"),
    "invoice": N_("receipt number"),
    "status": N_("status"),
    "item_status": N_("status of the item"),
    "kind": N_("kind of row"),
    "cancelled_at": N_("cancelled at"),
    "refunded": N_("refunded"),
    "returned": N_("units taken back"),
    "taken_back": N_("taken back"),
    "exchanged": N_("exchanged"),
    "voided": N_("cancelled"),
    "deferred": N_("deferred"),
    "fee": N_("fee"),
    "discount": N_("discount"),
    "order_discount": N_("discount on the order"),
    "items": N_("items"),
    "handle": N_("product address"),
    "other_day": N_("another date"),
    "weekday": N_("weekday"),
    "month": N_("month"),
    "year": N_("year"),
}


def column_name(name: str) -> str:
    """One of our columns within a sentence.

    >>> column_name("sku"), column_name("shoe_size")
    ('product code (SKU)', 'shoe size')
    """
    return _(IN_SENTENCES.get(name, name.replace("_", " ")))
