"""An order's lines as a table, the columns that say nothing left out."""

import pandas as pd

from app.downloads.order_sheet import OrderSheet
from app.words.language import N_

HEADINGS = {
    "article_code": N_("Article"),
    "sku": N_("Our code"),
    "name": N_("Product"),
    "units": N_("Quantity"),
    "packs": N_("Packs"),
    "unit_cost": N_("Unit cost"),
    "cost": N_("Cost"),
}
ALWAYS = ("sku", "name", "units")


def lines_table(sheet: OrderSheet) -> pd.DataFrame:
    """One row per line, named as in HEADINGS; NaN or None where unknown."""
    rows = [
        {
            "article_code": line.article_code or None,
            "sku": line.sku,
            "name": line.name,
            "units": line.units,
            "packs": line.packs,
            "unit_cost": line.unit_cost,
            "cost": line.cost,
        }
        for line in sheet.lines
    ]
    table = pd.DataFrame(rows, columns=list(HEADINGS))
    return table[[name for name in HEADINGS if name in ALWAYS or table[name].notna().any()]]
