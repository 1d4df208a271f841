"""How the list of a shop of very many products scrolls and narrows down, by Chromium's own tracing.

    python -m tests.benchmarks.long_list [--products 20000 --days 120]

A frame is smooth when the page's own thread is done with it within 16.7 ms. Work is in processor time of that thread,
which a busy machine does not change; what she waits for an answer is in seconds of the clock.
"""

import argparse
import os
import time
from dataclasses import dataclass
from typing import Any

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402 - after the threads are set
from numpy.typing import NDArray  # noqa: E402
from selenium import webdriver  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402

from tests.benchmarks.chromium_trace import main_thread, traced  # noqa: E402
from tests.benchmarks.served_shop import served_shop  # noqa: E402
from tests.browser.chromium import chromium_options  # noqa: E402

PORT = 8058
FRAME_MILLISECONDS = 1000 / 60
DISTANCE, SPEED = 60_000, 6_000  # pixels, pixels a second: as fast as a thumb flings
TYPED = "1234"
PATIENCE_SECONDS = 120  # the first list of a large shop adds all of its sales up
LINE = ".sw-product-line a"
WAITED = """
const done = arguments[arguments.length - 1];
const began = performance.now();
const told = () => requestAnimationFrame(() => done(performance.now() - began));
document.addEventListener("sw-drawn", told, { once: true });
const field = document.getElementById("products-q");
Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, arguments[0]);
field.dispatchEvent(new Event("input", { bubbles: true }));
"""
SENT = """
const all = performance.getEntriesByType("resource").filter((one) => one.name.includes("/answers/products"));
return { requests: all.length, kilobytes: all.reduce((sum, one) => sum + one.transferSize, 0) / 1000,
  lines: document.querySelectorAll(".sw-product-line").length, heap: performance.memory.usedJSHeapSize / 1e6 };
"""


@dataclass(frozen=True)
class Scrolled:
    """tasks: milliseconds of processor time of each task that made a frame; seconds: how long it went on."""

    tasks: NDArray[np.float64]
    seconds: float


def main(products: int, days: int) -> None:
    with served_shop(None, products=products, days=days, port=PORT) as address:
        driver = webdriver.Chrome(options=chromium_options())
        try:
            report(driver, address)
        finally:
            driver.quit()


def report(driver: webdriver.Chrome, address: str) -> None:
    """Scroll and type in the list at `address`, and print what was seen."""
    driver.get(f"{address}/products")
    _wait(driver)
    count = driver.find_element(By.ID, "product-count").text
    scrolled = scroll(driver)
    late = int((scrolled.tasks > FRAME_MILLISECONDS).sum())
    half, most = np.quantile(scrolled.tasks, [0.5, 0.99])
    print(f"{count}; {DISTANCE:,} pixels scrolled in {scrolled.seconds:.1f} s")
    print(f"work for a frame: p50 {half:.1f}, p99 {most:.1f}, longest {scrolled.tasks.max():.1f} ms of processor time")
    print(f"frames that took longer than {FRAME_MILLISECONDS:.1f} ms: {late} of {len(scrolled.tasks)}")
    waits = narrow(driver)
    print(f"each letter typed: {', '.join(f'{wait:.3f}' for wait in waits)} s until the list is drawn")
    sent = driver.execute_script(SENT)
    print(f"{sent['requests']} answers, {sent['kilobytes']:.0f} kB; {sent['lines']} lines on the page, "
          f"{sent['heap']:.0f} MB in the browser")  # fmt: skip


def scroll(driver: webdriver.Chrome) -> Scrolled:
    """Scroll down the list as fast as a thumb does."""
    gesture = {"x": 640, "y": 500, "yDistance": -DISTANCE, "speed": SPEED, "gestureSourceType": "mouse"}
    began = time.monotonic()
    with traced(driver) as events:
        driver.execute_cdp_cmd("Input.synthesizeScrollGesture", gesture)
    return Scrolled(frames(events), time.monotonic() - began)


def frames(events: list[dict[str, Any]]) -> NDArray[np.float64]:
    """Milliseconds of processor time of each task in which the page made something of a frame."""
    tasks = main_thread(events)
    fired = np.array([each["ts"] for each in tasks if each["name"] == "FireAnimationFrame"])
    outer = [each for each in tasks if each["name"] == "RunTask" and "tdur" in each]
    return np.array([
        each["tdur"] / 1000 for each in outer if ((fired >= each["ts"]) & (fired <= each["ts"] + each["dur"])).any()
    ])  # fmt: skip


def narrow(driver: webdriver.Chrome) -> list[float]:
    """Seconds from each letter typed to the list that fits it."""
    texts = [TYPED[: place + 1] for place in range(len(TYPED))]
    return [driver.execute_async_script(WAITED, text) / 1000 for text in texts]


def _wait(driver: webdriver.Chrome) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not driver.find_elements(By.CSS_SELECTOR, LINE):
        if time.monotonic() > end:
            raise SystemExit("waited in vain for the list")
        time.sleep(0.05)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--products", type=int, default=20_000)
    parser.add_argument("--days", type=int, default=120)
    main(**vars(parser.parse_args()))
