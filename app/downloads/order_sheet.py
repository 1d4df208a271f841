"""One order to one supplier as it leaves the shop, whatever file it is written to."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from app.ordering.order_list import SupplierOrder
from data.products import read_shop_products
from data.purchasing.orders import Order
from data.shop import Shop
from data.shop_settings import read_settings
from inventory.cents import to_cents


@dataclass(frozen=True)
class SheetLine:
    """One product. article_code: the supplier's own, "" where nobody said it. unit_cost: None where unknown."""

    article_code: str
    sku: str
    name: str
    units: float
    pack_size: float
    unit_cost: float | None

    @property
    def cost(self) -> float | None:
        """Money for all units."""
        return None if self.unit_cost is None else float(to_cents(self.units * self.unit_cost))

    @property
    def packs(self) -> float | None:
        """Whole packs, None where it is sold singly or not in whole packs."""
        number = self.units / self.pack_size
        return number if self.pack_size > 1 and number == int(number) else None


@dataclass(frozen=True)
class OrderSheet:
    """What is ordered. number: of an order that was sent."""

    supplier: str
    day: dt.date
    lines: tuple[SheetLine, ...]
    currency: str
    number: int | None = None
    expected_on: dt.date | None = None

    @property
    def cost(self) -> float:
        """Money for all lines whose cost is known."""
        return round(sum(line.cost or 0.0 for line in self.lines), 2)

    @property
    def units(self) -> float:
        """Units of all lines."""
        return sum(line.units for line in self.lines)


def sent_sheet(shop: Shop, order: Order) -> OrderSheet:
    """An order as it was sent: its own quantities and costs, whatever is advised now."""
    known = read_shop_products(shop)
    lines = (sheet_line(known, line.sku, line.units, line.unit_cost) for line in order.lines if line.units > 0)
    return OrderSheet(
        supplier=order.supplier,
        day=order.sent_on or order.made_on,
        lines=by_name(lines),
        currency=read_settings(shop).currency,
        number=order.order_id,
        expected_on=order.expected_on,
    )


def draft_sheet(shop: Shop, order: SupplierOrder, *, day: dt.date) -> OrderSheet:
    """An order as it would be sent on `day`."""
    known = read_shop_products(shop)
    lines = (sheet_line(known, line.sku, line.units, line.unit_cost) for line in order.ordered)
    return OrderSheet(supplier=order.supplier, day=day, lines=by_name(lines), currency=read_settings(shop).currency)


def sheet_line(products: pd.DataFrame, sku: str, units: float, unit_cost: float | None) -> SheetLine:
    """One line, with what the shop knows of its product."""
    known = products.loc[sku]
    pack = known["pack_size"]
    return SheetLine(
        article_code=_text(known.get("article_code")),
        sku=sku,
        name=_text(known["name"]) or sku,
        units=units,
        pack_size=1.0 if pd.isna(pack) else float(pack),
        unit_cost=None if unit_cost is None or pd.isna(unit_cost) else float(unit_cost),
    )


def by_name(lines: Iterable[SheetLine]) -> tuple[SheetLine, ...]:
    """The lines as a supplier picks them: by article code where there is one, then by name."""
    return tuple(sorted(lines, key=lambda line: (line.article_code, line.name.casefold(), line.sku)))


def _text(found: object) -> str:
    return found if isinstance(found, str) else ""
