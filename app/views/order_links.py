"""What can be done with an order's list: copied as text, taken as a file, printed."""

from typing import Any
from urllib.parse import urlencode

from dash import html

from app.views.cards import data
from app.words.language import _


def order_downloads(**which: str) -> Any:
    """The buttons; `supplier` names the order to be sent, `order` is the number of one that was sent."""
    query = urlencode(which)
    look = "btn btn-outline-secondary btn-sm"
    copying = data(copy=f"/download/order.txt?{query}", copied=_("Copied"), failed=_("Copying is not allowed here"))
    return html.Div(
        [
            html.A(_("Email"), href=f"/download/order.mail?{query}", className=look),
            html.Button(_("Copy text"), type="button", className=look, **copying),
            html.A("Excel", href=f"/download/order.xlsx?{query}", className=look),
            html.A("CSV", href=f"/download/order.csv?{query}", className=look),
            html.A(_("Print"), href=f"/download/order.html?{query}", target="_blank", className=look),
        ],
        className="sw-actions",
    )
