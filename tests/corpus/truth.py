"""The sales that every file of the corpus tells of, and what a reader should find in them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

FIRST_DAY = dt.date(2024, 2, 19)
DAYS = 34
ITEMS = {"00123": "Crème brûlée", "00456": "Earl Grey Tea", "10007": "Jam", "A-9": "Müsli", "B 12": "Piña"}
PRICES = {"00123": 4.35, "00456": 12.5, "10007": 3.0, "A-9": 1234.5, "B 12": 0.95}


@dataclass(frozen=True)
class Sale:
    """Units may be negative: brought back."""

    day: dt.date
    time: dt.time
    sku: str
    name: str
    units: float
    price: float

    @property
    def amount(self) -> float:
        return round(self.units * self.price, 2)


@dataclass(frozen=True)
class Expected:
    """units, revenue: by day and key of the product."""

    units: dict[tuple[dt.date, str], float]
    revenue: dict[tuple[dt.date, str], float]


def true_sales() -> tuple[Sale, ...]:
    """Two sales a day over 34 days, none on Sundays, now and then a return."""
    generator = np.random.default_rng(20240219)
    skus = list(ITEMS)
    sales = []
    for number in range(DAYS):
        day = FIRST_DAY + dt.timedelta(days=number)
        if day.weekday() == 6:
            continue
        for place in range(2):
            sku = skus[int(generator.integers(len(skus)))] if number > 4 or place else skus[number]
            units = float(generator.integers(1, 9)) * (-1 if generator.random() < 0.05 else 1)
            time = dt.time(9 + 4 * place, int(generator.integers(60)), 7)
            sales.append(Sale(day, time, sku, ITEMS[sku], units, PRICES[sku]))
    return tuple(sales)


def expected(sales: Sequence[Sale], *, by_name: bool = False, has_money: bool = True) -> Expected:
    """What the sales are per day and product, the product being its SKU or its name."""
    units: dict[tuple[dt.date, str], float] = defaultdict(float)
    revenue: dict[tuple[dt.date, str], float] = defaultdict(float)
    for sale in sales:
        key = sale.day, sale.name if by_name else sale.sku
        units[key] += sale.units
        revenue[key] += sale.amount if has_money else 0.0
    return Expected(dict(units), dict(revenue))
