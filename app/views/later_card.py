"""What does not belong to today's orders: suppliers of later days, and what needs a count first."""

from typing import Any
from urllib.parse import quote

from dash import dcc, html

from app.ordering.count_walk import to_count_first
from app.ordering.order_list import SupplierOrder, day_in, later_orders
from app.planning.plan import Plan
from app.words.formats import money_text, weekday_text
from app.words.language import _
from app.words.order_words import products_text, supplier_name

MOST_TO_COUNT = 5


def later_card(plan: Plan) -> Any:
    """The suppliers whose order day is a later one, with what will be ordered then as far as it is known today."""
    orders = later_orders(plan)
    if not orders:
        return html.Div()
    rows = [html.Li([html.Strong(supplier_name(order.supplier)), _expected(plan, order)]) for order in orders]
    more = dcc.Link(_("The coming eight weeks"), href="/calendar")
    head = html.Div([html.H2(_("On a later day")), more], className="sw-head")
    return html.Section([head, html.Ul(rows, className="sw-later")], className="sw-card")


def _expected(plan: Plan, order: SupplierOrder) -> html.Span:
    day, products = (
        weekday_text(day_in(plan, order.in_days), today=plan.inputs.today),
        products_text(len(order.ordered)),
    )
    if not order.cost:
        return html.Span(_("{day}: {products}").format(day=day, products=products), className="sw-soft")
    money = money_text(order.cost, plan.inputs.settings.currency)
    text = _("{day}: {products}, about {money}").format(day=day, products=products, money=money)
    return html.Span(text, className="sw-soft")


def count_card(plan: Plan) -> Any:
    """What to count first, since its record may be wrong or there is none."""
    rows = to_count_first(plan)
    if not rows:
        return html.Div()
    risk = {int(row): float(money) for row, money in zip(*_doubted(plan), strict=True)}
    items = [html.Li(_to_count(plan, row, risk.get(row, float("nan")))) for row in rows[:MOST_TO_COUNT]]
    way = dcc.Link(
        _("Count {products}").format(products=products_text(len(rows))),
        href="/count",
        className="btn btn-outline-secondary",
    )
    head = html.Div([html.H2(_("Count these first")), way], className="sw-head")
    advice = _("Their record is missing or may be wrong, so the advice may be too. The most money at risk comes first.")
    return html.Section(
        [head, html.P(advice, className="sw-soft"), html.Ul(items, className="sw-later")], className="sw-card"
    )


def _doubted(plan: Plan) -> tuple[Any, Any]:
    return plan.count_first.product, plan.count_first.money_at_risk


def _to_count(plan: Plan, row: int, risk: float) -> list[Any]:
    sku, name = str(plan.inputs.products.index[row]), plan.inputs.products["name"].iloc[row]
    link = dcc.Link(name if isinstance(name, str) else sku, href=f"/count?sku={quote(sku, safe='')}")
    if not risk > 0:
        return [link]
    text = _("{money} at risk").format(money=money_text(risk, plan.inputs.settings.currency))
    return [link, html.Span(text, className="sw-soft")]
