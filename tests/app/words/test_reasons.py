"""The reason of an order is a sum that the owner can check with a pencil."""

import math
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.planning.plan import Plan
from app.words.reasons import reason_lines, why
from app.words.sums import number
from data.shop_settings import ShopSettings
from inventory.decision import decide
from inventory.order_calendar import OrderCalendar, order_calendar
from inventory.order_days import SupplierDays, never
from tests.app.planning.test_adjusting import draft, minimum
from tests.app.shops import plan_of

NUMBER = r"([\d,.]*\d)"
TERM = re.compile(rf"([+-]) (?:[a-z ]|1\.5)+? {NUMBER}(?= [+=-])")
PACKS = rf"; in (?:packs of {NUMBER}|whole units)(?:, at least {NUMBER})?: {NUMBER}"
SUM = re.compile(rf"(?P<sum>.+) = {NUMBER}(?:{PACKS})?")


def decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def recomputed(reason: str) -> Decimal:
    """The order quantity, worked out from the printed reason alone; an error where its numbers do not add up."""
    found = SUM.fullmatch(reason)
    assert found, f"no sum: {reason}"
    total, pack, minimum, rounded = found[2], found[3], found[4], found[5]
    terms = TERM.findall(f"+ {found['sum']} =")
    assert len(terms) == len(re.findall(r" [+-] ", f" + {found['sum']}")), f"not every part was read: {reason}"
    assert sum(decimal(sign + units) for sign, units in terms) == decimal(total), reason
    if rounded is None:
        return decimal(total)
    packs = decimal(pack or "1")
    wanted = max(decimal(total), decimal(minimum or "0"))
    assert decimal(rounded) == math.ceil(wanted / packs) * packs, reason
    return decimal(rounded)


def check_reason(plan: Plan, product: int) -> None:
    quantity = plan.decision.order_quantity[product]
    reason = why(plan, product)
    if quantity > 0:
        assert recomputed(reason) == Decimal(f"{quantity:.3f}")
    elif math.isnan(quantity):
        assert decimal(re.search(rf"{NUMBER} should be there", reason)[1]) == Decimal(  # type: ignore[index]
            f"{plan.decision.order_up_to[product]:.3f}"
        )
    elif not plan.stock.active[product]:
        assert reason == "Not ordered any more."
    else:
        found = re.fullmatch(rf"Nothing to order: (-?){NUMBER} on hand and on the way, reorder at {NUMBER}\.", reason)
        assert found, reason
        assert decimal(found[1] + found[2]) == Decimal(f"{plan.decision.inventory_position[product]:.3f}")
        assert decimal(found[3]) == Decimal(f"{plan.decision.reorder_point[product]:.3f}")


def test_every_reason_of_the_sample_shop_adds_up_to_its_order(sample_plan: Plan) -> None:
    for product in range(sample_plan.decision.products):
        check_reason(sample_plan, product)
    reasons = [why(sample_plan, product) for product in range(sample_plan.decision.products)]
    assert sum("in packs of" in reason for reason in reasons) > 5, "packs must have been met"
    assert sum(reason.startswith("Nothing to order") for reason in reasons) > 5


def with_conditions(plan: Plan, *, calendar: OrderCalendar | None = None, **conditions: Any) -> Plan:
    """The plan, decided again under other conditions."""
    policy = replace(plan.policy, **conditions)
    decision = decide(plan.demand, policy, plan.stock, calendar=calendar)
    return replace(plan, policy=policy, decision=decision)


def test_a_supplier_who_takes_no_orders_is_the_reason(sample_plan: Plan) -> None:
    products = sample_plan.decision.products
    day = sample_plan.inputs.today
    calendar = order_calendar([SupplierDays(order_days=never())], supplier=[0] * products, today=day)
    reasons = {why(with_conditions(sample_plan, calendar=calendar), product) for product in range(products)}
    assert reasons <= {"Not ordered: the supplier takes no orders.", "Not ordered any more."}


def test_what_would_spoil_is_a_line_of_the_sum(sample_plan: Plan) -> None:
    plan = with_conditions(sample_plan, shelf_life_days=np.full(sample_plan.decision.products, 3.0))
    product = int(np.flatnonzero((plan.decision.shelf_life_cut < 0) & (plan.decision.order_quantity > 0))[0])
    line = next(line for line in reason_lines(plan, product) if line.label == "would spoil")
    assert line.amount.startswith("− ")
    assert number(plan.decision.shelf_life_limit[product]) in line.reason
    assert f"- would spoil {line.amount.removeprefix('− ')}" in why(plan, product)


