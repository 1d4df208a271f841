"""Alerts in words: what is wrong, with the numbers that say how much, and what waiting costs."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import numpy as np
from dash import dcc, html

from app.planning.plan import Plan
from app.planning.shop_alerts import ShopAlert
from app.views.cards import tag
from app.words.cover_words import cover_text
from app.words.formats import about_text, day_text, days_text, money_text, share_text, units_text, weekday_text
from app.words.language import N_, _
from app.words.reason_parts import name_of
from app.words.record_words import wrong_record_text
from app.words.whole_money import about_money

# label, kind of tag
TAGS = {
    "out_of_stock": (N_("Sold out"), "danger"),
    "runs_out_before_delivery": (N_("Runs out"), "danger"),
    "below_reorder_point": (N_("Order now"), "warning"),
    "late_delivery": (N_("Late"), "danger"),
    "wrong_record": (N_("Count again"), "warning"),
    "overstock": (N_("Too much"), ""),
    "dead_stock": (N_("Does not sell"), ""),
    "sell_off": (N_("Sell off"), ""),
    "spike": (N_("Unusual week"), ""),
    "forecast_gone_bad": (N_("Forecast off"), "warning"),
    "sells_again": (N_("Sold though deleted"), "warning"),
    "count_missing": (N_("Count"), ""),
}
NEWS = {"new": N_("New"), "returned": N_("Still there")}
LEAST_LOSS = 0.5  # money below which waiting costs nothing worth saying


@dataclass(frozen=True)
class AlertRow:
    """One alert: of a product, or of an order where `sku` is empty.

    key: its cause. status: new, known, silent (acted on) or returned. loss: money expected to be lost by waiting for
    the next order day, NaN where nobody can tell. waiting: that in words, empty where it is not worth saying.
    """

    code: str
    sku: str
    name: str
    sentence: str
    key: str = ""
    status: str = "new"
    loss: float = float("nan")
    waiting: str = ""


def alert_rows(plan: Plan, *, codes: Collection[str] = TAGS) -> Iterator[AlertRow]:
    """The plan's alerts of these codes, what loses money now first, the most money first."""
    skus, news = plan.inputs.products.index, plan.news
    for alert in plan.shop_alerts:
        if alert.code not in codes:
            continue
        of_order = alert.order is not None
        name = (alert.order.supplier if alert.order else name_of(plan, alert.product)) or _("No supplier named")
        yield AlertRow(
            code=alert.code,
            sku="" if of_order else str(skus[alert.product]),
            name=name,
            sentence=SENTENCES[alert.code](plan, alert),
            key=alert.key,
            status=news[alert.key],
            loss=alert.loss,
            waiting=waiting_text(plan, alert),
        )


def waiting_text(plan: Plan, alert: ShopAlert) -> str:
    """What it costs to do nothing until the next order day; empty where that is little or unknown."""
    if not alert.loss >= LEAST_LOSS:
        return ""
    return _("Waiting costs about {money}.").format(money=money_text(alert.loss, plan.inputs.settings.currency))


def alert_line(row: AlertRow) -> Any:
    """An alert as a line of a list."""
    label, kind = TAGS[row.code]
    href = f"/product/{quote(row.sku, safe='')}" if row.sku else "/on-the-way"
    said = f"{row.sentence} {row.waiting}".strip()
    news = [tag(_(NEWS[row.status]), "good" if row.status == "new" else "warning")] if row.status in NEWS else []
    return html.Li([tag(_(label), kind), dcc.Link(row.name, href=href), html.Span(said, className="sw-soft"), *news])


def _out_of_stock(plan: Plan, alert: ShopAlert) -> str:
    on_order = float(np.nan_to_num(plan.decision.on_order[alert.product]))
    week = about_text(7 * plan.decision.daily_demand[alert.product])
    if on_order > 0:
        told = _("Nothing left, sells about {week} a week; {units} on the way.")
        return told.format(week=week, units=units_text(on_order))
    return _("Nothing left, sells about {week} a week.").format(week=week)


def _runs_out(plan: Plan, alert: ShopAlert) -> str:
    cover = plan.alerts.days_of_cover[alert.number]
    told = _("Lasts {cover}, a delivery takes {lead}: about {units} short.")
    return told.format(
        cover=cover_text(max(cover, 0.0)),
        lead=days_text(plan.decision.arrival_in_days[alert.product]),
        units=about_text(plan.alerts.units_short[alert.number]),
    )


def _below_reorder_point(plan: Plan, alert: ShopAlert) -> str:
    cover, quantity = plan.alerts.days_of_cover[alert.number], plan.quantity[alert.product]
    if not quantity > 0:
        return _("Lasts {cover}; the order is put off.").format(cover=cover_text(cover))
    return _("Lasts {cover}; order {units}.").format(cover=cover_text(cover), units=units_text(quantity))


