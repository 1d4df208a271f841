"""Which service is promised of each product, and why: its own promise, its supplier's, its class's or
the shop's."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.conditions import numbers
from app.planning.supplier_terms import SupplierTerms
from data.shop_settings import ShopSettings
from inventory.classes import abc_classes
from inventory.service_levels import service_levels

YEAR_DAYS = 365


@dataclass(frozen=True, eq=False, kw_only=True)
class Promises:
    """Arrays (products,). label: class A, B or C. share: of what all products brought in.

    basis: what the classes go by, "margin", "revenue" or, where no price is known, "units". source: of the promise,
    "product", "supplier", "class" or "shop".
    """

    level: NDArray[np.float64]
    source: NDArray[np.str_]
    label: NDArray[np.str_]
    share: NDArray[np.float64]
    basis: str


def promises(
    products: pd.DataFrame, settings: ShopSettings, terms: SupplierTerms | None, *, units: NDArray[np.float64]
) -> Promises:
    """The promises of all products by the last year's sales; units (days, products), NaN where nothing is known.

    terms: None where nothing is known of suppliers.
    """
    sold = np.nansum(units[-YEAR_DAYS:], axis=0)
    basis, worth = unit_worth(numbers(products, "price"), numbers(products, "unit_cost"), sold=sold)
    classes = abc_classes(sold * worth)
    said = {name: getattr(settings, f"service_level_{name.lower()}") for name in ("A", "B", "C")}
    by_class = {name: float(level) for name, level in said.items() if level is not None}
    own = numbers(products, "service_level")
    of_supplier = np.full(own.shape, np.nan) if terms is None else terms.service_level[terms.index_of(products)]
    of_class = np.isin(classes.label, list(by_class))
    return Promises(
        level=service_levels(
            settings.service_level,
            classes=classes.label,
            by_class=by_class,
            supplier=np.arange(own.size),
            by_supplier=of_supplier,
            by_product=own,
        ),
        source=np.select([~np.isnan(own), ~np.isnan(of_supplier), of_class], ["product", "supplier", "class"], "shop"),
        label=classes.label,
        share=classes.share,
        basis=basis,
    )


def unit_worth(
    price: NDArray[np.float64], unit_cost: NDArray[np.float64], *, sold: NDArray[np.float64]
) -> tuple[str, NDArray[np.float64]]:
    """What a unit sold brings in (products,), and by which measure.

    The margin where the cost is known of products that make up half of the revenue at least, the others being taken to
    earn the middle share of their price; else the price; else every unit counts as one.
    """
    known_price, known_cost = np.where(price > 0, price, 0.0), unit_cost > 0
    revenue = sold * known_price
    if not revenue.any():
        return "units", np.ones(price.shape)
    if 2 * revenue[known_cost].sum() < revenue.sum():
        return "revenue", known_price
    both = known_cost & (price > 0)
    usual = float(np.median(1 - unit_cost[both] / price[both]))
    return "margin", np.where(both, known_price - unit_cost, usual * known_price)
