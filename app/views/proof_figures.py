"""Charts of the proof: promises kept, errors by month, days of a replay. Pure functions from numbers to figures."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from app.proof.accuracy import Scores
from app.proof.promise_tables import Kept
from app.views.chart_template import BAND, EXPECTED, PAST, REORDER, SAID, TEMPLATE
from app.words.formats import units_text
from app.words.language import _

RANGE_WIDTH = 22


def kept_figure(kept: Sequence[Kept]) -> go.Figure:
    """The share of promises kept by number of days and level, on the range in which chance alone may put it."""
    days = [_("{days} days").format(days=each.days) for each in kept]
    levels = [units_text(100 * each.level) for each in kept]  # without %, so that a phone has room for them
    figure = go.Figure(
        layout={
            "template": TEMPLATE,
            "yaxis": {"tickformat": ".0%"},
            "xaxis": {"tickangle": 0, "tickfont": {"size": 11}},
            "hovermode": "closest",
            "margin": {"t": 44, "b": 52},
            "legend": {"y": 1.02, "yanchor": "bottom"},
        }
    )
    for number, each in enumerate(kept):
        figure.add_scatter(
            x=[[days[number]] * 2, [levels[number]] * 2],
            y=[each.low, each.high],
            mode="lines",
            line={"color": BAND, "width": RANGE_WIDTH},
            name=_("what chance may do"),
            showlegend=number == 0,
            legendgroup="chance",
            hoverinfo="skip",
        )
    _add_marks(figure, [days, levels], [each.level for each in kept], "line-ew-open", PAST, _("promised"))
    as_said = [each for each in range(len(kept)) if kept[each].verdict != "too_narrow"]
    short = [each for each in range(len(kept)) if kept[each].verdict == "too_narrow"]
    for chosen, colour, name in ((as_said, EXPECTED, _("kept")), (short, REORDER, _("kept too seldom"))):
        places = [[days[each] for each in chosen], [levels[each] for each in chosen]]
        _add_marks(figure, places, [kept[each].share for each in chosen], "circle", colour, name)
    return figure


def months_figure(months: Mapping[pd.Timestamp, Scores]) -> go.Figure:
    """Errors over units by month: of the forecast, and of the same-weekday average."""
    layout = {"template": TEMPLATE, "yaxis": {"title": {"text": _("off by, share of sales")}, "tickformat": ".0%"}}
    figure = go.Figure(layout=layout)
    days = [month.date() for month in months]
    for name, field, colour in (
        (_("forecast"), "wape", EXPECTED),
        (_("same-weekday average"), "weekday_average", PAST),
    ):
        figure.add_bar(x=days, y=[getattr(each, field) for each in months.values()], name=name, marker_color=colour)
    figure.update_xaxes(tickformat="%b<br>%Y", dtick="M1" if len(days) <= 8 else "M2")
    figure.update_yaxes(rangemode="tozero")
    return figure


def replay_figure(
    days: Sequence[dt.date],
    *,
    advised: NDArray[Any],
    other: NDArray[Any],
    missed: NDArray[Any],
    other_missed: NDArray[Any],
    other_name: str,
) -> go.Figure:
    """Stock at the start of each day as advised and ordered another way, and what each would have missed, below."""
    figure = go.Figure(layout={"template": TEMPLATE, "yaxis": {"title": {"text": _("units")}}, "barmode": "group"})
    lines = ((_("stock as advised"), advised, EXPECTED, "solid"), (other_name, other, SAID, "dot"))
    for name, stock, colour, dash in lines:
        figure.add_scatter(
            x=list(days), y=stock.tolist(), name=name, mode="lines", line={"color": colour, "width": 2, "dash": dash}
        )
    for name, lost, colour in (
        (_("missed as advised"), missed, REORDER),
        (_("missed the other way"), other_missed, PAST),
    ):
        figure.add_bar(x=list(days), y=(-lost).tolist(), name=name, marker_color=colour)
    return figure


def _add_marks(
    figure: go.Figure, places: list[list[str]], shares: Sequence[float], symbol: str, colour: str, name: str
) -> None:
    if not shares:
        return
    size = RANGE_WIDTH if symbol.startswith("line") else 11
    marker = {"symbol": symbol, "size": size, "color": colour, "line": {"width": 2, "color": colour}}
    hover = "%{y:.1%}<extra>" + name + "</extra>"
    figure.add_scatter(x=places, y=list(shares), mode="markers", marker=marker, name=name, hovertemplate=hover)
