"""Pictures of every page of the sample shop, wide and narrow, light and dark, to be looked at.

python -m tests.browser.take_screenshots FOLDER [--sales SALES.csv] [--language de]
"""

import argparse
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import waitress
from selenium import webdriver
from selenium.webdriver.common.by import By

from app.server import create_app
from app.settings import Settings
from app.words.language import ENGLISH, LANGUAGES
from data.samples import sample_sales_path
from data.shop import open_shop
from data.shop_settings import read_settings, write_settings
from tests.browser.chromium import chromium_options

SIZES = {"wide": (1280, 900), "phone": (390, 844)}
PATHS = {
    "orders": "/",
    "deliveries": "/on-the-way",
    "count": "/count",
    "calendar": "/calendar",
    "products-table": "/products/table",
    "insights": "/insights",
    "products": "/products",
    "products-none": "/products?q=nothing",
    "product": "/product/22423",
    "what-if": "/what-if?sku=22423",
    "import": "/import",
    "suppliers": "/suppliers",
    "supplier": "/suppliers?name=Willow%20and%20Wren",
    "settings": "/settings",
}
PORT = 8057
SETTLING_SECONDS = 1.5


def main(folder: Path, *, sales: Path | None = None, language: str = ENGLISH) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as shop:
        opened = open_shop(Path(shop))
        write_settings(opened, replace(read_settings(opened), language=language))
        app = create_app(Settings(Path(shop), port=PORT))
        serving = {"host": "127.0.0.1", "port": PORT, "threads": 8, "_quiet": True}
        threading.Thread(target=waitress.serve, args=(app.server,), kwargs=serving, daemon=True).start()
        driver = webdriver.Chrome(options=chromium_options())
        try:
            _take(driver, folder, "welcome", "/", wait_for="#drop-zone")
            _drop(driver, sales or sample_sales_path())
            _take(driver, folder, "preview", "/import", wait_for="#preview")
            driver.find_element(By.ID, "drop-button").click()
            _fill_shop(driver, sales)
            for name, path in PATHS.items():
                _take(driver, folder, name, path, wait_for="#page > div")
        finally:
            driver.quit()


def _fill_shop(driver: webdriver.Chrome, sales: Path | None) -> None:
    driver.get(f"http://127.0.0.1:{PORT}/import")
    _wait(driver, "#drop-zone")
    if sales is None:
        driver.find_element(By.ID, "sample-button").click()
    else:
        _drop(driver, sales)
        driver.find_element(By.ID, "keep-button").click()
    _wait(driver, "#order-headline")


def _drop(driver: webdriver.Chrome, sales: Path) -> None:
    """Give the drop zone a file, and wait until the page shows it."""
    driver.find_element(By.ID, "drop-input").send_keys(str(sales))
    _wait(driver, "#keep-button")


def _take(driver: webdriver.Chrome, folder: Path, name: str, path: str, *, wait_for: str) -> None:
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == "phone"}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
            driver.get(f"http://127.0.0.1:{PORT}{path}")
            _wait(driver, wait_for)
            time.sleep(SETTLING_SECONDS)
            full = driver.execute_script("return document.documentElement.scrollHeight")
            tall = {**metrics, "height": min(max(full, height), 3000)}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", tall)
            time.sleep(0.3)
            driver.save_screenshot(str(folder / f"{name}-{size}-{scheme}.png"))


def _wait(driver: webdriver.Chrome, selector: str) -> None:
    end = time.monotonic() + 30
    while not driver.find_elements(By.CSS_SELECTOR, selector):
        if time.monotonic() > end:
            raise SystemExit(f"waited in vain for {selector}: {driver.find_element(By.TAG_NAME, 'body').text}")
        time.sleep(0.1)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sales", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, default=ENGLISH)
    return parser.parse_args()


if __name__ == "__main__":
    main(**vars(_asked()))
