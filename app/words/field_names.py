"""What the fields that the owner fills in are called, wherever a message names one."""

from app.words.language import N_, _

FIELD_NAMES = {
    "name": N_("Name"),
    "category": N_("Category"),
    "supplier": N_("Supplier"),
    "unit_cost": N_("Unit cost"),
    "price": N_("Price"),
    "lead_time_days": N_("Lead time"),
    "lead_time_sd_days": N_("Deviation of the lead time"),
    "pack_size": N_("Pack size"),
    "moq": N_("Minimum quantity"),
    "active": N_("Active"),
    "on_hand": N_("On hand"),
    "on_order": N_("On order"),
    "review_period_days": N_("Days between orders"),
    "order_cost": N_("Cost of placing an order"),
    "service_level": N_("Service level"),
    "holding_rate": N_("Cost of keeping stock"),
    "maximum_cover_days": N_("At most, days of cover"),
    "currency": N_("Currency"),
    "country": N_("Country"),
    "language": N_("Language"),
    "rule": N_("Rule"),
    "units": N_("Units"),
    "advised": N_("Advised units"),
    "reason": N_("Reason"),
    "day": N_("Day"),
    "first_day": N_("First day"),
    "last_day": N_("Last day"),
    "expected_on": N_("Expected on"),
    "sent_on": N_("Sent on"),
    "sku": N_("Product"),
    "order": N_("Order"),
    "article_code": N_("The supplier's article number"),
    "shelf_life_days": N_("Shelf life"),
    "salvage_value": N_("Value when it is left over"),
    "similar_to": N_("Similar to"),
    "similar_share": N_("Share of the similar product's sales"),
    "order_days": N_("Order days"),
    "minimum_order_value": N_("Minimum order value"),
    "fee_below_minimum": N_("Fee below the minimum"),
    "closed_on_holidays": N_("Closed on public holidays"),
    "note": N_("Note"),
    "email": N_("E-mail"),
    "service_level_a": N_("Promise for A products"),
    "service_level_b": N_("Promise for B products"),
    "service_level_c": N_("Promise for C products"),
    "by_fill_rate": N_("Promise by units served"),
    "budget": N_("Budget"),
    "parts": N_("Parts"),
    "closed": N_("Closed days"),
    "closed_days": N_("Closed days"),
    "deleted_on": N_("Deleted"),
    "own_lead_times": N_("Lead times of products"),
}


def field_text(field: str) -> str:
    """A field's name; its code in plain letters where it has none.

    >>> field_text("moq"), field_text("shoe_size")
    ('Minimum quantity', 'Shoe size')
    """
    return _(FIELD_NAMES[field]) if field in FIELD_NAMES else field.replace("_", " ").capitalize()
