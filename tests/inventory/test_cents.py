"""Money is rounded to the cent as a pencil does it."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from inventory.cents import to_cents


@given(units=st.integers(0, 100_000), thousandths=st.integers(0, 1_000_000))
def test_a_line_costs_what_exact_decimals_say(units: int, thousandths: int) -> None:
    exact = (units * Decimal(thousandths) / 1000).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert to_cents(units * (thousandths / 1000)) == float(exact)


def test_an_unknown_cost_stays_unknown() -> None:
    np.testing.assert_array_equal(to_cents([np.nan, 0.005]), [np.nan, 0.01])
