import pytest

from tests.data.tills.exports import export, left_out_of, units_of


def test_voids_and_gift_cards_do_not_count_and_dates_are_american() -> None:
    found = export("toast_items.csv")
    assert found.report.format == "Toast item selection details"
    assert units_of(found) == {("03-04", "Espresso Martini"): 2, ("03-04", "Wings"): 1, ("03-05", "Wings"): 2}
    assert found.report.revenue_used == pytest.approx(40 + 10 + 29.50), "after discounts"
    assert left_out_of(found) == {"cancelled": (4,), "not_a_product": (5,)}
    assert not found.report.questions
