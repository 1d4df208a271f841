"""The first rows of a file, and what kind of thing each column without a known header holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from data.columns import DAY, NAME, PRICE, REVENUE, SKU, UNITS
from data.headers.header_key import header_key
from data.meaning.wide import NOT_SOLD
from data.tables.column import Column
from data.tables.raw_file import RawFile
from data.tables.table import read_table
from data.tables.table_head import TableHead
from data.values.calendar_columns import says_the_calendar
from data.values.date_words import month_of, plain_words, weekday_of
from data.values.dates import parse_days
from data.values.numbers import parse_numbers

SAMPLE_BYTES = 1 << 16
LEAST_SHARE = 0.9
FEWEST_COUNTED = 4  # numbers of rows; fewer sales may go up by one by chance
TIME = re.compile(r"\d{1,2}[:.h]\d{2}.*")
Days = NDArray[np.datetime64]
PERSONAL = (
    *("customer", "client", "kunde", "cliente", "klant", "email", "mail", "phone", "telefon", "telephone", "card"),
    *("karte", "cashier", "kassier", "bediener", "staff", "employee", "seller", "server", "user", "address", "adresse"),
    *("city", "zip", "plz", "iban", "birth", "kellner", "camarero", "cameriere", "serveur", "waiter", "vendedor"),
    *("vendeur", "operator", "operador", "operateur", "medewerker", "guest", "soldby", "caissier", "cajero"),
)


@dataclass(frozen=True)
class Sample:
    """The first rows of a file: columns by their place; kinds: what each holds, "day", "number", "text" or "".

    repeats_days: whether some days have several rows. priced: columns of units, price and amount, as headers tell.
    item: that of codes, else of names, as headers tell.
    """

    columns: Mapping[int, Column]
    kinds: Mapping[int, str]
    repeats_days: bool
    priced: Mapping[str, Column] = field(default_factory=dict)
    item: Column | None = None

    def of_kind(self, kind: str) -> list[int]:
        return [place for place, found in self.kinds.items() if found == kind]


def sample_of(raw: RawFile, head: TableHead, places: Mapping[str, int]) -> Sample:
    """What stands in the columns without a known header, by the first rows; personal columns are not looked at."""
    end = raw.content.rfind(b"\n", 0, head.size + SAMPLE_BYTES)
    start = replace(raw, content=raw.content[: end + 1] if end > head.size else raw.content)
    free = {
        place: header
        for place, header in enumerate(head.headers)
        if place not in places.values() and header and not any(word in header_key(header) for word in PERSONAL)
    }
    names = {f"cell {place}": place for place in free}
    day = {DAY: places[DAY]} if DAY in places else {}
    if not names and not day:
        return Sample({}, {}, repeats_days=False)
    priced = {name: places[name] for name in (UNITS, PRICE, REVENUE) if name in places}
    item = {name: places[name] for name in (SKU, NAME) if name in places}
    table = read_table(start, head, {**names, **day, **priced, **item}, needed=day)
    columns = {place: table.columns[name] for name, place in names.items()}
    days = table.columns[DAY].spread(parse_days(table.columns[DAY].texts).days) if day else None
    known = days[~np.isnat(days)] if days is not None else np.array([])
    kinds = {place: _kind(column, days) for place, column in columns.items()}
    repeats_days = len(np.unique(known)) < len(known)
    items = [table.columns[name] for name in item]
    priced_columns = {name: table.columns[name] for name in priced}
    return Sample(columns, kinds, repeats_days, priced_columns, items[0] if items else None)


def _kind(column: Column, days: Days | None) -> str:
    """day, number or text; "" where a column is empty or only says the calendar, or counts what no sale is."""
    rows = np.bincount(column.codes, minlength=len(column.texts))
    is_filled = np.array([bool(text.strip()) for text in column.texts], dtype=bool)
    texts, weights = column.texts[is_filled], rows[is_filled]
    if not weights.sum() or header_key(column.header) in NOT_SOLD:
        return ""
    dates = parse_days(texts)
    if dates.evidence not in ("excel", "unix") and _share(~np.isnat(dates.days), weights):
        return "day"
    values = parse_numbers(column.texts, decimal=".").values
    comma_values = parse_numbers(column.texts, decimal=",").values
    if _share((~np.isnan(values) | ~np.isnan(comma_values))[is_filled], weights):
        return "" if _only_counts(np.nan_to_num(column.spread(values)), days) else "number"
    words = [plain_words(text) for text in texts]
    if _share(np.array([weekday_of(some) >= 0 or month_of(some) > 0 for some in words]), weights):
        return ""
    is_time = np.array([TIME.fullmatch(text.strip()) is not None for text in texts])
    has_words = any(letter.isalpha() for text in texts for letter in text)
    return "text" if has_words and not _share(is_time, weights) else ""


def _only_counts(values: NDArray[np.float64], days: Days | None) -> bool:
    """Whether numbers only go up by one from row to row, or say the date again."""
    counts_rows = len(values) > FEWEST_COUNTED and bool((np.diff(values) == 1).all())
    return counts_rows or (days is not None and says_the_calendar(values, days))


def _share(keeps: NDArray[np.bool_], weights: NDArray[np.int64]) -> bool:
    return bool(weights[keeps].sum() >= LEAST_SHARE * weights.sum())
