"""How long callbacks last while many people use the shop at once.

    python -m tests.benchmarks.many_sessions [SALES.csv] [--sessions 50 --products 1000 --seconds 20]

Each session opens a page, does something on it, and thinks for a second, as an owner does; the pages are asked for what
a browser would ask. The clients run on the same computer as the program.
"""

import argparse
import json
import os
import random
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402

from app import ids  # noqa: E402
from tests.benchmarks.served_shop import served_shop  # noqa: E402

PATHS = ("/", "/products", "/insights", "/on-the-way", "/suppliers", "/settings", "/import", "/what-if")
THINKING_SECONDS = 1.0
TARGET_SECONDS = 0.3


def main(sales: Path | None, *, sessions: int, products: int, seconds: float) -> None:
    with served_shop(sales, products=products, port=8060) as address:
        callbacks = json.loads(_get(address, "/_dash-dependencies"))
        asked = {"page": _page_callback(callbacks), "chart": _callback(callbacks, "over-time")}
        for path in PATHS:
            _post(address, _page_request(asked["page"], path))  # the server has done now what it does once
        took: list[float] = []
        end = time.monotonic() + seconds
        people = [threading.Thread(target=_use, args=(address, asked, end, took, seed)) for seed in range(sessions)]
        for person in people:
            person.start()
        for person in people:
            person.join()
    half, most = np.quantile(took, [0.5, 0.95])
    print(f"{sessions} sessions, {len(took)} callbacks in {seconds:.0f} s, {len(took) / seconds:.0f} a second")
    print(f"p50 {half:.3f} s, p95 {most:.3f} s, longest {max(took):.3f} s; target p95 below {TARGET_SECONDS} s")


def _use(address: str, asked: dict[str, Any], end: float, took: list[float], seed: int) -> None:
    chance = random.Random(seed)
    time.sleep(chance.random() * THINKING_SECONDS)
    connection = HTTPConnection(urlsplit(address).netloc)
    while time.monotonic() < end:
        start = time.perf_counter()
        what = chance.random()
        if what < 0.4:
            _send(connection, "POST", "/_dash-update-component", _page_request(asked["page"], chance.choice(PATHS)))
        elif what < 0.6:
            _send(connection, "POST", "/_dash-update-component", _chart_request(asked["chart"], chance))
        elif what < 0.8:
            _send(connection, "GET", f"/answers/search?q={chance.randrange(1000)}")
        else:
            _send(connection, "GET", f"/answers/products?first={chance.randrange(0, 900, 100)}&count=100")
        took.append(time.perf_counter() - start)
        time.sleep(THINKING_SECONDS * (0.5 + chance.random()))


def _page_callback(callbacks: list[dict[str, Any]]) -> dict[str, Any]:
    return next(one for one in callbacks if f"{ids.NAVIGATION}.children" in one["output"])


def _callback(callbacks: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(one for one in callbacks if f'"name":"{name}"' in one["output"] and "figure" in one["output"])


def _page_request(callback: dict[str, Any], path: str) -> dict[str, Any]:
    return _request(callback, {f"{ids.URL}.pathname": path, f"{ids.URL}.search": ""})


def _chart_request(callback: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    return _request(callback, {"measure": "units", "span": chance.choice(("day", "week", "month"))})


def _request(callback: dict[str, Any], values: dict[str, str]) -> dict[str, Any]:
    """What the browser sends for a callback; `values` by id and property, or by the name in an id of several parts."""

    def told(each: dict[str, str]) -> dict[str, Any]:
        place: Any = json.loads(each["id"]) if each["id"].startswith("{") else each["id"]
        name = place["name"] if isinstance(place, dict) else f"{place}.{each['property']}"
        return {"id": place, "property": each["property"], "value": values.get(name)}

    inputs, state = ([told(each) for each in callback[kind]] for kind in ("inputs", "state"))
    outputs = [_output(part) for part in callback["output"].strip(".").split("...")]
    first = callback["inputs"][0]
    changed = [f"{first['id']}.{first['property']}"]
    return {
        "output": callback["output"], "outputs": outputs, "inputs": inputs, "state": state, "changedPropIds": changed,
    }  # fmt: skip


def _output(part: str) -> dict[str, Any]:
    place, name = part.rsplit(".", 1)
    return {"id": json.loads(place) if place.startswith("{") else place, "property": name.split("@")[0]}


def _send(connection: HTTPConnection, method: str, path: str, content: dict[str, Any] | None = None) -> bytes:
    body = None if content is None else json.dumps(content)
    connection.request(method, path, body, {"Content-Type": "application/json", "Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    said = answer.read()
    if answer.status not in (200, 204):
        raise SystemExit(f"{path}: {answer.status} {said[:300]!r} for {body}")
    return said


def _post(address: str, content: dict[str, Any]) -> bytes:
    return _send(HTTPConnection(urlsplit(address).netloc), "POST", "/_dash-update-component", content)


def _get(address: str, path: str) -> bytes:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", path)
    return connection.getresponse().read()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sales", type=Path, nargs="?")
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--products", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=20)
    given = parser.parse_args()
    main(given.sales, sessions=given.sessions, products=given.products, seconds=given.seconds)
