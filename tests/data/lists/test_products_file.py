from pathlib import Path

import pytest

from data.lists.products_file import read_products
from data.problems import FileRejected
from data.reading.file_kind import file_kind
from tests.data.text_files import FIXTURES, text_file


def test_all_fields_of_a_plain_list_are_read(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "sku,name,category,supplier,unit_cost,price,lead_time_days,lead_time_sd_days,pack_size,moq,on_hand,on_order,active",
        "00123,Tea,Drinks,Leaf Ltd,£1.20,£2.50,7,1.5,6,12,40,0,yes",
        "00124,Mug,,,,,,,,,,,no",
    )
    found = read_products(path)
    assert found.products.iloc[0].to_dict() == {
        "sku": "00123",
        "name": "Tea",
        "category": "Drinks",
        "supplier": "Leaf Ltd",
        "unit_cost": 1.2,
        "price": 2.5,
        "lead_time_days": 7,
        "lead_time_sd_days": 1.5,
        "pack_size": 6,
        "moq": 12,
        "on_hand": 40,
        "on_order": 0,
        "active": True,
    }
    empty = found.products.iloc[1].drop(["sku", "name", "active"])
    assert empty.isna().all()
    assert found.products["active"][1] is False
    assert (found.report.rows_read, found.report.rows_used, found.report.products) == (2, 2, 2)


MORE = {
    "English": "SKU;Supplier article no;Shelf life (days);Clearance price;Service level;Sells like;Parts",
    "German": "Artikelnummer;Bestellnummer;Mindesthaltbarkeit;Restwert;Servicegrad;Ähnlich wie;Bestandteile",
    "French": "Code article;Réf. fournisseur;DLC;Prix de déstockage;Niveau de service;Similaire à;Composants",
    "Spanish": "Código;Referencia proveedor;Caducidad;Valor residual;Nivel de servicio;Similar a;Componentes",
    "Italian": "Codice;Codice fornitore;Scadenza giorni;Valore residuo;Livello di servizio;Prodotto simile;Componenti",
    "Portuguese": "Código;Ref. fornecedor;Validade;Valor residual;Nível de serviço;Produto semelhante;Componentes",
    "Dutch": "Artikelnummer;Bestelnummer;Houdbaarheid;Restwaarde;Servicegraad;Vergelijkbaar met;Onderdelen",
}


@pytest.mark.parametrize("header", MORE.values(), ids=MORE)
def test_further_conditions_are_read_in_seven_languages(tmp_path: Path, header: str) -> None:
    path = text_file(tmp_path, header, "BOX;AC-17;5;0,40;97,5;BEER;6 x BEER")
    assert file_kind(path) == "products"
    assert read_products(path).products.iloc[0].to_dict() == {
        "sku": "BOX",
        "article_code": "AC-17",
        "shelf_life_days": 5,
        "salvage_value": 0.4,
        "service_level": pytest.approx(0.975),
        "similar_to": "BEER",
        "parts": "6 x BEER",
    }


def test_shares_are_read_as_percent_where_they_are_written_so(tmp_path: Path) -> None:
    path = text_file(tmp_path, "sku,service level,similar share", "A,95%,50%", "B,0.95,0.5", "C,95,2")
    found = read_products(path).products
    assert found["service_level"].tolist() == pytest.approx([0.95] * 3)
    assert found["similar_share"].tolist() == pytest.approx([0.5, 0.5, 2])


def test_a_shelf_life_in_weeks_is_seven_days_each(tmp_path: Path) -> None:
    found = read_products(text_file(tmp_path, "sku,Haltbarkeit (Wochen)", "A,2")).products
    assert found["shelf_life_days"].tolist() == [14]


def test_parts_that_say_no_units_are_left_out_and_told(tmp_path: Path) -> None:
    found = read_products(text_file(tmp_path, "sku,name,parts", "A,Box,0 x BEER", "B,Crate,24 x BEER"))
    assert found.products["parts"].tolist() == [None, "24 x BEER"]
    assert [note.values["found"] for note in found.report.notes] == ["0 x BEER"]


def test_a_bad_cell_is_left_out_and_the_rest_of_its_row_used(tmp_path: Path) -> None:
    path = text_file(tmp_path, "sku,unit_cost,lead time,pack", "A,cheap,-3,0", "B,1.00,400,6", "C,-1,7,1")
    found = read_products(path)
    assert found.products["lead_time_days"].fillna(-1).tolist() == [-1, -1, 7]
    assert found.products["pack_size"].fillna(-1).tolist() == [-1, 6, 1]
    bad = [(note.values["row"], note.values["column"], note.values["found"]) for note in found.report.notes]
    assert sorted(bad) == [
        (2, "lead time", "-3"),
        (2, "pack", "0"),
        (2, "unit_cost", "cheap"),
        (3, "lead time", "400"),
        (4, "unit_cost", "-1"),
    ]


