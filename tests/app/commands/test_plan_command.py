"""The command that plans does the main job without a browser, and says in a sentence what it cannot do."""

from pathlib import Path

import pandas as pd
import pytest
from click.testing import Result

from app.planning.plan import Plan
from app.views.order_table import ORDER_COLUMNS, order_table
from data.samples import sample_products_path, sample_sales_path
from tests.app.commands.command_line import open_file, read, run, sentence
from tests.app.shops import small_sales, write_products, write_sales


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    """The sample shop, planned on the command line."""
    out = tmp_path_factory.mktemp("plan") / "out"
    return run("plan", sample_sales_path(), "--products", sample_products_path(), "--out", out), out


def test_plan_writes_the_orders_of_the_pages(planned: tuple[Result, Path], sample_plan: Plan) -> None:
    result, out = planned
    assert result.exit_code == 0
    orders = read(out).fillna({"forecast_reason": "", "since_last": "", "supplier_article_code": ""})
    assert list(orders.columns) == list(ORDER_COLUMNS)
    wanted = order_table(sample_plan)
    pd.testing.assert_frame_equal(orders, wanted, check_dtype=False)


def test_plan_prints_a_summary_the_day_and_the_files(planned: tuple[Result, Path]) -> None:
    result, out = planned
    lines = result.stdout.splitlines()
    assert lines[0] == "sample_sales.csv: 29,741 rows read, 29,741 used."
    products = lines.index("sample_products.csv: 60 rows read, 60 used.")
    assert all("have no rows" in line for line in lines[1:products]), "the sample's Christmas weeks"
    assert lines[products + 1].startswith("Order ")
    assert lines[products + 2].startswith("Alerts: ")
    assert lines[-2] == ("Your sales end on 9 December 2011; this plan is for 10 December 2011. Import newer sales.")
    assert lines[-1] == "Written: " + ", ".join(str(out / f"{name}.csv") for name in ("orders", "forecast", "alerts"))
    assert result.stderr == "", "no progress where nobody watches"


def test_without_stock_nothing_is_ordered_and_counts_are_asked_for(tmp_path: Path) -> None:
    result = run("plan", small_sales(tmp_path), "--out", tmp_path / "out")
    assert "Count your stock to see what to order" in result.stdout.splitlines()
    orders = read(tmp_path / "out")
    assert orders[["on_hand", "order_quantity"]].isna().all(axis=None)
    assert (orders["order_up_to"] > 0).all()
    assert set(read(tmp_path / "out", "alerts.csv")["alert"]) == {"count_missing"}


def changed_after(folder: Path, weeks: int) -> Path:
    """The small shop's sales, other ones after so many weeks."""
    first = {"tea": [3, 4, 5, 6, 7, 8, 9], "mug": [2] * 7, "tray": [0, 0, 0, 0, 0, 1, 0]}
    sold = {sku: days * weeks + [50.0] * 21 for sku, days in first.items()}
    return write_sales(folder / "changed.csv", sold)


def test_a_plan_for_an_earlier_day_sees_no_later_sales(tmp_path: Path) -> None:
    products = write_products(
        tmp_path / "list.csv",
        [{"sku": sku, "name": sku, "on_hand": 5, "price": 2.5, "lead_time_days": 7} for sku in ("tea", "mug", "tray")],
    )
    for number, path in enumerate((small_sales(tmp_path), changed_after(tmp_path, 8))):
        result = run("plan", path, "--products", products, "--on", "2024-02-26", "--out", tmp_path / str(number))
        assert result.exit_code == 0
        assert "Your sales end" not in result.stdout, "that day was asked for"
    for name in ("orders.csv", "forecast.csv", "alerts.csv"):
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes()
    assert read(tmp_path / "0", "forecast.csv")["date"].min() == "2024-02-26"


def test_a_plan_for_the_day_after_the_last_sales_is_the_usual_one(tmp_path: Path) -> None:
    sales = small_sales(tmp_path)
    run("plan", sales, "--out", tmp_path / "usual")
    run("plan", sales, "--on", "2024-03-11", "--out", tmp_path / "asked")
    assert (tmp_path / "usual" / "orders.csv").read_bytes() == (tmp_path / "asked" / "orders.csv").read_bytes()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            "2024-03-12",
            "The sales end on 2024-03-10: a plan for 2024-03-12 needs newer sales. Use --on 2024-03-11.",
        ),
        ("2024-01-01", "There are no sales before 2024-01-01."),
    ],
)
def test_a_day_that_cannot_be_planned_is_explained(tmp_path: Path, day: str, said: str) -> None:
    assert sentence(run("plan", small_sales(tmp_path), "--on", day, "--out", tmp_path / "out")) == said
    assert not (tmp_path / "out").exists()


def test_a_higher_promise_orders_no_less(tmp_path: Path) -> None:
    points = []
    for level in ("0.8", "0.99"):
        out = tmp_path / level
        assert run("plan", small_sales(tmp_path), "--service-level", level, "--out", out).exit_code == 0
        orders = read(out)
        assert (orders["service_level"] == float(level)).all()
        points.append(orders["reorder_point"])
    assert (points[1] >= points[0]).all()
    assert points[1].sum() > points[0].sum()


@pytest.mark.parametrize("level", ["95", "0", "1", "-0.5", "nan", "0.9999"])
def test_a_promise_that_is_no_share_is_explained(tmp_path: Path, level: str) -> None:
    said = sentence(run("plan", small_sales(tmp_path), "--service-level", level, "--out", tmp_path / "out"))
    assert said.startswith("Service level: “")
    assert said.endswith("” was not kept. It must be a number from 0.5 to 0.999.")


def test_a_sales_file_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("date,sku,units\n2024-01-01,A,twelve\n")
    said = sentence(run("plan", path, "--out", tmp_path / "out"))
    assert said.startswith('till.csv, row 2, units: "twelve" is not a number')
    assert not (tmp_path / "out").exists()


def test_a_product_list_that_is_none_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("colour\nred\n")
    said = sentence(run("plan", small_sales(tmp_path), "--products", path, "--out", tmp_path / "out"))
    assert said.startswith("list.csv, row 1: no column names the item. Found: colour.")


def test_a_folder_that_is_not_named_is_asked_for(tmp_path: Path) -> None:
    result = run("plan", small_sales(tmp_path))
    assert result.exit_code == 2
    assert "Missing option '--out'" in result.stderr


def test_plan_of_a_file_that_can_be_read_in_two_ways_says_how_to_answer(tmp_path: Path) -> None:
    said = sentence(run("plan", open_file(tmp_path), "--out", tmp_path / "out"))
    assert said.startswith("till.csv: “01/02/25” in Date: ")
    assert said.endswith("Say --date-order day (1 February 2025) or --date-order month (2 January 2025).")
    assert not (tmp_path / "out").exists()


def test_plan_hears_the_answer(tmp_path: Path) -> None:
    result = run("plan", open_file(tmp_path), "--date-order", "month", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert read(tmp_path / "out", "forecast.csv")["date"].min() == "2025-01-03"
