"""Seen sales: what models are shown of a shop, extreme days cut off and holidays brought to ordinary days."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from forecasting.arrays import IntArray
from forecasting.chunks import chunks
from forecasting.history import History
from forecasting.holiday_effects import HolidayEffects, holiday_effects
from forecasting.shop_level import ShopLevel, shop_level
from forecasting.smoothed_levels import SmoothedLevels, smoothed_levels
from forecasting.spread import IN_TURN, Spread


@dataclass(frozen=True)
class SeenSales:
    """A shop's ordinary sales, and what is told from them day by day.

    holidays: of the days of the history and those ahead. ordinary: the history as if no day had been a holiday.
    shop: its level. levels: of all products, at the origins asked for.
    """

    holidays: HolidayEffects
    ordinary: History
    shop: ShopLevel
    levels: SmoothedLevels


def seen_sales(
    clipped: History,
    *,
    country: str | None,
    horizon: int,
    origins: IntArray,
    with_holidays: ShopLevel | None = None,
    spread: Spread = IN_TURN,
) -> SeenSales:
    """What models see of a history with extremes cut off; nothing known at an origin depends on later days.

    country: whose public holidays count. horizon: days ahead that holidays may be asked for. origins: ascending rows.
    with_holidays: the shop's level told from the history as it is, where that is known already.
    """
    holidays = holiday_effects(clipped, country, horizon=horizon)
    ordinary = holidays.cleaned(clipped)
    shop = with_holidays if country is None and with_holidays is not None else shop_level(ordinary.units)
    parts = (ordinary.part(products) for products in chunks(len(ordinary.skus)))
    levels = spread.run(partial(smoothed_levels, shop=shop, origins=origins), parts)
    level = np.concatenate([part.level for part in levels], axis=-1)
    return SeenSales(holidays, ordinary, shop, SmoothedLevels(origins, level))
