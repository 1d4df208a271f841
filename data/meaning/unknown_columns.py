"""Columns whose headers nobody knows, understood by what stands in them; where several would do the owner is asked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from data.choices import ReadingChoices
from data.columns import DAY, NAME, PRICE, REVENUE, SKU, UNITS
from data.headers.header_key import UNIT_WORDS, header_key
from data.meaning.wide import NOT_SOLD, Wide
from data.report import Note, Question
from data.tables.column import Column
from data.tables.raw_file import RawFile
from data.tables.table import read_table
from data.tables.table_head import TableHead
from data.tables.word_set import word_set
from data.values.calendar_columns import says_the_calendar
from data.values.date_words import month_of, plain_words, weekday_of
from data.values.dates import parse_days
from data.values.numbers import decimal_evidence, parse_numbers

SAMPLE_BYTES = 1 << 16
LEAST_SHARE = 0.9
MOST_NUMBERS = 3  # of a row that says what was sold: units, price, amount
FEWEST_COUNTED = 4  # numbers of rows; fewer sales may go up by one by chance
NONE = "none"
TIME = re.compile(r"\d{1,2}[:.h]\d{2}.*")
Days = NDArray[np.datetime64]
CENT = 0.0051  # what rounding an amount to cents changes
FEWEST_PRODUCTS = 5  # rows of units, price and amount
RUNNING = re.compile(
    r"\b(to date|mtd|ytd|wtd|year ?to|cumul\w*|kumul\w*|aufgelaufen\w*|acumulad\w*|progressiv\w*|"
    r"cumulati\w*|running)\b",
    re.IGNORECASE,
)
NOT_UNITS = word_set(
    "stock bestand lager hand order ordered bestellt returned refunded zuruck retour retours budget target ziel plan "
    "forecast last previous vorjahr min minimum max maximum pack ve per pro par por opening closing voorraad "
    "existencias giacenza estoque received delivered waste free cases"
)
OPEN_NAMES = word_set("name nom nombre nome naam")
DESCRIPTIONS = word_set(
    "description memodescription memo itemdescription beschreibung descripcion concepto descrizione descricao "
    "omschrijving libelle designation"
)
PERSONAL = (
    *("customer", "client", "kunde", "cliente", "klant", "email", "mail", "phone", "telefon", "telephone", "card"),
    *("karte", "cashier", "kassier", "bediener", "staff", "employee", "seller", "server", "user", "address", "adresse"),
    *("city", "zip", "plz", "iban", "birth"),
)


@dataclass(frozen=True)
class Understood:
    """places: of the columns, by canonical name. notes, questions: on those that were told by what stands in them."""

    places: Mapping[str, int]
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Sample:
    """The first rows of a file: columns by their place; kinds: what each holds, "day", "number", "text" or "".

    repeats_days: whether some days have several rows. priced: the columns of prices and amounts that headers tell.
    """

    columns: Mapping[int, Column]
    kinds: Mapping[int, str]
    repeats_days: bool
    priced: Mapping[str, Column] = field(default_factory=dict)

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
    priced = {name: places[name] for name in (PRICE, REVENUE) if name in places}
    table = read_table(start, head, {**names, **day, **priced}, needed=day)
    columns = {place: table.columns[name] for name, place in names.items()}
    days = table.columns[DAY].spread(parse_days(table.columns[DAY].texts).days) if day else None
    known = days[~np.isnat(days)] if days is not None else np.array([])
    kinds = {place: _kind(column, days) for place, column in columns.items()}
    repeats_days = len(np.unique(known)) < len(known)
    return Sample(columns, kinds, repeats_days, {name: table.columns[name] for name in priced})


def is_really_wide(wide: Wide, sample: Sample) -> bool:
    """Whether a table that has no column of items by its headers is wide by its cells too.

    Words in a free column and several rows a day, or few numbers, are sales of items whose header nobody knows.
    """
    if not wide.is_down:
        return True
    numbers = set(sample.of_kind("number"))
    named = [place for place in sample.of_kind("text") if not sample.columns[place].is_blank().any()]
    is_long = bool(sample.of_kind("text")) and sample.repeats_days
    is_long = is_long or (bool(named) and len(numbers) <= MOST_NUMBERS)
    return not is_long and len(numbers & set(wide.places)) > 1


def understood(
    places: Mapping[str, int], head: TableHead, sample: Callable[[], Sample], choices: ReadingChoices
) -> Understood:
    """The columns with those of day, item and units that no header tells."""
    found = _item_of_two(Understood(places), head, choices)
    wants_units = UNITS not in places and choices.columns.get(UNITS) != ""
    if DAY in places and {SKU, NAME} & places.keys() and not wants_units:
        return found
    seen = sample()
    if DAY not in places:
        found = _taken(found, DAY, "day_column", seen.of_kind("day"), head, choices)
    if DAY in found.places and not {SKU, NAME} & places.keys():
        texts = sorted(seen.of_kind("text"), key=lambda place: -len(seen.columns[place].texts))
        found = _taken(found, NAME, "item_column", texts, head, choices)
    if wants_units and DAY in found.places and {SKU, NAME} & found.places.keys():
        found = _units(found, seen, head, choices)
    return found


def _item_of_two(found: Understood, head: TableHead, choices: ReadingChoices) -> Understood:
    """The columns with a question where both `Name`, which may be the customer's, and `Description` may be the item."""
    if SKU in found.places or NAME not in found.places or NAME in choices.columns:
        return found
    if header_key(head.headers[found.places[NAME]]) not in OPEN_NAMES or _names_people(head):
        return found
    others = [place for place, header in enumerate(head.headers) if header_key(header) in DESCRIPTIONS]
    if not others:
        return found
    return _taken(found, NAME, "item_column", [found.places[NAME], others[0]], head, choices)


