"""The demand a plan is made for: the forecast, new products by a similar one, bundles taken apart."""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from inventory.bundles import Recipes, exploded, parts_of_bundles
from inventory.demand import TotalDemand
from inventory.policy import Stock
from inventory.similar import like_similar

NEW = ("no_history", "short_history")  # reasons of the forecast: the product itself says too little


def similar_rows(products: pd.DataFrame, reasons: tuple[str, ...]) -> NDArray[np.int64]:
    """The row of the product that speaks for each new one (products,), -1 where a product speaks for itself.

    reasons: why no model forecasts a product, "" where one does. Once a product has sales enough, its own count.
    """
    said = products.index.get_indexer(pd.Index(products["similar_to"].fillna("")))
    return np.where(np.isin(np.array(reasons, dtype=object), NEW), said, -1).astype(np.int64)


def with_similar(demand: TotalDemand, products: pd.DataFrame, *, similar: NDArray[np.int64]) -> TotalDemand:
    """The demand with that of new products by what is similar to them, all of it where the owner named no share."""
    new = np.flatnonzero(similar >= 0)
    if new.size == 0:
        return demand
    share = products["similar_share"].fillna(1.0).to_numpy(dtype=np.float64)[new]
    return like_similar(demand, product=new, similar=similar[new], share=share)


def recipes_of(bundle_parts: pd.DataFrame, products: pd.DataFrame) -> Recipes | None:
    """The bundles by row (bundle, part, units by SKU); None where the shop has none."""
    known = bundle_parts[bundle_parts["bundle"].isin(products.index) & bundle_parts["part"].isin(products.index)]
    if known.empty:
        return None
    place = pd.Series(np.arange(len(products)), index=products.index)
    return Recipes(
        bundle=place[known["bundle"]].to_numpy(),
        part=place[known["part"]].to_numpy(),
        units=known["units"].to_numpy(dtype=np.float64),
    )


def with_bundles_apart(demand: TotalDemand, recipes: Recipes | None) -> TotalDemand:
    """The demand of the parts with what bundles take of them; bundles themselves are left with none."""
    return demand if recipes is None else exploded(demand, recipes)


def sales_with_bundles_apart(average: NDArray[np.float64], recipes: Recipes | None) -> NDArray[np.float64]:
    """Average daily sales (products,) in the same way."""
    if recipes is None:
        return average
    total = average + parts_of_bundles(recipes, products=average.size).T @ average
    return np.where(is_bundle(recipes, average.size), 0.0, total)


def stock_with_bundles_apart(stock: Stock, recipes: Recipes | None) -> Stock:
    """The stock without bundles, which are made up when they are sold: they are neither counted nor ordered."""
    if recipes is None:
        return stock
    made_up = is_bundle(recipes, stock.products)
    return replace(stock, on_hand=np.where(made_up, 0.0, stock.on_hand), active=stock.active & ~made_up)


def is_bundle(recipes: Recipes | None, products: int) -> NDArray[np.bool_]:
    """Which products are made up from others (products,)."""
    made_up = np.zeros(products, dtype=np.bool_)
    if recipes is not None:
        made_up[recipes.bundle] = True
    return made_up
