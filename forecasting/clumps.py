"""Clumps: how many units of a product sell at once, as far as the spread of its sales tells."""

import numpy as np

from forecasting.arrays import FloatArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.extremes import extreme_limit
from forecasting.lot import sale_steps, usual_lots

RECENT_DAYS = 371
FEWEST_PAIRS = 7  # of days that tell how far sales vary
WEEKLY_FROM = 21  # days from which on days are compared with the same weekday a week before
LOTS_UNKNOWN = 2.0  # where nothing is known yet
OWN_PAIRS = 50.0  # a product's own spread and what its lot leads one to expect count alike
PAIRS_A_SALE = 3.0  # a day with a sale says no more than so many pairs of days
SLOPE, SLOPE_WEIGHT = 0.5, 3.0  # of log clumps on log lots, where the shop says nothing


def sale_clumps(units: FloatArray) -> FloatArray:
    """Units that sell at once (n_products,): the variance of daily sales over their mean, from (n_days, n_products).

    1 where single pieces are sold to customers who do not wait for each other (Poisson); 12 where a case of 12 goes
    now and then. From the differences between days and the same weekday a week before, extreme days cut; drawn toward
    what the shop's products with such a lot have, since few days tell little. Never below the step in which it sells.
    """
    lot, least = usual_lots(units), sale_steps(units)
    recent = units[-RECENT_DAYS:]
    recent = np.minimum(recent, extreme_limit(recent))
    lag = DAYS_PER_WEEK if len(recent) >= WEEKLY_FROM else 1
    square = (recent[lag:] - recent[:-lag]) ** 2 / 2.0
    pairs, days = np.isfinite(square).sum(axis=0), np.isfinite(recent).sum(axis=0)
    variance = np.nansum(square, axis=0) / np.maximum(pairs, 1)
    mean = np.nansum(recent, axis=0) / np.maximum(days, 1)
    told = (pairs >= FEWEST_PAIRS) & (variance > 0)
    if not told.any():
        return np.asarray(np.maximum(LOTS_UNKNOWN * lot, least))
    sales = PAIRS_A_SALE * (recent > 0).sum(axis=0)
    weight = np.where(told, np.minimum(pairs, sales) / (np.minimum(pairs, sales) + OWN_PAIRS), 0.0)
    own = np.log(np.where(told, variance, 1.0) / np.where(told, mean, 1.0))
    size = np.log(lot)
    centre, level = (float(np.average(values, weights=weight)) for values in (size, own))
    slope = ((weight * (size - centre) * (own - level)).sum() + SLOPE * SLOPE_WEIGHT) / (
        (weight * (size - centre) ** 2).sum() + SLOPE_WEIGHT
    )
    expected = level + slope * (size - centre)
    return np.asarray(np.maximum(np.exp(expected + weight * np.where(told, own - expected, 0.0)), least))
