"""Charts hold the numbers that they are given, under names that the owner reads."""

import datetime as dt
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from app.views.chart_template import BAND
from app.views.figures import chart, past_figure, sales_figure, stock_figure
from tests.app.components import of_kind

DAYS = [dt.date(2024, 3, 11) + dt.timedelta(days=n) for n in range(4)]
PAST_DAYS = [dt.date(2024, 3, 9), dt.date(2024, 3, 10)]


def traces(figure: go.Figure) -> dict[str, Any]:
    """The named traces of a figure."""
    return {trace.name: trace for trace in figure.data if trace.name}


@pytest.fixture
def sales() -> go.Figure:
    expected = np.array([2.0, 3.0, 2.0, 4.0])
    return sales_figure(PAST_DAYS, np.array([5.0, 0.0]), DAYS, expected, expected - 1, expected + 2)


def test_sales_show_what_was_sold_and_what_is_expected(sales: go.Figure) -> None:
    shown = traces(sales)
    assert (list(shown["sold"].x), list(shown["sold"].y)) == (PAST_DAYS, [5, 0])
    assert (list(shown["expected"].x), list(shown["expected"].y)) == (DAYS, [2, 3, 2, 4])
    assert shown["sold"].type == "bar"
    assert sales.layout.yaxis.title.text == "units a day"


def test_a_band_is_filled_between_low_and_high(sales: go.Figure) -> None:
    names = [trace.name for trace in sales.data]
    low = sales.data[names.index("nine of ten days")]
    high = sales.data[names.index("nine of ten days") - 1]
    assert (low.fill, low.fillcolor) == ("tonexty", BAND), "filled up to the trace before it"
    assert list(low.y) == [1, 2, 1, 3]
    assert list(high.y) == [4, 5, 4, 6]
    assert high.showlegend is False


def stock(arrival: dt.date | None) -> go.Figure:
    expected = np.array([9.0, 7.0, 12.0, 10.0])
    return stock_figure(DAYS, expected, expected - 3, expected + 1, reorder_point=8.0, arrival=arrival)


def test_stock_shows_the_reorder_point_and_the_order_arriving() -> None:
    shown = traces(stock(DAYS[2]))
    assert list(shown["expected stock"].y) == [9, 7, 12, 10]
    assert list(shown["reorder point"].x) == [DAYS[0], DAYS[-1]]
    assert list(shown["reorder point"].y) == [8, 8]
    assert list(shown["order arrives"].x) == [DAYS[2], DAYS[2]]
    assert list(shown["order arrives"].y) == [0, 13], "as high as the band"


@pytest.mark.parametrize("arrival", [None, DAYS[-1] + dt.timedelta(days=1)])
def test_without_an_order_that_arrives_in_sight_none_is_drawn(arrival: dt.date | None) -> None:
    assert "order arrives" not in traces(stock(arrival))


def test_the_axis_of_stock_begins_at_zero() -> None:
    assert stock(None).layout.yaxis.rangemode == "tozero"


def test_past_forecasts_stand_beside_what_was_sold_and_the_rule_to_beat() -> None:
    said, average, sold = np.array([9.0, 8.0]), np.array([7.0, 7.0]), np.array([10.0, 6.0])
    shown = traces(past_figure(PAST_DAYS, said, average, sold))
    assert {name: list(trace.y) for name, trace in shown.items()} == {
        "sold": [10, 6],
        "forecast": [9, 8],
        "same-weekday average": [7, 7],
    }


def test_charts_take_their_fonts_from_the_computer_and_nothing_from_elsewhere(sales: go.Figure) -> None:
    assert "http" not in sales.to_json()
    assert "system-ui" in sales.layout.template.layout.font.family


def test_a_chart_on_a_page_has_a_name_and_no_buttons(sales: go.Figure) -> None:
    made = of_kind(chart(sales, "sales"), "Graph")[0]
    assert made.id == {"type": "chart", "name": "sales"}
    assert made.config["displayModeBar"] is False


def test_below_a_chart_stand_its_picture_and_its_data_from_an_address_where_there_is_one(sales: go.Figure) -> None:
    from_itself, from_an_address = chart(sales, "sales"), chart(sales, "sales", data="/download/insights/season.csv")
    assert [button.children for button in of_kind(from_itself, "Button")] == ["Picture", "Data"]
    assert of_kind(from_itself, "A") == []
    assert [link.href for link in of_kind(from_an_address, "A")] == ["/download/insights/season.csv"]


def test_in_the_data_of_a_band_each_of_its_lines_has_a_name(sales: go.Figure) -> None:
    names = {trace.meta for trace in sales.data if trace.meta}
    assert names == {"nine of ten days, at most", "nine of ten days, at least"}
