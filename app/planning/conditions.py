"""The conditions under which each product is ordered, and how far ahead they need a forecast."""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.shop_settings import ShopSettings
from inventory.policy import Policy, Stock
from inventory.protection import longest_protection_days

HORIZONS = (56, 91, 182, 366)  # in steps, so that an edited lead time seldom asks for a new forecast
MAXIMUM_LEAD_TIME_FACTOR = 2.0


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


def numbers(products: pd.DataFrame, column: str) -> NDArray[np.float64]:
    """A column as floats, NaN where unknown."""
    return products[column].to_numpy(dtype=np.float64, na_value=np.nan)
