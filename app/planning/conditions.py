"""The conditions under which each product is ordered, and how far ahead they need a forecast."""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.supplier_terms import SupplierTerms
from data.shop_settings import ShopSettings
from inventory.order_calendar import OrderCalendar, usual_review_days
from inventory.policy import Policy, Stock
from inventory.protection import longest_protection_days

HORIZONS = (56, 91, 182, 366)  # in steps, so that an edited lead time seldom asks for a new forecast
MAXIMUM_LEAD_TIME_FACTOR = 2.0
HOLIDAY_DAYS = 14  # by which holidays may put off an order and its delivery


def horizon_for(policy: Policy, *, calendar: OrderCalendar | None = None, holidays_unknown: bool = False) -> int:
    """Days ahead that a plan needs: the protection intervals with lead times stretched as far as what-if goes.

    holidays_unknown: suppliers keep holidays that only the forecast will tell.
    """
    stretched = replace(
        policy,
        lead_time_days=policy.lead_time_days * MAXIMUM_LEAD_TIME_FACTOR,
        lead_time_sd_days=policy.lead_time_sd_days * MAXIMUM_LEAD_TIME_FACTOR,
    )
    needed = longest_protection_days(stretched)
    if calendar is not None:
        in_the_long_run = longest_protection_days(with_usual_review(stretched, calendar))
        needed = max(needed, in_the_long_run, longest_protection_days(stretched, calendar=calendar))
    needed += HOLIDAY_DAYS * holidays_unknown
    return next((days for days in HORIZONS if days >= needed), needed)


def with_usual_review(policy: Policy, calendar: OrderCalendar) -> Policy:
    """The policy with the usual days between order days, for what knows no calendar, as what-if does.

    To the nearest whole day: a fortnight's closure makes no supplier's week one of eight days.
    """
    usual = np.maximum(np.rint(usual_review_days(calendar)), 1.0)
    return replace(policy, review_period_days=np.where(np.isnan(usual), policy.review_period_days, usual))


def policy_of(products: pd.DataFrame, settings: ShopSettings) -> Policy:
    """The conditions under which each product is ordered, as suppliers and owner say, every promise the shop's own."""
    every = np.ones(len(products))
    return Policy(
        lead_time_days=numbers(products, "lead_time_days"),
        lead_time_sd_days=numbers(products, "lead_time_sd_days"),
        review_period_days=numbers(products, "review_period_days"),
        pack_size=numbers(products, "pack_size"),
        moq=numbers(products, "moq"),
        unit_cost=numbers(products, "unit_cost"),
        price=numbers(products, "price"),
        order_cost=numbers(products, "order_cost"),
        holding_rate=every * settings.holding_rate,
        service_level=every * settings.service_level,
        by_fill_rate=np.full(len(products), settings.by_fill_rate),
        maximum_cover_days=every * settings.maximum_cover_days,
        shelf_life_days=numbers(products, "shelf_life_days"),
        salvage_value=np.nan_to_num(numbers(products, "salvage_value")),
    )


def with_learned_lead_times(policy: Policy, products: pd.DataFrame, terms: SupplierTerms) -> Policy:
    """The policy with what deliveries taught of the suppliers' lead times.

    Learned are the lead times of the products that are said to take what most of their supplier's do: what takes longer
    by its own word, as a special order does, says the others' deliveries nothing.
    """
    learned, supplier = terms.lead_times, terms.index_of(products)
    taught = (learned.deliveries[supplier] > 0) & (policy.lead_time_days == learned.stated_days[supplier])
    return replace(
        policy,
        lead_time_days=np.where(taught, learned.mean_days[supplier], policy.lead_time_days),
        lead_time_sd_days=np.where(taught, learned.sd_days[supplier], policy.lead_time_sd_days),
    )


def stock_of(products: pd.DataFrame) -> Stock:
    """What is in the shop and on the way; a record below zero cannot be, so nothing is taken to be there."""
    return Stock(
        on_hand=np.maximum(numbers(products, "on_hand"), 0.0),
        on_order=numbers(products, "on_order"),
        active=products["active"].fillna(True).to_numpy(dtype=bool),
    )


def numbers(products: pd.DataFrame, column: str) -> NDArray[np.float64]:
    """A column as floats, NaN where unknown."""
    return products[column].to_numpy(dtype=np.float64, na_value=np.nan)
