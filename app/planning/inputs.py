"""What a plan is made from: sales, products and settings as the shop has them."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from app.planning.conditions import horizon_for
from data.products import read_shop_products
from data.shop import Shop
from data.shop_settings import ShopSettings, read_settings
from data.sold_out import Verdict
from data.suppliers import suppliers, with_defaults
from forecasting.history import History
from forecasting.public_holidays import is_country


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


def known_products(shop: Shop) -> pd.DataFrame:
    """Every product of the shop, indexed by SKU, the supplier's and the shop's conditions filled in."""
    return with_defaults(read_shop_products(shop), suppliers(shop), read_settings(shop))


def plan_inputs(
    history: History, known: pd.DataFrame, settings: ShopSettings, *, verdicts: tuple[Verdict, ...] = ()
) -> PlanInputs:
    """Join a history with the products as they are known now, in the order of the history."""
    products = known.reindex(list(history.skus))
    return PlanInputs(history, products, settings, horizon_for(products, settings), verdicts)
