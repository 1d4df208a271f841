"""Small pieces that pages are put together from."""

from typing import Any

from dash import html

from app.words.language import _


def aria(**names: str) -> dict[str, Any]:
    """Attributes for screen readers, as components take them.

    >>> aria(label="Pages")
    {'aria-label': 'Pages'}
    """
    return {f"aria-{name}": value for name, value in names.items()}


def data(**names: str) -> dict[str, Any]:
    """Attributes for the scripts of assets/web, those without a value left out.

    >>> data(form="order-said", enter="")
    {'data-form': 'order-said'}
    """
    return {f"data-{name}": value for name, value in names.items() if value}


def field_name(name: str) -> dict[str, Any]:
    """What the controls inside an element are called for screen readers; assets/web/access.js passes it on."""
    return {"data-field-name": name}


def notice(children: Any, kind: str = "") -> html.Div:
    """A coloured box with a message; `kind` is "good", "warning", "danger" or "" for plain information."""
    return html.Div(children, className=f"sw-notice {kind}".strip(), role="alert" if kind == "danger" else "status")


def tag(text: str, kind: str = "") -> html.Span:
    """A short word in a coloured box; the word itself says what the colour says."""
    return html.Span(text, className=f"sw-tag {kind}".strip())


def icon(name: str) -> html.Span:
    """A drawing of assets/web/icons.css; it says nothing that the words beside it do not say."""
    return html.Span(className=f"sw-icon {name}", **aria(hidden="true"))


def page_title(title: Any, lead: Any = "", *, actions: Any = None) -> html.Div:
    """The head of a page: its name, one sentence on it, and what can be done with the whole of it."""
    said = [html.H1(title), *([html.P(lead, className="sw-soft")] if lead else [])]
    beside = [html.Div(actions, className="sw-actions")] if actions else []
    return html.Div([html.Div(said), *beside], className="sw-page-title")


def empty_state(title: str, advice: Any, *, action: Any = None, drawing: str = "products") -> html.Div:
    """What stands where there is nothing yet: what it will be, and what to do for it."""
    parts = [icon(drawing), html.H2(title), html.P(advice)]
    return html.Div([*parts, *([html.Div(action, className="sw-actions")] if action else [])], className="sw-empty")


def loading_place(height: str) -> html.Div:
    """A place of known height, such as "320px", for what is still on its way, so that nothing jumps when it comes."""
    return html.Div(className="sw-loading", style={"height": height}, **aria(hidden="true"))


def figures(*cards: Any) -> html.Div:
    """Several figure_card side by side in one card."""
    return html.Div(html.Div(list(cards), className="sw-figures"), className="sw-card")


def figure_card(label: str, value: str, detail: str = "") -> html.Div:
    """One number with what it means."""
    parts = [html.Div(label, className="sw-soft sw-small"), html.Div(value, className="sw-figure")]
    return html.Div([*parts, html.Div(detail, className="sw-soft sw-small")], className="sw-card")


def table(head: list[str], rows: list[list[Any]], *, numbers_from: int = 1, total: bool = False) -> html.Div:
    """A plain table whose columns from `numbers_from` on are numbers; `total` sets the last row apart."""

    def style(column: int) -> str:
        return "sw-number" if column >= numbers_from else ""

    header = html.Thead(
        html.Tr([html.Th(name, className=style(i)) if name else html.Td() for i, name in enumerate(head)])
    )
    body = [
        html.Tr(
            [html.Td(cell, className=style(i)) for i, cell in enumerate(row)],
            className="total" if total and row is rows[-1] else "",
        )
        for row in rows
    ]
    return html.Div(
        html.Table([*([header] if any(head) else []), html.Tbody(body)], className="sw-table"),
        className="sw-scroll",
        tabIndex=0,
        role="group",
        **aria(label=_("Table")),
    )
