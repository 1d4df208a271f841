"""The plan of a shop: its sales, products and settings joined with a forecast into what to order today.

The one place where the rooms meet. No Dash, no clock: the plan's day is the day after the last day of sales.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.products import read_shop_products
from data.sales import daily_sales
from data.sales_end import sales_end
from data.shop import Shop
from data.shop_settings import ShopSettings, read_settings
from data.sold_out import Verdict, read_verdicts
from data.stock_counts import EmptyShelf, empty_shelves
from data.suppliers import suppliers, with_defaults
from forecasting.forecast import Forecast
from forecasting.history import History, build_history
from forecasting.public_holidays import is_country
from forecasting.sold_out import SoldOut, until_sold, without
from inventory.alerts import Alerts, find_alerts
from inventory.decision import Decision, Rule, decide
from inventory.demand import TotalDemand
from inventory.policy import Policy, Stock
from inventory.protection import longest_protection_days

HORIZONS = (56, 91, 182, 366)  # in steps, so that an edited lead time seldom asks for a new forecast
MAXIMUM_LEAD_TIME_FACTOR = 2.0
RECENT_DAYS = 56
MAXIMUM_DAYS = 730


class NothingSold(ValueError):
    """The shop has no sales yet, so there is nothing to plan from."""


@dataclass(frozen=True)
class PlanInputs:
    """What a plan is made from: observed demand, the products with their conditions, the shop's settings.

    `products` is indexed by SKU in the order of `history.skus`, without gaps: where the owner said nothing, the
    supplier's or the shop's value stands in and `<field>_assumed` is true. `verdicts`: what the owner said of silences.
    """

    history: History
    products: pd.DataFrame
    settings: ShopSettings
    horizon: int
    verdicts: tuple[Verdict, ...] = ()

    @property
    def country(self) -> str | None:
        """Whose public holidays count; None to tell it from the sales."""
        return self.settings.country if is_country(self.settings.country) else None

    @property
    def today(self) -> dt.date:
        """The day the plan is made for: the day after the last day of sales."""
        return (self.history.days[-1] + pd.Timedelta(days=1)).date()


@dataclass(frozen=True)
class Plan:
    """What to order today and why; every array has one row per product, in the order of `inputs.products`."""

    inputs: PlanInputs
    forecast: Forecast
    demand: TotalDemand
    policy: Policy
    stock: Stock
    average_daily_sales: NDArray[np.float64]
    decision: Decision
    alerts: Alerts


def known_products(shop: Shop) -> pd.DataFrame:
    """Every product of the shop, indexed by SKU, the supplier's and the shop's conditions filled in."""
    return with_defaults(read_shop_products(shop), suppliers(shop), read_settings(shop))


def shop_history(
    shop: Shop, skus: "pd.Index[str]", *, until: dt.date | None = None, maximum_days: int = MAXIMUM_DAYS
) -> History:
    """The shop's sales as a history with a column for each of `skus` at least, up to the end of `until`.

    By default up to the last day whose sales are complete, days that were not over at their export left out; a later
    day is taken to have sold nothing. Days known to be sold out, since the owner said so or counted nothing left, are
    unobserved. At most the last `maximum_days` days. Raises NothingSold.
    """
    sold, end = daily_sales(shop), sales_end(shop)
    if end is not None and until is None:
        sold = sold[~sold["day"].isin(pd.DatetimeIndex(end.open_days))]
    last_day = until or (end.complete_until if end else None)
    if last_day is None or sold.empty or pd.Timestamp(last_day) < sold["day"].min():
        raise NothingSold("there are no sales to plan from")
    history = with_unsold(build_history(sold, last_day=last_day, maximum_days=maximum_days), skus)
    return without(history, sold_out_days(history, read_verdicts(shop), empty_shelves(shop)))


def sold_out_days(history: History, verdicts: Iterable[Verdict], shelves: Iterable[EmptyShelf]) -> tuple[SoldOut, ...]:
    """The days known to be sold out: those the owner called so, and from an empty shelf to the next sale."""
    said = (SoldOut(each.sku, each.first_day, each.last_day) for each in verdicts if each.was_sold_out)
    counted = (SoldOut(each.sku, each.first_day, each.last_day) for each in shelves)
    return (*said, *until_sold(history, counted))


def with_unsold(history: History, skus: "pd.Index[str]") -> History:
    """The history with a column of unobserved demand for each of `skus` that was never sold."""
    sold = set(history.skus)
    unsold = tuple(sku for sku in skus if sku not in sold)
    empty = np.full((len(history.days), len(unsold)), np.nan)
    return replace(history, skus=history.skus + unsold, units=np.hstack([history.units, empty]))


def plan_inputs(
    history: History, known: pd.DataFrame, settings: ShopSettings, *, verdicts: tuple[Verdict, ...] = ()
) -> PlanInputs:
    """Join a history with the products as they are known now, in the order of the history."""
    products = known.reindex(list(history.skus))
    return PlanInputs(history, products, settings, horizon_for(products, settings), verdicts)


def horizon_for(products: pd.DataFrame, settings: ShopSettings) -> int:
    """Days ahead that a plan needs: the protection intervals with lead times stretched as far as what-if goes."""
    policy = policy_of(products, settings)
    stretched = replace(
        policy,
        lead_time_days=policy.lead_time_days * MAXIMUM_LEAD_TIME_FACTOR,
        lead_time_sd_days=policy.lead_time_sd_days * MAXIMUM_LEAD_TIME_FACTOR,
    )
    needed = longest_protection_days(stretched)
    return next((days for days in HORIZONS if days >= needed), needed)


def make_plan(inputs: PlanInputs, forecast: Forecast) -> Plan:
    """Decide for every product what to order on the plan's day."""
    demand = TotalDemand(np.cumsum(forecast.mean, axis=1), forecast.levels, forecast.totals)
    policy, stock = policy_of(inputs.products, inputs.settings), stock_of(inputs.products)
    average = average_daily_sales(inputs.history)
    rule: Rule = "simple" if inputs.settings.rule == "simple" else "quantile"
    decision = decide(demand, policy, stock, rule=rule, average_daily_sales=average)
    alerts = find_alerts(decision, policy, stock)
    return Plan(inputs, forecast, demand, policy, stock, average, decision, alerts)


