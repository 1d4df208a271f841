"""Tests of the search for the orders of ARIMA."""

import numpy as np
import pytest
from statsmodels.tsa.statespace.sarimax import SARIMAX

from forecasting.arima import Arima, orders_of
from forecasting.forecast import forecast_shop
from forecasting.order import Order
from forecasting.order_search import DEFAULT_ORDER, ORDERS, search_orders
from tests.forecasting.simulated import poisson_shop, roll, shop_of, simulate

CASES = [
    (Order(1, 0, 0, 1, 1, 0), [0.6, -0.5]),
    (Order(0, 1, 1, 1, 0, 0), [-0.5, 0.6]),
    (Order(1, 1, 0, 0, 0, 0), [0.6]),
    (DEFAULT_ORDER, [0.8, -0.4, -0.6]),
]


def test_every_order_stands_once_and_has_some_difference() -> None:
    assert len(set(ORDERS)) == len(ORDERS) == 48
    assert DEFAULT_ORDER in ORDERS
    assert all(order.d + order.D > 0 for order in ORDERS)


@pytest.mark.parametrize(("order", "coefficients"), CASES, ids=[str(order) for order, _ in CASES])
def test_the_order_of_a_long_simulated_process_is_found(order: Order, coefficients: list[float]) -> None:
    found = search_orders(simulate(order, coefficients, n_days=4000, n_products=10))
    assert sum(ORDERS[place] == order for place in found) >= 8


@pytest.mark.parametrize(("order", "coefficients"), CASES[:2], ids=[str(order) for order, _ in CASES[:2]])
def test_the_order_found_has_a_smaller_bic_in_statsmodels_than_the_default(
    order: Order, coefficients: list[float]
) -> None:
    series = simulate(order, coefficients, n_days=1200)
    found = ORDERS[search_orders(series)[0]]

    def bic(tried: Order) -> float:
        model = SARIMAX(
            series[:, 0], order=(tried.p, tried.d, tried.q), seasonal_order=(tried.P, tried.D, tried.Q, tried.season)
        )
        return float(model.fit(disp=False).bic)

    assert found != DEFAULT_ORDER
    assert bic(found) < bic(DEFAULT_ORDER)


def test_an_order_that_saves_a_coefficient_is_no_reason_to_leave_the_default() -> None:
    series = simulate(Order(1, 0, 0, 0, 1, 1), [0.7, -0.5], n_days=700, n_products=10)
    assert {ORDERS[place] for place in search_orders(series)} == {DEFAULT_ORDER}


def test_the_order_stays_when_a_day_is_added() -> None:
    series = simulate(CASES[1][0], CASES[1][1], n_days=430, n_products=30, seed=2)
    days = np.stack([search_orders(series[: 400 + day]) for day in range(30)])
    assert (np.diff(days, axis=0) != 0).mean() < 0.02


def test_short_empty_and_constant_series_keep_the_default_order() -> None:
    series = np.stack([np.zeros(300), np.full(300, 3.0), np.full(300, np.nan)], axis=1)
    assert {ORDERS[place] for place in search_orders(series)} == {DEFAULT_ORDER}
    short = simulate(CASES[0][0], CASES[0][1], n_days=125, n_products=3)
    assert {ORDERS[place] for place in search_orders(short)} == {DEFAULT_ORDER}
    assert len(search_orders(np.zeros((0, 2)))) == 2


def test_a_batch_finds_what_each_series_finds_alone_whatever_its_unit_and_start() -> None:
    series = np.concatenate([simulate(o, c, n_days=500, n_products=2, seed=3) for o, c in CASES], axis=1)
    series[200:210, 1] = np.nan
    series[:80, 2] = np.nan
    together = search_orders(series)
    alone = [int(search_orders(series[:, [column]])[0]) for column in range(series.shape[1])]
    assert together.tolist() == alone
    np.testing.assert_array_equal(search_orders(series * 1000.0), together)
    later = np.concatenate((np.full((50, series.shape[1]), np.nan), series))
    np.testing.assert_array_equal(search_orders(later), together)


def test_each_product_is_forecast_by_its_own_order_as_it_would_be_alone() -> None:
    units = np.concatenate([simulate(o, c, n_days=400, seed=1) for o, c in CASES], axis=1) + 90.0
    history = shop_of(np.maximum(units, 0.01))
    fitted = Arima().fit(history)
    assert len(set(orders_of(fitted))) > 1
    together = roll(Arima(), history, origins=np.array([350, 399]), horizon=14)
    for product in range(4):
        alone = roll(Arima(), history.part(np.array([product])), origins=np.array([350, 399]), horizon=14)
        np.testing.assert_allclose(alone[:, :, 0], together[:, :, product], rtol=1e-6)


def test_no_day_is_forecast_above_the_best_day_so_far() -> None:
    units = np.cumsum(np.abs(simulate(CASES[1][0], CASES[1][1], n_days=200)), axis=0) ** 2
    ahead = roll(Arima(), shop_of(units), origins=np.array([150, 199]), horizon=90)
    assert (ahead[0, 0] <= units[:151].max()).all()
    assert (ahead[0, 1] <= units.max()).all()


def test_the_forecast_names_the_order_where_there_is_an_arima() -> None:
    units = poisson_shop(n_days=150, n_products=3) + 1.0
    units[:130, 2] = 0.0
    forecast = forecast_shop(shop_of(units), horizon=7)
    assert forecast.arima_order[2] == ""
    assert all(order.endswith("7") for order in forecast.arima_order[:2])
