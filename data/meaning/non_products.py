"""What a till books among its items though it is no product: postage, fees, vouchers, adjustments."""

import re

# Whole names, in English, German, French, Spanish, Italian, Portuguese, Dutch. A shop cannot order any of these.
_NAMES = """
    none, n/a, postage, post, shipping, shipping fee, shipping charge, delivery, delivery fee, delivery charge,
    carriage, handling fee, service charge, service fee, bank charges, bank charge, card fee, amazon fee, tip,
    tips, gratuity, discount, rounding, adjustment, manual adjustment, deposit, refund, custom amount, cash in,
    cash out, test product, versand, versandkosten, porto, lieferkosten, trinkgeld, rabatt, rundung, pfand,
    gutschein, geschenkgutschein, frais de port, frais de livraison, livraison, pourboire, remise, arrondi, carte
    cadeau, bon cadeau, gastos de envio, gastos de envío, envio, envío, propina, descuento, redondeo, ajuste,
    tarjeta regalo, vale regalo, spedizione, spese di spedizione, consegna, mancia, sconto, arrotondamento,
    cauzione, buono regalo, carta regalo, frete, entrega, taxa de entrega, gorjeta, desconto, arredondamento, vale
    presente, cartão presente, verzendkosten, verzending, bezorgkosten, fooi, korting, afronding, statiegeld,
    cadeaubon, cadeaukaart, cash, change, store credit, voucher, voucher redeemed, bareinlage, barentnahme,
    geldentnahme, anfangsbestand, wechselgeldeinlage, rückgeld, leergut, leergut rückgabe, pfandrückgabe, pfand
    rückgabe, trinkgelder, spende, donation, don, resto, reste, vuelto, cambio, troco, fondo de caja, fondo caja,
    fondo cassa, fonds de caisse, float, opening float, cash float, petty cash, payout, paid in, paid out, no
    sale, open drawer, delivery charges, standard shipping, express shipping, free shipping, standard delivery,
    express delivery, home delivery, expédition, port, emballage cadeau, surcharge, card surcharge, bottle
    deposit, bargeld, wechselgeld, kartenzuschlag, espèces, rendu monnaie, efectivo, contanti, wisselgeld,
    rundungsdifferenz, rundungsausgleich, rounding difference, cash rounding, arrondissement, afrondingsverschil,
    kassendifferenz, cash difference, carried forward, brought forward, balance forward, übertrag, a reporter,
    report à nouveau, suma y sigue, suma anterior, riporto, a riportare, transporte, transport, vat, tax, sales
    tax, mwst, mwst., ust, ust., mehrwertsteuer, tva, iva, btw
"""
NAMES = frozenset(" ".join(name.split()) for name in _NAMES.split(","))
VOUCHER = re.compile(
    r"(.*\b)?(e-?)?gift ?(voucher|card|certificate)s?"
    r"|((e-?)?gift (voucher|card|certificate)s?|(geschenk|wert)?gutschein|ch[eè]que[- ]cadeau|bon d['’]achat"
    r"|store credit|geschenkkarte|bon cadeau|carte cadeau"
    r"|tarjeta regalo|vale regalo|buono regalo|carta regalo|vale presente|cart[aã]o presente|cadeau(bon|kaart))\b.*"
)
AMOUNT = r"[$£€]? ?\d+([.,]\d+)? ?[%$£€]?"
DEDUCTION = re.compile(
    r".*\b(discounts?|rabatt\w*|nachlass|preisnachlass|remises?|rabais|r[ée]ductions?|promo\w*|descuentos?|dto|sconto|"
    r"sconti|desconto|descontos|korting\w*|coupons?|vouchers?|loyalty|money off|\d+ ?% off|aktion|angebot|punkte)\b.*"
)
DELIVERY = re.compile(
    r"(delivery|shipping|postage|versand|lieferung|livraison|env[ií]o|spedizione|entrega|bezorging)"
    r" ((to|nach|an|à|a|naar|para|per) |[(:–-]).*"
)
EMPTIES = re.compile(
    r"(leergut|pfand(?!n)|statiegeld|consigne|vasilhame|cauzione vuoti)\w*( .*)?"
    r"|(bottle|can|crate|keg|container|cup|glass|jar) deposits?( .*)?"
    r"|deposits? (on )?(bottles?|cans?|crates?|kegs?)( .*)?"
)
DIGITAL_CARD = re.compile(r"(digital|virtual|online|physical) (e-?)?gift ?cards?\b.*")
ADDED_END = re.compile(rf"[ -]+(\((card|cash|karte|bar|carte|espèces|tarjeta|efectivo|carta|{AMOUNT})\)|{AMOUNT})$")

# The UCI shop. PADS are cushion pads and DCGS... are gifts of the web shop: both are goods. gift_0001_10 is a voucher
# of £10. C2 and C3 are carriage, DOT is postage of the web shop, M typed in by hand, D discount, S samples, B bad debt.
UCI_CODES = re.compile(
    r"post|dot|m|d|s|b|c2|c3|cruk|bank charges|amazonfee|adjust\d*|test\d*|gift(_\d+)*",
    re.IGNORECASE,
)


def is_no_product(name: str) -> bool:
    """Whether a name stands for something that cannot be ordered.

    >>> is_no_product("Gift Voucher £10"), is_no_product(" NONE "), is_no_product("Postage stamps")
    (True, True, False)
    >>> is_no_product("Tip (card)"), is_no_product("VAT 20%"), is_no_product("Tip Top bread")
    (True, True, False)
    """
    plain = " ".join(name.split()).casefold()
    if plain in NAMES or ADDED_END.sub("", plain) in NAMES:
        return True
    return any(pattern.fullmatch(plain) for pattern in (VOUCHER, DELIVERY, DIGITAL_CARD, EMPTIES))


def is_deduction(name: str) -> bool:
    """Whether a line of negative money is something taken off, by its name, and no product brought back.

    >>> is_deduction("Loyalty discount"), is_deduction("Rabatt 10%"), is_deduction("Tea")
    (True, True, False)
    """
    return DEDUCTION.fullmatch(" ".join(name.split()).casefold()) is not None


def is_uci_non_product(code: str) -> bool:
    """Whether a stock code of the UCI shop is no product.

    >>> is_uci_non_product("m"), is_uci_non_product("PADS"), is_uci_non_product("DCGSSBOY")
    (True, False, False)
    """
    return UCI_CODES.fullmatch(code.strip()) is not None
