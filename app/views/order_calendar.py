"""The coming weeks as figures and as a list that says the same."""

import datetime as dt
from typing import Any

import plotly.graph_objects as go
from dash import html

from app.ordering.coming_orders import ComingOrder, ComingWeek
from app.views.chart_template import EXPECTED, SAID, TEMPLATE
from app.words.formats import money_text, period_text, weekday_text
from app.words.language import _
from app.words.order_words import products_text, supplier_name


def money_figure(weeks: tuple[ComingWeek, ...]) -> go.Figure:
    """What each week's orders take."""
    figure = _by_week(weeks, _("money for orders"))
    figure.add_bar(x=_days(weeks), y=[week.money for week in weeks], name=_("orders"), marker_color=EXPECTED)
    return figure


def stock_figure(weeks: tuple[ComingWeek, ...]) -> go.Figure:
    """What the stock is worth at the end of each week."""
    figure = _by_week(weeks, _("stock value"))
    line, values = {"color": SAID, "width": 2.5}, [week.stock_value for week in weeks]
    figure.add_scatter(x=_days(weeks), y=values, name=_("stock"), mode="lines+markers", line=line)
    return figure


def _by_week(weeks: tuple[ComingWeek, ...], title: str) -> go.Figure:
    figure = go.Figure(layout={"template": TEMPLATE, "yaxis": {"title": {"text": title}}, "showlegend": False})
    figure.update_yaxes(rangemode="tozero")
    figure.update_xaxes(tickvals=_days(weeks)[::2], tickformat="%-d %b")
    return figure


def _days(weeks: tuple[ComingWeek, ...]) -> list[dt.date]:
    return [week.first_day for week in weeks]


def week_card(week: ComingWeek, *, currency: str) -> Any:
    """One week: its orders by day, what they take, what the stock is worth after it."""
    days = period_text(week.first_day, week.first_day + dt.timedelta(days=6))
    worth = _("stock worth {money} at its end").format(money=money_text(week.stock_value, currency))
    head = html.Div(
        [
            html.Div([html.H2(days), html.Span(worth, className="sw-soft")]),
            html.Span(money_text(week.money, currency), className="sw-order-money"),
        ],
        className="sw-head",
    )
    if not week.orders:
        return html.Section([head, html.P(_("No orders expected."), className="sw-soft")], className="sw-card")
    before = [None, *(order.day for order in week.orders)]
    rows = [_order(order, currency, last=day) for order, day in zip(week.orders, before, strict=False)]
    return html.Section([head, html.Ul(rows, className="sw-coming")], className="sw-card")


def _order(order: ComingOrder, currency: str, *, last: dt.date | None) -> Any:
    """One order; its day above it where the order before was of another, `last`."""
    said = _("{products} from {supplier}").format(
        products=products_text(order.products), supplier=supplier_name(order.supplier)
    )
    money = money_text(order.money, currency) if order.money else _("no cost known")
    return html.Li(
        [
            None if order.day == last else html.Span(weekday_text(order.day), className="sw-soft"),
            html.Span(said),
            html.Span(money, className="sw-line-cost"),
        ]
    )
