"""Suppliers: when one can order from each, how long it takes, what it asks for."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import pandas as pd
from dash import Dash, dcc, html

from app import ids
from app.desk import Desk, products_now
from app.learned_lead_times import lead_times_of_suppliers
from app.ordering.supplier_form import read_form, refusals_of, shown
from app.said import Change, Said, on_said
from app.views.cards import empty_state, notice, page_title, tag
from app.views.supplier_form import supplier_form
from app.views.undo import undo_offer
from app.words.formats import days_text, money_text, share_text
from app.words.language import _, ngettext
from app.words.order_words import products_text
from app.words.supplier_words import lead_time_text, minimum_text, order_days_text_said, prior_text
from data.edit_log import SUPPLIER
from data.shop_settings import ShopSettings, read_settings
from data.supplier_days import Closure, closures
from data.suppliers import check_supplier, save_supplier, suppliers
from data.value_rules import BadValue

PATH = "/suppliers"


def layout(desk: Desk, choice: Mapping[str, str]) -> Any:
    """The list of all suppliers, or the form of the one that `choice` names as "name"."""
    known = suppliers(desk.shop)
    name = choice.get("name", "")
    content = _form(desk, name) if name in known.index else _list(desk, known, missing=name)
    return html.Div([dcc.Store(id=ids.SUPPLIER_SAID), html.Div(content, id=ids.SUPPLIERS, className="sw-stack")])


def address(name: str) -> str:
    """Where a supplier's form is.

    >>> address("Brot & Co")
    '/suppliers?name=Brot%20%26%20Co'
    """
    return f"{PATH}?name={quote(name, safe='')}"


def answer(desk: Desk, said: Said) -> list[Change]:
    """Keep what the form of a supplier says, or show beside its fields why it cannot be."""
    form = read_form(said.values)
    refusals = dict(form.refusals)
    try:
        if refusals:  # what the shop would refuse besides is told at once
            check_supplier(desk.shop, said.key, values=form.values, name=form.name, closed=form.closed)
        else:
            save_supplier(
                desk.shop,
                said.key,
                values=form.values,
                name=form.name,
                closed=form.closed,
                lead_time_for_all=form.lead_time_for_all,
            )
            name = " ".join(form.name.split())
            saved = notice(_("Saved. The next order follows it."), "good")
            page = Change(ids.SUPPLIERS, "children", _form(desk, name, message=saved))
            return [page, *([] if name == said.key else [Change(ids.URL, "search", address(name).removeprefix(PATH))])]
    except BadValue as bad:
        if bad.problem.code == "unknown_supplier":
            gone = notice(_("This supplier was renamed or removed meanwhile. Open it anew."), "danger")
            return [Change(ids.SUPPLIERS, "children", [gone, *_list(desk, suppliers(desk.shop))])]
        refusals = refusals_of(bad, said.values) | refusals
    return [Change(ids.SUPPLIERS, "children", _form(desk, said.key, typed=said.values, refusals=refusals))]


def _list(desk: Desk, known: pd.DataFrame, *, missing: str = "") -> list[Any]:
    title = page_title(_("Suppliers"), _("When you can order from each, how long it takes and what it asks for."))
    lost = _("There is no supplier called {name}.").format(name=missing)
    warning = [notice(lost, "warning")] if missing else []
    if known.empty:
        advice = _("Suppliers come with a product list, or name one for a product in the table of products.")
        link = dcc.Link(_("Import a list"), href="/import", className="btn btn-primary")
        return [title, *warning, empty_state(_("No suppliers yet"), advice, action=link, drawing="suppliers")]
    learned, settings = lead_times_of_suppliers(desk.shop), read_settings(desk.shop)
    products = products_now(desk)
    numbers = products.loc[products["deleted_on"].isna(), "supplier"].value_counts()
    cards = [
        _card(
            str(name),
            _row(known, str(name)),
            _row(learned, str(name)),
            products=int(numbers.get(name, 0)),
            settings=settings,
        )
        for name in known.index
    ]
    download = html.A(
        _("Download as a list (CSV)"), href="/download/suppliers.csv", className="btn btn-outline-secondary"
    )
    return [title, *warning, *cards, html.Div(download, className="sw-actions"), undo_offer(desk.shop, SUPPLIER)]


def _card(name: str, supplier: pd.Series, learned: pd.Series, *, products: int, settings: ShopSettings) -> Any:
    unsaid = not supplier["order_days"]
    days = _usual(supplier, settings) if unsaid else order_days_text_said(supplier["order_days"])
    order_days: list[Any] = [html.Span(_("Order days:"), className="sw-soft"), " ", days]
    if unsaid:
        order_days += [" ", tag(_("not said"), "warning")]
    lines: list[Any] = [order_days, [html.Span(_("Lead time:"), className="sw-soft"), " ", lead_time_text(learned)]]
    least = minimum_text(supplier, settings.currency)
    lines += [least] if least else []
    if pd.notna(supplier["service_level"]):
        lines.append(_("Your promise: {share}").format(share=share_text(supplier["service_level"])))
    title = html.H2(dcc.Link(name, href=address(name)))
    head = html.Div([title, html.Span(products_text(products), className="sw-soft")], className="sw-head")
    return html.Div([head, *(html.Div(line) for line in lines)], className="sw-card")


def _usual(supplier: pd.Series, settings: ShopSettings) -> str:
    period = supplier["review_period_days"]
    days = float(settings.review_period_days) if pd.isna(period) else period
    return _("planned as if you ordered every {days}").format(days=days_text(days))


def _form(
    desk: Desk,
    name: str,
    *,
    typed: Mapping[str, str] | None = None,
    refusals: Mapping[str, str] | None = None,
    message: Any = None,
) -> list[Any]:
    supplier, learned = (_row(found, name) for found in (suppliers(desk.shop), lead_times_of_suppliers(desk.shop)))
    table = closures(desk.shop)
    periods = table[table["supplier"] == name]
    closed = tuple(
        Closure(first.date(), last.date())
        for first, last in zip(periods["first_day"], periods["last_day"], strict=True)
    )
    fields, own = {**shown(name, supplier, closed), **(typed or {})}, _own_lead_times(desk, name)
    form = supplier_form(
        name,
        fields,
        refusals=refusals or {},
        lead_time=" ".join(filter(None, (lead_time_text(learned), prior_text(learned)))),
        assumed=_assumed(read_settings(desk.shop), own=own),
        own_lead_times=own,
        message=message,
    )
    back = dcc.Link(_("← All suppliers"), href=PATH, className="sw-back")
    return [back, page_title(name), form, undo_offer(desk.shop, SUPPLIER)]


def _row(found: pd.DataFrame, name: str) -> pd.Series:
    row = found.loc[name]
    assert isinstance(row, pd.Series)
    return row


def _own_lead_times(desk: Desk, name: str) -> int:
    """How many of a supplier's products have a lead time of their own."""
    products = products_now(desk)
    is_listed = (products["supplier"] == name) & products["deleted_on"].isna()
    return int(products.loc[is_listed, "lead_time_days"].notna().sum())


def _assumed(settings: ShopSettings, *, own: int) -> dict[str, str]:
    """What holds while a field is empty, by field."""
    period, lead = (days_text(float(days)) for days in (settings.review_period_days, settings.lead_time_days))
    cost = money_text(settings.order_cost, settings.currency)
    sentence = ngettext(
        "{count} product has a lead time of its own, which holds for it",
        "{count} products have lead times of their own, which hold for them",
        own,
    )
    lead_time = _("From order to arrival. Empty: {value}, as in Settings").format(value=lead)
    return {
        "review_period_days": _("Empty: {value}, as in Settings").format(value=period),
        "lead_time_days": sentence.format(count=own) if own else lead_time,
        "order_cost": _("Empty: {value}, as in Settings").format(value=cost),
    }


def register(app: Dash, desk: Desk) -> None:
    on_said(app, ids.SUPPLIER_SAID, answer, desk)
