"""What never changes is asked for once, small, and only where it is needed."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from app.server import create_app
from app.settings import Settings
from app.static_files import CHARTS


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    client: FlaskClient = create_app(Settings(tmp_path_factory.mktemp("shop"))).server.test_client()
    return client


@pytest.fixture(scope="module")
def page(client: FlaskClient) -> str:
    return client.get("/").get_data(as_text=True)


def loaded(page: str) -> list[str]:
    return re.findall(r'<(?:script|link)[^>]+(?:src|href)="(/[^"]+\.(?:js|css)[^"]*)"', page)


def test_everything_a_page_loads_is_kept_by_the_browser(client: FlaskClient, page: str) -> None:
    assert len(loaded(page)) > 20
    for address in loaded(page):
        answer = client.get(address.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"], address


def test_no_page_loads_charts_or_grids_before_it_has_one(page: str) -> None:
    assert not [address for address in loaded(page) if "plotly" in address or "ag_grid.min" in address]


def test_no_page_loads_what_only_old_browsers_or_other_programs_need(page: str) -> None:
    assert not [address for address in loaded(page) if "polyfill" in address or "dash_table" in address]


@pytest.mark.parametrize(("encoding", "open_it"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_what_is_compressed_is_the_same_when_opened(client: FlaskClient, encoding: str, open_it: object) -> None:
    plain = client.get("/assets/web/base.css?m=1", headers={"Accept-Encoding": "identity"})
    for _time in range(2):
        small = client.get("/assets/web/base.css?m=1", headers={"Accept-Encoding": encoding})
        assert small.headers["Content-Encoding"] == encoding
        assert open_it(small.data) == plain.data  # type: ignore[operator]
        assert len(small.data) < len(plain.data)


def test_charts_get_the_small_bundle_from_an_address_that_names_its_version(client: FlaskClient, page: str) -> None:
    assert f'<meta name="charts" content="{CHARTS}">' in page
    ours = Path(__file__).parents[2] / "assets" / "vendor" / "plotly" / "plotly-basic.min.js"
    answer = client.get(CHARTS, headers={"Accept-Encoding": "identity"})
    assert answer.data == ours.read_bytes()
    assert "immutable" in answer.headers["Cache-Control"]


def test_what_has_no_version_in_its_address_is_asked_for_again(client: FlaskClient) -> None:
    first = client.get("/assets/web/base.css")
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get("/assets/web/base.css", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_answers_are_not_kept(client: FlaskClient) -> None:
    assert "immutable" not in client.get("/answers/search?q=a&m=1").headers.get("Cache-Control", "")
