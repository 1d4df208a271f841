"""The three pictures of the README, made from the sample shop and small enough to be kept.

python -m tests.browser.readme_pictures [FOLDER]
"""

import io
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import waitress
from PIL import Image
from selenium import webdriver

from app.server import create_app
from app.settings import Settings
from tests.browser.chromium import chromium_options
from tests.browser.take_screenshots import PORT, SETTLING_SECONDS, _fill_shop, _wait

FOLDER = Path(__file__).parents[2] / "assets" / "screenshots"
COLOURS = 128
MOST_BYTES = 150_000


@dataclass(frozen=True)
class Picture:
    """A page as it is pictured: when it is ready, how large, in which colours."""

    path: str
    ready: str
    width: int = 1280
    height: int = 860
    scheme: str = "light"


PICTURES = {
    "orders": Picture("/", "#order-headline"),
    "product": Picture("/product/22178", ".js-plotly-plot .main-svg", height=1000),
    "phone": Picture("/products", ".sw-product-line a", width=390, height=844, scheme="dark"),
}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as shop:
        app = create_app(Settings(Path(shop), port=PORT))
        serving = {"host": "127.0.0.1", "port": PORT, "threads": 8, "_quiet": True}
        threading.Thread(target=waitress.serve, args=(app.server,), kwargs=serving, daemon=True).start()
        driver = webdriver.Chrome(options=chromium_options())
        try:
            _fill_shop(driver, None)
            for name, picture in PICTURES.items():
                _write(folder / f"{name}.png", _taken(driver, picture))
        finally:
            driver.quit()


def _taken(driver: webdriver.Chrome, picture: Picture) -> Image.Image:
    metrics = {"width": picture.width, "height": picture.height, "deviceScaleFactor": 1, "mobile": picture.width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    media = {"features": [{"name": "prefers-color-scheme", "value": picture.scheme}]}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    driver.get(f"http://127.0.0.1:{PORT}{picture.path}")
    _wait(driver, picture.ready)
    time.sleep(SETTLING_SECONDS)
    return Image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")


def _write(path: Path, picture: Image.Image) -> None:
    picture.quantize(COLOURS).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name}: {size / 1000:.0f} kB")
    if size > MOST_BYTES:
        raise SystemExit(f"{path} has {size} bytes, at most {MOST_BYTES} are kept")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
