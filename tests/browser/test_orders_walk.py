"""An order's whole way in a real browser: changed, sent, received in parts; and counting with one thumb."""

from pathlib import Path

import numpy as np
import pytest
from selenium.webdriver.common.keys import Keys

from app.desk import make_forecast, open_desk
from app.settings import Settings
from data.products import edit_product, read_shop_products
from data.purchasing.orders import read_orders
from data.shop import open_shop
from tests.app.shops import TODAY, stock_shop, unheard, write_sales
from tests.browser.conftest import Page

SKUS = ("tea", "mug", "tray")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A shop of three products from Leaf, about nine a day each; no tea is left, and trays were never counted."""
    chosen = Settings(tmp_path / "shop")
    random = np.random.default_rng(0)
    desk = open_desk(chosen)
    stock_shop(desk.shop, write_sales(tmp_path / "till.csv", {sku: random.poisson(9.0, 70).tolist() for sku in SKUS}))
    for sku, on_hand in (("tea", 0), ("mug", 900), ("tray", None)):
        for field, value in (("supplier", "Leaf"), ("on_hand", on_hand), ("unit_cost", 2), ("pack_size", 10)):
            edit_product(desk.shop, sku, field, value, day=TODAY)
    make_forecast(desk, unheard)
    desk.forecasts.close()
    return chosen


def stock(page: Page, sku: str) -> tuple[float, float]:
    """On hand and on order."""
    row = read_shop_products(open_shop(page.settings.shop_folder)).loc[sku]
    return float(row["on_hand"]), float(np.nan_to_num(row["on_order"]))


def test_an_order_is_changed_sent_and_received_in_parts_and_is_not_advised_again(page: Page) -> None:
    page.open("/")
    field = page.find('[data-key="tea"] .sw-units')
    advised = float(field.get_attribute("value"))
    assert advised > 60
    page.wait_for_text(f"{2 * advised:,.2f}", ".sw-order-money")
    page.click('[data-key="tea"] [data-steps="1"]')
    page.wait_for_text(f"{2 * (advised + 10):,.2f}", ".sw-order-money")
    page.wait_for_text(f"As advised: {advised:g}", '[data-key="tea"]')
    page.fill('[data-key="tea"] input[name="reason"]', "a fair" + Keys.ENTER)
    page.click("[data-copy]")
    page.wait_for_text("Copied", "[data-copy]")
    page.click('[data-say="send"]')
    page.wait_for_text(" to Leaf is noted as sent", "#order-message")
    (order,) = read_orders(open_shop(page.settings.shop_folder))
    assert stock(page, "tea") == (0, advised + 10)
    page.wait(lambda: not page.driver.find_elements("css selector", '[data-key="tea"]'), "tea to need no order")

    page.open_link("Deliveries")
    page.wait_for_text("1 order on its way")
    page.fill(f'[data-key="{order.order_id}"] input[name="came:tea"]', "20")
    page.click('[data-say="came"]')
    page.wait_for_text("1 product from Leaf came and are in your stock")
    assert stock(page, "tea") == (20, advised - 10)
    page.click('[data-say="all_came"]')
    page.wait_for_text("No open orders")
    assert stock(page, "tea") == (advised + 10, 0)
    page.click(".sw-history summary")
    page.wait_for_text("a fair", ".sw-history")

    page.open_link("Orders")
    page.wait_for_text("Nothing to order today", "#order-headline")
    page.open(f"/download/order.html?order={order.order_id}")
    page.wait_for_text(f"Order {order.order_id} to Leaf", "h1")


def test_lines_are_ticked_off_while_ordering_and_stay_ticked(page: Page) -> None:
    page.open("/")
    page.click('[data-ordered="tea"]')
    page.find('[data-ordered="tea"][aria-checked="true"]')
    page.open("/products")
    page.open("/")
    page.find('[data-ordered="tea"][aria-checked="true"]')
    page.click('[data-ordered="tea"]')
    page.find('[data-ordered="tea"][aria-checked="false"]')


def test_what_was_sent_by_mistake_is_taken_back(page: Page) -> None:
    page.open("/")
    page.click('[data-say="send"]')
    page.wait_for_text("is noted as sent", "#order-message")
    page.click('[data-say="undo_sent"]')
    page.wait_for_text("is taken back", "#order-message")
    page.find('[data-key="tea"] .sw-units')
    assert stock(page, "tea") == (0, 0)


def test_shelves_are_counted_one_after_the_other(page: Page) -> None:
    page.open("/count?shelf=all")
    page.wait_for_text("Mug", ".sw-count h2")
    page.fill(".sw-counted", "41" + Keys.ENTER)
    page.wait_for_text("Tea", ".sw-count h2")
    page.wait(
        lambda: page.driver.switch_to.active_element.get_attribute("name") == "counted", "the cursor to be in the field"
    )
    page.click('[data-say="skip"]')
    page.wait_for_text("Tray", ".sw-count h2")
    page.fill(".sw-counted", "7")
    page.click('[data-say="keep"]')
    page.wait_for_text("Nothing left to count here")
    assert (stock(page, "mug")[0], stock(page, "tea")[0], stock(page, "tray")[0]) == (41, 0, 7)
