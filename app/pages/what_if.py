"""What-if: demand, delivery, promise and costs moved by sliders, a year now and then side by side."""

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

import dash_bootstrap_components as dbc
import numpy as np
from dash import Dash, Input, Output, State, dcc, html

from app import ids
from app.binding import bind, clicked
from app.desk import Desk, plan_now
from app.overtaking import newest
from app.planning.conditions import MAXIMUM_LEAD_TIME_FACTOR
from app.planning.plan import Plan, row_of
from app.views.cards import field_name, notice, page_title
from app.views.promotion_card import promotion_form, promotion_told
from app.views.what_if_cards import price_card, product_card, shop_card
from app.what_if.in_hand import product_start, shop_start
from app.what_if.years import Moves, price_of_service, year_then
from app.words.formats import units_text
from app.words.language import N_, _
from data.shop_settings import read_settings, write_settings
from inventory.promotion import Promotion, extra_order
from inventory.simulated_year import part_of

PATH = "/what-if"
SIMPLE_RULE_KEPT = N_("Your shop reorders by the simple rule. The figures here are those of forecast and promise.")
NO_PRODUCT = N_("There is no such product. Choose another one.")
LOWEST_SERVICE, HIGHEST_SERVICE = 80, 99.5
MOST_DAYS, MOST_TIMES = 60, 10.0


def layout(plan: Plan, sku: str) -> Any:
    """The sliders beside the comparisons, for the product `sku` and for the shop."""
    products = plan.inputs.products
    chosen = sku if sku in products.index else str(products.index[int(np.argmax(plan.decision.daily_demand))])
    names = products["name"].fillna("").to_numpy()
    options = [
        {"label": name or sku, "value": sku, "search": f"{sku} {name}"}
        for sku, name in zip(products.index, names, strict=True)
    ]
    picker = dcc.Dropdown(options=options, value=chosen, id=ids.WHAT_IF_PRODUCT, clearable=False)
    picked = html.Div(
        [html.Div(_("Product"), className="form-label"), picker], className="sw-card", **field_name(_("Product"))
    )
    lead = _("Move a slider and see what it would change. Nothing is kept until you say so.")
    answers = (html.Div(id=part) for part in (ids.WHAT_IF_TABLES, ids.WHAT_IF_SHOP, ids.WHAT_IF_PRICE))
    told = [picked, *answers, promotion_form(plan)]
    said = _(
        "Every figure comes from a year rolled forward day by day: demand varies around the forecast as much as it "
        "did before, orders are made and delivered, and what is not on the shelf is missed."
    )
    return html.Div(
        [
            dcc.Store(id=ids.WHAT_IF_VISIT, data=uuid.uuid4().hex),
            page_title(_("What if …?"), lead),
            *([notice(_(SIMPLE_RULE_KEPT))] if plan.inputs.settings.rule == "simple" else []),
            html.Div(
                [
                    html.Div(_sliders(plan), className="sw-in-sight"),
                    html.Div(told, className="sw-stack"),
                ],
                className="sw-columns",
            ),
            html.P(said, className="sw-soft sw-small"),
        ],
        className="sw-stack",
    )


def _sliders(plan: Plan) -> Any:
    settings = plan.inputs.settings
    dearest = max(20.0, 4 * settings.order_cost)
    longest = round(100 * (MAXIMUM_LEAD_TIME_FACTOR - 1))
    return html.Div(
        [
            _slider(ids.WHAT_IF_DEMAND, _("Demand, change in %"), -50, 100, 0, 5),
            _slider(ids.WHAT_IF_LEAD_TIME, _("Delivery time, change in %"), -50, longest, 0, 5),
            _slider(
                ids.WHAT_IF_SERVICE,
                _("Promise: nothing sells out, in % of order cycles"),
                LOWEST_SERVICE,
                HIGHEST_SERVICE,
                100 * settings.service_level,
                0.5,
            ),
            _slider(ids.WHAT_IF_ORDER_COST, _("Cost of placing an order"), 0, dearest, settings.order_cost, 0.5),
            _slider(
                ids.WHAT_IF_HOLDING, _("Cost of keeping stock, in % a year"), 5, 100, 100 * settings.holding_rate, 1
            ),
            dbc.Button(_("Keep promise and costs"), id=ids.WHAT_IF_KEEP, color="primary", n_clicks=0),
            html.Div(id=ids.WHAT_IF_KEPT, role="status", className="mt-2"),
        ],
        className="sw-card sw-stack",
    )


def _slider(slider_id: str, label: str, low: float, high: float, value: float, step: float) -> Any:
    low, high = min(low, value), max(high, value)  # what the shop has must be on the slider
    marks = {low: units_text(low), high: units_text(high)} | ({0: "0"} if low < 0 else {})
    slider = dcc.Slider(
        min=low, max=high, step=step, value=value, marks=marks, id=slider_id, updatemode="drag",
        tooltip={"placement": "bottom", "always_visible": True}, allow_direct_input=False,
    )  # fmt: skip
    return html.Div([html.Div(label, className="form-label"), slider], className="sw-slider")


