"""A plan from files knows what was known on the morning of its day, and tells what the files held."""

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from app.commands.plan_from_files import SalesEnded, plan_from_files
from app.planning.plan import Plan, row_of
from app.planning.sales_history import NothingSold
from data.problems import FileRejected
from data.value_rules import BadValue
from tests.app.shops import small_sales, write_products, write_sales


def plan(sales: Path, products: Path | None = None, *, on: dt.date | None = None, level: float | None = None) -> Plan:
    return plan_from_files(sales, products, on=on, country=None, service_level=level, progress=None).plan


def test_the_plan_is_for_the_day_after_the_last_sales_or_the_day_asked_for(tmp_path: Path) -> None:
    sales = small_sales(tmp_path)
    assert plan(sales).inputs.today == dt.date(2024, 3, 11)
    assert plan(sales, on=dt.date(2024, 2, 20)).inputs.today == dt.date(2024, 2, 20)


def test_a_product_first_sold_later_is_not_known_yet(tmp_path: Path) -> None:
    sales = write_sales(tmp_path / "till.csv", {"tea": [3] * 70, "new": [0] * 60 + [2] * 10})
    assert list(plan(sales).inputs.products.index) == ["new", "tea"]
    assert list(plan(sales, on=dt.date(2024, 2, 20)).inputs.products.index) == ["tea"]


def test_days_without_a_sale_before_the_day_asked_for_are_seen_as_such(tmp_path: Path) -> None:
    sold = [3.0] * 60 + [0.0] * 3 + [3.0] * 7
    planned = plan(write_sales(tmp_path / "till.csv", {"tea": sold}), on=dt.date(2024, 3, 4))
    assert planned.inputs.today == dt.date(2024, 3, 4)
    assert len(planned.inputs.history.days) == 63
    assert np.nan_to_num(planned.inputs.history.units[-3:, 0]).tolist() == [0, 0, 0]


@pytest.mark.parametrize("day", [dt.date(2023, 1, 1), dt.date(2024, 1, 1)])
def test_before_the_first_sale_there_is_nothing_to_plan_from(tmp_path: Path, day: dt.date) -> None:
    with pytest.raises(NothingSold, match=f"There are no sales before {day}"):
        plan(small_sales(tmp_path), on=day)


def test_a_day_that_the_sales_do_not_reach_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SalesEnded, match=r"end on 2024-03-10: .* Use --on 2024-03-11\."):
        plan(small_sales(tmp_path), on=dt.date(2024, 3, 12))


def test_the_product_list_gives_stock_and_conditions(tmp_path: Path) -> None:
    listed = write_products(tmp_path / "list.csv", [{"sku": "tea", "on_hand": 4, "lead_time_days": 9, "moq": 500}])
    planned = plan(small_sales(tmp_path), listed)
    tea, mug = row_of(planned, "tea"), row_of(planned, "mug")
    assert (planned.stock.on_hand[tea], planned.policy.lead_time_days[tea]) == (4, 9)
    assert planned.decision.order_quantity[tea] == 500
    assert np.isnan(planned.stock.on_hand[mug])


def test_the_promise_asked_for_holds_for_every_product(tmp_path: Path) -> None:
    assert (plan(small_sales(tmp_path), level=0.8).policy.service_level == 0.8).all()


def test_what_the_files_held_is_told_with_what_was_left_out(tmp_path: Path) -> None:
    sales = tmp_path / "till.csv"
    sold = "".join(f"2024-01-{day:02d},tea,{day}\n" for day in range(1, 13))
    sales.write_text(f"date,sku,units\n{sold}2024-01-12,mug,twelve\n")
    listed = write_products(tmp_path / "list.csv", [{"sku": "tea", "unit_cost": 1.5}, {"sku": "mug", "unit_cost": -2}])
    told = plan_from_files(sales, listed, on=None, country=None, service_level=None, progress=None).told
    assert told[:2] == (
        "till.csv: 13 rows read, 12 used.",
        'Row 14, units: "twelve" is not a number. The row was left out.',
    )
    assert "list.csv: 2 rows read, 2 used." in told
    assert 'Row 3, unit_cost: "-2.0" is not a number from 0. The cell was left out.' in told


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.touch()
    with pytest.raises(FileRejected):
        plan(path)


def test_progress_is_that_of_the_forecast(tmp_path: Path) -> None:
    told: list[float] = []
    plan_from_files(small_sales(tmp_path), None, on=None, country=None, service_level=None, progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)


def test_a_list_of_suppliers_and_a_budget_change_the_plan(tmp_path: Path) -> None:
    listed = write_products(
        tmp_path / "list.csv", [{"sku": "tea", "on_hand": 4, "supplier": "Tea house", "unit_cost": 2.0, "price": 5.0}]
    )
    suppliers = write_products(tmp_path / "suppliers.csv", [{"supplier": "Tea house", "lead_time_days": 3}])
    sales = small_sales(tmp_path)
    free = plan_from_files(sales, listed, on=None, country=None, service_level=None, progress=None, suppliers=suppliers)
    tea = row_of(free.plan, "tea")
    assert free.plan.policy.lead_time_days[tea] == 3
    assert any(told.startswith("suppliers.csv: 1 rows read") for told in free.told)
    poor = plan_from_files(
        sales, listed, on=None, country=None, service_level=None, progress=None, suppliers=suppliers, budget=10.0
    )
    assert free.plan.quantity[tea] > 5 >= poor.plan.quantity[tea] > 0


def test_closed_days_that_are_said_sell_nothing(tmp_path: Path) -> None:
    sales, options = small_sales(tmp_path), {"on": None, "country": None, "service_level": None, "progress": None}
    usual = plan_from_files(sales, None, **options).plan.forecast.mean
    closed = plan_from_files(
        sales, None, closed_days="2024-03-12 to 2024-03-13; 2024-03-20", **options
    ).plan.forecast.mean
    assert (closed[:, [1, 2, 9]] == 0).all()
    np.testing.assert_allclose(np.delete(closed, [1, 2, 9], axis=1), np.delete(usual, [1, 2, 9], axis=1))


def test_closed_days_that_are_no_days_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match="closed_days"):
        plan_from_files(
            small_sales(tmp_path),
            None,
            on=None,
            country=None,
            service_level=None,
            progress=None,
            closed_days="Christmas",
        )
