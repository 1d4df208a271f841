"""Country: whose public holidays explain the days on which a shop sold oddly."""

import numpy as np
import pandas as pd

from forecasting.arrays import BoolArray, FloatArray
from forecasting.history import History
from forecasting.holiday_effects import HolidayEffects, closed_oddly, wild_noise
from forecasting.public_holidays import MILLIONS, occasions
from forecasting.shop_level import ShopLevel

LEAST_ODDS = 1e4  # against no country at all: a calendar must not be taken for the shop's by chance


def told_country(history: History, shop: ShopLevel) -> str | None:
    """As `likely_country`, from the history of a shop and its level, extremes cut off, holidays left in."""
    return likely_country(history.days, shop.surprise, closed_oddly(history.open_days))


def likely_country(days: pd.DatetimeIndex, surprise: FloatArray, closed: BoolArray) -> str | None:
    """The country whose holidays explain the shop's past best; None where none does convincingly.

    surprise, closed: (n_days,) as in HolidayEffects. Before any evidence a country is as likely as its people are many.
    The holidays themselves tell the countries apart; that there are holidays at all, the days before them tell too.
    """
    people = sum(MILLIONS.values())
    effects = {country: HolidayEffects(occasions(days, country), surprise, closed) for country in MILLIONS}
    prior = {country: float(np.log(millions / people)) for country, millions in MILLIONS.items()}
    noise = wild_noise(surprise)
    best = max(MILLIONS, key=lambda country: prior[country] + effects[country].evidence((0,), noise=noise))
    return best if prior[best] + effects[best].evidence((0, -1), noise=noise) > np.log(LEAST_ODDS) else None
