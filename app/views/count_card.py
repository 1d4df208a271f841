"""One product to be counted: what is on record, a large number to type, the way on."""

from collections.abc import Mapping
from typing import Any

import dash_bootstrap_components as dbc
import pandas as pd
from dash import html

from app import ids
from app.views.cards import aria
from app.views.forms import UNSEEN, form, say_button
from app.words.formats import decimals_text, weekday_text
from app.words.language import _

KEEP, SKIP, BACK, SHELF = "keep", "skip", "back", "shelf"
COUNTED = "counted"


def count_card(sku: str, known: Mapping[str, Any], *, at: int, of: int, message: Any = None) -> Any:
    """The card of a product; `known` is what the shop knows of it."""
    name = known["name"] if isinstance(known["name"], str) else sku
    beside = (sku, known["category"], known["supplier"])
    facts = [fact for fact in beside if isinstance(fact, str) and fact and fact != name]
    box = dbc.Input(
        name=COUNTED, type="text", inputmode="decimal", autofocus=True, autocomplete="off", className="sw-counted"
    )
    label = html.Span(_("Units of {product} on the shelf").format(product=name), className=UNSEEN)
    return form(
        [
            html.Progress(value=str(at), max=str(of), **aria(label=_("Counted so far"))),
            html.Div(_("{number} of {count}").format(number=at + 1, count=of), className="sw-soft"),
            html.Div([html.H2(name), html.Div(" · ".join(facts), className="sw-soft")]),
            html.Label([label, box]),
            html.Div(record_text(known), className="sw-soft"),
            html.Div(message, role="status"),
            say_button(_("Keep and next"), KEEP, kind="primary"),
            html.Div(
                [say_button(_("Back"), BACK, disabled=at == 0), say_button(_("Skip"), SKIP)], className="sw-count-ways"
            ),
        ],
        store=ids.COUNT_SAID,
        key=sku,
        enter=KEEP,
        className="sw-card sw-count",
    )


def record_text(known: Mapping[str, Any]) -> str:
    """What the record says, and what it is made of."""
    if pd.isna(known["on_hand"]):
        return _("Never counted so far.")
    on_hand, day = decimals_text(float(known["on_hand"])), weekday_text(known["counted_on"].date())
    return _("On record: {units}. Last counted on {day}.").format(units=on_hand, day=day)
