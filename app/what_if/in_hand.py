"""What what-if begins with, worked out once for each plan: moved sliders change the year then, never the year now."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from app.desk import Desk
from app.planning.plan import Plan
from app.what_if.years import Start, start_of_product, start_of_shop

PRODUCTS_KEPT = 20


@dataclass
class _Kept:
    """The starts in hand of one desk, of one plan."""

    plan: Plan | None = None
    shop: Start | None = None
    products: OrderedDict[int, Start] = field(default_factory=OrderedDict)
    shop_lock: Any = field(default_factory=threading.Lock, repr=False)
    lock: Any = field(default_factory=threading.Lock, repr=False)


def shop_start(desk: Desk, plan: Plan) -> Start:
    """The start of the whole shop; two cards that ask at once wait for one."""
    kept = _kept(desk, plan)
    with kept.shop_lock:
        if kept.shop is None:
            kept.shop = start_of_shop(plan)
        return kept.shop


def product_start(desk: Desk, plan: Plan, product: int) -> Start:
    """The start of one product."""
    kept = _kept(desk, plan)
    with kept.lock:
        found = kept.products.get(product)
    if found is None:
        found = start_of_product(plan, product)
        with kept.lock:
            kept.products[product] = found
            while len(kept.products) > PRODUCTS_KEPT:
                kept.products.popitem(last=False)
    return found


def _kept(desk: Desk, plan: Plan) -> _Kept:
    kept = desk.kept.get("what_if")
    if kept is None or kept.plan is not plan:
        kept = desk.kept["what_if"] = _Kept(plan)
    assert isinstance(kept, _Kept)
    return kept
