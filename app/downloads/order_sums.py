"""What an order list comes to: by supplier, and in all."""

import pandas as pd

from app.words.language import _
from app.words.order_words import supplier_name

COLUMNS = ("supplier", "products", "order_quantity", "order_cost", "without_cost")


def order_sums(table: pd.DataFrame) -> pd.DataFrame:
    """A row per supplier of the order table and one for all: products to order, units, money, lines without a cost.

    Money counts known costs only.
    """
    wanted = table[table["order_quantity"] > 0]
    rows = [_sums(supplier_name(str(name)), lines) for name, lines in wanted.groupby("supplier", sort=True)]
    return pd.DataFrame([*rows, _sums(_("Total"), wanted)], columns=list(COLUMNS))


def _sums(name: str, lines: pd.DataFrame) -> dict[str, object]:
    return {
        "supplier": name,
        "products": len(lines),
        "order_quantity": float(lines["order_quantity"].sum()),
        "order_cost": round(float(lines["order_cost"].sum()), 2),
        "without_cost": int(lines["order_cost"].isna().sum()),
    }
