"""The routes of an order's downloads: one that was sent, or the one to a supplier as it would be sent now."""

import re

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as WerkzeugResponse

from app.desk import Desk, plan_now
from app.downloads.exports import EXCEL_TYPE, csv_text
from app.downloads.order_mail import mail_address
from app.downloads.order_print import order_page
from app.downloads.order_sheet import OrderSheet, draft_sheet, sent_sheet
from app.downloads.order_table import lines_table
from app.downloads.order_text import order_text
from app.downloads.order_workbook import order_workbook
from app.ordering.order_list import day_in, supplier_orders
from app.words.language import _
from data.purchasing.orders import read_orders
from data.suppliers import suppliers

MARK = "\ufeff"  # makes Excel read UTF-8


def orders_blueprint(desk: Desk) -> Blueprint:
    """Each route takes `order`, the number of an order, or `supplier`."""
    routes = Blueprint("orders", __name__)

    @routes.get("/download/order.csv")
    def order_csv() -> Response:
        sheet = _wanted(desk)
        return _file(sheet, (MARK + csv_text(lines_table(sheet))).encode(), "text/csv; charset=utf-8", "csv")

    @routes.get("/download/order.xlsx")
    def order_excel() -> Response:
        sheet = _wanted(desk)
        return _file(sheet, order_workbook(sheet), EXCEL_TYPE, "xlsx")

    @routes.get("/download/order.txt")
    def order_message() -> Response:
        return Response(order_text(_wanted(desk)), mimetype="text/plain; charset=utf-8")

    @routes.get("/download/order.mail")
    def order_mail() -> WerkzeugResponse:
        sheet = _wanted(desk)
        return redirect(mail_address(sheet, to=_email(desk, sheet.supplier)))

    @routes.get("/download/order.html")
    def order_to_print() -> Response:
        return Response(order_page(_wanted(desk)), mimetype="text/html; charset=utf-8")

    return routes


def _wanted(desk: Desk) -> OrderSheet:
    number = request.args.get("order")
    if number is not None:
        found = [order for order in read_orders(desk.shop) if str(order.order_id) == number]
        return sent_sheet(desk.shop, found[0]) if found else abort(404, _("There is no such order."))
    plan = plan_now(desk)
    if plan is None:
        abort(404, _("There is no plan yet."))
    supplier = request.args.get("supplier", "")
    wanted = next((order for order in supplier_orders(plan) if order.supplier == supplier and order.ordered), None)
    if wanted is None:
        abort(404, _("Nothing to order there."))
    return draft_sheet(desk.shop, wanted, day=day_in(plan, wanted.in_days))


def _email(desk: Desk, supplier: str) -> str:
    known = suppliers(desk.shop)["email"]
    return str(known.get(supplier, ""))


def _file(sheet: OrderSheet, content: bytes, kind: str, ending: str) -> Response:
    """A file named after order and supplier in plain letters."""
    words = ["order", *([str(sheet.number)] if sheet.number else []), sheet.supplier, sheet.day.isoformat()]
    name = re.sub(r"[^A-Za-z0-9]+", "-", " ".join(words)).strip("-").lower()
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{ending}"'})
