"""Charts of what was sold: pure functions from the tables of app/insights/sales_views.py to figures."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from app.views.chart_template import EXPECTED, PAST, SAID, TEMPLATE
from app.words.formats import month_name, weekday_name
from app.words.language import _


def over_time_figure(table: pd.DataFrame, *, unit: str) -> go.Figure:
    """Bars of the amounts, and a line of the same time a year before."""
    figure = _figure(unit)
    figure.add_bar(x=list(table["first_day"]), y=table["amount"].tolist(), name=_("sold"), marker_color=EXPECTED)
    if table["a_year_before"].notna().any():
        figure.add_scatter(
            x=list(table["first_day"]), y=_gaps(table["a_year_before"].to_numpy()), name=_("a year before"),
            mode="lines", line={"color": SAID, "width": 2, "dash": "dot"},
        )  # fmt: skip
    figure.update_yaxes(rangemode="tozero")
    return figure


def weekday_figure(average: NDArray[np.float64], *, unit: str) -> go.Figure:
    """The average open day of each weekday."""
    figure = _figure(unit)
    names = [weekday_name(day) for day in range(len(average))]
    figure.add_bar(x=names, y=_gaps(average), marker_color=EXPECTED, name=_("average day"))
    return figure


def category_figure(table: pd.DataFrame, *, unit: str) -> go.Figure:
    """Categories as bars to the right, the largest on top."""
    shown = table.iloc[::-1]
    figure = _figure("")
    names = [name or _("without a category") for name in shown["category"]]
    figure.add_bar(x=shown["amount"].tolist(), y=names, orientation="h", marker_color=EXPECTED, name=unit)
    figure.update_layout(hovermode="closest", margin={"l": 8})
    figure.update_yaxes(automargin=True, zeroline=False)
    figure.update_xaxes(title={"text": unit}, showgrid=True, nticks=5)
    return figure


def season_figure(relative: NDArray[np.float64]) -> go.Figure:
    """How far each month is above or below an average month, in percent."""
    figure = _figure("%")
    names = [month_name(month) for month in range(1, 13)]
    percent = np.round((relative - 1) * 100, 1)
    colours = [EXPECTED if value >= 0 else PAST for value in percent]
    figure.add_bar(x=names, y=percent.tolist(), marker_color=colours, name=_("percent"))
    return figure


def _gaps(values: NDArray[Any]) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]


def _figure(unit: str) -> go.Figure:
    return go.Figure(layout={"template": TEMPLATE, "yaxis": {"title": {"text": unit}}})
