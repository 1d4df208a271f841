"""One product's page: its order as a sum, its stock ahead, its sales and its past forecasts."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from app.figures import REORDER
from app.pages.product import METHODS, REASONS, layout
from app.plan import Plan
from forecasting.boosted import BOOSTING
from forecasting.fitted_regulars import runners_of
from forecasting.forecast import IDLE_METHOD, NEWCOMER_METHOD
from forecasting.race import COMBINATION
from forecasting.shop_level import shop_level
from tests.app.components import of_kind, table_rows, with_id, words
from tests.app.shops import plan_of


def page_of(**product: Any) -> Any:
    return layout(plan_of({"sku": "tea", **product}), "tea")


def test_an_order_is_shown_as_a_sum_ending_in_its_quantity() -> None:
    page = page_of(name="Assam", on_hand=20.0, on_order=12.0, unit_cost=4.0, pack_size=7.0)
    assert [words(title) for title in of_kind(page, "H1")] == ["Assam"]
    assert words(of_kind(page, "H2")[0]) == "Order 91 today"
    amounts = [row[0] for row in table_rows(page).values()]
    assert amounts == ["+ 28", "+ 9", "+ 85", "− 20", "− 12", "+ 1", "= 91"]


def test_enough_stock_says_that_nothing_is_ordered() -> None:
    page = page_of(on_hand=40.0)
    assert words(of_kind(page, "H2")[0]) == "Nothing to order today"
    assert table_rows(page)["to order today"] == ["= 0"]


def test_a_product_without_a_count_asks_for_one_in_both_cards() -> None:
    page = page_of()
    assert words(of_kind(page, "H2")[0]) == "Count it first"
    assert table_rows(page)["should be there or on the way"] == ["37"]
    assert "No count yet. Type what is on the shelf" in words(page)
    assert [graph.id["name"] for graph in of_kind(page, "Graph")] == ["sales"]


def test_an_assumed_lead_time_is_owned_up_to() -> None:
    said = "Delivery is taken to need 7 days, since nobody said."
    assert said in words(page_of(on_hand=1.0))
    assert said not in words(page_of(on_hand=1.0, lead_time_days=7.0))


def test_a_product_that_does_not_sell_says_so_instead_of_days() -> None:
    assert "It does not sell at present." in words(page_of(rate=0.0, on_hand=4.0))
    assert "lasts about 2 days" in words(page_of(rate=2.0, on_hand=4.0))


def test_the_stock_chart_runs_down_to_the_reorder_point_of_the_decision() -> None:
    figure = with_id(page_of(on_hand=40.0), {"type": "chart", "name": "stock"}).figure
    (line,) = [trace for trace in figure.data if trace.name == "reorder point"]
    assert (list(line.y), line.line.color) == ([37, 37], REORDER)


def test_a_young_product_says_why_its_forecast_is_plain() -> None:
    assert "It has less than eight weeks of sales" in words(page_of(on_hand=1.0))
    assert "There is not enough history to tell." in words(page_of(on_hand=1.0))


def test_every_product_of_the_sample_shop_has_a_whole_page(sample_plan: Plan) -> None:
    for sku in sample_plan.inputs.products.index[::6]:
        page = layout(sample_plan, sku)
        told = words(page)
        assert "than the same-weekday average" in told
        assert "nan" not in told.split()
        assert {graph.id["name"] for graph in of_kind(page, "Graph")} >= {"sales", "past"}


def test_every_way_to_forecast_has_its_words() -> None:
    racing = [name for runner in runners_of(shop_level(np.ones((100, 1)))) for name in runner.names]
    assert {*racing, COMBINATION, BOOSTING, NEWCOMER_METHOD, IDLE_METHOD} == set(METHODS)


@pytest.mark.parametrize("reason", ["no_history", "not_selling"])
def test_a_product_of_which_no_sales_are_expected_says_why(reason: str) -> None:
    plan = plan_of({"sku": "tea", "rate": 0.0})
    idle = replace(plan, forecast=replace(plan.forecast, reason=(reason,), method=(IDLE_METHOD,)))
    assert REASONS[reason] in words(layout(idle, "tea"))


@pytest.mark.parametrize("sku", ["nothing", ""])
def test_an_unknown_product_leads_back(sample_plan: Plan, sku: str) -> None:
    page = layout(sample_plan, sku)
    assert f"There is no product {sku} in this shop." in words(page)
    assert of_kind(page, "Link")[0].href == "/"
