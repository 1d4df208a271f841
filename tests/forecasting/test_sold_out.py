from datetime import date

import numpy as np

from forecasting.forecast import forecast_shop
from forecasting.sold_out import SoldOut, until_sold, without
from tests.forecasting.simulated import poisson_shop, shop_of

JANUARY_3 = date(2023, 1, 3)  # shops begin on 2 January
JANUARY_5 = date(2023, 1, 5)


def test_sold_out_days_are_not_observed_and_days_with_sales_stay() -> None:
    units = np.array([[4.0, 1.0], [0.0, 1.0], [2.0, 1.0], [0.0, 1.0], [4.0, 1.0]])
    hidden = without(shop_of(units), [SoldOut("p0000", JANUARY_3, JANUARY_5)])
    np.testing.assert_array_equal(hidden.units[:, 0], [4.0, np.nan, 2.0, np.nan, 4.0])
    np.testing.assert_array_equal(hidden.units[:, 1], units[:, 1])


def test_days_and_products_that_the_history_does_not_hold_are_passed_over() -> None:
    history = shop_of(np.ones((5, 1)))
    long_ago = SoldOut("p0000", date(2020, 1, 1), date(2020, 2, 1))
    np.testing.assert_array_equal(without(history, [long_ago, SoldOut("x", *2 * [JANUARY_3])]).units, history.units)


def test_what_was_sold_out_stays_so_in_the_history_of_an_earlier_day() -> None:
    hidden = without(shop_of(np.array([[4.0], [0.0], [4.0], [4.0]])), [SoldOut("p0000", JANUARY_3, JANUARY_3)])
    np.testing.assert_array_equal(hidden.until(date(2023, 1, 4)).units, [[4.0], [np.nan], [4.0]])


def test_an_empty_shelf_lasts_until_the_product_sells_again() -> None:
    history = shop_of(np.array([[3.0, 1.0], [0.0, 1.0], [0.0, 1.0], [2.0, 1.0], [0.0, 1.0], [1.0, 1.0]]))
    counted = SoldOut("p0000", date(2023, 1, 2), date(2023, 1, 7))  # counted on an evening after sales
    assert until_sold(history, [counted]) == (SoldOut("p0000", date(2023, 1, 2), date(2023, 1, 4)),)
    at_once = SoldOut("p0001", date(2023, 1, 2), date(2023, 1, 7))
    assert until_sold(history, [at_once]) == (SoldOut("p0001", date(2023, 1, 2), date(2023, 1, 2)),)


def test_an_empty_shelf_of_which_nothing_was_sold_lasts_as_long_as_was_said() -> None:
    history = shop_of(np.array([[3.0, 1.0], [0.0, 1.0], [0.0, 1.0]]))
    counted = SoldOut("p0000", JANUARY_3, date(2023, 1, 9))
    assert until_sold(history, [counted]) == (counted,)


def test_a_fast_seller_is_forecast_higher_once_it_is_known_to_have_been_sold_out() -> None:
    """Ten silent days of 12 a day shortly before the end must not count as ten days without demand."""
    units = poisson_shop(n_days=200, n_products=12, seed=4)
    units[:, 0] = np.random.default_rng(5).poisson(12.0, 200)
    units[180:190, 0] = 0.0
    history = shop_of(units)
    days = [history.days[row].date() for row in (180, 189)]
    as_sold = forecast_shop(history, horizon=14).mean[0].sum()
    as_wanted = forecast_shop(without(history, [SoldOut("p0000", *days)]), horizon=14).mean[0].sum()
    assert as_sold < 0.93 * 14 * 12.0
    assert 0.93 * 14 * 12.0 < as_wanted < 1.07 * 14 * 12.0
