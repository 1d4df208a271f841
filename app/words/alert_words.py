"""Alerts in words: what is wrong, with the numbers that say how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from dash import dcc, html

from app.planning.plan import Plan
from app.views.cards import tag
from app.words.formats import about_text, days_text, money_text, units_text

TAGS = {
    "out_of_stock": ("Sold out", "danger"),
    "runs_out_before_delivery": ("Runs out", "danger"),
    "below_reorder_point": ("Order now", "warning"),
    "overstock": ("Too much", ""),
    "count_missing": ("Count", ""),
}


@dataclass(frozen=True)
class AlertRow:
    """One alert with its product."""

    code: str
    sku: str
    name: str
    sentence: str


def alert_rows(plan: Plan) -> Iterator[AlertRow]:
    """The plan's alerts, most urgent first."""
    products = plan.inputs.products
    for number, product in enumerate(plan.alerts.product):
        sku = products.index[product]
        name = products["name"].iloc[product]
        yield AlertRow(
            str(plan.alerts.code[number]), sku, name if isinstance(name, str) else sku, sentence(plan, number)
        )


def sentence(plan: Plan, number: int) -> str:
    """What alert `number` says of its product."""
    alerts, currency = plan.alerts, plan.inputs.settings.currency
    product = alerts.product[number]
    code, daily = alerts.code[number], plan.decision.daily_demand[product]
    lead = days_text(plan.policy.lead_time_days[product])
    on_order = plan.decision.on_order[product]
    if code == "out_of_stock":
        coming = f"; {units_text(on_order)} on the way" if on_order > 0 else ""
        return f"nothing left, sells about {about_text(7 * daily)} a week{coming}"
    if code == "runs_out_before_delivery":
        cover = alerts.days_of_cover[number]
        if cover != cover:
            return "less than nothing on record: count it again"
        short = about_text(alerts.units_short[number])
        return f"lasts {days_text(max(cover, 0.0))}, a delivery takes {lead}: about {short} short"
    if code == "below_reorder_point":
        quantity = units_text(plan.quantity[product])
        return f"lasts {days_text(alerts.days_of_cover[number])}; order {quantity}"
    if code == "overstock":
        value = alerts.value_tied_up[number]
        money = f", {money_text(value, currency)} tied up" if value == value else ""
        cover = alerts.days_of_cover[number]
        lasts = f"lasts {days_text(cover)}" if cover == cover else "does not sell"
        return f"{lasts}: {about_text(alerts.units_over[number])} more than needed{money}"
    return "no stock count: nothing can be advised"


def alert_line(row: AlertRow) -> Any:
    """An alert as a line of a list."""
    label, kind = TAGS[row.code]
    link = dcc.Link(row.name, href=f"/product/{quote(row.sku, safe='')}")
    return html.Li([tag(label, kind), link, html.Span(row.sentence, className="sw-soft")])
