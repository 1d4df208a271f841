"""Chromium's own tracing of what it does, switched on and off while somebody uses a page."""

import json
import queue
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import trio
from selenium import webdriver
from trio_websocket import open_websocket_url

CATEGORIES = "devtools.timeline,disabled-by-default-devtools.timeline,disabled-by-default-devtools.timeline.frame"
LARGEST_MESSAGE = 1 << 28
PATIENCE_SECONDS = 60


@contextmanager
def traced(driver: webdriver.Chrome, categories: str = CATEGORIES) -> Iterator[list[dict[str, Any]]]:
    """The events of what happens inside the block; filled when the block ends (Trace Event Format, times in µs)."""
    events: list[dict[str, Any]] = []
    begun, ending = threading.Event(), threading.Event()
    troubles: queue.Queue[BaseException] = queue.Queue()

    def trace() -> None:
        try:
            trio.run(_trace, _browser_socket(driver), categories, events, begun, ending)
        except BaseException as trouble:
            troubles.put(trouble)
            begun.set()

    thread = threading.Thread(target=trace, daemon=True)
    thread.start()
    begun.wait(PATIENCE_SECONDS)
    try:
        yield events
    finally:
        ending.set()
        thread.join(PATIENCE_SECONDS)
    if not troubles.empty():
        raise troubles.get()


def main_thread(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The finished tasks of the thread on which the page itself runs: the one that fires most animation frames."""
    fired = [(each["pid"], each["tid"]) for each in events if each["name"] == "FireAnimationFrame"]
    place = max(set(fired), key=fired.count)
    return [each for each in events if each.get("ph") == "X" and (each["pid"], each["tid"]) == place]


def _browser_socket(driver: webdriver.Chrome) -> str:
    address = driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
    with urllib.request.urlopen(f"http://{address}/json/version") as answer:
        return str(json.load(answer)["webSocketDebuggerUrl"])


async def _trace(
    socket: str, categories: str, events: list[dict[str, Any]], begun: threading.Event, ending: threading.Event
) -> None:
    async with open_websocket_url(socket, max_message_size=LARGEST_MESSAGE) as browser:
        wanted = {"includedCategories": categories.split(",")}
        start = {"traceConfig": wanted, "transferMode": "ReportEvents"}
        await browser.send_message(json.dumps({"id": 1, "method": "Tracing.start", "params": start}))
        while json.loads(await browser.get_message()).get("id") != 1:
            pass
        begun.set()
        await trio.to_thread.run_sync(ending.wait)
        await browser.send_message(json.dumps({"id": 2, "method": "Tracing.end"}))
        while (told := json.loads(await browser.get_message())).get("method") != "Tracing.tracingComplete":
            if told.get("method") == "Tracing.dataCollected":
                events += told["params"]["value"]
