"""Backtests forecast from past days, seeing nothing after them, in the form that a scorer reads."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from app.commands.backtest import Backtest, backtest
from data.reading.sales_file import read_sales
from data.samples import sample_sales_path
from forecasting.history import build_history
from forecasting.kept_promises import PROMISED_LEVELS as SCORED_LEVELS
from forecasting.kept_promises import settled
from forecasting.promise_card import promises_kept
from tests.scorer import scorer
from tests.shared_data import shared_file

LAST = pd.Timestamp("2024-09-26")  # 270 days from the first of January


def sales(**sold: list[float]) -> pd.DataFrame:
    """Daily sales of products; a product that begins later has fewer days, all end on LAST."""
    parts = [
        pd.DataFrame({"day": pd.date_range(end=LAST, periods=len(units)), "sku": sku, "units": units})
        for sku, units in sold.items()
    ]
    return pd.concat(parts, ignore_index=True)


def weekly(days: int) -> list[float]:
    return [float(3 + n % 7) for n in range(days)]


@pytest.fixture(scope="module")
def sample() -> Backtest:
    return backtest(read_sales(sample_sales_path()).daily, horizon=28, origins=2)


def test_the_columns_are_those_that_the_scorer_reads(sample: Backtest) -> None:
    assert list(sample.means.columns) == ["origin", "date", "sku", "mean"]
    assert list(sample.totals.columns) == ["origin", "sku", "days", "level", "units"]


def test_origins_are_the_last_day_less_one_two_three_horizons() -> None:
    result = backtest(sales(tea=weekly(270)), horizon=28, origins=3)
    wanted = [LAST - pd.Timedelta(days=28 * number) for number in (1, 2, 3)]
    assert list(result.means["origin"].unique()) == list(result.totals["origin"].unique()) == wanted


def test_every_forecast_has_the_days_after_its_origin(sample: Backtest) -> None:
    for (origin, _), rows in sample.means.groupby(["origin", "sku"]):
        assert rows["date"].tolist() == list(pd.date_range(origin + pd.Timedelta(days=1), periods=28))


def test_totals_have_all_days_and_levels_of_every_product_once(sample: Backtest) -> None:
    for (_, _), rows in sample.totals.groupby(["origin", "sku"]):
        pairs = list(zip(rows["days"], rows["level"], strict=True))
        assert pairs == [(days, level) for days in (7, 14, 28) for level in SCORED_LEVELS]
    assert SCORED_LEVELS == (0.5, 0.8, 0.9, 0.95, 0.98)
    assert set(sample.totals["sku"]) == set(sample.means["sku"])


def test_totals_rise_with_days_and_levels_and_hold_the_mean_in_their_midst(sample: Backtest) -> None:
    wide = sample.totals.pivot(index=["origin", "sku"], columns=["days", "level"], values="units")
    for days in (7, 14, 28):
        assert (wide[days].diff(axis=1).iloc[:, 1:] >= 0).all(axis=None)
    for level in SCORED_LEVELS:
        assert (wide.xs(level, axis=1, level="level").diff(axis=1).iloc[:, 1:] >= 0).all(axis=None)
    mean = sample.means.groupby(["origin", "sku"])["mean"].sum()
    assert (wide[(28, 0.98)] > mean).all()


def test_a_shorter_horizon_has_the_totals_that_fit_into_it() -> None:
    result = backtest(sales(tea=weekly(270)), horizon=14, origins=1)
    assert set(result.totals["days"]) == {7, 14}
    assert len(result.means) == 14


def test_only_products_with_120_days_before_an_origin_are_forecast_there() -> None:
    daily = sales(tea=weekly(270), old=weekly(28 + 120), young=weekly(28 + 119))
    result = backtest(daily, horizon=28, origins=2)
    forecast = result.means.groupby("origin")["sku"].unique().map(set).tolist()
    assert forecast == [{"tea"}, {"old", "tea"}], "the earlier origin first"
    assert result.totals.groupby("origin")["sku"].unique().map(set).tolist() == forecast


def test_what_was_only_returned_has_no_history_to_forecast_from() -> None:
    returned = sales(tea=weekly(270), odd=[-1.0] * 270)
    assert set(backtest(returned, horizon=28, origins=1).means["sku"]) == {"tea"}


def test_sales_after_an_origin_are_never_seen() -> None:
    random = np.random.default_rng(4)
    first = sales(**{f"p{n}": random.poisson(4, 270).astype(float).tolist() for n in range(4)})
    other = first.copy()
    later = other["day"] > LAST - pd.Timedelta(days=28)
    other.loc[later, "units"] = random.poisson(40, later.sum())
    newcomer = pd.DataFrame({"day": [LAST], "sku": "new", "units": 9.0})
    other = pd.concat([other, newcomer], ignore_index=True)
    seen, again = (backtest(daily, horizon=28, origins=2) for daily in (first, other))
    pd.testing.assert_frame_equal(seen.means, again.means, check_exact=True)
    pd.testing.assert_frame_equal(seen.totals, again.totals, check_exact=True)


def test_too_short_a_history_says_before_which_day_there_is_too_little() -> None:
    with pytest.raises(ValueError, match="no product has 120 days of sales before 2024-08-29"):
        backtest(sales(tea=weekly(147)), horizon=28, origins=4)


def test_the_time_spent_forecasting_is_told(sample: Backtest) -> None:
    assert sample.seconds > 0


def test_a_scorer_can_join_forecasts_and_sales(sample: Backtest, tmp_path: Path) -> None:
    path = tmp_path / "forecast.csv"
    sample.means.to_csv(path, index=False)
    read = pd.read_csv(path, parse_dates=["origin", "date"], dtype={"sku": str})
    daily = read_sales(sample_sales_path()).daily.groupby(["day", "sku"])["units"].sum()
    sold = daily.reindex(pd.MultiIndex.from_frame(read[["date", "sku"]])).fillna(0).to_numpy()
    error = np.abs(sold - read["mean"]).sum() / sold.sum()
    flat = np.abs(sold - sold.mean()).sum() / sold.sum()
    assert error < flat, "dates and products must be those of the sales"


# --- the card of promises


@pytest.fixture(scope="module")
def bakery() -> tuple[pd.DataFrame, Backtest]:
    daily = read_sales(shared_file("../bench/sets/bakery_spain.csv")).daily
    return daily, backtest(daily, horizon=28, origins=8)


def test_the_card_of_a_backtest_is_what_the_scorer_computes(bakery: tuple[pd.DataFrame, Backtest]) -> None:
    daily, result = bakery
    score = scorer()
    figures = score.total_figures(score.daily_matrix(daily.rename(columns={"day": "date"})), result.totals)
    card = promises_kept(settled(result.totals, build_history(daily)))
    shown = {f"cover{row.days}@{row.level:g}": row.share for row in card.itertuples()}
    assert shown == pytest.approx({name: value for name, value in figures.items() if name.startswith("cover")})


def test_an_engine_with_bands_half_as_wide_is_found_out(bakery: tuple[pd.DataFrame, Backtest]) -> None:
    daily, result = bakery
    rigged = result.totals.copy()
    middle = rigged["units"].where(rigged["level"] == 0.5).groupby([rigged[name] for name in ("origin", "sku", "days")])
    rigged["units"] = (rigged["units"] + middle.transform("max")) / 2
    honest, narrow = (
        promises_kept(settled(totals, build_history(daily))).set_index(["days", "level"])["verdict"]
        for totals in (result.totals, rigged)
    )
    for days in (7, 14):
        assert narrow[days, 0.95] == "too_narrow"
        assert honest[days, 0.95] != "too_narrow"
