"""Tests of the usual lot."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from forecasting.forecast import forecast_shop
from forecasting.lot import in_whole_steps, sale_steps, usual_lots
from tests.forecasting.simulated import poisson_shop, shop_of


def test_fractional_and_packed_products_have_lots_of_their_own() -> None:
    units = np.array([[0.2, 12.0], [0.4, 24.0], [0.0, 12.0], [0.3, 0.0]])
    assert usual_lots(units).tolist() == [0.2, 12.0]


def test_a_shop_without_sales_counts_in_pieces() -> None:
    assert usual_lots(np.zeros((3, 2))).tolist() == [1.0, 1.0]


def test_a_product_sold_by_weight_has_no_step() -> None:
    units = np.array([[1.0, 0.213, 6.0], [2.0, 0.517, np.nan], [0.0, 0.35, 4.0]])
    assert sale_steps(units).tolist() == [1.0, 0.0, 2.0]


def test_a_product_that_never_sold_has_no_step() -> None:
    assert sale_steps(np.array([[0.0, np.nan]])).tolist() == [0.0, 0.0]


def test_totals_are_brought_to_the_nearest_steps() -> None:
    totals = np.array([[0.4, 0.6, 2.2], [13.0, 17.9, 18.1], [0.11, 0.12, 0.13]])
    stepped = in_whole_steps(totals, np.array([1.0, 12.0, 0.0]))
    assert stepped.tolist() == [[0.0, 1.0, 2.0], [12.0, 12.0, 24.0], [0.11, 0.12, 0.13]]


@given(st.floats(0.001, 1000.0))
def test_steps_scale_with_the_unit(factor: float) -> None:
    units = np.array([[2.0, 6.0, 5.0], [4.0, 3.0, 7.0], [2.0, 9.0, 0.0]])
    np.testing.assert_allclose(sale_steps(units * factor), sale_steps(units) * factor)


def test_quantiles_of_what_is_sold_by_the_piece_are_whole() -> None:
    units = poisson_shop(n_days=200, n_products=6)
    units[:, 0] *= 0.37
    totals = forecast_shop(shop_of(units), horizon=20).totals
    assert (totals[1:] == np.round(totals[1:])).all()
    np.testing.assert_allclose(totals[0] / 0.37, np.round(totals[0] / 0.37), atol=1e-6)
