"""Numbers from texts: the decimal sign is decided by the evidence of the whole column."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from data.column import Texts

LARGEST = 1e12  # beyond this a number is a code or a slip, and sums lose their cents

PLAIN = r"^\s*[+-]?\d{1,15}(\.\d+)?([eE][+-]?\d{1,2})?\s*$"
OPEN_POINT = r"^\s*[+-]?[1-9]\d{0,2}\.\d{3}\s*$"
CURRENCY = r"(?:US\$|A\$|C\$|R\$|[$£€¥₹₩₺₽₴₫₪฿]|USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK|kr\.?|zł|Kč|Fr\.)"
BLANK = "[\\s'’]"
NUMBER = re.compile(
    rf"(?P<open>\()?\s*(?P<before>[-+−])?\s*(?P<sign>{CURRENCY})?\s*(?P<inner>[-+−])?\s*"
    rf"(?P<body>\d{{1,3}}(?:{BLANK}\d{{3}})+(?:[.,]\d+)?|\d[\d.,]*|[.,]\d+)"
    rf"\s*(?P<end>{CURRENCY})?\s*(?P<after>[-−])?\s*(?P<close>\))?"
)


@dataclass(frozen=True)
class NumberTexts:
    """values: the number of each text, NaN where it is none. currency: the sign found most, "" where none is."""

    values: NDArray[np.float64]
    currency: str


@dataclass(frozen=True)
class DecimalEvidence:
    """sign: "." or "," where the texts show it, else "". example: a text that can be read both ways, else ""."""

    sign: str
    example: str


def decimal_evidence(texts: Texts) -> DecimalEvidence:
    """Which decimal sign a column writes, by all its texts.

    >>> decimal_evidence(np.array(["1.250", "0,90 €"], dtype=object)).sign
    ','
    """
    if _all_match(texts, PLAIN):
        arrow = pa.array(texts, pa.string())
        is_open = pc.match_substring_regex(arrow, OPEN_POINT).to_numpy(zero_copy_only=False)
        has_point = pc.match_substring(arrow, ".").to_numpy(zero_copy_only=False)
        example = str(texts[is_open][0]) if is_open.any() else ""
        return DecimalEvidence("." if (has_point & ~is_open).any() else "", example)
    bodies = [match["body"] for match in _matches(texts)]
    signs = Counter(sign for body in bodies if (sign := _sign(body)) in (".", ","))
    example = next((body for body in bodies if _sign(body) == "open"), "")
    return DecimalEvidence(signs.most_common(1)[0][0] if signs else "", example)


def parse_numbers(texts: Texts, *, decimal: str) -> NumberTexts:
    """The number that each text names; thousands separators, currency signs and signs of minus are understood.

    >>> parse_numbers(np.array(["£1,234.40", "-$9.00", "(5)", "7-", "twelve"], dtype=object), decimal=".").values
    array([1234.4,   -9. ,   -5. ,   -7. ,    nan])
    """
    if decimal == "." and len(texts) and _all_match(texts, PLAIN):
        return NumberTexts(_within(pc.utf8_trim_whitespace(pa.array(texts, pa.string())).cast(pa.float64())), "")
    matches = [NUMBER.fullmatch(text.strip()) for text in texts]
    values = np.array([_value(match, decimal) if match else np.nan for match in matches], dtype=np.float64)
    signs = Counter(match["sign"] or match["end"] for match in matches if match and (match["sign"] or match["end"]))
    return NumberTexts(_within(values), signs.most_common(1)[0][0] if signs else "")


def _within(values: object) -> NDArray[np.float64]:
    numbers = np.array(values, dtype=np.float64)
    return np.where(np.abs(numbers) <= LARGEST, numbers, np.nan)


def _all_match(texts: Texts, pattern: str) -> bool:
    return pc.all(pc.match_substring_regex(pa.array(texts, pa.string()), pattern)).as_py() is not False


def _matches(texts: Texts) -> Iterable[re.Match[str]]:
    return (match for text in texts if (match := NUMBER.fullmatch(text.strip())))


def _sign(body: str) -> str:
    """The decimal sign that a number shows: "." or ",", "" without a separator, "open" where it could be thousands."""
    last = max(body.rfind("."), body.rfind(","))
    if last < 0:
        return ""
    sign, other = body[last], "," if body[last] == "." else "."
    if other in body or re.search(BLANK, body):
        return sign if body.count(sign) == 1 else other
    if body.count(sign) > 1:
        return other
    is_group = len(body) - last == 4 and 1 <= last <= 3 and body[0] != "0"
    return "open" if is_group else sign


def _value(match: re.Match[str], decimal: str) -> float:
    body = match["body"]
    shown = _sign(body)
    value = _unsigned(body, shown if shown in (".", ",") else decimal)
    minus = (match["open"] and match["close"]) or "-" in _signs(match)
    return -value if minus else value


def _signs(match: re.Match[str]) -> str:
    return "".join(match[name] or "" for name in ("before", "inner", "after")).replace("−", "-")


def _unsigned(body: str, decimal: str) -> float:
    thousands = "," if decimal == "." else "."
    whole, _, fraction = re.sub(BLANK, "", body).partition(decimal)
    if thousands in whole and not re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+", whole):
        return np.nan
    if thousands in fraction or decimal in fraction:
        return np.nan
    return float(f"{whole.replace(thousands, '') or '0'}.{fraction or '0'}")
