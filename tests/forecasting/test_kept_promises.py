"""A promise is settled from all of its days, and from nothing else."""

import numpy as np
import pandas as pd
import pytest

from forecasting.forecast import forecast_shop
from forecasting.history import build_history
from forecasting.kept_promises import PROMISE, promises_of, settled
from tests.forecasting.simulated import FIRST, poisson_shop, sales_rows, shop_of


def test_a_promise_is_settled_only_when_all_its_days_have_passed() -> None:
    history = build_history(sales_rows(np.full((30, 3), 2.0)))
    last = history.days[-1]
    promises = pd.DataFrame([(last - pd.Timedelta(days=ago), "p0", 7, 0.9, 14.0) for ago in (6, 7, 8)], columns=PROMISE)
    done = settled(promises, history)
    assert done["origin"].tolist() == [last - pd.Timedelta(days=7), last - pd.Timedelta(days=8)]
    assert done["kept"].all(), "exactly what was promised is kept"
    assert done["sold"].tolist() == [14.0, 14.0]


def test_closed_days_sell_nothing_and_sold_out_days_settle_nothing() -> None:
    units = np.full((60, 3), 5.0)
    units[6::7] = 0.0
    sales = sales_rows(units)
    history = build_history(sales)
    assert not history.open_days[6]
    promises = pd.DataFrame([(FIRST + pd.Timedelta(days=20), "p0", 7, 0.9, 30.0)], columns=PROMISE)
    assert settled(promises, history)["sold"].tolist() == [30.0]
    known = history.units.copy()
    known[22, 0] = np.nan
    assert settled(promises, history.with_units(known)).empty


def test_unknown_products_and_days_before_a_launch_are_passed_over() -> None:
    history = build_history(sales_rows(np.full((60, 3), 5.0), launched=(0, 0, 40)))
    promises = pd.DataFrame(
        [(FIRST + pd.Timedelta(days=20), sku, 7, 0.9, 99.0) for sku in ("p2", "never")], columns=PROMISE
    )
    done = settled(promises, history)
    assert done.empty


# --- what a forecast promises


def test_a_forecast_promises_its_quantiles_from_its_last_known_day() -> None:
    history = shop_of(poisson_shop(n_days=120, n_products=3))
    forecast = forecast_shop(history, horizon=14)
    promises = promises_of(forecast)
    assert list(promises.columns) == PROMISE
    assert len(promises) == 3 * 2 * 5, "three products, 7 and 14 days, five levels"
    assert (promises["origin"] == history.days[-1]).all()
    row = promises[(promises["sku"] == forecast.skus[1]) & (promises["days"] == 14) & (promises["level"] == 0.9)]
    column = forecast.levels.tolist().index(0.9)
    assert row["units"].item() == forecast.totals[1, 13, column]


def test_a_level_that_no_forecast_has_is_refused() -> None:
    forecast = forecast_shop(shop_of(poisson_shop(n_days=120, n_products=3)), horizon=14)
    with pytest.raises(ValueError, match="level must be one of the forecast's"):
        promises_of(forecast, levels=[0.42])