def compare(
    desk: Desk,
    sku: str,
    demand: float,
    lead_time: float,
    service: float,
    order_cost: float,
    holding: float,
    _kept: object = None,
) -> Any:
    """The chosen product, now and then."""
    plan = plan_now(desk)
    product = None if plan is None else row_of(plan, sku)
    if plan is None or product is None:
        return notice(_(NO_PRODUCT))
    start = product_start(desk, plan, product)
    moves = moved(plan, demand, lead_time, service, order_cost, holding)
    return product_card(plan, product, start.now, year_then(start, moves))


def compare_shop(
    desk: Desk,
    demand: float,
    lead_time: float,
    service: float,
    order_cost: float,
    holding: float,
    _kept: object = None,
) -> Any:
    """The whole shop, now and then."""
    plan = plan_now(desk)
    if plan is None:
        return ""
    start = shop_start(desk, plan)
    return shop_card(plan, start.now, year_then(start, moved(plan, demand, lead_time, service, order_cost, holding)))


def show_price(desk: Desk, demand: float, lead_time: float, order_cost: float, holding: float, _kept: object) -> Any:
    """Money in stock against what is served; the promise is what the curve runs over."""
    plan = plan_now(desk)
    if plan is None:
        return ""
    promise = 100 * plan.inputs.settings.service_level
    moves = moved(plan, demand, lead_time, promise, order_cost, holding)
    return price_card(plan, price_of_service(shop_start(desk, plan), moves))


def moved(plan: Plan, demand: float, lead_time: float, service: float, order_cost: float, holding: float) -> Moves:
    """Where the sliders stand; a promise or a cost that nobody moved stays that of each product."""
    settings = plan.inputs.settings
    return Moves(
        demand=1 + demand / 100,
        lead_time=1 + lead_time / 100,
        service_level=service / 100 if service != round(100 * settings.service_level, 6) else None,
        order_cost=order_cost if order_cost != settings.order_cost else None,
        holding_rate=holding / 100 if holding != round(100 * settings.holding_rate, 6) else None,
    )


def show_promotion(desk: Desk, sku: str, factor: float | None, start: str | None, days: float | None) -> Any:
    """What to order more for a promotion of the chosen product."""
    plan = plan_now(desk)
    product = None if plan is None else row_of(plan, sku)
    if plan is None or product is None or not factor or not start or not days:
        return html.P(_("Say how much more, from when and for how long."), className="sw-soft mb-0")
    try:
        ahead = (dt.date.fromisoformat(start) - plan.inputs.today).days
    except ValueError:
        return html.P(_("This is no day."), className="sw-soft mb-0")
    if not 0 <= ahead < plan.demand.horizon:
        return html.P(_("Choose a day in the coming weeks."), className="sw-soft mb-0")
    chosen = np.array([product])
    promotion = Promotion(ahead, int(min(max(days, 1), MOST_DAYS)), min(max(factor, 1.0), MOST_TIMES))
    extra = extra_order(plan.demand.only(chosen), part_of(plan.long_run_policy, chosen), promotion)
    return promotion_told(plan, extra, factor=promotion.factor, days=promotion.days)


def keep(desk: Desk, _clicks: int, service: float, order_cost: float, holding: float) -> Any:
    """Make the promise and the costs of the sliders those of the shop."""
    settings = replace(
        read_settings(desk.shop), service_level=service / 100, order_cost=order_cost, holding_rate=holding / 100
    )
    write_settings(desk.shop, settings)
    return notice(_("Kept. The order list follows them now."), "good")


def register(app: Dash, desk: Desk) -> None:
    sliders = [
        ids.WHAT_IF_DEMAND,
        ids.WHAT_IF_LEAD_TIME,
        ids.WHAT_IF_SERVICE,
        ids.WHAT_IF_ORDER_COST,
        ids.WHAT_IF_HOLDING,
    ]
    kept = Input(ids.WHAT_IF_KEPT, "children")  # what was kept is now
    moves = [Input(slider, "value") for slider in sliders]
    product = Input(ids.WHAT_IF_PRODUCT, "value")
    visit = Input(ids.WHAT_IF_VISIT, "data")
    app.callback(Output(ids.WHAT_IF_TABLES, "children"), visit, product, *moves, kept)(newest(bind(compare, desk)))
    app.callback(Output(ids.WHAT_IF_SHOP, "children"), visit, *moves, kept)(newest(bind(compare_shop, desk)))
    without_promise = [move for move, slider in zip(moves, sliders, strict=True) if slider != ids.WHAT_IF_SERVICE]
    app.callback(Output(ids.WHAT_IF_PRICE, "children"), visit, *without_promise, kept)(newest(bind(show_price, desk)))
    app.callback(
        Output(ids.PROMOTION_TOLD, "children"),
        product,
        Input(ids.PROMOTION_FACTOR, "value"),
        Input(ids.PROMOTION_FROM, "value"),
        Input(ids.PROMOTION_DAYS, "value"),
    )(bind(show_promotion, desk))
    app.callback(
        Output(ids.WHAT_IF_KEPT, "children"),
        Input(ids.WHAT_IF_KEEP, "n_clicks"),
        *[State(slider, "value") for slider in sliders[2:]],
        prevent_initial_call=True,
    )(clicked(bind(keep, desk)))
