"""The cards of what-if: a product and the shop, now and then, the price of service, a promotion."""

import math
from typing import Any

import numpy as np
import plotly.graph_objects as go
from dash import html
from numpy.typing import NDArray

from app.planning.plan import Plan
from app.views.cards import table
from app.views.chart_template import EXPECTED, REORDER, TEMPLATE
from app.views.figures import chart
from app.what_if.sampled import reach_of_sum
from app.what_if.years import SERVICES, Told
from app.words.formats import about_text, share_text, units_text
from app.words.language import _, ngettext
from app.words.whole_money import about_money
from inventory.protection import protection_demand
from inventory.simple_rule import simple_service_level, simple_threshold
from inventory.simulated_year import part_of, served

TICKS = 6


def product_card(plan: Plan, product: int, now: Told, then: Told) -> Any:
    """One product, now and then."""
    currency = plan.inputs.settings.currency
    rows = [
        _row(_("Reorder point"), now.aim.reorder_point[0], then.aim.reorder_point[0]),
        _row(_("Safety stock"), now.aim.safety_stock[0], then.aim.safety_stock[0]),
        _share_row(_("Served from the shelf"), now.year.fill_rate[0, 0], then.year.fill_rate[0, 0]),
        _row(_("Missed units a year"), now.year.missed[0, 0], then.year.missed[0, 0]),
        _row(_("Average stock"), now.year.stock[0, 0], then.year.stock[0, 0]),
        _money_row(_("Money in stock"), now.money_in_stock[0, 0], then.money_in_stock[0, 0], currency),
        _row(_("Orders a year"), now.year.orders[0, 0], then.year.orders[0, 0]),
    ]
    name = plan.inputs.products["name"].iloc[product]
    title = html.H2(name if isinstance(name, str) else str(plan.inputs.products.index[product]))
    return html.Div([title, table(_head(), rows), _simple_rule(plan, product)], className="sw-card")


def shop_card(plan: Plan, now: Told, then: Told) -> Any:
    """The whole shop, now and then."""
    currency = plan.inputs.settings.currency
    before, after = _totals(now), _totals(then)
    rows = [
        _share_row(_("Served from the shelf"), before["served"], after["served"]),
        _row(_("Missed units a year"), before["missed"], after["missed"]),
        _money_row(_("Missed margin a year"), before["margin"], after["margin"], currency),
        _row(_("Average stock"), before["stock"], after["stock"]),
        _money_row(_("Money in stock"), before["money"], after["money"], currency),
        _row(_("Order lines a year"), before["orders"], after["orders"]),
        _money_row(_("Cost of keeping and ordering a year"), before["cost"], after["cost"], currency),
    ]
    return html.Div(
        [
            html.H2(_("The whole shop")),
            table(_head(), rows),
            html.P(_unknown(now), className="sw-soft sw-small mb-0"),
            html.P(_sampled(plan, now), className="sw-soft sw-small mb-0"),
        ],
        className="sw-card",
    )


def price_card(plan: Plan, told: Told) -> Any:
    """What a better promise costs: money in stock against what is served, the shop's promise marked."""
    in_money = bool(np.isfinite(told.money_in_stock).any())
    stock = told.weight * np.nansum(told.money_in_stock if in_money else told.year.stock, axis=1)
    shares = served(told.year.demand.sum(axis=1), told.year.missed.sum(axis=1))
    said = _("Each point is a promise; the higher it is, the more money lies on the shelf. The mark is yours.")
    figure = price_figure(stock, shares, promise=plan.inputs.settings.service_level, in_money=in_money)
    title = html.H2(_("The price of service"))
    return html.Div([title, html.P(said, className="sw-soft"), chart(figure, "price")], className="sw-card")


def price_figure(
    stock: NDArray[np.float64], shares: NDArray[np.float64], *, promise: float, in_money: bool
) -> go.Figure:
    """Served share against stock of the SERVICES, and of the promise of today, which comes first in both."""
    x_title = _("money in stock") if in_money else _("units in stock")
    figure = go.Figure(
        layout={
            "template": TEMPLATE,
            "hovermode": "closest",
            "margin": {"t": 56},
            "xaxis": {"title": {"text": x_title}, "showgrid": True, "nticks": 5},
            "yaxis": {"title": {"text": _("served from the shelf")}, "tickformat": share_ticks(shares)},
        }
    )
    names = [share_text(level) for level in SERVICES]
    figure.add_scatter(
        x=stock[1:].tolist(), y=shares[1:].tolist(), mode="lines+markers+text", text=names, textposition="top center",
        cliponaxis=False, name=_("promise"), line={"color": EXPECTED, "width": 2}, marker={"size": 8},
    )  # fmt: skip
    today = _("today, {share}").format(share=share_text(promise))
    figure.add_scatter(
        x=[float(stock[0])], y=[float(shares[0])], mode="markers", name=today,
        marker={"size": 15, "symbol": "diamond", "color": REORDER},
    )  # fmt: skip
    return figure


