"""The plan of a shop: its sales, products and settings joined with a forecast into what to order today.

The one place where the rooms meet. No Dash, no clock: the plan's day is the day after the last day of sales.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.planning.adjusting import Adjusted, adjusted_orders
from app.planning.alert_status import news_of
from app.planning.coming import coming_units
from app.planning.conditions import numbers, policy_of, stock_of, with_learned_lead_times, with_usual_review
from app.planning.doubted_records import with_doubted_records
from app.planning.expected_demand import (
    is_bundle,
    recipes_of,
    sales_with_bundles_apart,
    similar_rows,
    stock_with_bundles_apart,
    with_bundles_apart,
    with_similar,
)
from app.planning.holidays import holidays_ahead
from app.planning.inputs import PlanInputs
from app.planning.kept_advice import advice_bytes, last_advice
from app.planning.order_days import planned_calendar, supplier_days
from app.planning.promises import Promises, promises
from app.planning.sales_history import average_daily_sales
from app.planning.shop_alerts import ShopAlert, shop_alerts
from app.planning.since_last import SinceLast, changes_since, received_since, sold_since
from app.planning.stock_record import StockRecords, stock_records
from forecasting.forecast import Forecast
from inventory.adjustments import Adjustments, adjusted_quantity
from inventory.alert_news import AlertNews, Status
from inventory.alerts import Alerts, find_alerts
from inventory.bundles import Recipes
from inventory.count_first import CountFirst
from inventory.decision import Decision, Rule, decide
from inventory.demand import TotalDemand
from inventory.lead_time import whole_days
from inventory.minimum_order import MinimumOrders
from inventory.order_calendar import OrderCalendar
from inventory.order_outlook import OUTLOOK_DAYS, Minimums, OrderOutlook, order_outlook
from inventory.planned import Planned
from inventory.policy import Policy, Stock
from inventory.waiting import lost_by_waiting

BEFORE_ORDERS = (
    "bundle",
    "on_record",
    "records",
    "shop_alerts",
    "alert_news",
)  # worked out from what drafts do not change


@dataclass(frozen=True, eq=False)
class Plan:
    """What to order and why; every array has one row per product, in the order of `inputs.products`.

    calendar: order days; its suppliers, like those of `minimum`, are in the order of `inputs.terms.names`. similar: the
    row of the product whose sales stand in for those of a new one, -1 where there is none. recipes: of bundles, by row.
    lost_margin: expected to be lost by ordering one order day later, NaN where unknown.
    """

    inputs: PlanInputs
    forecast: Forecast
    demand: TotalDemand
    policy: Policy
    stock: Stock
    average_daily_sales: NDArray[np.float64]
    decision: Decision
    alerts: Alerts
    calendar: OrderCalendar
    promises: Promises
    adjusted: Adjusted
    lost_margin: NDArray[np.float64]
    similar: NDArray[np.int64]
    recipes: Recipes | None

    @property
    def adjustments(self) -> Adjustments:
        """What minimums, budget and the owner changed in the advice."""
        return self.adjusted.adjustments

    @property
    def minimum(self) -> MinimumOrders:
        """How each supplier's minimum order value is met, and what each way costs."""
        return self.adjusted.minimum

    @cached_property
    def quantity(self) -> NDArray[np.float64]:
        """Units to order in the end (products,), on the next order day; NaN where the stock must be counted first."""
        return adjusted_quantity(self.decision, self.adjustments)

    @property
    def orderable_today(self) -> NDArray[np.bool_]:
        """Whether the supplier takes orders today (products,); what is not is meant for `decision.order_in_days`."""
        return np.asarray(self.decision.order_in_days == 0, dtype=np.bool_)

    @property
    def quantity_today(self) -> NDArray[np.float64]:
        """Units to order today (products,), 0 where the order day is a later one, NaN as in `quantity`."""
        return np.where(self.orderable_today | np.isnan(self.quantity), self.quantity, 0.0)

    @property
    def deleted(self) -> NDArray[np.bool_]:
        """Whether a product was deleted (products,): it is in no list, and only its sales count."""
        return np.asarray(self.inputs.products["deleted_on"].notna(), dtype=np.bool_)

    @cached_property
    def bundle(self) -> NDArray[np.bool_]:
        """Whether a product is put together from others when it is sold (products,)."""
        return is_bundle(self.recipes, self.decision.products)

    @property
    def planned(self) -> Planned:
        """What was decided and under which conditions, to compare the next plan with."""
        return Planned(
            policy=self.policy,
            decision=self.decision,
            calendar=self.calendar,
            adjustments=self.adjustments,
            below_zero=np.nan_to_num(self.stock.on_hand - self.on_record),
        )

    @cached_property
    def changes(self) -> SinceLast | None:
        """What moved the quantities since the last advice that was kept; None where there is none."""
        last = last_advice(self.inputs.advice)
        if last is None:
            return None
        history = self.inputs.history
        return changes_since(
            last,
            self.planned,
            self.demand,
            skus=history.skus,
            sold=sold_since(last.day, days=history.days, units=history.units, recipes=self.recipes),
            received=received_since(last.day, moves=self.inputs.moves, skus=history.skus),
            average_daily_sales=self.average_daily_sales,
        )

    @cached_property
    def on_record(self) -> NDArray[np.float64]:
        """Units on hand as the record has them (products,), below zero too, where `stock` has none."""
        said = numbers(self.inputs.products, "on_hand")
        return np.where((said < 0) & ~self.bundle, said, self.stock.on_hand)

    @cached_property
    def records(self) -> StockRecords:
        """How far the records of the stock can be trusted."""
        return stock_records(
            self.inputs.products,
            days=self.inputs.history.days,
            sold=self.inputs.history.units,
            moves=self.inputs.moves,
            on_record=self.on_record,
            decision=self.decision,
            policy=self.policy,
            kept=self.inputs.products["active"].to_numpy(dtype=np.bool_) & ~self.bundle,
        )

    @cached_property
    def judged(self) -> Forecast:
        """The forecast with the grades that its owner is to see: none is trusted whose stock record looks wrong."""
        return with_doubted_records(self.forecast, self.records, on_record=self.on_record)

    @property
    def count_first(self) -> CountFirst:
        """The products to count first, most money at risk first."""
        return self.records.count_first

    @cached_property
    def shop_alerts(self) -> tuple[ShopAlert, ...]:
        """All alerts, what loses money now first, the most money first."""
        return shop_alerts(self)

    @cached_property
    def alert_news(self) -> AlertNews:
        """The status of each alert by its key, and what to remember of them for the next plan."""
        inputs = self.inputs
        return news_of(
            self.shop_alerts, memory=inputs.memory, orders=inputs.orders, skus=inputs.history.skus, today=inputs.today
        )

    @property
    def news(self) -> dict[str, Status]:
        """Whether each alert, by its key, is new, known, silent since acted on, or returned."""
        return self.alert_news.status

    def advice(self) -> bytes:
        """The plan in the form in which it is kept for the next one to be compared with."""
        days = supplier_days(self.inputs.terms, holidays=holidays_ahead(self.forecast.country, today=self.inputs.today))
        return advice_bytes(self.planned, skus=self.inputs.history.skus, suppliers=days)

    @cached_property
    def outlook(self) -> OrderOutlook:
        """The coming eight weeks of orders, deliveries and stock, as if every day sold what is expected."""
        first = replace(self.decision, order_quantity=self.quantity)
        coming = coming_units(
            self.inputs.orders,
            skus=self.inputs.products.index,
            on_order=self.decision.on_order,
            usual_day=self.calendar.arrival_day(whole_days(self.policy.lead_time_days)),
            today=self.inputs.today,
            days=OUTLOOK_DAYS,
        )
        terms = self.inputs.terms
        least = Minimums(supplier=self.calendar.supplier, value=terms.minimum_value, fee=terms.fee)
        return order_outlook(self.demand, self.policy, first, calendar=self.calendar, coming=coming, minimums=least)

    @cached_property
    def long_run_policy(self) -> Policy:
        """The policy with the usual days between order days, for what knows no calendar, as what-if does."""
        return with_usual_review(self.policy, self.calendar)


