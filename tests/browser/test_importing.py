"""A file before it is kept, in a real browser: one click when all is clear, a question where it is not."""

import urllib.request
from collections.abc import Iterable
from pathlib import Path

from tests.browser.conftest import Page

ITEMS = ("Earl Grey tea", "Blue mug", "Oak tray")
HOURS = (9, 12, 15, 18)


def put(folder: Path, name: str, rows: Iterable[str], *, head: str = "Date,Item,Qty,Price") -> Path:
    path = folder / name
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return path


def till(days: range, *, scale: int = 1, until_hour: int = 24) -> list[str]:
    """Single sales with their times, on the last day only those before `until_hour`."""
    return [
        f"2024-05-{day:02d} {hour:02d}:10,{item},{((day * number + hour) % 4 + 1) * scale},{2.5 + number}"
        for day in days
        for hour in HOURS
        if day < days[-1] or hour < until_hour
        for number, item in enumerate(ITEMS)
    ]


def test_a_clear_file_is_kept_by_one_click_and_survives_a_reload_until_then(page: Page, tmp_path: Path) -> None:
    page.drop_file(put(tmp_path, "may.csv", [*till(range(1, 29)), "2024-05-28 18:30,Oak tray,two,4.50"]))
    page.wait_for_text("Keep these sales: add 28 days, 3 new products", "#preview")
    assert "“Qty” (units sold)" in page.text("#preview")
    page.driver.refresh()
    page.wait_for_text("Keep these sales: add 28 days", "#preview")
    link = page.driver.find_element("css selector", "#preview a[href*='left-out.csv']").get_attribute("href")
    with urllib.request.urlopen(link) as answer:
        left_out = answer.read().decode("utf-8-sig")
    assert left_out.splitlines()[1] == "338,bad quantity,2024-05-28 18:30,Oak tray,two,4.50"
    page.keep_file()
    page.wait_for_text("Imported: 28 days added, 3 new products. 1 of 337 rows left out.")
    page.click('.sw-notice a[href="/import"]')
    link = page.driver.find_element("css selector", "a[href*='left-out.csv?import=']").get_attribute("href")
    with urllib.request.urlopen(link) as answer:
        assert answer.read().decode("utf-8-sig") == left_out


def test_a_question_is_answered_once_and_remembered(page: Page, tmp_path: Path) -> None:
    page.drop_file(put(tmp_path, "one.csv", ["01/02/25,tea,3,2.50"]))
    page.wait_for_text("is that 1 February 2025 or 2 January 2025?", "#preview")
    assert not page.driver.find_elements("id", "keep-button")
    page.click("#preview input[value='month']")
    page.wait_for_text("“01/02/25” was read as 2 January 2025.", "#preview")
    page.keep_file()
    page.wait_for_text("Imported: 1 day added, 1 new product. “01/02/25” was read as 2 January 2025.")
    page.open_link("Import")
    page.drop_file(put(tmp_path, "two.csv", ["03/02/25,tea,4,2.50"]))
    page.wait_for_text("As last time: “03/02/25” was read as 2 March 2025.", "#preview")
    page.click("#preview .sw-link")
    page.wait_for_text("is that 3 February 2025 or 2 March 2025?", "#preview")
    assert page.driver.get_log("browser") == []


def test_columns_are_corrected(page: Page, tmp_path: Path) -> None:
    rows = [f"2024-05-{day:02d},tea,1,{day}" for day in range(1, 13)]
    page.drop_file(put(tmp_path, "till.csv", rows, head="Date,Item,Qty,Really sold"))
    page.wait_for_text("12 units", "#preview")
    page.click("#preview details:last-of-type summary")
    page.choose('[id*="units"]', "Really sold")
    page.click("#columns-button")
    page.wait_for_text("78 units", "#preview")
    assert "“Really sold” was used as: units sold." in page.text("#preview")


def test_a_half_day_is_said_and_left_out_of_the_plan(page: Page, tmp_path: Path) -> None:
    page.drop_file(put(tmp_path, "may.csv", till(range(1, 29), until_hour=12)))
    said = "28 May 2024 is not complete yet (last sale 9:10); the plan uses sales up to 27 May 2024."
    page.keep_file()
    page.wait_for_text("Count your stock", "#order-headline")
    page.wait_for_text(said)
    page.open_link("Import")
    page.wait_for_text(said)


def test_the_sales_of_a_second_till_are_added(page: Page, tmp_path: Path) -> None:
    page.drop_file(put(tmp_path, "counter.csv", till(range(1, 8))))
    page.keep_file()
    page.wait_for_text("Imported: 7 days added")
    page.open_link("Import")
    page.drop_file(put(tmp_path, "garden.csv", till(range(1, 8), scale=7)))
    page.wait_for_text("Is this another till of your shop, or a corrected export?", "#preview")
    page.click("#preview input[value='another']")
    page.wait_for_text("Taken as another till: its sales are added.", "#preview")
    page.keep_file()
    page.wait_for_text("Imported: 7 days added.")
    page.open_link("Import")
    page.click("#undo-button")
    page.wait_for_text("Undone: garden.csv is out of the shop again.")


def test_a_product_list_is_undone_by_one_click(page: Page, tmp_path: Path) -> None:
    page.drop_file(put(tmp_path, "may.csv", till(range(1, 15))))
    page.keep_file()
    page.wait_for_text("Imported: 14 days added")
    page.open_link("Import")
    page.drop_file(put(tmp_path, "stock.csv", ["Earl Grey tea,1.50,20", "Blue mug,2.00,30"], head="Item,Cost,In stock"))
    page.keep_file()
    page.wait_for_text("0 new products, 2 changed, 0 as before.")
    page.open_link("Import")
    page.click("#undo-list-button")
    page.wait_for_text("Undone: all is as it was before stock.csv.")
    assert not page.driver.find_elements("id", "undo-list-button")
    assert page.driver.get_log("browser") == []
