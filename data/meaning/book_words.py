"""Headers of a day's book: money, payments, taxes, guests, hours and weekdays, which are no products."""

import re

from data.tables.word_set import word_set
from data.values.date_words import month_of, plain_words, weekday_of

_WORDS = word_set(
    """
    sales sale revenue turnover takings income earnings profit margin cost costs gross net total totals day daily
    amount amounts tax taxes vat gst hst pst discount discounts refund refunds return returns void voids tip tips
    gratuity gratuities service charge charges surcharge fee fees shipping delivery deposit deposits rounding cash
    card cards credit debit cheque cheques check visa mastercard amex maestro paypal stripe contactless balance
    opening closing expense expenses withdrawal withdrawals drawer payment payments payout payouts bank transfer
    transfers gift voucher vouchers coupon coupons tendered invoice invoices receipts receipt transaction
    transactions order orders customer customers guest guests cover covers visitors visits footfall sessions
    difference umsatz umsatze nettoumsatz bruttoumsatz tagesumsatz gesamtumsatz netto brutto steuer mwst ust
    mehrwertsteuer umsatzsteuer erlos erlose einnahmen gewinn rabatt rabatte trinkgeld bar bargeld barzahlung karte
    karten kreditkarte kreditkarten girocard gutschein gutscheine uberweisung rechnung rechnungen kunden gaste
    besucher belege bons wareneinsatz kassendifferenz anfangsbestand endbestand kassenbestand ausgaben bareinnahmen
    saldo kasse einlage entnahme entnahmen ca ht ttc tva chiffre affaires recette recettes especes carte cartes cb
    cheques bancaire bancaires virement remise remises pourboire pourboires clients couverts tickets panier moyen
    avoir avoirs titres solde depenses fond caisse ventas ingresos importe iva impuesto impuestos descuento
    descuentos propina propinas efectivo tarjeta tarjetas transferencia clientes comensales bizum gastos saldo
    apertura cierre caja vendite incasso incassi ricavi imposta imposte sconto sconti mancia mance contanti contante
    carta bancomat bonifico assegni coperti clienti scontrini credito debito buoni pasto pasti spese cassa vendas
    receita receitas faturamento imposto impostos desconto descontos gorjeta gorjetas dinheiro cartao cartoes
    multibanco pix boleto despesas caixa verkopen omzet opbrengst btw korting kortingen fooi fooien contant
    overboeking klanten bonnen uitgaven beginsaldo eindsaldo cadeaubon cadeaubonnen
    """
)
_BESIDE_OTHERS = word_set(  # by themselves they may be products
    """
    anzahl aantal nombre numero number count num nr no of
    apple pay google house account over short per change online restaurant pin pinnen pos ec petty float average avg
    de du des di da do del della in of and the por par pro a d l le la les
    """
)
_STRONG_ENDS = ("einnahmen", "ausgaben", "umsatz", "umsatze", "steuer", "zahlung", "zahlungen", "kasse")
_WEEK = re.compile(r"(week|woche|semaine|semana|settimana|kw|wk)\W*\d+", re.IGNORECASE)
_HOUR = re.compile(
    r"\d{1,2}([:.h]\d{0,2}(:\d{2})?|\s*(uhr|am|pm|hrs?|uur|ore))(\s*[-–to]+\s*\d{1,2}([:.h]\d{0,2}|\s*(uhr|am|pm))?)?"
    r"|\d{1,2}\s*[-–]\s*\d{1,2}\s*(uhr|am|pm|h)?",
    re.IGNORECASE,
)


def is_book_word(header: str) -> bool:
    """Whether a header names money, payments, guests or a time, and no product.

    >>> is_book_word("Umsatz 19%"), is_book_word("EC-Karte"), is_book_word("08:00"), is_book_word("Monday")
    (True, True, True, True)
    >>> is_book_word("Gift box"), is_book_word("Cash Crop Tea"), is_book_word("Mar")
    (False, False, False)
    """
    text = header.strip()
    words = plain_words(text)
    if _HOUR.fullmatch(text) or _WEEK.fullmatch(text):
        return True
    if not words:
        return False
    if len(words) == 1 and (weekday_of(words) >= 0 or month_of(words) > 0) and len(words[0]) > 3:
        return True
    told = [word in _WORDS or word.endswith(_STRONG_ENDS) for word in words]
    return any(told) and all(tells or word in _BESIDE_OTHERS for tells, word in zip(told, words, strict=True))


def are_weekdays(headers: tuple[str, ...]) -> bool:
    """Whether headers are the days of the week, cut short or not."""
    return len(headers) >= 4 and all(weekday_of(plain_words(header)) >= 0 for header in headers)
