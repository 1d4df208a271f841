import pytest

from data.bundles import bundle_parts, set_bundle
from data.importing.imports import import_sales, undo_last_import
from data.products import read_shop_products
from data.shop import Shop, open_shop, revision
from data.value_rules import BadValue
from tests.data.sales_files import NOON, sales_file


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    sold = {(0, sku): 1.0 for sku in ("BEER", "BOX", "CRATE", "GLASS")}
    import_sales(shop, sales_file(sold), imported_at=NOON)
    return shop


def test_parts_survive_reopening_and_can_be_emptied(stocked: Shop) -> None:
    before = revision(stocked)
    set_bundle(stocked, "box", {"beer": 6, "Glass": 0.5})
    assert bundle_parts(open_shop(stocked.folder)).to_dict("list") == {
        "bundle": ["BOX", "BOX"],
        "part": ["BEER", "GLASS"],
        "units": [6.0, 0.5],
    }
    assert revision(stocked) == before + 1
    set_bundle(stocked, "BOX", {})
    assert bundle_parts(stocked).empty


def test_a_part_may_be_in_several_bundles_and_a_bundle_be_set_again(stocked: Shop) -> None:
    set_bundle(stocked, "BOX", {"BEER": 6})
    set_bundle(stocked, "CRATE", {"BEER": 24})
    set_bundle(stocked, "BOX", {"BEER": 8})
    assert bundle_parts(stocked)["units"].tolist() == [8, 24]


def test_all_that_is_wrong_with_a_bundle_is_told_and_nothing_changes(stocked: Shop) -> None:
    set_bundle(stocked, "BOX", {"BEER": 6})
    with pytest.raises(BadValue) as bad:
        set_bundle(stocked, "BOX", {"BEER": 0, "CAKE": 1, "GLASS": "some"})
    assert [problem.code for problem in bad.value.problems] == ["unknown_product", "bad_value", "bad_value"]
    assert bundle_parts(stocked)["units"].tolist() == [6]


@pytest.mark.parametrize(
    ("bundle", "part", "code"),
    [("BOX", "box", "part_is_bundle"), ("CRATE", "BOX", "part_is_bundle"), ("BEER", "GLASS", "bundle_is_part")],
)
def test_a_part_is_never_a_bundle(stocked: Shop, bundle: str, part: str, code: str) -> None:
    set_bundle(stocked, "BOX", {"BEER": 6})
    with pytest.raises(BadValue) as bad:
        set_bundle(stocked, bundle, {part: 2})
    assert bad.value.problem.code == code
    assert bundle_parts(stocked)[["bundle", "part"]].to_numpy().tolist() == [["BOX", "BEER"]]


def test_an_unknown_bundle_is_refused(stocked: Shop) -> None:
    with pytest.raises(BadValue, match="got 'CAKE'"):
        set_bundle(stocked, "CAKE", {"BEER": 1})


def test_products_in_a_bundle_stay_when_their_import_is_undone(stocked: Shop) -> None:
    set_bundle(stocked, "BOX", {"BEER": 6})
    undo_last_import(stocked)
    assert read_shop_products(stocked).index.tolist() == ["BEER", "BOX"]
