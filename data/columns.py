"""Names of columns: our own, and the headers that tills and owners write for them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

DAY, TIME, INVOICE = "day", "time", "invoice"
SKU, NAME, VARIANT, CATEGORY = "sku", "name", "variant", "category"
UNITS, PRICE, REVENUE = "units", "price", "revenue"
STATUS, KIND, CANCELLED_AT, REFUNDED = "status", "kind", "cancelled_at", "refunded"
ITEM_STATUS, VOIDED, DEFERRED = "item_status", "voided", "deferred"
TAKEN_BACK, EXCHANGED, FEE, RETURNED = "taken_back", "exchanged", "fee", "returned"
DISCOUNT, ORDER_DISCOUNT, ITEMS = "discount", "order_discount", "items"
LOCATION = "location"
MEASURE, MONEY_UNIT = "measure", "money_unit"
OTHER_DAY, WEEKDAY, MONTH, YEAR = "other_day", "weekday", "month", "year"  # they only help to read the day

SUPPLIER, UNIT_COST, LEAD_TIME_DAYS, LEAD_TIME_SD_DAYS = "supplier", "unit_cost", "lead_time_days", "lead_time_sd_days"
PACK_SIZE, MOQ, ON_HAND, ON_ORDER, ACTIVE = "pack_size", "moq", "on_hand", "on_order", "active"
HANDLE = "handle"
REVIEW_PERIOD_DAYS, ORDER_COST = "review_period_days", "order_cost"
MINIMUM_ORDER_VALUE, FEE_BELOW_MINIMUM = "minimum_order_value", "fee_below_minimum"
ORDER_DAYS, CLOSED_ON_HOLIDAYS, CLOSED = "order_days", "closed_on_holidays", "closed"
EMAIL, NOTE = "email", "note"
ARTICLE_CODE, SHELF_LIFE_DAYS, SALVAGE_VALUE = "article_code", "shelf_life_days", "salvage_value"
SERVICE_LEVEL, SIMILAR_TO, SIMILAR_SHARE, PARTS = "service_level", "similar_to", "similar_share", "parts"

PRODUCT_FIELDS = (
    *(SKU, NAME, CATEGORY, SUPPLIER, UNIT_COST, PRICE, LEAD_TIME_DAYS, LEAD_TIME_SD_DAYS),
    *(PACK_SIZE, MOQ, ON_HAND, ON_ORDER, ACTIVE),
    *(ARTICLE_CODE, SHELF_LIFE_DAYS, SALVAGE_VALUE, SERVICE_LEVEL, SIMILAR_TO, SIMILAR_SHARE, PARTS),
)

# English, German, French, Spanish, Italian, Portuguese, Dutch; the first of a list that a file has is taken. Written as
# header_key writes them.
_SKU = """sku variantsku productvariantsku productsku skuproduct skuproducto productreference productref
    refproduct refproduit referenceproduit refarticulo referenciaproducto referenciaproduto codart codarticolo
    codprod codprodotto itemsku lineitemsku customsku stockcode itemcode productcode articlecode artikelnummer
    artikelnr artikelnum artnr artikelcode referencia codigo codigoarticulo codigoproducto codarticulo reference
    codearticle codeproduit refarticle itemid productid articleid idarticulo idproducto itemnumber itemno
    productnumber productno partnumber codicearticolo codiceprodotto codice articolocodice codigoproduto
    codigodoproduto codproduto codigoartigo referencianr artikelnummerleverancier productcodes artnummer
    productnummer uniqueid plu barcode strichcode codebarres codigobarras codigodebarras codiceabarre
    streepjescode ean eancode gtin upc artikelid produktid ref code"""
_NAME = """artikeltext articletext itemdesc itemdescription itemname productname producttitle lineitemname
    articlename artikelname artikelbezeichnung produktname produktbezeichnung nomproduit nomarticle nombreproducto
    nombrearticulo item product article articulo artikel producto produkt produit articolo prodotto nomeprodotto
    nomearticolo produto artigo nomeproduto nomedoproduto productnaam artikelnaam artikelomschrijving
    productomschrijving items products artikelen coffeename menuitem dish plat gericht piatto prato gerecht
    bezeichnung designation libelle title titel titre titulo titolo nombre nom name nome naam description
    descripcion beschreibung descrizione descricao omschrijving goods ware"""
_VARIANT = (
    "variant variantname productvarianttitle varianttitle pricepointname variationname itemvariation variation "
    "variante variantenaam size grosse taille talla taglia tamanho maat"
)
_CATEGORY = """category categoryname productcategory kategorie categorie categoria categories warengruppe
    artikelgruppe produktgruppe familia famille famiglia rubrique rayon reparto departamento afdeling groep
    artikelgroep productgroep categorie department group itemgroup productgroup producttype itemcategory type
    typ tipo"""
_PRICE = """stkbr unitprice price itemprice priceperunit sellingprice retailprice regularprice salesprice
    saleprice lineitemprice preciounitario precioventa precio prixunitaire prixunitairettc prixvente prixdevente
    prix pu einzelpreis stuckpreis stueckpreis verkaufspreis vkpreis preis prezzounitario prezzovendita prezzo
    precounitario precovenda precodevenda preco eenheidsprijs stukprijs verkoopprijs prijs variantprice
    defaultprice msrp"""

SALES_HEADERS: Mapping[str, tuple[str, ...]] = {
    name: tuple(headers.split())
    for name, headers in {
        DAY: """date day saledate salesdate dateofsale orderdate invoicedate transactiondate businessdate bondatum
            bonstart dateadd createddate datecreated datefacture dateticket documentdate postingdate purchasedate
            receiptdate solddate soldon createdat datetime timestamp datum tag verkaufsdatum verkaufstag
            rechnungsdatum bestelldatum belegdatum fecha fechaventa fechadeventa fechapedido fechafactura dia jour
            datevente datedevente datecommande datefacture dateticket data datavendita datadivendita dataordine
            datascontrino datadocumento giorno datavenda datadavenda datapedido datadopedido datum verkoopdatum
            besteldatum factuurdatum datumtijd dag datumzeit datumuhrzeit dateheure dateetheure fechahora
            fechayhora dataora dataeora dataehora dates ds""",
        TIME: """time saletime transactiontime ordertime timeofday datetime timestamp uhrzeit zeit heure hora ora
            tijd tijdstip timeofsale""",
        INVOICE: """idorder bonid documento document dokument piece numpiece docno invoice invoiceno invoicenumber
            transaction transactionid transactionno receiptnumber receiptno receipt receiptid ticketnumber
            ticketno ticket orderid orderno ordernumber order bon bonnummer belegnummer belegnr beleg kassenbon
            rechnungsnummer rechnung numeroticket numticket factura numerofactura facture numfacture commande
            numerocommande scontrino numeroscontrino fattura numerofattura ordine recibo fatura pedido
            numeropedido numerodopedido bonnr factuur factuurnummer bestelling bestelnummer nticket noticket
            nrticket nfacture nofacture nscontrino nrscontrino ndocumento nrdocumento nrecibo nrbon nbon folio
            cupom cupon numerodocumento ticketid receiptref orderref sale saleid salenumber basket basketid bill
            billno billnumber checkid check""",
        SKU: _SKU,
        NAME: _NAME,
        VARIANT: _VARIANT,
        CATEGORY: _CATEGORY,
        UNITS: """unitssold quantitysold qtysold netitemssold itemssold itemsold soldquantity soldqty unitsales
            verkauftemenge verkaufteeinheiten verkauft quantitevendue qtevendue unitesvendues vendus vendues vendu
            cantidadvendida unidadesvendidas vendidos vendidas vendido quantitavenduta qtavenduta pezzivenduti
            unitavendute venduti venduto quantidadevendida qtdvendida aantalverkocht verkocht verkochteaantal
            nosold numbersold sold quantity qty units netquantity lineitemquantity orderedquantity quantityordered
            menge anzahl stuckzahl stueckzahl stuck stueck absatz absatzmenge einheiten quantite qte unites
            piecesvendues pieces cantidad cant unidades uds ud qta quantita pezzi quantidade qtd qtde pecas aantal
            hoeveelheid stuks productquantity itemquantity count pcs netunits netqty unitsnet qtynet qtyordered
            demand y""",
        PRICE: _PRICE,
        REVENUE: """rowtotal totalligne umsbrutto umsnetto extended extendedprice extendedamount ext netsales
            netrevenue netamount lineamount linetotal revenue amount totalamount totalprice totalsales salesamount
            salesvalue turnover umsatz nettoumsatz betrag gesamtbetrag gesamtpreis summe importe importetotal
            montant montantttc montanttotal totalttc prixtotal chiffredaffaires preciototal ingresos importo
            importototale totale totaleriga fatturato incasso ricavo ricavi prezzototale valore valortotal valor
            receita faturamento precototal bedrag totaalbedrag omzet netto totaalprijs totaal opbrengst takings
            money value sales ventas ventes vendite vendas verkoop total amounttotal erlos verkaufserlos recette
            recettes grosssales grossrevenue grossamount bruttoumsatz bruttobetrag brutto ventasnetas ventesnettes
            venditenette vendasliquidas itemrevenue itemsales itemtotal productrevenue productsales
            productnetrevenue nettoerlos bruttoerlos umsatznetto umsatzbrutto montantnetht importoneto
            importonetto valorliquido netvalue netprice caht cattc ca gesamtbrutto gesamtnetto linenet
            ventasbrutas ventesbrutes venditelorde vendasbrutas net nett gross ht ttc""",
        DISCOUNT: """discount discountamount linediscount itemdiscount discounts discountgiven rabatt rabatte
            rabattbetrag nachlass remise remises rabais montantremise descuento descuentos dto importedescuento sconto
            sconti desconto descontos korting kortingen""",
        LOCATION: """location locationname store storename shop shopname branch branchname outlet outletname site
            filiale standort laden geschaft verkaufsstelle magasin boutique pointdevente etablissement tienda
            local sucursal negozio puntovendita sede loja filial winkel winkelnaam vestiging locatie filiaal""",
        STATUS: """situacao situacion situazione etat status orderstatus salestatus salesstatus receiptstatus
            transactionstatus bestellstatus belegstatus statut statutcommande estado estadopedido estadoventa
            stato statoordine statusdopedido bestelstatus paymentstatus zahlungsstatus zahlstatus statutpaiement
            statutdupaiement estadopago estadodepago statopagamento statusdopagamento betaalstatus""",
        KIND: """transactiontype eventtype receipttype documenttype salestype saletype linetype belegart belegtyp
            vorgang vorgangsart buchungsart typetransaction typedoperation typedevente tipotransaccion
            tipodetransaccion tipooperacion tipodocumento tipooperazione tipodioperazione tipotransacao
            soort movement movementtype typeofmovement bewegung bewegungsart mouvement typemouvement
            typedemouvement movimiento tipomovimiento tipodemovimiento movimento tipomovimento
            tipodimovimento mutatie mutatietype stockmovement causale reason grund motif motivo reden
            transactietype typederecu typerecu typededocument typ tipo type""",
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

PRODUCT_HEADERS: Mapping[str, tuple[str, ...]] = {
    name: tuple(headers.split())
    for name, headers in {
        SKU: _SKU,
        NAME: _NAME,
        VARIANT: _VARIANT,
        CATEGORY: _CATEGORY,
        SUPPLIER: """supplier suppliername defaultvendorname vendorname vendor productvendor lieferant
            lieferantenname fournisseur nomfournisseur proveedor nombreproveedor fornitore fornecedor leverancier
            leveranciersnaam""",
        UNIT_COST: """unitcost cost costperitem costprice costperunit itemcost defaultunitcost defaultcost supplyprice
            purchaseprice buyingprice buyprice wholesaleprice einkaufspreis einstandspreis ekpreis ek prixachat
            prixdachat prixrevient coutunitaire cout preciocompra preciodecompra preciocoste costounitario costo coste
            prezzoacquisto prezzodacquisto costoacquisto precocusto precodecusto precocompra custounitario custo
            inkoopprijs kostprijs""",
        PRICE: _PRICE,
        LEAD_TIME_DAYS: """leadtimedays leadtime leaddays leadtimeindays leadtimeweeks leadtimeinweeks
            lieferzeitwochen lieferzeitinwochen delaisemaines levertijdweken plazosemanas
            deliverytime deliverytimedays deliverydays
            lieferzeit lieferzeittage lieferzeitintagen delailivraison delaidelivraison delai delaijours plazoentrega
            plazodeentrega plazo plazodias tempoconsegna tempodiconsegna tempiconsegna giorniconsegna prazoentrega
            prazodeentrega prazo levertijd levertijddagen""",
        LEAD_TIME_SD_DAYS: """leadtimesddays leadtimesd leadtimestd leadtimestddays leadtimestddev
            leadtimedeviation leadtimedeviationdays leadtimespread lieferzeitabweichung ecartdelai desviacionplazo""",
        PACK_SIZE: """packsize pack packquantity packqty casesize casepack casequantity caseqty unitsperpack
            unitspercase unitsperbox packungsgrosse packungsgroesse verpackungseinheit ve gebindegrosse gebinde colisage
            conditionnement quantiteparcarton unidadesporcaja unidadesporpaquete paquete confezione
            pezziperconfezione pezzipercartone embalagem unidadesporembalagem verpakking verpakkingseenheid
            stuksperdoos""",
        MOQ: """moq minimumorderquantity minimumorderqty minorderquantity minorderqty minimumorder minorder
            mindestbestellmenge mindestmenge quantiteminimum quantiteminimale commandeminimum pedidominimo
            cantidadminima ordineminimo quantitaminima quantidademinima minimaleafname minimalebestelhoeveelheid
            minimumbestelling""",
        ON_HAND: """onhand stockonhand quantityonhand qtyonhand onhandqty onhandquantity currentstock
            currentquantity stocklevel stockquantity variantinventoryqty available stock instock inventory
            inventoryquantity bestand lagerbestand aktuellerbestand verfugbar stockactuel enstock quantiteenstock
            existencias stockactual giacenza disponibilita scorta estoque stockatual voorraad opvoorraad quantity qty
            menge quantite cantidad quantita quantidade aantal""",
        ON_ORDER: """onorder quantityonorder qtyonorder onorderqty incoming ordered openorders bestellt
            offenebestellungen imzulauf encommande quantitecommandee enpedido pedido inordine ordinato encomendado
            empedido inbestelling besteld""",
        ACTIVE: "active isactive aktiv actif activo attivo ativo actief enabled",
        ARTICLE_CODE: """supplierarticlecode supplierarticleno supplierarticlenumber supplierarticle suppliersku
            suppliercode supplieritemno supplieritemcode supplierproductcode supplierpartnumber supplierref
            supplierreference vendorsku vendorcode defaultvendorcode vendoritemno vendorpartnumber vendorproductcode
            bestellnummer bestellnr lieferantenartikelnummer lieferantenartikelnr lieferantenartnr
            artikelnummerlieferant lieferantenbestellnummer reffournisseur referencefournisseur codearticlefournisseur
            refproveedor referenciaproveedor codigoarticuloproveedor codicearticolofornitore codicefornitore
            riferimentofornitore reffornecedor referenciafornecedor codigoartigofornecedor bestelnummer
            leveranciersartikelnummer artikelnummerleverancier leveranciersreferentie""",
        SHELF_LIFE_DAYS: """shelflife shelflifedays shelflifeindays shelflifeweeks bestbefore bestbeforedays expirydays
            haltbarkeit haltbarkeittage haltbarkeitintagen mindesthaltbarkeit mindesthaltbarkeittage mhd mhdtage
            dureedevie dureedeconservation dureedeconservationjours dlc dlcjours ddm ddmjours vidautil vidautildias
            caducidad caducidaddias duratadiconservazione conservazionegiorni scadenzagiorni giorniscadenza validade
            validadedias prazodevalidade houdbaarheid houdbaarheiddagen tht thtdagen""",
        SALVAGE_VALUE: """salvagevalue clearanceprice markdownvalue restwert abverkaufspreis valeurresiduelle
            prixdedestockage valorresidual valoreresiduo restwaarde""",
        SERVICE_LEVEL: """servicelevel servicelevelpercent servicegrad lieferbereitschaft niveaudeservice
            niveldeservicio livellodiservizio niveldeservico serviceniveau servicegraad""",
        SIMILAR_TO: """similarto sellslike similarproduct likeproduct ahnlichwie verkauftsichwie ahnlicherartikel
            similairea produitsimilaire similara productosimilar prodottosimile produtosemelhante
            vergelijkbaarmet""",
        SIMILAR_SHARE: """similarshare similarsharepercent sellslikeshare anteilahnlich partsimilaire cuotasimilar
            quotasimile quotasemelhante aandeelvergelijkbaar""",
        PARTS: """parts bundleparts bundlecomponents components recipe bestandteile stuckliste rezeptur composants
            recette componentes receta componenti ricetta receita onderdelen recept""",
    }.items()
}

SUPPLIER_HEADERS: Mapping[str, tuple[str, ...]] = {
    SUPPLIER: (*PRODUCT_HEADERS[SUPPLIER], "name", "company", "firma", "nom", "nombre", "nome", "naam"),
    LEAD_TIME_DAYS: PRODUCT_HEADERS[LEAD_TIME_DAYS],
    LEAD_TIME_SD_DAYS: PRODUCT_HEADERS[LEAD_TIME_SD_DAYS],
    **{
        name: tuple(headers.split())
        for name, headers in {
            REVIEW_PERIOD_DAYS: """reviewperiod reviewperioddays orderinterval orderintervaldays ordercycle
                ordercycledays orderrhythm ordereverydays bestellrhythmus bestellintervall bestellabstand
                frequencecommande intervallecommande frecuenciapedido intervalopedido intervalloordine
                intervaloencomenda bestelinterval""",
            MINIMUM_ORDER_VALUE: """minimumordervalue minordervalue minimumorder minorder minimumvalue mov
                mindestbestellwert mindestbestellung montantminimum minimumdecommande commandeminimum
                valorminimopedido valorminimo pedidominimo importeminimo valoreminimoordine ordineminimo
                encomendaminima minimumbestelwaarde minimaleorderwaarde minimumbestelling franco francodeport
                frankogrenze frankoab frachtfreiab portofreiab freeshippingfrom freedeliveryfrom carriagepaidfrom
                portofranco portespagados portespagos francolevering""",
            FEE_BELOW_MINIMUM: """feebelowminimum smallorderfee smallordersurcharge surcharge deliveryfee shippingfee
                fee mindermengenzuschlag versandkosten lieferkosten fraisdeport fraisdelivraison
                supplementpetitecommande gastosdeenvio recargo speseditrasporto spesedispedizione portesdeenvio
                verzendkosten kleineordertoeslag""",
            ORDER_DAYS: """orderdays orderday orderingdays bestelltage bestelltag joursdecommande jourdecommande
                jourscommande diasdepedido diapedido diaspedido giornidiordine giorniordine giornoordine
                diasdeencomenda diasencomenda besteldagen besteldag""",
            CLOSED_ON_HOLIDAYS: """closedonholidays closedonpublicholidays feiertagsgeschlossen
                anfeiertagengeschlossen fermelesjoursferies fermejoursferies cerradofestivos chiusofestivi
                fechadoferiados opfeestdagengesloten""",
            CLOSED: """closed closures closeddays closedperiods geschlossen betriebsferien ferme fermeture fermetures
                congesannuels cerrado cierre chiuso chiusura fechado encerrado gesloten sluiting""",
            EMAIL: """orderemail ordersemail emailfororders bestellemail emailcommande emailcommandes emailpedidos
                emailordini emailencomendas bestelmail""",
            NOTE: "note notes notiz bemerkung remarque nota notas opmerking",
            ORDER_COST: """ordercost orderingcost costperorder costoforder orderfee bestellkosten kostenprobestellung
                fraisdecommande coutdecommande costepedido costodepedido costoordine custodopedido custoencomenda
                bestelkosten""",
        }.items()
    },
}

SALES = ("sales", "umsatz", "verkauf", "ventes", "ventas", "vendite", "vendas", "verkoop", "omzet", "turnover", "total")
UNIT_WORDS = (
    *("unit", "units", "pcs", "pieces", "qty", "quantity", "stuck", "stueck", "stk", "menge", "anzahl", "unite"),
    *("unites", "qte", "quantite", "unidades", "uds", "cantidad", "pezzi", "pz", "qta", "quantita", "unita", "pecas"),
    *("qtd", "aantal", "stuks", "st"),
)
WITH_TAX = re.compile(  # "Total c/ IVA", "Preis inkl. MwSt.", "Montant TTC": whether tax is in it
    r"[\s_]+(?:(?:incl|inkl|exkl|excl|ex|inc|con|com|sin|sem|senza|zonder|hors|c/|s/|plus)\.?[\s_]*"
    r"(?:vat|mwst|ust|tva|iva|btw|tax|gst)\b\.?|(?:vat|mwst|ust|tva|iva|btw|tax|gst)[\s_]*"
    r"(?:incl|inkl|included|excl|comprise|incluido|inclu[ií]do|inclusa|inclusief)\b\.?|ttc\b|ht\b)\s*$",
    re.IGNORECASE,
)
WITH_PLACE = ("currentquantity",)  # Square writes the name of the shop behind: "Current Quantity My Shop"


@lru_cache(maxsize=10_000)
def header_key(header: str) -> str:
    """A header without regard to case, accents, blanks and signs; what stands in brackets is dropped.

    >>> header_key("Prix_Unitaire "), header_key("Qté"), header_key("Price [My shop]")
    ('prixunitaire', 'qte', 'price')
    """
    plain = unicodedata.normalize("NFKD", header.replace("ß", "ss")).casefold()
    return re.sub(r"[^a-z0-9]", "", re.sub(r"[\[(].*", "", plain))


def column_key(header: str) -> str:
    """header_key, but for sales whose brackets say that they are units.

    >>> column_key("Umsatz (Stück)"), column_key("Umsatz (€)")
    ('unitsales', 'umsatz')
    """
    key = header_key(header)
    if key == "unit" and re.search("[$£€]", header):
        return "unitprice"
    inside = re.search(r"[\[(]([^\])]*)", header)
    return "unitsales" if key in SALES and inside and header_key(inside[1]) in UNIT_WORDS else key


def find_columns(headers: Iterable[str], wanted: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Position of the column of each canonical name that the headers have; a column serves one name.

    >>> find_columns(["Datum", "Artikel", "Menge"], SALES_HEADERS)
    {'day': 0, 'name': 1, 'units': 2}
    """
    positions = _positions(tuple(headers))
    found: dict[str, int] = {}
    for name, synonyms in wanted.items():
        free = (positions[header] for header in synonyms if header in positions)
        position = next((place for place in free if place not in found.values()), None)
        if position is not None:
            found[name] = position
    return found


def _positions(headers: Sequence[str]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for place, header in enumerate(headers):
        key = column_key(header)
        key = next((start for start in WITH_PLACE if key.startswith(start)), key)
        positions.setdefault(key, place)
    for place, header in enumerate(headers):
        positions.setdefault(column_key(WITH_TAX.sub("", header)), place)
    return positions
