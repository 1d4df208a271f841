"""Headers without what is different about them from till to till: case, accents, signs."""

import re
import unicodedata
from functools import lru_cache

SALES = ("sales", "umsatz", "verkauf", "ventes", "ventas", "vendite", "vendas", "verkoop", "omzet", "turnover", "total")
UNIT_WORDS = (
    *("unit", "units", "pcs", "pieces", "qty", "quantity", "stuck", "stueck", "stk", "menge", "anzahl", "unite"),
    *("unites", "qte", "quantite", "unidades", "uds", "cantidad", "pezzi", "pz", "qta", "quantita", "unita", "pecas"),
    *("qtd", "aantal", "stuks", "st"),
)
CURRENCY_AT_END = re.compile(
    r"(?<=\w)[\s_/,-]+(in\s+)?([$£€]|euros?|eur|usd|cad|aud|nzd|gbp|chf|sfr|dkk|sek|nok|isk|pln|czk|huf|ron|bgn|brl|mxn)\s*$"
)


@lru_cache(maxsize=10_000)
def header_key(header: str) -> str:
    """A header without regard to case, accents, blanks and signs; what stands in brackets and its currency are dropped.

    >>> header_key("Prix_Unitaire "), header_key("Qté"), header_key("Price [My shop]"), header_key("Umsatz in EUR")
    ('prixunitaire', 'qte', 'price', 'umsatz')
    """
    plain = unicodedata.normalize("NFKD", header.replace("ß", "ss")).casefold()
    plain = CURRENCY_AT_END.sub("", re.sub(r"[\[(].*", "", plain))
    return re.sub(r"[^a-z0-9]", "", plain)


def column_key(header: str) -> str:
    """header_key, but for sales whose brackets say that they are units.

    >>> column_key("Umsatz (Stück)"), column_key("Umsatz (€)")
    ('unitsales', 'umsatz')
    """
    key = header_key(header)
    if key == "unit" and re.search(r"[$£€]|\b(eur|usd|gbp|chf)\b", header.casefold()):
        return "unitprice"
    inside = re.search(r"[\[(]([^\])]*)", header)
    return "unitsales" if key in SALES and inside and header_key(inside[1]) in UNIT_WORDS else key
