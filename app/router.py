"""Which page an address shows, so that reload, bookmarks and the back button work."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, unquote

from dash import ALL, Dash, Input, Output, State, html, no_update
from dash.exceptions import PreventUpdate

from app import ids
from app.binding import bind, clicked
from app.desk import Desk, forecast_wanted, inputs_now, plan_now
from app.insights.in_hand import insight_now
from app.pages import (
    counting,
    deliveries,
    empty,
    import_sales,
    insights,
    order_calendar,
    orders,
    product,
    product_edits,
    product_terms,
    products,
    proof,
    settings,
    suppliers,
    what_if,
)
from app.shell import navigation
from app.spoken import speak_for
from app.views.import_note import import_note
from app.views.language_mark import language_mark
from data.edit_undo import last_edit, undo_last_edit
from data.importing.sales_end import sales_end


def show_page(
    desk: Desk, path: str | None, query: str | None, outcome: dict[str, Any] | None, asked: str | None
) -> tuple[Any, Any, Any]:
    """The page at an address, the links on top, and a forecast asked for where the page needs one."""
    wanted = forecast_wanted(desk)
    request = no_update if wanted is None or wanted == asked else wanted
    return page_at(desk, path, query, outcome), [*navigation(plain_path(path)), language_mark()], request


def show_new_plan(desk: Desk, made: str, path: str | None, query: str | None, outcome: dict[str, Any] | None) -> Any:
    """The same page once its forecast is made, or broke off: a callback of its own, since Dash runs none twice."""
    return page_at(desk, path, query, outcome, forecast_failed=made == empty.FAILED)


def plain_path(path: str | None) -> str:
    """An address without a slash at its end.

    >>> plain_path("/what-if/"), plain_path(None)
    ('/what-if', '/')
    """
    return "/" + (path or "").strip("/")


def page_at(
    desk: Desk,
    address: str | None,
    query: str | None,
    outcome: dict[str, Any] | None,
    *,
    forecast_failed: bool = False,
) -> Any:
    """The content of an address, on Orders below a note of the file that was kept last."""
    path = plain_path(address)
    content = _content(desk, path, query, outcome, forecast_failed=forecast_failed)
    note = import_note(outcome) if path == orders.PATH else None
    return content if note is None else html.Div([note, content], className="sw-stack")


def _content(desk: Desk, path: str, query: str | None, outcome: dict[str, Any] | None, *, forecast_failed: bool) -> Any:
    """The page itself; pages that need a plan say what to do while there is none."""
    choice = {name: values[-1] for name, values in parse_qs((query or "").removeprefix("?")).items()}
    if path == deliveries.PATH:
        return deliveries.layout(desk, choice)
    if path == import_sales.PATH:
        return import_sales.layout(desk, outcome)
    if path == settings.PATH:
        return settings.layout(desk)
    if path == suppliers.PATH:
        return suppliers.layout(desk, choice)
    plan = plan_now(desk)
    if plan is None:
        return empty.layout(desk, has_sales=inputs_now(desk) is not None, failed=forecast_failed)
    if path == orders.PATH:
        return orders.layout(plan, end=sales_end(desk.shop))
    if path == order_calendar.PATH:
        return order_calendar.layout(plan)
    if path == counting.PATH:
        return counting.layout(desk, plan, choice)
    if proof.has(path):
        return proof.layout(desk, plan, path)
    if path in (products.PATH, product_edits.PATH, insights.PATH) and (insight := insight_now(desk)) is not None:
        if path == insights.PATH:
            return insights.layout(insight)
        return products.layout(insight, choice) if path == products.PATH else product_edits.layout(insight, choice)
    if path == what_if.PATH:
        return what_if.layout(plan, choice.get("sku", ""))
    if path.startswith(product.PREFIX):
        sku = unquote(path.removeprefix(product.PREFIX))
        return product.layout(plan, sku, terms=product_terms.product_terms(desk, sku))
    return empty.unknown(path)


def undo_edit(
    desk: Desk,
    clicks: Sequence[int | None],
    buttons: Sequence[dict[str, Any]],
    path: str | None,
    query: str | None,
    outcome: dict[str, Any] | None,
) -> Any:
    """Take back the last change by hand and show the page anew; only the one that the button was made for."""
    pressed = [button["edit"] for count, button in zip(clicks, buttons, strict=True) if count]
    if not pressed:
        raise PreventUpdate
    last = last_edit(desk.shop)
    if last is not None and last.edit_id == pressed[0]:
        undo_last_edit(desk.shop)
        speak_for(desk.shop)
    return page_at(desk, path, query, outcome)


def close_note(_clicks: int) -> None:
    """Forget the file that was kept last, so that its note goes."""


def forecast_again(clicks: int) -> int:
    """Ask anew for a forecast that was stopped."""
    return clicks


def register(app: Dash, desk: Desk) -> None:
    undo_buttons = ids.undo_edit(ALL)
    app.callback(
        Output(ids.PAGE, "children", allow_duplicate=True),
        Input(undo_buttons, "n_clicks"),
        State(undo_buttons, "id"),
        State(ids.URL, "pathname"),
        State(ids.URL, "search"),
        State(ids.IMPORT_OUTCOME, "data"),
        prevent_initial_call=True,
    )(bind(undo_edit, desk))
    app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.NAVIGATION, "children"),
        Output(ids.FORECAST_REQUEST, "data"),
        Input(ids.URL, "pathname"),
        Input(ids.URL, "search"),
        Input(ids.IMPORT_OUTCOME, "data"),
        State(ids.FORECAST_REQUEST, "data"),
    )(bind(show_page, desk))
    app.callback(
        Output(ids.PAGE, "children", allow_duplicate=True),
        Input(ids.PLAN_CHANGED, "data"),
        State(ids.URL, "pathname"),
        State(ids.URL, "search"),
        State(ids.IMPORT_OUTCOME, "data"),
        prevent_initial_call=True,
    )(bind(show_new_plan, desk))
    app.callback(
        Output(ids.FORECAST_RETRY, "data"),
        Input(ids.FORECAST_AGAIN, "n_clicks"),
        prevent_initial_call=True,
    )(clicked(forecast_again))
    app.callback(
        Output(ids.IMPORT_OUTCOME, "data", allow_duplicate=True),
        Input(ids.CLOSE_NOTE, "n_clicks"),
        prevent_initial_call=True,
    )(clicked(close_note))
