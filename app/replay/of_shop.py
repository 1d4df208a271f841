"""The replay of a shop, beside what its owner did where that is known."""

import dataclasses
import datetime as dt
from collections.abc import Callable

import numpy as np
import pandas as pd

from app.planning.conditions import policy_of, with_usual_review
from app.planning.inputs import day_after, known_products
from app.planning.order_days import planned_calendar
from app.planning.sales_history import NothingSold, shop_history
from app.planning.shop_closed import shop_closed_days
from app.planning.supplier_terms import SupplierTerms, supplier_terms
from app.replay.left_out import left_out
from app.replay.owner_stock import owner_stock
from app.replay.replay import LONGEST_PAST_DAYS, Replay, replay
from data.bundles import bundle_parts
from data.purchasing.deliveries import delivery_times
from data.shop import Shop
from data.shop_settings import ShopSettings, read_settings
from data.supplier_days import closures
from data.suppliers import suppliers
from inventory.order_calendar import usual_review_days


def replay_shop(
    shop: Shop, *, days: int, country: str | None = None, progress: Callable[[float], None] | None = None
) -> Replay:
    """Replay the last `days` days of a shop's sales with the conditions it has now. Raises NothingSold, TooShort."""
    known, settings = known_products(shop), read_settings(shop)
    history = shop_history(shop, known.index, maximum_days=LONGEST_PAST_DAYS + days)
    if not history.sold[-days:].any():
        raise NothingSold(f"Nothing was sold in the last {days} days, so there is nothing to replay.")
    owner = owner_stock(shop, history.skus, history.days[-days:])
    terms = supplier_terms(
        suppliers(shop),
        closures=closures(shop),
        deliveries=delivery_times(shop),
        products=known,
        shop_closed=shop_closed_days(settings),
    )
    known = with_order_days(known, terms, settings, today=day_after(history))
    done = replay(history, known, settings, days=days, terms=terms, owner=owner, country=country, progress=progress)
    missing = left_out(settings, terms, country=country, bundle_parts=bundle_parts(shop))
    return dataclasses.replace(done, left_out=missing)


def with_order_days(
    products: pd.DataFrame, terms: SupplierTerms, settings: ShopSettings, *, today: dt.date
) -> pd.DataFrame:
    """The products with the usual days between their suppliers' order days, where these are known, from `today` on."""
    calendar = planned_calendar(terms, products, today=today, holidays=frozenset())
    usual = with_usual_review(policy_of(products, settings), calendar).review_period_days
    assumed = products["review_period_days_assumed"] & np.isnan(usual_review_days(calendar))
    return products.assign(review_period_days=usual, review_period_days_assumed=assumed)