def make_plan(inputs: PlanInputs, forecast: Forecast) -> Plan:
    """Decide for every product what to order."""
    products, settings = inputs.products, inputs.settings
    calendar = planned_calendar(
        inputs.terms, products, today=inputs.today, holidays=holidays_ahead(forecast.country, today=inputs.today)
    )
    recipes, similar = recipes_of(inputs.bundle_parts, products), similar_rows(products, forecast.reason)
    forecasted = TotalDemand(np.cumsum(forecast.mean, axis=1), forecast.levels, forecast.totals)
    demand = with_bundles_apart(with_similar(forecasted, products, similar=similar), recipes)
    stock = stock_with_bundles_apart(stock_of(products), recipes)
    promised = promises(products, settings, inputs.terms, units=inputs.history.units)
    policy = replace(
        with_learned_lead_times(policy_of(products, settings), products, inputs.terms), service_level=promised.level
    )
    average = sales_with_bundles_apart(average_daily_sales(inputs.history), recipes)
    rule: Rule = "simple" if settings.rule == "simple" else "quantile"
    decision = decide(demand, policy, stock, calendar=calendar, rule=rule, average_daily_sales=average)
    lost = lost_by_waiting(demand, policy, decision, calendar=calendar)
    return Plan(
        inputs=inputs,
        forecast=forecast,
        demand=demand,
        policy=policy,
        stock=stock,
        average_daily_sales=average,
        decision=decision,
        alerts=find_alerts(decision, policy, stock, lost_margin=lost),
        calendar=calendar,
        promises=promised,
        adjusted=adjusted_orders(inputs, demand, policy, decision, calendar=calendar),
        lost_margin=lost,
        similar=similar,
        recipes=recipes,
    )


def readjusted(plan: Plan, inputs: PlanInputs) -> Plan:
    """The plan where nothing but drafts and the budget differs in `inputs`: what is decided before them stays."""
    again = adjusted_orders(inputs, plan.demand, plan.policy, plan.decision, calendar=plan.calendar)
    made = replace(plan, inputs=inputs, adjusted=again)
    made.__dict__.update({name: plan.__dict__[name] for name in BEFORE_ORDERS if name in plan.__dict__})
    return made


def row_of(plan: Plan, sku: str) -> int | None:
    """The row of a product in the plan's arrays; None for a SKU the shop does not have."""
    rows = np.flatnonzero(plan.inputs.products.index == sku)
    return int(rows[0]) if rows.size else None
