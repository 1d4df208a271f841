"""Alerts in words: what is wrong, with the numbers that say how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from dash import dcc, html

from app.planning.plan import Plan
from app.views.cards import tag
from app.words.formats import about_text, days_text, money_text, units_text
from app.words.language import N_, _

TAGS = {
    "out_of_stock": (N_("Sold out"), "danger"),
    "runs_out_before_delivery": (N_("Runs out"), "danger"),
    "below_reorder_point": (N_("Order now"), "warning"),
    "overstock": (N_("Too much"), ""),
    "count_missing": (N_("Count"), ""),
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
        weekly = about_text(7 * daily)
        if on_order > 0:
            said = _("nothing left, sells about {weekly} a week; {coming} on the way")
            return said.format(weekly=weekly, coming=units_text(on_order))
        return _("nothing left, sells about {weekly} a week").format(weekly=weekly)
    if code == "runs_out_before_delivery":
        cover = alerts.days_of_cover[number]
        if cover != cover:
            return _("less than nothing on record: count it again")
        said = _("lasts {days}, a delivery takes {lead}: about {short} short")
        short = about_text(alerts.units_short[number])
        return said.format(days=days_text(max(cover, 0.0)), lead=lead, short=short)
    if code == "below_reorder_point":
        said = _("lasts {days}; order {units}")
        return said.format(days=days_text(alerts.days_of_cover[number]), units=units_text(plan.quantity[product]))
    if code == "overstock":
        return _overstock(
            alerts.days_of_cover[number],
            over=alerts.units_over[number],
            value=alerts.value_tied_up[number],
            currency=currency,
        )
    return _("no stock count: nothing can be advised")


def _overstock(cover: float, *, over: float, value: float, currency: str) -> str:
    """Too much of what lasts `cover` days, NaN where it does not sell; the value is NaN where the cost is not known."""
    told = {"units": about_text(over), "money": money_text(value, currency)}
    if cover != cover:
        said = _("does not sell: {units} more than needed, {money} tied up")
        return (said if value == value else _("does not sell: {units} more than needed")).format_map(told)
    said = _("lasts {days}: {units} more than needed, {money} tied up")
    told["days"] = days_text(cover)
    return (said if value == value else _("lasts {days}: {units} more than needed")).format_map(told)


def alert_line(row: AlertRow) -> Any:
    """An alert as a line of a list."""
    label, kind = TAGS[row.code]
    link = dcc.Link(row.name, href=f"/product/{quote(row.sku, safe='')}")
    return html.Li([tag(_(label), kind), link, html.Span(row.sentence, className="sw-soft")])
