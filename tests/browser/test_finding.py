"""Finding a product, and not losing the place, in a real browser."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import Page


def press(page: Page, *keys: str) -> None:
    ActionChains(page.driver).send_keys(*keys).perform()


def open_sample(page: Page) -> None:
    page.click("#sample-button")
    page.wait_for_text("Order ", "#order-headline")


def test_a_product_is_found_from_anywhere_by_keys_alone(page: Page) -> None:
    open_sample(page)
    page.open("/settings")
    page.find("#settings-save")
    press(page, "/")
    page.find("#search-field input")
    press(page, *"cakestand")
    page.wait(lambda: "22423" in page.text("#search-found"), "the product to be found")
    press(page, Keys.ENTER)
    page.wait_for_text("Regency Cakestand 3 Tier", "#page h1")
    press(page, "/", *"setti")
    page.wait(lambda: page.text("#search-found").startswith("Settings"), "the page to be found")
    press(page, Keys.ENTER)
    page.wait_for_text("Settings", "#page h1")


def test_the_way_back_from_a_product_leads_to_the_same_place_of_the_list(page: Page) -> None:
    open_sample(page)
    page.open_link("Products")
    page.fill("#products-q", "re")
    page.wait(lambda: "q=re" in page.driver.current_url, "the choice to be in the address")
    page.wait(lambda: page.text("#product-count") != "60 products", "the list to be narrowed down")
    count = page.text("#product-count")
    page.driver.execute_script("window.scrollTo(0, 500)")
    before = page.wait(lambda: page.driver.execute_script("return window.scrollY"), "the page to move")
    page.driver.execute_script("document.querySelectorAll('.sw-cell-name a')[6].click()")
    page.find(".js-plotly-plot")
    page.click(".sw-back")
    page.wait(lambda: page.driver.execute_script("return window.scrollY") == before, "the same place")
    page.wait(lambda: page.text("#product-count") == count, "the same number of products")
    assert page.driver.find_element("id", "products-q").get_attribute("value") == "re"
