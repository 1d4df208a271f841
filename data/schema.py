"""The tables of a shop's database, one SQLite file.

Days of sales and promises are whole numbers, days since 1 January 1970: a third of the size of a written date in the
tables that grow. All other days are written dates. A column that may be empty means "not known", never zero.
"""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Integer, LargeBinary, MetaData, String, Table, text

SCHEMA_VERSION = 5  # with each new one data/migrations.py gets a step

metadata = MetaData()

shop_state = Table(
    "shop_state",
    metadata,
    Column("name", String, primary_key=True),  # "schema_version", "revision", "redrafted"
    Column("value", Integer, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),  # JSON
)

suppliers = Table(
    "suppliers",
    metadata,
    Column("supplier", String, primary_key=True),
    Column("supplier_key", String, nullable=False, unique=True),
    Column("lead_time_days", Float),
    Column("review_period_days", Float),
    Column("order_cost", Float),
    Column("lead_time_sd_days", Float),
    Column("order_days", String),  # as order_days_text writes them
    Column("minimum_order_value", Float),
    Column("fee_below_minimum", Float),
    Column("closed_on_holidays", Boolean, nullable=False, server_default="0"),
    Column("email", String),
    Column("note", String),
    Column("service_level", Float),
)

supplier_names = Table(
    "supplier_names",
    metadata,
    Column("supplier_key", String, primary_key=True),  # of a name that the supplier had before
    Column("supplier", String, ForeignKey("suppliers.supplier", ondelete="CASCADE"), nullable=False),
)

supplier_closures = Table(
    "supplier_closures",
    metadata,
    Column("supplier", String, ForeignKey("suppliers.supplier", ondelete="CASCADE"), primary_key=True),
    Column("first_day", Date, primary_key=True),
    Column("last_day", Date, nullable=False),
    sqlite_with_rowid=False,
)

products = Table(
    "products",
    metadata,
    Column("product_id", Integer, primary_key=True),
    Column("sku", String, nullable=False),
    Column("sku_key", String, nullable=False, unique=True),
    Column("name", String),
    Column("category", String),
    Column("supplier", String, ForeignKey("suppliers.supplier")),
    Column("unit_cost", Float),
    Column("price", Float),
    Column("lead_time_days", Float),
    Column("lead_time_sd_days", Float),
    Column("pack_size", Float),
    Column("moq", Float),
    Column("active", Boolean, nullable=False),
    Column("edited", String, nullable=False),  # fields that the owner set, with a blank between them
    Column("article_code", String),  # the supplier's own number
    Column("shelf_life_days", Float),
    Column("salvage_value", Float),
    Column("service_level", Float),
    Column("similar_to", Integer, ForeignKey("products.product_id", ondelete="SET NULL")),
    Column("similar_share", Float),
)

