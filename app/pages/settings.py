"""Settings: what holds for the whole shop."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

import dash_bootstrap_components as dbc
from dash import ALL, Dash, Input, Output, State, html

from app import ids
from app.binding import bind, clicked
from app.desk import Desk, plan_now
from app.views.cards import notice
from app.views.edits import bad_value_sentence, plain_value
from data.problems import Problem
from data.shop_settings import RULES, SETTING_RULES, read_settings, write_settings
from data.value_rules import BadValue, NumberRule
from forecasting.public_holidays import country_names

PATH = "/settings"
SMALL = "sw-soft sw-small"
TOLD = "told"  # a choice of its own: a form shows no name for an empty one
PERCENT = ("service_level", "holding_rate")
FIELDS = {
    "currency": ("Currency", "The sign before amounts of money, such as £ or EUR"),
    "service_level": ("Promise to keep, in %", "In how many of 100 order cycles nothing should sell out"),
    "review_period_days": ("Days between orders", "How often you order from a supplier that says nothing else"),
    "lead_time_days": ("Lead time, in days", "From order to arrival, where neither product nor supplier says"),
    "order_cost": ("Cost of placing an order", "Your time and the delivery fee, per product ordered"),
    "holding_rate": (
        "Cost of keeping stock, in % a year",
        "Money tied up, space, spoilage: share of the stock's value",
    ),
    "maximum_cover_days": ("At most, days of cover", "No order buys more than sells in this many days"),
}
RULE_NAMES = {"quantile": "Forecast and promise (advised)", "simple": "1.5 × average daily sales (simple rule)"}


def layout(desk: Desk) -> Any:
    """One form with everything."""
    values = asdict(read_settings(desk.shop))
    plan = plan_now(desk)
    return html.Div(
        [
            html.H1("Settings"),
            html.Div(
                [
                    html.Div([_field(name, values[name]) for name in FIELDS], className="sw-columns"),
                    _rule_choice(values["rule"]),
                    _country_choice(values["country"], told=None if plan is None else plan.forecast.country),
                    dbc.Button("Save", id=ids.SETTINGS_SAVE, color="primary", n_clicks=0),
                    html.Div(id=ids.SETTINGS_MESSAGE),
                ],
                className="sw-card sw-stack",
            ),
        ],
        className="sw-stack",
    )


def _field(name: str, value: Any) -> Any:
    label, help_text = FIELDS[name]
    shown = f"{100 * value:g}" if name in PERCENT else (value if isinstance(value, str) else f"{value:g}")
    field_id = ids.setting(name)
    control = dbc.Input(id=field_id, value=shown, type="text", inputmode="text" if name == "currency" else "decimal")
    return html.Label(
        [html.Span(label, className="form-label"), control, html.Span(help_text, className="sw-soft sw-small")]
    )


def _rule_choice(rule: str) -> Any:
    options = [{"label": RULE_NAMES[name], "value": name} for name in RULES]
    help_text = (
        "The simple rule orders when stock falls below 1.5 days of average sales; What-if shows how often it holds."
    )
    return html.Label(
        [
            html.Span("When to reorder", className="form-label"),
            dbc.Select(id=ids.setting("rule"), options=options, value=rule),
            html.Span(help_text, className="sw-soft sw-small"),
        ],
        className="d-block",
    )


def _country_choice(country: str, *, told: str | None) -> Any:
    names = country_names()
    tell = "Tell it from my sales" + (f": {names[told]}" if told in names and not country else "")
    options = [{"label": tell, "value": TOLD}, *({"label": name, "value": code} for code, name in names.items())]
    return html.Label(
        [
            html.Span("Country, for public holidays", className="form-label"),
            dbc.Select(id=ids.setting("country"), options=options, value=country or TOLD),
            html.Span("How your shop sells on holidays and before them is learned from your past.", className=SMALL),
        ],
        className="d-block",
    )


def save(desk: Desk, _clicks: int, values: Sequence[Any], fields: Sequence[dict[str, str]]) -> Any:
    """Keep the form, or say which value cannot be."""
    typed = {field["name"]: plain_value(value) for field, value in zip(fields, values, strict=True)}
    try:
        chosen = {name: _share(value) if name in PERCENT else value for name, value in typed.items()}
        write_settings(desk.shop, replace(read_settings(desk.shop), **_complete(chosen)))
    except BadValue as bad:
        return notice(bad_value_sentence(_as_typed(bad, typed)), "danger")
    return notice("Saved. The order list follows these settings now.", "good")


def _complete(chosen: dict[str, Any]) -> dict[str, Any]:
    """No currency is a currency too, and no country is one told from the sales."""
    country = chosen.get("country")
    return {**chosen, "currency": chosen.get("currency") or "", "country": "" if country in (None, TOLD) else country}


def _share(percent: object) -> object:
    """Percent as a share; what is no number is left for the shop to refuse."""
    try:
        return round(float(str(percent).removesuffix("%")) / 100, 6)
    except ValueError:
        return percent


def _as_typed(bad: BadValue, typed: Mapping[str, object]) -> BadValue:
    """The problems in the form's own terms: what was typed, and percent where it asks for percent."""
    return BadValue(*(_in_percent(each, typed) if each.values["field"] in PERCENT else each for each in bad.problems))


def _in_percent(problem: Problem, typed: Mapping[str, object]) -> Problem:
    field = str(problem.values["field"])
    share = SETTING_RULES[field]
    assert isinstance(share, NumberRule)
    percent = replace(share, lowest=100 * share.lowest, highest=100 * share.highest)
    return Problem(problem.code, {**problem.values, "found": typed[field], "rule": percent.wanted})


def register(app: Dash, desk: Desk) -> None:
    app.callback(
        Output(ids.SETTINGS_MESSAGE, "children"),
        Input(ids.SETTINGS_SAVE, "n_clicks"),
        State(ids.setting("") | {"name": ALL}, "value"),
        State(ids.setting("") | {"name": ALL}, "id"),
        prevent_initial_call=True,
    )(clicked(bind(save, desk)))
