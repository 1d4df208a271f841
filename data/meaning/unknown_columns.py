"""Columns whose headers nobody knows, understood by what stands in them; where several would do the owner is asked."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from data.choices import ReadingChoices
from data.columns import DAY, NAME, PRICE, REVENUE, SKU, UNITS
from data.headers.header_key import UNIT_WORDS, header_key
from data.meaning.proven_columns import (
    is_running_sum,
    money_by_product,
    units_by_product,
    weighed_beside,
    weight_places,
)
from data.meaning.sample import PERSONAL, Sample
from data.meaning.steady_prices import money_by_steady_price, units_and_money, units_by_steady_price
from data.meaning.understood import Understood
from data.meaning.wide import Wide
from data.report import Note, Question
from data.tables.column import Column
from data.tables.table_head import TableHead
from data.tables.word_set import word_set
from data.values.dates import parse_days
from data.values.numbers import parse_numbers

NONE = "none"
MOST_NUMBERS = 3  # of a row that says what was sold: units, price, amount
OPEN_NAMES = word_set("name nom nombre nome naam")
DESCRIPTIONS = word_set(
    "description memodescription memo itemdescription beschreibung descripcion concepto descrizione descricao "
    "omschrijving libelle designation"
)
NOT_UNITS = word_set(
    "stock bestand lager hand order ordered bestellt returned refunded zuruck retour retours budget target ziel plan "
    "forecast last previous vorjahr min minimum max maximum pack ve per pro par por opening closing voorraad "
    "existencias giacenza estoque received delivered waste free cases"
)


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
    wants_money = not {PRICE, REVENUE} & places.keys()
    if (
        DAY in places
        and {SKU, NAME} & places.keys()
        and not wants_units
        and not wants_money
        and not weight_places(head)
    ):
        return found
    seen = sample()
    if DAY not in places:
        found = _taken(found, DAY, "day_column", begun_days(seen), head, choices)
    if DAY in found.places and not {SKU, NAME} & places.keys():
        texts = sorted(seen.of_kind("text"), key=lambda place: -len(seen.columns[place].texts))
        found = _taken(found, NAME, "item_column", texts, head, choices)
    if wants_units and DAY in found.places and {SKU, NAME} & found.places.keys():
        found = _units(found, seen, head, choices)
    if UNITS in seen.priced:
        found = weighed_beside(found, seen, head)
    if wants_money and UNITS in seen.priced:
        found = money_by_product(found, seen, head)
        found = found if REVENUE in found.places else money_by_steady_price(found, seen, head)
    return found


def begun_days(seen: Sample) -> list[int]:
    """The columns of days; of two that are never more than a night apart only the one that is never the later."""
    places = seen.of_kind("day")
    if len(places) != 2:
        return places
    first, second = (seen.columns[place].spread(parse_days(seen.columns[place].texts).days) for place in places)
    apart = (second - first)[~np.isnat(first) & ~np.isnat(second)].astype(np.int64)
    if not len(apart) or np.abs(apart).max() > 1 or (apart.min() < 0 < apart.max()):
        return places
    return places[:1] if apart.min() >= 0 else places[1:]


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
    counted = units_by_steady_price(seen, found, candidates)
    if not candidates and not counted:
        return found
    if REVENUE not in found.places and not choices.answers.get("units_column"):
        both = units_and_money(found, seen, candidates, head)
        if UNITS in both.places:
            return both
    candidates = [place for place in candidates if not is_running_sum(head.headers[place])] or candidates
    plain = units_by_product(seen, candidates) or counted
    plain = plain or _called_units(head, candidates)
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


def _called_units(head: TableHead, candidates: list[int]) -> list[int]:
    """The only column whose header has a word for units, and none for what is not sold."""
    words = {place: {header_key(word) for word in head.headers[place].split()} for place in candidates}
    called = [place for place, some in words.items() if some & {*UNIT_WORDS}]
    return called if len(called) == 1 and not words[called[0]] & NOT_UNITS else []


def _is_whole(column: Column) -> bool:
    values = parse_numbers(column.texts, decimal=".").values
    return bool((values[~np.isnan(values)] % 1 == 0).all())


def _is_measured(column: Column) -> bool:
    """Whether numbers are weights or the like, by what stands behind them."""
    return bool(parse_numbers(column.texts, decimal=".").measures)
