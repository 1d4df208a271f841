"""Tables of what was sold: over time, by weekday, by category, by month of the year, and what rises and falls."""

from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.insights.sales_sums import DAYS_A_WEEK, Amounts, SalesSums

Span = Literal["day", "week", "month"]
MOST_SPANS = {"day": 91, "week": 52, "month": 24}
DAYS_A_YEAR = 364  # whole weeks, so that a Saturday stands beside a Saturday


def over_time(days: pd.DatetimeIndex, amount: Amounts, span: Span) -> pd.DataFrame:
    """The amount of each of the last days, weeks or calendar months: first_day, last_day, amount, a_year_before.

    Weeks end with the last day. A first month of which days are missing is left out; the last is as far as it goes.
    a_year_before is NaN where that time is not known; for days and weeks it is 364 days earlier.
    """
    if span == "month":
        return _by_month(days, amount)
    length = 1 if span == "day" else DAYS_A_WEEK
    sums = amount.reshape(-1, length).sum(axis=1)
    earlier = np.concatenate([np.full(DAYS_A_YEAR // length, np.nan), sums])[: len(sums)]
    starts = days[::length]
    last_days = starts + pd.Timedelta(days=length - 1)
    table = pd.DataFrame(
        {"first_day": starts, "last_day": last_days, "amount": sums, "a_year_before": earlier},
    )
    return table.tail(MOST_SPANS[span]).reset_index(drop=True)


def _by_month(days: pd.DatetimeIndex, amount: Amounts) -> pd.DataFrame:
    daily = pd.DataFrame({"day": days, "amount": amount})
    months = daily.groupby(daily["day"].dt.to_period("M"))
    table: pd.DataFrame = months.agg(first_day=("day", "min"), last_day=("day", "max"), amount=("amount", "sum"))
    table = table[(table["first_day"].dt.day == 1) | (np.arange(len(table)) > 0)]
    table["a_year_before"] = table["amount"].reindex(table.index - 12).to_numpy()
    return table.tail(MOST_SPANS["month"]).reset_index(drop=True)


def by_weekday(days: pd.DatetimeIndex, amount: Amounts) -> NDArray[np.float64]:
    """The average amount of an open day of each weekday from Monday on, over the last year; NaN for closed weekdays.

    Open is a day on which anything was sold.
    """
    recent, sold = days[-DAYS_A_YEAR:], amount[-DAYS_A_YEAR:]
    weekday, is_open = recent.day_of_week.to_numpy(), sold != 0
    count = np.bincount(weekday[is_open], minlength=DAYS_A_WEEK)
    total = np.bincount(weekday[is_open], sold[is_open], DAYS_A_WEEK)
    average: NDArray[np.float64] = np.divide(total, count, out=np.full(DAYS_A_WEEK, np.nan), where=count > 0)
    return average


def by_category(sums: SalesSums, amount: Amounts, *, weeks: int) -> pd.DataFrame:
    """What each category brought in in the last `weeks` weeks, the largest first: category, amount, share."""
    total = amount[-weeks * DAYS_A_WEEK :].sum(axis=0)
    table = pd.DataFrame({"category": list(sums.categories), "amount": total})
    table = table[table["amount"] != 0].sort_values("amount", ascending=False, kind="stable")
    return table.assign(share=table["amount"] / max(float(total.sum()), 1e-9)).reset_index(drop=True)


def by_month_of_the_year(days: pd.DatetimeIndex, amount: Amounts) -> NDArray[np.float64] | None:
    """How much more sells in each month from January on than in an average month: 1.2 is a fifth more.

    Each whole year back from the last day is compared with its own average, so that growth is no season. None with
    less than a year of sales.
    """
    years = len(days) // DAYS_A_YEAR
    if years == 0:
        return None
    part = amount[len(days) - years * DAYS_A_YEAR :].reshape(years, DAYS_A_YEAR)
    mean = part.mean(axis=1, keepdims=True)
    if (mean <= 0).any():
        return None
    month = days[len(days) - years * DAYS_A_YEAR :].month.to_numpy() - 1
    relative = np.bincount(month, (part / mean).ravel(), 12) / np.bincount(month, minlength=12)
    return np.asarray(relative)


def movers(by_week: Amounts, *, weeks: int) -> pd.DataFrame:
    """What each product brought in in the last `weeks` weeks and in as many before: now, before, change.

    before and change are NaN where the sales do not reach back so far.
    """
    now = by_week[-weeks:].sum(axis=0)
    is_known = len(by_week) >= 2 * weeks
    before = by_week[-2 * weeks : -weeks].sum(axis=0) if is_known else np.full(by_week.shape[1], np.nan)
    return pd.DataFrame({"now": now, "before": before, "change": now - before})


def class_matrix(rows: pd.DataFrame) -> pd.DataFrame:
    """Number of products and share of what was brought in by class, A to C and X to Z: abc, xyz, products, share."""
    total = max(float(rows["brought_in"].sum()), 1e-9)
    groups = rows.groupby(["abc", "xyz"])["brought_in"].agg(["size", "sum"])
    every = pd.MultiIndex.from_product([list("ABC"), list("XYZ")], names=["abc", "xyz"])
    found = groups.reindex(every, fill_value=0).reset_index()
    share = found["sum"] / total
    return pd.DataFrame({"abc": found["abc"], "xyz": found["xyz"], "products": found["size"], "share": share})
