import pytest

from tests.data.tills.exports import export, notes_of, units_of


def test_variations_are_products_of_their_own_and_dates_are_american() -> None:
    found = export("etsy_order_items.csv")
    assert found.report.format == "Etsy order items"
    assert units_of(found) == {
        ("03-04", "MUG-S"): 2,
        ("03-04", "Sunset card / Style: Matte"): 1,
        ("03-05", "MUG-S"): 1,
        ("03-05", "Sunset card / Style: Gloss"): 3,
    }
    assert found.report.revenue_used == pytest.approx(68 + 5 + 15 + 34)
    assert not found.report.questions


def test_coupons_are_told_since_they_are_not_in_the_money() -> None:
    assert notes_of(export("etsy_order_items.csv"))["before_discounts"] == {"column": "Discount Amount"}
