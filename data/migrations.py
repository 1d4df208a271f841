"""Shops of earlier versions brought to the tables of this one, step by step."""

from sqlalchemy import Connection, text

from data.schema import metadata


def migrate(connection: Connection, *, found: int) -> None:
    """Bring the tables from version `found` to the newest; in the caller's transaction, so all or nothing."""
    for version, step in STEPS.items():
        if version > found:
            step(connection)


def _to_2(connection: Connection) -> None:
    """Sales are kept by till: those known so far are of the first one."""
    for statement in (
        "ALTER TABLE sales RENAME TO sales_of_version_1",
        "ALTER TABLE imports ADD COLUMN source_id INTEGER DEFAULT '1' NOT NULL",
        "ALTER TABLE imports ADD COLUMN shape VARCHAR DEFAULT '' NOT NULL",
    ):
        connection.execute(text(statement))
    metadata.create_all(connection)
    connection.execute(
        text(
            "INSERT INTO sales (epoch_day, product_id, source_id, units, revenue) "
            "SELECT epoch_day, product_id, 1, units, revenue FROM sales_of_version_1"
        )
    )
    connection.execute(text("DROP TABLE sales_of_version_1"))


def _to_3(connection: Connection) -> None:
    """Stock moves with sales: those known so far are taken to be in the counts, so that stocks stay what they were."""
    connection.execute(text("ALTER TABLE stock_counts ADD COLUMN sold_by_then FLOAT DEFAULT '0' NOT NULL"))
    connection.execute(
        text(
            "UPDATE stock_counts SET sold_by_then = COALESCE((SELECT SUM(units) FROM sales WHERE sales.product_id "
            "= stock_counts.product_id AND epoch_day >= julianday(stock_counts.day) - 2440587.5), 0)"
        )
    )
    metadata.create_all(connection)


def _to_4(connection: Connection) -> None:
    """Suppliers and products get more conditions; nobody has said any of them yet."""
    for statement in (
        "ALTER TABLE suppliers ADD COLUMN lead_time_sd_days FLOAT",
        "ALTER TABLE suppliers ADD COLUMN order_days VARCHAR",
        "ALTER TABLE suppliers ADD COLUMN minimum_order_value FLOAT",
        "ALTER TABLE suppliers ADD COLUMN fee_below_minimum FLOAT",
        "ALTER TABLE suppliers ADD COLUMN closed_on_holidays BOOLEAN DEFAULT '0' NOT NULL",
        "ALTER TABLE suppliers ADD COLUMN email VARCHAR",
        "ALTER TABLE suppliers ADD COLUMN note VARCHAR",
        "ALTER TABLE products ADD COLUMN article_code VARCHAR",
        "ALTER TABLE products ADD COLUMN shelf_life_days FLOAT",
        "ALTER TABLE products ADD COLUMN salvage_value FLOAT",
        "ALTER TABLE products ADD COLUMN service_level FLOAT",
        "ALTER TABLE products ADD COLUMN similar_to INTEGER REFERENCES products (product_id) ON DELETE SET NULL",
        "ALTER TABLE products ADD COLUMN similar_share FLOAT",
    ):
        connection.execute(text(statement))
    metadata.create_all(connection)


def _to_5(connection: Connection) -> None:
    """A supplier may have a promise of its own; nobody has said one yet."""
    connection.execute(text("ALTER TABLE suppliers ADD COLUMN service_level FLOAT"))
    metadata.create_all(connection)


STEPS = {2: _to_2, 3: _to_3, 4: _to_4, 5: _to_5}
