"""Traps of what columns and rows mean: references, customers, totals of orders, refunds, variants, drafts."""

from collections import defaultdict
from dataclasses import replace

from tests.corpus.trap import DATES, HEADERS, ITEMS, LAYOUT, LINES, MONEY, UNITS, Trap, set_trap
from tests.corpus.truth import Sale, true_sales

ROWS = LINES | LAYOUT | ITEMS | DATES | UNITS | MONEY  # a row put in has the layout, dates and numbers of the draft
OPTIONS = {"00123": ("Red", "M"), "00456": ("Blue", "M"), "10007": ("Red", "L"), "A-9": ("Green", "S")}
PEOPLE = ("Jane Roe", "Bob Lee", "Ann Poe", "Kim Doe", "Max Moe", "Eva Noe")
WITHOUT_SKU = ("day", "name", "units", "price", "amount")
NUMBERS = {(sale.day, sale.time): number for number, sale in enumerate(true_sales(), 1)}


def _day_totals() -> dict[object, float]:
    totals: dict[object, float] = defaultdict(float)
    for sale in true_sales():
        totals[sale.day] += sale.amount
    return totals


DAY_TOTALS = _day_totals()


def _number(sale: Sale) -> int:
    return NUMBERS[sale.day, sale.time]


def _with_options(sale: Sale) -> Sale:
    return replace(sale, name=" / ".join([sale.name, *OPTIONS.get(sale.sku, ("Black", "XL"))]))


def _option(place: int, sale: Sale) -> str:
    return sale.name.split(" / ")[place]


def _row_put_in(trap: str, header: str, usual: str, *row: str) -> Trap:
    return set_trap(trap, ROWS, extra=((header, lambda _: usual),), between=(list(row),))


ROW_TRAPS = [
    *(
        set_trap(
            f"a number of the sale called {header}",
            ITEMS | LAYOUT,
            columns=WITHOUT_SKU,
            by_name=True,
            extra=((header, lambda sale: f"FA-{_number(sale):04d}"),),
        )
        for header in ("Ref", "Référence", "Código")
    ),
    set_trap(
        "a code of a discount",
        ITEMS | LAYOUT,
        columns=WITHOUT_SKU,
        by_name=True,
        extra=(("Code", lambda sale: "SAVE10" if _number(sale) % 3 else ""),),
    ),
    set_trap(
        "customers called Name",
        ITEMS | LAYOUT,
        columns=("day", "sku", "units", "price", "amount"),
        extra=(("Name", lambda sale: PEOPLE[_number(sale) % len(PEOPLE)]),),
    ),
    set_trap(
        "the total of the order on each line",
        LAYOUT | MONEY | UNITS,
        columns=("day", "sku", "name", "units", "price"),
        extra=(
            ("Order", lambda sale: f"{sale.day:%m%d}"),
            ("Total", lambda sale: f"{DAY_TOTALS[sale.day]:.2f}"),
        ),
    ),
    set_trap("refunds of positive units", UNITS | LAYOUT, quantity=lambda units: f"{abs(units):g}"),
    set_trap(
        "color and size",
        ITEMS | LAYOUT,
        sales=tuple(map(_with_options, true_sales())),
        columns=WITHOUT_SKU,
        by_name=True,
        name=lambda sale: _option(0, sale),
        extra=(("Colour", lambda sale: _option(1, sale)), ("Size", lambda sale: _option(2, sale))),
    ),
    set_trap("a column of measures", LAYOUT, extra=(("Unit", lambda _: "pcs"), ("Currency", lambda _: "EUR"))),
    set_trap(
        "tax in the headers",
        HEADERS,
        headers={
            **{"day": "Data", "sku": "Código", "name": "Produto", "units": "Qtd"},
            **{"price": "Preço c/ IVA", "amount": "Total c/ IVA"},
        },
    ),
    _row_put_in(
        "all places together", "Store", "North", "2024-03-01", "10007", "Jam", "5", "3.00", "15.00", "All stores"
    ),
    _row_put_in("a draft", "Status", "Completed", "2024-03-01", "10007", "Jam", "5", "3.00", "15.00", "Draft"),
    _row_put_in("a voided row", "Storno", "", "2024-03-01", "10007", "Jam", "5", "3.00", "15.00", "Storno"),
    _row_put_in("a purchase", "Reason", "Sale", "2024-03-01", "10007", "Jam", "50", "1.00", "50.00", "Purchase"),
    _row_put_in("a discount", "Till", "1", "2024-03-01", "", "Loyalty discount", "1", "-2.00", "-2.00", "1"),
    _row_put_in("a sum of a product", "Till", "1", "2024-03-01", "", "Total Jam", "9", "3.00", "27.00", "1"),
]
