from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data.importing.imports import import_sales, undo_last_import
from data.lists.products_file import read_products
from data.products import import_products, read_shop_products, remove_products
from data.reading.sales_file import read_sales
from data.sales import daily_sales, last_sales_day
from data.samples import sample_products_path, sample_sales_path
from data.samples.make_samples import main, readable
from data.shop import Shop
from data.suppliers import suppliers
from tests.data.sales_files import NOON
from tests.shared_data import shared_file

PLAN_DAY = date(2011, 12, 10)


@pytest.fixture
def sample(shop: Shop) -> Shop:
    import_sales(shop, read_sales(sample_sales_path()), imported_at=NOON)
    import_products(shop, read_products(sample_products_path()), day=PLAN_DAY)
    return shop


def test_the_sample_shop_reads_without_a_row_left_out() -> None:
    for report in (read_sales(sample_sales_path()).report, read_products(sample_products_path()).report):
        assert report.left_out == ()
        assert report.products == 60


def test_the_sample_files_hold_no_personal_columns() -> None:
    assert list(pd.read_csv(sample_sales_path(), nrows=1)) == ["date", "sku", "item", "quantity", "amount"]


def test_the_sample_shop_has_two_years_of_sales_that_add_up(sample: Shop) -> None:
    table = pd.read_csv(sample_sales_path())
    sales = daily_sales(sample)
    assert sales["units"].sum() == table["quantity"].sum()
    assert sales["revenue"].sum() == pytest.approx(table["amount"].sum(), abs=0.005)
    assert (sales["day"].min().date(), last_sales_day(sample)) == (date(2009, 12, 1), date(2011, 12, 9))


def test_the_sample_stock_tells_a_story(sample: Shop) -> None:
    products = read_shop_products(sample)
    assert (products["on_hand"] == 0).sum() == 3
    assert products["on_hand"].isna().sum() == 2
    assert (products["on_order"] > 0).sum() == 3
    assert (~products["active"]).sum() == 1
    assert len(suppliers(sample)) == 4
    assert products["unit_cost"].div(products["price"]).between(0.39, 0.61).all()


def test_the_sample_shop_can_be_taken_out_again(sample: Shop) -> None:
    undo_last_import(sample)
    remove_products(sample)
    assert read_shop_products(sample).empty
    assert suppliers(sample).empty
    assert daily_sales(sample).empty


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("SET/5 RED RETROSPOT LID GLASS BOWLS", "Set of 5 Red Retrospot Lid Glass Bowls"),
        ("RED TOADSTOOL LED NIGHT LIGHT", "Red Toadstool LED Night Light"),
        ("LUNCH BAG  BLACK SKULL.", "Lunch Bag Black Skull"),
    ],
)
def test_names_are_written_for_reading(item: str, name: str) -> None:
    assert readable(item) == name


def test_the_sample_is_what_its_maker_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    years = [
        shared_file(f"uci_online_retail/{name}.csv.gz")
        for name in ("online_retail_II_2009-2010", "OnlineRetail_2010-2011")
    ]
    monkeypatch.setattr("data.samples.make_samples.sample_sales_path", lambda: tmp_path / "sales.csv")
    monkeypatch.setattr("data.samples.make_samples.sample_products_path", lambda: tmp_path / "products.csv")
    main(*years)
    for made, kept in (("sales.csv", sample_sales_path()), ("products.csv", sample_products_path())):
        assert_frame_equal(pd.read_csv(tmp_path / made), pd.read_csv(kept))
