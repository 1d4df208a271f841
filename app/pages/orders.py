"""Orders: what to order today, from whom, how much and why; changed where the owner knows better, and noted as sent."""

import datetime as dt
from typing import Any

import numpy as np
from dash import Dash, html

from app import ids
from app.desk import Desk
from app.pages.order_steps import answer
from app.planning.plan import Plan
from app.said import hearing, on_said
from app.views.order_content import order_content
from app.views.sold_out_card import sold_out_line
from app.words.headline import headline, plan_day_notice
from app.words.language import _
from data.importing.sales_end import SalesEnd

PATH = "/"


def layout(plan: Plan, *, end: SalesEnd | None = None) -> Any:
    """The page: its headline, today's orders, and all of them as files."""
    return html.Div(
        [
            hearing(ids.ORDER_SAID),
            html.Div(headline(plan), id=ids.ORDER_HEADLINE),
            plan_day_notice(plan, dt.date.today(), end=end),
            sold_out_line(plan),
            html.Div(order_content(plan), id=ids.ORDER_CONTENT, className="sw-stack"),
            *([html.Div(_files(), className="sw-actions")] if np.nansum(plan.quantity_today) > 0 else []),
            html.Div(id=ids.ORDER_MESSAGE, role="status", className="sw-said"),
        ],
        className="sw-stack",
    )


def _files() -> list[Any]:
    return [
        html.A(_("All as {kind}").format(kind=kind), href=f"/download/orders.{ending}", className="sw-quiet")
        for kind, ending in (("Excel", "xlsx"), ("CSV", "csv"))
    ]


def register(app: Dash, desk: Desk) -> None:
    on_said(app, ids.ORDER_SAID, answer, desk)
