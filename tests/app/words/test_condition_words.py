"""What conditions change in a plan is said in sentences that tell what to do."""

import math

import pytest

from app.planning.plan import Plan
from app.words.condition_words import condition_sentences
from data.shop_settings import ShopSettings
from tests.app.planning.test_adjusting import draft, minimum
from tests.app.shops import plan_of

TEA = {"sku": "tea", "supplier": "Tea house", "on_hand": 30.0, "unit_cost": 4.0, "price": 9.0}
CUP = {"sku": "cup", "supplier": "Potter", "on_hand": 2.0, "unit_cost": 5.0, "price": 6.0}


def settings(budget: float | None = None) -> ShopSettings:
    return ShopSettings(order_cost=0, currency="£", budget=budget)


def test_a_plan_without_conditions_says_nothing() -> None:
    assert condition_sentences(plan_of(TEA, CUP, settings=settings())) == ()


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (
            plan_of(TEA, CUP, settings=settings(), suppliers={"Tea house": {"order_days": "Tue"}}),
            "1 product is to be ordered on Tuesday 12 March.",
        ),
        (
            plan_of(TEA, CUP, settings=settings(), suppliers={"Tea house": {"order_days": "never"}}),
            "Nothing can be ordered from Tea house, who takes no orders: name another supplier.",
        ),
        (
            plan_of(TEA, settings=settings(), suppliers=minimum(60)),
            "Tea house: topped up to the minimum of £60.00.",
        ),
        (
            plan_of(TEA, CUP, settings=settings(budget=10_000)),
            "Of the budget of £10,000.00 £203.00 are spent.",
        ),
        (
            plan_of(TEA, settings=settings(budget=10), orders=draft(tea=10)),
            "Your own numbers cost £40.00, more than the budget of £10.00.",
        ),
    ],
)
def test_each_condition_has_its_sentence(plan: Plan, said: str) -> None:
    assert condition_sentences(plan) == (said,)


def test_a_budget_of_nothing_says_what_it_risks() -> None:
    (said,) = condition_sentences(plan_of(TEA, CUP, settings=settings(budget=0)))
    assert said.startswith("Of the budget of £0.00 £0.00 are spent. 2 products are put off, which risks £")


def test_what_has_no_cost_is_named_beside_the_budget() -> None:
    plan = plan_of(TEA, {**CUP, "unit_cost": math.nan}, settings=settings(budget=500))
    assert condition_sentences(plan)[-1] == ("1 product has no unit cost, so no budget can buy it: type what it costs.")
