"""Headers of the columns of sales files."""

from collections.abc import Mapping

from data.columns import (
    CANCELLED_AT,
    CATEGORY,
    DAY,
    DISCOUNT,
    HOUR,
    INVOICE,
    KIND,
    LOCATION,
    MEASURE,
    MONEY_UNIT,
    MONTH,
    NAME,
    OTHER_DAY,
    PRICE,
    RETURNED,
    REVENUE,
    SKU,
    STATUS,
    TAKEN_BACK,
    TIME,
    UNITS,
    VARIANT,
    VOIDED,
    WEEKDAY,
    YEAR,
)
from data.headers.item_headers import CATEGORY_HEADERS, NAME_HEADERS, PRICE_HEADERS, SKU_HEADERS, VARIANT_HEADERS

SALES_HEADERS: Mapping[str, tuple[str, ...]] = {
    name: tuple(headers.split())
    for name, headers in {
        DAY: """date day auftragsdatum paidat
            saledate salesdate dateofsale orderdate invoicedate transactiondate businessdate bondatum
            bonstart dateadd createddate datecreated datefacture dateticket documentdate postingdate purchasedate
            receiptdate solddate soldon createdat datetime timestamp datum tag verkaufsdatum verkaufstag
            rechnungsdatum bestelldatum belegdatum fecha fechaventa fechadeventa fechapedido fechafactura dia jour
            datevente datedevente datecommande datefacture dateticket data datavendita datadivendita dataordine
            datascontrino datadocumento giorno datavenda datadavenda datapedido datadopedido datum verkoopdatum
            besteldatum factuurdatum datumtijd dag datumzeit datumuhrzeit dateheure dateetheure fechahora
            fechayhora dataora dataeora dataehora dates ds""",
        TIME: """time saletime transactiontime ordertime timeofday datetime timestamp uhrzeit zeit heure hora ora
            tijd tijdstip timeofsale""",
        INVOICE: """idorder npiece ndoc numdoc werkorder workorder jobno
            bonid documento document dokument piece numpiece docno invoice invoiceno invoicenumber
            transaction transactionid transactionno receiptnumber receiptno receipt receiptid ticketnumber
            ticketno ticket orderid orderno ordernumber order bon bonnummer belegnummer belegnr beleg kassenbon
            rechnungsnummer rechnung numeroticket numticket factura numerofactura facture numfacture commande
            numerocommande scontrino numeroscontrino fattura numerofattura ordine recibo fatura pedido
            numeropedido numerodopedido bonnr factuur factuurnummer bestelling bestelnummer bestellnummer
            bestellnr bestellung auftragsnummer auftragsnr auftrag nticket noticket
            nrticket nfacture nofacture nscontrino nrscontrino ndocumento nrdocumento nrecibo nrbon nbon folio
            cupom cupon numerodocumento ticketid receiptref orderref sale saleid salenumber basket basketid bill
            billno billnumber checkid check""",
        SKU: SKU_HEADERS,
        NAME: NAME_HEADERS,
        VARIANT: VARIANT_HEADERS,
        CATEGORY: CATEGORY_HEADERS,
        UNITS: """unitssold quantitysold qtysold netitemssold itemssold itemsold soldquantity soldqty unitsales
            verkauftemenge verkaufteeinheiten verkauft quantitevendue qtevendue unitesvendues vendus vendues vendu
            cantidadvendida unidadesvendidas vendidos vendidas vendido quantitavenduta qtavenduta pezzivenduti
            unitavendute venduti venduto quantidadevendida qtdvendida aantalverkocht verkocht verkochteaantal
            nosold numbersold sold quantity qty units netquantity lineitemquantity orderedquantity quantityordered
            menge anzahl stuckzahl stueckzahl stuck stueck absatz absatzmenge einheiten quantite qte unites
            piecesvendues pieces cantidad cant unidades uds ud qta quantita pezzi quantidade qtd qtde pecas aantal
            hoeveelheid stuks productquantity itemquantity count pcs netunits netqty unitsnet qtynet qtyordered
            demand anz y""",
        PRICE: PRICE_HEADERS,
        REVENUE: """rowtotal totalligne umsbrutto umsnetto extended extendedprice extendedamount ext netsales
            netrevenue netamount lineamount linetotal revenue amount totalamount totalprice totalsales salesamount
            salesvalue turnover umsatz nettoumsatz betrag gesamtbetrag gesamtpreis summe importe importetotal
            montant montantttc montanttotal totalttc prixtotal chiffredaffaires preciototal ingresos importo
            importototale totale totaleriga fatturato incasso ricavo ricavi prezzototale valore valortotal valor
            receita faturamento precototal bedrag totaalbedrag omzet netto totaalprijs totaal opbrengst takings
            money value sales ventas ventes vendite vendas verkoop net nett total
            amounttotal erlos verkaufserlos recette
            recettes grosssales grossrevenue grossamount bruttoumsatz bruttobetrag brutto ventasnetas ventesnettes
            venditenette vendasliquidas itemrevenue itemsales itemtotal productrevenue productsales
            productnetrevenue nettoerlos bruttoerlos umsatznetto umsatzbrutto montantnetht importoneto
            importonetto valorliquido netvalue netprice caht cattc ca gesamtbrutto gesamtnetto linenet
            ventasbrutas ventesbrutes venditelorde vendasbrutas gross ht ttc untaxedtotal untaxedamount
            betraginhw betraginhauswahrung gesamt vlrtotal vrtotal imptotale
            erlose nettowert bruttowert salesamt amt extamt amountpaid pricepaid totalpaid chf eur usd gbp""",
        DISCOUNT: """discount disc rabattprozent discountamount linediscount itemdiscount discounts discountgiven
            rabatt rabatte
            rabattbetrag nachlass remise remises rabais montantremise descuento descuentos dto importedescuento sconto
            sconti desconto descontos korting kortingen""",
        LOCATION: """location locationname store storename shop shopname branch branchname outlet outletname site
            filiale standort laden geschaft verkaufsstelle magasin boutique pointdevente etablissement tienda
            local sucursal negozio puntovendita sede loja filial winkel winkelnaam vestiging locatie filiaal""",
        HOUR: "hour hours stunde stunden heures horas ore uren timeslot zeitraum zeitfenster",
        STATUS: """situacao situacion situazione etat status orderstatus salestatus salesstatus receiptstatus
            transactionstatus bestellstatus belegstatus statut statutcommande estado estadopedido estadoventa
            stato statoordine statusdopedido bestelstatus paymentstatus zahlungsstatus zahlstatus statutpaiement
            statutdupaiement estadopago estadodepago statopagamento statusdopagamento betaalstatus""",
        KIND: """transactiontype eventtype receipttype documenttype salestype saletype linetype belegart belegtyp
            vorgang vorgangsart buchungsart typetransaction typedoperation typedevente tipotransaccion
            tipodetransaccion tipooperacion tipodocumento tipooperazione tipodioperazione tipotransacao
            soort movement movementtype typeofmovement bewegung bewegungsart mouvement typemouvement
            typedemouvement movimiento tipomovimiento tipodemovimiento movimento tipomovimento
            tipodimovimento mutatie mutatietype entrytype lineitemtype
            stockmovement causale reason grund motif motivo reden
            transactietype typederecu typerecu typededocument typ tipo type mode salemode""",
        VOIDED: """bonstorno void voided isvoid isvoided cancelled canceled iscancelled iscanceled storniert
            storno annule anulado annullato geannuleerd""",
        TAKEN_BACK: "refund isrefund isreturn return retoure ruckgabe remboursement devolucion reso devolucao",
        CANCELLED_AT: "cancelledat canceledat cancelledon cancellationdate voidedat stornodatum",
        RETURNED: """qtyrefunded quantityrefunded refundedquantity refundedqty itemsrefunded unitsrefunded qtyreturned
            quantityreturned returnedquantity returnedqty unitsreturned itemsreturned returnedunits returned
            unidadesdevueltas returns retouren retourniert zuruckgegeben rendus retourmenge rucknahmen
            retours quantiteretournee devoluciones devueltas resi devolucoes retour""",
        MEASURE: """uom unitofmeasure unitofmeasurement unit einheit mengeneinheit me unite unidad unidadmedida
            unidaddemedida unitamisura unitadimisura um unidade eenheid""",
        MONEY_UNIT: "currency currencycode wahrung devise moneda divisa valuta moeda munteenheid muntsoort",
        WEEKDAY: """weekday weekdayname dayofweek dayname dow wochentag joursemaine jourdelasemaine diasemana
            diadelasemana giornosettimana giornodellasettimana diadasemana weekdag dagvandeweek""",
        YEAR: "year jahr annee ano anno jaar",
        MONTH: "month monthname monat mois mes mese maand",
        OTHER_DAY: """date day saledate orderdate invoicedate transactiondate paymentdate paidat createdat
            datetime timestamp datum tag fecha dia jour giorno data dag""",
    }.items()
}
