"""Words for a sum: rows and columns that are called so repeat what stands elsewhere."""

import re

from data.values.date_words import plain_words

_WHOLE = """
    total totals subtotal subtotals sum sums grandtotal gesamt gesamtsumme gesamtergebnis summe summen zwischensumme
    totaux soustotal totalgeneral totalgeneraux somme suma sumas sumatotal totales subtotales totale totali subtotale
    totalegenerale somma totais subtotais totalgeral soma totaal totalen eindtotaal subtotaal som insgesamt
    overall tagessumme tagesgesamt tagestotal endsumme monatssumme dagtotaal maandtotaal daytotal dailytotal
    monthlytotal totaldujour totaldumois totalticket totalescontrino totalegiorno totalegiornaliero totaldia
    totaldeldia totaldodia
"""
WHOLE = frozenset(_WHOLE.split())
MAYBE = re.compile(  # how all of these begin
    r"\W*(?:tot|sub|so|sum|ges|gra|ins|over|zwi|eind|tag|mon|dag|maa|day|dai)", re.IGNORECASE
)
HINT = re.compile("tot|sum|som|gesamt|overall", re.IGNORECASE)  # some of which every word for a sum holds
BEGINS = re.compile(
    r"\s*(grand total|sub-?total|totals?|summe|gesamt\w*|totaux|sous-?total|totale?s?|suma|totaal|sum of|"
    r"da(?:il)?y total|tages(?:gesamt)?summe|dagtotaal)\b",
    re.IGNORECASE,
)

ENDS = re.compile(
    r".*\S\s+(grand total|sub-?total|totals?|summe|gesamt(?:summe)?|totaux|sous-?total|totale?s?|suma|totaal|insgesamt)"
    r"\W*",
    re.IGNORECASE,
)
ALL_PLACES = re.compile(
    r"\W*(?:all(?: (?:locations|stores|shops|branches|outlets|sites))|alle (?:standorte|filialen|l[aä]den|gesch[aä]fte|"
    r"winkels|locaties|vestigingen)|tous les (?:magasins|sites|points de vente)|toutes les boutiques|"
    r"todas las (?:tiendas|sucursales)|todos los locales|tutti i (?:negozi|punti vendita)|tutte le sedi|"
    r"todas as (?:lojas|filiais))\W*",
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
    if text[:1].isdigit() or HINT.search(text) is None:
        return False  # most dates begin with a digit
    return is_total(text) or BEGINS.match(text) is not None


def is_called_total(text: str) -> bool:
    """Whether a name begins or ends like that of a sum; only numbers can prove that it is one.

    >>> is_called_total("Total Bakery"), is_called_total("Bakery total"), is_called_total("Bakery")
    (True, True, False)
    """
    return HINT.search(text) is not None and (begins_like_total(text) or ENDS.fullmatch(text) is not None)


def summed_thing(text: str) -> str:
    """What a name that begins like a total is the sum of, in small letters; "" where it says nothing of it.

    >>> summed_thing("Total for Tea"), summed_thing("Tea")
    ('tea', '')
    """
    found = BEGINS.match(text)
    if found is None:
        return ""
    return re.sub(r"^\W*(?:(?:for|of|für|de|del|di|do|van|pour)\s)?\W*", "", text[found.end() :]).strip().casefold()


def is_all_places(text: str) -> bool:
    """Whether a place is all places together.

    >>> is_all_places("All locations"), is_all_places("Total"), is_all_places("Total Wine North")
    (True, True, False)
    """
    return is_total(text) or ALL_PLACES.fullmatch(text) is not None
