"""Small pieces that pages are put together from."""

from typing import Any

from dash import html


def aria(**names: str) -> dict[str, Any]:
    """Attributes for screen readers, as components take them.

    >>> aria(label="Pages")
    {'aria-label': 'Pages'}
    """
    return {f"aria-{name}": value for name, value in names.items()}


def field_name(name: str) -> dict[str, Any]:
    """What the controls inside an element are called for screen readers; assets/web/access.js passes it on."""
    return {"data-field-name": name}


def notice(children: Any, kind: str = "") -> html.Div:
    """A coloured box with a message; `kind` is "good", "warning", "danger" or "" for plain information."""
    return html.Div(children, className=f"sw-notice {kind}".strip(), role="alert" if kind == "danger" else "status")


def tag(text: str, kind: str = "") -> html.Span:
    """A short word in a coloured box; the word itself says what the colour says."""
    return html.Span(text, className=f"sw-tag {kind}".strip())


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
        html.Table([header, html.Tbody(body)], className="sw-table"),
        className="sw-scroll",
        tabIndex=0,
        role="group",
        **aria(label="Table"),
    )
