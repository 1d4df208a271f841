"""Insights: what was sold when, what rises and falls, what the shop lives from, where money lies still."""

from typing import Any
from urllib.parse import urlencode

import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, html
from dash.exceptions import PreventUpdate

from app import ids
from app.binding import bind
from app.desk import Desk
from app.insights.in_hand import Insight, insight_now
from app.insights.sales_views import (
    by_category,
    by_month_of_the_year,
    by_weekday,
    class_matrix,
    movers,
    over_time,
)
from app.views.cards import aria, page_title
from app.views.figures import chart
from app.views.insight_charts import category_figure, over_time_figure, season_figure, weekday_figure
from app.views.insight_tables import dead_card, matrix_card, movers_cards
from app.words.formats import day_text
from app.words.language import N_, _

PATH = "/insights"
MEASURES = {"money": N_("Money"), "units": N_("Units")}
SPANS = {"day": N_("Day"), "week": N_("Week"), "month": N_("Month")}
PERIODS = {4: N_("4 weeks"), 13: N_("13 weeks"), 52: N_("A year")}
FIRST_SPAN, FIRST_PERIOD = "week", 4


def layout(insight: Insight) -> Any:
    """The page as it opens; the choices on it change its charts."""
    sums = insight.sums
    measure = "units" if sums.money is None else "money"
    lead = _("Sales up to {day}.").format(day=day_text(sums.days[-1].date()))
    choice = _choice("measure", _("Show"), {name: _(text) for name, text in MEASURES.items()}, measure)
    return html.Div(
        [
            page_title(_("Insights"), lead, actions=html.Div(choice, hidden=sums.money is None)),
            _over_time_card(insight, measure),
            html.Div([_weekday_card(insight, measure), _season_card(insight, measure)], className="sw-columns"),
            _what_sells(insight, measure),
            matrix_card(class_matrix(insight.rows), is_money=sums.money is not None),
            dead_card(insight),
        ],
        className="sw-stack",
    )


def _over_time_card(insight: Insight, measure: str) -> Any:
    spans = _choice("span", _("By"), {name: _(text) for name, text in SPANS.items()}, FIRST_SPAN)
    figure, address = time_chart(insight, measure, FIRST_SPAN)
    head = html.Div([html.H2(_("Sales over time")), spans], className="sw-head")
    return html.Div([head, chart(figure, "over-time", data=address)], className="sw-card")


def _weekday_card(insight: Insight, measure: str) -> Any:
    figure, address = weekday_chart(insight, measure)
    return html.Div(
        [
            html.H2(_("Through the week")),
            html.P(_("An average open day of the last year."), className="sw-soft"),
            chart(figure, "weekday", data=address),
        ],
        className="sw-card",
    )


def _season_card(insight: Insight, measure: str) -> Any:
    title = html.H2(_("Through the year"))
    drawn = season_chart(insight, measure)
    if drawn is None:
        advice = _("After a full year of sales you see here which months sell more than others.")
        return html.Div([title, html.P(advice, className="sw-soft")], className="sw-card")
    lead = html.P(_("By how many percent each month is above or below its year."), className="sw-soft")
    return html.Div([title, lead, chart(drawn[0], "season", data=drawn[1])], className="sw-card")


def _what_sells(insight: Insight, measure: str) -> Any:
    periods = _choice(
        "weeks", _("Of the last"), {str(weeks): _(text) for weeks, text in PERIODS.items()}, str(FIRST_PERIOD)
    )
    figure, address = category_chart(insight, measure, FIRST_PERIOD)
    parts: list[Any] = [html.Div([html.H2(_("What sells")), periods], className="sw-head")]
    if len(insight.sums.categories) > 1:
        parts.append(html.Div(chart(figure, "category", data=address), className="sw-card"))
    tables = html.Div(moving(insight, measure, FIRST_PERIOD), id=ids.INSIGHT_MOVERS, className="sw-columns sw-thirds")
    return html.Section([*parts, tables], className="sw-stack")


def _choice(name: str, label: str, options: dict[str, str], value: str) -> Any:
    shown = [{"label": text, "value": key} for key, text in options.items()]
    items = dbc.RadioItems(options=shown, value=value, id=ids.insight_choice(name), className="sw-choice")
    return html.Div(items, role="group", **aria(label=label))


