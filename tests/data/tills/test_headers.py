from data.tills.headers import HeaderKeys, headers_of, signature_of


def test_headers_that_differ_in_brackets_alone_are_told_apart() -> None:
    keys = HeaderKeys.of(["Price (Gross)", "Price (Net)", "Quantity", "Quantity (- Refund)"])
    wanted = headers_of({"units": "Quantity (- Refund) | Quantity", "revenue": "Price (Net)"})
    assert keys.places(wanted) == {"units": 3, "revenue": 1}


def test_the_name_of_a_shop_in_brackets_does_not_matter() -> None:
    keys = HeaderKeys.of(["Price [My shop]", "In stock [My shop]"])
    assert keys.places(headers_of({"price": "Price", "on_hand": "In stock"})) == {"price": 0, "on_hand": 1}
    assert keys.has(signature_of("Price", "In stock"))


def test_a_column_serves_one_name() -> None:
    assert HeaderKeys.of(["Name"]).places(headers_of({"name": "Name", "variant": "Name"})) == {"name": 0}


def test_case_accents_and_signs_do_not_matter() -> None:
    assert HeaderKeys.of(["REÇU N°", "item_price"]).has(signature_of("Reçu n°", "item-price"))
