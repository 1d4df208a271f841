"""Promises in real use: each forecast's totals kept when it is made, and bands widened where too few were kept."""

import datetime as dt
from dataclasses import dataclass

import diskcache
import numpy as np
import pandas as pd

from app.forecasts.cache_entries import keep_latest, read_entry
from app.proof.look_back import nothing_settled
from app.proof.promise_tables import Kept, kept_of
from data.kept_promises import keep_promises, read_kept_promises, thin_promises
from data.shop import Shop
from forecasting.forecast import Forecast
from forecasting.history import History
from forecasting.kept_promises import PROMISED_DAYS, ROUNDING_ERROR, promises_of, settled
from forecasting.lot import sale_steps
from forecasting.widening import TESTED_LEVEL, Widening, widened, widening

KEPT_LEVELS = (0.8, 0.9, 0.95)
KIND, IN_USE = "widening-", "in-use2-"  # the number: what is kept
MOST_KEPT = 12
MOST_PRODUCTS = 2000  # so many say all there is to say of a shop, and the table stays small


@dataclass(frozen=True)
class InUse:
    """What came of the promises that were made in use, none yet where `since` is None.

    since: the first day promised. kept: as they were calculated, by days and level; by_class: the same of each class of
    products. as_wide_now: as they would have been with the bands of now.
    """

    since: dt.date | None
    kept: tuple[Kept, ...]
    by_class: dict[str, tuple[Kept, ...]]
    widening: Widening
    as_wide_now: tuple[Kept, ...]


def keep_promised(shop: Shop, forecast: Forecast) -> None:
    """Keep what a forecast promises of its products, the 2,000 largest of a chain.

    As it was calculated, not as it was widened: what is to be widened is told from these.
    """
    mean = np.cumsum(forecast.mean, axis=1)
    largest = np.sort(np.argsort(-mean[:, 0], kind="stable")[:MOST_PRODUCTS])
    skus = [forecast.skus[product] for product in largest.tolist()]
    promised = promises_of(forecast, levels=KEPT_LEVELS)
    promised = promised[promised["sku"].isin(set(skus))]
    keys = pd.MultiIndex.from_product([skus, PROMISED_DAYS], names=["sku", "days"])
    ends = pd.Series(mean[largest][:, np.array(PROMISED_DAYS) - 1].ravel(), index=keys, name="mean")
    table = promised.join(ends, on=["sku", "days"]).rename(columns={"units": "promised"})
    keep_promises(shop, table.assign(made_for=table["origin"] + pd.Timedelta(days=1)).drop(columns="origin"))
    thin_promises(shop, today=forecast.first_day)


def settled_in_use(shop: Shop, history: History, *, level: float | None = None) -> pd.DataFrame:
    """The promises kept in a shop whose days have passed, as `forecasting.kept_promises.settled` has them.

    level: only those at this one.
    """
    kept = read_kept_promises(shop, level=level)
    if kept.empty:
        return nothing_settled().assign(mean=0.0)
    origin = kept["made_for"] - pd.Timedelta(days=1)
    return settled(kept.assign(origin=origin).rename(columns={"promised": "units"}), history)


def widening_now(cache: diskcache.Cache, key: str, shop: Shop, history: History) -> Widening:
    """How much wider the bands of the forecast at `key`, of this history, must be; told once and kept."""
    found = read_entry(cache, KIND + key)
    if isinstance(found, Widening):
        return found
    told = widening(settled_in_use(shop, history, level=TESTED_LEVEL))
    cache.set(KIND + key, told)
    keep_latest(cache, KIND, MOST_KEPT)
    return told


def in_use_now(cache: diskcache.Cache, key: str, shop: Shop, history: History, *, classes: "pd.Series[str]") -> InUse:
    """What came of promises in use, told once for the forecast at `key` and kept; classes: of products by SKU."""
    found = read_entry(cache, IN_USE + key)
    if isinstance(found, InUse):
        return found
    done = settled_in_use(shop, history)
    told = InUse(
        since=None if done.empty else (done["origin"].min() + pd.Timedelta(days=1)).date(),
        kept=kept_of(done),
        by_class={
            name: kept_of(done, skus=classes.index[classes == name]) for name in sorted(classes.unique().tolist())
        },
        widening=widening_now(cache, key, shop, history),
        as_wide_now=kept_of(_as_wide_now(done, widening_now(cache, key, shop, history).factor)),
    )
    cache.set(IN_USE + key, told)
    keep_latest(cache, IN_USE, MOST_KEPT)
    return told


def _as_wide_now(done: pd.DataFrame, factor: float) -> pd.DataFrame:
    """The same promises as they would have been with the bands of now."""
    units = done["mean"] + factor * (done["units"] - done["mean"]).clip(lower=0.0)
    wide = np.maximum(units, done["units"])
    return done.assign(units=wide, kept=done["sold"] - wide <= ROUNDING_ERROR)


def as_widened(forecast: Forecast, history: History, factor: float) -> Forecast:
    """The forecast with bands as wide as promises in use call for."""
    return widened(forecast, factor, steps=sale_steps(history.units)) if factor > 1.0 else forecast
