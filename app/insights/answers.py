"""The routes that answer lists and searches at once, a part at a time, as JSON for assets/web."""

from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, jsonify, request

from app.desk import Desk
from app.insights.finding import find
from app.insights.finding_pages import found_pages
from app.insights.in_hand import Insight, insight_now
from app.insights.product_filter import chosen, filter_of
from app.views.product_line import product_lines

MOST_LINES = 200
MOST_FOUND = 10


def answers_blueprint(desk: Desk) -> Blueprint:
    """The routes of the desk's shop."""
    routes = Blueprint("answers", __name__)

    @routes.get("/answers/products")
    def products() -> Response:
        first, count = _number("first"), min(_number("count"), MOST_LINES)
        return jsonify(lines(insight_now(desk), dict(request.args), first=first, count=count))

    @routes.get("/answers/search")
    def search() -> Response:
        return jsonify(found(insight_now(desk), request.args.get("q", "")[:200]))

    return routes


def lines(insight: Insight | None, query: dict[str, str], *, first: int, count: int) -> dict[str, Any]:
    """How many products fit the choices in `query`, and `count` of them from the place `first` on."""
    if insight is None:
        return {"total": 0, "first": 0, "lines": []}
    rows = chosen(insight.rows, insight.products, filter_of(query))
    part = rows.iloc[first : first + count]
    return {"total": len(rows), "first": first, "lines": product_lines(part, insight.weekly)}


def found(insight: Insight | None, text: str) -> list[dict[str, str]]:
    """The pages and products that a text finds: their name, address, and what stands beside the name."""
    pages = found_pages(text)
    if insight is None or not text.strip():
        return pages
    fitting = insight.rows.iloc[find(insight.products, text, most=len(insight.rows))]
    rows = fitting[~fitting["deleted"]].head(MOST_FOUND)
    products = [
        {"name": str(name), "href": f"/product/{quote(str(sku), safe='')}", "beside": str(sku)}
        for name, sku in zip(rows["name"], rows["sku"], strict=True)
    ]
    return [*pages, *products][:MOST_FOUND]


def _number(name: str) -> int:
    text = request.args.get(name, "")
    return int(text[:9]) if text.isdecimal() else 0