def time_chart(insight: Insight, measure: str, span: Any) -> tuple[Any, str]:
    """The chart over time and the address of its data."""
    table = over_time(insight.sums.days, insight.sums.of(measure).by_day, span)
    return over_time_figure(table, unit=unit_of(insight, measure)), data_address("over-time", measure, span=span)


def weekday_chart(insight: Insight, measure: str) -> tuple[Any, str]:
    """The chart of weekdays and the address of its data."""
    average = by_weekday(insight.sums.days, insight.sums.of(measure).by_day)
    return weekday_figure(average, unit=unit_of(insight, measure)), data_address("weekday", measure)


def season_chart(insight: Insight, measure: str) -> tuple[Any, str] | None:
    """The chart of months and the address of its data; None with less than a year of sales."""
    relative = by_month_of_the_year(insight.sums.days, insight.sums.of(measure).by_day)
    return None if relative is None else (season_figure(relative), data_address("season", measure))


def category_chart(insight: Insight, measure: str, weeks: int) -> tuple[Any, str]:
    """The chart of categories and the address of its data."""
    table = by_category(insight.sums, insight.sums.of(measure).by_category, weeks=weeks)
    return category_figure(table, unit=unit_of(insight, measure)), data_address("category", measure, weeks=weeks)


def moving(insight: Insight, measure: str, weeks: int) -> list[Any]:
    """The tables of what sells best, rises and falls."""
    moved = movers(insight.sums.of(measure).by_week, weeks=weeks)
    address = data_address("products", measure, weeks=weeks)
    return movers_cards(insight, moved, is_money=unit_of(insight, measure) != _("units"), data=address)


def unit_of(insight: Insight, measure: str) -> str:
    """What the axis of a chart measures: the shop's currency, or units."""
    if measure != "money" or insight.sums.money is None:
        return _("units")
    return insight.plan.inputs.settings.currency or _("money")


def data_address(name: str, measure: str, **choices: object) -> str:
    """Where the data of a chart is downloaded."""
    return f"/download/insights/{name}.csv?{urlencode({'measure': measure, **choices})}"


def change_time(desk: Desk, measure: str, span: str) -> tuple[Any, str]:
    """Draw the sales over time by day, week or month."""
    return time_chart(_known(desk), measure, span)


def change_measure(desk: Desk, measure: str) -> tuple[Any, str]:
    """Draw the weekdays in money or units."""
    return weekday_chart(_known(desk), measure)


def change_season(desk: Desk, measure: str) -> tuple[Any, str]:
    """Draw the year in money or units."""
    drawn = season_chart(_known(desk), measure)
    if drawn is None:
        raise PreventUpdate
    return drawn


def change_period(desk: Desk, measure: str, weeks: str) -> Any:
    """List what sells best, rises and falls in another time."""
    return moving(_known(desk), measure, int(weeks))


def change_categories(desk: Desk, measure: str, weeks: str) -> tuple[Any, str]:
    """Draw the categories of another time."""
    return category_chart(_known(desk), measure, int(weeks))


def _known(desk: Desk) -> Insight:
    insight = insight_now(desk)
    if insight is None:
        raise PreventUpdate
    return insight


def register(app: Dash, desk: Desk) -> None:
    measure = Input(ids.insight_choice("measure"), "value")
    weeks = Input(ids.insight_choice("weeks"), "value")
    charts = (
        ("over-time", change_time, (measure, Input(ids.insight_choice("span"), "value"))),
        ("weekday", change_measure, (measure,)),
        ("season", change_season, (measure,)),
        ("category", change_categories, (measure, weeks)),
    )
    for name, handler, inputs in charts:
        app.callback(
            Output(ids.chart(name), "figure"),
            Output(ids.chart_data(name), "href"),
            *inputs,
            prevent_initial_call=True,
        )(bind(handler, desk))
    app.callback(Output(ids.INSIGHT_MOVERS, "children"), measure, weeks, prevent_initial_call=True)(
        bind(change_period, desk)
    )
