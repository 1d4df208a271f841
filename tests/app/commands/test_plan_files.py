"""The files of a plan, read back, say what the plan says."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from app.commands.plan_files import alert_table, forecast_table, summary, write_plan
from app.planning.plan import Plan
from app.views.order_table import order_table
from app.words.alert_words import alert_rows
from forecasting.grades import DO_NOT_TRUST, GOOD
from tests.app.shops import plan_of

TEXTS = ("forecast_reason", "since_last", "supplier_article_code")


@pytest.fixture(scope="module")
def written(sample_plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    """The files of the sample shop's plan, read back by their names."""
    paths = write_plan(sample_plan, tmp_path_factory.mktemp("out") / "not" / "there yet")
    texts = dict.fromkeys(("sku", *TEXTS), str)
    return {path.name: pd.read_csv(path, dtype=texts) for path in paths}


def test_a_plan_is_three_files(written: dict[str, pd.DataFrame]) -> None:
    assert list(written) == ["orders.csv", "forecast.csv", "alerts.csv"]


def test_orders_read_back_are_the_order_table(written: dict[str, pd.DataFrame], sample_plan: Plan) -> None:
    table = order_table(sample_plan)
    texts = dict.fromkeys(TEXTS, "")  # empty cells are read back as missing
    pd.testing.assert_frame_equal(written["orders.csv"].fillna(texts), table, check_dtype=False)


def test_rows_end_once_whatever_the_system(tmp_path: Path) -> None:
    orders, *_ = write_plan(plan_of({"on_hand": 1.0}), tmp_path)
    assert orders.read_bytes().count(b"\r\n") == orders.read_bytes().count(b"\n") == 2
    assert b"\r\r" not in orders.read_bytes()


def test_the_forecast_is_the_plans_day_by_day(written: dict[str, pd.DataFrame], sample_plan: Plan) -> None:
    rows = written["forecast.csv"]
    assert list(rows.columns) == ["sku", "date", "mean", "total", "total_5", "total_50", "total_95"]
    assert rows["date"].min() == "2011-12-10"
    days = rows.groupby("sku").size()
    assert set(days.index) == set(sample_plan.forecast.skus)
    assert days.nunique() == 1
    for product in (0, 31):
        own = rows[rows["sku"] == sample_plan.forecast.skus[product]]
        ahead = len(own)
        np.testing.assert_allclose(own["mean"], sample_plan.forecast.mean[product, :ahead], atol=1e-4)
        np.testing.assert_allclose(own["total"], np.cumsum(own["mean"]), atol=1e-2)
        level = list(sample_plan.forecast.levels).index(0.95)
        np.testing.assert_allclose(own["total_95"], sample_plan.forecast.totals[product, :ahead, level], atol=0.01)
        assert (own["total_5"] <= own["total_50"]).all()
        assert (own["total_50"] <= own["total_95"]).all()


@pytest.mark.parametrize(("lead", "days"), [(7.0, 28), (40.0, 47)])
def test_the_forecast_reaches_over_every_protection_interval_and_four_weeks_at_least(lead: float, days: int) -> None:
    assert len(forecast_table(plan_of({"lead_time_days": lead}))) == days


def test_alerts_are_those_of_the_pages_in_their_order(written: dict[str, pd.DataFrame], sample_plan: Plan) -> None:
    rows = written["alerts.csv"]
    assert list(rows.columns) == ["alert", "sku", "name", "message"]
    pages = [(row.code, row.sku, row.sentence) for row in alert_rows(sample_plan)]
    assert list(zip(rows["alert"], rows["sku"], rows["message"], strict=True)) == pages


def test_without_alerts_the_file_is_its_header() -> None:
    table = alert_table(plan_of({"on_hand": 60.0}))
    assert table.empty
    assert list(table.columns) == ["alert", "sku", "name", "message"]


def test_the_summary_tells_orders_alerts_and_what_is_not_known() -> None:
    # 7 to the reorder point of 37 and a lot of 180 (90 days' sales, less than the EOQ of 242), at 0.50
    plan = plan_of({"on_hand": 30.0, "lead_time_days": 7.0, "unit_cost": 0.5}, {"on_hand": 0.0}, {})
    assert summary(plan).splitlines() == [
        "Order 2 products today, 93.50; 1 is sold out.",
        "Alerts: 1 sold out, 1 order now, 1 count.",
        "A lead time of 7 days is assumed for 2 products.",
        "2 products without a unit cost: no economic order quantity, no cost.",
    ]


def test_a_summary_of_a_shop_that_is_well_is_short() -> None:
    plan = plan_of({"on_hand": 90.0, "lead_time_days": 7.0, "unit_cost": 4.0})
    assert summary(plan) == "Nothing to order today.\nAlerts: none."


def test_the_summary_counts_the_forecasts_by_how_far_they_can_be_trusted() -> None:
    plan = plan_of({"on_hand": 90.0}, {"on_hand": 90.0}, {"on_hand": 90.0})
    doubted = replace(plan, forecast=replace(plan.forecast, grade=(GOOD, DO_NOT_TRUST, GOOD)))
    assert "Forecasts: 2 good, 1 do not trust." in summary(doubted).splitlines()
