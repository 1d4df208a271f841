"""Orders: what to order today, grouped by supplier, with everything it follows from open to be corrected."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import pandas as pd
from dash import ALL, Dash, Input, Output, State, dcc, html, no_update

from app import ids
from app.binding import bind
from app.desk import Desk, forecast_wanted, inputs_now, plan_now
from app.planning.plan import Plan
from app.views.cards import aria, notice
from app.views.edits import edit_cell
from app.views.order_table import of_supplier, order_table, to_count, to_order
from app.views.sold_out_card import sold_out_line
from app.views.tables import grid_rows, product_grid
from app.words.alert_words import alert_line, alert_rows
from app.words.formats import count_text, money_text
from app.words.headline import headline, plan_day_notice
from data.sales_end import SalesEnd

PATH = "/"
MOST_ALERTS = 5
MOST_ALERTS_READ = 100
URGENT = ("out_of_stock", "runs_out_before_delivery", "overstock")  # the others stand in the order list itself
MOST_SECTIONS = 15


def layout(plan: Plan, show: str, *, end: SalesEnd | None = None) -> Any:
    """The page: its headline, the most urgent alerts, and the view `show` ("", "count" or "all") of the products."""
    table = order_table(plan)
    if not show and len(table) and table["on_hand"].isna().all():
        show = "count"  # nothing can be ordered before something is counted
    return html.Div(
        [
            html.Div(headline(plan), id=ids.ORDER_HEADLINE),
            plan_day_notice(plan, dt.date.today(), end=end),
            sold_out_line(plan),
            html.Div(overview(plan, table, show), id=ids.ORDER_ALERTS, className="sw-stack"),
            html.Div(id=ids.EDIT_MESSAGE, role="status"),
            *_view(plan, table, show),
        ],
        className="sw-stack",
    )


def alert_card(plan: Plan) -> Any:
    """The most urgent alerts, the rest folded away."""
    shown = [row for row in alert_rows(plan) if row.code in URGENT][:MOST_ALERTS_READ]
    if not shown:
        return []
    lines = [alert_line(row) for row in shown]
    rest = lines[MOST_ALERTS:]
    more = html.Details([html.Summary(f"{len(rest)} more"), html.Ul(rest, className="sw-alerts")])
    first = html.Ul(lines[:MOST_ALERTS], className="sw-alerts")
    return html.Div([html.H2("Needs your eye"), first, *([more] if rest else [])], className="sw-card")


def overview(plan: Plan, table: pd.DataFrame, show: str) -> list[Any]:
    """What stands above the grids and follows from every edit: the alerts and how much each view holds."""
    return [alert_card(plan), _views(table, show)]


def _views(table: pd.DataFrame, show: str) -> Any:
    views = (
        ("", "/", f"To order ({len(to_order(table)):,})"),
        ("count", "/?show=count", f"To count ({len(to_count(table)):,})"),
        ("all", "/?show=all", f"All products ({len(table):,})"),
    )
    links = [dcc.Link(name, href=href, className="active" if key == show else "") for key, href, name in views]
    return html.Nav(links, className="sw-views", **aria(label="Views"))


def _view(plan: Plan, table: pd.DataFrame, show: str) -> list[Any]:
    if show == "all":
        return [
            _named_grid(
                "All products", "all", table.sort_values("expected_demand", ascending=False), plan, everything=True
            )
        ]
    if show == "count":
        return _count_view(plan, to_count(table))
    rows = to_order(table)
    if rows.empty:
        return [notice(_nothing_to_order(table), "good")]
    suppliers = list(dict.fromkeys(rows["supplier"]))
    if len(suppliers) > MOST_SECTIONS:
        return [_downloads(None), _named_grid("To order today", "orders", rows, plan)]
    return [_downloads(None), *(_section(plan, of_supplier(rows, name), name, i) for i, name in enumerate(suppliers))]


def _named_grid(name: str, section: int | str, rows: pd.DataFrame, plan: Plan, *, everything: bool = False) -> html.Div:
    """A grid with a name for screen readers."""
    grid = product_grid(section, rows, plan, everything=everything)
    return html.Div(grid, role="region", **aria(label=name))


def _nothing_to_order(table: pd.DataFrame) -> str:
    uncounted = len(to_count(table))
    return "Nothing needs ordering today." + (
        f" {count_text(uncounted, 'product')} still to be counted." if uncounted else ""
    )


def _count_view(plan: Plan, rows: pd.DataFrame) -> list[Any]:
    if rows.empty:
        return [notice("Every product has a stock count.", "good")]
    advice = (
        "Type what is on the shelf under “On hand”, best sellers first. "
        "A count is needed before an order can be advised."
    )
    return [notice(advice), _named_grid("Products without a stock count", "count", rows, plan, everything=True)]


def _section(plan: Plan, rows: pd.DataFrame, supplier: str, number: int) -> Any:
    cost = rows["order_cost"]
    known = money_text(float(cost.sum()), plan.inputs.settings.currency) if cost.notna().any() else ""
    unknown = f" + {int(cost.isna().sum())} without a cost" if known and cost.isna().any() else ""
    said = ", ".join(part for part in (count_text(len(rows), "product"), known + unknown) if part)
    title = html.Div([html.H2(supplier or "No supplier named"), html.Span(said, className="sw-soft")])
    grid = _named_grid(f"Order from {supplier or 'no supplier'}", number, rows, plan)
    return html.Section([html.Div([title, _downloads(supplier)], className="sw-head"), grid], className="sw-card")


def _downloads(supplier: str | None) -> Any:
    query = "" if supplier is None else f"?supplier={quote(supplier)}"
    what = "All orders" if supplier is None else ""
    links = [
        html.A(
            f"{what} {kind}".strip(),
            href=f"/download/orders.{ending}{query}",
            className="btn btn-outline-secondary btn-sm",
        )
        for kind, ending in (("as Excel", "xlsx"), ("as CSV", "csv"))
    ]
    return html.Div(links, className="sw-actions")


def keep_edit(desk: Desk, changes: Sequence[Any], grid_ids: Sequence[Any]) -> tuple[Any, Any, Any, list[Any], Any]:
    """Keep what was typed into a grid and show what follows from it; a wrong value is explained and put back.

    What needs a longer forecast, such as a longer lead time, asks for it: the page comes anew when it is made.
    """
    edited = [(edits[-1]["timestamp"], grid) for grid, edits in enumerate(changes) if edits]
    inputs, still = inputs_now(desk), [no_update] * len(changes)
    if not edited or inputs is None:
        return no_update, no_update, no_update, still, no_update
    latest = max(edited)[1]
    change = changes[latest][-1]
    sku = change["rowId"]
    message = edit_cell(desk.shop, sku, change["colId"], change.get("value"), day=inputs.today)
    plan = plan_now(desk)
    if plan is None:
        return no_update, no_update, message, still, forecast_wanted(desk)
    table = order_table(plan)
    row = grid_rows(table[table["sku"] == sku], plan)
    updates = [{"update": row} if i == latest else no_update for i in range(len(grid_ids))]
    view = grid_ids[latest]["section"]
    beside = overview(plan, table, view if view in ("all", "count") else "")
    return headline(plan), beside, message, updates, no_update


def register(app: Dash, desk: Desk) -> None:
    grids = ids.order_grid("") | {"section": ALL}
    app.callback(
        Output(ids.ORDER_HEADLINE, "children"),
        Output(ids.ORDER_ALERTS, "children"),
        Output(ids.EDIT_MESSAGE, "children"),
        Output(grids, "rowTransaction"),
        Output(ids.FORECAST_REQUEST, "data", allow_duplicate=True),
        Input(grids, "cellValueChanged"),
        State(grids, "id"),
        prevent_initial_call=True,
    )(bind(keep_edit, desk))
