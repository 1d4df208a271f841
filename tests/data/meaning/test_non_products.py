from pathlib import Path

import pytest

from data.meaning.non_products import is_no_product, is_uci_non_product
from data.reading.sales_file import read_sales
from tests.data.text_files import text_file


@pytest.mark.parametrize(
    "name",
    [
        *("Postage", " shipping ", "Gift voucher", "Gift Card £20", "Adjustment", "NONE", "Versand", "Tip"),
        *("$25 eGift Card", "Spa gift card", "Chèque cadeau", "Bon d'achat 20 €", "Wertgutschein", "Store credit"),
        *(
            "Tip (card)",
            "VAT 20%",
            "MwSt 19%",
            "Cash",
            "Change",
            "Voucher redeemed",
            "Card surcharge",
            "Discount -5.00",
        ),
        *("Gutschein 25 €", "Carte cadeau 50", "Mancia", "Frete", "Statiegeld", "Cadeaubon 10"),
    ],
)
def test_what_a_shop_cannot_order_is_no_product(name: str) -> None:
    assert is_no_product(name)


@pytest.mark.parametrize(
    "name",
    [
        "Tea",
        "Gift bag",
        "Postage stamps",
        "Shipping box",
        "Delivery note pad",
        "Gutscheinbuch",
        "Tip top tea",
        "Tip Top bread",
        "Cash box toy",
        "",
    ],
)
def test_goods_are_products(name: str) -> None:
    assert not is_no_product(name)


@pytest.mark.parametrize(
    "code",
    [
        "POST",
        "DOT",
        "M",
        "m",
        "D",
        "C2",
        "S",
        "B",
        "BANK CHARGES",
        "AMAZONFEE",
        "ADJUST2",
        "TEST001",
        "CRUK",
        "gift_0001_20",
    ],
)
def test_codes_of_the_uci_shops_books_are_no_products(code: str) -> None:
    assert is_uci_non_product(code)


@pytest.mark.parametrize("code", ["85123A", "PADS", "DCGS0076", "DCGSSBOY", "SP1002", "47503J"])
def test_codes_of_the_uci_shops_goods_are_products(code: str) -> None:
    assert not is_uci_non_product(code)


@pytest.mark.parametrize("name", ["Delivery to London", "Digital gift card - $25", "Bareinlage", "Leergut", "RESTO"])
def test_more_things_that_no_shop_orders(name: str) -> None:
    assert is_no_product(name)


def test_a_discount_is_a_line_of_its_own_only_where_its_money_is_negative(tmp_path: Path) -> None:
    lines = ["2024-01-01,Tea,1,5.00", "2024-01-01,Loyalty discount,1,-0.50", "2024-01-01,Discount mug,1,4.00"]
    found = read_sales(text_file(tmp_path, "Date,Item,Qty,Total", *lines))
    assert set(found.daily["sku"]) == {"Tea", "Discount mug"}
    assert [part.reason for part in found.report.left_out] == ["not_a_product"]