def share_ticks(shares: NDArray[np.float64]) -> str:
    """The format of an axis over shares, with as many decimals as its half a dozen ticks need to differ.

    >>> share_ticks(np.array([0.7, 0.99])), share_ticks(np.array([0.995, 0.9995]))
    (',.0%', ',.2%')
    """
    step = max(float(np.ptp(shares)), 1e-4) / TICKS
    return f",.{max(-2 - math.floor(math.log10(step)), 0)}%"


def _head() -> list[str]:
    return ["", _("Now"), _("Then"), _("Difference")]


def _totals(told: Told) -> dict[str, float]:
    year, policy, weight = told.year, told.policy, told.weight
    holding = np.nansum(told.money_in_stock[0] * policy.holding_rate)
    ordering = np.nansum(year.orders[0] * policy.order_cost)
    margin = year.missed[0] * policy.margin
    return {
        "served": float(served(year.demand[0].sum(), year.missed[0].sum())),
        "missed": weight * float(year.missed[0].sum()),
        "margin": weight * _known_sum(margin),
        "stock": weight * float(year.stock[0].sum()),
        "money": weight * _known_sum(told.money_in_stock[0]),
        "orders": weight * float(year.orders[0].sum()),
        "cost": weight * float(holding + ordering),
    }


def _known_sum(money: NDArray[np.float64]) -> float:
    """What is known in sum, NaN where nothing is."""
    return float(np.nansum(money)) if np.isfinite(money).any() else float("nan")


def _unknown(told: Told) -> str:
    unknown = round(told.weight * int(np.isnan(told.money_in_stock[0]).sum()))
    if not unknown:
        return ""
    return ngettext(
        "Money counts products with a unit cost only; {count} has none.",
        "Money counts products with a unit cost only; {count} have none.",
        unknown,
    ).format(count=units_text(unknown))


def _sampled(plan: Plan, told: Told) -> list[str]:
    """Of how many products a chain's year was rolled, and how far off the sum may be for it."""
    if told.weight <= 1.0:
        return []
    in_money = bool(np.isfinite(told.money_in_stock[0]).any())
    values = told.money_in_stock[0] if in_money else told.year.stock[0]
    middle, reach = told.weight * float(np.nansum(values)), reach_of_sum(values, weight=told.weight)
    low, high = max(middle - reach, 0.0), middle + reach
    currency = plan.inputs.settings.currency
    some = _("{count} of {all} products were rolled, each for its neighbours in size.").format(
        count=units_text(told.policy.products), all=units_text(plan.policy.products)
    )
    if in_money:
        between = _("Money in stock now lies between {low} and {high}.")
        return [some, " ", between.format(low=about_money(low, currency), high=about_money(high, currency))]
    between = _("Average stock now lies between {low} and {high} units.")
    return [some, " ", between.format(low=about_text(low), high=about_text(high))]


def _simple_rule(plan: Plan, product: int) -> Any:
    one, average = np.array([product]), plan.average_daily_sales[[product]]
    protection = protection_demand(plan.demand.only(one), part_of(plan.long_run_policy, one))
    reached = simple_service_level(protection, average)
    said = _(
        "The simple rule, 1.5 × average daily sales, would reorder at {threshold} and last in {share} of order cycles."
    ).format(threshold=about_text(simple_threshold(average)[0]), share=share_text(round(float(reached[0]), 3)))
    return html.P(said, className="sw-soft sw-small mt-2 mb-0")


def _row(label: str, now: float, then: float) -> list[Any]:
    difference = round(float(then), 1) - round(float(now), 1)
    return [label, about_text(float(now)), about_text(float(then)), signed(about_text(difference), difference)]


def _share_row(label: str, now: float, then: float) -> list[Any]:
    before, after = round(float(now), 3), round(float(then), 3)
    change = _("{points} points").format(points=units_text(100 * (after - before)))
    moved = signed(change, after - before) if abs(after - before) >= 0.0005 else "–"
    return [label, share_text(before), share_text(after), moved]


def _money_row(label: str, now: float, then: float, currency: str) -> list[Any]:
    difference = round(float(then), 2) - round(float(now), 2)
    change = signed(about_money(difference, currency), difference)
    return [label, about_money(float(now), currency), about_money(float(then), currency), change]


def signed(text: str, difference: float) -> str:
    """A change with its sign; a dash where there is none."""
    if difference != difference or abs(difference) < 0.0005 or text == "0":
        return "–"
    return f"+{text}" if difference > 0 else text
