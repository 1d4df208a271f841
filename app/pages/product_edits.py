"""Products as a table: those that the list is narrowed down to, what is known of each typed straight into its cell."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from dash import ALL, Dash, Input, Output, State, dcc, html, no_update

from app import ids
from app.binding import bind
from app.desk import Desk, forecast_wanted, inputs_now, plan_now
from app.insights.in_hand import Insight
from app.insights.product_filter import chosen, filter_of
from app.pages import products
from app.views.cards import empty_state, page_title
from app.views.edits import edit_cell
from app.views.order_table import order_table
from app.views.product_table import product_table
from app.views.tables import grid_rows
from app.words.formats import units_text
from app.words.language import _, ngettext

PATH = f"{products.PATH}/table"
MOST_ROWS = 1000  # a table of more is slow to load, and nobody types into so many


def layout(insight: Insight, query: Mapping[str, str]) -> Any:
    """The products that fit the choices in the address of the list, in its order, the first thousand of them."""
    fitting = chosen(insight.rows, insight.products, filter_of(query))
    rows = fitting.index.to_numpy()[:MOST_ROWS]
    back = f"{products.PATH}?{urlencode(query)}" if query else products.PATH
    none = empty_state(_("No product fits"), _("Go back to the list and take back one of its choices."))
    return html.Div(
        [
            dcc.Link(_("← Back"), href=back, className="sw-back"),
            page_title(_("Products as a table"), _lead(len(rows), of=len(fitting))),
            html.Div(id=ids.EDIT_MESSAGE, role="status"),
            product_table(insight.plan, rows) if len(rows) else none,
        ],
        className="sw-stack",
    )


def _lead(count: int, *, of: int) -> str:
    if count < of:
        said = _("The first {count} of {all} products: narrow the list down for others. Click a cell and type.")
        return said.format(count=units_text(count), all=units_text(of))
    said = ngettext("{count} product. Click a cell and type.", "{count} products. Click a cell and type.", count)
    return said.format(count=units_text(count))


def keep_edit(desk: Desk, changes: Sequence[Any], grid_ids: Sequence[Any]) -> tuple[Any, list[Any], Any]:
    """Keep what was typed into a grid and show what follows from it; a wrong value is explained and put back.

    What needs a longer forecast, such as a longer lead time, asks for it: the page comes anew when it is made.
    """
    edited = [(edits[-1]["timestamp"], grid) for grid, edits in enumerate(changes) if edits]
    inputs, still = inputs_now(desk), [no_update] * len(changes)
    if not edited or inputs is None:
        return no_update, still, no_update
    latest = max(edited)[1]
    change = changes[latest][-1]
    sku = change["rowId"]
    message = edit_cell(desk.shop, sku, change["colId"], change.get("value"), day=inputs.today)
    plan = plan_now(desk)
    if plan is None:
        return message, still, forecast_wanted(desk)
    table = order_table(plan)
    row = grid_rows(table[table["sku"] == sku], plan)
    updates = [{"update": row} if i == latest else no_update for i in range(len(grid_ids))]
    return message, updates, no_update


def register(app: Dash, desk: Desk) -> None:
    grids = ids.order_grid("") | {"section": ALL}
    app.callback(
        Output(ids.EDIT_MESSAGE, "children"),
        Output(grids, "rowTransaction"),
        Output(ids.FORECAST_REQUEST, "data", allow_duplicate=True),
        Input(grids, "cellValueChanged"),
        State(grids, "id"),
        prevent_initial_call=True,
    )(bind(keep_edit, desk))
