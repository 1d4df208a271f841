"""Tables with a column per product and a row per day, or a row per product and a column per day, made long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.columns import DAY, NAME, REVENUE, SKU, TIME, UNITS
from data.headers.header_key import SALES, UNIT_WORDS, header_key
from data.meaning.book_words import are_weekdays, is_book_word
from data.meaning.non_products import is_no_product
from data.meaning.totals import is_called_total, is_total
from data.report import Note
from data.tables.column import Column, column_of
from data.tables.table import Lines, Table
from data.tables.table_head import TableHead
from data.values.calendar_columns import says_the_calendar
from data.values.dates import parse_days
from data.values.numbers import decimal_evidence, parse_numbers

FEWEST_PRODUCTS = 2
FEWEST_DAYS = 2
LEAST_NUMBERS = 0.5  # share of a column's filled cells that are numbers, where it holds sales
LEAST_SUMMED = 0.95  # share of the days on which a column called like a total is a sum
COLUMNS_SHOWN = 8

# What a shop's table says of a day beside the sales of products.
_NOT_SOLD = """
    hour hours stunde stunden heure heures hora horas ora ore uur uren week weeknumber weekno kw calendarweek
    kalenderwoche semaine semana settimana quarter quartal trimestre kwartaal daynumber dayofyear index row rownumber
    nr no number id
    orders order transactions transaction receipts customers customer visitors visits footfall
    sessions kunden besucher clients visiteurs clientes visitantes clienti klanten tax taxes vat mwst steuer tva iva btw
    discount discounts rabatt remise descuento sconto desconto korting refunds refund returns tips tip trinkgeld
    pourboire propina cost costs profit margin net gross average avg temperature temp temperatur temperatura
    weather wetter rain rainfall holiday feiertag ferie festivo feriado feestdag"""
MONEY_WORDS = (*SALES, "revenue", "amount", "value", "betrag", "ca", "montant", "importe", "importo", "price", "preis")
NOT_SOLD = frozenset(_NOT_SOLD.split())


@dataclass(frozen=True)
class Wide:
    """is_down: whether the days go down, a column per product; else across, a row per product.

    places: of the columns that hold numbers of sales, as far as the headers tell.
    beside_money: whether another column holds the day's money, so that these may be what it is made up of.
    """

    is_down: bool
    places: tuple[int, ...]
    beside_money: bool = False


def find_wide(head: TableHead, places: Mapping[str, int]) -> Wide | None:
    """The layout of a table whose columns are products or days; None where it is a long one.

    >>> head = TableHead(("Date", "Tea", "Jam", "Total"), 4, ",", 1, 20)
    >>> find_wide(head, {"day": 0})
    Wide(is_down=True, places=(1, 2), beside_money=False)
    """
    dated = _dated(head.headers)
    if DAY not in places and {SKU, NAME} & places.keys() and len(dated) >= FEWEST_DAYS:
        return Wide(False, dated)
    if DAY not in places or {SKU, NAME, UNITS} & places.keys():
        return None
    taken = {place for name, place in places.items() if name != REVENUE}
    sold = [place for place, header in enumerate(head.headers) if place not in taken and _may_be_product(header)]
    if any(_last_word(head.headers[place]) in UNIT_WORDS for place in sold):
        sold = [place for place in sold if _last_word(head.headers[place]) not in MONEY_WORDS]
    if len(sold) < FEWEST_PRODUCTS or are_weekdays(tuple(head.headers[place] for place in sold)):
        return None
    return Wide(True, tuple(sold), beside_money=_has_takings(head, places))


def cell_names(wide: Wide) -> dict[str, int]:
    """A name for each column of numbers, with its place."""
    return {f"cell {place}": place for place in wide.places}


def made_long(table: Table, wide: Wide, head: TableHead) -> Table:
    """A row per day and product; cells that are blank make none, and lines without any cell are ragged as `blank`.

    Columns that are not numbers, count the calendar or are the sum of the others are no products. Where fewer than two
    are left the table is returned without rows.
    """
    cells = {name: table.columns[name] for name in cell_names(wide) if name in table.columns}
    others = {name: column for name, column in table.columns.items() if name not in cells}
    sold = _sold(cells, others[DAY]) if wide.is_down else list(cells.values())
    shown = [column.header for column in sold[:COLUMNS_SHOWN]]
    if wide.is_down:
        left = [header for header in head.headers if header not in {column.header for column in sold}]
        left = [header for header in left if header and header != others[DAY].header]
        values = {"products": len(sold), "found": shown, "left": left}
        note = Note("wide_with_rest" if left else "wide", values)
    else:
        note = Note("days_across", {"days": len(sold), "found": shown[:2]})
    return _stacked(table, others, sold, is_down=wide.is_down, note=note, head=head)


def _dated(headers: Sequence[str]) -> tuple[int, ...]:
    days = parse_days(np.array(headers, dtype=object)).days
    return tuple(int(place) for place in np.flatnonzero(~np.isnat(days)))


def _has_takings(head: TableHead, places: Mapping[str, int]) -> bool:
    """Whether a column holds the money of a day, which is no product and no sum of the others."""
    return REVENUE in places and not is_total(head.headers[places[REVENUE]]) and TIME not in places


def _last_word(header: str) -> str:
    """The last of several words, as in "Tea qty" beside "Tea revenue"; "" of one word."""
    words = header.split()
    return header_key(words[-1].strip("[]()")) if len(words) > 1 else ""


def _may_be_product(header: str) -> bool:
    key = header_key(header)
    is_other = key in NOT_SOLD or is_book_word(header) or is_total(header) or is_no_product(header)
    return bool(header) and not is_other


def _sold(cells: Mapping[str, Column], day: Column) -> list[Column]:
    """The columns that hold what was sold of a product."""
    days = day.spread(parse_days(day.texts).days)
    numbers = {name: _numbers(column) for name, column in cells.items()}
    kept = {name: some for name, some in numbers.items() if some is not None and not says_the_calendar(some, days)}
    kept = {name: some for name, some in kept.items() if not _is_sum_of_others(name, kept)}
    called = {name for name in kept if is_called_total(cells[name].header)}
    sums: set[str] = set()
    for left_aside in (called, sums):
        plain = {name: some for name, some in kept.items() if name not in left_aside}
        sums |= {name for name in called if _is_sum_of_block(name, kept, plain)}
    return [cells[name] for name in kept if name not in sums]


def _numbers(column: Column) -> NDArray[np.float64] | None:
    """The numbers of a column, 0 where a cell is blank; None where most of its cells are none."""
    filled = np.array([text.strip() not in ("", column.header) for text in column.texts], dtype=bool)
    values = parse_numbers(column.texts, decimal=decimal_evidence(column.texts).sign or ".").values
    rows = column.spread(filled)
    good = column.spread(filled & ~np.isnan(values))
    if rows.any() and good.sum() < LEAST_NUMBERS * rows.sum():
        return None
    return column.spread(np.nan_to_num(values))


def _is_sum_of_others(name: str, kept: Mapping[str, NDArray[np.float64]]) -> bool:
    if len(kept) <= FEWEST_PRODUCTS:
        return False
    others = np.sum([some for other, some in kept.items() if other != name], axis=0)
    return bool(others.any() and np.isclose(kept[name], others, rtol=0, atol=0.005).all())


def _is_sum_of_block(
    name: str, kept: Mapping[str, NDArray[np.float64]], plain: Mapping[str, NDArray[np.float64]]
) -> bool:
    """Whether a column is on nearly all days the sum of some columns of products just before it, or of them all."""
    order = list(kept)
    plain = {other: some for other, some in plain.items() if other != name}
    before = [plain[other] for other in reversed(order[: order.index(name)]) if other in plain]
    blocks = list(np.cumsum(before, axis=0))[FEWEST_PRODUCTS - 1 :] if before else []
    if len(plain) >= FEWEST_PRODUCTS:
        blocks.append(np.sum(list(plain.values()), axis=0))
    own = kept[name]
    told = own != 0
    if told.sum() < FEWEST_DAYS:
        return False
    return any(np.isclose(block[told], own[told], rtol=0, atol=0.005).mean() >= LEAST_SUMMED for block in blocks)


def _stacked(
    table: Table,
    others: Mapping[str, Column],
    sold: Sequence[Column],
    *,
    is_down: bool,
    note: Note,
    head: TableHead,
) -> Table:
    rows, count = len(table.lines), len(sold)
    if not count:
        return Table({**others, UNITS: _nothing(rows)}, table.lines, table.ragged, table.notes)
    row = np.repeat(np.arange(rows), count)
    headers = column_of(f"row {head.lines}", [column.header for column in sold], np.tile(np.arange(count), rows))
    units = _side_by_side(sold)
    is_filled = ~units.is_blank()
    has_any = np.bincount(row, weights=is_filled, minlength=rows) > 0
    kept = np.flatnonzero(is_filled)
    columns = {name: Column(column.header, column.texts, column.codes[row[kept]]) for name, column in others.items()}
    columns |= {NAME if is_down else DAY: _taken(headers, kept), UNITS: _taken(units, kept)}
    blank = np.concatenate([table.ragged.get("blank", np.array([], dtype=np.int64)), table.lines[~has_any]])
    ragged = {**table.ragged, **({"blank": np.sort(blank)} if len(blank) else {})}
    return Table(columns, table.lines[row[kept]], ragged, (*table.notes, note))


def _side_by_side(sold: Sequence[Column]) -> Column:
    """The cells of several columns, row by row."""
    starts = np.cumsum([0, *(len(column.texts) for column in sold)])
    texts = [text for column in sold for text in column.texts]
    codes = np.column_stack([column.codes + start for column, start in zip(sold, starts[:-1], strict=True)])
    return column_of(sold[0].header, texts, codes.ravel())


def _taken(column: Column, rows: Lines) -> Column:
    return Column(column.header, column.texts, column.codes[rows])


def _nothing(rows: int) -> Column:
    return Column("", np.array([""], dtype=object), np.zeros(rows, dtype=np.int64))
