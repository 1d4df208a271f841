"""When everything is estimated again, and when what was estimated once will do for another day."""

import numpy as np

from forecasting.arrays import FloatArray
from forecasting.fitted_shop import FittedShop
from forecasting.history import History
from forecasting.regulars import are_regular, forecast_regulars
from forecasting.selling import still_sells

NEVER_FITTED = "never_fitted"
BACK_IN_TIME = "back_in_time"
EARLIER_DAYS = "earlier_days"
LONGER_HORIZON = "longer_horizon"
A_WEEK_OLD = "a_week_old"
PAST_CHANGED = "past_changed"
PRODUCTS_GROWN = "products_grown"
ACCURACY_LOST = "accuracy_lost"

DAYS_KEPT = 7
MOST_CHANGED = 0.02  # of the products: a corrected file or two, not another shop
MOST_GROWN = 0.05  # of the products that a model can forecast by now, but none does
BAND = (0.05, 0.95)
OUTSIDE_BAND = 0.1
SHOCKS = 0.1  # deviation of the share outside from one past day to another: all products share weather and holidays
CLEAR = 3.0  # deviations


def why_refit(fitted: FittedShop | None, history: History, *, horizon: int) -> str | None:
    """The reason to estimate everything anew before `history` is forecast `horizon` days ahead, or None.

    NEVER_FITTED: nothing was estimated yet. BACK_IN_TIME: days are gone that were fitted. EARLIER_DAYS: the history
    begins earlier than the fitted one. LONGER_HORIZON: than was fitted. A_WEEK_OLD: seven new days. PAST_CHANGED: more
    than a fiftieth of the products sold something else than was known, or are gone. PRODUCTS_GROWN: more
    than a twentieth of the products outgrew being newcomers. ACCURACY_LOST: far more products sold outside
    their bands since the fit than bands of 90 % allow.
    """
    if fitted is None:
        return NEVER_FITTED
    if history.days[-1] < fitted.last_day:
        return BACK_IN_TIME
    if history.days[0] < fitted.content.first_day:
        return EARLIER_DAYS
    if horizon > fitted.horizon:
        return LONGER_HORIZON
    if (history.days[-1] - fitted.last_day).days >= DAYS_KEPT:
        return A_WEEK_OLD
    if fitted.content.changed(history).mean() > MOST_CHANGED:
        return PAST_CHANGED
    if _grown(fitted, history) > MOST_GROWN:
        return PRODUCTS_GROWN
    return ACCURACY_LOST if _clearly_outside(fitted, history) else None


def _grown(fitted: FittedShop, history: History) -> float:
    """The share of products that a model can forecast by now, but none was fitted to."""
    models = np.isin(history.skus, () if fitted.regulars is None else fitted.regulars.skus)
    regular = are_regular(history)
    return float((regular & ~models).sum() / max(regular.sum(), 1))


def _clearly_outside(fitted: FittedShop, history: History) -> bool:
    """Whether what sold since the fit is outside its bands for far more products than it should be."""
    days = (history.days[-1] - fitted.last_day).days
    known = fitted.known_in(history)
    if days == 0 or known.regulars is None:
        return False
    regular = history.part(known.places)
    then, since, is_open = (
        regular.first_days(len(history.days) - days),
        regular.units[-days:],
        history.open_days[-days:],
    )
    judged = still_sells(then.units) & ~np.isnan(since[is_open]).any(axis=0)
    if not judged.any():
        return False
    said = forecast_regulars(
        known.regulars, then, sold=history.sold[:-days], horizon=days, progress=lambda _share: None
    ).totals[judged, -1]
    sold = np.nan_to_num(since).sum(axis=0)[judged]
    low, high = (_at_level(said, fitted.levels, level) for level in BAND)
    share, count = float(((sold < low) | (sold > high)).mean()), int(judged.sum())
    chance = OUTSIDE_BAND * (1.0 - OUTSIDE_BAND) / count
    return share > OUTSIDE_BAND + CLEAR * float(np.sqrt(chance + SHOCKS**2))


def _at_level(totals: FloatArray, levels: FloatArray, level: float) -> FloatArray:
    """Quantiles (n_products,) at a level between those of `totals` (n_products, n_levels)."""
    at = float(np.interp(level, levels, np.arange(len(levels))))
    below, share = int(at), at - int(at)
    return np.asarray(totals[:, below] * (1.0 - share) + totals[:, min(below + 1, len(levels) - 1)] * share)
