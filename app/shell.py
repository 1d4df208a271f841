"""What stands around every page: the bar on top, the work going on, and the place where the page goes."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from app import ids
from app.views.cards import aria

LINKS = (("Orders", "/"), ("What-if", "/what-if"), ("Import", "/import"), ("Settings", "/settings"))
THEME_HELP = "Switch between light and dark"


def shell() -> html.Div:
    """The page frame; built anew for each page load, it holds no data but keys."""
    return html.Div(
        [
            dcc.Location(id=ids.URL, refresh="callback-nav"),
            dcc.Store(id=ids.UPLOADED),
            dcc.Store(id=ids.IMPORT_OUTCOME),
            dcc.Store(id=ids.FORECAST_REQUEST),
            dcc.Store(id=ids.FORECAST_RETRY),
            dcc.Store(id=ids.PLAN_CHANGED),
            html.A("To the content", href="#page", className="sw-skip"),
            _bar(),
            _job(ids.IMPORT_JOB, ids.IMPORT_LABEL, ids.IMPORT_BAR, ids.IMPORT_CANCEL, "Reading the file"),
            _job(ids.FORECAST_JOB, ids.FORECAST_LABEL, ids.FORECAST_BAR, ids.FORECAST_CANCEL, "Forecasting"),
            html.Main(id=ids.PAGE, className="sw-page", tabIndex=-1),
        ]
    )


def navigation(active: str) -> list[dcc.Link]:
    """The links on top, the one of the page `active` marked."""
    return [dcc.Link(name, href=path, className="active" if path == active else "") for name, path in LINKS]


def _bar() -> html.Header:
    brand = dcc.Link([html.Img(src="/assets/web/logo.svg", alt=""), "Shelfwise"], href="/", className="sw-brand")
    nav = html.Nav(navigation(""), id=ids.NAVIGATION, className="sw-nav", **aria(label="Pages"))
    theme = html.Button("◐", id=ids.THEME_BUTTON, className="sw-theme", title=THEME_HELP, **aria(label=THEME_HELP))
    return html.Header(html.Div([brand, nav, theme], className="sw-bar-inner"), className="sw-bar")


def _job(job_id: str, label_id: str, bar_id: str, cancel_id: str, label: str) -> html.Div:
    """One line of work going on, hidden while there is none."""
    line: list[Any] = [
        html.Strong(label, id=label_id),
        html.Progress(id=bar_id, value="0", max="100", **aria(label=label)),
        dbc.Button("Stop", id=cancel_id, color="secondary", outline=True, size="sm"),
    ]
    return html.Div(html.Div(line, className="sw-card"), id=job_id, className="sw-job sw-hidden", role="status")
