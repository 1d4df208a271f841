"""What the owner says of silent days: whether a product was sold out or nobody wanted it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select

from data.problems import Problem
from data.product_writing import products_by_key
from data.schema import products, sold_out_verdicts
from data.shop import Shop, mark_changed, reading, writing
from data.sku_key import sku_key
from data.value_rules import BadValue


@dataclass(frozen=True)
class Verdict:
    """What the owner said of the days from `first_day` to `last_day`, both included."""

    sku: str
    first_day: date
    last_day: date
    was_sold_out: bool


def read_verdicts(shop: Shop) -> tuple[Verdict, ...]:
    """All that the owner said, by product and day."""
    table = sold_out_verdicts
    said = select(products.c.sku, table.c.first_day, table.c.last_day, table.c.was_sold_out)
    joined = said.join(products, products.c.product_id == table.c.product_id)
    with reading(shop) as connection:
        rows = connection.execute(joined.order_by(products.c.sku, table.c.first_day, table.c.last_day)).all()
    return tuple(Verdict(*row) for row in rows)


def note_verdict(shop: Shop, verdict: Verdict) -> None:
    """Keep what the owner says; a later word on the same days takes the place of the earlier.

    Raises BadValue for a product that the shop does not have, or days in the wrong order.
    """
    if verdict.last_day < verdict.first_day:
        values = {"field": "last_day", "rule": f"{verdict.first_day} or later", "found": str(verdict.last_day)}
        raise BadValue(Problem("bad_value", {**values, "sku": verdict.sku}))
    key = sku_key(verdict.sku)
    with writing(shop) as connection:
        found = products_by_key(connection, [key])
        if key not in found:
            raise BadValue(Problem("unknown_product", {"field": "sku", "rule": "in the shop", "found": verdict.sku}))
        row = {
            "product_id": found[key]["product_id"],
            "first_day": verdict.first_day,
            "last_day": verdict.last_day,
        }
        same = [sold_out_verdicts.c[name] == value for name, value in row.items()]
        connection.execute(delete(sold_out_verdicts).where(*same))
        connection.execute(insert(sold_out_verdicts), {**row, "was_sold_out": verdict.was_sold_out})
        mark_changed(connection)