PRODUCTS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "rate": st.sampled_from([0.0, 0.05, 2.0, 31.7, 40_000.0]),
        "on_hand": st.one_of(st.just(math.nan), st.floats(-20, 300), st.integers(-3, 2_000_000)),
        "on_order": st.one_of(st.just(math.nan), st.floats(0, 60), st.integers(0, 9)),
        "lead_time_days": st.sampled_from([0.0, 1.0, 4.5, 21.0]),
        "lead_time_sd_days": st.sampled_from([0.0, 3.0]),
        "pack_size": st.sampled_from([0.25, 1.0, 6.0, 1_500_000.0]),
        "moq": st.sampled_from([0.0, 2.5, 24.0, 3_000_001.0]),
        "unit_cost": st.sampled_from([math.nan, 0.8, 30.0]),
        "active": st.sampled_from([True, True, True, False]),
    }
)


@given(product=PRODUCTS, level=st.floats(0.5, 0.999), rule=st.sampled_from(["quantile", "simple"]))
def test_every_reason_adds_up_whatever_the_stock_and_the_conditions(
    product: dict[str, Any], level: float, rule: str
) -> None:
    check_reason(plan_of(product, settings=ShopSettings(service_level=level, rule=rule)), 0)


@given(product=PRODUCTS, rule=st.sampled_from(["quantile", "simple"]))
def test_the_lines_of_the_product_page_add_up_to_the_same(product: dict[str, Any], rule: str) -> None:
    plan = plan_of(product, settings=ShopSettings(rule=rule))
    lines = reason_lines(plan, 0)
    total = sum(decimal(line.amount.replace("−", "-").replace(" ", "")) for line in lines)
    quantity, counted = plan.decision.order_quantity[0], not math.isnan(plan.decision.on_hand[0])
    wanted = quantity if counted or not plan.stock.active[0] else plan.decision.order_up_to[0]
    assert total == Decimal(f"{wanted:.3f}")


# Poisson of 2 a day for 14 days: expected 28, 95 % quantile 37; EOQ at cost 4: sqrt(2 * 730 * 5 / (0.25 * 4)) = 85.4


def test_an_order_reads_as_the_sum_of_its_parts() -> None:
    plan = plan_of({"on_hand": 20.0, "on_order": 12.0, "unit_cost": 4.0})
    assert why(plan, 0) == (
        "expected sales 28 + safety stock 9 + economical order size 85 - on hand 20 - on the way 12 = 90"
    )


def test_packs_and_the_smallest_order_are_named_where_they_change_the_quantity() -> None:
    few = {"on_hand": 30.0}
    packs = {**few, "pack_size": 6.0}
    plan = plan_of(few, packs, {**packs, "moq": 6.0}, {**packs, "moq": 20.0}, {**few, "moq": 10.0})
    base = "expected sales 28 + safety stock 9 - on hand 30 = 7"
    assert [why(plan, product) for product in range(5)] == [
        base,
        f"{base}; in packs of 6: 12",
        f"{base}; in packs of 6: 12",
        f"{base}; in packs of 6, at least 20: 24",
        f"{base}; in whole units, at least 10: 10",
    ]


def test_nothing_on_hand_is_said_and_not_passed_over() -> None:
    assert why(plan_of({"on_hand": 0.0}), 0) == "expected sales 28 + safety stock 9 - on hand 0 = 37"


def test_large_numbers_are_written_out() -> None:
    plan = plan_of({"rate": 0.0, "on_hand": 1_234_567.0}, {"on_hand": 0.0, "moq": 1_234_567.0})
    assert why(plan, 0) == "Nothing to order: 1,234,567 on hand and on the way, reorder at 0."
    assert why(plan, 1).endswith("; in whole units, at least 1,234,567: 1,234,567")


def test_enough_stock_is_told_with_the_point_at_which_to_order() -> None:
    plan = plan_of({"on_hand": 30.5, "on_order": 8.0})
    assert why(plan, 0) == "Nothing to order: 38.5 on hand and on the way, reorder at 37."


def test_what_is_not_ordered_any_more_says_so() -> None:
    assert why(plan_of({"on_hand": 0.0, "active": False}), 0) == "Not ordered any more."


def test_without_a_count_the_reason_asks_for_one_and_says_how_many_there_should_be() -> None:
    assert why(plan_of({"unit_cost": 4.0}), 0) == (
        "Count the stock first: 122 should be there or on the way "
        "(expected sales 28, safety stock 9 and economical order size 85)."
    )


def test_the_simple_rule_shows_its_threshold_and_how_seldom_it_lasts() -> None:
    plan = plan_of({"on_hand": 1.0}, settings=ShopSettings(rule="simple"))
    assert why(plan, 0) == "1.5 days of average sales 3 - on hand 1 = 2"
    line = reason_lines(plan, 0)[0]
    assert (line.label, line.amount) == ("1.5 days of average sales", "+ 3")
    assert line.reason == "The simple rule; it lasts in 0 % of cases only."


