"""What kinds of files there are: those that hold no table, and reports of tills from which nothing can be forecast."""

from app.words.language import N_, _

NO_TABLES = (
    N_("a PNG picture"),
    N_("a JPEG picture"),
    N_("a GIF picture"),
    N_("a picture or a sound"),
    N_("a PDF document"),
    N_("a document or a spreadsheet that is no Excel workbook"),
    N_("a database"),
    N_("a web page"),
    N_("no text"),
    N_("one very long line"),
    N_("a damaged Excel workbook or zip archive"),
)
REPORTS = {
    "Square item sales summary": N_("a Square item sales summary"),
    "list of Square transactions": N_("a list of Square transactions"),
    "Shopify sales report": N_("a Shopify sales report"),
    "list of Shopify customers": N_("a list of Shopify customers"),
    "list of Shopify payouts": N_("a list of Shopify payouts"),
    "Loyverse list of receipts": N_("a Loyverse list of receipts"),
    "Loyverse report of sales by item": N_("a Loyverse report of sales by item"),
    "Loyverse sales summary": N_("a Loyverse sales summary"),
    "WooCommerce products report": N_("a WooCommerce products report"),
    "list of Clover orders": N_("a list of Clover orders"),
    "list of Clover payments": N_("a list of Clover payments"),
    "Toast report of all items": N_("a Toast report of all items"),
    "list of Toast checks": N_("a list of Toast checks"),
    "list of Etsy orders": N_("a list of Etsy orders"),
    "Etsy statement": N_("an Etsy statement"),
    "eBay transaction report": N_("an eBay transaction report"),
    "Amazon business report by item": N_("an Amazon business report by item"),
    "Amazon business report by date": N_("an Amazon business report by date"),
    "Amazon inventory history": N_("an Amazon inventory history"),
    "Zettle report of sales by product": N_("a Zettle report of sales by product"),
}
INSTEAD = (
    N_("the Items Detail CSV (in Square Dashboard: Transactions, Export)"),
    N_(
        "the report Total sales by product variant with the dimension Day added (Analytics, Reports), or all orders "
        "(Orders, Export)"
    ),
    N_("Receipts by item (in the Back Office: Reports, Receipts, Export)"),
    N_("the orders report (Analytics, Orders, Download)"),
    N_("the Line Items export (in the Clover dashboard: Orders, Line Items, Export)"),
    N_("Item Selection Details (in Toast Web: Reports, Sales)"),
    N_("Order Items (Shop Manager, Settings, Options, Download Data)"),
    N_("the orders report (Seller Hub, Orders, Download report)"),
    N_("the All Orders report (Seller Central, Reports, Fulfillment, All Orders)"),
    N_("the raw data report (Reports, Sales, Export)"),
)


def report_text(name: str) -> str:
    """A till's report within a sentence; by its own name where nobody translated it.

    >>> report_text("Etsy statement"), report_text("Kasse sums")
    ('an Etsy statement', 'Kasse sums')
    """
    return _(REPORTS.get(name, name))
