"""All products in one grid in which their conditions are edited."""

from typing import Any

from dash import html

from app.planning.plan import Plan
from app.views.cards import aria
from app.views.order_table import order_table
from app.views.tables import product_grid
from app.words.language import _

ALL = "all"


def all_products(plan: Plan) -> Any:
    """The grid, what sells most first, with a name for screen readers."""
    table = order_table(plan).sort_values("expected_demand", ascending=False)
    grid = product_grid(ALL, table, plan)
    return html.Div(grid, role="region", **aria(label=_("All products")))
