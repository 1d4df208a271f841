"""The coming orders as a file: for a spreadsheet, and for the owner's own calendar."""

import datetime as dt

import pandas as pd
from flask import Blueprint, Response, abort

from app.desk import Desk, plan_now
from app.downloads.exports import csv_text
from app.ordering.coming_orders import ComingOrder, coming_orders, stock_value
from app.planning.plan import Plan
from app.words.formats import money_text
from app.words.language import _
from app.words.order_words import products_text, supplier_name

LINE = "\r\n"  # of RFC 5545
LONGEST_LINE = 75  # bytes
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def calendar_blueprint(desk: Desk) -> Blueprint:
    """The routes of the calendar's downloads."""
    routes = Blueprint("calendar", __name__)

    @routes.get("/download/calendar.csv")
    def calendar_csv() -> Response:
        text = "\ufeff" + csv_text(calendar_table(_plan(desk)))
        return _file(text, "text/csv; charset=utf-8", "orders-ahead.csv")

    @routes.get("/download/calendar.ics")
    def calendar_events() -> Response:
        plan = _plan(desk)
        text = calendar_text(coming_orders(plan), currency=plan.inputs.settings.currency, made_for=plan.inputs.today)
        return _file(text, "text/calendar; charset=utf-8", "orders-ahead.ics")

    return routes


def calendar_table(plan: Plan) -> pd.DataFrame:
    """A row per order: day, supplier, products, units, money, and the stock's value at the end of its day."""
    value = stock_value(plan)
    rows = [
        {
            "day": order.day.isoformat(),
            "supplier": order.supplier,
            "products": order.products,
            "units": round(order.units, 3),
            "money": order.money,
            "stock_value": round(float(value[(order.day - plan.inputs.today).days]), 2),
        }
        for order in coming_orders(plan)
    ]
    return pd.DataFrame(rows, columns=["day", "supplier", "products", "units", "money", "stock_value"])


def calendar_text(orders: tuple[ComingOrder, ...], *, currency: str, made_for: dt.date) -> str:
    """The orders as events of a whole day each (RFC 5545); an order keeps its name, so a new file renews the old."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Shelfwise//Orders//EN"]
    for order in orders:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{order.day:%Y%m%d}-{order.supplier.encode().hex()[:40] or 'none'}@shelfwise",
            f"DTSTAMP:{made_for:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{order.day:%Y%m%d}",
            f"SUMMARY:{_summary(order, currency).translate(ESCAPED)}",
            "END:VEVENT",
        ]
    return LINE.join(folded(line) for line in [*lines, "END:VCALENDAR"]) + LINE


def folded(line: str) -> str:
    """A line broken where it is too long, never inside a letter.

    >>> folded("é" * 40).split(LINE) == ["é" * 37, " " + "é" * 3]
    True
    """
    parts, rest = [], line
    while len(rest.encode()) > LONGEST_LINE:
        end = len(rest.encode()[:LONGEST_LINE].decode(errors="ignore"))
        parts.append(rest[:end])
        rest = " " + rest[end:]
    return LINE.join([*parts, rest])


def _summary(order: ComingOrder, currency: str) -> str:
    said = {"supplier": supplier_name(order.supplier), "products": products_text(order.products)}
    if not order.money:
        return _("Order from {supplier}: {products}").format(**said)
    money = money_text(order.money, currency)
    return _("Order from {supplier}: {products}, about {money}").format(money=money, **said)


def _plan(desk: Desk) -> Plan:
    plan = plan_now(desk)
    return plan if plan is not None else abort(404, _("There is no plan yet."))


def _file(text: str, kind: str, name: str) -> Response:
    return Response(text.encode(), mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
