import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.order_quantity import inventory_position, rounded_order


def test_minimum_fifteen_in_packs_of_six_is_eighteen():
    assert rounded_order(1, moq=15, pack_size=6) == 18


def test_a_full_pack_is_not_rounded_to_two_by_the_last_bit():
    assert rounded_order(0.3, moq=0, pack_size=0.1) == 0.3


@pytest.mark.parametrize("need", [0.0, -4.0])
def test_no_need_is_no_order_whatever_the_minimum(need):
    assert rounded_order(need, moq=15, pack_size=6) == 0


@given(need=st.integers(1, 10_000), moq=st.integers(0, 500), pack=st.integers(1, 144))
def test_an_order_meets_need_and_minimum_in_whole_packs_and_no_pack_more(need, moq, pack):
    order = rounded_order(need, moq=moq, pack_size=pack)
    assert order >= max(need, moq)
    assert order % pack == 0
    assert order - pack < max(need, moq)


def test_an_unknown_order_counts_as_none_and_an_unknown_count_as_unknown():
    position = inventory_position(np.array([5.0, -2.0, np.nan]), np.array([np.nan, 3.0, 3.0]))
    assert position[:2].tolist() == [5.0, 1.0]
    assert np.isnan(position[2])


def test_bad_conditions_are_named():
    with pytest.raises(ValueError, match="pack_size must be above zero, got 0"):
        rounded_order(1, moq=0, pack_size=0)
    with pytest.raises(ValueError, match="moq must be zero or more, got -1"):
        rounded_order(1, moq=-1, pack_size=1)
