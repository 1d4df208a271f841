"""What a browser says of the pages: bytes, seconds, jumps, complaints, each beside its target.

    python -m tests.benchmarks.page_speed [SALES.csv] [--products 1000]

Chromium measures itself (Performance API). Cold: nothing of the program in its cache. Interactive: what the page is for
is there, and its last long task is over. A callback lasts from the request to its whole answer.
"""

import argparse
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402 - after the threads are set
from selenium import webdriver  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

from tests.benchmarks.served_shop import served_shop  # noqa: E402
from tests.browser.chromium import chromium_options  # noqa: E402

PAGES = {
    "/": "#order-headline",
    "/products": ".sw-product-line a",
    "/insights": ".js-plotly-plot .main-svg",
    "/product/{sku}": ".js-plotly-plot .main-svg",
    "/what-if?sku={sku}": "#what-if-tables table",
    "/on-the-way": "#page h1",
    "/count": "#page h1",
    "/suppliers": "#page h1",
    "/proof": "#page h1",
    "/import": "#drop-zone",
    "/settings": "#settings-save",
}
MEGABYTES, COLD_SECONDS, WARM_SECONDS, SHIFT, CALLBACK_SECONDS = 1.5, 1.5, 0.5, 0.05, 0.2
WATCH = """
window.seen = { ready: null, shift: 0, busy: 0 };
const follow = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
follow("layout-shift", (one) => { if (!one.hadRecentInput) seen.shift += one.value; });
follow("longtask", (one) => { seen.busy = one.startTime + one.duration; });
const look = () => {
  if (window.wanted && document.querySelector(window.wanted)) seen.ready = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
LOADED = """
const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
const bytes = all.reduce((sum, one) => sum + one.transferSize, 0);
return { ready: seen.ready, busy: seen.busy, shift: seen.shift, bytes,
  outside: all.filter((one) => new URL(one.name, location).host !== location.host).map((one) => one.name) };
"""
ANSWERED = """
const all = performance.getEntriesByType("resource");
const answers = all.filter((one) => /_dash-update-component|answers/.test(one.name));
return answers.map((one) => one.duration / 1000);
"""


@dataclass
class Seen:
    """What was seen of one way of opening a page."""

    megabytes: float
    seconds: float
    shift: float


@dataclass
class Measured:
    """Everything that was seen."""

    cold: dict[str, Seen] = field(default_factory=dict)
    warm: dict[str, Seen] = field(default_factory=dict)
    answers: list[float] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def main(sales: Path | None, products: int) -> None:
    with served_shop(sales, products=products, port=8059) as address:
        driver = webdriver.Chrome(options=chromium_options())
        try:
            _report(measure(driver, address))
        finally:
            driver.quit()


def measure(driver: webdriver.Chrome, address: str) -> Measured:
    """Open every page cold and warm, then use them."""
    found = Measured()
    driver.get(f"{address}/products")
    sku = _wait(driver, ".sw-product-line a").get_attribute("href").rsplit("/", 1)[1]
    _open(driver, f"{address}/", PAGES["/"], found)  # the server has done now what it does once
    for path, ready in PAGES.items():
        place = address + path.format(sku=sku)
        driver.execute_cdp_cmd("Network.clearBrowserCache", {})
        found.cold[path] = _open(driver, place, ready, found)
        found.warm[path] = _open(driver, place, ready, found)
    _use(driver, address, sku, found)
    found.complaints = [entry["message"] for entry in driver.get_log("browser")]
    return found


def _open(driver: webdriver.Chrome, place: str, ready: str, found: Measured) -> Seen:
    script = f"window.wanted = {ready!r};\n{WATCH}"
    watch = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})
    driver.get("about:blank")
    driver.get(place)
    _wait(driver, ready)
    time.sleep(1.5)
    seen: dict[str, Any] = driver.execute_script(LOADED)
    driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", watch)
    found.outside += seen["outside"]
    return Seen(seen["bytes"] / 1e6, max(seen["ready"], seen["busy"]) / 1000, seen["shift"])


def _use(driver: webdriver.Chrome, address: str, sku: str, found: Measured) -> None:
    """Click, type and slide on the pages as an owner does, and keep how long each answer took."""
    driver.get(f"{address}/insights")
    _wait(driver, PAGES["/insights"])
    for choice in driver.find_elements(By.CSS_SELECTOR, ".sw-choice input") * 2:
        choice.click()
        time.sleep(0.3)
    _keep_answers(driver, found)
    driver.get(f"{address}/what-if?sku={sku}")
    _wait(driver, "#what-if-tables table")
    for slider in driver.find_elements(By.CSS_SELECTOR, "[role=slider]")[:4]:
        for _step in range(4):
            slider.send_keys(Keys.ARROW_RIGHT)
            time.sleep(0.3)
    _keep_answers(driver, found)
    driver.get(f"{address}/products")
    field = _wait(driver, "#products-q")
    for letter in "101":
        field.send_keys(letter)
        time.sleep(0.3)
    for link in ("Orders", "Products", "Insights", "Deliveries", "Suppliers", "Settings", "Products", "Orders"):
        driver.find_element(By.LINK_TEXT, link).click()
        time.sleep(1.0)
    _keep_answers(driver, found)


def _keep_answers(driver: webdriver.Chrome, found: Measured) -> None:
    found.answers += driver.execute_script(ANSWERED)


def _wait(driver: webdriver.Chrome, selector: str) -> Any:
    end = time.monotonic() + 30
    while not (found := driver.find_elements(By.CSS_SELECTOR, selector)):
        if time.monotonic() > end:
            raise SystemExit(f"waited in vain for {selector}: {driver.find_element(By.TAG_NAME, 'body').text[:500]}")
        time.sleep(0.05)
    return found[0]


def _report(found: Measured) -> None:
    print(f"{'page':22}{'cold MB':>9}{'cold s':>9}{'warm s':>9}{'shift':>8}")
    for path, cold in found.cold.items():
        warm = found.warm[path]
        shift = max(cold.shift, warm.shift)
        print(f"{path:22}{cold.megabytes:9.2f}{cold.seconds:9.2f}{warm.seconds:9.2f}{shift:8.3f}")
    print(f"{'target, below':22}{MEGABYTES:9.2f}{COLD_SECONDS:9.2f}{WARM_SECONDS:9.2f}{SHIFT:8.3f}")
    half, most = np.quantile(found.answers, [0.5, 0.95])
    print(f"{len(found.answers)} callbacks: p50 {half:.3f} s, p95 {most:.3f} s; target, below {CALLBACK_SECONDS} s")
    print(f"requests to the outside: {len(found.outside)} {found.outside[:3]}")
    print(f"complaints of the console: {len(found.complaints)} {found.complaints[:3]}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sales", type=Path, nargs="?")
    parser.add_argument("--products", type=int, default=1000)
    given = parser.parse_args()
    main(given.sales, given.products)
