"""Files on their way in: streamed to disk as they arrive, so that 200 MB need no memory.

dcc.Upload would hold the whole file several times over in memory, as text, in the browser and here.
"""

import shutil
import uuid
from pathlib import Path
from urllib.parse import unquote

from flask import Blueprint, Response, current_app, jsonify, request

from app.settings import Settings
from app.words.formats import units_text
from app.words.language import _

CHUNK_BYTES = 1024 * 1024
NAME_LIMIT_BYTES = 200  # file systems take 255
FILE_FOLDER = "file"  # beside it lies what is told of the file


def uploads_blueprint(settings: Settings) -> Blueprint:
    """The route that takes a file; answers with the token by which the import job finds it."""
    routes = Blueprint("uploads", __name__)
    settings.uploads_folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(settings.uploads_folder)  # what an earlier run left behind was never imported
    settings.uploads_folder.mkdir(mode=0o700)

    @routes.post("/upload")
    def take_file() -> Response:
        if request.headers.get("X-File-Name") is None:
            return Response(_("The file has no name."), status=400, mimetype="text/plain")
        if (request.content_length or 0) > settings.upload_limit_bytes:
            return Response(too_large_text(settings), status=413, mimetype="text/plain")
        token = uuid.uuid4().hex
        path = new_place(settings, token, plain_name(unquote(request.headers["X-File-Name"])))
        with path.open("wb") as file:
            shutil.copyfileobj(request.stream, file, CHUNK_BYTES)
        current_app.logger.info("took a file of %s bytes", request.content_length)
        return jsonify(token=token, name=path.name)

    return routes


def uploaded_file(settings: Settings, token: str) -> Path | None:
    """The file that was given `token`; None for a token that no upload got."""
    if len(token) != 32 or not token.isalnum():
        return None
    folder = settings.uploads_folder / token / FILE_FOLDER
    return next(iter(folder.iterdir()), None) if folder.is_dir() else None


def new_place(settings: Settings, token: str, name: str) -> Path:
    """Where a file goes that is known by `token`; a folder of its own, which only the owner may read."""
    folder = settings.uploads_folder / token
    folder.mkdir(mode=0o700)
    (folder / FILE_FOLDER).mkdir(mode=0o700)
    return folder / FILE_FOLDER / name


def plain_name(name: str) -> str:
    """The file's own name without folders or control characters, short enough for any disk.

    >>> plain_name("../../etc/pass\\nwd"), plain_name("C:\\\\tills\\\\May sales.CSV"), plain_name("..")
    ('passwd', 'May sales.CSV', 'file')
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in last if letter.isprintable()).strip(" .")
    return shown.encode()[-NAME_LIMIT_BYTES:].decode(errors="ignore") or "file"


def too_large_text(settings: Settings) -> str:
    """What is said of a file above the limit."""
    said = _("The file is larger than {limit} MB. Export a shorter period, or one year at a time.")
    return said.format(limit=units_text(settings.upload_limit_bytes // 1024**2))
