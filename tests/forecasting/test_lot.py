"""Tests of the usual lot."""

import numpy as np

from forecasting.lot import usual_lots


def test_fractional_and_packed_products_have_lots_of_their_own() -> None:
    units = np.array([[0.2, 12.0], [0.4, 24.0], [0.0, 12.0], [0.3, 0.0]])
    assert usual_lots(units).tolist() == [0.2, 12.0]


def test_a_shop_without_sales_counts_in_pieces() -> None:
    assert usual_lots(np.zeros((3, 2))).tolist() == [1.0, 1.0]
