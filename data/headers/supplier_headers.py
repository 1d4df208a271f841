"""Headers of the columns of lists of suppliers."""

from collections.abc import Mapping

from data.columns import (
    CLOSED,
    CLOSED_ON_HOLIDAYS,
    EMAIL,
    FEE_BELOW_MINIMUM,
    LEAD_TIME_DAYS,
    LEAD_TIME_SD_DAYS,
    MINIMUM_ORDER_VALUE,
    NOTE,
    ORDER_COST,
    ORDER_DAYS,
    REVIEW_PERIOD_DAYS,
    SERVICE_LEVEL,
    SUPPLIER,
)
from data.headers.product_headers import PRODUCT_HEADERS

SUPPLIER_HEADERS: Mapping[str, tuple[str, ...]] = {
    SUPPLIER: (*PRODUCT_HEADERS[SUPPLIER], "name", "company", "firma", "nom", "nombre", "nome", "naam"),
    LEAD_TIME_DAYS: PRODUCT_HEADERS[LEAD_TIME_DAYS],
    LEAD_TIME_SD_DAYS: PRODUCT_HEADERS[LEAD_TIME_SD_DAYS],
    SERVICE_LEVEL: PRODUCT_HEADERS[SERVICE_LEVEL],
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
