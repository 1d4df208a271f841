"""The web shop of the data sets Online Retail and Online Retail II (UCI Machine Learning Repository)."""

from data.meaning.non_products import is_uci_non_product
from data.tills.headers import signature_of
from data.tills.till import Till

ONLINE_RETAIL = Till(
    name="UCI Online Retail",
    signatures=(signature_of("StockCode", "Description", "Quantity", "InvoiceDate", "Country"),),
    bookkeeping_prefix="A",
    cancellation_prefix="C",
    has_stock_adjustments=True,
    is_no_product=is_uci_non_product,
    judges_codes=True,
)
