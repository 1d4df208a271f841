"""The offer to take back what was last changed by hand; app/router.py does it and shows the page anew."""

from typing import Any

from dash import html

from app import ids
from app.views.cards import icon
from app.words.edit_words import edit_text
from app.words.language import _
from data.edit_undo import last_edit
from data.shop import Shop
from data.shop_settings import read_settings


def undo_offer(shop: Shop, *kinds: str) -> Any:
    """One line with the last change and a button to take it back; nothing where there is no change of these kinds.

    `kinds` are those of data/edit_log.py; none means any.
    """
    edit = last_edit(shop)
    if edit is None or (kinds and edit.what not in kinds):
        return html.Div()
    told = edit_text(edit, currency=read_settings(shop).currency)
    button = html.Button(
        _("Undo"), id=ids.undo_edit(edit.edit_id), type="button", className="btn btn-outline-secondary btn-sm"
    )
    said = html.Span([html.Span(_("Last change:"), className="sw-soft"), " ", told])
    return html.Div([icon("replay"), said, button], className="sw-undo")
