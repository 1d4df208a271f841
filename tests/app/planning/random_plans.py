"""Random plans of all conditions at once, for laws: order days, packs, shelf life, minimums, a budget, own numbers."""

import datetime as dt
import math
from typing import Any

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from app.planning.plan import Plan
from data.purchasing.orders import DRAFT, SENT, Order, OrderLine
from data.shop_settings import ShopSettings
from tests.app.shops import TODAY, plan_of

PRODUCTS = 4
FEW = 15  # examples in the usual run of the tests


def few_unless_many(law: Any) -> Any:
    """The law on a few plans, on as many as the profile says where that is "many"."""
    return law if settings.get_current_profile_name() == "many" else settings(max_examples=FEW)(law)


PRODUCT: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "rate": st.sampled_from([0.0, 0.05, 2.0, 31.7]),
        "supplier": st.sampled_from([None, "Tea house", "Potter"]),
        "on_hand": st.one_of(st.just(math.nan), st.floats(-20, 300), st.integers(-3, 60), st.integers(-3, 60)),
        "on_order": st.one_of(st.just(math.nan), st.floats(0, 60), st.integers(0, 9)),
        "lead_time_days": st.sampled_from([0.0, 1.0, 4.5, 12.0]),
        "lead_time_sd_days": st.sampled_from([0.0, 0.0, 2.0]),
        "pack_size": st.sampled_from([0.25, 1.0, 6.0, 1_500.0]),
        "moq": st.sampled_from([0.0, 2.5, 24.0]),
        "unit_cost": st.sampled_from([math.nan, 0.8, 30.0]),
        "price": st.sampled_from([math.nan, 1.0, 50.0]),
        "shelf_life_days": st.sampled_from([math.nan, math.nan, 3.0, 30.0]),
        "service_level": st.sampled_from([math.nan, 0.8]),
        "active": st.sampled_from([True, True, True, False]),
    }
)
SUPPLIER: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "order_days": st.sampled_from(["", "Tue", "Mon, Thu", "every 14 days from 2024-03-11", "any", "never"]),
        "minimum_order_value": st.sampled_from([math.nan, 40.0, 400.0]),
        "fee_below_minimum": st.sampled_from([math.nan, 0.01, 25.0]),
    }
)
SETTINGS = st.builds(
    ShopSettings,
    service_level=st.floats(0.5, 0.999),
    service_level_a=st.sampled_from([None, 0.99]),
    by_fill_rate=st.booleans(),
    rule=st.sampled_from(["quantile", "quantile", "simple"]),
    budget=st.sampled_from([None, None, 0.0, 50.0, 700.0]),
)
SENT_NUMBERS = st.lists(st.sampled_from([None, None, None, 0.0, 4.0]), min_size=PRODUCTS, max_size=PRODUCTS)
OWN_NUMBERS = st.lists(st.sampled_from([None, None, 0.0, 7.5, 90.0]), min_size=PRODUCTS, max_size=PRODUCTS)


@st.composite
def plans(draw: st.DrawFn, **more: Any) -> Plan:
    """A plan of PRODUCTS products of three suppliers."""
    products = draw(st.lists(PRODUCT, min_size=PRODUCTS, max_size=PRODUCTS))
    suppliers = {name: draw(SUPPLIER) for name in ("Tea house", "Potter")}
    own = own_numbers(draw(OWN_NUMBERS))
    sent = sent_numbers(draw(SENT_NUMBERS))
    return plan_of(*products, settings=draw(SETTINGS), suppliers=suppliers, orders=own, sent_today=sent, **more)


def sent_numbers(units: list[float | None]) -> tuple[Order, ...]:
    """An order of today of the products that have a number, of which 48 each were advised, at 2 each."""
    lines = tuple(
        OrderLine(f"p{number}", sent, 48.0, "", 2.0, 0.0) for number, sent in enumerate(units) if sent is not None
    )
    return (Order(2, "Tea house", SENT, TODAY, TODAY, TODAY, lines),) if lines else ()


def own_numbers(units: list[float | None]) -> tuple[Order, ...]:
    """A draft with the owner's own number for each product that she has one for."""
    lines = tuple(
        OrderLine(f"p{number}", own, None, "", None, 0.0) for number, own in enumerate(units) if own is not None
    )
    return (Order(1, "", DRAFT, TODAY - dt.timedelta(days=1), None, None, lines),)


def spent(plan: Plan) -> float:
    """What today's orders cost, as far as that is known."""
    return float(np.nansum(np.nan_to_num(plan.quantity_today) * plan.policy.unit_cost))
