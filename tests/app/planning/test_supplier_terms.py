"""Suppliers' terms as a plan takes them: what they say, and what their deliveries taught."""

import numpy as np
import pandas as pd
import pytest

from tests.app.shops import plan_of

TEA = {"supplier": "Tea house", "on_hand": 1.0}


def deliveries(*days: int, supplier: str = "Tea house") -> pd.DataFrame:
    return pd.DataFrame({"supplier": supplier, "order_id": range(len(days)), "days": list(days)})


def test_lead_times_are_learned_from_deliveries_and_both_are_told() -> None:
    plan = plan_of(TEA, suppliers={"Tea house": {"lead_time_days": 5.0}}, deliveries=deliveries(5, 8, 11))
    learned = plan.inputs.terms.lead_times
    assert plan.inputs.terms.names == ("Tea house", "")
    assert (learned.stated_days[0], learned.shortest_days[0], learned.longest_days[0]) == (5, 5, 11)
    assert plan.policy.lead_time_days.tolist() == [6.5]  # (3 x 5 + 24) / 6
    assert plan.policy.lead_time_sd_days[0] > 1
    assert plan.inputs.products["lead_time_days"].tolist() == [5]


def test_a_product_that_takes_longer_by_its_own_word_learns_nothing_from_the_others() -> None:
    special = {**TEA, "lead_time_days": 30.0}
    plan = plan_of(TEA, TEA, special, suppliers={"Tea house": {"lead_time_days": 5.0}}, deliveries=deliveries(8, 8, 8))
    assert plan.policy.lead_time_days.tolist() == [6.5, 6.5, 30]


def test_other_suppliers_deliveries_teach_nothing() -> None:
    plan = plan_of(TEA, deliveries=deliveries(20, 20, supplier="Gone"))
    assert plan.policy.lead_time_days.tolist() == [7]
    assert np.isnan(plan.inputs.terms.lead_times.longest_days).all()


@pytest.mark.parametrize("supplier", [None, "Only a product names it"])
def test_products_are_planned_whose_supplier_nobody_described(supplier: str | None) -> None:
    plan = plan_of({**TEA, "supplier": supplier})
    assert plan.inputs.terms.names[plan.calendar.supplier[0]] == (supplier or "")
    assert plan.quantity[0] > 0
