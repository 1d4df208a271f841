"""Tests of who bears a product's forecast, and of how it gives way."""

from itertools import pairwise

import numpy as np

from forecasting.fitted_shop import fit_shop
from forecasting.race import RIVAL
from forecasting.seat import COMBINATION, HOLDS, MARGIN, MOST, bearers, rule_holds, shares_by_name
from tests.forecasting.simulated import poisson_shop, shop_of


def _name(arima: float, before: str) -> str:
    share = np.array([arima])
    return bearers({"arima": share, "smoothing": 1.0 - share}, (before,))[0]


def test_models_of_one_name_hold_their_weights_together() -> None:
    weights = np.array([[0.2], [0.3], [0.5]])
    shares = shares_by_name(weights, ("smoothing", "arima", "smoothing"))
    assert {name: share.tolist() for name, share in shares.items()} == {"smoothing": [0.7], "arima": [0.3]}


def test_a_name_is_taken_at_three_quarters_and_kept_down_to_three_fifths() -> None:
    between = (MOST + HOLDS) / 2.0
    assert [_name(between, before) for before in ("", COMBINATION, "arima")] == [COMBINATION, COMBINATION, "arima"]
    assert _name(MOST, COMBINATION) == "arima"
    assert _name(HOLDS - 0.01, "arima") == COMBINATION
    assert _name(0.1, "arima") == "smoothing"


def test_models_and_the_simple_rule_change_places_only_by_a_margin() -> None:
    close = np.array([-0.5, 0.5]) * MARGIN
    assert rule_holds(close, ("", "")).tolist() == [True, False]
    assert rule_holds(close, (RIVAL, RIVAL)).tolist() == [True, True]
    assert rule_holds(close, ("arima", COMBINATION)).tolist() == [False, False]
    assert rule_holds(2.0 * np.array([-MARGIN, MARGIN]), ("arima", RIVAL)).tolist() == [True, False]


def test_the_margin_shown_and_the_use_of_the_simple_rule_agree() -> None:
    units = poisson_shop(n_days=250, n_products=15, seed=3)
    fitted = fit_shop(shop_of(units), horizon=14).regulars
    assert fitted is not None
    rule = fitted.by_rule()
    assert ((fitted.margin > 0) == ~rule).all()
    assert 0 < rule.sum() < len(rule)
    np.testing.assert_array_equal(fitted.past.forecast[rule], fitted.past.weekday_average[rule])


def _changes(methods: list[tuple[str, ...]]) -> int:
    return sum(old != new for before, after in pairwise(methods) for old, new in zip(before, after, strict=True))


def test_methods_hold_their_seats_while_days_go_on() -> None:
    units = poisson_shop(n_days=264, n_products=15, seed=4)
    alone: list[tuple[str, ...]] = []
    held: list[tuple[str, ...]] = []
    previous = None
    for n_days in range(250, 264, 2):
        history = shop_of(units[:n_days])
        fresh, previous = fit_shop(history, horizon=14), fit_shop(history, horizon=14, previous=previous)
        assert fresh.regulars is not None
        assert previous.regulars is not None
        alone.append(fresh.regulars.method)
        held.append(previous.regulars.method)
    assert _changes(held) < _changes(alone)
