"""Headers of the columns of product lists."""

from collections.abc import Mapping

from data.columns import (
    ACTIVE,
    ARTICLE_CODE,
    CATEGORY,
    LEAD_TIME_DAYS,
    LEAD_TIME_SD_DAYS,
    MOQ,
    NAME,
    ON_HAND,
    ON_ORDER,
    PACK_SIZE,
    PARTS,
    PRICE,
    SALVAGE_VALUE,
    SERVICE_LEVEL,
    SHELF_LIFE_DAYS,
    SIMILAR_SHARE,
    SIMILAR_TO,
    SKU,
    SUPPLIER,
    UNIT_COST,
    VARIANT,
)
from data.headers.item_headers import CATEGORY_HEADERS, NAME_HEADERS, PRICE_HEADERS, SKU_HEADERS, VARIANT_HEADERS

PRODUCT_HEADERS: Mapping[str, tuple[str, ...]] = {
    name: tuple(headers.split())
    for name, headers in {
        SKU: SKU_HEADERS,
        NAME: NAME_HEADERS,
        VARIANT: VARIANT_HEADERS,
        CATEGORY: CATEGORY_HEADERS,
        SUPPLIER: """supplier suppliername defaultvendorname vendorname vendor productvendor lieferant
            lieferantenname fournisseur nomfournisseur proveedor nombreproveedor fornitore fornecedor leverancier
            leveranciersnaam""",
        UNIT_COST: """unitcost cost costperitem costprice costperunit itemcost defaultunitcost defaultcost supplyprice
            purchaseprice buyingprice buyprice wholesaleprice einkaufspreis einstandspreis ekpreis ek prixachat
            prixdachat prixrevient coutunitaire cout preciocompra preciodecompra preciocoste costounitario costo coste
            prezzoacquisto prezzodacquisto costoacquisto precocusto precodecusto precocompra custounitario custo
            inkoopprijs kostprijs""",
        PRICE: PRICE_HEADERS,
        LEAD_TIME_DAYS: """leadtimedays leadtime leaddays leadtimeindays leadtimeweeks leadtimeinweeks
            lieferzeitwochen lieferzeitinwochen delaisemaines levertijdweken plazosemanas
            deliverytime deliverytimedays deliverydays
            lieferzeit lieferzeittage lieferzeitintagen delailivraison delaidelivraison delai delaijours plazoentrega
            plazodeentrega plazo plazodias tempoconsegna tempodiconsegna tempiconsegna giorniconsegna prazoentrega
            prazodeentrega prazo levertijd levertijddagen""",
        LEAD_TIME_SD_DAYS: """leadtimesddays leadtimesd leadtimestd leadtimestddays leadtimestddev
            leadtimedeviation leadtimedeviationdays leadtimespread lieferzeitabweichung ecartdelai desviacionplazo""",
        PACK_SIZE: """packsize pack packquantity packqty casesize casepack casequantity caseqty unitsperpack
            unitspercase unitsperbox packungsgrosse packungsgroesse verpackungseinheit ve gebindegrosse gebinde
            colisage conditionnement quantiteparcarton unidadesporcaja udsporcaja unidadescaja
            unidadesporpaquete paquete confezione pezziperconfezione pezzipercartone embalagem
            unidadesporembalagem verpakking verpakkingseenheid stuksperdoos""",
        MOQ: """moq minimumorderquantity minimumorderqty minorderquantity minorderqty minimumorder minorder
            mindestbestellmenge mindestmenge quantiteminimum quantiteminimale commandeminimum pedidominimo
            cantidadminima ordineminimo quantitaminima quantidademinima minimaleafname minimalebestelhoeveelheid
            minimumbestelling""",
        ON_HAND: """onhand stockonhand quantityonhand qtyonhand onhandqty onhandquantity currentstock currentquantity
            stocklevel stockquantity variantinventoryqty available stock instock inventory
            inventoryquantity bestand lagerbestand aktuellerbestand verfugbar stockactuel enstock
            quantiteenstock qtyinstock quantityinstock stockqty bestandaktuell istbestand
            stockdisponible existencias stockactual giacenza disponibilita scorta estoque stockatual
            voorraad opvoorraad quantity qty menge quantite cantidad quantita quantidade aantal""",
        ON_ORDER: """onorder quantityonorder qtyonorder onorderqty incoming ordered openorders bestellt
            onpo offenebestellungen imzulauf encommande quantitecommandee enpedido pedido inordine ordinato encomendado
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
