"""The card on a product's page with what is said of it besides: cost, supplier's code, shelf life, promise, parts."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dash import html

from app import ids
from app.views.cards import notice
from app.views.forms import form, not_saved, say_button, typed_field
from app.words.formats import day_text, units_text
from app.words.language import N_, _
from data.product_fields import PARTS

SAVE, DELETE, BRING_BACK = "save", "delete", "bring_back"

# field -> heading, what it is for
FIELDS = {
    "unit_cost": (N_("Unit cost"), N_("What one unit costs you")),
    "article_code": (N_("Supplier's article code"), N_("Stands on the order in place of yours")),
    "service_level": (N_("Own promise, in %"), N_("Empty: the promise in Settings")),
    "shelf_life_days": (N_("Shelf life, in days"), N_("No order buys more than sells in this time. Empty: it keeps")),
    "salvage_value": (N_("Worth when no longer fresh"), N_("What one unit still brings. Empty: nothing")),
    "similar_to": (N_("Sells like"), N_("For a new product: the code or name of one you know")),
    "similar_share": (N_("Its share of those sales, in %"), N_("100: as much as the other. Empty: 100")),
    PARTS: (N_("Put together from"), N_("Selling it sells these parts, such as 6 x BEER; 1 x GLASS")),
}
TEXTS = ("article_code", "similar_to", PARTS)


def product_terms_card(
    sku: str,
    typed: Mapping[str, str],
    *,
    refusals: Mapping[str, str],
    message: Any = None,
    is_open: bool = False,
) -> Any:
    """The card of one product; closed while nobody asks for it."""
    fields = [
        typed_field(
            name,
            _(label),
            typed.get(name, ""),
            hint=_(hint),
            refusal=refusals.get(name, ""),
            mode="text" if name in TEXTS else "decimal",
        )
        for name, (label, hint) in FIELDS.items()
    ]
    delete = say_button(_("Delete this product"), DELETE, kind="link")
    save = html.Div([say_button(_("Save"), SAVE), delete], className="sw-actions")
    told = html.Div([not_saved(refusals) if refusals else message, *_without_cost(typed)], role="status")
    content = [html.Summary(_("More about this product")), html.Div(fields, className="sw-fields"), save, told]
    card = html.Details(content, className="sw-card", open=is_open)
    return form(card, store=ids.PRODUCT_TERMS_SAID, key=sku)


def deleted_card(sku: str, day: dt.date, *, on_order: float) -> Any:
    """What stands there of a deleted product: what stays of it, and the way back."""
    told = [_("Deleted on {day}. Nothing is ordered of it any more; its sales stay.").format(day=day_text(day))]
    if on_order > 0:
        sentence = _("{units} are still on order: note them as received or cancelled under Deliveries.")
        told.append(sentence.format(units=units_text(on_order)))
    back = html.Div(say_button(_("Bring it back"), BRING_BACK), className="sw-actions")
    content = [*(html.P(sentence) for sentence in told), back]
    return form(html.Div(content, className="sw-card"), store=ids.PRODUCT_TERMS_SAID, key=sku)


def _without_cost(typed: Mapping[str, str]) -> list[Any]:
    """What cannot be said while nobody knows what a product costs."""
    if typed.get("unit_cost", "").strip():
        return []
    said = _(
        "Without a unit cost Shelfwise cannot say what an order of this product costs, nor weigh it in a budget. "
        "Everything else is planned."
    )
    return [notice(said)]
