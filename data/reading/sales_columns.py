"""The columns of a sales file: which till wrote it, and where date, item and quantity are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.choices import NO_CHOICES, ReadingChoices
from data.columns import DAY, DISCOUNT, ITEMS, NAME, PRICE, REVENUE, SKU, UNITS, VARIANT
from data.headers.find_columns import find_columns
from data.headers.header_key import header_key
from data.headers.product_headers import PRODUCT_HEADERS
from data.meaning.group_headings import HEADING, heading_place
from data.meaning.period_days import period_header
from data.meaning.sample import sample_of
from data.meaning.told_rows import told_rows
from data.meaning.understood import Understood
from data.meaning.units_header import with_units_asked
from data.meaning.unknown_columns import is_really_wide, understood
from data.meaning.variant_columns import variant_places
from data.meaning.wide import Wide, find_wide
from data.meaning.wide_meaning import PRODUCTS, columns_meaning
from data.problems import FileRejected, Problem
from data.report import Note, Question
from data.tables.raw_file import RawFile
from data.tables.table_head import TableHead
from data.tills import PLAIN, Till, recognised_till, till_columns, wrong_file

HEADERS_SHOWN = 12
NET = re.compile(r"\b(net|nett|netto|neto|ht|excl|exkl|ex|sin|senza|sem|zonder)\b", re.IGNORECASE)
OF_ALL = (REVENUE, DISCOUNT)  # in a wide table they are of all its products together


@dataclass(frozen=True)
class SalesColumns:
    """till: whose export it is. places: position of each canonical column that the file has.

    wide: where the sales are, in a table with a column per product or per day.
    """

    till: Till
    places: Mapping[str, int]
    wide: Wide | None = None
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()


def find_sales_columns(raw: RawFile, head: TableHead, *, choices: ReadingChoices = NO_CHOICES) -> SalesColumns:
    """Till and columns of a sales file; columns that the owner chose come before those that the headers suggest.

    Where headers are unknown the cells below them tell, with a note or a question.

    Raises FileRejected where it is a till's file without sales by day and item, saying what to export instead, and with
    all that is missing: date, item, quantity.
    """
    file_name = raw.name
    _check_kind(head, file_name=file_name, choices=choices)
    till = recognised_till(head.headers)
    places = _chosen(till_columns(till, head.headers), head, choices)
    if till is PLAIN and VARIANT not in choices.columns:
        options = variant_places(head.headers, places)
        places = {name: place for name, place in places.items() if place not in options.values()} | options
    if till is PLAIN:
        places = _with_dates_of_wide(raw, head, places)
    wide = find_wide(head, places) if till is PLAIN else None
    if wide is not None and is_really_wide(wide, sample_of(raw, head, places)):
        told = columns_meaning(wide, head, places, choices)
        if told.meaning == PRODUCTS:
            kept = {name: place for name, place in places.items() if place not in wide.places and name not in OF_ALL}
            return SalesColumns(till, kept, wide, questions=told.questions)
    found = Understood(places)
    if till is PLAIN:
        places |= told_rows(sample_of(raw, head, places), places)
        found = understood(places, head, lambda: sample_of(raw, head, places), choices)
        found = with_units_asked(found, head, choices)
        found = replace(found, places=_amounts_in_pairs(head, {**found.places, **heading_place(head, found.places)}))
    problems = [Problem(code, values) for code, values in _missing(head, found.places).items()]
    if problems:
        raise FileRejected(*(Problem(problem.code, {"file": file_name, **problem.values}) for problem in problems))
    return SalesColumns(till, found.places, notes=found.notes, questions=found.questions)


def _with_dates_of_wide(raw: RawFile, head: TableHead, places: Mapping[str, int]) -> dict[str, int]:
    """The columns with the only one of days, where no header names dates, items or units: pivot tables are so."""
    if {DAY, SKU, NAME, UNITS, ITEMS} & places.keys() or len(head.headers) < 3:
        return dict(places)
    dated = sample_of(raw, head, places).of_kind("day")
    return {**places, DAY: dated[0]} if dated == [0] else dict(places)


def _amounts_in_pairs(head: TableHead, places: Mapping[str, int]) -> Mapping[str, int]:
    """The columns with `Price (Net)` beside `Price (Gross)` as an amount: tills write those of whole lines so."""
    if PRICE not in places or REVENUE in places or UNITS not in places:
        return places
    key = header_key(head.headers[places[PRICE]])
    alike = [place for place, header in enumerate(head.headers) if header_key(header) == key]
    if len(alike) < 2:
        return places
    net = [place for place in alike if NET.search(head.headers[place])]
    kept = {name: place for name, place in places.items() if name != PRICE}
    return {**kept, REVENUE: (net or alike)[0]}


def _check_kind(head: TableHead, *, file_name: str, choices: ReadingChoices) -> None:
    wrong = wrong_file(head.headers)
    if wrong is not None and not choices.columns:
        raise FileRejected(Problem(wrong.problem, {"file": file_name, "report": wrong.name, "instead": wrong.instead}))


def _chosen(places: Mapping[str, int], head: TableHead, choices: ReadingChoices) -> dict[str, int]:
    chosen = {name: head.headers.index(header) for name, header in choices.columns.items() if header in head.headers}
    free = {name: place for name, place in places.items() if place not in chosen.values()}
    return {**{name: place for name, place in free.items() if choices.columns.get(name) != ""}, **chosen}


def _missing(head: TableHead, places: Mapping[str, int]) -> dict[str, dict[str, object]]:
    shown = {"row": head.lines, "found": list(head.headers[:HEADERS_SHOWN])}
    missing: dict[str, dict[str, object]] = {}
    if DAY not in places:
        missing["no_date_column"] = {
            **shown,
            "is_product_list": _is_product_list(head),
            "period_column": period_header(head.headers),
        }
    if not {SKU, NAME, ITEMS, HEADING} & places.keys():
        missing["no_item_column"] = dict(shown)
    return missing


def _is_product_list(head: TableHead) -> bool:
    found = set(find_columns(head.headers, PRODUCT_HEADERS))
    return bool(found & {SKU, NAME}) and bool(found - {SKU, NAME})
