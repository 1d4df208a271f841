"""What rows of tills of unknown name say of themselves, in seven languages and in small letters."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word.strip() for line in lines for word in line.split(","))


CANCELLED_WORDS = _words(
    "cancelled, canceled, void, voided, failed, rejected, declined, deleted, abandoned, expired, trash, parked",
    "training, training mode, test mode, storniert, storno, annulliert, gelöscht",
    "abgelehnt, fehlgeschlagen, annulé, annulée, annule, refusé, refusée, anulado, anulada, cancelado, cancelada",
    "rechazado, rechazada, annullato, annullata, stornato, rifiutato, geannuleerd, draft, quote, estimate, proforma",
    "entwurf, angebot, brouillon, devis, borrador, presupuesto, bozza, preventivo, rascunho, orçamento, concept",
)
UNFINISHED_WORDS = _words(
    "on hold, on-hold, held, pending, pending payment, awaiting payment, payment pending, payment declined",
    "payment failed, wartend, in wartestellung, zahlung ausstehend, warten auf zahlung, wartet auf zahlung",
    "zahlung abgelehnt, en attente, en attente de paiement, paiement en attente, paiement refusé, en espera",
    "pendiente de pago, pago pendiente, pendiente, pago rechazado, in sospeso, in attesa, in attesa di pagamento",
    "pagamento in attesa, aguardando pagamento, pagamento pendente, pendente, in de wacht, wachtend op betaling",
    "in afwachting van betaling",
)
DONE_WORDS = _words(
    "completed, complete, closed, fulfilled, shipped, delivered, paid, processing, done, finished, ok, success",
    "successful, sale, sold, abgeschlossen, in bearbeitung, bezahlt, versendet, versandt, geliefert, erledigt",
    "terminée, terminé, termine, expédiée, expédié, livrée, livré, payée, payé, en cours, validée, validé, completado",
    "completada, enviado, enviada, entregado, entregada, pagado, pagada, procesando, completato, spedito, consegnato",
    "pagato, concluído, concluido, faturado, entregue, pago, afgerond, verzonden, betaald, geleverd, voltooid",
)
REFUNDED_WORDS = _words(
    "refunded, returned, rembourse, remboursé, remboursée, retourné, retournée, erstattet, rückerstattet",
    "zurückgegeben, retourniert, reembolsado, reembolsada, devuelto, devuelta, rimborsato, rimborsata, devolvido",
    "devolvida, terugbetaald, geretourneerd",
)
VOID_KINDS = _words(
    "training, training mode, test, test mode, schulung, übung, void, voided, cancelled, canceled",
    "storniert, annulé, annulée, anulado, annullato, geannuleerd",
)
REFUND_WORDS = _words(
    "refund, return, refunded, returned, refund receipt, credit note, credit memo, sale return, sales return",
    "return sale",
    "gutschrift, rückgabe, retoure, erstattung, rückerstattung, storno, warenrücknahme, rücknahme",
    "remboursement, remboursé, remboursée, rembourse, retour, avoir, annulation",
    "reembolso, devolución, devolucion, abono, anulación, anulacion, nota de crédito, nota de credito",
    "reso, rimborso, nota di credito, annullo, storno vendita, devolução, devolucao, estorno",
    "terugbetaling, creditnota, retourzending, av, nc, cm",
)
SALE_KINDS = _words(
    "sale, sales, invoice, receipt, order, verkauf, rechnung, kassenbon, bon, vente, facture, ticket, venta, factura",
    "vendita, fattura, scontrino, venda, fatura, verkoop, factuur, sales receipt, cash sale, sold",
    "abverkauf, fa, fs, ft, fr, fv, inv, item, items, line item, product, artikel, article, artículo, articolo, artigo",
)
STOCK_KINDS = _words(
    "stock receipt, stock in, goods receipt, purchase, purchase order, adjustment, stock adjustment, transfer",
    "stock transfer, transfer in, transfer out, stock count, inventory, write-off, wareneingang, einkauf, umlagerung",
    "bestandskorrektur, korrektur, inventur, réception, achat, ajustement, transfert, inventaire, recepción, compra",
    "ajuste, traspaso, inventario, acquisto, carico, rettifica, trasferimento, ajuste de estoque, transferência",
    "ontvangst, inkoop, correctie, overboeking, delivery, restock, received, receiving, waste, wastage, damage",
    "damaged",
    "loss, shrinkage, spoilage, schwund, bruch, verderb, lieferung, zugang, perte, casse, livraison, merma, rotura",
    "entrada, entrega, scarto, perdita, consegna, perda, quebra, verlies, derving, levering",
    "positive adjmt., negative adjmt., positive adjustment, negative adjustment",
    # and what a receipt has beside its items
    "payment, payments, tender, tip, tips, gratuity, tax, zahlung, trinkgeld, paiement, règlement, reglement",
    "pourboire, pago, propina, pagamento, mancia, gorjeta, betaling, fooi",
)
YES_WORDS = _words(
    "true, yes, y, 1, x, ja, j, oui, o, vrai, wahr, si, sí, sì, s, sim, vero, verdadero, verdadeiro, waar"
)
NO_WORDS = _words("false, no, n, 0, -, nein, non, faux, falsch, não, nao, falso, nee, onwaar") | {""}
