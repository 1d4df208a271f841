"""Settings: what holds for the whole shop."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

import numpy as np
from dash import Dash, dcc, html

from app import ids
from app.desk import Desk, inputs_now, plan_now
from app.ordering.closed_form import closed_said, closed_shown
from app.planning.inputs import PlanInputs
from app.said import Change, Said, on_said
from app.spoken import speak_for
from app.views.cards import notice, page_title
from app.views.edits import number_shown, percent_shown, plain_share, plain_value, two_ways_text
from app.views.settings_form import CYCLES, FIELDS, TOLD, UNITS, settings_form
from app.views.undo import undo_offer
from app.words.language import _
from app.words.refusals import refusal
from data.closure_text import closures_said, closures_text
from data.edit_log import SETTINGS
from data.shop_settings import (
    LONGEST_CLOSED_DAYS,
    SETTING_RULES,
    ShopSettings,
    checked_settings,
    read_settings,
    write_settings,
)
from data.value_rules import BadValue
from forecasting.closed_days import closed_weekdays_ahead

PATH = "/settings"
PERCENT = ("service_level", "service_level_a", "service_level_b", "service_level_c", "holding_rate")


def layout(desk: Desk) -> Any:
    """One form with everything, in parts."""
    return html.Div(
        [dcc.Store(id=ids.SETTINGS_SAID), html.Div(_body(desk), id=ids.SETTINGS, className="sw-stack")],
    )


def answer(desk: Desk, said: Said) -> list[Change]:
    """Keep the form, or say beside the fields what cannot be kept; from then on her language is spoken."""
    refusals = {name: text for name in FIELDS if (text := two_ways_text(said.values.get(name, "")))}
    periods = closed_said(said.values, refusals, longest_days=LONGEST_CLOSED_DAYS)
    wanted = replace(read_settings(desk.shop), **_meant(said.values))
    if not refusals:
        wanted = replace(wanted, closed_days=closures_text(periods))
    try:
        if refusals:  # what the shop would refuse besides is told at once
            checked_settings(wanted)
        else:
            write_settings(desk.shop, wanted)
    except BadValue as bad:
        refusals = _refusals(bad, said.values) | refusals
    if refusals:
        return [Change(ids.SETTINGS, "children", _body(desk, typed=said.values, refusals=refusals))]
    speak_for(desk.shop)
    message = notice(_("Saved. The order list follows these settings now."), "good")
    return [Change(ids.SETTINGS, "children", _body(desk, message=message))]


def _body(
    desk: Desk,
    *,
    typed: Mapping[str, str] | None = None,
    refusals: Mapping[str, str] | None = None,
    message: Any = None,
) -> list[Any]:
    plan = plan_now(desk)
    fields = {**shown(read_settings(desk.shop)), **(typed or {})}
    country = None if plan is None else plan.forecast.country
    form = settings_form(
        fields,
        refusals=refusals or {},
        told_country=country,
        closed_weekdays=closed_weekdays(inputs_now(desk)),
        message=message,
    )
    title = page_title(_("Settings"), _("What holds for the whole shop, where no product or supplier says otherwise."))
    return [title, form, undo_offer(desk.shop, SETTINGS), _lists()]


def closed_weekdays(inputs: PlanInputs | None) -> tuple[int, ...] | None:
    """The weekdays on which the sales tell the shop to be closed, 0 is Monday; None while there are no sales."""
    if inputs is None:
        return None
    closed = closed_weekdays_ahead(inputs.history.sold)
    first = inputs.today.weekday()
    return tuple(sorted((first + int(day)) % len(closed) for day in np.flatnonzero(closed)))


def _lists() -> Any:
    """What the owner said of products and suppliers, to take along or to change in a spreadsheet."""
    look = "btn btn-outline-secondary"
    links = [
        html.A(_("Products (CSV)"), href="/download/products.csv", className=look),
        html.A(_("Suppliers (CSV)"), href="/download/suppliers.csv", className=look),
    ]
    lead = _("Change them in a spreadsheet and import them again.")
    return html.Section(
        [html.H2(_("Your lists")), html.P(lead, className="sw-soft"), html.Div(links, className="sw-actions")]
    )


def shown(settings: ShopSettings) -> dict[str, str]:
    """What stands in the fields before anybody touches them: shares in percent, empty where nothing is set."""
    values = asdict(settings)
    fields = {name: _as_text(name, values[name]) for name in FIELDS}
    chosen = {"language": settings.language, "rule": settings.rule, "country": settings.country or TOLD}
    chosen |= closed_shown(closures_said(settings.closed_days))
    return fields | chosen | {"by_fill_rate": UNITS if settings.by_fill_rate else CYCLES}


def _as_text(name: str, value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return percent_shown(value) if name in PERCENT else number_shown(value)


def _meant(typed: Mapping[str, str]) -> dict[str, Any]:
    """The settings that the fields say; what is no number is left for the shop to refuse."""
    values: dict[str, Any] = {name: plain_value(typed[name]) for name in FIELDS if name in typed}
    values |= {name: plain_share(typed[name]) for name in PERCENT if name in values}
    values |= {name: typed[name] for name in ("language", "rule") if name in typed}
    if "currency" in values:
        values["currency"] = " ".join(typed["currency"].split())
    if "country" in typed:
        values["country"] = "" if typed["country"] == TOLD else typed["country"]
    if "by_fill_rate" in typed:
        values["by_fill_rate"] = typed["by_fill_rate"] == UNITS
    return values


def _refusals(bad: BadValue, typed: Mapping[str, str]) -> dict[str, str]:
    """By field, what was typed and what would do, in percent where the form asks for percent."""
    names = [str(problem.values["field"]) for problem in bad.problems]
    return {name: refusal(typed.get(name), SETTING_RULES.get(name), percent=name in PERCENT) for name in names}


def register(app: Dash, desk: Desk) -> None:
    on_said(app, ids.SETTINGS_SAID, answer, desk)