def policy_of(products: pd.DataFrame, settings: ShopSettings) -> Policy:
    """The conditions under which each product is ordered."""
    every = np.ones(len(products))
    return Policy(
        lead_time_days=numbers(products, "lead_time_days"),
        lead_time_sd_days=numbers(products, "lead_time_sd_days"),
        review_period_days=numbers(products, "review_period_days"),
        pack_size=numbers(products, "pack_size"),
        moq=numbers(products, "moq"),
        unit_cost=numbers(products, "unit_cost"),
        order_cost=numbers(products, "order_cost"),
        holding_rate=every * settings.holding_rate,
        service_level=every * settings.service_level,
        maximum_cover_days=every * settings.maximum_cover_days,
    )


def stock_of(products: pd.DataFrame) -> Stock:
    """What is in the shop and on the way."""
    return Stock(
        on_hand=numbers(products, "on_hand"),
        on_order=numbers(products, "on_order"),
        active=products["active"].fillna(True).to_numpy(dtype=bool),
    )


def row_of(plan: Plan, sku: str) -> int | None:
    """The row of a product in the plan's arrays; None for a SKU the shop does not have."""
    rows = np.flatnonzero(plan.inputs.products.index == sku)
    return int(rows[0]) if rows.size else None


def numbers(products: pd.DataFrame, column: str) -> NDArray[np.float64]:
    """A column as floats, NaN where unknown."""
    return products[column].to_numpy(dtype=np.float64, na_value=np.nan)


def average_daily_sales(history: History) -> NDArray[np.float64]:
    """Units a day sold lately, per product: the mean over its last open days, 0 where it was never on sale."""
    recent = history.units[-RECENT_DAYS:]
    observed = (~np.isnan(recent)).sum(axis=0)
    share_open = history.open_days[-RECENT_DAYS:].mean()
    return np.asarray(np.nansum(recent, axis=0) / np.maximum(observed, 1) * share_open)
