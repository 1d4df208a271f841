"""Serving the program: a free port, a browser, and an end that leaves nothing behind."""

import contextlib
import logging
import signal
import socket
import sys
import threading
import webbrowser
from dataclasses import replace
from types import FrameType

import waitress

from app.incoming.inbox_watch import watch_inbox
from app.server import create_app
from app.settings import Settings

THREADS = 8
PORTS_TRIED = 50
BODY_MARGIN_BYTES = 1024 * 1024


def serve(settings: Settings, *, open_browser: bool) -> None:
    """Serve until the process is told to stop; says where, and opens the owner's browser there."""
    chosen = replace(settings, port=free_port(settings.host, settings.port))
    app = create_app(chosen)
    watch_inbox(chosen)
    address = f"http://{'127.0.0.1' if chosen.host == '0.0.0.0' else chosen.host}:{chosen.port}"
    print(f"Shelfwise runs at {address}  (stop it with Ctrl+C)", flush=True)
    if open_browser:
        threading.Timer(0.7, webbrowser.open, [address]).start()
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    signal.signal(signal.SIGTERM, _leave)
    with contextlib.suppress(KeyboardInterrupt):
        waitress.serve(
            app.server,
            host=chosen.host,
            port=chosen.port,
            threads=THREADS,
            ident=None,
            max_request_body_size=chosen.upload_limit_bytes + BODY_MARGIN_BYTES,
        )


def free_port(host: str, wanted: int) -> int:
    """The wanted port, or the next one that is free."""
    for port in range(wanted, wanted + PORTS_TRIED):
        with socket.socket() as probe:
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just left is free again
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise SystemExit(f"No port from {wanted} to {wanted + PORTS_TRIED - 1} is free. Name another one with --port.")


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