deletions = Table(
    "deletions",
    metadata,
    Column("product_id", Integer, ForeignKey("products.product_id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, nullable=False),
)

bundle_parts = Table(
    "bundle_parts",
    metadata,
    Column("bundle", Integer, ForeignKey("products.product_id", ondelete="CASCADE"), primary_key=True),
    Column("part", Integer, ForeignKey("products.product_id", ondelete="CASCADE"), primary_key=True),
    Column("units", Float, nullable=False),  # of the part in one of the bundle
    sqlite_with_rowid=False,
)

stock_counts = Table(
    "stock_counts",
    metadata,
    Column("count_id", Integer, primary_key=True),  # the highest of a product is the one that holds
    Column("product_id", Integer, ForeignKey("products.product_id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("on_hand", Float),
    Column("on_order", Float),  # elsewhere: orders made here are in `orders`
    Column("sold_by_then", Float, nullable=False, server_default="0"),  # sales of `day` and later, known at the count
)

orders = Table(
    "orders",
    metadata,
    Column("order_id", Integer, primary_key=True),
    Column("supplier", String, nullable=False),  # "" where the products name none
    Column("state", String, nullable=False, index=True),  # "draft", "sent", "partly_received", "received", "cancelled"
    Column("made_on", Date, nullable=False),
    Column("sent_on", Date),
    Column("expected_on", Date),
    sqlite_autoincrement=True,  # the number of an order is never given again
)

order_lines = Table(
    "order_lines",
    metadata,
    Column("order_id", Integer, ForeignKey("orders.order_id", ondelete="CASCADE"), primary_key=True),
    Column("product_id", Integer, ForeignKey("products.product_id"), primary_key=True),
    Column("units", Float, nullable=False),
    Column("advised", Float),
    Column("reason", String, nullable=False),  # the owner's, where she ordered something else
    Column("unit_cost", Float),
    sqlite_with_rowid=False,
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("delivery_id", Integer, primary_key=True),
    Column("order_id", Integer, ForeignKey("orders.order_id", ondelete="CASCADE"), nullable=False, index=True),
    Column("day", Date, nullable=False),
)

delivery_lines = Table(
    "delivery_lines",
    metadata,
    Column("delivery_id", Integer, ForeignKey("deliveries.delivery_id", ondelete="CASCADE"), primary_key=True),
    Column("product_id", Integer, ForeignKey("products.product_id"), primary_key=True),
    Column("units", Float, nullable=False),
    Column("count_id", Integer),  # the count that held then: a later count knows of this delivery
    sqlite_with_rowid=False,
)

sold_out_verdicts = Table(
    "sold_out_verdicts",
    metadata,
    Column("product_id", Integer, ForeignKey("products.product_id", ondelete="CASCADE"), primary_key=True),
    Column("first_day", Date, primary_key=True),
    Column("last_day", Date, primary_key=True),
    Column("was_sold_out", Boolean, nullable=False),  # false: it was there, and nobody wanted it
    sqlite_with_rowid=False,
)

sales = Table(
    "sales",
    metadata,
    Column("epoch_day", Integer, primary_key=True),
    Column("product_id", Integer, primary_key=True),  # no foreign key: each product deleted would scan the whole table
    Column("source_id", Integer, primary_key=True),  # the till that sold it: sales of several tills add up
    Column("units", Float, nullable=False),
    Column("revenue", Float),
    sqlite_with_rowid=False,
)

imports = Table(
    "imports",
    metadata,
    Column("import_id", Integer, primary_key=True),
    Column("file_name", String, nullable=False),
    Column("content_hash", String, nullable=False),
    Column("imported_at", String, nullable=False),  # ISO 8601 with its offset, which SQLite's own type would drop
    Column("first_day", Date),
    Column("last_day", Date),
    Column("rows_used", Integer, nullable=False),
    Column("units", Float, nullable=False),
    Column("revenue", Float, nullable=False),
    Column("days_added", Integer, nullable=False),
    Column("days_changed", Integer, nullable=False),
    Column("rows_added", Integer, nullable=False),
    Column("rows_changed", Integer, nullable=False),
    Column("rows_removed", Integer, nullable=False),
    Column("units_before", Float, nullable=False),
    Column("units_after", Float, nullable=False),
    Column("new_products", Integer, nullable=False),
    Column("products_changed", Integer, nullable=False),
    Column("report", String, nullable=False),  # JSON
    Column("source_id", Integer, nullable=False, server_default="1"),
    Column("shape", String, nullable=False, server_default=""),  # of files like this one, see file_shape
    sqlite_autoincrement=True,  # the number of an undone import is never given again
)


def _import_id() -> Column[int]:
    return Column("import_id", Integer, ForeignKey("imports.import_id", ondelete="CASCADE"), primary_key=True)


added_days = Table(
    "added_days",
    metadata,
    _import_id(),
    Column("epoch_day", Integer, primary_key=True),  # had no sales before this import
    sqlite_with_rowid=False,
)

sales_changes = Table(
    "sales_changes",
    metadata,
    _import_id(),
    Column("epoch_day", Integer, primary_key=True),
    Column("product_id", Integer, primary_key=True),
    Column("units_before", Float),  # empty: there was no row
    Column("revenue_before", Float),
    Column("units_after", Float),  # empty: the row went
    Column("revenue_after", Float),
    sqlite_with_rowid=False,
)

product_changes = Table(
    "product_changes",
    metadata,
    _import_id(),
    Column("product_id", Integer, primary_key=True),
    Column("is_new", Boolean, nullable=False),
    Column("name_before", String),
    Column("category_before", String),
    Column("price_before", Float),
    sqlite_with_rowid=False,
)

day_ends = Table(
    "day_ends",
    metadata,
    _import_id(),  # a day's row of the newest import of its till holds; undone with its import
    Column("epoch_day", Integer, primary_key=True),
    Column("last_minute", Integer),  # of the day's last sale, empty where the file has no times
    Column("is_complete", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

taken_lists = Table(
    "taken_lists",
    metadata,
    Column("list_id", Integer, primary_key=True),
    Column("at", String, nullable=False, server_default=text("CURRENT_TIMESTAMP")),  # world time
    Column("file_name", String, nullable=False),
    Column("products", Integer, nullable=False),  # that it added or changed
    Column("suppliers", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),  # what they were and became, as taken_lists.py packs it
    sqlite_autoincrement=True,
)

left_out_rows = Table(
    "left_out_rows",
    metadata,
    _import_id(),
    Column("content", LargeBinary, nullable=False),  # CSV in gzip
)

reading_choices = Table(
    "reading_choices",
    metadata,
    Column("shape", String, primary_key=True),  # of the files that are read like this
    Column("kind", String, primary_key=True),  # "answer", "column"
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

edits = Table(
    "edits",
    metadata,
    Column("edit_id", Integer, primary_key=True),
    Column("at", String, nullable=False, server_default=text("CURRENT_TIMESTAMP")),  # world time
    Column("what", String, nullable=False),  # "product", "supplier", "settings"
    Column("thing", String, nullable=False),  # product_id or name, "" of the settings
    Column("before", String, nullable=False),  # JSON of the fields that changed
    Column("after", String, nullable=False),
)

advice = Table(
    "advice",
    metadata,
    Column("advice_id", Integer, primary_key=True),
    Column("day", Date, nullable=False, unique=True),  # that the advice was for
    Column("made_at", String, nullable=False),  # ISO 8601 with its offset
    Column("version", String, nullable=False),  # of the program
    Column("content", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

alert_memory = Table(
    "alert_memory",
    metadata,
    Column("key", String, primary_key=True),  # of the cause
    Column("first_seen", Date, nullable=False),
    Column("last_seen", Date, nullable=False),
    Column("silent_until", Date),
)

kept_promises = Table(
    "kept_promises",
    metadata,
    Column("made_for", Integer, primary_key=True),  # epoch day, since this table grows: the first day promised
    Column("product_id", Integer, ForeignKey("products.product_id", ondelete="CASCADE"), primary_key=True),
    Column("days", Integer, primary_key=True),
    Column("level", Float, primary_key=True),
    Column("promised", Float, nullable=False),
    Column("mean", Float, nullable=False),
    sqlite_with_rowid=False,
)
