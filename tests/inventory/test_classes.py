import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from inventory.classes import abc_classes, xyz_classes


def test_products_are_classed_by_the_share_of_those_before_them():
    classes = abc_classes([50, 20, 15, 9, 4, 2])
    assert classes.label.tolist() == ["A", "A", "A", "B", "B", "C"]
    assert classes.cumulative_share == pytest.approx([0.5, 0.7, 0.85, 0.94, 0.98, 1.0])


def test_one_product_that_is_nearly_all_is_a():
    assert abc_classes([97, 2, 1]).label.tolist() == ["A", "C", "C"]


def test_nothing_unknown_and_losses_are_c():
    assert abc_classes([np.nan, 0, -5, 10]).label.tolist() == ["C", "C", "C", "A"]
    assert abc_classes([0.0, np.nan]).label.tolist() == ["C", "C"]


@pytest.mark.parametrize(("a", "b"), [(0, 0.9), (0.9, 0.8), (0.8, 1.1)])
def test_shares_must_rise(a, b):
    with pytest.raises(ValueError, match="a_share and b_share must rise between 0 and 1, got"):
        abc_classes([1, 2], a_share=a, b_share=b)


@given(value=arrays(np.float64, 12, elements=st.floats(0, 1e6)))
def test_a_brings_in_its_share_and_no_smaller_product_has_a_better_class(value):
    classes = abc_classes(value)
    assert classes.label[np.argsort(-value, kind="stable")].tolist() == sorted(classes.label)
    if value.sum() > 0:
        assert value[classes.label == "A"].sum() >= 0.8 * value.sum() * (1 - 1e-9)


def test_variation_is_that_of_a_sample_of_weeks():
    classes = xyz_classes([[10, 2, 0], [12, 8, 0], [8, 2, 9]])
    assert classes.variation == pytest.approx([0.2, np.std([2, 8, 2], ddof=1) / 4, np.sqrt(3)])
    assert classes.label.tolist() == ["X", "Y", "Z"]


def test_weeks_that_were_not_observed_do_not_count():
    assert xyz_classes([[10.0], [np.nan], [12.0], [8.0]]).variation == pytest.approx([0.2])


def test_without_sales_or_weeks_there_is_no_variation():
    classes = xyz_classes([[0, np.nan], [0, 5]])
    assert np.isnan(classes.variation).all()
    assert classes.label.tolist() == ["Z", "Z"]


def test_weeks_have_two_dimensions():
    with pytest.raises(ValueError, match=r"weekly_units must have the shape \(weeks, products\), got \(3,\)"):
        xyz_classes([1, 2, 3])
