"""The coming orders as a table and as calendar events."""

import datetime as dt
import io

import pandas as pd
import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from app.desk import Desk
from app.downloads.order_calendar import LINE, LONGEST_LINE, calendar_blueprint, calendar_text, folded
from app.ordering.coming_orders import ComingOrder, coming_orders
from app.planning.plan import Plan

TUESDAY = dt.date(2024, 3, 12)


def test_the_table_has_a_row_for_each_order(sample_desk: Desk, sample_plan: Plan) -> None:
    app = Flask("downloads")
    app.register_blueprint(calendar_blueprint(sample_desk))
    table = pd.read_csv(io.BytesIO(app.test_client().get("/download/calendar.csv").data), encoding="utf-8-sig")
    orders = coming_orders(sample_plan)
    assert table["day"].tolist() == [order.day.isoformat() for order in orders]
    assert table["money"].sum() == pytest.approx(sum(order.money for order in orders))
    events = app.test_client().get("/download/calendar.ics")
    assert events.mimetype == "text/calendar"
    assert events.text.count("BEGIN:VEVENT") == len(orders)


def test_an_order_is_an_event_of_its_day_that_says_what_to_do() -> None:
    order = ComingOrder(TUESDAY, "Leaf; Co, Ltd", products=2, units=30.0, money=45.5)
    lines = calendar_text((order,), currency="£", made_for=TUESDAY).split(LINE)
    assert "DTSTART;VALUE=DATE:20240312" in lines
    assert r"SUMMARY:Order from Leaf\; Co\, Ltd: 2 products\, about £45.50" in lines
    assert (lines[0], lines[-2]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1))
def test_folded_lines_are_short_and_unfold_to_what_they_were(line: str) -> None:
    assert all(len(part.encode()) <= LONGEST_LINE for part in folded(line).split(LINE))
    assert folded(line).replace(f"{LINE} ", "") == line
