"""Products in one grid in which their conditions are edited."""

from typing import Any
from urllib.parse import urlencode

from dash import dcc, html
from numpy.typing import NDArray

from app.planning.plan import Plan
from app.views.cards import aria
from app.views.order_table import order_table
from app.views.tables import product_grid
from app.words.language import _

ALL = "all"


def product_table(plan: Plan, rows: NDArray[Any]) -> Any:
    """The grid of the products in `rows` of the plan, in their order, with a name for screen readers."""
    grid = product_grid(ALL, order_table(plan, rows), plan)
    return html.Div(grid, role="region", **aria(label=_("Products")))


def to_table(plan: Plan, product: int) -> dcc.Link:
    """The way from a sentence on a product to where it can be typed."""
    return dcc.Link(_("Type it here"), href=f"/products/table?{urlencode({'q': plan.inputs.products.index[product]})}")