def test_each_line_gives_its_own_reason() -> None:
    plan = plan_of({"on_hand": 20.0, "on_order": 12.0, "unit_cost": 4.0, "pack_size": 6.0, "moq": 24.0})
    told = {line.label: (line.reason, line.amount) for line in reason_lines(plan, 0)}
    assert told == {
        "expected sales": (
            "From today to Monday 25 March, when the order after next arrives. Trust in the forecast: Good.",
            "+ 28",
        ),
        "safety stock": ("So that nothing is missing in 95 % of order cycles.", "+ 9"),
        "economical order size": ("Ordering this much at a time costs least.", "+ 85"),
        "on hand": ("", "− 20"),
        "on the way": ("", "− 12"),
    }


@pytest.mark.parametrize(("moq", "said"), [(24.0, "Packs of 6, at least 24."), (0.0, "Packs of 6.")])
def test_the_line_of_the_packs_names_pack_and_smallest_order(moq: float, said: str) -> None:
    line = reason_lines(plan_of({"on_hand": 36.0, "pack_size": 6.0, "moq": moq}), 0)[-1]
    assert (line.label, line.reason) == ("rounded to packs", said)


def test_a_product_that_does_not_sell_begins_its_sum_with_nothing() -> None:
    plan = plan_of({"rate": 0.0, "on_hand": 0.0})
    assert [(line.label, line.amount) for line in reason_lines(plan, 0)] == [
        ("expected sales", "+ 0"),
        ("on hand", "− 0"),
    ]


def test_the_line_of_enough_stock_takes_the_rest_back() -> None:
    line = reason_lines(plan_of({"on_hand": 40.0}), 0)[-1]
    assert (line.label, line.amount) == ("enough for now", "+ 3")
    assert line.reason == "There is more than the reorder point of 37: no order yet."


def test_what_deliveries_taught_is_told_beside_what_was_said() -> None:
    took = pd.DataFrame({"supplier": "Tea house", "order_id": [1, 2, 3], "days": [5, 8, 11]})
    suppliers = {"Tea house": {"lead_time_days": 5.0}}
    plan = plan_of({"supplier": "Tea house", "on_hand": 1.0}, suppliers=suppliers, deliveries=took)
    assert (
        "Delivery is said to take 5 days; it took 5 to 11 days, so 6.5 days are planned with."
        in reason_lines(plan, 0)[0].reason
    )


def test_an_order_of_a_later_day_begins_with_it() -> None:
    plan = plan_of({"supplier": "Tea house", "on_hand": 1.0}, suppliers={"Tea house": {"order_days": "Tue"}})
    assert why(plan, 0).startswith("On Tuesday 12 March: expected sales ")
    assert reason_lines(plan, 0)[0].reason.startswith(
        "Ordered on Tuesday 12 March, it must last until the order after that arrives on Tuesday 26 March."
    )


def test_the_owners_own_number_comes_before_the_advice_with_her_reason() -> None:
    plan = plan_of({"sku": "tea", "on_hand": 30.0}, orders=draft(tea=40))
    assert why(plan, 0) == ("Your own number: 40. Advised: expected sales 28 + safety stock 9 - on hand 30 = 7")
    last = reason_lines(plan, 0)[-1]
    assert (last.label, last.reason, last.amount) == (
        "your own number",
        "Advised were 7. Your reason: a party",
        "+ 33",
    )


def test_minimum_and_budget_are_terms_of_the_sum() -> None:
    tea = {"sku": "tea", "supplier": "Tea house", "on_hand": 30.0, "unit_cost": 4.0, "price": 9.0}
    topped_up = plan_of(tea, settings=ShopSettings(order_cost=0, currency="£"), suppliers=minimum(60))
    assert why(topped_up, 0) == (
        "expected sales 28 + safety stock 9 - on hand 30 = 7 + up to the supplier's minimum 8 = 15"
    )
    assert reason_lines(topped_up, 0)[-1].reason.startswith("Tea house takes orders from £60.00.")
    cut = plan_of(tea, settings=ShopSettings(order_cost=0, currency="£", budget=8))
    assert why(cut, 0) == "expected sales 28 + safety stock 9 - on hand 30 = 7 - put off for the budget 5 = 2"
    assert reason_lines(cut, 0)[-1].reason.startswith("Your budget of £8.00 goes further elsewhere.")


def test_a_bundle_is_not_ordered_itself() -> None:
    parts = pd.DataFrame({"bundle": ["box"], "part": ["tea"], "units": [6.0]})
    plan = plan_of({"sku": "box"}, {"sku": "tea", "on_hand": 1.0}, bundle_parts=parts)
    assert why(plan, 0) == "Put together from other products when it is sold: its parts are ordered instead."
