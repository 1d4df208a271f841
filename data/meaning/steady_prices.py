"""Columns of units and money that prove themselves without a column of prices: of each item one has one price."""

import re
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from data.columns import DISCOUNT, NAME, REVENUE, UNITS
from data.headers.header_key import header_key
from data.meaning.proven_columns import is_running_sum
from data.meaning.sample import Sample
from data.meaning.understood import Understood
from data.report import Note
from data.tables.column import Column
from data.tables.table_head import TableHead
from data.values.numbers import decimal_evidence, parse_numbers

FEWEST_ROWS, LEAST_SHARE = 6, 0.9  # of items that were sold in different numbers
CLOSE = 0.0102  # two amounts rounded to cents
SAME_RATIO = 1.02
CENTS = re.compile(r"\d[.,]\d{2}(?!\d)")
MEASURED = re.compile(r"\d[.,]\d{3}(?!\d)")
NOT_TAKEN = re.compile(  # money that grows with the units and is not what the customer paid
    r"cost|cogs|einstand|\bek\b|ek-|einkauf|achat|compra|costo|coste|custo|inkoop|margin|marge|profit|gewinn|ertrag|"
    r"\bgp\b|tax|\bvat\b|gst|mwst|ust\b|steuer|tva|iva\b|btw|fee|commission|provision|payout|share|tip|discount|rabatt|"
    r"remise|budget|plan|target|ziel|forecast|last|previous|vorjahr|points|loyalty|deposit|pfand|rrp|msrp|list",
    re.IGNORECASE,
)

COUNTING = ("number", "no", "nr", "n")  # of what was sold, where the money proves it; else of rows or receipts

Numbers = NDArray[np.float64]


def units_by_steady_price(seen: Sample, found: Understood, candidates: list[int]) -> list[int]:
    """The column that makes the amount of each item its number times one price; none where two different ones do."""
    item = _item(seen, found)
    if item is None or REVENUE not in seen.priced or DISCOUNT in found.places:
        return []
    amount = _numbers(seen.priced[REVENUE])
    called = [place for place, column in seen.columns.items() if header_key(column.header) in COUNTING]
    return _one_of(seen, [place for place in (*candidates, *called) if _counts(seen.columns[place], amount, item)])


def units_and_money(found: Understood, seen: Sample, candidates: list[int], head: TableHead) -> Understood:
    """The columns with those of units and money where one of several proves to be the money of another."""
    item = _item(seen, found)
    money = [place for place in candidates if _may_be_money(seen, found, head, place)]
    if item is None or DISCOUNT in found.places:
        return found
    pairs = [
        (place, taken)
        for taken in money
        for place in candidates
        if _counts(seen.columns[place], _numbers(seen.columns[taken]), item)
    ]
    units = _one_of(seen, [place for place, _ in pairs])
    if not units or len({taken for _, taken in pairs}) != 1:
        return found
    notes = [
        Note("column_by_content", {"name": name, "column": head.headers[place]})
        for name, place in ((UNITS, units[0]), (REVENUE, pairs[0][1]))
    ]
    return replace(found, places={**found.places, UNITS: units[0], REVENUE: pairs[0][1]}, notes=(*found.notes, *notes))


def _one_of(seen: Sample, places: list[int]) -> list[int]:
    """The first of columns that all say the same; none of columns that do not."""
    alike = all(np.array_equal(_numbers(seen.columns[place]), _numbers(seen.columns[places[0]])) for place in places)
    return places[:1] if alike else []


def money_by_steady_price(found: Understood, seen: Sample, head: TableHead) -> Understood:
    """The columns with the only one of cents that is for each item its units times one price."""
    item = _item(seen, found)
    if item is None or UNITS not in seen.priced:
        return found
    units = _numbers(seen.priced[UNITS])
    fits = [
        place
        for place in seen.of_kind("number")
        if _may_be_money(seen, found, head, place) and _is_steady(units, _numbers(seen.columns[place]), item)
    ]
    if len(fits) != 1:
        return found
    note = Note("column_by_content", {"name": REVENUE, "column": head.headers[fits[0]]})
    return replace(found, places={**found.places, REVENUE: fits[0]}, notes=(*found.notes, note))


def _may_be_money(seen: Sample, found: Understood, head: TableHead, place: int) -> bool:
    header = head.headers[place]
    if place in found.places.values() or NOT_TAKEN.search(header) or is_running_sum(header):
        return False
    return bool(seen.columns[place].texts_are(lambda text: CENTS.search(text) is not None).mean() >= LEAST_SHARE)


def _item(seen: Sample, found: Understood) -> Column | None:
    return seen.item or seen.columns.get(found.places.get(NAME, -1))


def _counts(column: Column, amount: Numbers, item: Column) -> bool:
    """Whether a column counts or weighs what was sold. A tax is a share of the amount too, and has cents."""
    units = _numbers(column)
    is_whole = bool((np.nan_to_num(units) % 1 == 0).all())
    if not is_whole and not column.texts_are(lambda text: MEASURED.search(text) is not None).any():
        return False
    return _is_steady(units, amount, item)


def _is_steady(units: Numbers, amount: Numbers, item: Column) -> bool:
    """Whether each item has one price, shown by items sold in different numbers, and not all items the same one."""
    told = ~np.isnan(units) & ~np.isnan(amount) & (units != 0) & (amount != 0)
    units, amount, codes = np.abs(units[told]), np.abs(amount[told]), item.codes[told]
    size = len(item.texts)
    most, least = np.zeros(size), np.full(size, np.inf)
    np.maximum.at(most, codes, units)
    np.minimum.at(least, codes, units)
    price = np.zeros(size)
    of_most = units == most[codes]
    price[codes[of_most]] = (amount / units)[of_most]
    shows = (most > least)[codes]
    if shows.sum() < FEWEST_ROWS or (np.abs(units * price[codes] - amount) < CLOSE)[shows].mean() < LEAST_SHARE:
        return False
    prices = price[codes[shows]]
    return bool(prices.max() > SAME_RATIO * prices.min())


def _numbers(column: Column) -> Numbers:
    sign = decimal_evidence(column.texts).sign or "."
    return np.asarray(column.spread(parse_numbers(column.texts, decimal=sign).values))
