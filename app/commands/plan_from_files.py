"""The plan of files that belong to no shop yet, for the command line."""

import datetime as dt
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from app.commands.reading_options import check_answered
from app.forecasts.renewed_forecast import Progress
from app.forecasts.spread import spread_for
from app.incoming.preview import report_story
from app.planning.inputs import known_products, plan_inputs
from app.planning.plan import Plan, make_plan
from app.planning.sales_history import NothingSold, shop_history
from app.words.headline import missing_sales_text
from data.choices import NO_CHOICES, ReadingChoices
from data.importing.imports import import_sales
from data.importing.sales_end import sales_end
from data.lists.products_file import read_products
from data.lists.suppliers_file import read_suppliers
from data.products import import_products
from data.reading.sales_file import SalesFile, read_sales
from data.report import ImportReport
from data.sales import last_sales_day
from data.shop import Shop, open_shop
from data.shop_settings import read_settings, write_settings
from data.supplier_writing import import_suppliers
from forecasting.forecast import forecast_shop

ONE_DAY = dt.timedelta(days=1)


class SalesEnded(ValueError):
    """The sales end too early for a plan on the day that was asked for."""


class PlannedFiles(NamedTuple):
    """A plan, and what was used, left out or noted of the files it was made from, in sentences."""

    plan: Plan
    told: tuple[str, ...]


def plan_from_files(
    sales: Path,
    products: Path | None,
    *,
    on: dt.date | None,
    country: str | None,
    service_level: float | None,
    progress: Progress | None,
    suppliers: Path | None = None,
    budget: float | None = None,
    closed_days: str | None = None,
    choices: ReadingChoices = NO_CHOICES,
) -> PlannedFiles:
    """Plan from a sales file and lists of products and suppliers, if there are, for the day `on` (default: after the
    last sales).

    country: whose public holidays count (ISO 3166, two letters); None to tell it from the sales. budget: money for all
    orders of the day; None: any. closed_days: periods in which the shop is closed, as data/closure_text.py reads them.

    The files go into a shop made for the purpose, so that the command line and the pages plan alike. Raises
    FileRejected, OpenQuestions where `choices` do not say how to read a file, BadValue, NothingSold, or SalesEnded for
    a day that the sales do not reach.
    """
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(Path(folder))
        told = fill_shop(shop, sales, products, on=on, choices=choices)
        if suppliers is not None:
            told += _take_suppliers(shop, suppliers, choices)
        said = {"service_level": service_level, "budget": budget, "closed_days": closed_days}
        given: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
        write_settings(shop, replace(read_settings(shop), **given))
        missing = "" if on else missing_sales_text(sales_end(shop))
        known = known_products(shop)
        history = shop_history(shop, known.index, until=on - ONE_DAY if on else None)
        inputs = plan_inputs(shop, history, known)
    with spread_for(len(history.skus), os.environ) as spread:
        forecast = forecast_shop(history, horizon=inputs.horizon, country=country, progress=progress, spread=spread)
    return PlannedFiles(make_plan(inputs, forecast), (*told, *filter(None, [missing])))


def fill_shop(
    shop: Shop, sales: Path, products: Path | None, *, on: dt.date | None, choices: ReadingChoices = NO_CHOICES
) -> list[str]:
    """Put the files into an empty shop; what is to be told of them. Raises FileRejected, OpenQuestions."""
    now, read = dt.datetime.now(), read_sales(sales, choices=choices)
    check_answered(read.report)
    told = _told_of(read.report)
    import_sales(shop, read if on is None else _before(read, on), imported_at=now)
    if products is not None:
        listed = read_products(products, choices=choices)
        check_answered(listed.report)
        told += _told_of(listed.report)
        import_products(shop, listed, day=last_sales_day(shop) or now.date())
    return told


def _take_suppliers(shop: Shop, suppliers: Path, choices: ReadingChoices) -> list[str]:
    listed = read_suppliers(suppliers, choices=choices)
    check_answered(listed.report)
    import_suppliers(shop, listed)
    return _told_of(listed.report)


def _told_of(report: ImportReport) -> list[str]:
    story = report_story(report)
    rows = f"{report.file_name}: {report.rows_read:,} rows read, {report.rows_used:,} used."
    return [rows, *filter(None, [story["format"]]), *story["left_out"], *story["notes"]]


def _before(sales: SalesFile, day: dt.date) -> SalesFile:
    """The sales as they were on the morning of `day`: what came later is not known, not even that a product exists."""
    daily = sales.daily[sales.daily["day"] < pd.Timestamp(day)]
    if daily.empty or sales.report.last_day is None:
        raise NothingSold(f"There are no sales before {day}.")
    reachable = sales.report.last_day + ONE_DAY
    if day > reachable:
        raise SalesEnded(
            f"The sales end on {sales.report.last_day}: a plan for {day} needs newer sales. Use --on {reachable}."
        )
    products = sales.products[sales.products["sku"].isin(daily["sku"])]
    return replace(sales, daily=daily, products=products, report=replace(sales.report, last_day=day - ONE_DAY))
