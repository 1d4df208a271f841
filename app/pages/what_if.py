"""What-if: demand, delivery, promise and costs moved by sliders, the outcome now and then side by side."""

from dataclasses import replace
from typing import Any

import dash_bootstrap_components as dbc
import numpy as np
from dash import Dash, Input, Output, State, dcc, html

from app import ids
from app.binding import bind, clicked
from app.desk import Desk, plan_now
from app.planning.conditions import MAXIMUM_LEAD_TIME_FACTOR
from app.planning.plan import Plan, row_of
from app.views.cards import field_name, notice, table
from app.words.formats import about_text, money_text, share_text
from data.shop_settings import read_settings, write_settings
from inventory.protection import protection_demand
from inventory.simple_rule import simple_service_level, simple_threshold
from inventory.what_if import Outcome, changed, outcome

PATH = "/what-if"
SIMPLE_RULE_KEPT = "Your shop reorders by the simple rule. The figures here are those of forecast and promise."
LOWEST_SERVICE, HIGHEST_SERVICE = 80, 99.5


def layout(plan: Plan, sku: str) -> Any:
    """The sliders beside the two comparisons, for the product `sku` and for the shop."""
    products = plan.inputs.products
    chosen = sku if sku in products.index else str(products.index[int(np.argmax(plan.decision.daily_demand))])
    names = products["name"].fillna("").to_numpy()
    options = [
        {"label": name or sku, "value": sku, "search": f"{sku} {name}"}
        for sku, name in zip(products.index, names, strict=True)
    ]
    picker = dcc.Dropdown(options=options, value=chosen, id=ids.WHAT_IF_PRODUCT, clearable=False)
    product_card = html.Div(
        [html.Div("Product", className="form-label"), picker], className="sw-card", **field_name("Product")
    )
    return html.Div(
        [
            html.H1("What if …?"),
            html.P(
                "Move a slider and see what it would change. Nothing is kept until you say so.", className="sw-soft"
            ),
            *([notice(SIMPLE_RULE_KEPT)] if plan.inputs.settings.rule == "simple" else []),
            html.Div(
                [
                    _sliders(plan),
                    html.Div(
                        [product_card, html.Div(id=ids.WHAT_IF_TABLES, className="sw-stack")], className="sw-stack"
                    ),
                ],
                className="sw-columns",
            ),
        ],
        className="sw-stack",
    )


def _sliders(plan: Plan) -> Any:
    settings = plan.inputs.settings
    dearest = max(20.0, 4 * settings.order_cost)
    longest = round(100 * (MAXIMUM_LEAD_TIME_FACTOR - 1))
    return html.Div(
        [
            _slider(ids.WHAT_IF_DEMAND, "Demand, change in %", -50, 100, 0, 5),
            _slider(ids.WHAT_IF_LEAD_TIME, "Delivery time, change in %", -50, longest, 0, 5),
            _slider(
                ids.WHAT_IF_SERVICE,
                "Promise: nothing sells out, in % of order cycles",
                LOWEST_SERVICE,
                HIGHEST_SERVICE,
                100 * settings.service_level,
                0.5,
            ),
            _slider(ids.WHAT_IF_ORDER_COST, "Cost of placing an order", 0, dearest, settings.order_cost, 0.5),
            _slider(ids.WHAT_IF_HOLDING, "Cost of keeping stock, in % a year", 5, 100, 100 * settings.holding_rate, 1),
            dbc.Button("Keep promise and costs", id=ids.WHAT_IF_KEEP, color="primary", n_clicks=0),
            html.Div(id=ids.WHAT_IF_KEPT, role="status", className="mt-2"),
        ],
        className="sw-card sw-stack",
    )


def _slider(slider_id: str, label: str, low: float, high: float, value: float, step: float) -> Any:
    low, high = min(low, value), max(high, value)  # what the shop has must be on the slider
    marks = {low: f"{low:g}", high: f"{high:g}"} | ({0: "0"} if low < 0 else {})
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
    """The two tables, now and then, for the chosen product and for the whole shop."""
    plan = plan_now(desk)
    product = None if plan is None else row_of(plan, sku)
    if plan is None or product is None:
        return notice("There is no such product. Choose another one.")
    demand_now = plan.demand.scaled(plan.stock.active.astype(np.float64))  # what is not ordered any more does not count
    then_of = changed(
        demand_now,
        plan.policy,
        demand_factor=1 + demand / 100,
        lead_time_factor=1 + lead_time / 100,
        service_level=service / 100 if service != round(100 * plan.inputs.settings.service_level, 6) else None,
        order_cost=order_cost if order_cost != plan.inputs.settings.order_cost else None,
        holding_rate=holding / 100,
    )
    now, then = outcome(demand_now, plan.policy), outcome(then_of.demand, then_of.policy)
    return [_product_card(plan, product, now, then), _shop_card(plan, now, then)]


