import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from inventory.stock_ledger import record_signs, stock_ledger


def column(*values):
    return np.array(values, dtype=float)[:, None]


def test_stock_is_the_count_plus_what_came_less_what_went_since():
    ledger = stock_ledger([20], counted_after_day=[1], received=column(9, 0, 0, 12), sold=column(5, 5, 3, 4))
    assert (ledger.on_hand, ledger.received, ledger.sold) == ([25.0], [12.0], [7.0])
    assert ledger.days_since_count == [2.0]


def test_a_count_before_the_first_day_sees_all_of_it():
    ledger = stock_ledger([20], counted_after_day=[-1], received=column(0, 6), sold=column(5, np.nan))
    assert ledger.on_hand == [21.0]
    assert ledger.days_since_count == [2.0]


def test_returns_come_back():
    assert stock_ledger([2], counted_after_day=[-1], received=column(0), sold=column(-1)).on_hand == [3.0]


def test_what_was_never_counted_stays_unknown():
    ledger = stock_ledger([np.nan], counted_after_day=[-1], received=column(6), sold=column(2))
    assert np.isnan(ledger.on_hand).all()
    assert np.isnan(ledger.days_since_count).all()


def test_selling_what_is_not_there_shows():
    ledger = stock_ledger([4], counted_after_day=[-1], received=column(0, 0, 10), sold=column(6, 3, 1))
    assert ledger.on_hand == [4.0]
    assert ledger.days_negative == [2.0]
    assert ledger.sold_though_empty == [3.0]  # the second day began at -2


def test_signs_of_a_wrong_record():
    received, sold = np.zeros((1, 5)), np.array([[9.0, 1.0, 0.0, 0.0, 0.0]])
    ledger = stock_ledger([4, 0, 8, np.nan, 8], counted_after_day=np.full(5, -1), received=received, sold=sold)
    signs = record_signs(
        ledger,
        daily_demand=np.array([1.0, 1.0, 0.5, 1.0, 0.5]),
        days_since_sale=np.array([0.0, 0.0, 10.0, 0.0, 9.0]),
    )
    assert signs.negative.tolist() == [True, True, False, False, False]
    assert signs.sold_though_empty.tolist() == [False, True, False, False, False]
    assert signs.silent.tolist() == [False, False, True, False, False]  # exp(-5) is below 1 %, exp(-4.5) is not
    assert signs.never_counted.tolist() == [False, False, False, True, False]
    assert signs.any.tolist() == [True, True, True, True, False]


@given(
    received=arrays(np.float64, (6, 3), elements=st.integers(0, 20)),
    sold=arrays(np.float64, (6, 3), elements=st.integers(-2, 20)),
    counted=arrays(np.float64, 3, elements=st.integers(0, 50)),
    after=arrays(np.float64, 3, elements=st.integers(-1, 5)),
)
def test_stock_is_conserved(received, sold, counted, after):
    ledger = stock_ledger(counted, counted_after_day=after, received=received, sold=sold)
    np.testing.assert_allclose(ledger.on_hand, ledger.counted + ledger.received - ledger.sold)
    for product in range(3):
        since = slice(int(after[product]) + 1, None)
        expected = counted[product] + (received - sold)[since, product].sum()
        assert ledger.on_hand[product] == expected


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"counted": [-1.0]}, "counted must be zero or more, got -1"),
        ({"counted_after_day": [2]}, "counted_after_day must be a day from -1 to 1, got 2"),
        ({"sold": np.zeros((3, 1))}, r"received and sold must have the shape \(days, 1\), got \(2, 1\), \(3, 1\)"),
    ],
)
def test_what_cannot_be_is_refused(given_, message):
    usual = {"counted": [1.0], "counted_after_day": [0], "received": np.zeros((2, 1)), "sold": np.zeros((2, 1))}
    with pytest.raises(ValueError, match=message):
        stock_ledger(**(usual | given_))
