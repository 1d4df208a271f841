"""The command writes what can be added up again, and says in words what it takes for granted."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from app.commands.cli import main
from app.replay.values import values_of
from data.samples import sample_products_path, sample_sales_path
from inventory.replay_figures import FIGURE_NAMES
from tests.app.shops import small_sales, write_products, write_sales


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["replay", *map(str, arguments)])


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    """The sample shop, its last 40 days replayed on the command line."""
    out = tmp_path_factory.mktemp("replay") / "out"
    given = ("--products", sample_products_path(), "--days", 40, "--out", out)
    return run(sample_sales_path(), *given), out


@pytest.fixture(scope="module")
def days(sample: tuple[Result, Path]) -> pd.DataFrame:
    return pd.read_csv(sample[1] / "days.csv", dtype={"sku": str}, parse_dates=["date"])


@pytest.fixture(scope="module")
def summary(sample: tuple[Result, Path]) -> pd.DataFrame:
    return pd.read_csv(sample[1] / "summary.csv").set_index("policy")


def test_the_files_have_the_columns_asked_for(days: pd.DataFrame, summary: pd.DataFrame) -> None:
    stock = ["on_hand", "received", "demand", "sold", "ordered", "on_order"]
    assert list(days.columns) == ["policy", "date", "sku", *stock]
    figures = [name + ending for name in FIGURE_NAMES for ending in ("", "_low", "_high")]
    assert list(summary.reset_index().columns) == ["policy", *figures]
    assert list(summary.index) == list(days["policy"].unique()) == ["advised", "simple_1.5", "textbook", "same_weekday"]


def test_every_policy_has_every_day_of_every_product_once(days: pd.DataFrame) -> None:
    assert len(days) == 4 * 40 * 60
    assert not days.duplicated(["policy", "date", "sku"]).any()
    assert days["date"].min() == pd.Timestamp("2011-10-31")
    assert days["date"].max() == pd.Timestamp("2011-12-09")


def test_stock_is_conserved_from_day_to_day(days: pd.DataFrame) -> None:
    """Read back from the file, as anybody could."""
    evening = days.assign(left=days["on_hand"] + days["received"] - days["sold"])
    before = evening.groupby(["policy", "sku"])[["left", "on_order"]].shift()
    later = days[before["left"].notna()]
    np.testing.assert_allclose(later["on_hand"], before["left"].dropna(), atol=1e-6)
    on_order = before["on_order"].dropna() + later["ordered"] - later["received"]
    np.testing.assert_allclose(later["on_order"], on_order, atol=1e-6)
    assert (days["sold"] == np.minimum(days["demand"], days["on_hand"] + days["received"])).all()


def test_every_letter_before_a_later_sale_stays_the_same(tmp_path: Path) -> None:
    """Also where the later sale is of half a unit, or of a product that nobody knew before."""
    sold = {"tea": [3.0, 4.0, 5.0] * 40, "mug": [2.0] * 120}
    other = {**sold, "tea": [*sold["tea"][:-1], 5.5], "new": [0.0] * 119 + [0.5]}
    written = []
    for name, each in (("one", sold), ("other", other)):
        path = write_sales(tmp_path / f"{name}.csv", each)
        assert run(path, "--days", 14, "--out", tmp_path / name).exit_code == 0
        rows = (tmp_path / name / "days.csv").read_text().splitlines()
        written.append([row for row in rows if row.split(",")[1] < "2024-04-29"])
    assert len(written[0]) == 4 * 13 * 2
    assert written[0] == written[1]


def test_demand_is_what_the_till_sold(days: pd.DataFrame) -> None:
    sold = pd.read_csv(sample_sales_path(), parse_dates=["date"], dtype={"sku": str})
    last = sold[sold["date"] >= "2011-10-31"].groupby(["date", "sku"])["quantity"].sum().clip(lower=0)
    mine = days[days["policy"] == "advised"].set_index(["date", "sku"])["demand"]
    pd.testing.assert_series_equal(
        mine[mine > 0].sort_index(), last[last > 0].sort_index(), check_names=False, check_dtype=False
    )


def test_the_summary_adds_up_from_the_days_and_the_product_list(days: pd.DataFrame, summary: pd.DataFrame) -> None:
    listed = pd.read_csv(sample_products_path(), dtype={"sku": str}).set_index("sku")
    cost, price = (days["sku"].map(listed[name]) for name in ("unit_cost", "price"))
    missed = days["demand"] - days["sold"]
    rows = days.assign(
        missed_units=missed,
        missed_margin=missed * (price - cost),
        value=days["on_hand"] * cost,
        orders=days["ordered"] > 0,
    )
    sums = rows.groupby("policy")[["demand", "missed_units", "missed_margin", "on_hand", "value", "orders"]].sum()
    sums = sums.reindex(summary.index)
    close = {"rtol": 0, "atol": 0.02}
    np.testing.assert_allclose(summary["fill_rate"], 1 - sums["missed_units"] / sums["demand"], atol=1e-4)
    np.testing.assert_allclose(summary["missed_units"], sums["missed_units"], **close)
    np.testing.assert_allclose(summary["missed_margin"], sums["missed_margin"], **close)
    np.testing.assert_allclose(summary["average_stock_units"], sums["on_hand"] / 40, **close)
    np.testing.assert_allclose(summary["average_stock_value"], sums["value"] / 40, **close)
    np.testing.assert_allclose(summary["orders"], sums["orders"])
    np.testing.assert_allclose(summary["holding_cost"], sums["value"] * 0.25 / 365, **close)


def test_the_summary_is_printed_with_what_is_taken_for_granted(sample: tuple[Result, Path]) -> None:
    result, out = sample
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "Replayed: 31 October 2011 to 9 December 2011, 60 products." in lines
    assert any(line.startswith("Starting stock: ") for line in lines)
    assert "What is wanted and not on the shelf is lost, not sold later." in lines
    assert "A time between order days of 7 days is assumed for 60 products." in lines
    header = next(line for line in lines if "advised" in line.split())
    assert header.split() == ["advised", "simple_1.5", "textbook", "same_weekday"]
    assert sum(line.startswith("For ") and "it would have been worse than ordering" in line for line in lines) == 3
    assert lines[-1] == f"Written: {out / 'days.csv'}, {out / 'summary.csv'}, {out / 'worse.csv'}"
    assert result.stderr == "", "no progress where nobody watches"


def test_all_products_for_which_it_was_worse_are_written(sample: tuple[Result, Path]) -> None:
    result, out = sample
    worse = pd.read_csv(out / "worse.csv", dtype={"sku": str})
    assert list(worse.columns) == ["policy", "sku", "name", "costs_more"]
    assert (worse["costs_more"] > 0).all()
    printed = [line.split()[1] for line in result.stdout.splitlines() if "it would have been worse than" in line]
    counted = worse.groupby("policy").size().reindex(["simple_1.5", "textbook", "same_weekday"], fill_value=0)
    assert printed == [str(count) if count else "none" for count in counted]


def test_what_no_file_says_is_assumed_aloud(tmp_path: Path) -> None:
    sales = small_sales(tmp_path, weeks=16)
    products = write_products(
        tmp_path / "list.csv", [{"sku": "tea", "name": "Tea", "price": 2.5, "unit_cost": 1.0, "lead_time_days": 3}]
    )
    result = run(sales, "--products", products, "--days", 14, "--lead-time", 5, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    assert "A lead time of 5 days is assumed for 2 products." in result.stdout
    assert "A cost of 60 % of the price is assumed for 2 products." in result.stdout


def test_neither_cost_nor_price_makes_a_unit_worth_one() -> None:
    products = pd.DataFrame({"unit_cost": [np.nan, 0.0, 3.0, 3.0], "price": [np.nan, 5.0, np.nan, 4.0]})
    values = values_of(products, holding_rate=0.25)
    np.testing.assert_allclose(values.money.unit_cost, [1, 3, 3, 3])
    np.testing.assert_allclose(values.money.margin, [1 / 0.6 - 1, 2, 2, 1])
    assert (values.cost_from_price, values.nothing_known) == (1, 1)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--service-level", "95"], "Service level: “95” was not kept."),
        (["--lead-time", "-3"], "Lead time: “-3” was not kept."),
        (["--review-period", "0"], "Days between orders: “0” was not kept."),
        (["--days", "60"], "till.csv: the sales begin too late to replay 60 days"),
        (["--lead-time", "300"], "till.csv: the sales begin too late to replay 90 days"),
    ],
)
def test_what_cannot_be_replayed_is_explained(tmp_path: Path, options: list[str], said: str) -> None:
    result = run(small_sales(tmp_path), *options, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {said}")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_file_with_an_open_question_says_how_to_answer(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Date,Item,Qty\n01/02/25,tea,3\n")
    result = run(path, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.endswith("Say --date-order day (1 February 2025) or --date-order month (2 January 2025).\n")
    answered = run(path, "--date-order", "day", "--out", tmp_path / "out")
    assert answered.stderr.startswith("Error: till.csv: the sales begin too late to replay 90 days")


def test_a_file_that_cannot_be_read_and_one_without_late_sales_are_explained(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_bytes(b"")
    result = run(path, "--out", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: till.csv is empty. Export it again from the till and drop the new file in.\n",
    )


def test_what_was_thrown_away_is_written_where_something_has_a_shelf_life(tmp_path: Path) -> None:
    sales = write_sales(tmp_path / "sales.csv", {"bun": [9.0, 1.0, 4.0] * 40, "mug": [2.0] * 120})
    terms = {"unit_cost": 2, "price": 5, "lead_time_days": 1}
    rows = [{"sku": "bun", "shelf_life_days": 1, **terms}, {"sku": "mug", "shelf_life_days": "", **terms}]
    products, out = write_products(tmp_path / "list.csv", rows), tmp_path / "out"
    result = run(sales, "--products", products, "--days", 14, "--review-period", 1, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert "cost of spoiled units" in result.stdout
    days = pd.read_csv(out / "days.csv").set_index(["policy", "date", "sku"])
    thrown = pd.read_csv(out / "spoiled.csv").set_index(["policy", "date", "sku"])
    assert set(thrown.index.get_level_values("sku")) == {"bun"}
    np.testing.assert_allclose(thrown["cost"], 2 * thrown["spoiled"], atol=0.01)
    evening = days["on_hand"] + days["received"] - days["sold"] - thrown["spoiled"].reindex(days.index, fill_value=0.0)
    later = days["on_hand"].groupby(["policy", "sku"]).shift(-1).dropna()
    np.testing.assert_allclose(evening[later.index], later, atol=1e-6)
    assert "spoiled" not in pd.read_csv(out / "summary.csv").columns
