"""Which page an address shows, so that reload, bookmarks and the back button work."""

from typing import Any
from urllib.parse import parse_qs, unquote

from dash import Dash, Input, Output, State, no_update

from app import ids
from app.binding import bind, clicked
from app.desk import Desk, inputs_now, key_of, plan_now
from app.pages import empty, import_sales, orders, product, settings, what_if
from app.shell import navigation


def show_page(
    desk: Desk, path: str | None, query: str | None, outcome: dict[str, Any] | None, _plan: object, asked: object
) -> tuple[Any, Any, Any]:
    """The page at an address, the links on top, and a forecast asked for where the page needs one."""
    path = "/" + (path or "").strip("/")
    wanted = forecast_wanted(desk)
    request = no_update if wanted is None or wanted == _key(asked) else {"key": wanted, "attempt": 0}
    return page_at(desk, path, query or "", outcome), navigation(path), request


def page_at(desk: Desk, path: str, query: str, outcome: dict[str, Any] | None) -> Any:
    """The content for `path`; pages that need a plan say what to do while there is none."""
    if path == import_sales.PATH:
        return import_sales.layout(desk, outcome)
    if path == settings.PATH:
        return settings.layout(desk)
    plan = plan_now(desk)
    if plan is None:
        return empty.layout(desk, has_sales=inputs_now(desk) is not None)
    choice = {name: values[-1] for name, values in parse_qs(query.removeprefix("?")).items()}
    if path == orders.PATH:
        return orders.layout(plan, choice.get("show", ""))
    if path == what_if.PATH:
        return what_if.layout(plan, choice.get("sku", ""))
    if path.startswith(product.PREFIX):
        return product.layout(plan, unquote(path.removeprefix(product.PREFIX)))
    return empty.unknown(path)


def forecast_wanted(desk: Desk) -> str | None:
    """The address of the forecast that is still to be made; None when the plan is ready or nothing was sold yet."""
    if plan_now(desk) is not None:
        return None
    inputs = inputs_now(desk)
    return None if inputs is None else key_of(inputs)


def forecast_again(desk: Desk, _clicks: int, asked: dict[str, Any] | None) -> Any:
    """Ask anew for a forecast that was stopped."""
    attempt = (asked or {}).get("attempt", 0)
    return {"key": forecast_wanted(desk), "attempt": attempt + 1}


def _key(asked: object) -> object:
    return asked.get("key") if isinstance(asked, dict) else None


def register(app: Dash, desk: Desk) -> None:
    app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.NAVIGATION, "children"),
        Output(ids.FORECAST_REQUEST, "data"),
        Input(ids.URL, "pathname"),
        Input(ids.URL, "search"),
        Input(ids.IMPORT_OUTCOME, "data"),
        Input(ids.PLAN_CHANGED, "data"),
        State(ids.FORECAST_REQUEST, "data"),
    )(bind(show_page, desk))
    app.callback(
        Output(ids.FORECAST_REQUEST, "data", allow_duplicate=True),
        Input(ids.FORECAST_AGAIN, "n_clicks"),
        State(ids.FORECAST_REQUEST, "data"),
        prevent_initial_call=True,
    )(clicked(bind(forecast_again, desk)))
