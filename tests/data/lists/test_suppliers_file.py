from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.lists.suppliers_file import read_suppliers
from data.problems import FileRejected
from data.reading.file_kind import file_kind
from tests.data.text_files import text_file

LANGUAGES = {
    "English": "Supplier;Lead time;Order interval;Minimum order value;Order cost",
    "German": "Lieferant;Lieferzeit (Tage);Bestellrhythmus;Mindestbestellwert;Bestellkosten",
    "French": "Fournisseur;Délai de livraison;Intervalle commande;Minimum de commande;Frais de commande",
    "Spanish": "Proveedor;Plazo de entrega;Frecuencia pedido;Pedido mínimo;Coste pedido",
    "Italian": "Fornitore;Tempo di consegna;Intervallo ordine;Ordine minimo;Costo ordine",
    "Portuguese": "Fornecedor;Prazo de entrega;Intervalo encomenda;Encomenda mínima;Custo encomenda",
    "Dutch": "Leverancier;Levertijd;Bestelinterval;Minimale orderwaarde;Bestelkosten",
}


@pytest.mark.parametrize("header", LANGUAGES.values(), ids=LANGUAGES)
def test_a_plain_list_is_read_in_seven_languages(tmp_path: Path, header: str) -> None:
    path = text_file(tmp_path, header, "Leaf Ltd;7;14;150,00;4,50")
    assert file_kind(path) == "suppliers"
    assert read_suppliers(path).suppliers.iloc[0].to_dict() == {
        "supplier": "Leaf Ltd",
        "lead_time_days": 7,
        "review_period_days": 14,
        "minimum_order_value": 150,
        "order_cost": 4.5,
    }


@pytest.mark.parametrize("header", ["Name,Lead time,Minimum order value", "Supplier,Contact,Email,Lead time"])
def test_a_list_of_suppliers_is_known_by_its_header(tmp_path: Path, header: str) -> None:
    assert file_kind(text_file(tmp_path, header, "a,b,c,d")) == "suppliers"


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Item,Supplier,Lead time", "products"),
        ("SKU,Supplier,Minimum order", "products"),
        ("Name,Lead time,Minimum order quantity", "products"),
        ("Supplier,Date,Item,Qty", "sales"),
    ],
)
def test_lists_of_products_and_sales_with_suppliers_are_none(tmp_path: Path, header: str, kind: str) -> None:
    assert file_kind(text_file(tmp_path, header, "a,b,c,d")) == kind


def test_contacts_are_not_read(tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "Supplier,Order days,Contact,Email,Lead time", "Leaf,Mon and Thu,Jane,jane@example.com,5"
    )
    found = read_suppliers(path)
    assert list(found.suppliers.columns) == ["supplier", "lead_time_days", "order_days"]
    assert "Jane" not in f"{found.suppliers.to_csv()}{found.report.as_dict()}"


CONDITIONS = {
    "English": "Supplier;Order days;Minimum order value;Small order fee;Closed;Closed on holidays",
    "German": "Lieferant;Bestelltage;Mindestbestellwert;Mindermengenzuschlag;Betriebsferien;Feiertags geschlossen",
    "French": "Fournisseur;Jours de commande;Franco;Frais de port;Fermeture;Fermé les jours fériés",
    "Spanish": "Proveedor;Días de pedido;Pedido mínimo;Recargo;Cierre;Cerrado festivos",
    "Italian": "Fornitore;Giorni di ordine;Porto franco;Spese di spedizione;Chiusura;Chiuso festivi",
    "Portuguese": "Fornecedor;Dias de encomenda;Encomenda mínima;Portes de envio;Encerrado;Fechado feriados",
    "Dutch": "Leverancier;Besteldagen;Minimum bestelwaarde;Verzendkosten;Gesloten;Op feestdagen gesloten",
}


@pytest.mark.parametrize("header", CONDITIONS.values(), ids=CONDITIONS)
def test_order_days_and_closures_are_read_in_seven_languages(tmp_path: Path, header: str) -> None:
    path = text_file(tmp_path, header, "Leaf Ltd;Mo, Do;150,00;12,50;2026-08-01 to 2026-08-21;ja")
    assert file_kind(path) == "suppliers"
    assert read_suppliers(path).suppliers.iloc[0].to_dict() == {
        "supplier": "Leaf Ltd",
        "order_days": "Mon, Thu",
        "minimum_order_value": 150,
        "fee_below_minimum": 12.5,
        "closed": "2026-08-01 to 2026-08-21",
        "closed_on_holidays": True,
    }


def test_order_days_that_are_not_plain_are_left_out_and_told(tmp_path: Path) -> None:
    mill = "Mill,every 14 days from 2026-01-05,"
    found = read_suppliers(text_file(tmp_path, "Supplier,Order days,Closed", "Leaf,every second Monday,1/2/2026", mill))
    assert found.suppliers["order_days"].tolist() == [None, "every 14 days from 2026-01-05"]
    assert {note.values["found"] for note in found.report.notes} == {"every second Monday", "1/2/2026"}


def test_the_last_of_several_rows_counts_and_blank_names_are_left_out(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Supplier,Lead time", "Leaf,5", ",3", "Mill,2", "LEAF ,6")
    found = read_suppliers(path)
    assert found.suppliers.to_dict("records") == [
        {"supplier": "Mill", "lead_time_days": 2},
        {"supplier": "LEAF", "lead_time_days": 6},
    ]
    assert {part.reason: part.rows for part in found.report.left_out} == {
        "no_supplier": (3,),
        "repeated_supplier": (2,),
    }
    assert (found.report.rows_read, found.report.rows_used) == (4, 2)


def test_a_bad_cell_is_left_out_and_told(tmp_path: Path) -> None:
    found = read_suppliers(text_file(tmp_path, "Supplier,Lead time,Order cost", "Leaf,400,4.00", "Mill,soon,-1"))
    assert found.suppliers.isna().to_numpy().tolist() == [[False, True, False], [False, True, True]]
    assert [note.values["found"] for note in found.report.notes] == ["400", "soon", "-1"]


def test_the_decimal_sign_that_was_answered_is_taken(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Supplier,Minimum order value", "Leaf,1.250")
    (question,) = read_suppliers(path).report.questions
    assert question.code == "decimal"
    answered = read_suppliers(path, choices=ReadingChoices({"decimal": ","}))
    assert answered.suppliers["minimum_order_value"].tolist() == [1250]


@pytest.mark.parametrize(
    ("lines", "code"), [(("Colour,Lead time", "red,3"), "no_supplier_column"), (("Supplier,Lead time",), "no_rows")]
)
def test_a_list_without_suppliers_is_rejected(tmp_path: Path, lines: tuple[str, ...], code: str) -> None:
    with pytest.raises(FileRejected) as found:
        read_suppliers(text_file(tmp_path, *lines))
    assert found.value.problems[0].code == code


@pytest.mark.parametrize("header", ["Lead time (weeks)", "Lieferzeit (Wochen)", "Lead time weeks", "Levertijd (weken)"])
def test_a_lead_time_in_weeks_is_seven_days_each(tmp_path: Path, header: str) -> None:
    found = read_suppliers(text_file(tmp_path, f"Supplier,{header}", "Leaf Ltd,2"))
    assert found.suppliers["lead_time_days"].tolist() == [14]