def _overstock(plan: Plan, alert: ShopAlert) -> str:
    cover, over = plan.alerts.days_of_cover[alert.number], about_text(plan.alerts.units_over[alert.number])
    money = money_text(alert.money, plan.inputs.settings.currency)
    told = {
        (True, True): _("Lasts {cover}: {over} more than needed, {money} tied up."),
        (True, False): _("Lasts {cover}: {over} more than needed."),
        (False, True): _("Does not sell: {over} more than needed, {money} tied up."),
        (False, False): _("Does not sell: {over} more than needed."),
    }[not np.isnan(cover), not np.isnan(alert.money)]
    return told.format(cover=cover_text(np.nan_to_num(cover)), over=over, money=money)


def _count_missing(_plan: Plan, _alert: ShopAlert) -> str:
    return _("No stock count: nothing can be advised.")


def _late_delivery(_plan: Plan, alert: ShopAlert) -> str:
    order = alert.order
    if order is None or order.expected_on is None:
        return ""
    told = _("Order {number} was expected on {day}, {late} ago: ask where {units} units are.")
    return told.format(
        number=order.order_id,
        day=weekday_text(order.expected_on),
        late=days_text(alert.figures["days"]),
        units=units_text(alert.figures["units"]),
    )


def _dead_stock(plan: Plan, alert: ShopAlert) -> str:
    told = (
        _("None sold in {days}, {units} there: sell them off.")
        if np.isnan(alert.money)
        else _("None sold in {days}, {units} there, {money} tied up: sell them off.")
    )
    return _with_money(told, plan, alert)


def _sell_off(plan: Plan, alert: ShopAlert) -> str:
    told = (
        _("Not ordered any more, {units} there; {left} will be left in {days}. Lower the price?")
        if np.isnan(alert.money)
        else _("Not ordered any more, {units} there; {left} will be left in {days}, {money} worth. Lower the price?")
    )
    return _with_money(told, plan, alert)


def record_text(plan: Plan, product: int) -> str:
    """Why the record of a product's stock looks wrong, so that its order is not to be trusted; "" where it does not."""
    signs = plan.records.signs
    if not (signs.negative | signs.sold_though_empty | signs.silent)[product]:
        return ""
    found = (each for each in plan.shop_alerts if each.code == "wrong_record" and each.product == product)
    return next((_wrong_record(plan, each) for each in found), "")


def _with_money(told: str, plan: Plan, alert: ShopAlert) -> str:
    return told.format(
        days=days_text(alert.figures["days"]),
        units=units_text(alert.figures["units"]),
        left=about_text(alert.figures.get("left", 0.0)),
        money=money_text(alert.money, plan.inputs.settings.currency),
    )


def _spike(_plan: Plan, alert: ShopAlert) -> str:
    told = _("Sold {units} in a week, usually {usual}. A large customer, or will it go on?")
    return told.format(units=units_text(alert.figures["units"]), usual=about_text(alert.figures["usual"]))


def _forecast_gone_bad(plan: Plan, alert: ShopAlert) -> str:
    figures = alert.figures
    if "missed" in figures:
        told = _("Sold more than promised in {missed} of {tried} past periods: keep more than advised.")
        return told.format(missed=units_text(figures["missed"]), tried=units_text(figures["tried"]))
    if np.isinf(figures["recent"]):
        return _("Nothing sold lately of what was forecast. Is it still on the shelf?")
    told = (
        _("Lately off by {recent} of what sold, before by {before}. Did something change?")
        if np.isnan(alert.money)
        else _(
            "Lately off by {recent} of what sold, before by {before}; in {days} that is {money} of goods too many or "
            "too few. Did something change?"
        )
    )
    return told.format(
        recent=share_text(round(figures["recent"], 2)),
        before=share_text(round(figures["before"], 2)),
        money=about_money(alert.money, plan.inputs.settings.currency),
        days=days_text(figures["days"]),
    )


def _wrong_record(_plan: Plan, alert: ShopAlert) -> str:
    figures = alert.figures
    return wrong_record_text(
        figures["on_hand"],
        negative=bool(figures["negative"]),
        sold_though_empty=bool(figures["sold_though_empty"]),
    )


def _sells_again(plan: Plan, alert: ShopAlert) -> str:
    told = _("{units} sold since you deleted it on {day}. Bring it back on its page if you order it again.")
    day = plan.inputs.products["deleted_on"].iloc[alert.product].date()
    return told.format(units=units_text(alert.figures["units"]), day=day_text(day))


SENTENCES: dict[str, Callable[[Plan, ShopAlert], str]] = {
    "out_of_stock": _out_of_stock,
    "runs_out_before_delivery": _runs_out,
    "below_reorder_point": _below_reorder_point,
    "late_delivery": _late_delivery,
    "wrong_record": _wrong_record,
    "overstock": _overstock,
    "dead_stock": _dead_stock,
    "sell_off": _sell_off,
    "spike": _spike,
    "forecast_gone_bad": _forecast_gone_bad,
    "sells_again": _sells_again,
    "count_missing": _count_missing,
}
