"""Why rows were left out, in two or three words each: for lists and for the rows that the owner downloads."""

from app.words.language import N_, _

REASONS = {
    "blank": N_("blank"),
    "too_few_cells": N_("too few cells"),
    "too_many_cells": N_("too many cells"),
    "repeated_header": N_("repeated header"),
    "total_row": N_("total row"),
    "cancelled": N_("cancelled"),
    "refunded": N_("refunded"),
    "not_paid": N_("not paid"),
    "picture_row": N_("picture row"),
    "variant_parent": N_("heading of variants"),
    "other_location": N_("other location"),
    "no_item_line": N_("no item line"),
    "not_a_product": N_("not a product"),
    "stock_adjustment": N_("stock adjustment"),
    "no_sale": N_("no sale"),
    "other_place": N_("other place"),
    "stray_date": N_("stray date"),
    "no_item": N_("no item"),
    "no_supplier": N_("no supplier"),
    "repeated_supplier": N_("repeated supplier"),
    "no_price": N_("no price"),
    "repeated_product": N_("repeated product"),
    "bad_date": N_("bad date"),
    "bad_quantity": N_("bad quantity"),
    "bad_amount": N_("bad amount"),
    "bad_price": N_("bad price"),
}


def reason_words(reason: str) -> str:
    """A reason in a few words; its code in plain letters where it has none.

    >>> reason_words("bad_quantity"), reason_words("too_blue")
    ('bad quantity', 'too blue')
    """
    return _(REASONS.get(reason, reason.replace("_", " ")))
