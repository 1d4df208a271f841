"""One product's page: its order as a sum, its stock ahead, its sales and its past forecasts."""

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from app.pages.product import METHODS, layout
from app.planning.kept_advice import FORM
from app.planning.plan import Plan
from app.views.figures import REORDER
from data.advice import KeptAdvice
from forecasting.boosted import BOOSTING
from forecasting.extremes import ExtremeDay
from forecasting.fitted_regulars import runners_of
from forecasting.grades import DO_NOT_TRUST, GradeReason
from forecasting.seat import COMBINATION
from forecasting.seen_sales import seen_sales
from tests.app.components import of_kind, table_rows, with_id, words
from tests.app.shops import NOW, TODAY, plan_of
from tests.forecasting.simulated import shop_of


def page_of(**product: Any) -> Any:
    return layout(plan_of({"sku": "tea", **product}), "tea")


def test_an_order_is_shown_as_a_sum_ending_in_its_quantity() -> None:
    page = page_of(name="Assam", on_hand=20.0, on_order=12.0, unit_cost=4.0, pack_size=7.0)
    assert [words(title) for title in of_kind(page, "H1")] == ["Assam"]
    assert words(of_kind(page, "H2")[0]) == "Order 91 today"
    amounts = [row[0] for row in table_rows(page).values()]
    assert amounts == ["+ 28", "+ 9", "+ 85", "− 20", "− 12", "+ 1", "= 91"]


def test_a_product_that_goes_by_its_name_is_not_named_twice() -> None:
    assert words(page_of(name="tea")).count("tea") == 1


def test_what_can_be_ordered_on_a_later_day_only_says_so() -> None:
    plan = plan_of({"sku": "tea", "supplier": "Leaf", "on_hand": 5.0}, suppliers={"Leaf": {"order_days": "Wed"}})
    page = layout(plan, "tea")
    units = f"{plan.quantity[0]:g}"
    assert words(of_kind(page, "H2")[0]) == f"Order {units} on Wednesday 13 March"
    assert table_rows(page)["to order then"] == [f"= {units}"]


def test_what_moved_the_order_since_last_time_adds_up() -> None:
    kept = KeptAdvice(1, TODAY - dt.timedelta(days=1), NOW, FORM, plan_of({"sku": "tea", "on_hand": 10.0}).advice())
    rows = table_rows(layout(plan_of({"sku": "tea", "on_hand": 7.0, "rate": 3.0}, advice=kept), "tea"))
    assert list(rows.items())[-4:] == [
        ("advised on Sunday 10 March", ["27"]),
        ("sells faster", ["+16"]),
        ("sold since then", ["+3"]),
        ("now", ["= 46"]),
    ]


def test_a_record_that_cannot_be_true_is_not_to_be_trusted_and_asks_for_a_count() -> None:
    page = page_of(on_hand=-3.0, counted=-3.0, counted_on=pd.Timestamp(TODAY), unit_cost=4.0, price=9.0)
    assert "Do not trust this number yet." in words(page)
    assert "-3 on record, which cannot be: count it." in words(page)
    assert any(link.href == "/count?sku=tea" for link in of_kind(page, "Link"))
    assert "Do not trust this number yet." not in words(page_of(on_hand=3.0))


def test_without_an_earlier_advice_nothing_is_compared() -> None:
    assert "Why not as last time?" not in words(page_of(on_hand=7.0))


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


def test_a_young_product_says_that_its_forecasts_have_no_past() -> None:
    assert "There is not enough history to tell." in words(page_of(on_hand=1.0))


def test_every_product_of_the_sample_shop_has_a_whole_page(sample_plan: Plan) -> None:
    for sku in sample_plan.inputs.products.index[::6]:
        page = layout(sample_plan, sku)
        told = words(page)
        assert "On average the forecast was" in told
        assert "nan" not in told.split()
        assert {graph.id["name"] for graph in of_kind(page, "Graph")} >= {"sales", "past"}


def test_every_way_to_forecast_has_its_words() -> None:
    origins = np.array([99])
    seen = seen_sales(shop_of(np.ones((100, 1))), country=None, horizon=7, origins=origins)
    racing = [name for runner in runners_of(seen) for name in runner.names]
    assert {*racing, COMBINATION, BOOSTING} == set(METHODS)


def graded(grade: str, code: str, **values: Any) -> Plan:
    plan = plan_of({"sku": "tea"})
    reason = (GradeReason(code, values),)
    return replace(plan, forecast=replace(plan.forecast, grade=(grade,), grade_reason=reason))


def test_the_grade_of_a_forecast_stands_beside_it_with_its_reason() -> None:
    told = words(layout(graded(DO_NOT_TRUST, "no_history"), "tea"))
    assert "Forecast: Do not trust" in told
    assert "It was never sold, so nothing can be forecast yet" in told
    assert "Forecast: Good" in words(page_of())
    assert "Forecast by" not in told


def test_extreme_days_are_told_the_latest_first_and_the_oldest_folded_away() -> None:
    plan = plan_of({"sku": "tea"}, {"sku": "mug"})
    days = tuple(ExtremeDay("tea", dt.date(2024, 1, n), 100.0 * n, counted=8.0) for n in range(1, 6))
    other = ExtremeDay("mug", dt.date(2024, 1, 9), 7777.0, counted=8.0)
    page = layout(replace(plan, forecast=replace(plan.forecast, extremes=(*days, other))), "tea")
    told = words(page)
    assert told.index("On 5 January 2024 500 were sold; the forecast counts it as 8.") < told.index("On 3 January 2024")
    folded = of_kind(page, "Details")[0]
    assert words(folded).startswith("2 more On 2 January 2024 200 were sold")
    assert "7,777" not in told


def test_days_that_do_not_count_as_sold_are_marked_in_the_chart() -> None:
    plan = plan_of({"sku": "tea"})
    units = plan.inputs.history.units.copy()
    units[[40, 41], 0], units[50, 0] = np.nan, 900.0
    history = plan.inputs.history.with_units(units)
    extreme = ExtremeDay("tea", history.days[50].date(), 900.0, counted=8.0)
    forecast = replace(plan.forecast, extremes=(extreme,))
    page = layout(replace(plan, inputs=replace(plan.inputs, history=history), forecast=forecast), "tea")
    figure = with_id(page, {"type": "chart", "name": "sales"}).figure
    marked = {trace.name: (list(trace.x), list(trace.y)) for trace in figure.data[-2:]}
    days = [history.days[row].date() for row in (40, 41, 50)]
    assert marked == {"sold out, not counted": (days[:2], [0.0, 0.0]), "counted as": ([days[2]], [8.0])}


@pytest.mark.parametrize("sku", ["nothing", ""])
def test_an_unknown_product_leads_back(sample_plan: Plan, sku: str) -> None:
    page = layout(sample_plan, sku)
    assert f"There is no product {sku} in this shop." in words(page)
    assert of_kind(page, "Link")[0].href == "/"
