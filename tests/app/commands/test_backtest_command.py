"""The command that forecasts from past days writes what scorers read."""

from pathlib import Path

import pandas as pd
import pytest

from tests.app.commands.command_line import run, sentence
from tests.app.shops import small_sales, write_sales


def test_backtest_writes_what_the_scorer_reads(tmp_path: Path) -> None:
    sold = {"tea": [3, 4, 5, 6, 7, 8, 9] * 30, "mug": [2] * 210, "young": [1] * 210}
    sold["young"][:120] = [0] * 120
    out = tmp_path / "deep" / "out"
    result = run("backtest", write_sales(tmp_path / "till.csv", sold), "--origins", 2, "--out", out)
    assert result.exit_code == 0
    means = pd.read_csv(out / "forecast.csv", parse_dates=["origin", "date"], dtype={"sku": str})
    totals = pd.read_csv(out / "totals.csv", parse_dates=["origin"], dtype={"sku": str})
    assert list(means.columns) == ["origin", "date", "sku", "mean"]
    assert list(totals.columns) == ["origin", "sku", "days", "level", "units"]
    last = pd.Timestamp("2024-01-01") + pd.Timedelta(days=209)
    assert set(means["origin"]) == {last - pd.Timedelta(days=28), last - pd.Timedelta(days=56)}
    assert set(means["sku"]) == set(totals["sku"]) == {"tea", "mug"}
    assert set(totals["level"]) == {0.5, 0.8, 0.9, 0.95, 0.98}
    assert len(means) == 2 * 2 * 28
    assert len(totals) == 2 * 2 * 3 * 5
    mug = means[means["sku"] == "mug"]["mean"]
    assert mug.between(1.9, 2.1).all(), "mugs sell two a day"
    assert result.stdout.startswith("4 forecasts of 28 days, ")
    assert f" seconds forecasting. Written to {out}." in result.stdout


def test_backtest_of_too_few_days_says_so(tmp_path: Path) -> None:
    said = sentence(run("backtest", small_sales(tmp_path), "--out", tmp_path / "out"))
    assert said == "till.csv: no product has 120 days of sales before 2024-02-11."
    assert not (tmp_path / "out").exists()


def test_backtest_of_a_file_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_bytes(b"")
    assert sentence(run("backtest", path, "--out", tmp_path / "out")).startswith("till.csv is empty.")


@pytest.mark.parametrize("option", [("--horizon", 6), ("--horizon", "x"), ("--origins", 0)])
def test_backtest_refuses_spans_that_make_no_sense(tmp_path: Path, option: tuple[str, object]) -> None:
    result = run("backtest", small_sales(tmp_path), *option, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert f"Invalid value for '{option[0]}'" in result.stderr
