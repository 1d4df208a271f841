"""Alerts say what is wrong with the numbers that say how much."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.planning.plan import Plan
from app.words.alert_words import SENTENCES, TAGS, alert_line, alert_rows
from data.shop_settings import ShopSettings
from inventory.alerts import CODES
from tests.app.components import of_kind, words
from tests.app.shops import plan_of


def told(**product: Any) -> tuple[str, str]:
    """Code and sentence of the one alert of a product that sells 2 a day and is delivered in 7 days."""
    (row,) = alert_rows(plan_of(product, settings=ShopSettings(currency="£")))
    return row.code, row.sentence


@pytest.mark.parametrize(
    ("product", "alert"),
    [
        ({"on_hand": 0.0}, ("out_of_stock", "Nothing left, sells about 14 a week.")),
        ({"on_hand": 0.0, "on_order": 60.0}, ("out_of_stock", "Nothing left, sells about 14 a week; 60 on the way.")),
        (
            {"on_hand": 6.0},
            ("runs_out_before_delivery", "Lasts 3 days, a delivery takes 7 days: about 8 short."),
        ),
        (
            {"on_hand": 2.0, "lead_time_days": 1.5},
            ("runs_out_before_delivery", "Lasts 1 day, a delivery takes 2 days: about 2 short."),
        ),
        ({"on_hand": 30.0}, ("below_reorder_point", "Lasts 15 days; order 7.")),
        ({"on_hand": 238.0}, ("overstock", "Lasts 119 days: 201 more than needed.")),
        (
            {"on_hand": 622.0, "unit_cost": 4.0},
            ("overstock", "Lasts 311 days: 500 more than needed, £2,000.00 tied up."),
        ),
        ({"rate": 0.0, "on_hand": 9.0}, ("overstock", "Does not sell: 9 more than needed.")),
        ({}, ("count_missing", "No stock count: nothing can be advised.")),
        (
            {"rate": 0.0, "on_hand": -3.0},
            ("wrong_record", "-3 on record, which cannot be: count it."),
        ),
    ],
)
def test_an_alert_says_how_much(product: dict[str, Any], alert: tuple[str, str]) -> None:
    assert told(**product) == alert


def test_a_product_with_enough_or_not_ordered_any_more_raises_no_alert() -> None:
    assert list(alert_rows(plan_of({"on_hand": 60.0}, {"on_hand": 0.0, "active": False}))) == []


def test_the_most_urgent_alert_comes_first() -> None:
    plan = plan_of({}, {"on_hand": 237.0}, {"on_hand": 30.0}, {"on_hand": 6.0}, {"on_hand": 0.0})
    assert [row.code for row in alert_rows(plan)] == list(CODES)
    assert set(TAGS) == set(SENTENCES) >= set(CODES)


def test_a_product_without_a_name_goes_by_its_sku() -> None:
    plan = plan_of({"sku": "a1", "name": "Tea", "on_hand": 0.0}, {"sku": "b2", "on_hand": 0.0})
    assert [row.name for row in alert_rows(plan)] == ["Tea", "b2"]


def test_an_alert_leads_to_its_product() -> None:
    line = alert_line(next(alert_rows(plan_of({"sku": "a/b &", "name": "Tea", "on_hand": 0.0}))))
    assert words(line) == "Sold out Tea Nothing left, sells about 14 a week. New"
    assert of_kind(line, "Link")[0].href == "/product/a%2Fb%20%26"


def test_every_alert_of_the_sample_shop_is_a_whole_sentence(sample_plan: Plan) -> None:
    rows = list(alert_rows(sample_plan))
    assert {row.code for row in rows} >= {"out_of_stock", "runs_out_before_delivery", "overstock", "count_missing"}
    assert not [row for row in rows if re.search(r"nan|unknown|None|inf|e\+", row.sentence)]


@given(
    rate=st.sampled_from([0.0, 0.01, 2.0, 50_000.0]),
    on_hand=st.one_of(st.floats(-1e6, 1e7), st.sampled_from([float("nan"), 0.0])),
    on_order=st.one_of(st.floats(0, 1e6), st.sampled_from([float("nan"), 0.0])),
    unit_cost=st.sampled_from([float("nan"), 0.0, 3.0]),
)
def test_no_alert_ever_shows_a_number_that_is_none(
    rate: float, on_hand: float, on_order: float, unit_cost: float
) -> None:
    plan = plan_of({"rate": rate, "on_hand": on_hand, "on_order": on_order, "unit_cost": unit_cost})
    for row in alert_rows(plan):
        assert not re.search(r"nan|unknown|None|inf|e\+", row.sentence)
