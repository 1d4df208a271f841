"""What stands around every page: the links, the search, the work going on, and the place where the page goes."""

from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from app import ids
from app.background.registration import HIDDEN
from app.views.cards import aria, icon
from app.words.language import N_, _


@dataclass(frozen=True)
class PageLink:
    """A page that is reached from everywhere: its name, address and drawing (a class of assets/web/icons.css)."""

    name: str
    path: str
    icon: str


# On a phone the first few stand at the bottom of the screen, the others behind "More".
LINKS = (
    PageLink(N_("Orders"), "/", "orders"),
    PageLink(N_("Deliveries"), "/on-the-way", "deliveries"),
    PageLink(N_("Count"), "/count", "count"),
    PageLink(N_("Products"), "/products", "products"),
    PageLink(N_("Calendar"), "/calendar", "calendar"),
    PageLink(N_("Insights"), "/insights", "insights"),
    PageLink(N_("Proof"), "/proof", "proof"),
    PageLink(N_("What-if"), "/what-if", "what-if"),
    PageLink(N_("Suppliers"), "/suppliers", "suppliers"),
    PageLink(N_("Import"), "/import", "import"),
    PageLink(N_("Settings"), "/settings", "settings"),
)
LINKS_ON_A_PHONE = 5


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
            dcc.Store(id=ids.PROOF_REQUEST),
            dcc.Store(id=ids.PROOF_MADE),
            html.A(_("To the content"), href="#page", className="sw-skip"),
            _search(),
            html.Div([_bar(), html.Div([*_jobs(), _page()], className="sw-body")], className="sw-frame"),
        ]
    )


def navigation(active: str) -> list[Any]:
    """The links to all pages, the one of the page `active` marked."""
    first = [_link(link, active) for link in LINKS[:LINKS_ON_A_PHONE]]
    rest = LINKS[LINKS_ON_A_PHONE:]
    if not rest:
        return first
    hidden = any(_is_at(link, active) for link in rest)
    more = html.Button(
        [icon("more"), html.Span(_("More"))],
        id=ids.MORE_BUTTON,
        className="sw-more active" if hidden else "sw-more",
        **aria(expanded="false", controls=ids.MORE_PAGES),
    )
    pages = html.Div([_link(link, active) for link in rest], id=ids.MORE_PAGES, className="sw-more-pages")
    return [*first, more, pages]


def _link(link: PageLink, active: str) -> dcc.Link:
    marked = "active" if _is_at(link, active) else ""
    return dcc.Link([icon(link.icon), html.Span(_(link.name))], href=link.path, className=marked)


def _is_at(link: PageLink, address: str) -> bool:
    """Whether an address is the page of a link, or a part of that page."""
    return address == link.path or (link.path != "/" and address.startswith(f"{link.path}/"))


def _bar() -> html.Header:
    brand = dcc.Link([html.Img(src="/assets/web/logo.svg", alt=""), "Shelfwise"], href="/", className="sw-brand")
    nav = html.Nav(navigation(""), id=ids.NAVIGATION, className="sw-nav", **aria(label=_("Pages")))
    theme = html.Button([icon("theme"), html.Span(_("Light or dark"))], id=ids.THEME_BUTTON, className="sw-theme")
    return html.Header(html.Div([brand, _search_button(), nav, theme], className="sw-bar-inner"), className="sw-bar")


def _search_button() -> html.Button:
    parts = [icon("search"), html.Span(_("Search")), html.Kbd("/", **aria(hidden="true"))]
    return html.Button(parts, id=ids.SEARCH_BUTTON, className="sw-find")


def _search() -> html.Dialog:
    """Finds a product or a page from anywhere; assets/web/search.js opens and fills it."""
    said: dict[str, Any] = {"data-none": _("Nothing found."), "data-label": _("Name or number of a product, or a page")}
    close = html.Button(icon("close"), id=ids.SEARCH_CLOSE, className="sw-icon-button", **aria(label=_("Close")))
    head = html.Div([icon("search"), html.Div(id=ids.SEARCH_FIELD), close], className="sw-search-head")
    found = html.Div(id=ids.SEARCH_FOUND, role="listbox", className="sw-search-found", **aria(label=_("Found")))
    return html.Dialog([head, found], id=ids.SEARCH, className="sw-search", **said, **aria(label=_("Search")))


def _page() -> html.Main:
    return html.Main(id=ids.PAGE, className="sw-page", tabIndex=-1)


def _jobs() -> list[html.Div]:
    return [
        _job(ids.IMPORT_JOB, _("Reading the file")),
        _job(ids.FORECAST_JOB, _("Forecasting")),
        _job(ids.PROOF_JOB, _("Looking back")),
    ]


def _job(place: ids.JobLine, label: str) -> html.Div:
    """One line of work going on, hidden while there is none."""
    line: list[Any] = [
        html.Strong(label, id=place.label),
        html.Progress(id=place.bar, value="0", max="100", **aria(label=label)),
        dbc.Button(_("Stop"), id=place.cancel, color="secondary", outline=True, size="sm"),
    ]
    return html.Div(html.Div(line, className="sw-card"), id=place.line, className=HIDDEN, role="status")
