"""What the owner types into a grid, kept in the shop or explained."""

import datetime as dt
import re
from typing import Any

import numpy as np
from babel.numbers import get_group_symbol

from app.views.cards import notice
from app.views.tables import TEXT_FIELDS
from app.words.bad_values import bad_value_text
from app.words.formats import decimals_text
from app.words.language import _, locale
from data.products import edit_product
from data.shop import Shop
from data.value_rules import BadValue

POINT, COMMA = ".", ","


def edit_cell(shop: Shop, sku: str, field: str, typed: object, *, day: dt.date) -> Any:
    """Keep one typed value; a notice only where it could not be kept."""
    sign = "" if field in TEXT_FIELDS else ambiguous_sign(typed)
    if sign:
        return notice(_two_ways(str(typed).strip(), sign), "danger")
    try:
        edit_product(shop, sku, field, typed if field in TEXT_FIELDS else plain_value(typed), day=day)
    except BadValue as bad:
        return notice(bad_value_sentence(bad), "danger")
    return []


def bad_value_sentence(bad: BadValue) -> str:
    """What was typed, where, and what would do."""
    return " ".join(bad_value_text(problem) for problem in bad.problems)


def ambiguous_sign(typed: object) -> str:
    """The sign before three digits that sets thousands apart for others, but not in this language; "" without one.

    >>> ambiguous_sign("1.250"), ambiguous_sign("1,250"), ambiguous_sign("1.25")
    ('.', '', '')
    """
    if not isinstance(typed, str):
        return ""
    others = (sign for sign in (POINT, COMMA) if sign != _grouping())
    return next((sign for sign in others if _grouped_by(sign).fullmatch(typed.strip())), "")


def two_ways_text(typed: object) -> str:
    """That a number can be read in two ways, and how to type it; "" where it cannot.

    >>> two_ways_text("1.250"), two_ways_text("1.2500")
    ('“1.250” can be read as 1250 or as 1.25. Type it without “.”.', '')
    """
    sign = ambiguous_sign(typed)
    return _two_ways(str(typed).strip(), sign) if sign else ""


def number_shown(value: float | None) -> str:
    """A number as it stands in a field, so that plain_value reads exactly it; "" for what is not known.

    >>> number_shown(1250.0), number_shown(1.125), number_shown(0.3), number_shown(float("nan"))
    ('1250', '1.1250', '0.3', '')
    """
    if value is None or value != value:
        return ""
    text = np.format_float_positional(float(value), trim="-")
    if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text):
        text += "0"  # else it could be read in two ways
    return text.replace(POINT, COMMA) if _grouping() == POINT else text


def percent_shown(share: float | None) -> str:
    """A share as it stands in a field that asks for percent.

    >>> percent_shown(0.975), percent_shown(float("nan"))
    ('97.5', '')
    """
    return "" if share is None or share != share else number_shown(round(100 * share, 10))


def plain_share(typed: object) -> object:
    """Percent as people type them, as a share; what is no number is left for the shop to refuse.

    >>> plain_share("97,5 %"), plain_share(""), plain_share("most")
    (0.975, None, 'most')
    """
    percent = plain_value(typed.replace("%", "") if isinstance(typed, str) else typed)
    try:
        return None if percent is None else round(float(str(percent)) / 100, 8)
    except ValueError:
        return typed


def _two_ways(typed: str, sign: str) -> str:
    whole, parted = typed.replace(sign, ""), typed.replace(sign, "", typed.count(sign) - 1).replace(sign, POINT)
    read = decimals_text(float(parted))
    said = _("“{typed}” can be read as {whole} or as {read}. Type it without “{sign}”.")
    return said.format(typed=typed, whole=whole, read=read, sign=sign)


def plain_value(typed: object) -> object:
    """Numbers as people type them: blanks around do not count, empty means unknown.

    Comma and point are decimal signs, but the one that sets thousands apart in this language does so before three
    digits, as the grids show them.

    >>> plain_value(" 12,5 "), plain_value("1,250"), plain_value("Fireside, London"), plain_value("")
    ('12.5', '1250', 'Fireside, London', None)
    """
    if not isinstance(typed, str):
        return typed
    text = typed.strip()
    if not text:
        return None
    digits = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3})", "", text)  # thousands set apart by blanks
    grouping = _grouping()
    if grouping and _grouped_by(grouping, decimal=POINT if grouping == COMMA else COMMA).fullmatch(digits):
        digits = digits.replace(grouping, "")
    as_number = digits.replace(COMMA, POINT, 1)
    return as_number if as_number.lstrip("+-").replace(POINT, "", 1).isdigit() else text


def _grouping() -> str:
    """The sign that sets thousands apart in this language; "" where that is a blank."""
    sign = str(get_group_symbol(locale()))
    return sign if sign in (POINT, COMMA) else ""


def _grouped_by(grouping: str, *, decimal: str = "") -> re.Pattern[str]:
    """A number with its thousands set apart by `grouping`, with decimals behind `decimal` where one is given."""
    decimals = rf"({re.escape(decimal)}\d+)?" if decimal else ""
    return re.compile(rf"[+-]?[1-9]\d{{0,2}}({re.escape(grouping)}\d{{3}})+{decimals}")
