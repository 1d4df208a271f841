"""The traps of the corpus: what makes files of tills hard to read, one at a time."""

import csv
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from tests.corpus.row_traps import ROW_TRAPS
from tests.corpus.trap import DATES, HEADERS, ITEMS, LAYOUT, LINES, MONEY, TEXT, UNITS, Trap, set_trap
from tests.corpus.truth import Sale, true_sales


def pairs() -> list[tuple[Trap, Trap]]:
    """All traps two by two that can meet."""
    return [(one, other) for one, other in combinations(TRAPS, 2) if not one.touches & other.touches]


def _written(pattern: str) -> Callable[[Sale], str]:
    return lambda sale: dt.datetime.combine(sale.day, sale.time).strftime(pattern)


def _unpadded(pattern: str) -> Callable[[Sale], str]:
    return lambda sale: pattern.format(day=sale.day, time=sale.time, short=sale.day.year % 100)


MONTHS = {
    "English": "Jan Feb Mar Apr",
    "German": "Januar Februar März April",
    "French": "janv. févr. mars avr.",
    "Spanish": "enero febrero marzo abril",
    "Italian": "gennaio febbraio marzo aprile",
    "Portuguese": "janeiro fevereiro março abril",
    "Dutch": "jan feb mrt apr",
}
WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]


def _with_month(names: str) -> Callable[[Sale], str]:
    return lambda sale: f"{sale.day.day} {names.split()[sale.day.month - 1]} {sale.day.year}"


DATE_TRAPS = [
    *(
        set_trap(f"date {name}", DATES, date=_written(pattern))
        for name, pattern in {
            "day/month/year": "%d/%m/%Y",
            "month/day/year": "%m/%d/%Y",
            "day.month.year": "%d.%m.%Y",
            "day-month-short year": "%d-%m-%y",
            "month-day-year": "%m-%d-%Y",
            "short year-month-day": "%y-%m-%d",
            "year/month/day": "%Y/%m/%d",
            "compact": "%Y%m%d",
            "compact, year last": "%d%m%Y",
            "with time": "%Y-%m-%d %H:%M:%S",
            "with half of day": "%m/%d/%Y %I:%M %p",
            "with offset": "%Y-%m-%dT%H:%M:%S-08:00",
            "with world time": "%Y-%m-%dT%H:%M:%SZ",
            "time before": "%H:%M %d/%m/%Y",
            "with weekday": "%a %d/%m/%Y",
            "as a sentence": "%A, %B %d, %Y",
            "with hyphens and month": "%d-%b-%y",
        }.items()
    ),
    *(set_trap(f"date in {language}", DATES, date=_with_month(names)) for language, names in MONTHS.items()),
    set_trap("date m/d/yy", DATES, date=_unpadded("{day.month}/{day.day}/{short:02d}")),
    set_trap("date with blanks", DATES, date=_unpadded("{day.day}. {day.month}. {day.year}")),
    set_trap("excel days", DATES, date=lambda sale: str((sale.day - dt.date(1899, 12, 30)).days)),
    set_trap("unix seconds", DATES, date=lambda sale: str(int(_utc(sale).timestamp()))),
    Trap(
        "three columns",
        lambda draft: replace(
            draft,
            headers={**draft.headers, "day": "Day"},
            date=lambda sale: str(sale.day.day),
            extra=(
                *draft.extra,
                ("Month", lambda sale: str(sale.day.month)),
                ("Year", lambda sale: str(sale.day.year)),
            ),
        ),
        DATES | HEADERS | LAYOUT,
    ),
    Trap(
        "few days and a weekday column",
        lambda draft: replace(
            draft,
            sales=tuple(sale for sale in draft.sales if sale.day.day <= 12),
            date=_written("%d/%m/%Y"),
            extra=(*draft.extra, ("Wochentag", lambda sale: WEEKDAYS[sale.day.weekday()])),
        ),
        DATES | LAYOUT,
    ),
    Trap(
        "a time column",
        lambda draft: replace(draft, extra=(*draft.extra, ("Time", lambda sale: sale.time.strftime("%H:%M")))),
        frozenset({"time"}) | LAYOUT,
    ),
]


def _utc(sale: Sale) -> dt.datetime:
    return dt.datetime.combine(sale.day, sale.time, tzinfo=dt.UTC)


def _german(amount: float) -> str:
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


