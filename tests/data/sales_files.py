"""Builds sales files for tests, as the reader would have made them."""

from datetime import UTC, date, datetime, timedelta

import pandas as pd

from data.reading.sales_file import SalesFile
from data.report import ImportReport

MONDAY = date(2024, 1, 1)
NOON = datetime(2024, 2, 1, 12, tzinfo=UTC)


def day(number: int) -> date:
    """The day so many days after the first Monday of 2024."""
    return MONDAY + timedelta(days=number)


def sales_file(
    sold: dict[tuple[int, str], float],
    *,
    first: int | None = None,
    last: int | None = None,
    price: float = 2.0,
    names: dict[str, str] | None = None,
    name: str = "sales.csv",
) -> SalesFile:
    """A file of units by (number of the day, SKU), covering the days from `first` to `last`, else those sold on."""
    skus = list(dict.fromkeys(sku for _, sku in sold))
    numbers = [number for number, _ in sold]
    daily = pd.DataFrame(
        {
            "day": pd.to_datetime([day(number) for number, _ in sold]),
            "sku": pd.Series([sku for _, sku in sold], dtype="str"),
            "units": [float(units) for units in sold.values()],
            "revenue": [price * units for units in sold.values()],
        }
    )
    products = pd.DataFrame(
        {
            "sku": pd.Series(skus, dtype="str"),
            "name": pd.Series([(names or {}).get(sku) for sku in skus], dtype="str"),
            "category": pd.Series([None for _ in skus], dtype="str"),
            "price": [price for _ in skus],
        }
    )
    first_day = day(min(numbers) if first is None else first)
    last_day = day(max(numbers) if last is None else last)
    report = report_of(daily, name=name, first_day=first_day, last_day=last_day)
    return SalesFile(daily=daily, products=products, report=report, content_hash=f"hash of {name}")


def report_of(daily: pd.DataFrame, *, name: str, first_day: date, last_day: date) -> ImportReport:
    """The report of a file of which every row was used."""
    units, revenue = float(daily["units"].sum()), float(daily["revenue"].sum())
    return ImportReport(
        file_name=name,
        rows_read=len(daily),
        rows_used=len(daily),
        left_out=(),
        units_read=units,
        units_used=units,
        revenue_read=revenue,
        revenue_used=revenue,
        first_day=first_day,
        last_day=last_day,
        products=daily["sku"].nunique(),
        columns={"day": "Date", "sku": "SKU", "units": "Qty"},
        encoding="utf-8",
        delimiter=",",
        notes=(),
    )
