"""Which model forecasts each product since when, and which did before: remembered from forecast to forecast."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import diskcache

from app.forecasts.cache_entries import read_entry
from forecasting.forecast import Forecast

KEY = "champions"


@dataclass(frozen=True)
class Champion:
    """The method that bears a product's forecast, since the evening on which it first did; "" before where none did."""

    method: str
    since: dt.date
    before: str = ""


def champions_now(cache: diskcache.Cache) -> dict[str, Champion]:
    """The champions by SKU, as of the last forecast made."""
    found = read_entry(cache, KEY)
    return found if isinstance(found, dict) else {}


def remember_champions(cache: diskcache.Cache, forecast: Forecast) -> None:
    """Note who forecasts now; who stays keeps the day since which it does."""
    cache.set(KEY, crowned(champions_now(cache), forecast))


def crowned(before: Mapping[str, Champion], forecast: Forecast) -> dict[str, Champion]:
    """The champions after a forecast; products that it does not have are forgotten."""
    told, evening = {}, forecast.first_day - dt.timedelta(days=1)  # rules may take over between two estimates
    for sku, method in zip(forecast.skus, forecast.method, strict=True):
        held = before.get(sku)
        if held is not None and held.method == method:
            told[sku] = held
        else:
            told[sku] = Champion(method, evening, "" if held is None else held.method)
    return told