NUMBER_TRAPS = [
    set_trap("decimal comma", MONEY, money=lambda amount: f"{amount:.2f}".replace(".", ",")),
    set_trap("comma for thousands", MONEY, money=lambda amount: f"{amount:,.2f}"),
    set_trap("point for thousands", MONEY, money=_german),
    set_trap(
        "blank for thousands", MONEY, money=lambda amount: f"{amount:,.2f}".replace(",", "\u00a0").replace(".", ",")
    ),
    set_trap("apostrophe for thousands", MONEY, money=lambda amount: f"{amount:,.2f}".replace(",", "'")),
    set_trap("dollars before", MONEY, money=lambda amount: f"{'-' * (amount < 0)}${abs(amount):,.2f}"),
    set_trap("euros behind", MONEY, money=lambda amount: f"{_german(amount)} €"),
    set_trap("currency code", MONEY, money=lambda amount: f"CHF {amount:.2f}"),
    set_trap("brackets for minus", MONEY, money=lambda amount: f"({-amount:.2f})" if amount < 0 else f"{amount:.2f}"),
    set_trap("minus behind", UNITS, quantity=lambda units: f"{abs(units):g}{'-' * (units < 0)}"),
    set_trap("pieces", UNITS, quantity=lambda units: f"{units:g} pcs"),
    set_trap("kilos", UNITS, quantity=lambda units: f"{units:.3f} kg"),
    set_trap("two decimals of units", UNITS, quantity=lambda units: f"{units:.2f}"),
    set_trap("three decimals of units", UNITS, quantity=lambda units: f"{units:.3f}"),
]


def _headers(names: str) -> dict[str, str]:
    return dict(zip(("day", "sku", "name", "units", "price", "amount"), names.split(","), strict=True))


HEADER_TRAPS = [
    set_trap("headers in German", HEADERS, headers=_headers("Datum,Artikelnummer,Artikel,Menge,Einzelpreis,Umsatz")),
    set_trap("headers in French", HEADERS, headers=_headers("Date,Référence,Produit,Quantité,Prix unitaire,Montant")),
    set_trap("headers in Spanish", HEADERS, headers=_headers("Fecha,Código,Artículo,Cantidad,Precio,Importe")),
    set_trap("headers in Italian", HEADERS, headers=_headers("Data,Codice,Articolo,Quantità,Prezzo,Importo")),
    set_trap("headers in Portuguese", HEADERS, headers=_headers("Data,Código,Produto,Quantidade,Preço,Valor total")),
    set_trap("headers in Dutch", HEADERS, headers=_headers("Datum,Artikelnummer,Omschrijving,Aantal,Prijs,Bedrag")),
    set_trap(
        "headers in capitals", HEADERS, headers=_headers("SALE_DATE,PRODUCT_CODE,PRODUCT_NAME,QTY_SOLD,PRICE,TOTAL")
    ),
]

TEXT_TRAPS = [
    *(
        set_trap(encoding, TEXT | {"encoding"}, encoding=encoding)
        for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
    ),
    set_trap("mojibake", TEXT | {"encoding"}, is_mojibake=True),
    set_trap("semicolons", frozenset({"delimiter"}) | {"packing"}, delimiter=";"),
    set_trap("tabs", frozenset({"delimiter"}) | {"packing"}, delimiter="\t"),
    set_trap("bars", frozenset({"delimiter"}) | {"packing"}, delimiter="|"),
    set_trap("line ends of Windows", frozenset({"line_end", "packing"}), line_end="\r\n"),
    set_trap("line ends of old Macs", frozenset({"line_end", "packing"}), line_end="\r"),
    set_trap("all quoted", frozenset({"quotes", "packing"}), quoting=csv.QUOTE_ALL),
    set_trap("delimiters at the end", frozenset({"quotes", "packing", "delimiter"}), end_of_rows=",,"),
    set_trap("blank ends cut", LINES | {"packing"}, cuts_blank_ends=True),
    set_trap("gzip", frozenset({"packing", "text"}), packing="gzip"),
    set_trap("zip", frozenset({"packing", "text"}), packing="zip"),
    set_trap("workbook", frozenset({"packing", "text"}), packing="xlsx"),
    set_trap("workbook with a cover", frozenset({"packing", "text"}), packing="xlsx with cover"),
]

