"""Headers of what both sales and lists of products tell of an item."""

# English, German, French, Spanish, Italian, Portuguese, Dutch; the first of a list that a file has is taken. Written as
# header_key writes them.
SKU_HEADERS = """sku variantsku productvariantsku productsku skuproduct skuproducto productreference productref
    refproduct refproduit referenceproduit refarticulo referenciaproducto referenciaproduto codart codarticolo
    codprod codprodotto itemsku lineitemsku customsku stockcode itemcode productcode articlecode artikelnummer
    artikelnr artikelnum artnr artikelcode referencia codigo codigoarticulo codigoproducto codarticulo reference
    codearticle codeproduit refarticle itemid productid articleid idarticulo idproducto itemnumber itemno
    productnumber productno partnumber codicearticolo codiceprodotto codice articolocodice codigoproduto
    codigodoproduto codproduto codigoartigo referencianr artikelnummerleverancier productcodes artnummer
    productnummer uniqueid plu barcode strichcode codebarres codigobarras codigodebarras codiceabarre
    streepjescode ean eancode gtin upc artikelid produktid material materialnummer materialnr pzn cip cip13 cip7 ndc aic
    minsan codiceaic codigonacional cnk oursku ourcode ref code"""
NAME_HEADERS = """artikeltext articletext itemdesc itemdescription itemname productname producttitle lineitemname
    articlename artikelname artikelbezeichnung produktname produktbezeichnung nomproduit nomarticle nombreproducto
    nombrearticulo item product article articulo artikel producto produkt produit articolo prodotto nomeprodotto
    nomearticolo produto artigo nomeproduto nomedoproduto productnaam artikelnaam artikelomschrijving
    productomschrijving items products artikelen coffeename menuitem dish plat gericht piatto prato gerecht
    bezeichnung designation libelle title titel titre titulo titolo nombre nom name nome naam description
    descripcion beschreibung descrizione descricao omschrijving kurztext materialtext materialkurztext goods ware"""
VARIANT_HEADERS = (
    "variant variantname productvarianttitle varianttitle pricepointname variationname itemvariation variation "
    "variante variantenaam size grosse taille talla taglia tamanho maat"
)
CATEGORY_HEADERS = """category categoryname productcategory kategorie categorie categoria categories warengruppe
    artikelgruppe produktgruppe familia famille famiglia rubrique rayon reparto departamento afdeling groep
    artikelgroep productgroep categorie department group itemgroup productgroup producttype itemcategory type
    typ tipo"""
PRICE_HEADERS = """stkbr unitprice price itemprice priceperunit sellingprice retailprice regularprice salesprice
    saleprice lineitemprice preciounitario precioventa precio prixunitaire prixunitairettc prixvente prixdevente
    prix pu einzelpreis stuckpreis stueckpreis verkaufspreis vkpreis preis prezzounitario prezzovendita prezzo
    precounitario precovenda precodevenda preco eenheidsprijs stukprijs verkoopprijs prijs variantprice
    defaultprice msrp priceperkg pricekg priceperkilo priceperlb grundpreis kilopreis preisprokg prixaukilo prixkg
    preciokg preciokilo prezzoalkg prezzokg precokg kiloprijs prijsperkg retail rate vk pvp rrp epreis
    vlrunit vlrunitario prezzounit precounit precounitario preciounit valorunitario"""
