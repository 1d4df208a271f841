"""The seat: who bears a product's forecast; a holder gives way only to what is better by a margin."""

from collections.abc import Mapping, Sequence

import numpy as np

from forecasting.arrays import BoolArray, FloatArray
from forecasting.race import RIVAL

COMBINATION = "combination"
MOST = 0.75  # share from which on a forecast bears one model's name
HOLDS = 0.6  # share down to which it keeps that name
MARGIN = 0.02  # share of past errors by which the simple rule and the models must differ to change places


def shares_by_name(weights: FloatArray, names: Sequence[str]) -> dict[str, FloatArray]:
    """What models of the same name weigh together in each product, from their weights (n_models, n_products)."""
    named = np.array(names, dtype=object)
    return {name: weights[named == name].sum(axis=0) for name in dict.fromkeys(names)}


def bearers(shares: Mapping[str, FloatArray], before: Sequence[str]) -> tuple[str, ...]:
    """The name that holds MOST of each product's forecast, COMBINATION where none does.

    shares: by name (n_products,), adding up to 1. before: the names until now, "" where there is none; a name that
    still HOLDS so much keeps the seat, so that names do not change to and fro from day to day.

    >>> arima = np.array([0.7, 0.7, 0.8])
    >>> bearers({"arima": arima, "smoothing": 1.0 - arima}, ("arima", "", "smoothing"))
    ('arima', 'combination', 'arima')
    """
    kinds, share = list(shares), np.stack(list(shares.values()))
    best = share.argmax(axis=0)
    return tuple(
        kinds[kind] if share[kind, product] >= (HOLDS if before[product] == kinds[kind] else MOST) else COMBINATION
        for product, kind in enumerate(best.tolist())
    )


def rule_holds(margin: FloatArray, before: Sequence[str]) -> BoolArray:
    """For which products (n_products,) the average of the same weekday is used instead of the models.

    margin: the share by which the models' past errors are below those of that average, as `race.margins` gives it.
    before: the names until now, as for `bearers`. Where nothing was before, whatever erred less is used; a change
    needs MARGIN more.

    >>> rule_holds(np.array([-0.01, 0.01, -0.01]), ("", RIVAL, "arima")).tolist()
    [True, True, False]
    """
    needed = np.array([{"": 0.0, RIVAL: MARGIN}.get(name, -MARGIN) for name in before])
    return np.asarray(margin <= needed)
