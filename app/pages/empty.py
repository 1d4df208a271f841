"""What stands where a page would be while there is nothing to show yet, with what to do about it."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from app import ids
from app.desk import Desk
from app.pages import import_sales
from app.words.language import _


def layout(desk: Desk, *, has_sales: bool) -> Any:
    """The welcome of an empty shop, or the wait for a forecast."""
    return _forecast_to_come() if has_sales else import_sales.welcome(desk)


def unknown(path: str) -> Any:
    """An address that no page has."""
    return html.Div(
        [
            html.H1(_("There is no such page")),
            html.P(_("Nothing is kept under {path}.").format(path=path)),
            dcc.Link(_("To your orders"), href="/"),
        ],
        className="sw-card",
    )


def _forecast_to_come() -> Any:
    return html.Div(
        [
            html.H1(_("Your forecasts are being made")),
            html.P(
                _(
                    "Every product's past sales are looked at. The order list appears here by itself; you can look "
                    "around in the meantime."
                ),
                className="sw-soft",
            ),
            dbc.Button(_("Forecast now"), id=ids.FORECAST_AGAIN, color="secondary", outline=True, n_clicks=0),
        ],
        className="sw-card",
    )
