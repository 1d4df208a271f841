"""A shop served as its owner has it, in a process of its own, for those who measure."""

import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.desk import make_forecast, open_desk
from app.settings import Settings
from data.importing.imports import import_sales
from data.reading.sales_file import read_sales
from tests.benchmarks.plan_stages import made_up_sales

NOW = dt.datetime(2026, 1, 1)
PATIENCE_SECONDS = 60


@contextmanager
def served_shop(sales: Path | None, *, products: int, port: int, days: int = 400) -> Iterator[str]:
    """The address of a running program on a shop of `sales`, or of made-up ones, its forecast made."""
    with tempfile.TemporaryDirectory() as folder:
        path = sales or made_up_sales(Path(folder) / "made_up.csv", products, days)
        desk = open_desk(Settings(Path(folder) / "shop"))
        import_sales(desk.shop, read_sales(path), imported_at=NOW)
        make_forecast(desk, lambda _share: None)
        desk.forecasts.close()
        command = [sys.executable, "-W", "ignore", "-m", "app", "--shop", f"{folder}/shop", "--port", str(port)]
        server = subprocess.Popen([*command, "--no-browser"], stdout=subprocess.DEVNULL, env=os.environ)
        try:
            _wait_for(f"http://127.0.0.1:{port}/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait_for(address: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            urllib.request.urlopen(address).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
