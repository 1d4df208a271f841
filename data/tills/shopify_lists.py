"""Shopify's exports of products and of inventory.

Headers: exports quoted in public code. Of a product with several variants or pictures only the first row holds its
title; rows for further pictures have no price. Inventory has a row per variant and location, or, in older exports, a
column per location. Stock is what is on hand, with what is promised to customers.
"""

from data.columns import ACTIVE, CATEGORY, HANDLE, LOCATION, NAME, ON_HAND, ON_ORDER, PRICE, SKU, SUPPLIER, UNIT_COST
from data.tills.headers import headers_of, signature_of
from data.tills.product_list import ProductList
from data.tills.shopify import JOINT, NO_VARIANT
from data.tills.till import RowRule

OPTIONS = ("Option1 Value", "Option2 Value", "Option3 Value")
OF_INVENTORY = (
    *("Handle", "Title", "Option1 Name", "Option2 Name", "Option3 Name"),
    *(*OPTIONS, "SKU", "HS Code", "COO"),
)

PRODUCTS = ProductList(
    name="Shopify products",
    signatures=(
        signature_of("Handle", "Title", "Vendor", "Type", "Variant SKU", "Variant Price"),
        signature_of("URL handle", "Title", "Vendor", "Type", "Variant SKU", "Variant Price"),
    ),
    headers=headers_of(
        {
            HANDLE: "Handle | URL handle",
            SKU: "Variant SKU",
            NAME: "Title",
            CATEGORY: "Type | Product Category",
            SUPPLIER: "Vendor",
            UNIT_COST: "Cost per item",
            PRICE: "Variant Price",
            ON_HAND: "Variant Inventory Qty",
            ACTIVE: "Status",
        }
    ),
    options=OPTIONS,
    rules=(RowRule(PRICE, frozenset({""}), "picture_row"),),
    fills_down=(NAME, CATEGORY, SUPPLIER, ACTIVE),
    joint=JOINT,
    placeholder_variants=NO_VARIANT,
)

INVENTORY = ProductList(
    name="Shopify inventory",
    signatures=(
        signature_of(*OF_INVENTORY, "Location", "On hand (current)"),
        signature_of(*OF_INVENTORY, "Location", "On hand"),
        signature_of(*OF_INVENTORY, "Location", "Available"),
    ),
    headers=headers_of(
        {
            HANDLE: "Handle",
            SKU: "SKU",
            NAME: "Title",
            LOCATION: "Location",
            ON_HAND: "On hand (current) | On hand | Available (not editable) | Available",
            ON_ORDER: "Incoming (not editable) | Incoming",
        }
    ),
    options=OPTIONS,
    fills_down=(NAME,),
    joint=JOINT,
    placeholder_variants=NO_VARIANT,
)

INVENTORY_BY_COLUMN = ProductList(
    name="Shopify inventory",
    signatures=(signature_of(*OF_INVENTORY),),
    headers=headers_of({HANDLE: "Handle", SKU: "SKU", NAME: "Title"}),
    options=OPTIONS,
    stock_after="COO",
    fills_down=(NAME,),
    joint=JOINT,
    placeholder_variants=NO_VARIANT,
)

LISTS = (PRODUCTS, INVENTORY, INVENTORY_BY_COLUMN)
