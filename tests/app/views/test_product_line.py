"""A line of the product list says what matters of a product."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from app.views.product_line import product_line, tags
from app.views.trend import HEIGHT, WIDTH, trend_path


def row(**other: Any) -> Any:
    known = {
        "sku": "T 1/2", "name": "Tea", "supplier": "Leaf", "category": "", "abc": "A", "xyz": "Y", "grade": "wide",
        "on_hand": 12.0, "days_of_cover": 9.0, "order_quantity": 0.0, "a_week": 8.04, "active": True, "deleted": False,
        "dead": False,
    }  # fmt: skip
    return SimpleNamespace(**(known | other))


def test_a_line_names_the_product_and_leads_to_it() -> None:
    line = product_line(row(), np.ones(3))
    assert (line["href"], line["name"], line["beside"]) == ("/product/T%201%2F2", "Tea", "T 1/2 · Leaf")
    assert (line["class"], line["grade"], line["stock"], line["cover"], line["week"]) == (
        "AY", "Wide", "12", "9 days", "8",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, []),
        ({"on_hand": 0.0, "order_quantity": 24.0}, ["Sold out", "Order 24"]),
        ({"dead": True}, ["Dead stock"]),
        ({"active": False, "on_hand": 0.0}, ["Not ordered any more"]),
        ({"active": False, "deleted": True}, ["Deleted"]),
        ({"on_hand": float("nan"), "order_quantity": float("nan")}, []),
    ],
)
def test_tags_say_what_needs_to_be_known(known: dict[str, Any], said: list[str]) -> None:
    assert [text for text, _kind in tags(row(**known))] == said


def test_what_was_not_counted_is_not_zero() -> None:
    assert product_line(row(on_hand=float("nan")), np.ones(3))["stock"] == "not counted"


def test_a_trend_of_nothing_lies_at_its_foot() -> None:
    assert trend_path(np.zeros(3)) == f"M0 {HEIGHT - 1}L{WIDTH // 2} {HEIGHT - 1}L{WIDTH} {HEIGHT - 1}"


@given(arrays(np.float64, st.integers(1, 30), elements=st.floats(-5, 1e6) | st.just(np.nan)))
def test_a_trend_stays_in_its_place(values: np.ndarray[Any, Any]) -> None:
    numbers = [part.split() for part in trend_path(values).replace("M", "L").split("L") if part]
    assert len(numbers) == int((~np.isnan(values)).sum())
    assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in numbers)
