"""Tables of the Insights page: what sells best, rises and falls, the classes, and money that lies still."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode

import numpy as np
import pandas as pd
from dash import dcc, html

from app.insights.in_hand import Insight
from app.views.cards import aria, empty_state, figure_card, figures, table
from app.words.formats import about_money_text, about_text, days_text, share_text, units_text
from app.words.language import N_, _, ngettext

MOST_ROWS = 8
MATRIX_WORDS = {
    "A": N_("A brings in most"),
    "B": N_("B in between"),
    "C": N_("C brings in least"),
    "X": N_("X sells evenly"),
    "Y": N_("Y goes up and down"),
    "Z": N_("Z now and then"),
}


def movers_cards(insight: Insight, moved: pd.DataFrame, *, is_money: bool, data: str) -> list[Any]:
    """Three cards: the best, those that rise most and those that fall most, and a link to all of them."""
    amount = _amount_text(insight, is_money=is_money)
    best = moved["now"].sort_values(ascending=False, kind="stable")
    change = moved["change"].dropna().sort_values(kind="stable")
    cards = [
        _movers_card(insight, _("Sells best"), [(row, amount(best[row])) for row in best[best > 0].index[:MOST_ROWS]]),
    ]
    if len(change):
        rises = change[change > 0].index[::-1][:MOST_ROWS]
        falls = change[change < 0].index[:MOST_ROWS]
        cards += [
            _movers_card(insight, _("Rises most"), [(row, _signed(change[row], amount)) for row in rises]),
            _movers_card(insight, _("Falls most"), [(row, _signed(change[row], amount)) for row in falls]),
        ]
    link = html.A(_("Data of all products"), href=data, className="sw-link", download="")
    return [*cards, html.Div(link, className="sw-chart-files sw-wide")]


def _movers_card(insight: Insight, title: str, rows: list[tuple[int, str]]) -> Any:
    lines: list[list[Any]] = [[product_link(insight.rows.iloc[row]), said] for row, said in rows]
    content = table(["", ""], lines) if lines else html.P(_("Nothing in this time."), className="sw-soft")
    return html.Div([html.H2(title), content], className="sw-card")


def product_link(row: "pd.Series[Any]") -> Any:
    """A product's name that leads to its page."""
    return dcc.Link(str(row["name"]), href=f"/product/{quote(str(row['sku']), safe='')}")


def matrix_card(matrix: pd.DataFrame, *, is_money: bool) -> Any:
    """How many products are in each class and how much they bring in, each cell a link to them."""
    brought = _("of the money") if is_money else _("of the units")
    head = html.Tr([html.Td(), *(html.Th(_(MATRIX_WORDS[letter]), scope="col") for letter in "XYZ")])
    body = [html.Tr([html.Th(_(MATRIX_WORDS[abc]), scope="row"), *_cells(matrix, abc, brought)]) for abc in "ABC"]
    lead = _("Never run out of A products. X products are easy to plan; Z products need patience.")
    grid = html.Table([html.Thead(head), html.Tbody(body)], className="sw-matrix")
    place = html.Div(grid, className="sw-scroll", tabIndex=0, role="group", **aria(label=_("Classes of products")))
    link = html.A(_("Data"), href="/download/insights/classes.csv", className="sw-link", download="")
    parts = [html.H2(_("What you live from")), html.P(lead, className="sw-soft"), place]
    return html.Div([*parts, html.Div(link, className="sw-chart-files")], className="sw-card")


def _cells(matrix: pd.DataFrame, abc: str, brought: str) -> list[Any]:
    cells = []
    for line in matrix[matrix["abc"] == abc].itertuples():
        count = int(str(line.products))
        said = ngettext("{count} product", "{count} products", count).format(count=units_text(count))
        share = share_text(round(float(str(line.share)), 2))
        address = f"/products?{urlencode({'class': f'{abc}{line.xyz}'})}"
        inner = [html.Strong(said), html.Span(f"{share} {brought}", className="sw-soft sw-small")]
        cells.append(html.Td(dcc.Link(inner, href=address) if count else html.Span("–", className="sw-soft")))
    return cells


def dead_card(insight: Insight) -> Any:
    """What is there and does not sell, what it cost, and where it is seen in full."""
    dead = insight.rows[insight.rows["dead"]].sort_values("dead_money", ascending=False, kind="stable")
    if dead.empty:
        advice = _("Every product that is in stock was sold in the last 90 days.")
        return html.Div(empty_state(_("No dead stock"), advice, drawing="good"), className="sw-card")
    money = _amount_text(insight, is_money=True)
    rows = [_dead_line(row, money) for _number, row in dead.head(MOST_ROWS).iterrows()]
    unknown = int(dead["dead_money"].isna().sum())
    detail = _("without the {count} whose cost is not known").format(count=unknown) if unknown else ""
    links = [
        dcc.Link(_("All dead stock"), href="/products?show=dead"),
        html.A(_("Data"), href="/download/insights/dead-stock.csv", className="sw-link", download=""),
    ]
    return html.Div(
        [
            html.H2(_("Dead stock")),
            html.P(_("In stock, but none sold for 90 days. Sell it off, or order it no more."), className="sw-soft"),
            figures(
                figure_card(_("Products"), units_text(len(dead))),
                figure_card(_("Money that lies still"), money(float(np.nansum(dead["dead_money"]))), detail),
            ),
            table([_("Product"), _("In stock"), _("Not sold for"), _("It cost")], rows),
            html.Div(links, className="sw-chart-files"),
        ],
        className="sw-card sw-stack",
    )


def _dead_line(row: "pd.Series[Any]", money: Callable[[float], str]) -> list[Any]:
    cost = row["dead_money"]
    said = _("unknown") if np.isnan(cost) else money(cost)
    return [product_link(row), units_text(row["on_hand"]), days_text(row["days_since_sale"]), said]


def _amount_text(insight: Insight, *, is_money: bool) -> Callable[[float], str]:
    currency = insight.plan.inputs.settings.currency
    return (lambda amount: about_money_text(amount, currency)) if is_money else about_text


def _signed(change: float, amount: Callable[[float], str]) -> str:
    return f"+ {amount(change)}" if change > 0 else f"− {amount(-change)}"
