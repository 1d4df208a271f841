"""Each product is promised its own service, else its class's, else the shop's."""

import numpy as np
import pytest

from app.planning.promises import unit_worth
from app.words.reasons import reason_lines
from data.shop_settings import ShopSettings
from tests.app.shops import plan_of

A_AND_C = ({"rate": 8.0, "price": 3.0}, {"rate": 1.0, "price": 1.0}, {"rate": 0.5, "price": 1.0, "service_level": 0.8})


def test_classes_go_by_what_was_sold_and_set_the_promise() -> None:
    plan = plan_of(*A_AND_C, settings=ShopSettings(service_level_a=0.98, service_level_c=0.9))
    assert plan.promises.label.tolist() == ["A", "B", "C"]
    assert plan.policy.service_level.tolist() == [0.98, 0.95, 0.8]
    assert plan.promises.source.tolist() == ["class", "shop", "product"]
    assert plan.promises.basis == "revenue"


def test_a_suppliers_promise_comes_before_its_class_and_after_the_products_own() -> None:
    plan = plan_of(
        *({**product, "supplier": "Leaf", "on_hand": 1.0} for product in A_AND_C),
        A_AND_C[0],
        settings=ShopSettings(service_level_a=0.98),
        suppliers={"Leaf": {"service_level": 0.9}},
    )
    assert plan.policy.service_level.tolist() == [0.9, 0.9, 0.8, 0.98]
    assert plan.promises.source.tolist() == ["supplier", "supplier", "product", "class"]
    told = [line.reason for line in reason_lines(plan, 0)]
    assert "So that nothing is missing in 90 % of order cycles, your promise for Leaf." in told


def test_more_is_promised_of_a_than_of_c_and_ordered() -> None:
    strict, usual = (plan_of(*A_AND_C, settings=ShopSettings(service_level_a=level)) for level in (0.99, None))
    assert strict.decision.reorder_point[0] > usual.decision.reorder_point[0]
    assert strict.decision.reorder_point[2] == usual.decision.reorder_point[2]


def test_a_fill_rate_can_be_promised_instead() -> None:
    plan = plan_of({"on_hand": 1.0}, settings=ShopSettings(by_fill_rate=True))
    assert plan.decision.by_fill_rate.tolist() == [True]


@pytest.mark.parametrize(
    ("cost", "basis", "worth"),
    [
        ([4.0, 1.0], "margin", [6.0, 1.0]),
        ([4.0, np.nan], "margin", [6.0, 1.2]),  # as the other does: three fifths of the price
        ([np.nan, 1.0], "revenue", [10.0, 2.0]),  # the cost of most of the revenue is unknown
    ],
)
def test_classes_go_by_margin_where_enough_of_it_is_known(cost: list[float], basis: str, worth: list[float]) -> None:
    found, values = unit_worth(np.array([10.0, 2.0]), np.array(cost), sold=np.array([5.0, 5.0]))
    assert found == basis
    np.testing.assert_allclose(values, worth)


def test_without_any_price_units_count() -> None:
    basis, worth = unit_worth(np.array([np.nan, 0.0]), np.array([1.0, 2.0]), sold=np.array([5.0, 5.0]))
    assert (basis, worth.tolist()) == ("units", [1, 1])
