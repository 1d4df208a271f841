"""In which order the shelves are walked: what waits for a count first, or one category or supplier by name."""

from dataclasses import dataclass

import numpy as np

from app.planning.plan import Plan

FIRST, EVERYTHING, CATEGORY, SUPPLIER = "", "all", "category", "supplier"


@dataclass(frozen=True)
class Shelf:
    """A part of the shop to be counted: `kind` is one of this module's, `name` that of a category or supplier."""

    kind: str = FIRST
    name: str = ""

    @property
    def key(self) -> str:
        """The shelf as one text.

        >>> Shelf(CATEGORY, "Tea: green").key
        'category:Tea: green'
        """
        return f"{self.kind}:{self.name}" if self.name else self.kind


def shelf_of(key: str) -> Shelf:
    """The shelf of a key; what waits for a count where there is no such kind.

    >>> shelf_of("category:Tea: green"), shelf_of("attic")
    (Shelf(kind='category', name='Tea: green'), Shelf(kind='', name=''))
    """
    kind, _colon, name = key.partition(":")
    return Shelf(kind, name) if kind in (EVERYTHING, CATEGORY, SUPPLIER) else Shelf()


def shelves(plan: Plan) -> tuple[Shelf, ...]:
    """All shelves there are: what to count first, everything, each category, each supplier."""
    products = plan.inputs.products[plan.stock.active]
    named = [
        Shelf(kind, name)
        for kind in (CATEGORY, SUPPLIER)
        for name in sorted(products[kind].dropna().unique(), key=str.casefold)
        if name
    ]
    return (Shelf(), Shelf(EVERYTHING), *named)


def walk(plan: Plan, shelf: Shelf) -> tuple[str, ...]:
    """The SKUs to count, in their order; what is not ordered any more needs no count."""
    products = plan.inputs.products
    if shelf.kind == FIRST:
        return tuple(products.index[row] for row in to_count_first(plan))
    chosen = plan.stock.active.copy()
    if shelf.kind in (CATEGORY, SUPPLIER):
        chosen &= (products[shelf.kind].fillna("") == shelf.name).to_numpy()
    shown = products["name"].fillna("")
    return tuple(sorted(products.index[chosen], key=lambda sku: (str(shown[sku]).casefold(), sku)))


def nothing_counted(plan: Plan) -> bool:
    """Whether no product that is ordered has a known quantity, so that nothing can be said of orders at all."""
    unknown = np.isnan(plan.quantity)
    return bool(unknown.any() and unknown[plan.stock.active].all())


def to_count_first(plan: Plan) -> list[int]:
    """Rows of the plan whose record may be wrong, the most money at risk first, then those that wait for a count."""
    doubted = plan.count_first.product.tolist()
    waiting = np.flatnonzero(np.isnan(plan.decision.order_quantity))
    order = np.argsort(-plan.decision.expected_demand[waiting], kind="stable")
    return list(dict.fromkeys([*doubted, *waiting[order].tolist()]))
