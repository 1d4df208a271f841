"""Each address has its page, and a forecast is asked for once where a page needs one."""

from pathlib import Path
from urllib.parse import quote

import pytest
from dash import no_update

from app import ids
from app.background.forecast_work import failed_forecast
from app.desk import Desk, inputs_now, key_of, make_forecast
from app.incoming.arrivals import take_in, take_in_sample
from app.router import page_at, show_new_plan, show_page
from app.shell import LINKS
from tests.app.components import of_kind, with_id, words
from tests.app.shops import NOW, small_sales, stock_shop, unheard, write_products, write_sales


def key(desk: Desk) -> str:
    inputs = inputs_now(desk)
    assert inputs is not None
    return key_of(inputs)


def plain(page: object) -> str:
    return " ".join(words(page).split())


@pytest.mark.parametrize(
    ("path", "query", "title"),
    [
        ("/", "", "Order "),
        ("/what-if", "", "What if …?"),
        ("/products", "", "Products"),
        ("/insights", "", "Insights"),
        ("/import", "", "Import sales"),
        ("/settings", "", "Settings"),
        ("/product/85123A", "", "White Hanging Heart T-Light Holder"),
    ],
)
def test_each_address_has_its_page(sample_desk: Desk, path: str, query: str, title: str) -> None:
    page = page_at(sample_desk, path, query, None)
    assert words(of_kind(page, "H1")[0]).startswith(title)


@pytest.mark.parametrize("path", [link.path for link in LINKS])
def test_every_link_on_top_leads_to_a_page_and_is_marked_there(sample_desk: Desk, path: str) -> None:
    page, links, _ = show_page(sample_desk, path, "", None, None)
    assert "There is no such page" not in words(page)
    assert [link.href for link in of_kind(links, "Link") if link.className == "active"] == [path]


@pytest.mark.parametrize("path", ["/settings/", "settings", "//settings"])
def test_slashes_around_an_address_do_not_matter(sample_desk: Desk, path: str) -> None:
    page, _, _ = show_page(sample_desk, path, None, None, None)
    assert words(of_kind(page, "H1")[0]) == "Settings"


def test_no_address_at_all_is_the_order_list(sample_desk: Desk) -> None:
    page, links, _ = show_page(sample_desk, None, None, None, None)
    assert with_id(page, ids.ORDER_HEADLINE)
    assert links[0].className == "active"


@pytest.mark.parametrize("path", ["/nothing", "/orders", "/product"])
def test_an_unknown_address_says_so_and_leads_back(sample_desk: Desk, path: str) -> None:
    page = page_at(sample_desk, path, "", None)
    assert f"There is no such page Nothing is kept under {path}." in words(page)
    assert [link.href for link in of_kind(page, "Link")] == ["/"]


def test_an_unknown_product_says_so_and_leads_back(sample_desk: Desk) -> None:
    page = page_at(sample_desk, "/product/no%20such", "", None)
    assert "There is no product no such in this shop." in words(page)
    assert [link.href for link in of_kind(page, "Link")] == ["/"]


def test_a_sku_with_slashes_and_signs_is_found_in_its_address(desk: Desk, tmp_path: Path) -> None:
    sku = "a/b & 50%"
    stock_shop(desk.shop, write_sales(tmp_path / "till.csv", {sku: [3] * 70}))
    make_forecast(desk, unheard)
    title = of_kind(page_at(desk, f"/product/{quote(sku, safe='')}", "", None), "H1")[0]
    assert words(title) == sku.title()


def test_the_view_and_the_product_of_a_page_are_in_its_address(sample_desk: Desk) -> None:
    everything = page_at(sample_desk, "/products/table", "", None)
    assert len(of_kind(everything, "AgGrid")[0].rowData) == 60
    chosen = page_at(sample_desk, "/what-if", "?sku=85123A", None)
    assert with_id(chosen, ids.WHAT_IF_PRODUCT).value == "85123A"


@pytest.mark.parametrize("query", ["", "?sku=nothing"])
def test_what_if_shows_the_best_seller_where_the_address_names_no_product(small_desk: Desk, query: str) -> None:
    assert with_id(page_at(small_desk, "/what-if", query, None), ids.WHAT_IF_PRODUCT).value == "tea"


