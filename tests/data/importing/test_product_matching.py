import pandas as pd

from data.importing.product_matching import match_products
from data.product_writing import ProductValues, write_values
from data.shop import Shop, writing
from tests.data.sales_files import MONDAY

LAST = 19_000  # an epoch day


def found(**columns: list[object]) -> pd.DataFrame:
    table = {"sku": ["A1"], "name": [None], "category": [None], "price": [float("nan")]}
    return pd.DataFrame(table | columns)


def test_a_product_the_shop_does_not_know_is_new(shop: Shop) -> None:
    with writing(shop) as connection:
        match = match_products(connection, found(name=["Mug"]), last_day=LAST)
    assert match.new_products == 1
    assert match.changes.loc[0, ["sku", "sku_key", "name", "product_id"]].tolist() == [
        "A1",
        "a1",
        "Mug",
        match.ids["a1"],
    ]


def test_matching_writes_nothing(shop: Shop) -> None:
    with writing(shop) as connection:
        for _ in range(2):
            assert match_products(connection, found(), last_day=LAST).new_products == 1


def test_every_product_has_one_number_whatever_its_spelling(shop: Shop) -> None:
    both = pd.concat([found(sku=["Mug"]), found(sku=["MUG "], name=["A mug"])])
    with writing(shop) as connection:
        match = match_products(connection, both, last_day=LAST)
    assert match.ids.index.tolist() == ["mug"]
    assert match.changes[["sku", "name"]].to_numpy().tolist() == [["Mug", "A mug"]]


def test_a_file_that_says_nothing_new_changes_nothing(shop: Shop) -> None:
    with writing(shop) as connection:
        write_values(connection, [ProductValues("A1", {"unit_cost": 2.0})], day=MONDAY)
        assert match_products(connection, found(), last_day=LAST).changes.empty
        assert match_products(connection, found(category=["Mugs"]), last_day=LAST).new_products == 0


def test_a_name_that_differs_in_punctuation_only_is_the_same_product(shop: Shop) -> None:
    with writing(shop) as connection:
        write_values(connection, [ProductValues("Earl Grey 1.5", {"name": "Earl Grey 1.5"})], day=MONDAY)
        again = found(sku=["Earl-Grey, 1.5"], name=["Earl-Grey, 1.5"])
        match = match_products(connection, again, last_day=LAST)
        other = match_products(connection, found(sku=["Earl Grey 15"], name=["Earl Grey 15"]), last_day=LAST)
    assert (match.new_products, other.new_products) == (0, 1)
    assert match.ids["earl-grey, 1.5"] == match.ids["earl grey 1.5"]


def test_codes_that_differ_in_punctuation_are_different_products(shop: Shop) -> None:
    with writing(shop) as connection:
        write_values(connection, [ProductValues("A-1", {"name": "Tea"})], day=MONDAY)
        assert match_products(connection, found(sku=["A 1"], name=["Tea"]), last_day=LAST).new_products == 1
