"""Small shops for tests: sales files of a few products, and plans whose demand is known exactly."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from app.planning.inputs import PlanInputs
from app.planning.plan import Plan, make_plan
from app.planning.supplier_terms import supplier_terms
from data.importing.imports import import_sales
from data.reading.sales_file import read_sales
from data.shop import Shop
from data.shop_settings import ShopSettings
from data.suppliers import with_defaults
from forecasting.forecast import Forecast
from forecasting.grades import GOOD, GradeReason
from forecasting.history import History
from forecasting.past_forecasts import no_past
from inventory.demand import TotalDemand, poisson_demand

NOW = dt.datetime(2024, 3, 12, 9, 30)
MONDAY = dt.date(2024, 1, 1)
TODAY = dt.date(2024, 3, 11)
HORIZON = 91

FIELDS = {
    "name": None, "category": None, "supplier": None, "unit_cost": np.nan, "price": np.nan, "lead_time_days": np.nan,
    "lead_time_sd_days": np.nan, "pack_size": np.nan, "moq": np.nan, "active": True, "on_hand": np.nan,
    "on_order": np.nan, "article_code": "", "shelf_life_days": np.nan, "salvage_value": np.nan, "service_level": np.nan,
    "similar_to": "", "similar_share": np.nan, "counted_on": pd.NaT, "counted": np.nan, "received_since": np.nan,
    "sold_since": np.nan, "deleted_on": pd.NaT,
}  # fmt: skip
SUPPLIER_FIELDS = {
    "lead_time_days": np.nan, "review_period_days": np.nan, "order_cost": np.nan, "lead_time_sd_days": np.nan,
    "order_days": "", "minimum_order_value": np.nan, "fee_below_minimum": np.nan, "closed_on_holidays": False,
    "email": "", "note": "", "service_level": np.nan,
}  # fmt: skip
NO_CLOSURES = pd.DataFrame({"supplier": [], "first_day": [], "last_day": []})
NO_DELIVERIES = pd.DataFrame({"supplier": [], "order_id": [], "days": []})


def unheard(_share: float) -> None:
    """Progress that nobody follows."""


def write_sales(
    path: Path, sold: Mapping[str, Sequence[float]], *, first_day: dt.date = MONDAY, price: str = "2.50"
) -> Path:
    """A sales file of units per day and SKU, from `first_day` on; days without a sale get no row."""
    lines = [
        f"{first_day + dt.timedelta(days=number)},{sku},{sku.title()},{units:g},{price}"
        for sku, days in sold.items()
        for number, units in enumerate(days)
        if units
    ]
    path.write_text("date,sku,item,quantity,price\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def small_sales(folder: Path, *, weeks: int = 10, name: str = "till.csv") -> Path:
    """Three products: tea sells 3 to 9 a day by weekday, mugs 2 a day, a tray once a week."""
    sold = {"tea": [3, 4, 5, 6, 7, 8, 9] * weeks, "mug": [2] * 7 * weeks, "tray": [0, 0, 0, 0, 0, 1, 0] * weeks}
    return write_sales(folder / name, sold)


def stock_shop(shop: Shop, path: Path) -> None:
    import_sales(shop, read_sales(path), imported_at=NOW)


def write_products(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    pd.DataFrame(rows).to_csv(path, index=False)
    return path


def plan_of(
    *products: Mapping[str, Any],
    settings: ShopSettings | None = None,
    suppliers: Mapping[str, Mapping[str, Any]] | None = None,
    closures: pd.DataFrame = NO_CLOSURES,
    deliveries: pd.DataFrame = NO_DELIVERIES,
    country: str | None = None,
    history_days: int = 56,
    **more: Any,
) -> Plan:
    """The plan of products whose demand is exactly Poisson of `rate` a day (default 2); other keys as in the shop.

    Their history is `history_days` of `rate` every day, up to the day before TODAY, a Monday. suppliers: what is
    known of each by name. country: whose holidays the forecast told. more: fields of PlanInputs.
    """
    chosen = settings or ShopSettings()
    rates = np.array([float(product.get("rate", 2.0)) for product in products])
    skus = tuple(str(product.get("sku", f"p{number}")) for number, product in enumerate(products))
    told = pd.DataFrame([{**FIELDS, **product} for product in products], index=skus)
    told = told.astype(dict.fromkeys(("name", "category", "supplier"), "str"))
    of_suppliers = supplier_table(suppliers or {})
    known = with_defaults(told, of_suppliers, chosen)
    terms = supplier_terms(of_suppliers, closures=closures, deliveries=deliveries, products=known)
    days = pd.date_range(end=TODAY - dt.timedelta(days=1), periods=history_days)
    history = History(days, skus, np.tile(rates, (history_days, 1)), np.ones(history_days, dtype=np.bool_))
    inputs = PlanInputs(history, known, chosen, HORIZON, terms, **more)
    return make_plan(inputs, replace(poisson_forecast(skus, rates), country=country))


def supplier_table(suppliers: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """Suppliers as data.suppliers tells them."""
    rows = [{**SUPPLIER_FIELDS, **said} for said in suppliers.values()]
    numbers = [field for field, unknown in SUPPLIER_FIELDS.items() if isinstance(unknown, float)]
    table = pd.DataFrame(rows, columns=list(SUPPLIER_FIELDS), index=pd.Index(suppliers, dtype="str"))
    return table.astype(dict.fromkeys(numbers, "float64"))


NO_SUPPLIERS = supplier_table({})


@cache
def poisson_of(rate: float) -> TotalDemand:
    """Made once for each rate: its quantiles take longer than the plan."""
    return poisson_demand(rate, horizon=HORIZON)


def poisson_forecast(skus: tuple[str, ...], rates: np.typing.NDArray[np.float64]) -> Forecast:
    demand = [poisson_of(float(rate)) for rate in rates]
    return Forecast(
        skus=skus,
        first_day=TODAY,
        country=None,
        fitted_on=TODAY - dt.timedelta(days=1),
        mean=np.tile(rates[:, None], (1, HORIZON)),
        day_bands=np.zeros((len(skus), HORIZON, 2)),
        levels=demand[0].levels,
        totals=np.concatenate([each.quantiles for each in demand]),
        method=("gamma_poisson",) * len(skus),
        reason=("short_history",) * len(skus),
        rule=("average_so_far",) * len(skus),
        margin=np.full(len(skus), np.nan),
        arima=np.full((len(skus), HORIZON), np.nan, dtype=np.float32),
        arima_order=("",) * len(skus),
        past=no_past(len(skus)),
        grade=(GOOD,) * len(skus),
        grade_reason=(GradeReason("", {}),) * len(skus),
        extremes=(),
        suspects=(),
    )
