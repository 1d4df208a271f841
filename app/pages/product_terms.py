"""What is said of a product besides its order, kept from its card on the product's page."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd
from dash import Dash, dcc, html

from app import ids
from app.desk import Desk, products_now
from app.ordering.order_days import plan_day
from app.ordering.product_terms import read_terms, shown_terms, terms_refused
from app.said import Change, Said, on_said
from app.views.cards import notice
from app.views.product_terms_card import BRING_BACK, DELETE, deleted_card, product_terms_card
from app.views.undo import undo_offer
from app.words.language import _
from data.bundles import bundle_parts
from data.deletions import bring_back, delete_product
from data.edit_log import PRODUCT
from data.products import checked_fields, edit_product_fields
from data.value_rules import BadValue


def product_terms(desk: Desk, sku: str) -> Any:
    """The place of the card on the page of the product `sku`; empty where the shop has none."""
    if sku not in products_now(desk).index:
        return html.Div()
    return html.Div([dcc.Store(id=ids.PRODUCT_TERMS_SAID), html.Div(_card(desk, sku), id=ids.PRODUCT_TERMS)])


def answer(desk: Desk, said: Said) -> list[Change]:
    """Keep what the card says, or show beside its fields why it cannot be."""
    products = products_now(desk)
    if said.key not in products.index:
        return [Change(ids.PRODUCT_TERMS, "children", notice(_("This product is no longer in the shop."), "danger"))]
    if said.action in (DELETE, BRING_BACK):
        return [Change(ids.PRODUCT_TERMS, "children", _deleted_or_back(desk, said))]
    terms = read_terms(said.values, products)
    refusals = dict(terms.refusals)
    try:
        if refusals:  # what the shop would refuse besides is told at once
            checked_fields(said.key, terms.values)
        else:
            edit_product_fields(desk.shop, said.key, terms.values, day=plan_day(desk.shop) or dt.date.today())
    except BadValue as bad:
        refusals = terms_refused(bad, said.values) | refusals
    if refusals:
        card = _card(desk, said.key, typed=said.values, refusals=refusals, is_open=True)
    else:
        saved = [notice(_("Saved. The next order follows it."), "good"), undo_offer(desk.shop, PRODUCT)]
        card = _card(desk, said.key, message=saved, is_open=True)
    return [Change(ids.PRODUCT_TERMS, "children", card)]


def _deleted_or_back(desk: Desk, said: Said) -> Any:
    if said.action == DELETE:
        delete_product(desk.shop, said.key, day=plan_day(desk.shop) or dt.date.today())
        return [_card(desk, said.key), undo_offer(desk.shop, PRODUCT)]
    bring_back(desk.shop, said.key)
    return _card(desk, said.key, message=notice(_("It is back in all lists."), "good"), is_open=True)


def _card(
    desk: Desk,
    sku: str,
    *,
    typed: Mapping[str, str] | None = None,
    refusals: Mapping[str, str] | None = None,
    message: Any = None,
    is_open: bool = False,
) -> Any:
    products, parts = products_now(desk).loc[[sku]], bundle_parts(desk.shop)
    deleted_on, on_order = products["deleted_on"].iloc[0], float(products["on_order"].fillna(0.0).iloc[0])
    if pd.notna(deleted_on):
        return deleted_card(sku, deleted_on.date(), on_order=on_order)
    its = parts[parts["bundle"] == sku]
    fields = shown_terms(products.iloc[0], dict(zip(its["part"], its["units"], strict=True)))
    fields |= typed or {}
    return product_terms_card(sku, fields, refusals=refusals or {}, message=message, is_open=is_open)


def register(app: Dash, desk: Desk) -> None:
    on_said(app, ids.PRODUCT_TERMS_SAID, answer, desk)
