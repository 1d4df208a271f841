"""Downloads: what the charts of the Insights page are drawn from, as CSV."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from flask import Blueprint, Response, abort, request

from app.desk import Desk
from app.downloads.exports import csv_text
from app.insights.in_hand import Insight, insight_now
from app.insights.sales_views import (
    Span,
    by_category,
    by_month_of_the_year,
    by_weekday,
    class_matrix,
    movers,
    over_time,
)
from app.words.language import _

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")  # a file's own, not shown
MOST_WEEKS = 52


def insight_data_blueprint(desk: Desk) -> Blueprint:
    """The routes of the desk's shop."""
    routes = Blueprint("insight-data", __name__)

    @routes.get("/download/insights/<name>.csv")
    def insight_csv(name: str) -> Response:
        insight, make = insight_now(desk), TABLES.get(name)
        if insight is None or make is None:
            abort(404, _("There is no such table."))
        text = csv_text(make(insight, request.args.get("measure", ""), dict(request.args)))
        named = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
        return Response(("\ufeff" + text).encode(), mimetype="text/csv; charset=utf-8", headers=named)

    return routes


def _weeks(query: dict[str, str]) -> int:
    text = query.get("weeks", "")
    return min(max(int(text[:4]), 1), MOST_WEEKS) if text.isdecimal() else 4


def _span(query: dict[str, str]) -> Span:
    spans: tuple[Span, ...] = ("day", "week", "month")
    return next((span for span in spans if span == query.get("span")), "week")


def _over_time(insight: Insight, measure: str, query: dict[str, str]) -> pd.DataFrame:
    table = over_time(insight.sums.days, insight.sums.of(measure).by_day, _span(query))
    return table.assign(**{name: table[name].dt.strftime("%Y-%m-%d") for name in ("first_day", "last_day")})


def _weekday(insight: Insight, measure: str, _query: dict[str, str]) -> pd.DataFrame:
    average = by_weekday(insight.sums.days, insight.sums.of(measure).by_day)
    return pd.DataFrame({"weekday": DAY_NAMES, "average": average.round(2)})


def _season(insight: Insight, measure: str, _query: dict[str, str]) -> pd.DataFrame:
    relative = by_month_of_the_year(insight.sums.days, insight.sums.of(measure).by_day)
    known = np.full(12, np.nan) if relative is None else relative
    return pd.DataFrame({"month": range(1, 13), "relative": known.round(4)})


def _category(insight: Insight, measure: str, query: dict[str, str]) -> pd.DataFrame:
    return by_category(insight.sums, insight.sums.of(measure).by_category, weeks=_weeks(query)).round(4)


def _products(insight: Insight, measure: str, query: dict[str, str]) -> pd.DataFrame:
    moved = movers(insight.sums.of(measure).by_week, weeks=_weeks(query)).round(2)
    return pd.concat([insight.rows[["sku", "name", "supplier", "category", "abc", "xyz"]], moved], axis=1)


def _classes(insight: Insight, _measure: str, _query: dict[str, str]) -> pd.DataFrame:
    return class_matrix(insight.rows).round(4)


def _dead_stock(insight: Insight, _measure: str, _query: dict[str, str]) -> pd.DataFrame:
    columns = ["sku", "name", "supplier", "on_hand", "days_since_sale", "dead_money"]
    return insight.rows[insight.rows["dead"]][columns]


TABLES: dict[str, Callable[[Insight, str, dict[str, str]], pd.DataFrame]] = {
    "over-time": _over_time,
    "weekday": _weekday,
    "season": _season,
    "category": _category,
    "products": _products,
    "classes": _classes,
    "dead-stock": _dead_stock,
}
