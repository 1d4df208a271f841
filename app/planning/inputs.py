"""What a plan is made from: sales, products, suppliers' terms, orders and settings as the shop has them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from app.planning.conditions import horizon_for, policy_of, with_learned_lead_times
from app.planning.holidays import holidays_ahead
from app.planning.order_days import planned_calendar
from app.planning.shop_closed import shop_closed_days
from app.planning.supplier_terms import SupplierTerms, supplier_terms
from data.advice import KeptAdvice, latest_advice
from data.alert_memory import Remembered, read_alert_memory
from data.bundles import bundle_parts
from data.products import read_shop_products
from data.purchasing.deliveries import delivery_times
from data.purchasing.orders import DRAFT, NOTED, ON_THE_WAY, Order, read_orders, standing
from data.purchasing.stock_moves import stock_moves
from data.shop import Shop
from data.shop_settings import ShopSettings, read_settings
from data.sold_out import Verdict, read_verdicts
from data.supplier_days import closures
from data.suppliers import suppliers, with_defaults
from forecasting.history import History
from forecasting.public_holidays import is_country

NO_BUNDLES = pd.DataFrame({"bundle": [], "part": [], "units": []})
NO_MOVES = pd.DataFrame({"day": [], "sku": [], "ordered": [], "received": []})


@dataclass(frozen=True)
class PlanInputs:
    """What a plan is made from: observed demand, the products with their conditions, the shop's settings.

    `products` is indexed by SKU in the order of `history.skus`, without gaps: where the owner said nothing, the
    supplier's or the shop's value stands in and `<field>_assumed` is true. `terms`: the suppliers'. `verdicts`: what
    the owner said of silences. `orders`: drafts and what is on its way. `sent_today`: what was sent from the plan of
    this day. `bundle_parts`: bundle, part, units by SKU.
    `moves`: what was ordered and received by day. `advice`: the last that was kept for an earlier day. `memory`: of
    alerts, by their cause.
    """

    history: History
    products: pd.DataFrame
    settings: ShopSettings
    horizon: int
    terms: SupplierTerms
    verdicts: tuple[Verdict, ...] = ()
    orders: tuple[Order, ...] = ()
    sent_today: tuple[Order, ...] = ()
    bundle_parts: pd.DataFrame = field(default_factory=NO_BUNDLES.copy)
    moves: pd.DataFrame = field(default_factory=NO_MOVES.copy)
    advice: KeptAdvice | None = None
    memory: Mapping[str, Remembered] = field(default_factory=dict)

    @property
    def country(self) -> str | None:
        """Whose public holidays count; None to tell it from the sales."""
        return country_of(self.settings)

    @property
    def today(self) -> dt.date:
        """The day the plan is made for: the day after the last day of sales."""
        return day_after(self.history)


def known_products(shop: Shop, products: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every product of the shop, indexed by SKU, the supplier's and the shop's conditions filled in.

    `products` are those of read_shop_products where they are in hand.
    """
    products = read_shop_products(shop) if products is None else products
    return with_defaults(products, suppliers(shop), read_settings(shop))


def plan_inputs(shop: Shop, history: History, known: pd.DataFrame) -> PlanInputs:
    """Join a history with all that the shop knows now; `known` are its products, see `known_products`."""
    parts = bundle_parts(shop)
    products = known.reindex(list(history.skus))
    settings = read_settings(shop)
    terms = supplier_terms(
        suppliers(shop),
        closures=closures(shop),
        deliveries=delivery_times(shop),
        products=products,
        shop_closed=shop_closed_days(settings),
    )
    return PlanInputs(
        history=history,
        products=products,
        settings=settings,
        horizon=_horizon(products, settings, terms, today=day_after(history)),
        terms=terms,
        verdicts=read_verdicts(shop),
        orders=standing(read_orders(shop, states=(DRAFT, *ON_THE_WAY)), today=day_after(history)),
        sent_today=read_orders(shop, states=NOTED, made_on=day_after(history)),
        bundle_parts=parts,
        moves=stock_moves(shop),
        advice=latest_advice(shop, before=day_after(history)),
        memory=read_alert_memory(shop),
    )


def redrafted(shop: Shop, inputs: PlanInputs) -> PlanInputs:
    """The inputs where nothing but drafts and the budget changed in the shop."""
    orders = standing(read_orders(shop, states=(DRAFT, *ON_THE_WAY)), today=inputs.today)
    return replace(inputs, orders=orders, settings=read_settings(shop))


def country_of(settings: ShopSettings) -> str | None:
    """The country that the owner named, where its holidays are known."""
    return settings.country if is_country(settings.country) else None


def day_after(history: History) -> dt.date:
    """The day after the last day of sales."""
    return (history.days[-1] + pd.Timedelta(days=1)).date()


def _horizon(products: pd.DataFrame, settings: ShopSettings, terms: SupplierTerms, *, today: dt.date) -> int:
    country = country_of(settings)
    calendar = planned_calendar(terms, products, today=today, holidays=holidays_ahead(country, today=today))
    unknown = country is None and bool(terms.closed_on_holidays.any())
    policy = with_learned_lead_times(policy_of(products, settings), products, terms)
    return horizon_for(policy, calendar=calendar, holidays_unknown=unknown)
