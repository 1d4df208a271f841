"""The Insights page says what was sold, and every chart can be taken away."""

import io
from collections.abc import Iterator

import pandas as pd
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.desk import Desk
from app.downloads.insight_data import TABLES, insight_data_blueprint
from app.insights.in_hand import Insight, insight_now
from app.pages.insights import change_period, change_time, layout
from tests.app.components import of_kind, words


@pytest.fixture(scope="module")
def insight(sample_desk: Desk) -> Insight:
    found = insight_now(sample_desk)
    assert found is not None
    return found


@pytest.fixture
def client(sample_desk: Desk) -> Iterator[FlaskClient]:
    app = Flask(__name__)
    app.register_blueprint(insight_data_blueprint(sample_desk))
    with app.test_client() as client:
        yield client


def test_the_page_says_up_to_when_sales_are_known(insight: Insight) -> None:
    assert words(layout(insight)).startswith("Insights Sales up to 9 December 2011.")


def test_every_chart_has_its_picture_and_its_data(insight: Insight) -> None:
    page = layout(insight)
    pictures = [getattr(button, "data-picture", None) for button in of_kind(page, "Button")]
    names = [graph.id["name"] for graph in of_kind(page, "Graph")]
    assert pictures == names == ["over-time", "weekday", "season", "category"]
    data = [link.href for link in of_kind(page, "A")]
    assert all(any(f"/{name}.csv" in href for href in data) for name in names)


def test_every_link_to_data_leads_to_a_table(insight: Insight, client: FlaskClient) -> None:
    for link in of_kind(layout(insight), "A"):
        answer = client.get(link.href)
        assert answer.status_code == 200
        assert not pd.read_csv(io.BytesIO(answer.data)).columns.empty


@pytest.mark.parametrize("name", TABLES)
def test_data_can_be_read_back(client: FlaskClient, name: str) -> None:
    table = pd.read_csv(io.BytesIO(client.get(f"/download/insights/{name}.csv?measure=units&weeks=13").data))
    assert len(table.columns) >= 2


def test_a_table_that_is_not_there_is_said_so(client: FlaskClient) -> None:
    assert client.get("/download/insights/secrets.csv").status_code == 404


def test_months_are_drawn_when_asked_for(sample_desk: Desk) -> None:
    figure, address = change_time(sample_desk, "units", "month")
    assert address == "/download/insights/over-time.csv?measure=units&span=month"
    assert figure.layout.yaxis.title.text == "units"
    assert len(figure.data[0].x) <= 24


def test_what_sells_best_rises_and_falls_follows_the_time_chosen(sample_desk: Desk) -> None:
    four, year = (words(change_period(sample_desk, "money", weeks)) for weeks in ("4", "52"))
    assert four.startswith("Sells best")
    assert "Rises most" in four
    assert "Falls most" in four
    assert four != year


def test_the_classes_lead_to_their_products(insight: Insight) -> None:
    links = [link.href for link in of_kind(layout(insight), "Link")]
    assert any(href == "/products?class=AX" for href in links)
