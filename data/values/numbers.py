"""Numbers from texts: the decimal sign is decided by the evidence of the whole column."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from data.tables.column import Texts

LARGEST = 1e12  # beyond this a number is a code or a slip, and sums lose their cents

PLAIN = r"^\s*[+-]?\d{1,15}(\.\d+)?([eE][+-]?\d{1,2})?\s*$"
OPEN_POINT = r"^\s*[+-]?[1-9]\d{0,2}\.\d{3}\s*$"
CURRENCY = (
    r"(?:(?:US|AU|NZ|CA|HK|MX|A|C|R|S)?\$|[£€¥₹₩₺₽₴₫₪฿]|USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|ZAR|INR|"
    r"BRL|MXN|JPY|SGD|HKD|AED|TRY|kr\.?|zł|Kč|Ft|lei|Rs\.?|Rp\.?|Fr\.|Euro?s?\b)"
)
WEIGHED = r"(?:kilos?|kgs?|kg|litres?|liters?|lt|ltr|l|lbs?|oz)"  # counted in parts, to three decimals by most scales
COUNTED = (
    r"(?:pcs|pc|pieces?|stücke?|stück|stk|stck|st|ea|each|units?|items?|pz|pza|pzas|pezzi|pezzo|uds?|un|und|unid|unidades|"
    r"unités?|pièces?|pces?|stuks?|x|×|pack|packs|box|boxes|bottles?|fl|g|gr|gramm?s?|ml|cl|m|cm)"
)
MEASURES = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("g", "gr", "gram", "grams", "gramm"), "g"),
    **dict.fromkeys(("l", "lt", "ltr", "litre", "litres", "liter", "liters"), "l"),
    **{word: word for word in ("ml", "cl", "m", "cm", "oz")},
    **dict.fromkeys(("lb", "lbs"), "lb"),
}


@dataclass(frozen=True)
class Part:
    """large: the measure that counts where a column has both. parts: how many of the smaller one make it."""

    large: str
    parts: float


SMALLER = {
    **{"g": Part("kg", 1000), "oz": Part("lb", 16)},
    **{"ml": Part("l", 1000), "cl": Part("l", 100), "cm": Part("m", 100)},
}
FRACTIONS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8"}
BLANK = "[\\s'’]"
NUMBER = re.compile(
    rf"'?(?P<open>\()?\s*(?P<before>[-+−–])?\s*(?P<sign>{CURRENCY})?\s*(?P<inner>[-+−–])?\s*(?:[x×]\s*)?"
    rf"(?:(?:(?P<whole>\d+)\s+)?(?P<part>\d{{1,2}})/(?P<of>[234568]|10|12|16)|"
    rf"(?P<body>\d{{1,3}}(?:{BLANK}\d{{3}})+(?:[.,]\d+)?|\d[\d.,]*|[.,]\d+))"
    rf"\s*(?:(?P<end>{CURRENCY})|(?P<weighed>{WEIGHED})\.?|(?P<counted>{COUNTED})\.?|%)?(?:\s*/\s*[^\W\d]\w*\.?)?"
    rf"\s*(?P<after>[-−–])?\s*(?P<close>\))?",
    re.IGNORECASE,
)
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")  # Arabic and Persian
NO_CENTS = re.compile(r"(?<=\d[.,])[-–—]{1,2}(?=\s|$)")  # "5,-" and "5.–"
INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")


@dataclass(frozen=True)
class NumberTexts:
    """values: the number of each text, NaN where it is none. currency: the sign found most, "" where none is.

    measures: of what is weighed or poured, "kg", "g" and the like, in small letters. Where a column has grams beside
    kilos, millilitres beside litres or ounces beside pounds, values are in the larger one.
    """

    values: NDArray[np.float64]
    currency: str
    measures: tuple[str, ...] = ()


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
    matches = [match for match in _matches(texts) if match["body"]]
    shown = [_sign(match["body"], is_weighed=match["weighed"] is not None) for match in matches]
    signs = Counter(sign for sign in shown if sign in (".", ","))
    example = next((match[0] for match, sign in zip(matches, shown, strict=True) if sign == "open"), "")
    return DecimalEvidence(signs.most_common(1)[0][0] if signs else "", example)


def parse_numbers(texts: Texts, *, decimal: str) -> NumberTexts:
    """The number that each text names; thousands separators, currency signs and signs of minus are understood.

    >>> parse_numbers(np.array(["£1,234.40", "-$9.00", "(5)", "7-", "twelve"], dtype=object), decimal=".").values
    array([1234.4,   -9. ,   -5. ,   -7. ,    nan])
    """
    if decimal == "." and len(texts) and _all_match(texts, PLAIN):
        return NumberTexts(_within(pc.utf8_trim_whitespace(pa.array(texts, pa.string())).cast(pa.float64())), "")
    matches = [_match(text) for text in texts]
    values = np.array([_value(match, decimal) if match else np.nan for match in matches], dtype=np.float64)
    signs = Counter(match["sign"] or match["end"] for match in matches if match and (match["sign"] or match["end"]))
    measured = np.array([_measure(match) if match else "" for match in matches], dtype=object)
    measures = tuple(sorted(set(measured) - {""}))
    for small, part in SMALLER.items():
        if small in measures and part.large in measures:
            values = np.where(measured == small, values / part.parts, values)
    return NumberTexts(_within(values), signs.most_common(1)[0][0] if signs else "", measures)


def _match(text: str) -> re.Match[str] | None:
    return NUMBER.fullmatch(_without_signs_of_parts(NO_CENTS.sub("", text.strip().translate(DIGITS))))


def _without_signs_of_parts(text: str) -> str:
    """Fractions that are one sign, written with digits.

    >>> _without_signs_of_parts("1½")
    '1 1/2'
    """
    for sign, fraction in FRACTIONS.items():
        if sign in text:
            return text.replace(sign, f" {fraction}").replace("  ", " ").strip()
    return text


def _measure(match: re.Match[str]) -> str:
    word = (match["weighed"] or match["counted"] or "").casefold()
    return MEASURES.get(word, "")


def _within(values: object) -> NDArray[np.float64]:
    numbers = np.array(values, dtype=np.float64)
    return np.where(np.abs(numbers) <= LARGEST, numbers, np.nan)


def _all_match(texts: Texts, pattern: str) -> bool:
    return pc.all(pc.match_substring_regex(pa.array(texts, pa.string()), pattern)).as_py() is not False


def _matches(texts: Texts) -> Iterable[re.Match[str]]:
    return (match for text in texts if (match := _match(text)))


def _sign(body: str, *, is_weighed: bool = False) -> str:
    """The decimal sign that a number shows: "." or ",", "" without a separator, "open" where it could be thousands.

    Weights have three decimals, and no shop sells a thousand kilos at a time.
    """
    if INDIAN.fullmatch(body):
        return "."
    last = max(body.rfind("."), body.rfind(","))
    if last < 0:
        return ""
    sign, other = body[last], "," if body[last] == "." else "."
    if other in body or re.search(BLANK, body):
        return sign if body.count(sign) == 1 else other
    if body.count(sign) > 1:
        return other
    is_group = len(body) - last == 4 and 1 <= last <= 3 and body[0] != "0"
    return "open" if is_group and not is_weighed else sign


def _value(match: re.Match[str], decimal: str) -> float:
    minus = (match["open"] and match["close"]) or "-" in _signs(match)
    value = _fraction(match) if match["part"] else _decimal(match, decimal)
    return -value if minus else value


def _fraction(match: re.Match[str]) -> float:
    part, of = int(match["part"]), int(match["of"])
    return int(match["whole"] or 0) + part / of if part < of else np.nan


def _decimal(match: re.Match[str], decimal: str) -> float:
    body = match["body"]
    shown = _sign(body, is_weighed=match["weighed"] is not None)
    return _unsigned(body, shown if shown in (".", ",") else decimal)


def _signs(match: re.Match[str]) -> str:
    return "".join(match[name] or "" for name in ("before", "inner", "after")).replace("−", "-").replace("–", "-")


def _unsigned(body: str, decimal: str) -> float:
    thousands = "," if decimal == "." else "."
    whole, _, fraction = re.sub(BLANK, "", body).partition(decimal)
    if INDIAN.fullmatch(body):
        return float(body.replace(",", ""))
    if thousands in whole and not re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+", whole):
        return np.nan
    if thousands in fraction or decimal in fraction:
        return np.nan
    return float(f"{whole.replace(thousands, '') or '0'}.{fraction or '0'}")