LINE_TRAPS = [
    set_trap("a title", LINES, above=(["Sales report"], [])),
    set_trap(
        "dates of the report",
        LINES,
        above=(["Shop", "Main Street 5"], ["From", "19.02.2024"], ["To", "23.03.2024"], []),
    ),
    set_trap("blank lines first", LINES, above=([], [])),
    set_trap("totals at the end", LINES, has_totals=True),
    set_trap("a word at the end", LINES, below=([], ["Made by the till on 24 March"])),
    set_trap("blank lines between", LINES, between=([], [], [])),
    set_trap("the header again", LINES, repeats_header=True),
    set_trap(
        "voucher and postage",
        LINES | LAYOUT | MONEY | DATES,
        between=(["2024-03-01", "", "Gift voucher", "1", "50.00", "50.00"],),
    ),
]


def _item(trap: str, /, **changes: object) -> Trap:
    touches = ITEMS | LAYOUT | (LINES | DATES | UNITS | MONEY if "between" in changes else frozenset())
    return set_trap(trap, touches, **changes)


def _spelled(sale: Sale) -> str:
    return (sale.name.upper(), f" {sale.name} ", sale.name)[sale.day.day % 3]


ITEM_TRAPS = [
    _item("no SKU", columns=("day", "name", "units", "price", "amount"), by_name=True),
    _item("empty SKU", sku=lambda _: "", by_name=True),
    set_trap(
        "codes as formulas", ITEMS | LAYOUT | {"packing"}, sku=lambda sale: f'="{sale.sku}"'
    ),  # no workbook has texts so
    set_trap("a sign before numbers", UNITS, quantity=lambda units: f"'{units:g}"),
    _item(
        "a cancelled sale",
        extra=(("Status", lambda _: "Completed"),),
        between=(["2024-03-01", "00123", "Jam", "50", "3.00", "150.00", "Cancelled"],),
    ),
    _item("no name", columns=("day", "sku", "units", "price", "amount")),
    _item("several descriptions", name=lambda sale: f"{sale.name} {'new' if sale.day.day > 20 else 'old'}"),
    _item("SKU in two cases", sku=lambda sale: sale.sku.lower() if sale.day.day % 2 else sale.sku),
    _item("delimiter in the name", name=lambda sale: f"{sale.name}, fresh; good"),
    _item("inches in the name", name=lambda sale: f'{sale.name} 7"'),
    _item("line break in the name", name=lambda sale: f"{sale.name}\nfresh"),
    _item("several spellings", columns=("day", "name", "units", "price", "amount"), by_name=True, name=_spelled),
    _item(
        "punctuation in names",
        columns=("day", "name", "units", "price", "amount"),
        by_name=True,
        name=lambda sale: sale.name if sale.day.day % 3 else f"{sale.name.replace(' ', '-')}.",
    ),
    _item("a column of stores", extra=(("Store", lambda sale: "North" if sale.day.day % 2 else "South"),)),
    _item(
        "customers and cards",
        extra=(("Customer", lambda _: "Jane Roe"), ("Card", lambda _: "4242"), ("Phone", lambda _: "555 01 23")),
    ),
    _item("blank columns at the end", extra=(("Notes", lambda _: ""), ("", lambda _: ""))),
]

OPEN_TRAPS = {
    "date_order": set_trap("few days below 13", DATES, sales=true_sales()[:3], date=lambda _: "03/04/2024"),
    "decimal": set_trap(
        "1.000 alone",
        UNITS | MONEY,
        quantity=lambda units: f"{units:.3f}".replace("-", ""),
        sales=true_sales()[:8],
        columns=("day", "sku", "name", "units"),
        has_money=False,
    ),
    "row_meaning": set_trap(
        "few amounts without units", LAYOUT, columns=("day", "sku", "name", "amount"), sales=true_sales()[:8]
    ),
}

LAYOUT_TRAPS = [
    set_trap("a column per product", LAYOUT | ITEMS | MONEY, layout="down", by_name=True, has_money=False),
    set_trap("a column per day", LAYOUT | ITEMS | MONEY | {"across"}, layout="across", by_name=True, has_money=False),
    set_trap("no money", LAYOUT | MONEY, columns=("day", "sku", "name", "units"), has_money=False),
    set_trap("no amount", LAYOUT, columns=("day", "sku", "name", "units", "price")),
    set_trap("amount before units", LAYOUT, columns=("amount", "units", "price", "name", "sku", "day")),
]

TRAPS = (
    *DATE_TRAPS,
    *NUMBER_TRAPS,
    *HEADER_TRAPS,
    *TEXT_TRAPS,
    *LINE_TRAPS,
    *ITEM_TRAPS,
    *LAYOUT_TRAPS,
    *ROW_TRAPS,
)