@pytest.mark.parametrize("path", ["/", "/what-if", "/product/tea", "/nothing"])
def test_an_empty_shop_is_welcomed_wherever_it_needs_a_plan(desk: Desk, path: str) -> None:
    page = page_at(desk, path, "", None)
    assert "What should you order today?" in words(page)
    assert with_id(page, ids.SAMPLE_BUTTON)
    assert with_id(page, ids.DROP_ZONE)


@pytest.mark.parametrize(("path", "title"), [("/import", "Import sales"), ("/settings", "Settings")])
def test_an_empty_shop_has_the_pages_that_need_no_plan(desk: Desk, path: str, title: str) -> None:
    assert words(of_kind(page_at(desk, path, "", None), "H1")[0]) == title


def test_a_shop_without_a_forecast_says_that_it_is_being_made(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path))
    page = page_at(desk, "/", "", None)
    assert "Your forecasts are being made" in words(page)
    assert with_id(page, ids.FORECAST_AGAIN)


def test_a_forecast_that_broke_off_is_told_with_a_way_to_try_again(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path))
    page = show_new_plan(desk, failed_forecast(ValueError("a bug")), "/", "", None)
    assert "The forecast broke off" in words(page)
    assert "being made" not in words(page)
    assert with_id(page, ids.FORECAST_AGAIN)


def test_an_empty_shop_wants_no_forecast(desk: Desk) -> None:
    assert show_page(desk, "/", "", None, None)[2] is no_update


def test_a_forecast_is_asked_for_once_per_key(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path))
    request = show_page(desk, "/", "", None, None)[2]
    assert request == key(desk)
    assert show_page(desk, "/what-if", "", None, request)[2] is no_update
    stock_shop(desk.shop, small_sales(tmp_path, weeks=11, name="newer.csv"))
    newer = show_page(desk, "/", "", None, request)[2]
    assert newer == key(desk) != request


def test_the_same_page_is_shown_anew_when_its_forecast_is_made(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path))
    request = show_page(desk, "/product/tea", "", None, None)[2]
    make_forecast(desk, unheard)
    page = show_new_plan(desk, f"{request}-None", "/product/tea", "", None)
    assert words(of_kind(page, "H1")[0]) == "Tea"
    assert show_page(desk, "/product/tea", "", None, request)[2] is no_update


def test_what_the_last_file_brought_stands_on_the_import_page(sample_desk: Desk) -> None:
    page = page_at(sample_desk, "/import", "", {"problems": ["till.csv is empty."]})
    assert "The file was not imported. Your shop is unchanged. till.csv is empty." in words(page)


def test_orders_and_only_orders_have_the_note_of_the_file_kept_last(small_desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "newer.csv"
    path.write_text("date,sku,units\n2024-03-11,tea,1\n2024-03-12,tea,two\n", encoding="utf-8")
    outcome = take_in(small_desk.shop, path, now=NOW, progress=unheard)
    note = "newer.csv Imported: 1 day added. 1 of 2 rows left out. Details, and undo"
    make_forecast(small_desk, unheard)
    assert plain(page_at(small_desk, "/", "", outcome)).startswith(note)
    assert note not in plain(page_at(small_desk, "/products", "", outcome))


def test_the_note_stands_above_the_wait_for_a_forecast_too(desk: Desk, tmp_path: Path) -> None:
    outcome = take_in(desk.shop, small_sales(tmp_path), now=NOW, progress=unheard)
    told = plain(page_at(desk, "/", "", outcome))
    assert told.startswith("till.csv Imported: 70 days added, 3 new products.")
    assert "Your forecasts are being made" in told


def test_a_list_without_any_sales_is_noted_above_the_welcome(desk: Desk, tmp_path: Path) -> None:
    listed = write_products(
        tmp_path / "list.csv", [{"sku": "tea", "unit_cost": "cheap"}, {"sku": "mug", "unit_cost": 2}]
    )
    told = plain(page_at(desk, "/", "", take_in(desk.shop, listed, now=NOW, progress=unheard)))
    assert told.startswith("list.csv 2 new products, 0 changed, 0 as before. ")
    assert '"cheap" is not a number' in told.partition("Details, and undo")[0]
    assert "What should you order today?" in told


def test_opening_the_sample_shop_leaves_no_note(desk: Desk) -> None:
    outcome = take_in_sample(desk.shop, now=NOW, progress=unheard)
    assert "Imported" not in words(page_at(desk, "/", "", outcome))