def _names_people(head: TableHead) -> bool:
    return any(header_key(header).startswith(PERSONAL) for header in head.headers)


def _taken(
    found: Understood, name: str, code: str, candidates: list[int], head: TableHead, choices: ReadingChoices
) -> Understood:
    """The only candidate, the chosen one, or the first of several with a question."""
    if not candidates:
        return found
    headers = tuple(head.headers[place] for place in candidates)
    answer = choices.answer(code, headers)
    place = candidates[headers.index(answer)] if answer else candidates[0]
    places = {**found.places, name: place}
    if answer and name in found.places:
        return replace(found, places=places)
    if len(candidates) > 1 and not answer:
        question = Question(code, {"found": list(headers), "column": headers[0]}, headers, headers[0])
        return replace(found, places=places, questions=(*found.questions, question))
    note = Note("column_by_content", {"name": name, "column": head.headers[place]})
    return replace(found, places=places, notes=(*found.notes, note))


def _units(found: Understood, seen: Sample, head: TableHead, choices: ReadingChoices) -> Understood:
    """A column of numbers may be the units, or an amount, or something else: the owner is asked."""
    candidates = [place for place in seen.of_kind("number") if place not in found.places.values()]
    if not candidates:
        return found
    candidates = [place for place in candidates if not is_running_sum(head.headers[place])] or candidates
    plain = _units_by_product(seen, candidates) or _called_units(head, candidates)
    if plain and not choices.answers.get("units_column"):
        note = Note("column_by_content", {"name": UNITS, "column": head.headers[plain[0]]})
        return replace(found, places={**found.places, UNITS: plain[0]}, notes=(*found.notes, note))
    options = (*(head.headers[place] for place in candidates), NONE)
    answer = choices.answer("units_column", options)
    measured = [head.headers[place] for place in candidates if _is_measured(seen.columns[place])]
    whole = measured or [head.headers[place] for place in candidates if _is_whole(seen.columns[place])]
    guess = answer or (NONE if not whole or (REVENUE in found.places and not measured) else whole[0])
    places = dict(found.places)
    if guess != NONE:
        places[UNITS] = candidates[options.index(guess)]
    if answer:
        return replace(found, places=places)
    question = Question("units_column", {"found": list(options[:-1])}, options, guess)
    return replace(found, places=places, questions=(*found.questions, question))


def _units_by_product(seen: Sample, candidates: list[int]) -> list[int]:
    """The columns that times the price make the amount, on nearly all rows and not as ones."""
    if {PRICE, REVENUE} - seen.priced.keys():
        return []
    price, amount = (_numbers(seen.priced[name]) for name in (PRICE, REVENUE))
    found = []
    for place in candidates:
        units = _numbers(seen.columns[place])
        told = ~np.isnan(units * price * amount) & (price * amount != 0)
        fits = np.abs(units * price - amount)[told] <= CENT
        if told.sum() >= FEWEST_PRODUCTS and fits.mean() >= LEAST_SHARE and len(np.unique(units[told])) > 1:
            found.append(place)
    return found


def _called_units(head: TableHead, candidates: list[int]) -> list[int]:
    """The only column whose header has a word for units, and none for what is not sold."""
    words = {place: {header_key(word) for word in head.headers[place].split()} for place in candidates}
    called = [place for place, some in words.items() if some & {*UNIT_WORDS}]
    return called if len(called) == 1 and not words[called[0]] & NOT_UNITS else []


def is_running_sum(header: str) -> bool:
    """Whether a header says that numbers are summed up from day to day.

    >>> is_running_sum("Qty month to date"), is_running_sum("Update qty")
    (True, False)
    """
    return RUNNING.search(header) is not None


def _numbers(column: Column) -> NDArray[np.float64]:
    sign = decimal_evidence(column.texts).sign or "."
    return np.asarray(column.spread(parse_numbers(column.texts, decimal=sign).values))


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
    return "text" if any(words) and not _share(is_time, weights) else ""


def _only_counts(values: NDArray[np.float64], days: Days | None) -> bool:
    """Whether numbers only go up by one from row to row, or say the date again."""
    counts_rows = len(values) > FEWEST_COUNTED and bool((np.diff(values) == 1).all())
    return counts_rows or (days is not None and says_the_calendar(values, days))


def _is_whole(column: Column) -> bool:
    values = parse_numbers(column.texts, decimal=".").values
    return bool((values[~np.isnan(values)] % 1 == 0).all())


def _is_measured(column: Column) -> bool:
    """Whether numbers are weights or the like, by what stands behind them."""
    return bool(parse_numbers(column.texts, decimal=".").measures)


def _share(keeps: NDArray[np.bool_], weights: NDArray[np.int64]) -> bool:
    return bool(weights[keeps].sum() >= LEAST_SHARE * weights.sum())
