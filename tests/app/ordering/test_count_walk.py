"""The order in which shelves are walked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ordering.count_walk import CATEGORY, EVERYTHING, SUPPLIER, Shelf, shelf_of, shelves, walk
from app.planning.plan import Plan
from tests.app.shops import plan_of


@pytest.fixture
def plan() -> Plan:
    return plan_of(
        {"sku": "slow", "rate": 1.0, "category": "Tea", "name": "zinger"},
        {"sku": "fast", "rate": 5.0, "category": "Tea", "name": "Assam"},
        {"sku": "known", "on_hand": 30.0, "supplier": "Mill", "name": "Flour"},
        {"sku": "gone", "active": False, "category": "Old"},
    )


def test_what_was_never_counted_comes_first_and_of_that_what_sells_most(plan: Plan) -> None:
    assert walk(plan, Shelf())[:2] == ("fast", "slow")


@pytest.mark.parametrize(
    ("shelf", "skus"),
    [
        (Shelf(EVERYTHING), ("fast", "known", "slow")),
        (Shelf(CATEGORY, "Tea"), ("fast", "slow")),
        (Shelf(SUPPLIER, "Mill"), ("known",)),
        (Shelf(SUPPLIER, "Nobody"), ()),
    ],
)
def test_a_shelf_is_walked_by_name_without_what_is_not_ordered_any_more(
    plan: Plan, shelf: Shelf, skus: tuple[str, ...]
) -> None:
    assert walk(plan, shelf) == skus


def test_each_category_and_supplier_is_a_shelf(plan: Plan) -> None:
    assert shelves(plan) == (Shelf(), Shelf(EVERYTHING), Shelf(CATEGORY, "Tea"), Shelf(SUPPLIER, "Mill"))


@given(st.sampled_from([CATEGORY, SUPPLIER]), st.text(min_size=1))
def test_a_shelf_is_known_by_its_key(kind: str, name: str) -> None:
    assert shelf_of(Shelf(kind, name).key) == Shelf(kind, name)
