"""Words for a sum: rows and columns that are called so repeat what stands elsewhere."""

import re

from data.reading.date_words import plain_words

_WHOLE = """
    total totals subtotal subtotals sum sums grandtotal gesamt gesamtsumme gesamtergebnis summe summen zwischensumme
    totaux soustotal totalgeneral totalgeneraux somme suma sumas sumatotal totales subtotales totale totali subtotale
    totalegenerale somma totais subtotais totalgeral soma totaal totalen eindtotaal subtotaal som insgesamt
    overall tagessumme tagesgesamt tagestotal monatssumme dagtotaal maandtotaal daytotal dailytotal monthlytotal
    totaldujour totaldumois totalticket totalescontrino totalegiorno totalegiornaliero totaldia totaldeldia totaldodia
"""
WHOLE = frozenset(_WHOLE.split())
MAYBE = re.compile(  # how all of these begin
    r"\W*(?:tot|sub|so|sum|ges|gra|ins|over|zwi|eind|tag|mon|dag|maa|day|dai)", re.IGNORECASE
)
BEGINS = re.compile(
    r"\s*(grand total|sub-?total|totals?|summe|gesamt\w*|totaux|sous-?total|totale?s?|suma|totaal|sum of|"
    r"da(?:il)?y total|tages(?:gesamt)?summe|dagtotaal)\b",
    re.IGNORECASE,
)


def is_total(text: str) -> bool:
    """Whether a text is nothing but a word for a sum.

    >>> is_total("Grand Total:"), is_total("TOTAL GÉNÉRAL"), is_total("Total Care Shampoo")
    (True, True, False)
    """
    return MAYBE.match(text) is not None and "".join(plain_words(text)) in WHOLE


def begins_like_total(text: str) -> bool:
    """Whether a text where a date should be is a sum of something.

    >>> begins_like_total("Total 01/2024"), begins_like_total("2024-01-01")
    (True, False)
    """
    if text[:1].isdigit():
        return False  # as most dates begin
    return is_total(text) or BEGINS.match(text) is not None
