"""Charts: pure functions from numbers to figures, in the language of chart_template.py."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
from dash import dcc, html
from numpy.typing import NDArray

from app import ids
from app.views.chart_locale import chart_locale
from app.views.chart_template import BAND, EXPECTED, PAST, REORDER, SAID, TEMPLATE
from app.words.language import _

Days = Sequence[dt.date]


def sales_figure(
    past_days: Days, sold: NDArray[Any], days: Days, expected: NDArray[Any], low: NDArray[Any], high: NDArray[Any]
) -> go.Figure:
    """Units sold per day so far and expected per day, with the band that nine of ten days stay in."""
    figure = _figure(_("units a day"))
    figure.add_bar(x=list(past_days), y=sold.tolist(), name=_("sold"), marker_color=PAST)
    _add_band(figure, days, low, high, _("nine of ten days"))
    figure.add_scatter(x=list(days), y=expected.tolist(), name=_("expected"), line={"color": EXPECTED, "width": 2.5})
    return figure


def mark_days(figure: go.Figure, days: Days, units: Sequence[float], name: str) -> None:
    """Crosses on days of a chart that do not count as they are drawn; none where no day is given."""
    if days:
        marker = {"symbol": "x", "size": 8, "color": REORDER}
        figure.add_scatter(x=list(days), y=list(units), name=name, mode="markers", marker=marker)


def stock_figure(
    days: Days,
    expected: NDArray[Any],
    low: NDArray[Any],
    high: NDArray[Any],
    *,
    reorder_point: float,
    arrival: dt.date | None,
) -> go.Figure:
    """Stock running down day by day to the reorder point, and the order arriving."""
    figure = _figure(_("units in stock"))
    _add_band(figure, days, low, high, _("nine of ten cases"))
    figure.add_scatter(
        x=list(days), y=expected.tolist(), name=_("expected stock"), line={"color": EXPECTED, "width": 2.5}
    )
    ends = [days[0], days[-1]]
    figure.add_scatter(
        x=ends,
        y=[reorder_point] * 2,
        name=_("reorder point"),
        mode="lines",
        line={"color": REORDER, "dash": "dash", "width": 2},
    )
    if arrival is not None and days[0] <= arrival <= days[-1]:
        figure.add_scatter(
            x=[arrival, arrival],
            y=[0, float(high.max())],
            name=_("order arrives"),
            mode="lines",
            line={"color": SAID, "dash": "dot", "width": 2},
        )
    figure.update_yaxes(rangemode="tozero")
    return figure


def past_figure(origins: Days, said: NDArray[Any], weekday_average: NDArray[Any], sold: NDArray[Any]) -> go.Figure:
    """What was forecast on past days for the days that followed, beside the simple rival and what was sold."""
    figure = _figure(_("units"))
    figure.add_bar(x=list(origins), y=sold.tolist(), name=_("sold"), marker_color=PAST)
    figure.add_scatter(
        x=list(origins), y=said.tolist(), name=_("forecast"), mode="markers+lines", line={"color": EXPECTED, "width": 2}
    )
    figure.add_scatter(
        x=list(origins),
        y=weekday_average.tolist(),
        name=_("same-weekday average"),
        mode="lines",
        line={"color": SAID, "dash": "dot", "width": 2},
    )
    return figure


def chart(figure: go.Figure, name: str, *, data: str = "") -> html.Div:
    """A figure on a page with its downloads below, as a picture and as CSV.

    The data come from the address `data` or, where there is none, from the chart itself (assets/web/chart_files.js).
    """
    picture: dict[str, Any] = {"data-picture": name}
    table: dict[str, Any] = {"data-table": name}
    files = [
        html.Button(_("Picture"), type="button", className="sw-link", **picture),
        html.A(_("Data"), href=data, id=ids.chart_data(name), className="sw-link", download="")
        if data
        else html.Button(_("Data"), type="button", className="sw-link", **table),
    ]
    return html.Div([_graph(figure, name), html.Div(files, className="sw-chart-files")], className="sw-chart-place")


def _graph(figure: go.Figure, name: str) -> dcc.Graph:
    """A figure of fixed height, so that nothing jumps when it is drawn."""
    settings: Any = {"displayModeBar": False, **chart_locale()}
    return dcc.Graph(figure=figure, className="sw-chart", responsive=True, config=settings, id=ids.chart(name))


def _figure(unit: str) -> go.Figure:
    return go.Figure(layout={"template": TEMPLATE, "yaxis": {"title": {"text": unit}}})


def _add_band(figure: go.Figure, days: Days, low: NDArray[Any], high: NDArray[Any], name: str) -> None:
    """A band between two lines; in the data each has a name of its own."""
    edge: dict[str, Any] = {"x": list(days), "line": {"width": 0}, "mode": "lines"}
    at_most, at_least = _("{name}, at most").format(name=name), _("{name}, at least").format(name=name)
    figure.add_scatter(y=high.tolist(), showlegend=False, hoverinfo="skip", meta=at_most, **edge)
    figure.add_scatter(y=low.tolist(), fill="tonexty", fillcolor=BAND, name=name, meta=at_least, **edge)
