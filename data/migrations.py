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


STEPS = {2: _to_2, 3: _to_3}
