"""What stands where a page would be while there is nothing to show yet, with what to do about it."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from app import ids
from app.desk import Desk
from app.pages import import_sales
from app.words.language import _

FAILED = "failed"  # what a forecast that broke off leaves in place of its key


def layout(desk: Desk, *, has_sales: bool, failed: bool = False) -> Any:
    """The welcome of an empty shop, the wait for a forecast, or word that it broke off."""
    if not has_sales:
        return import_sales.welcome(desk)
    return _forecast_failed() if failed else _forecast_to_come()


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
            _forecast_button(),
        ],
        className="sw-card",
    )


def _forecast_failed() -> Any:
    return html.Div(
        [
            html.H1(_("The forecast broke off")),
            html.P(
                _(
                    "Your sales are safe. Try again. If it breaks off again, undo what you imported or changed last, "
                    "and try once more."
                ),
                className="sw-soft",
                role="alert",
            ),
            _forecast_button(),
        ],
        className="sw-card",
    )


def _forecast_button() -> Any:
    return dbc.Button(_("Forecast now"), id=ids.FORECAST_AGAIN, color="secondary", outline=True, n_clicks=0)
