"""Only the owner's own browser is answered, and her pages may only use what comes from this program."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.server import create_app
from app.settings import Settings


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    client: FlaskClient = create_app(Settings(tmp_path_factory.mktemp("shop"))).server.test_client()
    return client


PAGES = ["/", "/health", "/import", "/_dash-layout"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8050", "192.168.1.7:8050", "127.0.0.1.evil.example"])
@pytest.mark.parametrize("path", PAGES)
def test_a_foreign_name_for_this_computer_is_refused(client: FlaskClient, path: str, host: str) -> None:
    assert client.get(path, headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8050", "localhost:9000", "localhost", "[::1]:8050"])
@pytest.mark.parametrize("path", PAGES)
def test_the_programs_own_names_are_answered(client: FlaskClient, path: str, host: str) -> None:
    assert client.get(path, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost:9999", "http://localhost.evil.example:8050"]
)
def test_a_page_from_elsewhere_can_neither_upload_nor_ask(client: FlaskClient, origin: str) -> None:
    headers = {"Host": "localhost:8050", "Origin": origin, "X-File-Name": "a.csv"}
    assert client.post("/upload", data=b"a", headers=headers).status_code == 403
    assert client.get("/", headers=headers).status_code == 403


def test_the_programs_own_page_can_upload(client: FlaskClient) -> None:
    headers = {"Host": "localhost:8050", "Origin": "http://localhost:8050", "X-File-Name": "a.csv"}
    assert client.post("/upload", data=b"a", headers=headers).status_code == 200


def test_a_program_that_listens_to_the_network_is_asked_by_any_name_but_not_from_other_pages(tmp_path: Path) -> None:
    client = create_app(Settings(tmp_path / "shop", host="0.0.0.0")).server.test_client()
    assert client.get("/health", headers={"Host": "shop.example:8050"}).status_code == 200
    foreign = {"Host": "shop.example:8050", "Origin": "http://evil.example"}
    assert client.get("/health", headers=foreign).status_code == 403


@pytest.mark.parametrize("path", [*PAGES, "/download/orders.csv", "/no-such-file.js", "/assets/web/logo.svg"])
def test_every_answer_carries_the_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"


def test_a_refusal_carries_them_too(client: FlaskClient) -> None:
    assert "Content-Security-Policy" in client.get("/", headers={"Host": "evil.example"}).headers


def policy_of(client: FlaskClient) -> dict[str, list[str]]:
    rules = client.get("/").headers["Content-Security-Policy"].split(";")
    return {words[0]: words[1:] for words in (rule.split() for rule in rules)}


def test_scripts_come_from_the_program_or_are_known_by_their_hash(client: FlaskClient) -> None:
    allowed = policy_of(client)["script-src"]
    assert allowed[0] == "'self'"
    assert len(allowed) > 1, "Dash starts its pages by an inline script"
    assert all(re.fullmatch(r"'sha256-[\w+/]+=*'", source) for source in allowed[1:])


def test_nothing_may_be_fetched_from_or_shown_on_other_sites(client: FlaskClient) -> None:
    policy = policy_of(client)
    assert not re.search(r"https?:|\*", " ".join(word for words in policy.values() for word in words))
    assert policy["connect-src"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == ["'none'"]
