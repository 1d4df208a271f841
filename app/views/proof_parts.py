"""What all pages of the proof have in common: the links between them, and the wait for what is still being made."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import dash_bootstrap_components as dbc
from dash import dcc, html

from app import ids
from app.planning.plan import Plan
from app.views.cards import aria, notice
from app.words.formats import units_text
from app.words.language import N_, _

OVERVIEW, CALIBRATION, ACCURACY, REPLAY = "/proof", "/proof/calibration", "/proof/accuracy", "/proof/replay"
PARTS = (
    (N_("In short"), OVERVIEW),
    (N_("Promises kept"), CALIBRATION),
    (N_("Accuracy"), ACCURACY),
    (N_("The last 90 days again"), REPLAY),
)


def proof_links(active: str) -> html.Nav:
    """The links between the parts, the one of the page `active` marked."""
    links = [dcc.Link(_(name), href=path, className="active" if path == active else "") for name, path in PARTS]
    return html.Nav(links, className="sw-views", **aria(label=_("Proof")))


def still_to_come() -> html.Div:
    """Says that the past is being looked at, with a way to begin again."""
    said = _("Your last months are being looked at. The figures appear here by themselves.")
    again = dbc.Button(_("Look back now"), id=ids.PROOF_AGAIN, color="secondary", outline=True, n_clicks=0)
    return notice([html.P(said), again])


def wanted(key: str | None) -> dcc.Store:
    """Asks for what a page still needs, by its addresses; None asks for nothing."""
    return dcc.Store(id=ids.PROOF_WANTED, data=key)


def product_path(sku: str) -> str:
    """The address of a product's page.

    >>> product_path("A/1")
    '/product/A%2F1'
    """
    return f"/product/{quote(sku, safe='')}"


def names_of(plan: Plan) -> dict[str, str]:
    """What each product is called, by SKU: its SKU where it has no name."""
    names = plan.inputs.products["name"].fillna("")
    return {str(sku): str(name) or str(sku) for sku, name in names.items()}


def product_links(plan: Plan, skus: Sequence[str], *, most: int) -> list[Any]:
    """Products by name, each a link to its page, with a comma between them; how many more there are."""
    names = names_of(plan)
    links: list[Any] = []
    for sku in skus[:most]:
        links += [*([", "] if links else []), dcc.Link(names.get(sku, sku), href=product_path(sku))]
    rest = len(skus) - most
    return [*links, _(" and {count} more").format(count=units_text(rest))] if rest > 0 else links
