"""All that needs a look: what runs out, what is late, what lies there, what sells oddly, what record is wrong.

Each alert has a cause, which is told once, and the money lost by doing nothing until the next order day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.planning.forecasts_off import forecasts_off
from app.planning.stock_record import days_since_sale
from data.purchasing.orders import ON_THE_WAY, Order
from inventory.alert_news import alert_key
from inventory.dead_stock import DEAD_AFTER_DAYS, dead_stock, sell_off
from inventory.lead_time import LeadTimes, whole_days
from inventory.protection import mixed_demand
from inventory.spikes import spikes

if TYPE_CHECKING:
    from app.planning.plan import Plan

ORDERING = ("out_of_stock", "runs_out_before_delivery", "below_reorder_point")
URGENT = (*ORDERING, "late_delivery", "wrong_record")
SPIKE_WEEKS = 27
SELL_OFF_DAYS = 28
DAYS_A_YEAR = 365


@dataclass(frozen=True, kw_only=True)
class ShopAlert:
    """One thing that needs a look.

    code: of inventory's alerts, or late_delivery, dead_stock, sell_off, spike, forecast_gone_bad, wrong_record,
    sells_again.
    product: its row, -1 where the alert is about an order. number: its place among the plan's `alerts`, -1 for others.
    loss: money expected to be lost by waiting for the next order day, NaN where nobody can tell. money: tied up or at
    risk, NaN likewise. order: that is late.
    """

    code: str
    key: str
    product: int = -1
    number: int = -1
    loss: float = float("nan")
    money: float = float("nan")
    order: Order | None = None
    figures: Mapping[str, float] = field(default_factory=dict)


def shop_alerts(plan: "Plan") -> tuple[ShopAlert, ...]:
    """All alerts, what loses money now first, the most money first."""
    idle = list(_idle(plan))
    lying = {alert.product for alert in idle}
    found = [*_of_orders(plan, without=lying), *_late(plan), *idle, *_odd(plan), *_wrong(plan), *_back(plan)]
    return tuple(sorted(found, key=lambda alert: (alert.code not in URGENT, -np.nan_to_num(alert.loss, nan=-1.0))))


def _of_orders(plan: "Plan", *, without: set[int]) -> Iterator[ShopAlert]:
    """The alerts of the decision, but for those that `_idle` and `_wrong` tell better."""
    alerts, skus = plan.alerts, plan.inputs.history.skus
    wait = np.maximum(plan.decision.protection_days - plan.decision.arrival_in_days, 1.0)
    holding = plan.policy.holding_rate * wait / DAYS_A_YEAR
    for number, product in enumerate(alerts.product.tolist()):
        code = str(alerts.code[number])
        if (code == "overstock" and product in without) or plan.deleted[product] or _less_than_nothing(plan, product):
            continue
        money = float(alerts.value_tied_up[number])
        lost = float(alerts.lost_margin[number]) if code in ORDERING else money * float(holding[product])
        yield ShopAlert(
            code=code, key=alert_key(code, skus[product]), product=product, number=number, loss=lost, money=money
        )


def _less_than_nothing(plan: "Plan", product: int) -> bool:
    """A negative record of what does not sell: it is wrong, and nothing else."""
    return bool(plan.stock.on_hand[product] < 0 and plan.decision.daily_demand[product] == 0)


def _late(plan: "Plan") -> Iterator[ShopAlert]:
    today, place = plan.inputs.today, {sku: number for number, sku in enumerate(plan.inputs.history.skus)}
    for order in plan.inputs.orders:
        if order.state not in ON_THE_WAY or order.expected_on is None or order.expected_on >= today:
            continue
        lines = [line for line in order.lines if line.missing > 0 and line.sku in place]
        rows = np.array([place[line.sku] for line in lines], dtype=np.int64)
        missing = np.array([line.missing for line in lines])
        yield ShopAlert(
            code="late_delivery",
            key=alert_key("late_delivery", order.supplier, cause=f"order {order.order_id}"),
            loss=_lost_without(plan, rows, missing) if lines else float("nan"),
            order=order,
            figures={"days": (today - order.expected_on).days, "products": len(lines), "units": float(missing.sum())},
        )


def _lost_without(plan: "Plan", rows: NDArray[np.int64], missing: NDArray[np.float64]) -> float:
    """Margin expected to be lost if what is late does not come before the next order does."""
    days = np.minimum(whole_days(np.maximum(plan.decision.arrival_in_days[rows], 1.0)), plan.demand.horizon)
    until = mixed_demand(plan.demand.only(rows), LeadTimes(days[:, None], np.ones((rows.size, 1))))
    on_hand = np.nan_to_num(plan.decision.on_hand[rows])
    short = until.expected_short(on_hand) - until.expected_short(on_hand + missing)
    return float(np.nansum(short * np.maximum(plan.policy.margin[rows], 0.0)))


def _idle(plan: "Plan") -> Iterator[ShopAlert]:
    """What has not sold for long, and what is left of products that are not bought any more."""
    skus, since = plan.inputs.history.skus, days_since_sale(plan.inputs.history.units)
    on_hand = np.where(plan.bundle, 0.0, np.nan_to_num(plan.stock.on_hand))
    dead = dead_stock(since, on_hand=on_hand, unit_cost=plan.policy.unit_cost)
    days = min(SELL_OFF_DAYS, plan.demand.horizon)
    leaving = sell_off(plan.demand, plan.policy, plan.stock, days=days)
    wait = float(np.median(plan.policy.review_period_days))
    holding = plan.policy.holding_rate * wait / DAYS_A_YEAR
    for product in np.flatnonzero(dead.dead & plan.stock.active).tolist():
        yield ShopAlert(
            code="dead_stock",
            key=alert_key("dead_stock", skus[product]),
            product=product,
            loss=float(dead.money[product] * holding[product]),
            money=float(dead.money[product]),
            figures={"days": float(since[product]), "units": float(on_hand[product]), "after": DEAD_AFTER_DAYS},
        )
    for product in np.flatnonzero((leaving.left_over >= 1) & ~plan.bundle & ~plan.deleted).tolist():
        yield ShopAlert(
            code="sell_off",
            key=alert_key("sell_off", skus[product]),
            product=product,
            loss=float(leaving.money[product] * holding[product]),
            money=float(leaving.money[product]),
            figures={"units": float(leaving.units[product]), "left": float(leaving.left_over[product]), "days": days},
        )


def _odd(plan: "Plan") -> Iterator[ShopAlert]:
    """A week far above the usual, and forecasts gone bad."""
    skus = plan.inputs.history.skus
    found = spikes(weekly_units(plan.inputs.history.units))
    for product in np.flatnonzero(found.spike & plan.stock.active).tolist():
        figures = {"units": float(found.units[product]), "usual": float(found.usual[product])}
        yield ShopAlert(code="spike", key=alert_key("spike", skus[product]), product=product, figures=figures)
    for off in forecasts_off(plan):
        yield ShopAlert(
            code="forecast_gone_bad",
            key=alert_key("forecast_gone_bad", skus[off.product]),
            product=off.product,
            money=off.money,
            figures=off.figures,
        )


def weekly_units(units: NDArray[np.float64], *, weeks: int = SPIKE_WEEKS) -> NDArray[np.float64]:
    """Units of the last whole weeks (weeks, products), NaN where a week was not observed at all; one week at least."""
    whole = min(weeks, len(units) // 7)
    if whole == 0:
        return np.full((1, units.shape[1]), np.nan)
    last = units[len(units) - 7 * whole :].reshape(whole, 7, units.shape[1])
    observed = ~np.isnan(last).all(axis=1)
    return np.where(observed, np.nansum(last, axis=1), np.nan)


def _wrong(plan: "Plan") -> Iterator[ShopAlert]:
    """Records that cannot be true, with what is at risk until they are counted."""
    signs, first, skus = plan.records.signs, plan.records.count_first, plan.inputs.history.skus
    wrong = signs.negative | signs.sold_though_empty | signs.silent
    for place, product in enumerate(first.product.tolist()):
        if wrong[product] and plan.stock.active[product]:
            money = float(first.money_at_risk[place])
            yield ShopAlert(
                code="wrong_record",
                key=alert_key("wrong_record", skus[product]),
                product=product,
                loss=money,
                money=money,
                figures={
                    "on_hand": float(plan.on_record[product]),
                    "negative": float(signs.negative[product]),
                    "sold_though_empty": float(signs.sold_though_empty[product]),
                },
            )


def _back(plan: "Plan") -> Iterator[ShopAlert]:
    """What sells though it was deleted."""
    history, deleted_on = plan.inputs.history, plan.inputs.products["deleted_on"]
    for product in np.flatnonzero(plan.deleted).tolist():
        day = deleted_on.iloc[product]
        units = float(np.nansum(history.units[history.days >= day, product]))
        if units > 0:
            key = alert_key("sells_again", history.skus[product], cause=f"{day:%Y-%m-%d}")
            yield ShopAlert(code="sells_again", key=key, product=product, figures={"units": units})