def test_the_last_of_several_rows_of_a_product_counts(tmp_path: Path) -> None:
    found = read_products(text_file(tmp_path, "sku,price", "A,1.00", "B,2.00", "a,3.00"))
    assert found.products["price"].tolist() == [2, 3]
    assert [(part.reason, part.rows) for part in found.report.left_out] == [("repeated_product", (2,))]
    assert any(note.code == "repeated_products" for note in found.report.notes)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("square_library.csv", {"sku": "Latte / Large", "unit_cost": 1.1, "supplier": "Beans & Co", "on_hand": 12}),
        (
            "loyverse_items.csv",
            {"sku": "10001", "name": "Flat white / Oat", "unit_cost": 0.9, "price": 3.5, "on_hand": 7},
        ),
        ("shopify_products.csv", {"sku": "SOAP", "unit_cost": 3.2, "price": 9, "supplier": "Acme"}),
        ("shopify_inventory.csv", {"sku": "SOAP", "on_hand": 5, "on_order": 6}),
        ("woocommerce_products.csv", {"sku": "SOAP", "name": "Soap", "price": 9, "on_hand": 14}),
        ("lightspeed_items.csv", {"sku": "TUBE-26", "supplier": "Wheels Ltd", "unit_cost": 2.5, "on_hand": 8}),
    ],
)
def test_the_lists_of_tills_are_read(name: str, expected: dict[str, object]) -> None:
    assert file_kind(FIXTURES / name) == "products"
    first = read_products(FIXTURES / name).products.iloc[0].to_dict()
    assert {field: first[field] for field in expected} == expected


@pytest.mark.parametrize(
    ("lines", "code"),
    [(("colour,size", "red,3"), "no_item_column"), (("sku,price",), "no_rows"), (("sku,price", ","), "no_rows")],
)
def test_a_list_without_items_is_rejected(tmp_path: Path, lines: tuple[str, ...], code: str) -> None:
    with pytest.raises(FileRejected) as found:
        read_products(text_file(tmp_path, *lines))
    assert found.value.problems[0].code == code


def test_a_file_with_dates_is_sales(tmp_path: Path) -> None:
    assert file_kind(text_file(tmp_path, "date,sku,units", "2024-01-01,A,1")) == "sales"
    assert file_kind(text_file(tmp_path, "sku,on_hand", "A,1")) == "products"
    for header in ("product,qty", "product,quantity sold"):
        assert file_kind(text_file(tmp_path, header, "Tea,3")) == "sales", "what was sold, as far as anybody can tell"
    takings = text_file(tmp_path, "sku,item,quantity,amount", "A,Tea,5,12.50")
    assert file_kind(takings) == "sales", "what was sold without a date is no count of stock"


@pytest.mark.parametrize(("header", "days"), [("Lieferzeit (Wochen)", 21), ("Lieferzeit (Tage)", 3)])
def test_a_lead_time_is_read_in_the_time_that_its_header_names(tmp_path: Path, header: str, days: int) -> None:
    found = read_products(text_file(tmp_path, f"SKU,Name,{header}", "A1,Tea,3"))
    assert found.products["lead_time_days"].tolist() == [days]


def test_a_row_of_totals_is_no_product(tmp_path: Path) -> None:
    found = read_products(text_file(tmp_path, "SKU,Name,Stock,Cost", "A,Tea,5,2.00", ",Total,5,2.00"))
    assert list(found.products["sku"]) == ["A"]
    assert [part.reason for part in found.report.left_out] == ["total_row"]


@pytest.mark.parametrize("headers", ["Stock (cases),Stock (units)", "Stock (units),Stock (cases)"])
def test_stock_in_units_wins_over_stock_in_cases(tmp_path: Path, headers: str) -> None:
    cells = "2,24" if headers.startswith("Stock (cases)") else "24,2"
    found = read_products(text_file(tmp_path, f"SKU,Name,{headers},Units per case", f"A,Tea,{cells},12"))
    assert list(found.products["on_hand"]) == [24]


def test_stock_in_cases_alone_is_counted_in_units_where_the_case_is_known(tmp_path: Path) -> None:
    lines = ["A,Tea,2,12", "B,Jam,3,"]
    found = read_products(text_file(tmp_path, "SKU,Name,Bestand (VE),VE", *lines))
    assert found.products["on_hand"].tolist()[0] == 24
    assert found.products["on_hand"].isna().tolist() == [False, True]
    assert "stock_in_packs" in {note.code for note in found.report.notes}
