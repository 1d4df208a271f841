"""Files are streamed to disk, and found again by their token only."""

import io
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.incoming.uploads import CHUNK_BYTES, plain_name, uploaded_file, uploads_blueprint
from app.settings import Settings

LIMIT = 3 * 1024**2


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "shop", upload_limit_bytes=LIMIT)


@pytest.fixture
def client(settings: Settings) -> FlaskClient:
    app = Flask("uploads")
    app.register_blueprint(uploads_blueprint(settings))
    return app.test_client()


def send(client: FlaskClient, content: bytes, name: str = "till.csv") -> Any:
    return client.post("/upload", data=content, headers={"X-File-Name": quote(name)})


def test_an_uploaded_file_is_found_by_its_token_as_it_was_sent(client: FlaskClient, settings: Settings) -> None:
    content = b"date,sku,units\n" + bytes(range(256)) * 9000
    assert len(content) > 2 * CHUNK_BYTES
    answer = send(client, content, "May sales.csv").get_json()
    path = uploaded_file(settings, answer["token"])
    assert path is not None
    assert (path.name, answer["name"]) == ("May sales.csv", "May sales.csv")
    assert path.read_bytes() == content


def test_a_file_is_written_piece_by_piece_and_never_held_whole(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(-1 if size is None else size)
            return super().read(size)

    monkeypatch.setattr("werkzeug.wrappers.request.get_input_stream", lambda *_a, **_k: Watched(b"x" * LIMIT))
    assert send(client, b"x").status_code == 200
    assert set(asked) == {CHUNK_BYTES}


def test_the_same_file_twice_has_two_tokens(client: FlaskClient) -> None:
    assert send(client, b"a").get_json()["token"] != send(client, b"a").get_json()["token"]


def test_only_the_owner_can_read_uploads(client: FlaskClient, settings: Settings) -> None:
    token = send(client, b"a").get_json()["token"]
    for folder in (settings.uploads_folder, settings.uploads_folder / token):
        assert folder.stat().st_mode & 0o077 == 0


def test_a_file_that_is_too_large_is_refused_with_what_to_do(client: FlaskClient, settings: Settings) -> None:
    response = send(client, b"x" * (LIMIT + 1))
    assert response.status_code == 413
    assert response.text == ("The file is larger than 3 MB. Export a shorter period, or one year at a time.")
    assert list(settings.uploads_folder.iterdir()) == []
    assert send(client, b"x" * LIMIT).status_code == 200, "the limit itself is allowed"


def test_a_file_without_a_name_is_refused(client: FlaskClient) -> None:
    response = client.post("/upload", data=b"a")
    assert (response.status_code, response.text) == (400, "The file has no name.")


def test_no_token_but_those_given_finds_a_file(client: FlaskClient, settings: Settings) -> None:
    token = send(client, b"a").get_json()["token"]
    (settings.shop_folder / "secret").mkdir()
    (settings.shop_folder / "secret" / "file").touch()
    tricks = ["", "0" * 32, token[:-1], token + "0", f"../{'secret':_<29}", "../secret", f"{token}/../../secret"]
    assert [uploaded_file(settings, trick) for trick in tricks] == [None] * len(tricks)
    outside = settings.shop_folder / ("a" * 32)
    outside.mkdir()
    (outside / "file").touch()
    assert uploaded_file(settings, outside.name) is None
    assert uploaded_file(settings, token) is not None


def test_a_name_with_a_path_stays_inside_the_folder_of_its_token(client: FlaskClient, settings: Settings) -> None:
    answer = send(client, b"a", "../../../shop.sqlite").get_json()
    path = uploaded_file(settings, answer["token"])
    assert path == settings.uploads_folder / answer["token"] / "file" / "shop.sqlite"
    assert not (settings.shop_folder / "shop.sqlite").exists()


def test_what_an_earlier_run_left_behind_is_removed(client: FlaskClient, settings: Settings) -> None:
    token = send(client, b"a").get_json()["token"]
    Flask("again").register_blueprint(uploads_blueprint(settings))
    assert uploaded_file(settings, token) is None
    assert list(settings.uploads_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("May sales.CSV", "May sales.CSV"),
        ("Verkäufe.csv", "Verkäufe.csv"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("a\x00b\nc.csv", "abc.csv"),
        ("...", "file"),
        ("", "file"),
        ("folder/", "file"),
        (" .hidden", "hidden"),
    ],
)
def test_a_plain_name_has_no_folders_and_no_control_characters(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize("letter", ["x", "é", "売", "🍵"])
def test_a_long_name_keeps_its_ending_and_fits_on_any_disk(
    client: FlaskClient, settings: Settings, letter: str
) -> None:
    answer = send(client, b"a", letter * 300 + ".csv").get_json()
    assert uploaded_file(settings, answer["token"]) is not None
    assert answer["name"].endswith(f"{letter}.csv")
    assert len(answer["name"].encode()) <= 200