def _product_card(plan: Plan, product: int, now: Outcome, then: Outcome) -> Any:
    currency = plan.inputs.settings.currency
    rows = [
        _row("Reorder point", now.reorder_point[product], then.reorder_point[product]),
        _row("Safety stock", now.safety_stock[product], then.safety_stock[product]),
        _row("Ordered at a time", now.order_size[product], then.order_size[product]),
        _row("Average stock", now.average_stock[product], then.average_stock[product]),
        _money_row("Money in stock", now.money_in_stock[product], then.money_in_stock[product], currency),
        _row("Orders a year", now.orders_a_year[product], then.orders_a_year[product]),
        _row("Times sold out a year", now.expected_stockouts_a_year[product], then.expected_stockouts_a_year[product]),
    ]
    name = plan.inputs.products["name"].iloc[product]
    title = html.H2(name if isinstance(name, str) else str(plan.inputs.products.index[product]))
    return html.Div(
        [title, table(["", "Now", "Then", "Change"], rows), _simple_rule(plan, product)], className="sw-card"
    )


def _simple_rule(plan: Plan, product: int) -> Any:
    threshold = simple_threshold(plan.average_daily_sales)
    reached = simple_service_level(protection_demand(plan.demand, plan.policy), plan.average_daily_sales)
    said = (
        f"The simple rule, 1.5 × average daily sales, would reorder at {about_text(threshold[product])} "
        f"and last in {share_text(round(float(reached[product]), 3))} of order cycles."
    )
    return html.P(said, className="sw-soft sw-small mt-2 mb-0")


def _shop_card(plan: Plan, now: Outcome, then: Outcome) -> Any:
    before, after, currency = now.totals, then.totals, plan.inputs.settings.currency
    rows = [
        _row("Safety stock", float(now.safety_stock.sum()), float(then.safety_stock.sum())),
        _row("Average stock", before.average_stock, after.average_stock),
        _money_row("Money in stock", before.money_in_stock, after.money_in_stock, currency),
        _row("Order lines a year", before.orders_a_year, after.orders_a_year),
        _row("Times something sells out a year", before.expected_stockouts_a_year, after.expected_stockouts_a_year),
        _money_row("Cost of keeping and ordering a year", _yearly(now), _yearly(then), currency),
    ]
    unknown = (
        f"Money counts products with a unit cost only; {before.unknown_cost:,} have none."
        if before.unknown_cost
        else ""
    )
    parts = [
        html.H2("The whole shop"),
        table(["", "Now", "Then", "Change"], rows),
        html.P(unknown, className="sw-soft sw-small mb-0"),
    ]
    return html.Div(parts, className="sw-card")


def _yearly(result: Outcome) -> float:
    return result.totals.holding_cost_a_year + result.totals.ordering_cost_a_year


def _row(label: str, now: float, then: float) -> list[Any]:
    difference = round(float(then), 1) - round(float(now), 1)
    return [label, about_text(float(now)), about_text(float(then)), _signed(about_text(difference), difference)]


def _money_row(label: str, now: float, then: float, currency: str) -> list[Any]:
    difference = round(float(then), 2) - round(float(now), 2)
    return [
        label,
        money_text(float(now), currency),
        money_text(float(then), currency),
        _signed(money_text(difference, currency), difference),
    ]


def _signed(text: str, difference: float) -> str:
    return "–" if text in ("0", "unknown") or abs(difference) < 0.005 else (f"+{text}" if difference > 0 else text)


def keep(desk: Desk, _clicks: int, service: float, order_cost: float, holding: float) -> Any:
    """Make the promise and the costs of the sliders those of the shop."""
    settings = replace(
        read_settings(desk.shop), service_level=service / 100, order_cost=order_cost, holding_rate=holding / 100
    )
    write_settings(desk.shop, settings)
    return notice("Kept. The order list follows them now.", "good")


def register(app: Dash, desk: Desk) -> None:
    sliders = [
        ids.WHAT_IF_DEMAND,
        ids.WHAT_IF_LEAD_TIME,
        ids.WHAT_IF_SERVICE,
        ids.WHAT_IF_ORDER_COST,
        ids.WHAT_IF_HOLDING,
    ]
    app.callback(
        Output(ids.WHAT_IF_TABLES, "children"),
        Input(ids.WHAT_IF_PRODUCT, "value"),
        *[Input(slider, "value") for slider in sliders],
        Input(ids.WHAT_IF_KEPT, "children"),  # what was kept is now
    )(bind(compare, desk))
    app.callback(
        Output(ids.WHAT_IF_KEPT, "children"),
        Input(ids.WHAT_IF_KEEP, "n_clicks"),
        *[State(slider, "value") for slider in sliders[2:]],
        prevent_initial_call=True,
    )(clicked(bind(keep, desk)))
