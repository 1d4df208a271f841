"""Calendar: the orders of the coming eight weeks, the money each will take, the stock that follows."""

from typing import Any

import plotly.graph_objects as go
from dash import html

from app.ordering.coming_orders import ComingWeek, coming_weeks
from app.planning.plan import Plan
from app.views.cards import empty_state, page_title
from app.views.figures import chart
from app.views.order_calendar import money_figure, stock_figure, week_card
from app.words.formats import money_text
from app.words.language import _
from app.words.order_words import orders_text

PATH = "/calendar"


def layout(plan: Plan) -> Any:
    """The page."""
    weeks, currency = coming_weeks(plan), plan.inputs.settings.currency
    number = sum(len(week.orders) for week in weeks)
    lead = _("What will be ordered if every day sells what is expected. The plan of each day may differ.")
    if not number:
        advice = _("Count your stock and name your suppliers' order days to see the weeks ahead.")
        nothing = empty_state(_("No orders ahead"), advice, drawing="calendar")
        return html.Div([page_title(_("The coming eight weeks"), lead), nothing], className="sw-stack")
    title = _("The coming eight weeks: {orders}, {money}").format(
        orders=orders_text(number), money=money_text(sum(week.money for week in weeks), currency)
    )
    return html.Div(
        [
            page_title(title, lead, actions=_downloads()),
            html.Div([_figure(_("Money for orders"), money_figure(weeks)), _stock(weeks)], className="sw-columns"),
            html.Div([week_card(week, currency=currency) for week in weeks], className="sw-weeks"),
        ],
        className="sw-stack",
    )


def _stock(weeks: tuple[ComingWeek, ...]) -> Any:
    return _figure(_("Stock value at the end of each week"), stock_figure(weeks))


def _figure(title: str, figure: go.Figure) -> Any:
    return html.Section([html.H2(title), chart(figure, title)], className="sw-card")


def _downloads() -> list[Any]:
    look = "btn btn-outline-secondary btn-sm"
    return [
        html.A(_("Into my calendar"), href="/download/calendar.ics", className=look),
        html.A("CSV", href="/download/calendar.csv", className=look),
    ]
