"""What is printed of a plan recomputes to what it orders, in every plan.

`pytest tests/app/planning/test_printed_plans.py --hypothesis-profile=many` prints 10,000 plans.
"""

import re
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given

from app.planning.plan import Plan
from app.words.reasons import reason_lines, why
from tests.app.planning.random_plans import few_unless_many, plans, spent

NUMBER = r"-?[\d,.]*\d"
TERM = re.compile(rf"([+-]) (?:[a-z ']|1\.5)+? ({NUMBER})(?= [+=-])")
DAY = re.compile(r"On \w+day \d+ \w+: ")
PACKS = re.compile(rf"; in (?:packs of ({NUMBER})|whole units)(?:, at least ({NUMBER}))?: ({NUMBER})")


def decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("−", "-").replace(" ", ""))


def recomputed(advice: str) -> Decimal:
    """The advised units, worked out from the printed line alone; fails where its numbers do not add up."""
    line = DAY.sub("", advice)
    if line.startswith(("Not ordered", "Nothing to order", "Put together")):
        return Decimal(0)
    if line.startswith("Enough for now: 0"):
        return chained(Decimal(0), line.removeprefix("Enough for now: 0"))
    first, equals, rest = line.partition(" = ")
    assert equals, line
    terms = TERM.findall(f"+ {first} =")
    total = decimal(re.match(NUMBER, rest)[0])  # type: ignore[index]
    assert sum((decimal(sign + units) for sign, units in terms), Decimal(0)) == total, line
    rest = rest[len(re.match(NUMBER, rest)[0]) :]  # type: ignore[index]
    packs = PACKS.match(rest)
    if packs is None:
        return chained(total, rest)
    pack, least, rounded = (decimal(found) if found else None for found in packs.groups())
    assert rounded is not None
    assert rounded % (pack or 1) == 0, line
    assert least is None or rounded >= least, line
    return chained(rounded, rest[packs.end() :])


def chained(total: Decimal, rest: str) -> Decimal:
    """What is left after each change that is printed behind the sum."""
    for sign, units, equals in re.findall(rf" ([+-]) [a-z ']+ ({NUMBER}) = ({NUMBER})", rest):
        total += decimal(sign + units)
        assert total == decimal(equals), rest
    return total


def check_printed(plan: Plan) -> None:
    for product, quantity in enumerate(plan.quantity):
        line = why(plan, product)
        printed = sum((decimal(part.amount) for part in reason_lines(plan, product)), Decimal(0))
        if np.isnan(quantity):
            assert line.startswith("Count the stock first: ")
            continue
        exactly = Decimal(f"{quantity:.3f}")
        assert printed == exactly, line
        own = re.match(rf"Your own number: ({NUMBER})\. Advised: ", line)
        if own is None:
            assert recomputed(line) == exactly, line
        else:
            assert decimal(own[1]) == exactly == Decimal(f"{plan.adjustments.override[product]:.3f}")


@given(plan=plans())
@few_unless_many
def test_the_printed_parts_recompute_to_the_printed_quantity(plan: Plan) -> None:
    check_printed(plan)


@given(plan=plans())
@few_unless_many
def test_what_was_sent_today_is_not_advised_again_unless_the_owner_says_so(plan: Plan) -> None:
    settled = plan.adjusted.decided.is_decided & plan.orderable_today & ~np.isnan(plan.quantity)
    settled &= np.isnan(plan.adjustments.override)
    assert (plan.quantity[settled] == 0).all()
    assert (plan.adjustments.minimum_top_up[settled] == 0).all()


@given(plan=plans())
@few_unless_many
def test_no_plan_spends_more_than_its_budget_or_orders_on_a_day_without_orders(plan: Plan) -> None:
    outcome = plan.adjusted.budget
    assert (plan.quantity_today[~plan.orderable_today & ~np.isnan(plan.quantity)] == 0).all()
    if outcome is None:
        assert (plan.adjustments.budget_cut == 0).all()
        return
    assert outcome.spent == pytest.approx(outcome.sent + spent(plan) + outcome.fees, abs=1e-6)
    assert outcome.spent <= max(outcome.budget, outcome.sent + outcome.owners) + 1e-9
    unknown = np.isnan(plan.adjustments.override) & plan.orderable_today & ~(plan.policy.unit_cost > 0)
    assert (np.nan_to_num(plan.quantity[unknown]) == 0).all()
