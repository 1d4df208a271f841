"""A quantity that is not the last one says what changed it, adding up exactly."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.planning.kept_advice import FORM
from app.planning.plan import Plan
from app.words.change_words import change_lines, change_text
from data.advice import KeptAdvice
from tests.app.planning.random_plans import few_unless_many, plans
from tests.app.shops import NOW, TODAY, plan_of

YESTERDAY = TODAY - dt.timedelta(days=1)


def kept(plan: Plan, *, version: str = FORM) -> KeptAdvice:
    return KeptAdvice(1, YESTERDAY, NOW, version, plan.advice())


def changed(before: dict[str, Any], after: dict[str, Any], **more: Any) -> Plan:
    return plan_of({"on_hand": 10.0, **after}, advice=kept(plan_of({"on_hand": 10.0, **before})), **more)


def test_the_first_plan_has_nothing_to_compare_with() -> None:
    assert change_text(plan_of({"on_hand": 1.0}), 0) == ""


def test_each_cause_is_named_with_its_units() -> None:
    """2 a day sold on the day in between; 37 are enough in 14 days at 2 a day, 53 at 3."""
    plan = changed({}, {"rate": 3.0, "on_hand": 7.0})
    assert change_text(plan, 0) == "Sunday 10 March 27, now 46: sells faster (+16) and sold since then (+3)."
    assert [(line.cause, line.amount) for line in change_lines(plan, 0)] == [
        ("sells faster", "+16"),
        ("sold since then", "+3"),
    ]


def test_a_count_that_sales_do_not_explain_is_named_as_such() -> None:
    plan = changed({}, {"on_hand": 12.0})
    assert change_text(plan, 0) == "Sunday 10 March 27, now 25: your stock count (−4) and sold since then (+2)."


def test_where_nothing_changed_nothing_is_said() -> None:
    assert change_text(changed({}, {"on_hand": 8.0, "on_order": 2.0}), 0).startswith("Sunday 10 March 27, now 27: ")
    assert change_text(changed({"rate": 0.0}, {"rate": 0.0}), 0) == ""


def test_a_new_product_has_no_last_time_and_others_keep_theirs() -> None:
    before = plan_of({"sku": "tea", "on_hand": 10.0}, {"sku": "gone", "on_hand": 1.0})
    plan = plan_of({"sku": "new", "on_hand": 1.0}, {"sku": "tea", "on_hand": 8.0}, advice=kept(before))
    assert change_text(plan, 0) == ""
    assert change_text(plan, 1) == "Sunday 10 March 27, now 29: sold since then (+2)."


def test_advice_in_another_form_or_damaged_is_passed_over() -> None:
    before = plan_of({"on_hand": 10.0})
    assert plan_of({"on_hand": 8.0}, advice=kept(before, version="0")).changes is None
    for content in (b"", before.advice()[:-20], b"x" * 40):
        damaged = KeptAdvice(1, YESTERDAY, NOW, FORM, content)
        assert plan_of({"on_hand": 8.0}, advice=damaged).changes is None


@given(before=plans(), data=st.data())
@few_unless_many
def test_the_printed_causes_add_up_to_the_change_in_every_plan(before: Plan, data: st.DataObject) -> None:
    plan = data.draw(plans(advice=kept(before)))
    assert plan.changes is not None
    np.testing.assert_array_equal(plan.changes.changes.before, before.quantity)
    for product in range(plan.decision.products):
        was, now = before.quantity[product], plan.quantity[product]
        amounts = [line.amount.replace("−", "-").replace(",", "") for line in change_lines(plan, product)]
        printed = sum(map(Decimal, amounts), Decimal(0))
        if np.isnan(was) or np.isnan(now):
            assert change_text(plan, product) == ""
            continue
        assert printed == Decimal(f"{now:.3f}") - Decimal(f"{was:.3f}")
        said = change_text(plan, product)
        if said:
            found = re.findall(r"\(([+−][\d,.]+)\)", said)
            assert [line.amount for line in change_lines(plan, product)] == found
