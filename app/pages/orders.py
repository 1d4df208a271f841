"""Orders: what to order today, from whom, how much and why; changed where the owner knows better, and noted as sent."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from dash import ALL, Dash, Input, Output, State, dcc, html, no_update

from app import ids
from app.binding import bind
from app.desk import Desk, forecast_wanted, inputs_now, plan_now
from app.pages.order_steps import answer
from app.planning.plan import Plan
from app.said import hearing, on_said
from app.views.cards import aria
from app.views.edits import edit_cell
from app.views.order_content import order_content
from app.views.order_table import order_table
from app.views.product_table import all_products
from app.views.sold_out_card import sold_out_line
from app.views.tables import grid_rows
from app.words.headline import headline, plan_day_notice
from app.words.language import N_, _
from data.importing.sales_end import SalesEnd

PATH = "/"
VIEWS = (("", PATH, N_("To order")), ("all", "/?show=all", N_("All products")))


def layout(plan: Plan, show: str, *, end: SalesEnd | None = None) -> Any:
    """The page: its headline, and today's orders or, where `show` is "all", all products."""
    return html.Div(
        [
            hearing(ids.ORDER_SAID),
            html.Div(headline(plan), id=ids.ORDER_HEADLINE),
            plan_day_notice(plan, dt.date.today(), end=end),
            sold_out_line(plan),
            _views("all" if show == "all" else ""),
            html.Div(id=ids.EDIT_MESSAGE, role="status"),
            *([all_products(plan)] if show == "all" else [_orders(plan)]),
            html.Div(id=ids.ORDER_MESSAGE, role="status", className="sw-said"),
        ],
        className="sw-stack",
    )


def _orders(plan: Plan) -> Any:
    return html.Div(order_content(plan), id=ids.ORDER_CONTENT, className="sw-stack")


def _views(show: str) -> Any:
    links = [dcc.Link(_(name), href=href, className="active" if key == show else "") for key, href, name in VIEWS]
    files = [
        html.A(_("All as {kind}").format(kind=kind), href=f"/download/orders.{ending}", className="sw-quiet")
        for kind, ending in (("Excel", "xlsx"), ("CSV", "csv"))
    ]
    nav = html.Nav(links, className="sw-views", **aria(label=_("Views")))
    return html.Div([nav, html.Div(files, className="sw-actions")], className="sw-head")


def keep_edit(desk: Desk, changes: Sequence[Any], grid_ids: Sequence[Any]) -> tuple[Any, Any, list[Any], Any]:
    """Keep what was typed into a grid and show what follows from it; a wrong value is explained and put back.

    What needs a longer forecast, such as a longer lead time, asks for it: the page comes anew when it is made.
    """
    edited = [(edits[-1]["timestamp"], grid) for grid, edits in enumerate(changes) if edits]
    inputs, still = inputs_now(desk), [no_update] * len(changes)
    if not edited or inputs is None:
        return no_update, no_update, still, no_update
    latest = max(edited)[1]
    change = changes[latest][-1]
    sku = change["rowId"]
    message = edit_cell(desk.shop, sku, change["colId"], change.get("value"), day=inputs.today)
    plan = plan_now(desk)
    if plan is None:
        return no_update, message, still, forecast_wanted(desk)
    table = order_table(plan)
    row = grid_rows(table[table["sku"] == sku], plan)
    updates = [{"update": row} if i == latest else no_update for i in range(len(grid_ids))]
    return headline(plan), message, updates, no_update


def register(app: Dash, desk: Desk) -> None:
    grids = ids.order_grid("") | {"section": ALL}
    app.callback(
        Output(ids.ORDER_HEADLINE, "children"),
        Output(ids.EDIT_MESSAGE, "children"),
        Output(grids, "rowTransaction"),
        Output(ids.FORECAST_REQUEST, "data", allow_duplicate=True),
        Input(grids, "cellValueChanged"),
        State(grids, "id"),
        prevent_initial_call=True,
    )(bind(keep_edit, desk))
    on_said(app, ids.ORDER_SAID, answer, desk)
