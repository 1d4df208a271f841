from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.lists.products_file import read_products
from data.reading.file_kind import file_kind
from tests.data.text_files import text_file

LANGUAGES = {
    "English": "SKU;Name;Category;Supplier;Cost price;Price;Lead time;Pack size;MOQ;On hand;On order",
    "German": "Artikelnummer;Bezeichnung;Warengruppe;Lieferant;EK-Preis;Verkaufspreis;Lieferzeit (Tage);"
    "Verpackungseinheit;Mindestbestellmenge;Bestand;Bestellt",
    "French": "Référence;Désignation;Catégorie;Fournisseur;Prix d'achat;Prix de vente;Délai de livraison;Colisage;"
    "Quantité minimum;En stock;En commande",
    "Spanish": "Código;Nombre;Categoría;Proveedor;Precio de compra;Precio;Plazo de entrega;Unidades por caja;"
    "Pedido mínimo;Existencias;En pedido",
    "Italian": "Codice;Articolo;Categoria;Fornitore;Prezzo d'acquisto;Prezzo;Tempo di consegna;Confezione;"
    "Ordine minimo;Giacenza;In ordine",
    "Portuguese": "Código;Produto;Categoria;Fornecedor;Preço de custo;Preço;Prazo de entrega;Embalagem;"
    "Quantidade mínima;Estoque;Encomendado",
    "Dutch": "Artikelnummer;Omschrijving;Categorie;Leverancier;Inkoopprijs;Verkoopprijs;Levertijd;Verpakking;"
    "Minimale afname;Voorraad;Besteld",
}


@pytest.mark.parametrize("header", LANGUAGES.values(), ids=LANGUAGES)
def test_a_plain_list_is_read_in_seven_languages(tmp_path: Path, header: str) -> None:
    path = text_file(tmp_path, header, "00123;Tea;Drinks;Leaf Ltd;1,20;2,50;7;6;12;40;24")
    assert file_kind(path) == "products"
    assert read_products(path).products.iloc[0].to_dict() == {
        "sku": "00123",
        "name": "Tea",
        "category": "Drinks",
        "supplier": "Leaf Ltd",
        "unit_cost": 1.2,
        "price": 2.5,
        "lead_time_days": 7,
        "pack_size": 6,
        "moq": 12,
        "on_hand": 40,
        "on_order": 24,
    }


def test_similar_headers_are_told_apart(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "Item code,Item,Stock value,Stock,Reorder point,Cost,Price,Barcode",
        "A1,Tea,48.00,40,10,1.20,2.50,4006381333931",
    )
    found = read_products(path).products.iloc[0].to_dict()
    assert found == {"sku": "A1", "name": "Tea", "unit_cost": 1.2, "price": 2.5, "on_hand": 40}


def test_a_column_that_the_owner_chose_comes_before_the_others(tmp_path: Path) -> None:
    path = text_file(tmp_path, "SKU,Cost,Landed", "A,1.00,1.30")
    chosen = ReadingChoices(columns={"unit_cost": "Landed"})
    assert read_products(path, choices=chosen).products["unit_cost"].tolist() == [1.3]


def test_stock_in_several_places_of_a_plain_list_is_added_up(tmp_path: Path) -> None:
    path = text_file(tmp_path, "SKU,Stock (Berlin),Stock (Hamburg)", "A,3,4", "B,,2", "C,,")
    found = read_products(path)
    assert found.products["on_hand"].fillna(-1).tolist() == [7, 2, -1]
    assert found.report.columns["on_hand"] == "Stock (Berlin), Stock (Hamburg)"


def test_a_bad_cell_of_one_place_is_told_with_its_own_header(tmp_path: Path) -> None:
    path = text_file(tmp_path, "SKU,Stock (Berlin),Stock (Hamburg)", "A,many,4", "B,1,2")
    found = read_products(path)
    assert found.products["on_hand"].tolist() == [4, 3]
    bad = [note.values for note in found.report.notes if note.code == "bad_cell"]
    assert [(value["row"], value["column"], value["found"]) for value in bad] == [(2, "Stock (Berlin)", "many")]
