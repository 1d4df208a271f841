"""Promises made on real sales stay within what a shop has seen."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from data.samples import sample_sales_path
from forecasting.forecast import forecast_shop
from forecasting.history import build_history
from forecasting.totals import LEVELS

DAYS = 28


@pytest.mark.parametrize("last_day", [dt.date(2011, 7, 12), dt.date(2011, 12, 9)])
def test_no_promise_of_19_in_20_is_far_above_what_was_ever_sold(last_day: dt.date) -> None:
    """A season missed by one product, forecast at nothing before it began, must not be promised to all others."""
    raw = pd.read_csv(sample_sales_path(), parse_dates=["date"], dtype={"sku": str})
    daily = raw.rename(columns={"date": "day", "quantity": "units"})
    history = build_history(daily, last_day=last_day)
    promised = forecast_shop(history, horizon=DAYS).totals[:, DAYS - 1, LEVELS.index(0.95)]
    running = np.cumsum(np.nan_to_num(history.units), axis=0)
    most_sold = (running[DAYS:] - running[:-DAYS]).max(axis=0)
    assert (promised < 2.5 * most_sold).all()
    assert promised.sum() < 1.1 * most_sold.sum()
