"""What the owner types into a grid, kept in the shop or explained."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from app.views.cards import notice
from app.views.tables import EDITABLE, TEXT_FIELDS
from data.products import edit_product
from data.shop import Shop
from data.value_rules import BadValue

AMBIGUOUS = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")  # a thousand to some, one to others

THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")


def edit_cell(shop: Shop, sku: str, field: str, typed: object, *, day: dt.date) -> Any:
    """Keep one typed value; a notice only where it could not be kept."""
    if isinstance(typed, str) and AMBIGUOUS.fullmatch(typed.strip()) and field not in TEXT_FIELDS:
        whole, read = typed.strip().replace(".", ""), float(typed.strip().replace(".", "", typed.count(".") - 1))
        return notice(f"“{typed}” can be read as {whole} or as {read:g}. Type it without the point.", "danger")
    try:
        edit_product(shop, sku, field, typed if field in TEXT_FIELDS else plain_value(typed), day=day)
    except BadValue as bad:
        return notice(bad_value_sentence(bad), "danger")
    return []


def bad_value_sentence(bad: BadValue) -> str:
    """What was typed, where, and what would do.

    >>> from data.problems import Problem
    >>> values = {"field": "lead_time_days", "rule": "a number from 0 to 365", "found": "-3", "sku": "22386"}
    >>> bad_value_sentence(BadValue(Problem("bad_value", values)))
    'Lead time of 22386: “-3” was not kept. It must be a number from 0 to 365.'
    """
    return " ".join(_sentence(problem.values) for problem in bad.problems)


def _sentence(values: Mapping[str, object]) -> str:
    field = str(values.get("field", ""))
    heading = EDITABLE[field][0] if field in EDITABLE else field.replace("_", " ").capitalize()
    owner = values.get("sku") or values.get("supplier")
    of = f" of {owner}" if owner else ""
    found = values.get("found")
    said = "an empty cell" if found is None else f"“{found}”"
    return f"{heading}{of}: {said} was not kept. It must be {values.get('rule')}."


def plain_value(typed: object) -> object:
    """Numbers as people type them: blanks around do not count, empty means unknown.

    A comma is a decimal point, but one before three digits sets thousands apart, as the grids show them.

    >>> plain_value(" 12,5 "), plain_value("1,250"), plain_value("Fireside, London"), plain_value("")
    ('12.5', '1250', 'Fireside, London', None)
    """
    if not isinstance(typed, str):
        return typed
    text = typed.strip()
    if not text:
        return None
    as_number = text.replace(",", "") if THOUSANDS.fullmatch(text) else text.replace(",", ".", 1)
    return as_number if as_number.lstrip("+-").replace(".", "", 1).isdigit() else text
